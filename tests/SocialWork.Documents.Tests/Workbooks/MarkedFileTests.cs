using System.Collections.Immutable;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SocialWork.Abstractions;
using SocialWork.Core;
using SocialWork.Core.Planning;
using SocialWork.Documents.Workbooks;
using SocialWork.Documents.Workbooks.Reading;
using SocialWork.Tests.Shared;

namespace SocialWork.Documents.Tests.Workbooks;

/// <summary>The officer's own file comes back with what was found marked in it, and with everything else as it was.</summary>
public sealed class MarkedFileTests
{
    [Fact]
    public async Task Cells_are_coloured_and_noted_and_the_first_sheet_lists_and_links_everything()
    {
        var (_, file, sheet) = await FileAsync();
        var marked = Mark(file, Found(sheet, "E10", FindingLevel.Problem, "Số trẻ em: “1,000” có thể là hai số.") with { Others = [new FoundCell("b", "F10"), new FoundCell("c", null)] }, Found(sheet, "ZZ500", FindingLevel.Warning, "Xa"), Found(null, null, FindingLevel.Notice, "Chung"));

        XlsxGrid.Errors(marked).ShouldBeEmpty();
        var sheets = XlsxGrid.Read(marked);
        sheets[0].Name.ShouldBe("Lỗi");
        Enumerable.Range(4, 3).Select(row => (sheets[0][row, 2], sheets[0][row, 5], sheets[0][row, 6], sheets[0][row, 7])).ShouldBe(
            [("Phải sửa", sheet, "E10", "Số trẻ em: “1,000” có thể là hai số."), ("Cảnh báo", sheet, "ZZ500", "Xa"), ("Ghi chú", "", "", "Chung")]);
        sheets[0].Xml.Descendants<Hyperlink>().Select(link => (link.Reference!.Value, link.Location!.Value)).ShouldBe([("F4", $"'{sheet}'!E10"), ("F5", $"'{sheet}'!ZZ500")]);
        using var document = SpreadsheetDocument.Open(new MemoryStream(marked), isEditable: false);
        var part = Part(document, sheet);
        part.WorksheetCommentsPart!.Comments.Descendants<Comment>().Select(note => (note.Reference!.Value, note.InnerText)).ShouldBe(
            [("E10", "Số trẻ em: “1,000” có thể là hai số."), ("F10", "Số trẻ em: “1,000” có thể là hai số."), ("ZZ500", "Xa")]);
        ColourOf(document, part, "E10").ShouldBe("FFFF9999");
        ColourOf(document, part, "ZZ500").ShouldBe("FFFFF2A8");
        document.WorkbookPart!.Workbook.BookViews!.Elements<WorkbookView>().Single().ActiveTab!.Value.ShouldBe(0u);
    }

    [Fact]
    public async Task Everything_else_stays_and_the_marked_file_can_be_sent_again()
    {
        var (model, file, sheet) = await FileAsync();
        var marked = Mark(file, Found(sheet, "E10", FindingLevel.Problem, "x"));
        var (before, after) = (XlsxGrid.Read(file), XlsxGrid.Read(marked).Skip(1).ToArray());
        after.Select(s => (s.Name, s.VeryHidden)).ShouldBe(before.Select(s => (s.Name, s.VeryHidden)));
        foreach (var (one, other) in before.Zip(after))
        {
            other.Cells.ShouldBe(one.Cells, ignoreOrder: true);
            other.HiddenRows.ShouldBe(one.HiddenRows, ignoreOrder: true);
            other.Xml.Descendants<DataValidation>().Select(v => v.OuterXml).ShouldBe(one.Xml.Descendants<DataValidation>().Select(v => v.OuterXml));
            other.Xml.Descendants<SheetProtection>().Count().ShouldBe(one.Xml.Descendants<SheetProtection>().Count());
        }

        var again = WorkbookUnderTest.Read(model, marked);
        again.Sheets[0].Units[0].Changes.ToJsonString().ShouldBe(WorkbookUnderTest.Read(model, file).Sheets[0].Units[0].Changes.ToJsonString());
        // Marked once more: notes are added to, not doubled, and the new list has a name of its own.
        var twice = Mark(marked, Found(sheet, "E10", FindingLevel.Problem, "y"), Found(sheet, "E11", FindingLevel.Problem, "z"));
        XlsxGrid.Errors(twice).ShouldBeEmpty();
        XlsxGrid.Read(twice).Take(2).Select(s => s.Name).ShouldBe(["Lỗi 2", "Lỗi"]);
        using var document = SpreadsheetDocument.Open(new MemoryStream(twice), isEditable: false);
        Part(document, sheet).WorksheetCommentsPart!.Comments.Descendants<Comment>().Select(note => note.InnerText).ShouldBe(["x\ny", "z"]);
    }

