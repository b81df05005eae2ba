using System.Globalization;

namespace SocialWork.Documents.Xlsx;

/// <summary>A cell to be written: words, a whole number, a formula with its present result, or nothing but a look.</summary>
internal readonly record struct XlsxCell(int Column, Look Look)
{
    /// <summary>Words; null for none. Always stored as text, so that “=1+1” stays what somebody typed.</summary>
    public string? Words { get; init; }

    /// <summary>A whole number, or the serial of a date; null for none.</summary>
    public long? Number { get; init; }

    /// <summary>A number that need not be whole: 0.705 for 70,5%, or the serial of a moment; null for none.</summary>
    public decimal? Real { get; init; }

    /// <summary>A formula without its equals sign; null for none. <see cref="Number"/> or <see cref="Real"/> is its present result; neither where that is empty.</summary>
    public string? Formula { get; init; }

    /// <summary>A cell's name in a sheet, both counted from 1: <c>E12</c>.</summary>
    public static string Name(int row, int column) => string.Create(CultureInfo.InvariantCulture, $"{Letters(column)}{row}");

    /// <summary>A column's name: 1 is A, 27 is AA.</summary>
    public static string Letters(int column)
    {
        var letters = string.Empty;
        for (var rest = column; rest > 0; rest = (rest - 1) / 26) letters = (char)('A' + ((rest - 1) % 26)) + letters;
        return letters;
    }
}

/// <summary>A row to be written, its cells by column.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Cells">Its cells, by column.</param>
/// <param name="Height">In points; null leaves it to the reader's program.</param>
/// <param name="Hidden">Whether people see it.</param>
internal sealed record XlsxRow(int Number, IReadOnlyList<XlsxCell> Cells, double? Height, bool Hidden)
{
    /// <summary>Whether the height stays when people type more.</summary>
    public bool HeightIsFixed { get; init; }
}
