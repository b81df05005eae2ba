using System.Collections.Immutable;
using System.Globalization;
using System.IO.Packaging;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using SocialWork.Abstractions;
using SocialWork.Core;
using SocialWork.Core.Time;
using SocialWork.Documents.Words;
using SocialWork.Documents.Xlsx;
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
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>The row of the headings, from 1.</summary>
    public const int HeadingRow = 3;

    /// <summary>The most characters of a cell; longer words end in a sign that there was more.</summary>
    public const int MaxCellLength = 30_000;

    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Parts = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    // A spreadsheet keeps 15 digits of a number, and counts days rightly from March 1900 on.
    private const long MostExact = 999_999_999_999_999;
    private static readonly DateOnly FirstDay = new(1900, 3, 1);

    /// <summary>Writes the table and gives the number of its rows; refused beyond <see cref="Table.MaxRows"/>, when part of it may have been written.</summary>
    public static async Task<Result<int>> WriteAsync(Table table, Stream to, CancellationToken cancellationToken)
    {
        using var package = Package.Open(to, FileMode.Create, FileAccess.Write);
        // Each part is written before the next is made: what is streamed cannot be gone back to.
        var styles = Part(package, "/xl/styles.xml", "styles+xml");
        Write(styles, XlsxTableStyles.Make());
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
        var name = SheetName(table.Title.In(table.Language));
        var quoted = $"'{name.Replace("'", "''", StringComparison.Ordinal)}'";
        return new Workbook(
            new BookViews(new WorkbookView()),
            new Sheets(new Sheet { Id = sheetId, SheetId = 1, Name = name }),
            new DefinedNames(
                new DefinedName($"{quoted}!{Filtered(table, rows, "$")}") { Name = "_xlnm._FilterDatabase", LocalSheetId = 0, Hidden = true },
                new DefinedName(string.Create(CultureInfo.InvariantCulture, $"{quoted}!${HeadingRow}:${HeadingRow}")) { Name = "_xlnm.Print_Titles", LocalSheetId = 0 }));
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
        WriteRow(writer, 1, [Worded(table.Title.In(table.Language), TableLook.Title)]);
        WriteRow(writer, 2, [Worded(Foreword(table), table.Demonstration ? TableLook.Demonstration : TableLook.Note)]);
        WriteRow(writer, HeadingRow, table.Columns.Select(column => Worded(column.Header.In(table.Language), TableLook.Heading)));
        var count = 0;
        await foreach (var row in table.Rows.WithCancellation(cancellationToken))
        {
            if (++count > Table.MaxRows) return Table.TooManyRows;
            WriteRow(writer, HeadingRow + count, row.Select(cell => CellOf(cell, table.Language)));
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

    private static void WriteRow(OpenXmlWriter writer, int number, IEnumerable<Cell?> cells)
    {
        writer.WriteStartElement(new Row { RowIndex = (uint)number });
        foreach (var (index, cell) in cells.Index())
        {
            if (cell is null) continue;
            cell.CellReference = string.Create(CultureInfo.InvariantCulture, $"{Letters(index + 1)}{number}");
            writer.WriteElement(cell);
        }

        writer.WriteEndElement();
    }

    private static Cell? CellOf(TableCell? cell, string language) => cell switch
    {
        null => null,
        TableCell.Words words => Worded(words.Value, TableLook.Words),
        TableCell.Whole { Value: < -MostExact or > MostExact } inexact => Worded(When.Number(inexact.Value), TableLook.Words),
        TableCell.Whole whole => Numbered(whole.Value, TableLook.Whole),
        TableCell.Percent percent => Numbered(percent.Value / 100m, TableLook.Percent),
        TableCell.Day day when day.Value < FirstDay => Worded(When.Date(day.Value), TableLook.Words),
        TableCell.Day day => Numbered(Serial(day.Value), TableLook.Day),
        TableCell.Moment moment => Timed(CityClock.InCity(moment.Value)),
        TableCell.YesNo yesNo => Worded(TableCell.Say(yesNo.Value, language), TableLook.Words),
        _ => throw new InvalidOperationException($"Unknown cell {cell.GetType().Name}."),
    };

    private static Cell Timed(DateTimeOffset moment)
    {
        var day = DateOnly.FromDateTime(moment.DateTime);
        if (day < FirstDay) return Worded($"{When.Date(day)} {moment:HH:mm:ss}", TableLook.Words);
        var seconds = (int)moment.TimeOfDay.TotalSeconds;
        return Numbered(Serial(day) + (seconds / 86_400m), TableLook.Moment);
    }

    private static int Serial(DateOnly day) => day.DayNumber - new DateOnly(1899, 12, 30).DayNumber;

    // Always stored as text, so that “=1+1” stays what somebody typed.
    private static Cell Worded(string words, TableLook look) => new(new InlineString(new Text(XlsxText.Of(Shortened(words))) { Space = SpaceProcessingModeValues.Preserve }))
    {
        DataType = CellValues.InlineString,
        StyleIndex = (uint)look,
    };

    private static Cell Numbered(decimal number, TableLook look) => new(new DocumentFormat.OpenXml.Spreadsheet.CellValue(number)) { StyleIndex = (uint)look };

    private static string Shortened(string words) => words.Length <= MaxCellLength ? words : words[..MaxCellLength] + "… [cắt bớt – cut short]";

    private static string Foreword(Table table) => table.Demonstration ? $"{Mark(table.Language)}. {table.Note}" : table.Note;

    private static string Mark(string language) =>
        new Abstractions.Text("DỮ LIỆU MINH HỌA – mọi số liệu đều là ví dụ", "DEMONSTRATION DATA – every figure is an example").In(language);

    private static void WritePage(OpenXmlWriter writer, Table table)
    {
        writer.WriteElement(new PageMargins { Left = 0.4, Right = 0.4, Top = 0.6, Bottom = 0.6, Header = 0.3, Footer = 0.3 });
        writer.WriteElement(new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 });
        var page = new Abstractions.Text("Trang", "Page").In(table.Language);
        var footer = new OddFooter($"&L&9{Plain(table.Title.In(table.Language))}&R&9{page} &P/&N");
        writer.WriteElement(table.Demonstration ? new HeaderFooter(new OddHeader($"&C&9{Plain(Mark(table.Language))}"), footer) : new HeaderFooter(footer));
    }

    private static string Plain(string words) => XlsxText.Of(words).Replace("&", "&&", StringComparison.Ordinal);

    private static string Filtered(Table table, int rows, string fix) => string.Create(
        CultureInfo.InvariantCulture, $"{fix}A{fix}{HeadingRow}:{fix}{Letters(table.Columns.Length)}{fix}{HeadingRow + rows}");

    // A sheet's name holds 31 characters, and none of those by which formulas name places.
    private static string SheetName(string title)
    {
        var name = string.Concat(title.Select(c => "[]:*?/\\'".Contains(c, StringComparison.Ordinal) ? ' ' : c));
        return name.Length <= 31 ? name : name[..31].TrimEnd();
    }

    private static string Letters(int column)
    {
        var letters = string.Empty;
        for (var rest = column; rest > 0; rest = (rest - 1) / 26) letters = (char)('A' + ((rest - 1) % 26)) + letters;
        return letters;
    }
}
