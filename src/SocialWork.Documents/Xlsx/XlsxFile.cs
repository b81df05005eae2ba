using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace SocialWork.Documents.Xlsx;

/// <summary>Writes sheets as an .xlsx file. Rows are streamed; nothing of a sheet is kept as a tree. Safe for concurrent use.</summary>
internal static class XlsxFile
{
    // About as many characters as a page of A4 holds at a readable size, standing and lying.
    private const double PortraitWidth = 125;
    private const double LandscapeWidth = 230;

    /// <summary>Over how many pages lying beside each other a sheet of a width in characters is printed.</summary>
    public static uint PagesAcross(double width) => (uint)Math.Ceiling(width / LandscapeWidth);

    /// <summary>The file. At least one sheet must be visible; names must be fit and unique.</summary>
    public static byte[] Write(IReadOnlyList<XlsxSheet> sheets, CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = XlsxStyles.Make();
            var parts = sheets.Select(sheet => (sheet, part: book.AddNewPart<WorksheetPart>())).ToArray();
            foreach (var (sheet, part) in parts) WriteSheet(sheet, part, cancellationToken);
            book.Workbook = new Workbook(
                new BookViews(new WorkbookView { ActiveTab = (uint)sheets.ToList().FindIndex(sheet => !sheet.VeryHidden) }),
                new Sheets(parts.Select((pair, index) => new Sheet
                {
                    Id = book.GetIdOfPart(pair.part),
                    SheetId = (uint)index + 1,
                    Name = pair.sheet.Name,
                    State = pair.sheet.VeryHidden ? SheetStateValues.VeryHidden : SheetStateValues.Visible,
                })));
            var titles = PrintTitles(sheets);
            if (titles.Length > 0) book.Workbook.Append(new DefinedNames(titles));
            book.Workbook.Append(new CalculationProperties { CalculationId = 0, FullCalculationOnLoad = true });
        }

