using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Indicators;
using SocialWork.Core.Planning;
using SocialWork.Core.Privacy;
using SocialWork.Core.Rules;
using SocialWork.Core.Totals;
using SocialWork.Core.Units;

namespace SocialWork.Core.Reports.Annexes;

/// <summary>A number before it is put into a cell.</summary>
/// <param name="Tally">The sum, and how many cells were of which kind.</param>
/// <param name="Coverage">How complete it is.</param>
/// <param name="Instead">Why it is not shown; null where it is.</param>
/// <param name="Figure">The address of its lineage; null for none.</param>
internal readonly record struct RawNumber(CellTally Tally, Coverage Coverage, AnnexCellState? Instead, string? Figure)
{
    /// <summary>Both together, with no regard to what is not shown of either.</summary>
    public static RawNumber operator +(RawNumber a, RawNumber b) => new(a.Tally + b.Tally, a.Coverage + b.Coverage, Instead: null, Figure: null);

    /// <summary>
    /// The sum of several. One that is hidden hides the sum, from which it could be computed; what takes no part is left out,
    /// as a note of the table says.
    /// </summary>
    public static RawNumber Sum(IReadOnlyCollection<RawNumber> parts)
    {
        var present = parts.Where(part => part.Instead is null or AnnexCellState.Hidden).ToArray();
        if (present.Length == 0) return new RawNumber(default, default, parts.Count == 0 ? AnnexCellState.Absent : parts.First().Instead, Figure: null);
        return present.Aggregate(default(RawNumber), (sum, part) => sum + part) with { Instead = present.Any(part => part.Instead is not null) ? AnnexCellState.Hidden : null };
    }

    /// <summary>What the cell holds.</summary>
    public AnnexCellState State => Instead ?? (Tally.Counts, Coverage.Expected) switch
    {
        ({ Reported: > 0 }, _) => AnnexCellState.Number,
        ({ NotArising: > 0 }, _) => AnnexCellState.NotArising,
        ({ Withheld: > 0 }, _) => AnnexCellState.Withheld,
        (_, 0) or ({ NotApplicable: > 0, Unreported: 0 }, _) => AnnexCellState.NotApplicable,
        _ => AnnexCellState.NotReported,
    };

    /// <summary>The cell.</summary>
    public AnnexCell Cell() => State == AnnexCellState.Number
        ? AnnexCell.Of(Tally.Sum) with { Figure = Figure, Coverage = Coverage.IsComplete ? null : Coverage }
        : new AnnexCell(State);
}

/// <summary>A number of the outline, bound to a plan's form and field where these exist. Immutable.</summary>
internal sealed class BoundFigure
{
    private readonly FigureOutline _outline;
    private readonly ImmutableArray<CellKey> _cells;

    private BoundFigure(FigureOutline outline, PlanForm? form, FormField? field)
    {
        (_outline, Form, Field) = (outline, form, field);
        Asked = field is null ? outline.Units : SectorView.Asked(field, outline.Units);
        _cells = field is null || outline.Options.IsEmpty ? [] : [.. FormCells.Of(field, new SubmittingUnit(string.Empty)).Where(cell => outline.Options.All(option => Has(field, cell, option.Key, option.Value)))];
    }

    /// <summary>The form; null where it is not part of the plan, or nothing is asked.</summary>
    public PlanForm? Form { get; }

    /// <summary>The field; null where the form has none of that id.</summary>
    public FormField? Field { get; }

    /// <summary>The units that are asked.</summary>
    public Scope Asked { get; }

    /// <summary>The code of a form that takes no part; null where the figure can be read.</summary>
    public string? Lacks => _outline.Form is { } code && Field is null ? code : null;

    /// <summary>Binds a number.</summary>
    public static BoundFigure Of(FigureOutline outline, PlanModel model)
    {
        var form = outline.Form is { } code ? model.Form(code) : null;
        return new BoundFigure(outline, form, form is not null && form.Compiled.TryField(outline.Field, out var field) ? field : null);
    }

    /// <summary>The same for one option of a dimension; null where the question is not split by it.</summary>
    public BoundFigure? With(string dimension, string option) => Field is null
        ? this
        : Field.By.Any(split => split.Id == dimension) ? new BoundFigure(_outline with { Options = _outline.Options.SetItem(dimension, option) }, Form, Field) : null;

