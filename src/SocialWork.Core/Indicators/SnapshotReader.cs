using System.Collections.Immutable;
using SocialWork.Core.Planning;
using SocialWork.Core.Registers;
using SocialWork.Core.Submissions;
using SocialWork.Core.Totals;

namespace SocialWork.Core.Indicators;

/// <summary>Reads totals of the city, of a commune's area or of one unit. Safe for concurrent use.</summary>
public sealed class SnapshotReader(ICountedSubmissions submissions, IValidEntries registers)
{
    private static readonly ImmutableArray<string> Measured = [.. RegisterSet.Measured.Select(r => r.Code)];

    /// <summary>The whole city: two queries.</summary>
    public async Task<TotalsSnapshot> CityAsync(PlanModel model, CancellationToken cancellationToken) =>
        new(model, await submissions.TotalsAsync(model, Periods.Annual(model.Plan.Year), TotalsKey.City, cancellationToken), model.Units.All, await EntriesAsync(model, cancellationToken));

    /// <summary>A commune's area, or one unit that is not a commune; null when there is neither of that code.</summary>
    public async Task<TotalsSnapshot?> PlaceAsync(PlanModel model, string code, CancellationToken cancellationToken)
    {
        if (model.Units.Find(code) is not { } unit) return null;
        var period = Periods.Annual(model.Plan.Year);
        if (unit.Commune == code)
            return new TotalsSnapshot(model, await submissions.TotalsAsync(model, period, code, cancellationToken), model.Units.All.Where(u => u.Commune == code), await EntriesAsync(model, cancellationToken));

        var rows = new List<TotalsRow>();
        foreach (var form in model.Forms.Where(f => model.Fills(unit, f.Definition)))
        {
            foreach (var counting in await submissions.CountingAsync(model.Plan.Id, form.Code, period, code, cancellationToken))
            {
                var contribution = model.Contribution(unit, period, counting.Version.FormHash, counting.Version.Values);
                rows.AddRange(contribution.Keys.Take(1).Select(k => new TotalsRow(k, 1, counting.AcceptedAt is null ? 0 : 1, contribution.Vector)));
            }
        }

        return new TotalsSnapshot(model, rows, [unit], await EntriesAsync(model, cancellationToken));
    }

    private Task<ImmutableArray<RegisterEntry>> EntriesAsync(PlanModel model, CancellationToken cancellationToken) =>
        registers.ValidAsync(Measured, model.Plan.CutOff, cancellationToken);
}
