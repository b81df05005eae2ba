using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Planning;
using SocialWork.Core.Totals;
using SocialWork.Core.Units;

namespace SocialWork.Core.Indicators;

/// <summary>
/// The totals of one plan, year and area at one moment, together with the units they are over. Every module of a report
/// reads the same snapshot. Immutable; safe for concurrent use.
/// </summary>
public sealed class TotalsSnapshot
{
    private readonly ILookup<string, TotalsRow> _byForm;

    /// <summary>Makes a snapshot.</summary>
    /// <param name="model">The plan.</param>
    /// <param name="rows">Rows of the plan's year and of one area.</param>
    /// <param name="units">The units the area has.</param>
    public TotalsSnapshot(PlanModel model, IEnumerable<TotalsRow> rows, IEnumerable<Unit> units)
    {
        Model = model;
        _byForm = rows.ToLookup(r => model.Layout(r.Key.FormHash)?.Form.Definition.Code ?? string.Empty, StringComparer.Ordinal);
        Units = [.. units];
    }

    /// <summary>The plan.</summary>
    public PlanModel Model { get; }

    /// <summary>The units of the area at the cut-off date.</summary>
    public ImmutableArray<Unit> Units { get; }

    /// <summary>A measure's tally over the units in a scope, of one sector or of all.</summary>
    public CellTally Sum(Measure measure, Scope scope, string? sector)
    {
        var total = default(CellTally);
        foreach (var row in Rows(measure.Form, scope, sector)) total += Model.Layout(row.Key.FormHash)!.Of(row.Vector, measure.Id) ?? default;
        return total;
    }

    /// <summary>One cell's tally over every unit.</summary>
    public CellTally Cell(string form, CellKey cell)
    {
        var total = default(CellTally);
        foreach (var row in _byForm[form]) total += Model.Layout(row.Key.FormHash)!.Cell(row.Vector, cell) ?? default;
        return total;
    }

    /// <summary>How complete a form is over the units in any of the scopes: each unit once.</summary>
    public Coverage Coverage(FormDefinition form, IReadOnlyCollection<Scope> scopes, string? sector) => new(
        Units.LongCount(u => (sector is null || u.ManagingSector == sector) && InAny(scopes, u.Type, u.InPlan) && Model.Fills(u, form)),
        _byForm[form.Code].Where(r => (sector is null || r.Key.Sector == sector) && InAny(scopes, r.Key.UnitType, r.Key.InPlan)).Sum(r => r.Submissions));

    private static bool InAny(IReadOnlyCollection<Scope> scopes, string type, bool inPlan) => scopes.Any(s => s.Contains(type, inPlan));

    private IEnumerable<TotalsRow> Rows(string form, Scope scope, string? sector) =>
        _byForm[form].Where(r => scope.Contains(r.Key.UnitType, r.Key.InPlan) && (sector is null || r.Key.Sector == sector));
}
