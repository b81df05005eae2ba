using System.Collections.Immutable;
using System.Globalization;
using SocialWork.Abstractions;
using SocialWork.Core.Reports;
using SocialWork.Core.Reports.Annexes;
using SocialWork.Core.Sectors;
using SocialWork.Documents.Tables;
using SocialWork.Documents.Words;
using SocialWork.Documents.Xlsx;

namespace SocialWork.Documents.Annexes;

/// <summary>
/// The annexes as a workbook: a cover, and a sheet for each table, so that each repeats its own head on paper and keeps it in
/// view. Sums and rates are formulas over the cells beside them, with their results. Pure; safe for concurrent use.
/// </summary>
public static class AnnexWorkbook
{
    /// <summary>The media type.</summary>
    public const string ContentType = XlsxTable.ContentType;

    /// <summary>The row of a table's heads, from 1.</summary>
    public const int HeadRow = 4;

    // A spreadsheet keeps 15 digits of a number.
    private const long MostExact = 999_999_999_999_999;
    private const double MostLabel = 42;
    private const double MostWords = 40;

    /// <summary>The workbook in a language.</summary>
    public static byte[] Write(CombinedReport report, string language, CancellationToken cancellationToken)
    {
        var annexes = AnnexPages.Of(report);
        return XlsxFile.Write([Cover(report, annexes, language), .. from annex in annexes from table in annex.Tables select Sheet(report, annex, table, language)], cancellationToken);
    }

    private static XlsxSheet Cover(CombinedReport report, ImmutableArray<ReportAnnex> annexes, string language)
    {
        string Say(string vi, string en) => new Text(vi, en).In(language);
        var rows = new List<XlsxRow>();
        var links = ImmutableArray.CreateBuilder<(string, string)>();
        var coverage = report.Coverage;
        Line(Look.Caption, Say("Phụ lục số liệu báo cáo tổng hợp", "Annexes of the combined report"));
        Line(Look.CaptionNote, report.Title.In(language));
        if (report.Demo) Line(Look.CaptionMark, Say("DỮ LIỆU MINH HỌA – mọi số liệu đều là ví dụ", "DEMONSTRATION DATA – every figure is an example"));
        Pair(Say("Kế hoạch", "Plan"), report.Plan);
        Pair(Say("Số liệu tính đến", "Figures as of"), $"{When.Time(report.AsOf)} {When.Date(report.AsOf)}");
        Pair(Say("Tính chất", "State"), report.Provisional ? Say("Số liệu tạm tính", "Provisional figures") : Say("Số liệu chính thức", "Final figures"));
        Pair(Say("Đã gửi đủ báo cáo", "All forms sent"), $"{When.Number(coverage.Sent)}/{When.Number(coverage.Expected)}");
        Pair(Say("Đã được tiếp nhận", "Accepted"), $"{When.Number(coverage.Accepted)}/{When.Number(coverage.Expected)}");
        Pair(Say("Đơn vị chưa gửi đủ", "Not all sent"), coverage.Missing.IsEmpty ? Say("Không có", "None") : string.Join("; ", coverage.Missing.Select(unit => unit.Name)));
        foreach (var module in report.Modules.Where(module => module.State != SectorOutcome.Ok))
            Pair(module.Name.In(language), $"{StateWords.Of(module.State).In(language)}. {module.Reason?.In(language)}".Trim());
        rows.Add(new XlsxRow(rows.Count + 1, [new(1, Look.Header) { Words = Say("Trang tính", "Sheet") }, new(2, Look.Header) { Words = Say("Nội dung", "Content") }], null, Hidden: false));
        foreach (var (annex, table) in annexes.SelectMany(annex => annex.Tables.Select(table => (annex, table))))
        {
            Row(Look.Link, table.Id, $"{Say("Phụ lục", "Annex")} {annex.Number}. {annex.Title.In(language)}: {table.Caption.In(language)}");
            links.Add((XlsxCell.Name(rows.Count, 1), table.Id));
        }

        return new XlsxSheet(Say("Bìa", "Cover")) { Rows = rows, Widths = [26, 110], Links = links.ToImmutable(), IsProtected = false, IsLandscape = true, Foot = report.Title.In(language) };

        void Line(Look look, string words) => rows.Add(new XlsxRow(rows.Count + 1, [new(1, look) { Words = words }], null, Hidden: false));
        void Pair(string name, string words) => Row(Look.TotalLabel, name, words);
        void Row(Look look, string name, string words) => rows.Add(new XlsxRow(rows.Count + 1, [new(1, look) { Words = name }, new(2, Look.Words) { Words = words }], XlsxHeight.Of(words, 110, XlsxHeight.Line), Hidden: false));
    }

