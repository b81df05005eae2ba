using System.Collections.Immutable;
using System.Globalization;

namespace SocialWork.Documents.Workbooks.Reading;

/// <summary>What a cell's content is, before it is known what it should be.</summary>
internal enum RawKind
{
    /// <summary>A number; also what is shown as a date or a percentage.</summary>
    Number,
    /// <summary>Text.</summary>
    Text,
    /// <summary>TRUE or FALSE.</summary>
    Flag,
    /// <summary>A date that is written as such (ISO 8601), which few programs do.</summary>
    Date,
    /// <summary>An error such as #REF!.</summary>
    Error,
    /// <summary>A formula whose result was not stored.</summary>
    Nothing,
}

/// <summary>How a number is shown.</summary>
internal enum Shown
{
    /// <summary>As a number.</summary>
    Plainly,
    /// <summary>As a date or a time.</summary>
    AsDate,
    /// <summary>As a percentage.</summary>
    AsPercent,
}

/// <summary>Where a cell stands on its sheet, rows and columns from 1.</summary>
internal readonly record struct CellAddress(int Row, int Column)
{
    /// <summary>As Excel names it: F12.</summary>
    public override string ToString()
    {
        var letters = string.Empty;
        for (var rest = Column; rest > 0; rest = (rest - 1) / 26) letters = (char)('A' + ((rest - 1) % 26)) + letters;
        return letters + Row.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Reads a name; false when it is none.</summary>
    public static bool TryParse(string? name, out CellAddress address)
    {
        address = default;
        if (name is null || name.Length > 10) return false;
        var column = 0;
        var at = 0;
        for (; at < name.Length && char.IsAsciiLetterUpper(name[at]) && at < 4; at++) column = (column * 26) + (name[at] - 'A' + 1);
        if (at == 0 || !int.TryParse(name.AsSpan(at), NumberStyles.None, CultureInfo.InvariantCulture, out var row) || row == 0) return false;
        address = new CellAddress(row, column);
        return true;
    }
}

/// <summary>A cell with content.</summary>
/// <param name="Address">Where it stands.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Text">Its content as it is stored.</param>
/// <param name="Shown">How a number is shown.</param>
/// <param name="IsFormula">Whether the content is what a formula gave when the file was saved.</param>
internal sealed record RawCell(CellAddress Address, RawKind Kind, string Text, Shown Shown, bool IsFormula);

/// <summary>A sheet's cells with content, by row and column.</summary>
internal sealed record RawSheet(string Name, string Part, ImmutableArray<RawRow> Rows);

/// <summary>A row's cells with content, by column.</summary>
internal sealed record RawRow(int Number, ImmutableArray<RawCell> Cells)
{
    /// <summary>The cell in a column, or null.</summary>
    public RawCell? this[int column] => Cells.FirstOrDefault(cell => cell.Address.Column == column);
}

/// <summary>Everything that was read of a workbook.</summary>
/// <param name="Sheets">The sheets in their order.</param>
/// <param name="CountsFrom1904">Whether dates are counted from 1904, as old Macs did.</param>
internal sealed record RawWorkbook(ImmutableArray<RawSheet> Sheets, bool CountsFrom1904);
