using System.Collections.Immutable;
using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SocialWork.Abstractions;
using SocialWork.Documents.Xlsx;

namespace SocialWork.Documents.Workbooks.Reading;

/// <summary>The first sheet of a marked file: all findings with links to their cells.</summary>
internal static class FindingsSheet
{
    private const string Name = "Lỗi";

    /// <summary>Puts it before all other sheets and opens the file on it.</summary>
    public static void Add(WorkbookPart book, ImmutableArray<WorkbookFinding> findings, string language, MarkedStyles styles)
    {
        var sheets = book.Workbook.Sheets ??= book.Workbook.AppendChild(new Sheets());
        var all = sheets.Elements<Sheet>().ToArray();
        var part = book.AddNewPart<WorksheetPart>();
        part.Worksheet = Make(findings, language, styles, [.. all.Select(sheet => sheet.Name?.Value ?? string.Empty)]);
        part.Worksheet.Save();
        sheets.PrependChild(new Sheet
        {
            Name = Free(all.Select(sheet => sheet.Name?.Value ?? string.Empty)),
            SheetId = all.Select(sheet => sheet.SheetId?.Value ?? 0).DefaultIfEmpty().Max() + 1,
            Id = book.GetIdOfPart(part),
        });
        // Names that belong to a sheet, and the sheet that is open, are counted by place.
        foreach (var name in book.Workbook.DefinedNames?.Elements<DefinedName>().Where(name => name.LocalSheetId is not null) ?? []) name.LocalSheetId = name.LocalSheetId!.Value + 1;
        foreach (var view in book.Workbook.BookViews?.Elements<WorkbookView>() ?? [])
        {
            view.ActiveTab = 0;
            view.FirstSheet = 0;
        }

        // Two sheets that are both selected would be edited together. Most sheets are not, and are not loaded for it.
        foreach (var other in book.WorksheetParts.Where(other => other != part && (other.IsRootElementLoaded || IsSelected(other))))
        {
            foreach (var view in other.Worksheet.Descendants<SheetView>()) view.TabSelected = null;
            other.Worksheet.Save();
        }
    }

    private static bool IsSelected(WorksheetPart part)
    {
        using var xml = HardenedXml.Open(part.GetStream(FileMode.Open, FileAccess.Read), CancellationToken.None);
        while (xml.Next() && !xml.IsAt("sheetData"))
        {
            if (xml.IsAt("sheetView") && xml.GetAttribute("tabSelected") is "1" or "true") return true;
        }

        return false;
    }

    private static Worksheet Make(ImmutableArray<WorkbookFinding> findings, string language, MarkedStyles styles, HashSet<string> known)
    {
        var english = language == "en";
        var data = new SheetData();
        var links = new Hyperlinks();
        data.Append(Row(1, styles.Bold, english ? $"Findings in this file: {findings.Length}. Correct the coloured cells and send the file again; this sheet may stay." : $"Các điểm được phát hiện trong tệp: {findings.Length}. Hãy sửa các ô được tô màu rồi gửi lại tệp; có thể để nguyên trang này."));
        data.Append(Row(3, styles.Bold, english ? ["No.", "Level", "Form", "Unit", "Sheet", "Cell", "Message"] : ["STT", "Mức độ", "Biểu", "Đơn vị", "Trang", "Ô", "Nội dung"]));
        foreach (var (index, finding) in findings.Take(WorkbookMarker.MaxMarks).Index())
        {
            var at = index + 4;
            string[] words = [(index + 1).ToString(CultureInfo.InvariantCulture), LevelOf(finding.Level).In(language), finding.Form ?? "", finding.Unit ?? "", finding.Sheet ?? "", finding.Address ?? "", finding.Message.In(language)];
            data.Append(Row(at, null, words));
            if (finding is { Sheet: { } sheet, Address: { } address } && known.Contains(sheet)) links.Append(new Hyperlink { Reference = "F" + at.ToString(CultureInfo.InvariantCulture), Location = $"{XlsxFile.Quote(sheet)}!{address}", Display = address });
        }

        double[] widths = [6, 14, 8, 12, 30, 8, 120];
        var made = new Worksheet(
            new SheetViews(new SheetView { WorkbookViewId = 0, TabSelected = true }),
            new Columns(widths.Select((width, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = width, CustomWidth = true })),
            data);
        if (links.HasChildren) made.Append(links);
        return made;
    }

    private static Row Row(int number, uint? style, params string[] words) => new(words.Select((text, i) => new Cell
    {
        CellReference = new CellAddress(number, i + 1).ToString(),
        DataType = CellValues.InlineString,
        StyleIndex = style,
        InlineString = new InlineString(new DocumentFormat.OpenXml.Spreadsheet.Text(XlsxText.Of(text)) { Space = SpaceProcessingModeValues.Preserve }),
    }))
    {
        RowIndex = (uint)number,
    };

    // A file that comes back marked and is marked again has the sheet already.
    private static string Free(IEnumerable<string> taken)
    {
        var names = taken.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Enumerable.Range(1, names.Count + 1).Select(n => n == 1 ? Name : $"{Name} {n}").First(name => !names.Contains(name));
    }

    private static Abstractions.Text LevelOf(FindingLevel level) => level switch
    {
        FindingLevel.Problem => new("Phải sửa", "Must be corrected"),
        FindingLevel.Error => new("Lỗi của biểu", "Error of the form"),
        FindingLevel.Warning => new("Cảnh báo", "Warning"),
        _ => new("Ghi chú", "Note"),
    };
}