    private static XlsxSheet Sheet(CombinedReport report, ReportAnnex annex, AnnexTable table, string language)
    {
        var covered = AnnexWords.IsCovered(table);
        string[] heads = [table.Rowed.In(language), .. table.Columns.Select(column => AnnexWords.Head(column).In(language)), .. covered ? [AnnexWords.CoveredHead.In(language)] : Array.Empty<string>()];
        var widths = Widths(table, heads, language);
        var mark = report.Demo ? new Text("DỮ LIỆU MINH HỌA. ", "DEMONSTRATION DATA. ").In(language) : string.Empty;
        var state = report.Provisional ? new Text("Số liệu tạm tính đến", "Provisional figures as of") : new Text("Số liệu tính đến", "Figures as of");
        List<XlsxRow> rows =
        [
            new(1, [new(1, Look.Caption) { Words = $"{new Text("Phụ lục", "Annex").In(language)} {annex.Number}. {annex.Title.In(language)}" }], 20, Hidden: false),
            new(2, [new(1, Look.CaptionNote) { Words = $"{table.Id}. {table.Caption.In(language)}" }], null, Hidden: false),
            new(3, [new(1, report.Demo ? Look.CaptionMark : Look.CaptionNote) { Words = $"{mark}{state.In(language)} {When.Time(report.AsOf)} {When.Date(report.AsOf)}" }], null, Hidden: false),
            new(HeadRow, [.. heads.Select((words, i) => new XlsxCell(i + 1, Look.Header) { Words = words })], heads.Zip(widths, (words, width) => XlsxHeight.Of(words, width - 1.5, XlsxHeight.Line)).Max(), Hidden: false),
        ];
        foreach (var (i, row) in table.Rows.Index()) rows.Add(Row(table, row, HeadRow + 1 + i, covered, widths[0], language));
        // What is said beneath runs over the whole table, as far as it is wide.
        var merges = ImmutableArray.CreateBuilder<string>();
        foreach (var note in Notes(table, language))
        {
            var at = rows[^1].Number + 1;
            rows.Add(new XlsxRow(at, [new(1, Look.Hint) { Words = note }], XlsxHeight.Of(note, widths.Sum(), XlsxHeight.Line), Hidden: false));
            if (heads.Length > 1) merges.Add($"{XlsxCell.Name(at, 1)}:{XlsxCell.Name(at, heads.Length)}");
        }

        return new XlsxSheet(table.Id)
        {
            Rows = rows,
            Widths = widths,
            Merges = merges.ToImmutable(),
            FrozenRows = HeadRow,
            FrozenColumns = 1,
            RepeatedRows = (HeadRow, HeadRow),
            Foot = $"{mark}{annex.Title.In(language)}",
            IsProtected = false,
            IsLandscape = true,
        };
    }

    private static IEnumerable<string> Notes(AnnexTable table, string language) =>
    [
        .. from row in table.Rows from cell in row.Cells where cell.Note is not null select $"{row.Label.In(language)}: {cell.Note!.In(language)}",
        .. AnnexWords.Legend(table).Concat(table.Notes).Select(note => note.In(language)),
    ];

