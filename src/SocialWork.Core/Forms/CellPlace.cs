using SocialWork.Abstractions;

namespace SocialWork.Core.Forms;

/// <summary>Where a value stands: a cell, or a column of a row of a table.</summary>
/// <param name="Written">The cell as programs write it; of a table's row and column, <c>field/row/column</c> with rows from 1.</param>
/// <param name="Label">What people call it.</param>
internal sealed record CellPlace(string Written, Text Label)
{
    /// <summary>The place of a whole cell.</summary>
    public static CellPlace Of(FormField field, CellKey cell) => new(cell.ToString(), CellLabels.Of(field, cell));

    /// <summary>The place of a column in a row of the table that stands here.</summary>
    /// <param name="row">The row, from 1.</param>
    /// <param name="column">The column; null for the row itself.</param>
    public CellPlace Row(int row, FormField? column) => column is null
        ? new CellPlace($"{Written}/{row}", new Text($"{Label.Vi}, dòng {row}", $"{Label.En}, row {row}"))
        : new CellPlace($"{Written}/{row}/{column.Id}", new Text($"{Label.Vi}, dòng {row}, {column.Label.Vi}", $"{Label.En}, row {row}, {column.Label.En}"));
}