    /// <summary>The number of the city, or of one sector.</summary>
    public RawNumber Of(TotalsSnapshot city, string? sector = null)
    {
        var isPart = sector is not null || !_outline.Units.Types.IsDefaultOrEmpty || _outline.Units.InPlan is not null;
        var number = Read(city, sector);
        // What is below the city is hidden unit by unit in tables of communes; any other part of a sensitive question is not shown at all.
        var instead = number.Instead ?? (isPart && Form is not null && FormMask.MayHide(Form.Compiled, Field!.Id) ? AnnexCellState.Hidden : null);
        return number with { Instead = instead, Figure = isPart || instead is not null ? null : Address };
    }

    /// <summary>The number of a commune.</summary>
    public RawNumber Of(CommuneArea area, AnnexAreas areas)
    {
        var number = Read(area.Totals, sector: null);
        if (number.Instead is null && IsHidden(area.Totals.Units, areas)) number = number with { Instead = AnnexCellState.Hidden };
        return number with { Figure = number.Instead is not null || !_outline.Units.Types.IsDefaultOrEmpty || _outline.Units.InPlan is not null || Address is not { } address ? null : $"{address}@{area.Commune.Code}" };
    }

    /// <summary>The number of those who lie in no commune: what the communes leave of the city's.</summary>
    public RawNumber Elsewhere(AnnexAreas areas)
    {
        var city = Read(areas.City, sector: null);
        if (city.Instead is not null) return city;
        var communes = areas.Communes.Select(area => Read(area.Totals, sector: null)).Aggregate(default(RawNumber), (sum, one) => sum + one);
        var (all, there) = (city.Tally.Counts, communes.Tally.Counts);
        return new RawNumber(
            new CellTally(city.Tally.Sum - communes.Tally.Sum, new CellCounts(all.Reported - there.Reported, all.NotArising - there.NotArising, all.NotApplicable - there.NotApplicable, all.Withheld - there.Withheld, all.Unreported - there.Unreported)),
            new Coverage(city.Coverage.Expected - communes.Coverage.Expected, city.Coverage.Reported - communes.Coverage.Reported, city.Coverage.Accepted - communes.Coverage.Accepted),
            IsHidden(areas.Elsewhere, areas) ? AnnexCellState.Hidden : null,
            Figure: null);
    }

    // The sum of a place is shown where every number in it is: then it says nothing that was not said.
    private bool IsHidden(IEnumerable<Unit> units, AnnexAreas areas)
    {
        if (Form is null || !areas.Masks.TryGetValue(Form.Code, out var mask)) return false;
        return units.Any(unit => Asked.Contains(unit.Type, unit.InPlan) && (_cells.IsEmpty ? mask.HidesAny(unit.Code, Field!.Id) : _cells.Any(cell => mask.Hides(unit.Code, cell))));
    }

    private RawNumber Read(TotalsSnapshot area, string? sector)
    {
        if (_outline.Form is null)
        {
            var units = area.Count(_outline.Units, sector);
            return new RawNumber(new CellTally(units, new CellCounts(1, 0, 0, 0, 0)), default, Instead: null, Figure: null);
        }

        if (Form is null || Field is null) return new RawNumber(default, default, AnnexCellState.Absent, Figure: null);
        if (Form.Definition.Sensitivity is Sensitivity.RestrictedValues) return new RawNumber(default, default, AnnexCellState.Restricted, Figure: null);
        var tally = _outline.Options.IsEmpty
            ? area.Sum(Measure.Total(Field), Asked, sector)
            : _cells.Aggregate(default(CellTally), (sum, cell) => sum + area.Cell(Form.Code, cell, Asked, sector));
        return new RawNumber(tally, area.Coverage(Form.Definition, [Asked], sector), Instead: null, Figure: null);
    }

    private string? Address => Form is null || Field is null ? null : (_outline.Options.IsEmpty, _cells.Length) switch
    {
        (true, _) => $"{Form.Code}.{Field.Id}",
        (_, 1) => $"{Form.Code}.{_cells[0]}",
        _ => null,
    };

    private static bool Has(FormField field, CellKey cell, string dimension, string options) =>
        field.By.Select((split, i) => split.Id == dimension && (i == 0 ? cell.Option1 : cell.Option2) is { } code && options.Split(',').Contains(code, StringComparer.Ordinal)).Any(meant => meant);
}
