using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Access;
using SocialWork.Core.Planning;

namespace SocialWork.Core.Submissions;

/// <summary>What one unit's form holds, as somebody may see it.</summary>
/// <param name="Target">Which form of which unit.</param>
/// <param name="Revision">The submission's revision; 0 for one that was never begun.</param>
/// <param name="Values">The draft's values, or those of the newest version where there is no draft.</param>
/// <param name="DataAsOf">The date at which they stand; null until it is stated.</param>
public sealed record FormContent(SubmissionTarget Target, long Revision, FormValues Values, DateOnly? DataAsOf)
{
    /// <summary>What was said to warnings, by finding id; of the same draft or version as the values.</summary>
    public ImmutableSortedDictionary<string, string> Explanations { get; init; } = Submissions.Explanations.None;
}

/// <summary>Reads what many forms hold at once. Safe for concurrent use.</summary>
public sealed class FormContents(ISubmissionReader reader)
{
    /// <summary>
    /// What the forms hold, in the order asked, in two queries however many there are. The values are those of
    /// <see cref="SubmissionService.GetAsync"/>: who may not see a draft sees what was sent. All are of one plan and period.
    /// </summary>
    /// <param name="actor">Who will see them; whether they may is for the caller to ask.</param>
    /// <param name="model">The plan.</param>
    /// <param name="period">The period of them all.</param>
    /// <param name="targets">Which forms of which units.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<ImmutableArray<FormContent>> ReadAsync(Actor actor, PlanModel model, string period, ImmutableArray<SubmissionTarget> targets, CancellationToken cancellationToken)
    {
        var stored = await reader.ContentsAsync(
            model.Plan.Id,
            period,
            [.. targets.Select(target => target.Form.Compiled).Distinct()],
            [.. targets.Select(target => target.Unit.Code).Distinct(StringComparer.Ordinal)],
            cancellationToken);
        var byKey = stored.ToDictionary(content => content.Submission.Key);
        return [.. targets.Select(target => Content(actor, model, target, byKey.GetValueOrDefault(target.Key)))];
    }

    private static FormContent Content(Actor actor, PlanModel model, SubmissionTarget target, StoredContent? stored)
    {
        if (stored is null) return new FormContent(target, 0, FormValues.None, null);
        var seesDraft = AccessPolicy.MaySeeDraft(actor, model.Plan, target.Unit, target.Form.Definition);
        var shown = seesDraft ? Overwriting.Stored(stored.Submission, stored.Latest) : stored.Counting is { } counting ? Draft.Of(counting) : null;
        return new FormContent(target, stored.Submission.Revision, shown?.Values ?? FormValues.None, shown?.DataAsOf) { Explanations = shown?.Explanations ?? Explanations.None };
    }
}
