using System.Collections.Immutable;
using System.Globalization;
using SocialWork.Core.Typing;
using SocialWork.Documents.Workbooks.Layout;
using SocialWork.Documents.Xlsx;

namespace SocialWork.Documents.Workbooks;

/// <summary>A sheet that people fill row by row.</summary>
/// <param name="Name">The sheet's name.</param>
/// <param name="Title">What stands at the top.</param>
/// <param name="HowTo">What to know before filling it in.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="MaxRows">As far down as its drop-downs go.</param>
internal sealed record SheetForm(string Name, string Title, string HowTo, ImmutableArray<SheetColumn> Columns, int MaxRows)
{
    /// <summary>By field, the entries that it is chosen from.</summary>
    public ImmutableDictionary<string, ImmutableArray<string>> Lists { get; init; } = ImmutableDictionary<string, ImmutableArray<string>>.Empty;
}

/// <summary>Writes the workbook that <see cref="SheetTableReader"/> reads back: title, advice, headings, rows. Pure; safe for concurrent use.</summary>
internal static class SheetWorkbook
{
    private const int HeadingRow = 3;
    private const int FrozenColumns = 2;

    /// <summary>The file, with a text for every column of every row.</summary>
    public static byte[] Write(SheetForm form, IEnumerable<ImmutableArray<string>> lines, CancellationToken cancellationToken)
    {
        var lists = new Lists();
        var rows = new List<XlsxRow>
        {
            Row(1, [Words(1, form.Title, Look.Title)]),
            Row(2, [Words(1, form.HowTo, Look.Advice)]) with { Height = 36 },
            Row(HeadingRow, form.Columns.Select((c, i) => Words(i + 1, c.Header, Look.Header))),
        };
        foreach (var line in lines) rows.Add(Row(rows.Count + 1, line.Select((words, i) => Words(i + 1, words, Look.TextInput))));
        var sheet = new XlsxSheet(form.Name)
        {
            Rows = rows,
            Widths = [.. form.Columns.Select(c => (double)c.Width)],
            Merges = [.. Enumerable.Range(1, 2).Select(row => $"A{row}:{XlsxCell.Name(row, form.Columns.Length)}")],
            Validations = [.. form.Columns.Select((c, i) => (c.Field, Column: XlsxCell.Letters(i + 1))).Where(c => form.Lists.ContainsKey(c.Field)).Select(c => Choice(c.Column, form.Lists[c.Field], form.MaxRows, lists))],
            FrozenRows = HeadingRow,
            FrozenColumns = FrozenColumns,
            RepeatedRows = (HeadingRow, HeadingRow),
            Foot = form.Title,
            IsProtected = false,
        };
        return XlsxFile.Write(lists.Sheet() is { } hidden ? [sheet, hidden] : [sheet], cancellationToken);
    }

    private static XlsxValidation Choice(string column, ImmutableArray<string> entries, int maxRows, Lists lists) => new(
        string.Create(CultureInfo.InvariantCulture, $"{column}{HeadingRow + 1}:{column}{HeadingRow + maxRows}"),
        new InputRule(lists.Reference([.. entries]), null, string.Empty, "Chọn một mục trong danh sách."));

    private static XlsxRow Row(int number, IEnumerable<XlsxCell> cells) => new(number, [.. cells], Height: null, Hidden: false);

    private static XlsxCell Words(int column, string words, Look look) => new(column, look) { Words = words.Length == 0 ? null : words };
}
