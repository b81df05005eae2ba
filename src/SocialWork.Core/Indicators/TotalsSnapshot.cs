using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Planning;
using SocialWork.Core.Registers;
using SocialWork.Core.Rules;
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
    private readonly UnitCensus _census;
    private readonly ILookup<string, RegisterEntry> _byRegister;

    /// <summary>Makes a snapshot.</summary>
    /// <param name="model">The plan.</param>
    /// <param name="rows">Rows of the plan's year and of one area.</param>
    /// <param name="units">The units the area has.</param>
    /// <param name="entries">Entries of the measured registers that hold at the cut-off date; those of units outside the area are left out.</param>
    public TotalsSnapshot(PlanModel model, IEnumerable<TotalsRow> rows, IEnumerable<Unit> units, IEnumerable<RegisterEntry>? entries = null)
    {
        Model = model;
        _byRegister = (entries ?? []).ToLookup(e => e.Register, StringComparer.Ordinal);
        _byForm = rows.ToLookup(r => model.Layout(r.Key.FormHash)?.Form.Definition.Code ?? string.Empty, StringComparer.Ordinal);
        // The whole city is counted once per model: a report of ten thousand units takes no longer than one of a thousand.
        _census = units is ImmutableArray<Unit> all && all == model.Units.All ? model.City : new UnitCensus([.. units]);
    }

    /// <summary>The plan.</summary>
    public PlanModel Model { get; }

    /// <summary>The units of the area at the cut-off date.</summary>
    public ImmutableArray<Unit> Units => _census.Units;

    /// <summary>Whether a unit is in the area.</summary>
    public bool Has(string code) => _census.Has(code);

    /// <summary>How many units are in a scope, of one sector or of all.</summary>
    public long Count(Scope scope, string? sector = null) => Slices([scope], sector).Sum(s => s.Units);

    /// <summary>A measure's tally over the units in a scope, of one sector or of all.</summary>
    public CellTally Sum(Measure measure, Scope scope, string? sector)
    {
        var total = default(CellTally);
        foreach (var row in _byForm[measure.Form].Where(r => scope.Contains(r.Key.UnitType, r.Key.InPlan) && (sector is null || r.Key.Sector == sector)))
            total += Model.Layout(row.Key.FormHash)!.Of(row.Vector, measure.Id) ?? NeverAsked(row);
        return total;
    }

    /// <summary>The entries that a register's measure takes, each with what it adds; of units of one sector or of all.</summary>
    /// <exception cref="SectorAccessException">No register declares the measure.</exception>
    public IEnumerable<(RegisterEntry Entry, Unit Keeper, long Amount)> Records(Measure measure, string? sector)
    {
        if (RegisterSet.Find(measure.Form)?.Form.Measures.FirstOrDefault(m => m.Measure.Id == measure.Id) is not { } declared)
            throw new SectorAccessException($"No register declares the measure {measure.Form}.{measure.Id}.");
        return from entry in _byRegister[measure.Form]
               let keeper = _census.Has(entry.Keeper) ? Model.Units.Find(entry.Keeper) : null
               where keeper is not null && (sector is null || keeper.ManagingSector == sector)
               let context = new RuleContext { Unit = Model.Submitting(keeper), PlanYear = Model.Plan.Year }
               let amount = MeasureReader.Cells(declared, entry.Values, context).Sum(c => c.Content.Sum)
               where amount != 0
               select (entry, keeper, amount);
    }

    /// <summary>One cell's tally over every unit, or over those in a scope, of one sector or of all.</summary>
    public CellTally Cell(string form, CellKey cell, Scope? scope = null, string? sector = null)
    {
        var total = default(CellTally);
        foreach (var row in _byForm[form].Where(r => (scope is null || scope.Contains(r.Key.UnitType, r.Key.InPlan)) && (sector is null || r.Key.Sector == sector))) total += Model.Layout(row.Key.FormHash)!.Cell(row.Vector, cell) ?? NeverAsked(row);
        return total;
    }

    /// <summary>How complete a form is over the units in any of the scopes: each unit once.</summary>
    public Coverage Coverage(FormDefinition form, IReadOnlyCollection<Scope> scopes, string? sector)
    {
        var rows = _byForm[form.Code].Where(r => (sector is null || r.Key.Sector == sector) && InAny(scopes, r.Key.UnitType, r.Key.InPlan)).ToArray();
        return new Coverage(Expected(form, scopes, sector), rows.Sum(r => r.Submissions), rows.Sum(r => r.Accepted));
    }

    // Who fills a facility's or a commune's form is known from the type alone, so that a thousand units need not be asked.
    private long Expected(FormDefinition form, IReadOnlyCollection<Scope> scopes, string? sector) => form.FilledBy switch
    {
        FilledBy.FacilitiesOf facilities => Slices(scopes, sector).Where(s => facilities.Types.Contains(s.Type)).Sum(s => s.Units),
        FilledBy.Communes => Slices(scopes, sector).Where(s => s.Type == UnitTypes.Commune).Sum(s => s.Units),
        _ => Model.Fillers(form).LongCount(u => Has(u.Code) && (sector is null || u.ManagingSector == sector) && InAny(scopes, u.Type, u.InPlan)),
    };

    private IEnumerable<UnitSlice> Slices(IReadOnlyCollection<Scope> scopes, string? sector) =>
        _census.Slices.Where(s => (sector is null || s.Sector == sector) && InAny(scopes, s.Type, s.InPlan));

    // An earlier form version that did not ask is not a version that answered 0.
    private static CellTally NeverAsked(TotalsRow row) => new(0, new CellCounts(0, 0, 0, 0, row.Submissions));

    private static bool InAny(IReadOnlyCollection<Scope> scopes, string type, bool inPlan) => scopes.Any(s => s.Contains(type, inPlan));
}