    [Fact]
    public async Task Marks_and_lines_are_limited()
    {
        var (_, file, sheet) = await FileAsync();
        var marked = Mark(file, [.. Enumerable.Range(1, WorkbookMarker.MaxMarks + 5).Select(row => Found(sheet, "H" + row, FindingLevel.Warning, "x"))]);
        using var document = SpreadsheetDocument.Open(new MemoryStream(marked), isEditable: false);
        Part(document, sheet).WorksheetCommentsPart!.Comments.Descendants<Comment>().Count().ShouldBe(WorkbookMarker.MaxMarks);
        XlsxGrid.Read(marked)[0].Cells.Keys.Max(place => place.Row).ShouldBe(WorkbookMarker.MaxMarks + 3);
    }

    [Fact]
    public async Task Another_program_opens_it_with_its_notes()
    {
        var (_, file, sheet) = await FileAsync();
        var saved = await LibreOffice.ConvertAsync(Mark(file, Found(sheet, "E10", FindingLevel.Problem, "Ghi chú lỗi")), "xlsx", "xlsx", CancellationToken.None);
        using var document = SpreadsheetDocument.Open(new MemoryStream(saved), isEditable: false);
        Part(document, sheet).WorksheetCommentsPart!.Comments.Descendants<Comment>().ShouldHaveSingleItem().InnerText.ShouldContain("Ghi chú lỗi");
    }

    [Fact]
    public async Task A_bare_file_without_styles_is_marked_too()
    {
        var model = await WorkbookUnderTest.ModelAsync();
        var bare = new HandMadeXlsx([WorkbookUnderTest.Sheet().Row("so", ("E", HandMadeCell.Number(1))), WorkbookUnderTest.Identity(model)]);
        bare["xl/styles.xml"] = "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"/>";
        var marked = Mark(bare.Build(), Found("Biểu", "E3", FindingLevel.Problem, "x"), Found("Biểu", "B3", FindingLevel.Problem, "x"), Found("Biểu", "B9", FindingLevel.Problem, "x"));
        WorkbookUnderTest.Read(model, marked).Sheets[0].Units[0].Changes.ToJsonString().ShouldBe("""{"so":1}""");
        using var document = SpreadsheetDocument.Open(new MemoryStream(marked), isEditable: false);
        ColourOf(document, Part(document, "Biểu"), "B3").ShouldBe("FFFF9999");
    }

