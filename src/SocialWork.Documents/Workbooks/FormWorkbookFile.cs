using System.Collections.Immutable;
using SocialWork.Core;
using SocialWork.Documents.Workbooks.Layout;
using SocialWork.Documents.Xlsx;

namespace SocialWork.Documents.Workbooks;

/// <summary>
/// Writes forms as an .xlsx file that comes back: shaped like the paper forms, in Vietnamese, with the marks of
/// <see cref="WorkbookMarks"/> and the lines of <see cref="WorkbookIdentity"/>. How each kind of field is entered:
/// <list type="bullet">
/// <item>numbers as numbers, dates as dates, texts as text cells, yes and no and choices from a list of their words;</item>
/// <item>several options as their words or codes in one text cell, with “;” between them: see <see cref="OptionWords"/>;</item>
/// <item>a kind of empty as its words in the cell, or beside the row where it holds for all of its blank cells;</item>
/// <item>explanations of warnings as texts: a row for each warning beneath a unit's form, one cell in a facility's row.</item>
/// </list>
/// Safe for concurrent use.
/// </summary>
public static class FormWorkbookFile
{
    /// <summary>The media type of the file.</summary>
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>The file. Refused as too large (<c>workbook.tooLarge</c>) beyond <see cref="WorkbookLimits"/>.</summary>
    public static Result<byte[]> Write(FormWorkbook book, CancellationToken cancellationToken)
    {
        var facilities = book.Sheets.OfType<WorkbookSheet.OfFacilities>().ToArray();
        if (facilities.Sum(sheet => sheet.Facilities.Length) > WorkbookLimits.MaxFacilities || facilities.Sum(FacilitySheet.SizeOf) > WorkbookLimits.MaxCells) return TooLarge;
        var lists = new Lists();
        var inputs = new FieldInputs(lists);
        var taken = new SheetNames();
        var sheets = new List<XlsxSheet>();
        foreach (var (index, content) in book.Sheets.Index())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var name = taken.Next(content.Form.Code, content.Form.Definition.Title.Vi);
            sheets.Add(content switch
            {
                WorkbookSheet.OfUnit unit => UnitSheet.Make(book, unit, index + 1, name, inputs),
                WorkbookSheet.OfFacilities rows => FacilitySheet.Make(book, rows, index + 1, name, inputs),
                _ => throw new InvalidOperationException($"Unknown sheet {content.GetType().Name}."),
            });
        }

        if (book.Cover is { } cover) sheets.Insert(0, CoverSheet.Make(book, cover, [.. sheets.Select(sheet => sheet.Name)]));
        if (lists.Sheet() is { } hidden) sheets.Add(hidden);
        sheets.Add(Identity(book));
        return XlsxFile.Write(sheets, cancellationToken);
    }

    private static XlsxSheet Identity(FormWorkbook book)
    {
        var identity = new WorkbookIdentity(book.Plan.Id, book.Agency.Code, book.Created, [.. book.Sheets.Select(SheetIdentityOf)]);
        return new XlsxSheet(WorkbookMarks.IdentitySheet)
        {
            VeryHidden = true,
            Widths = [],
            Rows =
            [
                .. identity.Write().Select((line, index) => new XlsxRow(
                    index + 1, [new XlsxCell(1, Look.Plain) { Words = line.Key }, new XlsxCell(2, Look.Plain) { Words = line.Value }], Height: null, Hidden: false)),
            ],
        };
    }

    private static SheetIdentity SheetIdentityOf(WorkbookSheet sheet, int index) => new(
        index + 1,
        sheet.Form.Code,
        sheet.Form.Compiled.Hash,
        sheet.Period,
        sheet is WorkbookSheet.OfFacilities,
        [.. sheet.Units.Select(unit => new UnitRevision(unit.Unit.Code, unit.Revision))]);

    private static Refusal TooLarge => new(
        RefusalKind.TooLarge,
        "workbook.tooLarge",
        $"Tệp sẽ vượt quá {WorkbookLimits.MaxFacilities} dòng cơ sở hoặc {WorkbookLimits.MaxCells} ô; hãy tải từng biểu, hoặc biểu của từng cơ sở.",
        $"The file would have more than {WorkbookLimits.MaxFacilities} facility rows or {WorkbookLimits.MaxCells} cells; download one form, or one facility, at a time.");
}