    private static ImmutableArray<double> Widths(AnnexTable table, string[] heads, string language)
    {
        var label = Math.Clamp(table.Rows.Max(row => (double?)AnnexWords.Label(row).In(language).Length) ?? 0, 24, MostLabel);
        return
        [
            label + 2,
            .. table.Columns.Select((column, i) =>
            {
                var widest = table.Rows.Max(row => (double?)AnnexWords.Print(row.Cells[i], language).Length) ?? 0;
                var word = heads[i + 1].Split(' ').Max(part => part.Length);
                return Math.Clamp(Math.Max(widest * 1.1, word) + 3, 11, MostWords);
            }),
            .. AnnexWords.IsCovered(table) ? [11.0] : Array.Empty<double>(),
        ];
    }

    private static XlsxRow Row(AnnexTable table, AnnexRow row, int number, bool covered, double width, string language)
    {
        var strong = AnnexWords.IsStrong(row);
        var label = AnnexWords.Label(row).In(language);
        var cells = new List<XlsxCell> { new(1, strong ? Look.TotalLabel : Look.Words) { Words = label } };
        cells.AddRange(row.Cells.Select((cell, i) => CellOf(table, row, number, i, language)));
        if (covered) cells.Add(new XlsxCell(cells.Count + 1, strong ? Look.Total : Look.Whole) { Words = AnnexWords.Covered(row) });
        var heights = row.Cells.Where(cell => cell.State == AnnexCellState.Words).Select(cell => XlsxHeight.Of(AnnexWords.Print(cell, language), MostWords - 4, XlsxHeight.Line)).Append(XlsxHeight.Of(label, width - 1, XlsxHeight.Line));
        return new XlsxRow(number, cells, heights.Max(), Hidden: false);
    }

    private static XlsxCell CellOf(AnnexTable table, AnnexRow row, int number, int index, string language)
    {
        var (cell, column, strong) = (row.Cells[index], table.Columns[index], AnnexWords.IsStrong(row));
        var (at, whole) = (index + 2, strong ? Look.Total : Look.Whole);
        if (cell is { State: AnnexCellState.Number, Value: { } value and <= MostExact })
            return new XlsxCell(at, whole) { Number = value, Formula = !row.SumOf.IsEmpty ? Sum(row.SumOf, HeadRow + 1, part => XlsxCell.Name(part, at)) : column.SumOf.IsEmpty ? null : Sum(column.SumOf, 2, part => XlsxCell.Name(number, part)) };
        if (cell.State == AnnexCellState.Rate && column.RatioOf is { } ratio && row.Cells[ratio.Denominator].Value is { } denominator and > 0)
        {
            var (n, d) = (XlsxCell.Name(number, ratio.Numerator + 2), XlsxCell.Name(number, ratio.Denominator + 2));
            var look = IsFine(cell) ? strong ? Look.FineTotalRate : Look.FineRate : strong ? Look.TotalRate : Look.Rate;
            return new XlsxCell(at, look) { Real = (row.Cells[ratio.Numerator].Value ?? 0) / (decimal)denominator, Formula = $"IF(N({d})=0,0,N({n})/N({d}))" };
        }

        var words = AnnexWords.Print(cell, language);
        return new XlsxCell(at, column.Kind == AnnexColumnKind.Words ? strong ? Look.TotalLabel : Look.Words : whole) { Words = words.Length == 0 ? null : words };
    }

    // Printed with more than one decimal: it would stand on the other side of its threshold otherwise.
    private static bool IsFine(AnnexCell cell) => cell.Words!.Vi.TrimEnd('%').Split(',') is [_, { Length: > 1 }];

    // Neighbours as one range, so that a total of forty rows stays readable: a cell of words adds nothing.
    private static string Sum(ImmutableArray<int> parts, int first, Func<int, string> name)
    {
        var ranges = new List<(int From, int To)>();
        foreach (var part in parts.Order())
        {
            if (ranges is [.., var last] && last.To == part - 1) ranges[^1] = (last.From, part);
            else ranges.Add((part, part));
        }

        return string.Create(CultureInfo.InvariantCulture, $"SUM({string.Join(',', ranges.Select(range => range.From == range.To ? name(range.From + first) : $"{name(range.From + first)}:{name(range.To + first)}"))})");
    }
}
