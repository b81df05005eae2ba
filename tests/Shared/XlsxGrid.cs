using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace SocialWork.Tests.Shared;

/// <summary>A workbook read back cell by cell, apart from the product's own reader.</summary>
public static partial class XlsxGrid
{
    /// <summary>The sheets in their order.</summary>
    public static IReadOnlyList<GridSheet> Read(byte[] file)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        var book = document.WorkbookPart!;
        var shared = book.SharedStringTablePart?.SharedStringTable.Elements<SharedStringItem>().Select(item => TextOf(item)).ToArray() ?? [];
        return [.. book.Workbook.Descendants<Sheet>().Select(sheet => Read(sheet, (WorksheetPart)book.GetPartById(sheet.Id!), shared))];
    }

    /// <summary>
    /// Everything that is not as the format's schema wants it, in both an older and the newest version of it, and what the
    /// schema does not say although programs repair it: merged cells that overlap, cells and rows out of order.
    /// </summary>
    public static IReadOnlyList<string> Errors(byte[] file)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        return
        [
            .. document.WorkbookPart!.WorksheetParts.SelectMany(part => Disorder(part.Worksheet)),
            .. new[] { FileFormatVersions.Office2010, FileFormatVersions.Microsoft365 }
                .SelectMany(version => new OpenXmlValidator(version).Validate(document))
                .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"),
        ];
    }

    private static IEnumerable<string> Disorder(Worksheet sheet)
    {
        var places = sheet.Descendants<Cell>().Select(cell => Place(cell.CellReference!)).ToArray();
        foreach (var (before, after) in places.Zip(places.Skip(1)))
            if (before.CompareTo(after) >= 0) yield return $"{after} stands behind {before}.";
        var taken = new HashSet<(int Row, int Column)>();
        foreach (var range in sheet.Descendants<MergeCell>().Select(merge => merge.Reference!.Value!.Split(':').Select(Place).ToArray()))
        {
            for (var row = range[0].Row; row <= range[1].Row; row++)
            {
                for (var column = range[0].Column; column <= range[1].Column; column++)
                    if (!taken.Add((row, column))) yield return $"{(row, column)} is merged twice.";
            }
        }
    }

    private static GridSheet Read(Sheet sheet, WorksheetPart part, string[] shared)
    {
        var cells = new Dictionary<(int Row, int Column), GridCell>();
        var hiddenRows = new HashSet<int>();
        foreach (var row in part.Worksheet.Descendants<Row>())
        {
            if (row.Hidden?.Value == true) hiddenRows.Add((int)row.RowIndex!.Value);
            foreach (var cell in row.Elements<Cell>())
            {
                var text = cell.DataType?.Value switch
                {
                    CellValues.InlineString => TextOf(cell.InlineString!),
                    CellValues.SharedString => shared[int.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture)],
                    _ => cell.CellValue?.Text ?? string.Empty,
                };
                if (text.Length == 0 && cell.CellFormula is null) continue;
                var isText = cell.DataType?.Value is CellValues.InlineString or CellValues.SharedString or CellValues.String;
                cells[Place(cell.CellReference!)] = new GridCell(text, isText, cell.CellFormula?.Text);
            }
        }

        return new GridSheet(sheet.Name!, sheet.State?.Value == SheetStateValues.VeryHidden, cells, hiddenRows, part.Worksheet);
    }

    // Rich texts hold their words in runs; the format writes what XML cannot hold as _xHHHH_.
    private static string TextOf(OpenXmlElement element) =>
        Escape().Replace(string.Concat(element.Descendants<Text>().Select(text => text.Text)), escape => ((char)int.Parse(escape.Groups["code"].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());

    private static (int Row, int Column) Place(string address)
    {
        var letters = address.TakeWhile(char.IsLetter).ToArray();
        return (int.Parse(address.AsSpan(letters.Length), CultureInfo.InvariantCulture), letters.Aggregate(0, (column, letter) => (column * 26) + letter - 'A' + 1));
    }

    [GeneratedRegex("_x(?<code>[0-9A-Fa-f]{4})_", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Escape();
}

/// <summary>A sheet that was read.</summary>
public sealed record GridSheet(string Name, bool VeryHidden, IReadOnlyDictionary<(int Row, int Column), GridCell> Cells, IReadOnlySet<int> HiddenRows, Worksheet Xml)
{
    /// <summary>What a cell shows; empty for nothing.</summary>
    public string this[int row, int column] => Cells.GetValueOrDefault((row, column))?.Text ?? string.Empty;
}

/// <summary>A cell that was read.</summary>
/// <param name="Text">Its words, or its number as it is stored.</param>
/// <param name="IsText">Whether it is stored as words.</param>
/// <param name="Formula">Its formula; null for none.</param>
public sealed record GridCell(string Text, bool IsText, string? Formula);
