using SocialWork.Abstractions;
using SocialWork.Core.Forms;
using SocialWork.Core.Rules;

namespace SocialWork.Core.Totals;

/// <summary>One cell as a measure sees it.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Content">What it adds and of which kind it is; a cell whose partner of a ratio is empty is of the partner's kind.</param>
public readonly record struct MeasuredCell(CellKey Cell, CellTally Content);

/// <summary>
/// Which cells of one submission a measure takes, and what each adds. Running totals, recounts and lineage all read through
/// here, so that they cannot disagree. Pure; safe for concurrent use.
/// </summary>
public static class MeasureReader
{
    /// <summary>Every cell of a field, as its plain total takes them.</summary>
    public static IEnumerable<MeasuredCell> Cells(FormField field, FormValues values, SubmittingUnit unit)
    {
        var asked = FormCells.IsAsked(field, unit.Type);
        foreach (var cell in FormCells.Of(field, unit))
            yield return new MeasuredCell(cell, CellTally.Of(asked ? values[cell] : CellValue.NotApplicable));
    }

    /// <summary>The cells that a declared measure takes; none where its condition is not true.</summary>
    public static IEnumerable<MeasuredCell> Cells(CompiledMeasure compiled, FormValues values, RuleContext context)
    {
        if (compiled.Condition is { } condition && condition.Evaluate(values, context) != true) yield break;
        var measure = compiled.Measure;
        foreach (var measured in Cells(measure.Of, values, context.Unit))
        {
            if (!Selected(measure, measured.Cell)) continue;
            yield return measure.PairedWith is { } partner && LeavesBothSides(partner, measured.Cell, values, context.Unit) is { } empty
                ? new MeasuredCell(measured.Cell, empty)
                : measured;
        }
    }

    private static bool Selected(Measure measure, CellKey cell)
    {
        foreach (var filter in measure.Options)
        {
            var dimension = IndexOf(measure.Of, filter.Dimension);
            var option = dimension == 0 ? cell.Option1 : dimension == 1 ? cell.Option2 : null;
            if (option is null || !filter.Codes.Contains(option, StringComparer.Ordinal)) return false;
        }

        return true;
    }

    private static int IndexOf(FormField field, string dimension)
    {
        for (var i = 0; i < field.By.Length; i++)
        {
            if (field.By[i].Id == dimension) return i;
        }

        return -1;
    }

    private static CellTally? LeavesBothSides(FormField partner, CellKey cell, FormValues values, SubmittingUnit unit)
    {
        var other = FormCells.IsAsked(partner, unit.Type) ? values[cell with { Field = partner.Id }] : CellValue.NotApplicable;
        return other is null or CellValue.Empty { Kind: not EmptyKind.NotArising } ? CellTally.Of(other) : null;
    }
}
