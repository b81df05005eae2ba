using System.Collections.Immutable;
using SocialWork.Abstractions;

namespace SocialWork.Core.Privacy;

/// <summary>Masks the units of one class, which answered one declaration. Used once, by one thread.</summary>
internal sealed class ClassMask(ImmutableArray<MaskedUnit> units)
{
    private readonly MaskShape _shape = MaskShape.Of(units[0].Form);
    private readonly HashSet<(MaskedUnit Unit, CellKey Cell)> _hidden = [];

    /// <summary>The hidden cells of every unit that has any.</summary>
    public IEnumerable<(string Unit, ImmutableHashSet<CellKey> Cells)> Hide()
    {
        // Where partners cannot be found for one group, nothing that is tied to it is shown of any unit of the class.
        if (_shape.Blocks.Any(block => !Protect(block))) Add(units, _shape.Whole);
        return _hidden.GroupBy(one => one.Unit.Unit, (unit, cells) => (unit, cells.Select(one => one.Cell).ToImmutableHashSet()), StringComparer.Ordinal);
    }

    // Whether every small cell of the group has a partner in the end.
    private bool Protect(SensitiveBlock block)
    {
        var with = units.Where(unit => block.Counts.Any(cell => CellMask.IsSmall(unit.Values[cell]))).ToHashSet();
        var open = with.SelectMany(unit => block.Counts.Where(cell => CellMask.IsSmall(unit.Values[cell])).Select(cell => (Unit: unit, Cell: cell))).ToList();
        while (true)
        {
            open.RemoveAll(small => with.Any(partner => MayChangePlaces(small.Unit, partner, small.Cell, block)));
            if (open.Count == 0) break;
            var next = Next(open[0].Cell, with);
            if (next.Length == 0) break;
            with.UnionWith(next);
        }

        Add(with, [.. block.Cells, .. block.Guards.Select(guard => guard.Cell)]);
        return open.Count == 0;
    }

    // The next larger number, else all that have none. Units alike are taken together: a choice among them by anything but the
    // hidden values themselves would tell a reader who knows the rule which of them was chosen.
    private MaskedUnit[] Next(CellKey cell, HashSet<MaskedUnit> with)
    {
        var rest = units.Where(unit => !with.Contains(unit) && CellMask.CanHide(unit.Values[cell])).GroupBy(unit => Amount(unit, cell)).OrderBy(alike => alike.Key).ToArray();
        return [.. rest.FirstOrDefault(alike => alike.Key >= CellMask.SmallBelow) ?? rest.FirstOrDefault() ?? Enumerable.Empty<MaskedUnit>()];
    }

    private static bool MayChangePlaces(MaskedUnit small, MaskedUnit partner, CellKey cell, SensitiveBlock block) =>
        CellMask.CanHide(partner.Values[cell]) && !CellMask.IsSmall(partner.Values[cell]) && Exchange.IsUnseen(small, partner, block);

    private void Add(IEnumerable<MaskedUnit> whose, ImmutableArray<CellKey> cells)
    {
        foreach (var unit in whose) _hidden.UnionWith(cells.Where(cell => CellMask.CanHide(unit.Values[cell])).Select(cell => (unit, cell)));
    }

    private static long Amount(MaskedUnit unit, CellKey cell) => unit.Values[cell] is CellValue.Number number ? number.Value : 0;
}
