using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Rules;
using SocialWork.Core.Totals;

namespace SocialWork.Core.Privacy;

/// <summary>Whether two units of a class could have each other's numbers of a sensitive group and nobody would see. Pure.</summary>
internal static class Exchange
{
    /// <summary>
    /// True where, with the group's cells exchanged and the totals that bound them moved along, the form's rules hold as before
    /// and every measure adds up to the same. Plain sums of cells do by themselves.
    /// </summary>
    public static bool IsUnseen(MaskedUnit one, MaskedUnit other, SensitiveBlock block)
    {
        // What is always shown must be alike, or the exchange would show.
        if (block.Cells.Any(cell => CellMask.CanHide(one.Values[cell]) != CellMask.CanHide(other.Values[cell]) || (!CellMask.CanHide(one.Values[cell]) && one.Values[cell] != other.Values[cell]))) return false;
        foreach (var moved in new[] { true, false })
        {
            if (With(one, other, block, moved) is { } first && With(other, one, block, moved) is { } second && Stands(one, first) && Stands(other, second) && AddUp(one, other, first, second))
                return true;
        }

        return false;
    }

    private static FormValues? With(MaskedUnit unit, MaskedUnit from, SensitiveBlock block, bool moved)
    {
        var cells = unit.Values.Cells.ToBuilder();
        foreach (var cell in block.Cells.Where(cell => CellMask.CanHide(unit.Values[cell]))) cells[cell] = from.Values.Cells[cell];
        foreach (var guard in moved ? block.Guards : [])
        {
            var difference = block.Cells.Where(cell => cell.Field == guard.Bounds).Sum(cell => CellTally.Amount(from.Values[cell]) - CellTally.Amount(unit.Values[cell]));
            if (difference == 0) continue;
            if (unit.Values[guard.Cell] is not CellValue.Number total || total.Value + difference < 0) return null;
            cells[guard.Cell] = new CellValue.Number(total.Value + difference);
        }

        return new FormValues(cells.ToImmutable());
    }

    private static bool Stands(MaskedUnit unit, FormValues exchanged) => unit.Form.Rules
        .Where(rule => rule.Rule.Severity == Severity.Error)
        .All(rule => rule.Evaluate(exchanged, unit.Context).IsEmpty || !rule.Evaluate(unit.Values, unit.Context).IsEmpty);

    private static bool AddUp(MaskedUnit one, MaskedUnit other, FormValues first, FormValues second) => one.Form.Measures.All(measure =>
        Sum(measure, one.Values, one.Context) + Sum(measure, other.Values, other.Context) == Sum(measure, first, one.Context) + Sum(measure, second, other.Context));

    private static CellTally Sum(Forms.CompiledMeasure measure, FormValues values, RuleContext context) =>
        MeasureReader.Cells(measure, values, context).Aggregate(default(CellTally), (sum, cell) => sum + cell.Content);
}