    [Fact]
    public async Task A_part_that_was_not_read_may_not_harm_when_it_is_loaded()
    {
        var model = await WorkbookUnderTest.ModelAsync();
        var file = new HandMadeXlsx([WorkbookUnderTest.Sheet(), WorkbookUnderTest.Identity(model)]);
        file["xl/comments1.xml"] = string.Concat(Enumerable.Repeat("<x>", 100_000));
        WorkbookMarker.Mark(new MemoryStream(file.Build()), [], "vi", CancellationToken.None).ShouldBeOfType<Result<byte[]>.No>().Refusal.Code.ShouldBe("workbook.unsafe");
        var renamed = new HandMadeXlsx([WorkbookUnderTest.Sheet(), WorkbookUnderTest.Identity(model)]);
        renamed["xl/a.bin"] = file["xl/comments1.xml"];
        renamed["[Content_Types].xml"] = renamed["[Content_Types].xml"].Replace("</Types>", "<Override PartName=\"/xl/a.bin\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml\"/></Types>", StringComparison.Ordinal);
        WorkbookMarker.Mark(new MemoryStream(renamed.Build()), [], "vi", CancellationToken.None).ShouldBeOfType<Result<byte[]>.No>().Refusal.Code.ShouldBe("workbook.unsafe");
        var large = new HandMadeXlsx([WorkbookUnderTest.Sheet(), WorkbookUnderTest.Identity(model)]);
        var noise = new byte[UploadLimits.MaxMarkedBytes];
        new Random(3).NextBytes(noise.AsSpan(0, noise.Length / 20));
        large.Parts["xl/worksheets/anh.bin"] = noise;
        WorkbookMarker.Mark(new MemoryStream(large.Build()), [], "vi", CancellationToken.None).ShouldBeOfType<Result<byte[]>.No>().Refusal.Code.ShouldBe("workbook.tooLargeToMark");
    }

    [Theory]
    [InlineData("[Content_Types].xml", "Extension=\"rels\"", "Extension=\"x\"")]
    [InlineData("xl/workbook.xml", "sheetId=\"1\"", "sheetId=\"99999999999\"")]
    public async Task What_the_library_understands_otherwise_is_damage(string part, string from, string to)
    {
        var model = await WorkbookUnderTest.ModelAsync();
        var file = new HandMadeXlsx([WorkbookUnderTest.Sheet(), WorkbookUnderTest.Identity(model)]);
        file[part] = file[part].Replace(from, to, StringComparison.Ordinal);
        WorkbookUnderTest.Read(model, file.Build()).Findings.ShouldBeEmpty();
        WorkbookMarker.Mark(new MemoryStream(file.Build()), [], "vi", CancellationToken.None).ShouldBeOfType<Result<byte[]>.No>().Refusal.Code.ShouldBe("workbook.damaged");
    }

    private static async Task<(PlanModel Model, byte[] File, string Sheet)> FileAsync()
    {
        var model = await WorkbookUnderTest.ModelAsync();
        var unit = model.Units.Find(WorkbookUnderTest.Unit)!;
        var file = Books.File(Books.Book(Books.Sheet(model.Form(WorkbookUnderTest.Form)!.Compiled, new UnitAnswers(unit, model.Submitting(unit), 0, FormValues.None, new DateOnly(2026, 11, 1)))));
        return (model, file, XlsxGrid.Read(file)[0].Name);
    }

    private static byte[] Mark(byte[] file, params ImmutableArray<WorkbookFinding> findings) =>
        WorkbookMarker.Mark(new MemoryStream(file), findings, "vi", CancellationToken.None) switch
        {
            Result<byte[]>.Ok ok => ok.Value,
            var no => throw new InvalidOperationException(no.ToString()),
        };

    private static WorkbookFinding Found(string? sheet, string? address, FindingLevel level, string message) => new(sheet, address, "T1", "SYT", "a", "x", level, new(message, message));

    private static WorksheetPart Part(SpreadsheetDocument document, string sheet) =>
        (WorksheetPart)document.WorkbookPart!.GetPartById(document.WorkbookPart.Workbook.Descendants<Sheet>().Single(s => s.Name == sheet).Id!);

    private static string ColourOf(SpreadsheetDocument document, WorksheetPart part, string address)
    {
        var styles = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet;
        var format = styles.CellFormats!.Elements<CellFormat>().ElementAt((int)part.Worksheet.Descendants<Cell>().Single(cell => cell.CellReference == address).StyleIndex!.Value);
        return styles.Fills!.Elements<Fill>().ElementAt((int)format.FillId!.Value).PatternFill!.ForegroundColor!.Rgb!.Value!;
    }
}