        return stream.ToArray();
    }

    private static DefinedName[] PrintTitles(IReadOnlyList<XlsxSheet> sheets) =>
    [
        .. sheets.Index().Where(s => s.Item.Repeated is not null).Select(s => new DefinedName(s.Item.Repeated!)
        {
            Name = "_xlnm.Print_Titles",
            LocalSheetId = (uint)s.Index,
        }),
    ];

    /// <summary>A sheet's name as formulas write it.</summary>
    public static string Quote(string sheet) => $"'{sheet.Replace("'", "''", StringComparison.Ordinal)}'";

    private static void WriteSheet(XlsxSheet sheet, WorksheetPart part, CancellationToken cancellationToken)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        writer.WriteElement(new SheetViews(View(sheet)));
        writer.WriteElement(new SheetFormatProperties { DefaultRowHeight = 15 });
        if (!sheet.Widths.IsEmpty) writer.WriteElement(new Columns(sheet.Widths.Select(Column)));
        writer.WriteStartElement(new SheetData());
        foreach (var row in sheet.Rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            WriteRow(writer, row);
        }

        writer.WriteEndElement();
        // Without a password: protection keeps slips out of labels and marks. Whoever must lift it can, and what comes back is judged anew.
        if (sheet.IsProtected) writer.WriteElement(new SheetProtection { Sheet = true, Objects = true, Scenarios = true, FormatColumns = false, FormatRows = false });
        if (!sheet.Merges.IsEmpty) writer.WriteElement(new MergeCells(sheet.Merges.Select(range => new MergeCell { Reference = range })) { Count = (uint)sheet.Merges.Length });
        if (!sheet.Validations.IsEmpty) writer.WriteElement(new DataValidations(sheet.Validations.Select(Validation)) { Count = (uint)sheet.Validations.Length });
        if (!sheet.Links.IsEmpty)
            writer.WriteElement(new Hyperlinks(sheet.Links.Select(link => new Hyperlink { Reference = link.Cell, Location = Quote(link.Sheet) + "!B1", Display = link.Sheet })));
        WritePage(writer, sheet);
        writer.WriteEndElement();
    }

    private static SheetView View(XlsxSheet sheet)
    {
        var view = new SheetView { ShowGridLines = false, WorkbookViewId = 0 };
        if (sheet.FrozenRows == 0 && sheet.FrozenColumns == 0) return view;
        var corner = XlsxCell.Name(sheet.FrozenRows + 1, sheet.FrozenColumns + 1);
        var pane = (sheet.FrozenRows, sheet.FrozenColumns) switch
        {
            (0, _) => PaneValues.TopRight,
            (_, 0) => PaneValues.BottomLeft,
            _ => PaneValues.BottomRight,
        };
        view.Append(
            new Pane
            {
                HorizontalSplit = sheet.FrozenColumns == 0 ? null : sheet.FrozenColumns,
                VerticalSplit = sheet.FrozenRows == 0 ? null : sheet.FrozenRows,
                TopLeftCell = corner,
                ActivePane = pane,
                State = PaneStateValues.Frozen,
            },
            new Selection { Pane = pane, ActiveCell = corner, SequenceOfReferences = new ListValue<StringValue> { InnerText = corner } });
        return view;
    }

    private static Column Column(double width, int index) => new()
    {
        Min = (uint)index + 1,
        Max = (uint)index + 1,
        Width = width == 0 ? 10 : width,
        CustomWidth = true,
        Hidden = width == 0 ? true : null,
    };

    private static void WriteRow(OpenXmlWriter writer, XlsxRow row)
    {
        writer.WriteStartElement(new Row
        {
            RowIndex = (uint)row.Number,
            Height = row.Height,
            CustomHeight = row.HeightIsFixed ? true : null,
            Hidden = row.Hidden ? true : null,
        });
        foreach (var cell in row.Cells) writer.WriteElement(CellOf(row.Number, cell));
        writer.WriteEndElement();
    }

    private static Cell CellOf(int row, XlsxCell content)
    {
        var cell = new Cell { CellReference = XlsxCell.Name(row, content.Column), StyleIndex = (uint)content.Look };
        if (content.Formula is { } formula)
        {
            cell.CellFormula = new CellFormula(formula);
            var result = content.Number?.ToString(CultureInfo.InvariantCulture) ?? content.Real?.ToString(CultureInfo.InvariantCulture);
            if (result is null) cell.DataType = CellValues.String;
            cell.CellValue = new CellValue(result ?? string.Empty);
        }
        else if (content.Number is { } number)
        {
            cell.CellValue = new CellValue(number.ToString(CultureInfo.InvariantCulture));
        }
        else if (content.Real is { } real)
        {
            cell.CellValue = new CellValue(real.ToString(CultureInfo.InvariantCulture));
        }
        else if (content.Words is { } words)
        {
            cell.DataType = CellValues.InlineString;
            cell.InlineString = new InlineString(new Text(XlsxText.Of(words)) { Space = SpaceProcessingModeValues.Preserve });
        }

        return cell;
    }

    private static DataValidation Validation(XlsxValidation validation)
    {
        var (list, condition, prompt, error) = validation.Rule;
        var element = new DataValidation
        {
            Type = list is not null ? DataValidationValues.List : condition is not null ? DataValidationValues.Custom : DataValidationValues.None,
            AllowBlank = true,
            ShowInputMessage = prompt.Length > 0,
            ShowErrorMessage = error.Length > 0,
            Prompt = prompt.Length == 0 ? null : prompt,
            Error = error.Length == 0 ? null : error,
            SequenceOfReferences = new ListValue<StringValue> { InnerText = validation.Range },
        };
        if ((list ?? condition) is { } formula)
            element.Formula1 = new Formula1(formula.Replace("{0}", validation.Range.Split(':')[0], StringComparison.Ordinal));
        return element;
    }

    private static void WritePage(OpenXmlWriter writer, XlsxSheet sheet)
    {
        writer.WriteElement(new PrintOptions { HorizontalCentered = true });
        writer.WriteElement(new PageMargins { Left = 0.5, Right = 0.4, Top = 0.5, Bottom = 0.6, Header = 0.3, Footer = 0.3 });
        writer.WriteElement(new PageSetup
        {
            PaperSize = 9,
            Orientation = sheet.IsLandscape || sheet.VisibleWidth > PortraitWidth ? OrientationValues.Landscape : OrientationValues.Portrait,
            FitToWidth = PagesAcross(sheet.VisibleWidth),
            FitToHeight = 0,
        });
        writer.WriteElement(new HeaderFooter(new OddFooter($"&L&9{XlsxText.Of(sheet.Foot).Replace("&", "&&", StringComparison.Ordinal)}&R&9Trang &P/&N")));
    }
}
