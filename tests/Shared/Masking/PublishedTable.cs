using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Forms;
using SocialWork.Core.Privacy;
using SocialWork.Core.Rules;
using SocialWork.Core.Totals;

namespace SocialWork.Tests.Masking;

/// <summary>What a reader can say of a small number that is hidden from it.</summary>
internal enum Exposure
{
    /// <summary>Another table, in which it is 0 or at least 5, agrees with all that is published.</summary>
    None,
    /// <summary>The cell is not hidden at all.</summary>
    Shown,
    /// <summary>The sums alone tell the number.</summary>
    Determined,
    /// <summary>Sums and rules leave only numbers from 1 to 4.</summary>
    Confined,
    /// <summary>Neither was found: no proof that it is confined, and no other table.</summary>
    Undecided,
}

/// <summary>One small number of a unit, and what can be said of it.</summary>
internal sealed record SmallNumber(string Unit, CellKey Cell, Exposure Exposure);

/// <summary>
/// A masked table with all that its reader knows: the cells that are shown, which empties they are, every cell's sum and counts
/// by class, every measure by class, and that each version keeps its form's rules. Decides for each small number of a
/// sensitive group whether that is enough to tell it, without knowing how the mask was made. A number is only called hidden
/// where a whole other table of whole numbers was found and compared with everything above. Not safe for concurrent use.
/// </summary>
internal sealed class PublishedTable
{
    private readonly ImmutableArray<MaskedUnit> _units;
    private readonly List<(int Unit, CellKey Cell)> _variables;
    private readonly long[] _true;
    private readonly LinearSystem _system;
    private readonly HashSet<int> _determined;

    /// <summary>A table as it is published; <paramref name="hidden"/> are the cells that hold something which is not shown.</summary>
    public PublishedTable(IEnumerable<MaskedUnit> units, IReadOnlyDictionary<string, ImmutableHashSet<CellKey>> hidden)
    {
        _units = [.. units];
        _variables = [.. _units.SelectMany((unit, i) => hidden.GetValueOrDefault(unit.Unit, []).Select(cell => (i, cell)))];
        var index = _variables.Index().ToDictionary(one => one.Item, one => one.Index);
        _true = [.. _variables.Select(one => CellTally.Amount(_units[one.Unit].Values[one.Cell]))];
        _system = new LinearSystem(_true);

        var equations = Sums().Select(sum => sum.Where(index.ContainsKey).ToDictionary(one => index[one], _ => 1L)).Where(terms => terms.Count > 0).ToArray();
        foreach (var terms in equations)
        {
            var value = terms.Keys.Sum(variable => _true[variable]);
            _system.Add(terms, value, value);
        }

        foreach (var (i, unit) in _units.Index())
        {
            foreach (var row in RuleRows.Of(unit, hidden.GetValueOrDefault(unit.Unit, [])))
                _system.Add(row.Terms.ToDictionary(term => index[(i, term.Key)], term => term.Value), null, row.Most);
        }

        _determined = RowSpace.Determined(equations);
    }

    /// <summary>Every small number of a sensitive group, with what can be said of it.</summary>
    public ImmutableArray<SmallNumber> SmallNumbers()
    {
        var found = ImmutableArray.CreateBuilder<SmallNumber>();
        var open = new HashSet<int>();
        foreach (var (i, unit) in _units.Index())
        {
            foreach (var cell in Sensitive(unit.Form).Where(cell => CellMask.IsSmall(unit.Values[cell])))
            {
                var variable = _variables.IndexOf((i, cell));
                if (variable < 0) found.Add(new SmallNumber(unit.Unit, cell, Exposure.Shown));
                else open.Add(variable);
            }
        }

        while (open.Count > 0)
        {
            var variable = open.First();
            var (exposure, table) = Judge(variable);
            // A table that was found says something of every other number that it changes, too.
            foreach (var decided in open.Where(one => one == variable || (table is not null && IsFar(table[one]))).ToArray())
            {
                open.Remove(decided);
                found.Add(new SmallNumber(_units[_variables[decided].Unit].Unit, _variables[decided].Cell, decided == variable ? exposure : Exposure.None));
            }
        }

        return found.ToImmutable();
    }

    private (Exposure Exposure, long[]? Table) Judge(int variable)
    {
        if (_determined.Contains(variable)) return (Exposure.Determined, null);
        var confined = true;
        foreach (var goal in new[] { 0, CellMask.SmallBelow })
        {
            var system = _system.Copy();
            var reached = system.Push(variable, goal);
            if (goal == 0 ? reached.Ceiling > 0 : reached.Floor < goal) continue;
            confined = false;
            if (Whole(system) is { } table) return (Exposure.None, table);
        }

        return confined ? (Exposure.Confined, null) : BesideOne(variable) is { } other ? (Exposure.None, other) : (Exposure.Undecided, null);
    }

