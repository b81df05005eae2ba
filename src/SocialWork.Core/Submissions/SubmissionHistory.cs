using System.Collections.Immutable;
using SocialWork.Core.Access;
using SocialWork.Core.Planning;

namespace SocialWork.Core.Submissions;

/// <summary>A submission's frozen versions, oldest first, and every step taken.</summary>
public sealed record SubmissionHistory(SubmissionTarget Target, ImmutableArray<SubmissionVersion> Versions, ImmutableArray<HistoryEntry> History)
{
    /// <summary>What an account that may read the submission sees of it: who may not see drafts sees neither what was never sent nor the steps before.</summary>
    internal static SubmissionHistory For(Actor actor, PlanModel model, SubmissionTarget target, (ImmutableArray<SubmissionVersion> Versions, ImmutableArray<HistoryEntry> History) whole)
    {
        if (AccessPolicy.MaySeeDraft(actor, model.Plan, target.Unit, target.Form.Definition)) return new SubmissionHistory(target, whole.Versions, whole.History);
        var sent = whole.History.Where(h => h.Action is SubmissionAction.Approve or SubmissionAction.Paper).Select(h => h.Version).ToHashSet();
        return new SubmissionHistory(
            target,
            [.. whole.Versions.Where(v => sent.Contains(v.Number))],
            [.. whole.History.Where(h => h.Action is SubmissionAction.Approve or SubmissionAction.Paper or SubmissionAction.Accept)]);
    }
}
