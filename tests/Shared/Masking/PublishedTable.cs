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
    /// <summary>Neither was found within the steps that are allowed.</summary>
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
    private const int MaxSteps = 300;
    private const int StepsBesideOne = 20;

    private readonly ImmutableArray<MaskedUnit> _units;
    private readonly List<(int Unit, CellKey Cell)> _variables;
    private readonly long[] _true;
    private readonly List<(Dictionary<int, long> Terms, long? Least, long Most)> _rows = [];
    private readonly HashSet<int> _determined;
    private readonly int[][] _counted;
    private readonly int[][] _countedApart;
    private bool _inDoubt;

    /// <summary>A table as it is published; <paramref name="hidden"/> are the cells that hold something which is not shown.</summary>
    public PublishedTable(IEnumerable<MaskedUnit> units, IReadOnlyDictionary<string, ImmutableHashSet<CellKey>> hidden)
    {
        _units = [.. units];
        _variables = [.. _units.SelectMany((unit, i) => hidden.GetValueOrDefault(unit.Unit, []).Select(cell => (i, cell)))];
        var index = _variables.Index().ToDictionary(one => one.Item, one => one.Index);
        _true = [.. _variables.Select(one => CellTally.Amount(_units[one.Unit].Values[one.Cell]))];
        var sums = Sums().Select(sum => sum.Where(index.ContainsKey).Select(one => index[one]).ToArray()).Where(sum => sum.Length > 0).ToArray();
        var equations = sums.Select(sum => sum.ToDictionary(variable => variable, _ => 1L)).ToArray();
        var inSums = sums.Index().SelectMany(sum => sum.Item.Select(variable => (variable, sum.Index))).ToLookup(one => one.variable, one => one.Index);
        _counted = Grouped(variable => (_units[_variables[variable].Unit].Class, _variables[variable].Cell));
        _countedApart = Grouped(variable => string.Join(' ', inSums[variable]));
        _determined = RowSpace.Determined(equations);
        _rows.AddRange(equations.Select(terms => (terms, (long?)terms.Keys.Sum(variable => _true[variable]), terms.Keys.Sum(variable => _true[variable]))));
        foreach (var (i, unit) in _units.Index())
            _rows.AddRange(RuleRows.Of(unit, hidden.GetValueOrDefault(unit.Unit, [])).Select(row => (row.Terms.ToDictionary(term => index[(i, term.Key)], term => term.Value), (long?)null, row.Most)));
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

    private int[][] Grouped<T>(Func<int, T> by) => [.. Enumerable.Range(0, _variables.Count).GroupBy(by).Select(alike => alike.ToArray())];

    private (Exposure Exposure, long[]? Table) Judge(int variable)
    {
        if (_determined.Contains(variable)) return (Exposure.Determined, null);
        // Beside one other unit there is less to look through; only what includes all of them proves that there is none.
        var unit = _variables[variable].Unit;
        foreach (var other in Enumerable.Range(0, _units.Length).Where(other => other != unit && _units[other].Class == _units[unit].Class))
        {
            if (Find(variable, one => one.Unit == unit || one.Unit == other, _countedApart, StepsBesideOne).Table is { } near) return (Exposure.None, near);
        }

        bool Alike((int Unit, CellKey Cell) one) => _units[one.Unit].Class == _units[unit].Class;
        if (Find(variable, Alike, _countedApart, MaxSteps).Table is { } far) return (Exposure.None, far);
        var (table, steps) = Find(variable, Alike, _counted, MaxSteps);
        return (table is not null ? Exposure.None : steps > 0 && !_inDoubt ? Exposure.Confined : Exposure.Undecided, table);
    }

    // A table in which the number is 0 or at least 5 and only the units that are named have other numbers; and the steps that were not needed.
    private (long[]? Table, int Steps) Find(int variable, Func<(int Unit, CellKey Cell), bool> among, int[][] counted, int steps)
    {
        _inDoubt = false;
        int[] free = [.. Enumerable.Range(0, _variables.Count).Where(i => among(_variables[i]))];
        var place = free.Index().ToDictionary(one => one.Item, one => one.Index);
        foreach (var goal in new[] { 0, CellMask.SmallBelow })
        {
            var system = new LinearSystem(free.Select(i => _true[i]));
            foreach (var (terms, least, most) in _rows)
            {
                var held = terms.Where(term => !place.ContainsKey(term.Key)).Sum(term => term.Value * _true[term.Key]);
                var moving = terms.Where(term => place.ContainsKey(term.Key)).ToDictionary(term => place[term.Key], term => term.Value);
                if (moving.Count > 0) system.Add(moving, least - held, most - held);
            }

            if (system.Keep(place[variable], goal, atLeast: goal > 0) && Search(new Part(system, free, counted), ref steps) is { } table) return (table, steps);
        }

        return (null, steps);
    }

    // Branch and bound: every table of whole numbers that the rows leave, until one agrees with all that is published.
    private long[]? Search(Part part, ref int steps)
    {
        if (--steps <= 0) return null;
        var point = part.System.Point.ToArray();
        if (Array.FindIndex(point, value => !value.IsWhole) is >= 0 and var broken) return Split(part, broken, [(long.MinValue, point[broken].Floor), (point[broken].Ceiling, long.MaxValue)], ref steps);
        var table = _true.ToArray();
        foreach (var (i, variable) in part.Free.Index()) table[variable] = point[i].Numerator;
        if (TooFewZeros(table, part.Counted) is { } alike)
        {
            // One of them must be 0; where too many are kept from it, there is no such table.
            var may = part.Free.Index().Where(one => alike.Contains(one.Item) && table[one.Item] > 0 && !(part.System.Least(one.Index) > 0)).ToArray();
            return may.Length == 0 ? null : Split(part, may[0].Index, [(0, 0), (1, long.MaxValue)], ref steps);
        }

        var values = Fill(table, part.Counted);
        var sound = _units.Index().All(one => ReferenceEquals(values[one.Index], one.Item.Values) || KeepsRules(one.Item, values[one.Index]));
        if (sound && Agrees(values)) return table;
        // Which of several 0 did not arise may matter to a measure, and was chosen: then there may be a table that was passed by.
        _inDoubt |= sound;
        var next = Enumerable.Range(0, point.Length).FirstOrDefault(i => !part.System.IsHeld(i) && table[part.Free[i]] != _true[part.Free[i]], -1);
        if (next < 0) next = Enumerable.Range(0, point.Length).FirstOrDefault(i => !part.System.IsHeld(i), -1);
        var here = next < 0 ? 0 : point[next].Numerator;
        return next < 0 ? null : Split(part, next, [(here, here), (long.MinValue, here - 1), (here + 1, long.MaxValue)], ref steps);
    }

    private long[]? Split(Part part, int variable, (long Least, long Most)[] ranges, ref int steps)
    {
        foreach (var (least, most) in ranges)
        {
            var system = part.System.Copy();
            if (least != long.MinValue && !system.Keep(variable, least, atLeast: true)) continue;
            if (most != long.MaxValue && !system.Keep(variable, most, atLeast: false)) continue;
            if (Search(part with { System = system }, ref steps) is { } table) return table;
        }

        return null;
    }

    private static bool KeepsRules(MaskedUnit unit, FormValues values) =>
        unit.Form.Rules.Where(rule => rule.Rule.Severity == Severity.Error).All(rule => rule.Evaluate(values, unit.Context).IsEmpty);

    private static bool IsFar(long value) => value is 0 or >= CellMask.SmallBelow;

    private bool Agrees(FormValues[] values) => _units.Index().GroupBy(one => one.Item.Class, StringComparer.Ordinal).All(alike =>
    {
        var changed = alike.Where(one => !ReferenceEquals(values[one.Index], one.Item.Values)).ToArray();
        return Published(changed.Select(one => (one.Item, one.Item.Values))).SequenceEqual(Published(changed.Select(one => (one.Item, values[one.Index]))));
    });

    // How often it did not arise is published: of which cells too few are 0 for that; null for none.
    private IEnumerable<int>? TooFewZeros(long[] table, int[][] counted) => counted.FirstOrDefault(alike => alike.Count(i => table[i] == 0) < alike.Count(i => !IsNumber(_variables[i])));

    // The same cells as before say that nothing arose, as far as they are 0; else ones that have become 0, else others that are.
    private FormValues[] Fill(long[] table, int[][] counted)
    {
        var cells = new ImmutableDictionary<CellKey, CellValue>.Builder?[_units.Length];
        foreach (var alike in counted)
        {
            var zeros = alike.Where(i => table[i] == 0).OrderBy(i => IsNumber(_variables[i])).ThenBy(i => _true[i] == 0).Take(alike.Count(i => !IsNumber(_variables[i]))).ToHashSet();
            foreach (var i in alike.Where(i => table[i] != _true[i] || zeros.Contains(i) == IsNumber(_variables[i])))
                (cells[_variables[i].Unit] ??= _units[_variables[i].Unit].Values.Cells.ToBuilder())[_variables[i].Cell] = zeros.Contains(i) ? CellValue.NotArising : new CellValue.Number(table[i]);
        }

        return [.. _units.Select((unit, i) => cells[i] is { } changed ? new FormValues(changed.ToImmutable()) : unit.Values)];
    }

    private bool IsNumber((int Unit, CellKey Cell) one) => _units[one.Unit].Values[one.Cell] is CellValue.Number;

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

    /// <summary>Rows over some of the hidden cells, the others being as they are.</summary>
    /// <param name="System">The rows.</param>
    /// <param name="Free">The hidden cells.</param>
    /// <param name="Counted">Groups of cells of which as many say that nothing arose as before: those of one sum, or, which is stricter than what is published, those of the same sums.</param>
    private sealed record Part(LinearSystem System, int[] Free, int[][] Counted);
}
