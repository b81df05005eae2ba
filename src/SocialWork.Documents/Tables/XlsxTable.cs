using System.Collections.Immutable;
using System.Globalization;
using System.IO.Packaging;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using SocialWork.Abstractions;
using SocialWork.Core;
using SocialWork.Core.Time;
using SocialWork.Documents.Workbooks;
using SocialWork.Documents.Words;
using SocialWork.Documents.Xlsx;
using SheetNames = SocialWork.Documents.Workbooks.Layout.SheetNames;
using Text = DocumentFormat.OpenXml.Spreadsheet.Text;

namespace SocialWork.Documents.Tables;

/// <summary>
/// Writes a table as a workbook of one sheet: the title in row 1, what it was made from in row 2, headings in
/// <see cref="HeadingRow"/>, the rows beneath. Streamed: neither rows nor file are held, and the stream need not seek, which
/// is why the package is put together here. Safe for concurrent use.
/// </summary>
public static class XlsxTable
{
    /// <summary>The media type.</summary>
    public const string ContentType = FormWorkbookFile.ContentType;

    /// <summary>The row of the headings, from 1.</summary>
    public const int HeadingRow = 3;

    /// <summary>The most characters of a cell; longer words end in a sign that there was more.</summary>
    public const int MaxCellLength = 30_000;

    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Parts = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    // A row of ten lines; who wants to read more opens the cell.
    private const double MostHeight = (10 * XlsxHeight.Line) + 3;

    // A spreadsheet keeps 15 digits of a number, and counts days rightly from March 1900 on.
    private const long MostExact = 999_999_999_999_999;
    private static readonly DateOnly FirstDay = new(1900, 3, 1);

    /// <summary>Writes the table and gives the number of its rows; refused beyond <see cref="Table.MaxRows"/>, when part of it may have been written.</summary>
    public static async Task<Result<int>> WriteAsync(Table table, Stream to, CancellationToken cancellationToken)
    {
        using var package = Package.Open(to, FileMode.Create, FileAccess.Write);
        // Each part is written before the next is made: what is streamed cannot be gone back to.
        var styles = Part(package, "/xl/styles.xml", "styles+xml");
        Write(styles, XlsxStyles.Make());
        var sheet = Part(package, "/xl/worksheets/sheet1.xml", "worksheet+xml");
        var written = await WriteSheetAsync(sheet, table, cancellationToken);
        if (written is not Result<int>.Ok { Value: var rows }) return written;
        var book = Part(package, "/xl/workbook.xml", "sheet.main+xml");
        package.CreateRelationship(book.Uri, TargetMode.Internal, Relationships + "/officeDocument");
        book.CreateRelationship(styles.Uri, TargetMode.Internal, Relationships + "/styles");
        Write(book, Book(table, book.CreateRelationship(sheet.Uri, TargetMode.Internal, Relationships + "/worksheet").Id, rows));
        return written;
    }

    private static PackagePart Part(Package package, string name, string type) => package.CreatePart(new Uri(name, UriKind.Relative), Parts + type, CompressionOption.Normal);

    private static void Write(PackagePart part, OpenXmlElement root)
    {
        using var stream = part.GetStream(FileMode.Create, FileAccess.Write);
        using var writer = OpenXmlWriter.Create(stream);
        writer.WriteStartDocument(standalone: true);
        writer.WriteElement(root);
    }

    private static Workbook Book(Table table, string sheetId, int rows)
    {
        var name = new SheetNames().Next(string.Empty, table.Title.In(table.Language));
        var quoted = XlsxFile.Quote(name);
        return new Workbook(
            new BookViews(new WorkbookView()),
            new Sheets(new Sheet { Id = sheetId, SheetId = 1, Name = name }),
            new DefinedNames(
                new DefinedName($"{quoted}!{Filtered(table, rows, "$")}") { Name = "_xlnm._FilterDatabase", LocalSheetId = 0, Hidden = true },
                new DefinedName(string.Create(CultureInfo.InvariantCulture, $"{quoted}!$A:$A,{quoted}!${HeadingRow}:${HeadingRow}")) { Name = "_xlnm.Print_Titles", LocalSheetId = 0 }));
    }

    private static async Task<Result<int>> WriteSheetAsync(PackagePart part, Table table, CancellationToken cancellationToken)
    {
        await using var stream = part.GetStream(FileMode.Create, FileAccess.Write);
        using var writer = OpenXmlWriter.Create(stream);
        writer.WriteStartDocument(standalone: true);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        writer.WriteElement(new SheetViews(View()));
        writer.WriteElement(new SheetFormatProperties { DefaultRowHeight = 15 });
        writer.WriteElement(new Columns(table.Columns.Select((column, index) => new Column { Min = (uint)index + 1, Max = (uint)index + 1, Width = column.Width, CustomWidth = true })));
        writer.WriteStartElement(new SheetData());
        WriteRow(writer, 1, 20, [Worded(table.Title.In(table.Language), Look.Caption)]);
        WriteRow(writer, 2, HeightOf(string.Empty, 1), [Worded(Foreword(table), table.Demonstration ? Look.CaptionMark : Look.CaptionNote)]);
        var headings = table.Columns.Select(column => column.Header.In(table.Language)).ToArray();
        WriteRow(writer, HeadingRow, headings.Zip(table.Columns, (words, column) => HeightOf(words, column.Width, wide: true)).Max(), headings.Select(words => Worded(words, Look.Header)));
        var count = 0;
        await foreach (var row in table.Rows.WithCancellation(cancellationToken))
        {
            if (++count > Table.MaxRows) return Table.TooManyRows;
            var height = row.Zip(table.Columns, (cell, column) => HeightOf(cell is TableCell.Words words ? words.Value : string.Empty, column.Width)).Max();
            WriteRow(writer, HeadingRow + count, Math.Min(height, MostHeight), row.Select(cell => CellOf(cell, table.Language)));
        }

        writer.WriteEndElement();
        writer.WriteElement(new AutoFilter { Reference = Filtered(table, count, string.Empty) });
        WritePage(writer, table);
        writer.WriteEndElement();
        return count;
    }

