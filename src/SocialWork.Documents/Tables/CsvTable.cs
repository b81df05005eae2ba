using System.Globalization;
using System.Text;
using System.Xml;
using SocialWork.Core;
using SocialWork.Core.Time;

namespace SocialWork.Documents.Tables;

/// <summary>
/// Writes a table as CSV: UTF-8 with a byte order mark, quoted as RFC 4180 says, lines ended by CRLF, headings first. Dates
/// are <c>2026-11-30</c> and moments <c>2026-11-30 09:00:00</c>, which spreadsheets read alike whatever their language.
/// Safe for concurrent use.
/// </summary>
public static class CsvTable
{
    /// <summary>The media type.</summary>
    public const string ContentType = "text/csv";

    /// <summary>Between two cells: what Excel expects where the decimal sign is a comma, as in Vietnam.</summary>
    public const char Separator = ';';

    // A program that opens the file would run such words as a formula.
    private static readonly System.Buffers.SearchValues<char> FormulaSigns = System.Buffers.SearchValues.Create("=+-@\t\r\n＝＋－＠");
    private static readonly System.Buffers.SearchValues<char> QuotedSigns = System.Buffers.SearchValues.Create($"{Separator}\"\r\n");

    /// <summary>Writes the table and gives the number of its rows; refused beyond <see cref="Table.MaxRows"/>, when part of it may have been written.</summary>
    public static async Task<Result<int>> WriteAsync(Table table, Stream to, CancellationToken cancellationToken)
    {
        var writer = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        await using (writer)
        {
            await writer.WriteLineAsync(Line(table.Columns.Select(column => Field(column.Header.In(table.Language)))).AsMemory(), cancellationToken);
            var count = 0;
            await foreach (var row in table.Rows.WithCancellation(cancellationToken))
            {
                if (++count > Table.MaxRows) return Table.TooManyRows;
                await writer.WriteLineAsync(Line(row.Select(cell => Written(cell, table.Language))).AsMemory(), cancellationToken);
            }

            return count;
        }
    }

    private static string Line(IEnumerable<string> fields) => string.Join(Separator, fields);

    private static string Written(TableCell? cell, string language) => cell switch
    {
        null => string.Empty,
        TableCell.Words words => Field(words.Value),
        TableCell.Whole whole => whole.Value.ToString(CultureInfo.InvariantCulture),
        TableCell.Percent percent => percent.Value.ToString(CultureInfo.InvariantCulture) + "%",
        TableCell.Day day => day.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TableCell.Moment moment => CityClock.InCity(moment.Value).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        TableCell.YesNo yesNo => TableCell.Say(yesNo.Value, language),
        _ => throw new InvalidOperationException($"Unknown cell {cell.GetType().Name}."),
    };

    private static string Field(string words)
    {
        var text = string.Concat(words.Where(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c)));
        if (text.Length > 0 && FormulaSigns.Contains(text[0])) text = "'" + text;
        return text.AsSpan().ContainsAny(QuotedSigns) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
