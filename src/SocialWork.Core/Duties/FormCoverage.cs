using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Planning;
using SocialWork.Core.Submissions;

namespace SocialWork.Core.Duties;

/// <summary>How far one yearly form has come over all the units that fill it.</summary>
/// <param name="Form">The form.</param>
/// <param name="Expected">The units that fill it.</param>
/// <param name="Submitted">Of these, those whose newest version waits for the head.</param>
/// <param name="Sent">Of these, those of which a version counts, accepted or not.</param>
/// <param name="Accepted">Of these, those whose counting version was accepted.</param>
public sealed record FormCoverage(PlanForm Form, int Expected, int Submitted, int Sent, int Accepted)
{
    /// <summary>Every form of a plan's year that somebody fills, in the plan's order, as it stands now; one query.</summary>
    public static async Task<ImmutableArray<FormCoverage>> ReadAsync(PlanModel model, ISubmissionReader reader, CancellationToken cancellationToken)
    {
        var forms = model.Forms.Where(f => f.Definition.Period != ReportingPeriod.AdHoc).ToArray();
        var standings = (await reader.StandingsAsync(model.Plan.Id, Periods.Annual(model.Plan.Year), [.. forms.Select(f => f.Code)], cancellationToken)).ToLookup(s => s.Form, StringComparer.Ordinal);
        return [.. forms.Select(f => Of(model, f, standings[f.Code])).Where(c => c.Expected > 0)];
    }

    private static FormCoverage Of(PlanModel model, PlanForm form, IEnumerable<SubmissionStanding> standings)
    {
        var fillers = model.Fillers(form.Definition).Select(u => u.Code).ToHashSet(StringComparer.Ordinal);
        // A unit that no longer fills the form is not expected, so what it sent is not counted either.
        var known = standings.Where(s => fillers.Contains(s.Unit)).ToArray();
        return new FormCoverage(
            form, fillers.Count, known.Count(s => s.State == SubmissionState.Submitted), known.Count(s => s.CountingVersion is not null), known.Count(s => s.CountsAccepted));
    }
}