    private static SheetView View()
    {
        var corner = string.Create(CultureInfo.InvariantCulture, $"A{HeadingRow + 1}");
        return new SheetView(
            new Pane { VerticalSplit = HeadingRow, TopLeftCell = corner, ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen },
            new Selection { Pane = PaneValues.BottomLeft, ActiveCell = corner, SequenceOfReferences = new ListValue<StringValue> { InnerText = corner } }) { WorkbookViewId = 0 };
    }

    // Of codes in capitals and of bold headings a column holds less than its width says.
    private static double HeightOf(string words, double width, bool wide = false) =>
        XlsxHeight.Of(words, wide || !words.Contains(' ', StringComparison.Ordinal) ? width * 0.8 : width, XlsxHeight.Line);

    private static void WriteRow(OpenXmlWriter writer, int number, double height, IEnumerable<Cell> cells)
    {
        writer.WriteStartElement(new Row { RowIndex = (uint)number, Height = height });
        foreach (var (index, cell) in cells.Index())
        {
            cell.CellReference = XlsxCell.Name(number, index + 1);
            writer.WriteElement(cell);
        }

        writer.WriteEndElement();
    }

    private static Cell CellOf(TableCell? cell, string language) => cell switch
    {
        null => new Cell { StyleIndex = (uint)Look.Words },
        TableCell.Words words => Worded(words.Value, Look.Words),
        TableCell.Whole { Value: < -MostExact or > MostExact } inexact => Worded(When.Number(inexact.Value), Look.Words),
        TableCell.Whole whole => Numbered(whole.Value, Look.Whole),
        TableCell.Percent percent => Numbered(percent.Value / 100m, Look.Percent),
        TableCell.Day day when day.Value < FirstDay => Worded(When.Date(day.Value), Look.Words),
        TableCell.Day day => Numbered(Serial(day.Value), Look.Day),
        TableCell.Moment moment => Timed(CityClock.InCity(moment.Value)),
        TableCell.YesNo yesNo => Worded(TableCell.Say(yesNo.Value, language), Look.Words),
        _ => throw new InvalidOperationException($"Unknown cell {cell.GetType().Name}."),
    };

    private static Cell Timed(DateTimeOffset moment)
    {
        var day = DateOnly.FromDateTime(moment.DateTime);
        if (day < FirstDay) return Worded($"{When.Date(day)} {moment:HH:mm:ss}", Look.Words);
        return Numbered(Serial(moment), Look.Moment);
    }

    /// <summary>A moment as the format counts it, on the clock that it is given on, to the second.</summary>
    internal static decimal Serial(DateTimeOffset moment) => Serial(DateOnly.FromDateTime(moment.DateTime)) + ((int)moment.TimeOfDay.TotalSeconds / 86_400m);

    /// <summary>A day as the format counts it.</summary>
    internal static int Serial(DateOnly day) => day.DayNumber - new DateOnly(1899, 12, 30).DayNumber;

    // Always stored as text, so that “=1+1” stays what somebody typed.
    private static Cell Worded(string words, Look look) => new(new InlineString(new Text(XlsxText.Of(Shortened(words))) { Space = SpaceProcessingModeValues.Preserve }))
    {
        DataType = CellValues.InlineString,
        StyleIndex = (uint)look,
    };

    private static Cell Numbered(decimal number, Look look) => new(new DocumentFormat.OpenXml.Spreadsheet.CellValue(number)) { StyleIndex = (uint)look };

    private static string Shortened(string words) => words.Length <= MaxCellLength ? words : words[..MaxCellLength] + "… [cắt bớt – cut short]";

    private static string Foreword(Table table) => table.Demonstration ? $"{Mark(table.Language)}. {table.Note}" : table.Note;

    private static string Mark(string language) =>
        new Abstractions.Text("DỮ LIỆU MINH HỌA – mọi số liệu đều là ví dụ", "DEMONSTRATION DATA – every figure is an example").In(language);

    private static void WritePage(OpenXmlWriter writer, Table table)
    {
        writer.WriteElement(new PageMargins { Left = 0.4, Right = 0.4, Top = 0.6, Bottom = 0.6, Header = 0.3, Footer = 0.3 });
        writer.WriteElement(new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = XlsxFile.PagesAcross(table.Columns.Sum(column => column.Width)), FitToHeight = 0 });
        var page = new Abstractions.Text("Trang", "Page").In(table.Language);
        var footer = new OddFooter($"&L&9{Plain(table.Title.In(table.Language))}&R&9{page} &P/&N");
        writer.WriteElement(table.Demonstration ? new HeaderFooter(new OddHeader($"&C&9{Plain(Mark(table.Language))}"), footer) : new HeaderFooter(footer));
    }

    private static string Plain(string words) => XlsxText.Of(words).Replace("&", "&&", StringComparison.Ordinal);

    private static string Filtered(Table table, int rows, string fix) => string.Create(
        CultureInfo.InvariantCulture, $"{fix}A{fix}{HeadingRow}:{fix}{XlsxCell.Letters(table.Columns.Length)}{fix}{HeadingRow + rows}");
}
