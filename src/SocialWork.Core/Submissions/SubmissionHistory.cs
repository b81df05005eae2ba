using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Access;
using SocialWork.Core.Forms;
using SocialWork.Core.Planning;
using SocialWork.Core.Privacy;

namespace SocialWork.Core.Submissions;

/// <summary>A submission's frozen versions, oldest first, and every step taken.</summary>
public sealed record SubmissionHistory(SubmissionTarget Target, ImmutableArray<SubmissionVersion> Versions, ImmutableArray<HistoryEntry> History)
{
    /// <summary>By version number, the cells that hold something which the reader does not see; a version without any is left out.</summary>
    public ImmutableDictionary<int, ImmutableHashSet<CellKey>> Masked { get; init; } = ImmutableDictionary<int, ImmutableHashSet<CellKey>>.Empty;

    /// <summary>The history as a reader sees it for whom the form is masked.</summary>
    internal SubmissionHistory Under(FormMask mask, FormArchive archive)
    {
        var versions = Versions.Select(version => version.Under(mask, archive[version.FormHash])).ToArray();
        return this with
        {
            Versions = [.. versions.Select(version => version.Shown)],
            Masked = versions.Where(version => !version.Masked.IsEmpty).ToImmutableDictionary(version => version.Shown.Number, version => version.Masked),
        };
    }

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
