using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Planning;
using SocialWork.Core.Plans;

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
        var counting = await CountingAsync(model, key.Form, key.Unit, cancellationToken);
        return counting.IsEmpty ? null : counting[0].Version.Values;
    }

    /// <summary>The values that counted for a yearly form, by unit.</summary>
    public async Task<ImmutableDictionary<string, FormValues>> ByUnitAsync(PlanModel model, string form, CancellationToken cancellationToken) =>
        (await CountingAsync(model, form, unit: null, cancellationToken)).ToImmutableDictionary(c => c.Version.Key.Unit, c => c.Version.Values, StringComparer.Ordinal);

    private async Task<ImmutableArray<CountingSubmission>> CountingAsync(PlanModel model, string form, string? unit, CancellationToken cancellationToken)
    {
        var year = model.Plan.Year - 1;
        var plan = (await reference.PlansAsync(cancellationToken)).FirstOrDefault(p => p.Year == year) ?? model.Plan;
        return await reader.CountingAsync(plan.Id, form, Periods.Annual(year), unit, cancellationToken);
    }
}
