using SocialWork.Abstractions;

namespace SocialWork.Core.Forms;

/// <summary>Where a value stands: a cell, or a column of a row of a table. Its words are made only when there is a problem to name.</summary>
internal sealed class CellPlace
{
    private readonly FormField _field;
    private readonly CellKey _cell;
    private readonly int? _row;
    private readonly FormField? _column;

    private CellPlace(FormField field, CellKey cell, int? row, FormField? column) => (_field, _cell, _row, _column) = (field, cell, row, column);

    /// <summary>The cell as programs write it; of a table's row and column, <c>field/row/column</c> with rows from 1.</summary>
    public string Written => (_row, _column) switch
    {
        (null, _) => _cell.ToString(),
        (_, null) => $"{_cell}/{_row}",
        _ => $"{_cell}/{_row}/{_column.Id}",
    };

    /// <summary>What people call it.</summary>
    public Text Label
    {
        get
        {
            var label = CellLabels.Of(_field, _cell);
            return (_row, _column) switch
            {
                (null, _) => label,
                (_, null) => new Text($"{label.Vi}, dòng {_row}", $"{label.En}, row {_row}"),
                _ => new Text($"{label.Vi}, dòng {_row}, {_column.Label.Vi}", $"{label.En}, row {_row}, {_column.Label.En}"),
            };
        }
    }

    /// <summary>The place of a whole cell.</summary>
    public static CellPlace Of(FormField field, CellKey cell) => new(field, cell, null, null);

    /// <summary>The place of a column in a row of the table that stands here.</summary>
    /// <param name="row">The row, from 1.</param>
    /// <param name="column">The column; null for the row itself.</param>
    public CellPlace Row(int row, FormField? column) => new(_field, _cell, row, column);
}
