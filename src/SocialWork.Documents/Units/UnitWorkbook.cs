using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SocialWork.Core.Units.Changes;
using SocialWork.Core.Units.Import;
using Unit = SocialWork.Core.Units.Unit;

namespace SocialWork.Documents.Units;

/// <summary>Writes units as the workbook that <see cref="UnitSheetReader"/> reads back. Safe for concurrent use.</summary>
public static class UnitWorkbook
{
    /// <summary>What the file is sent as.</summary>
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const string ListSheet = "Danh sách";
    private const uint HeadingRow = 3;
    private const uint Plain = 0;
    private const uint Title = 1;
    private const uint Heading = 2;
    private const uint Advice = 3;

    private const string HowTo =
        "Sửa nội dung và ghi “Hiệu lực từ” là ngày thay đổi; cơ sở mới để trống mã; cơ sở ngừng hoạt động ghi “Hiệu lực đến” là ngày đầu tiên không còn hoạt động. Dòng không đổi giữ nguyên.";

    /// <summary>The file: one row for each of the units as they are, and room for new ones.</summary>
    public static byte[] Write(IEnumerable<(Unit Row, long Revision)> units, UnitVocabulary words, string title)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            var main = book.AddNewPart<WorksheetPart>();
            var lists = book.AddNewPart<WorksheetPart>();
            WriteUnits(main, units, words, title);
            WriteLists(lists, words);
            book.Workbook = new Workbook(new Sheets(
                new Sheet { Id = book.GetIdOfPart(main), SheetId = 1, Name = "Danh mục" },
                new Sheet { Id = book.GetIdOfPart(lists), SheetId = 2, Name = ListSheet, State = SheetStateValues.VeryHidden }));
        }

        return stream.ToArray();
    }

    private static void WriteUnits(WorksheetPart part, IEnumerable<(Unit Row, long Revision)> units, UnitVocabulary words, string title)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetViews(new SheetView(new Pane { VerticalSplit = HeadingRow, HorizontalSplit = 2, TopLeftCell = "C4", ActivePane = PaneValues.BottomRight, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }));
        writer.WriteElement(new Columns(UnitColumns.All.Select((c, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = c.Width, CustomWidth = true })));
        writer.WriteStartElement(new SheetData());
        WriteRow(writer, 1, Title, [title]);
        WriteRow(writer, 2, Advice, [HowTo]);
        WriteRow(writer, HeadingRow, Heading, UnitColumns.All.Select(c => c.Header));
        var number = HeadingRow;
        foreach (var (unit, revision) in units) WriteRow(writer, ++number, Plain, UnitColumns.All.Select(c => Word(unit, revision, c.Field, words)));
        writer.WriteEndElement();
        var rules = UnitColumns.All.Select((c, i) => (c.Field, Column: Letter(i))).Where(c => words.Lists.ContainsKey(c.Field)).Select(c => List(c.Field, c.Column, words)).ToArray();
        writer.WriteElement(new DataValidations(rules) { Count = (uint)rules.Length });
        writer.WriteEndElement();
    }

    // One column for each list, in the order of the sheet's columns.
    private static void WriteLists(WorksheetPart part, UnitVocabulary words)
    {
        var lists = Listed(words).Select(f => words.Lists[f]).ToArray();
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteStartElement(new SheetData());
        for (var i = 0; i < lists.Max(l => l.Length); i++) WriteRow(writer, (uint)i + 1, Plain, lists.Select(l => i < l.Length ? l[i].Words : string.Empty));
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static DataValidation List(string field, string column, UnitVocabulary words)
    {
        var source = Letter(Listed(words).ToList().IndexOf(field));
        return new DataValidation(new Formula1(string.Create(CultureInfo.InvariantCulture, $"'{ListSheet}'!${source}$1:${source}${words.Lists[field].Length}")))
        {
            Type = DataValidationValues.List,
            AllowBlank = true,
            ShowErrorMessage = true,
            Error = "Chọn một mục trong danh sách.",
            SequenceOfReferences = new ListValue<StringValue> { InnerText = string.Create(CultureInfo.InvariantCulture, $"{column}{HeadingRow + 1}:{column}{HeadingRow + UnitImport.MaxRows}") },
        };
    }

    private static IEnumerable<string> Listed(UnitVocabulary words) => UnitColumns.All.Select(c => c.Field).Where(words.Lists.ContainsKey);

    private static string Word(Unit unit, long revision, string field, UnitVocabulary words) => field switch
    {
        UnitFields.Code => unit.Code,
        UnitFields.Name => unit.Name,
        UnitFields.Type => words.WordOf(field, unit.Type),
        UnitFields.SchoolLevel => words.WordOf(field, unit.SchoolLevel),
        UnitFields.Tier => words.WordOf(field, unit.Tier),
        UnitFields.Public => words.WordOf(field, unit.IsPublic ? UnitVocabulary.Yes : UnitVocabulary.No),
        UnitFields.Commune => words.WordOf(field, unit.Commune),
        UnitFields.ManagingSector => words.WordOf(field, unit.ManagingSector),
        UnitFields.Operator => unit.Operator ?? string.Empty,
        UnitFields.InPlan => words.WordOf(field, unit.InPlan ? UnitVocabulary.Yes : UnitVocabulary.No),
        UnitFields.LegalAct => unit.LegalAct ?? string.Empty,
        UnitFields.ValidFrom => Day(unit.ValidFrom),
        UnitFields.ValidTo => unit.ValidTo is { } end ? Day(end) : string.Empty,
        UnitColumns.Revision => revision.ToString(CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException($"Unknown column {field}."),
    };

    private static string Day(DateOnly date) => date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static void WriteRow(OpenXmlWriter writer, uint number, uint style, IEnumerable<string> texts)
    {
        writer.WriteStartElement(new Row { RowIndex = number });
        foreach (var (text, i) in texts.Select((t, i) => (t, i)).Where(c => c.t.Length > 0))
        {
            writer.WriteElement(new Cell
            {
                CellReference = Letter(i) + number.ToString(CultureInfo.InvariantCulture),
                StyleIndex = style,
                DataType = CellValues.InlineString,
                InlineString = new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve }),
            });
        }

        writer.WriteEndElement();
    }

    // Fewer than 26 columns.
    private static string Letter(int column) => ((char)('A' + column)).ToString();

    private static Stylesheet Styles() => new(
        new Fonts(new Font(), new Font(new Bold(), new FontSize { Val = 14 }), new Font(new Bold()), new Font(new Italic())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 }), new Fill(new PatternFill(new ForegroundColor { Rgb = "FFD9E8F6" }) { PatternType = PatternValues.Solid })),
        new Borders(new Border()),
        new CellFormats(
            new CellFormat { NumberFormatId = 49, ApplyNumberFormat = true },
            new CellFormat { FontId = 1, ApplyFont = true },
            new CellFormat(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Center }) { FontId = 2, FillId = 2, ApplyFont = true, ApplyFill = true, ApplyAlignment = true },
            new CellFormat { FontId = 3, ApplyFont = true }));
}
