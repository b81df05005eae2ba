using System.Collections.Immutable;
using SocialWork.Core.Planning;
using SocialWork.Core.Submissions;
using SocialWork.Core.Totals;

namespace SocialWork.Core.Past;

/// <summary>
/// The submissions of one plan's year as they counted at a past moment, recounted from the versions: running totals know the
/// present alone. Immutable; safe for concurrent use.
/// </summary>
public sealed class PastSubmissions : ICountedSubmissions
{
    private readonly PlanModel _model;
    private readonly string _period;
    private readonly ImmutableArray<SubmissionStanding> _standings;
    private readonly ILookup<string, CountingSubmission> _counting;
    private readonly ImmutableArray<TotalsRow> _totals;

    private PastSubmissions(PlanModel model, string period, ImmutableArray<SubmissionStanding> standings, ImmutableArray<CountingSubmission> counting)
    {
        (_model, _period, _standings) = (model, period, standings);
        _counting = counting.ToLookup(c => c.Version.Key.Form, StringComparer.Ordinal);
        _totals = Recounted(model, period, counting);
    }

    /// <summary>Reads the versions that counted.</summary>
    /// <param name="reader">Where from.</param>
    /// <param name="model">The plan over the register of that moment.</param>
    /// <param name="standings">Where the submissions of the plan's year stood.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<PastSubmissions> ReadAsync(IPastReader reader, PlanModel model, ImmutableArray<SubmissionStanding> standings, CancellationToken cancellationToken)
    {
        var period = Periods.Annual(model.Plan.Year);
        return new PastSubmissions(model, period, standings, await reader.CountingAsync(model.Plan.Id, period, standings, cancellationToken));
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<SubmissionStanding>> StandingsAsync(string plan, string period, ImmutableArray<string> forms, CancellationToken cancellationToken)
    {
        EnsureKnown(plan, period);
        var wanted = forms.ToHashSet(StringComparer.Ordinal);
        return Task.FromResult<ImmutableArray<SubmissionStanding>>([.. _standings.Where(s => wanted.Contains(s.Form))]);
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<CountingSubmission>> CountingAsync(string plan, string form, string period, string? unit, CancellationToken cancellationToken)
    {
        EnsureKnown(plan, period);
        return Task.FromResult<ImmutableArray<CountingSubmission>>([.. _counting[form].Where(c => unit is null || c.Version.Key.Unit == unit)]);
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<TotalsRow>> TotalsAsync(PlanModel model, string period, string area, CancellationToken cancellationToken)
    {
        EnsureKnown(model.Plan.Id, period);
        return Task.FromResult<ImmutableArray<TotalsRow>>([.. _totals.Where(row => row.Key.Area == area)]);
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<TotalsRow>> AreaTotalsAsync(PlanModel model, string period, CancellationToken cancellationToken)
    {
        EnsureKnown(model.Plan.Id, period);
        return Task.FromResult<ImmutableArray<TotalsRow>>([.. _totals.Where(row => row.Key.Area != TotalsKey.City)]);
    }

    private static ImmutableArray<TotalsRow> Recounted(PlanModel model, string period, ImmutableArray<CountingSubmission> counting)
    {
        var count = new TotalsCount();
        foreach (var submission in counting)
        {
            var version = submission.Version;
            count.Add(model.Contribution(model.Units.Find(version.Key.Unit), period, version.FormHash, version.Values), submission.AcceptedAt is not null);
        }

        return [.. count.Rows.Values];
    }

    private void EnsureKnown(string plan, string period)
    {
        if (plan != _model.Plan.Id || period != _period) throw new ArgumentException($"The past was read of {_model.Plan.Id} {_period}, not of {plan} {period}.", nameof(period));
    }
}
