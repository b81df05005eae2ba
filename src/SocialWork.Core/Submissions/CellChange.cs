using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Forms;

namespace SocialWork.Core.Submissions;

/// <summary>A cell that would change; null for not reported.</summary>
public sealed record CellChange(CellKey Cell, CellValue? Before, CellValue? After)
{
    /// <summary>The cells that differ, in form order.</summary>
    public static ImmutableArray<CellChange> Between(CompiledForm form, FormValues before, FormValues after)
    {
        var differing = before.Cells.Keys.Union(after.Cells.Keys).Where(cell => !Same(form, cell, before[cell], after[cell]));
        return [.. form.InFormOrder(differing).Select(cell => new CellChange(cell, before[cell], after[cell]))];
    }

    // Values that hold lists compare by reference; written, equal values are equal.
    private static bool Same(CompiledForm form, CellKey cell, CellValue? one, CellValue? other) =>
        Equals(one, other) || (one is not null && other is not null && Written(form, cell, one) == Written(form, cell, other));

    private static string Written(CompiledForm form, CellKey cell, CellValue value) => FormValuesJson.Write(form, new FormValues(FormValues.None.Cells.Add(cell, value)));
}