    // The same with one other unit alone: its points are whole more often.
    private long[]? BesideOne(int variable)
    {
        var unit = _variables[variable].Unit;
        foreach (var other in Enumerable.Range(0, _units.Length).Where(other => other != unit && _units[other].Class == _units[unit].Class))
        {
            foreach (var goal in new[] { 0, CellMask.SmallBelow })
            {
                var system = _system.Copy();
                foreach (var (i, one) in _variables.Index().Where(one => one.Item.Unit != unit && one.Item.Unit != other)) system.Hold(i);
                if (system.Push(variable, goal) == goal && Whole(system) is { } table) return table;
            }
        }

        return null;
    }

    private static bool IsFar(long value) => value is 0 or >= CellMask.SmallBelow;

    // The point as a table that agrees with all that is published; null where it is none.
    private long[]? Whole(LinearSystem system)
    {
        var point = system.Point.ToArray();
        if (!point.All(value => value.IsWhole)) return null;
        var table = point.Select(value => value.Numerator).ToArray();
        return Agrees(table) ? table : null;
    }

    private bool Agrees(long[] table)
    {
        if (table.Any(value => value < 0) || Fill(table) is not { } values) return false;
        return _units.Index().GroupBy(one => one.Item.Class, StringComparer.Ordinal).All(alike =>
            alike.All(one => KeepsRules(one.Item, values[one.Index]))
            && Published(alike.Select(one => (one.Item, one.Item.Values))).SequenceEqual(Published(alike.Select(one => (one.Item, values[one.Index])))));
    }

    // The same cells as before say that nothing arose, as far as they are 0; else other ones that are.
    private FormValues[]? Fill(long[] table)
    {
        var values = _units.Select(unit => unit.Values.Cells.ToBuilder()).ToArray();
        foreach (var alike in _variables.Index().GroupBy(one => (_units[one.Item.Unit].Class, one.Item.Cell)))
        {
            var quota = alike.Count(one => !IsNumber(one.Item));
            var zeros = alike.Where(one => table[one.Index] == 0).OrderBy(one => IsNumber(one.Item)).Take(quota).Select(one => one.Index).ToHashSet();
            if (zeros.Count < quota) return null;
            foreach (var (i, (unit, cell)) in alike) values[unit][cell] = zeros.Contains(i) ? CellValue.NotArising : new CellValue.Number(table[i]);
        }

        return [.. values.Select(cells => new FormValues(cells.ToImmutable()))];
    }

    private bool IsNumber((int Unit, CellKey Cell) one) => _units[one.Unit].Values[one.Cell] is CellValue.Number;

    private static bool KeepsRules(MaskedUnit unit, FormValues values) => unit.Form.Rules.Where(rule => rule.Rule.Severity == Severity.Error).All(rule => rule.Evaluate(values, unit.Context).IsEmpty);

    private static IEnumerable<(string, CellTally)> Published(IEnumerable<(MaskedUnit Unit, FormValues Values)> units) => units
        .SelectMany(one => Measured(one.Unit, one.Values))
        .GroupBy(part => part.Of, part => part.Cell.Content, StringComparer.Ordinal)
        .OrderBy(part => part.Key, StringComparer.Ordinal)
        .Select(part => (part.Key, part.Aggregate(default(CellTally), (sum, cell) => sum + cell)));

    private static IEnumerable<(string Of, MeasuredCell Cell)> Measured(MaskedUnit unit, FormValues values) =>
    [
        .. unit.Form.Definition.Fields.SelectMany(field => MeasureReader.Cells(field, values, unit.Context.Unit)).Select(cell => (cell.Cell.ToString(), cell)),
        .. unit.Form.Measures.SelectMany(measure => MeasureReader.Cells(measure, values, unit.Context).Select(cell => ($"measure {measure.Measure.Id}", cell))),
    ];

    // The cells that every published sum adds: one for each cell of the form, and each measure, by class.
    private IEnumerable<IEnumerable<(int Unit, CellKey Cell)>> Sums() => _units.Index()
        .SelectMany(one => Measured(one.Item, one.Item.Values).Where(part => CellMask.CanHide(one.Item.Values[part.Cell.Cell]) && part.Cell.Content == CellTally.Of(one.Item.Values[part.Cell.Cell]))
            .Select(part => (one.Item.Class, part.Of, Term: (one.Index, part.Cell.Cell))))
        .GroupBy(part => (part.Class, part.Of), part => part.Term);

    /// <summary>The cells of a form's sensitive groups, as it declares them.</summary>
    internal static IEnumerable<CellKey> Sensitive(CompiledForm form) => form.Definition.Sensitivity is not Sensitivity.MaskedValues mask ? [] :
        from field in form.Definition.Fields.OfType<IntField>()
        from cell in FormCells.Of(field, new SubmittingUnit(string.Empty))
        where mask.Fields.Contains(field.Id) || mask.Options.Any(filter => field.By.Select((split, i) => split.Id == filter.Dimension && filter.Codes.Contains(i == 0 ? cell.Option1! : cell.Option2!)).Any(meant => meant))
        select cell;
}
