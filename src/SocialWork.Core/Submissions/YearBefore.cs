using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Planning;

namespace SocialWork.Core.Submissions;

/// <summary>
/// What counted in the year before: of that year's plan where the product has it, else what was taken over for that year into
/// this plan, so that the first year has something to compare with. Safe for concurrent use.
/// </summary>
public sealed class YearBefore(ISubmissionReader reader, IReferenceStore reference)
{
    /// <summary>The values that counted for a unit's yearly form; null for none, and for a quarter.</summary>
    public async Task<FormValues?> ValuesAsync(PlanModel model, SubmissionKey key, CancellationToken cancellationToken)
    {
        if (key.Period != Periods.Annual(model.Plan.Year)) return null;
        var counting = await reader.CountingAsync(await PlanAsync(model, cancellationToken), key.Form, Periods.Annual(model.Plan.Year - 1), key.Unit, cancellationToken);
        return counting.IsEmpty ? null : counting[0].Version.Values;
    }

    /// <summary>The values that counted for many units' yearly forms, by this year's key: two queries however many there are.</summary>
    public async Task<ImmutableDictionary<SubmissionKey, FormValues>> ValuesAsync(PlanModel model, ImmutableArray<SubmissionTarget> targets, CancellationToken cancellationToken)
    {
        var yearly = targets.Where(t => t.Key.Period == Periods.Annual(model.Plan.Year)).ToDictionary(t => (t.Key.Form, t.Key.Unit), t => t.Key);
        if (yearly.Count == 0) return ImmutableDictionary<SubmissionKey, FormValues>.Empty;
        var stored = await reader.ContentsAsync(
            await PlanAsync(model, cancellationToken),
            Periods.Annual(model.Plan.Year - 1),
            [.. targets.Select(t => t.Form.Compiled).Distinct()],
            [.. targets.Select(t => t.Unit.Code).Distinct(StringComparer.Ordinal)],
            cancellationToken);
        return stored.Where(c => c.Counting is not null && yearly.ContainsKey((c.Submission.Key.Form, c.Submission.Key.Unit)))
            .ToImmutableDictionary(c => yearly[(c.Submission.Key.Form, c.Submission.Key.Unit)], c => c.Counting!.Values);
    }

    private async Task<string> PlanAsync(PlanModel model, CancellationToken cancellationToken) =>
        (await reference.PlansAsync(cancellationToken)).FirstOrDefault(p => p.Year == model.Plan.Year - 1)?.Id ?? model.Plan.Id;
}
