using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SocialWork.Abstractions;
using SocialWork.Core.Forms;
using SocialWork.Core.Submissions;
using SocialWork.Core.Tests;
using SocialWork.Core.Tests.Forms;
using SocialWork.Documents.Workbooks;
using SocialWork.Documents.Workbooks.Reading;
using SocialWork.Tests.Shared;
using static SocialWork.Documents.Tests.Workbooks.HandMadeCell;

namespace SocialWork.Documents.Tests.Workbooks;

/// <summary>The place for explanations of warnings: how it looks, and what is read of it.</summary>
public sealed class ExplanationSheetTests
{
    private const string Words = "Đề xuất theo đơn của dân.";
    private static readonly CompiledForm School = CompiledForm.Compile(CatalogForms.Of("GD1"));
    private static readonly UnitAnswers Answers = Books.Answers(Books.Agency(UnitTypes.School));

    [Fact]
    public void Each_possible_warning_has_a_row_with_its_message_and_what_was_said_so_far()
    {
        var sheet = Books.Read(Books.Book(Books.Sheet(School, Answers with { Explanations = Explanations.None.Add("GD1.r6", Words).Add("GD1.r99", "Không còn cảnh báo này.") }))).Single();
        Rows(sheet).Select(row => (sheet[row, 2], sheet[row, 3], sheet[row, 5])).ShouldBe(
        [
            ("GD1.r5", "Có dịch vụ nhưng chưa phân công người, kiểm tra lại.", ""),
            ("GD1.r6", "Người làm công tác xã hội nhiều hơn số người đang làm việc, kiểm tra lại.", Words),
            ("CM1", "Số liệu giống hệt năm trước, xác nhận.", ""),
            ("CM2", "Năm trước có số liệu, năm nay bằng 0: giải thích.", ""),
            ("CM3", "Chênh lệch lớn so với năm trước: giải thích.", ""),
        ]);
        sheet.Cells.Values.ShouldContain(cell => cell.Text.Contains("phần “Giải trình cảnh báo” cuối trang", StringComparison.Ordinal), "how it is filled in");
    }

    [Fact]
    public void A_quarter_is_not_compared_with_the_year_before_and_a_form_that_never_warns_asks_nothing()
    {
        string[] Ids(string form, string period)
        {
            var planned = Books.Sheet(CompiledForm.Compile(CatalogForms.Of(form)), Answers).Form;
            var sheet = Books.Read(Books.Book(new WorkbookSheet.OfUnit(planned, period, Answers))).Single();
            var ids = Rows(sheet).Select(row => sheet[row, 2]).ToArray();
            sheet.Cells.Values.Any(cell => cell.Text.Contains("Giải trình", StringComparison.Ordinal)).ShouldBe(ids.Length > 0);
            return ids;
        }

        Ids("YT2", "2026").ShouldBe(["YT2.r7", "YT2.c1", "CM1", "CM2", "CM3"]);
        Ids("YT2", "2026-Q2").ShouldBe(["YT2.r7", "YT2.c1"]);
        Ids("XP5", "2026").ShouldBe(["CM1", "CM2", "CM3"]);
        Ids("XP5", "2025").ShouldBeEmpty();
    }

    [Fact]
    public void An_explanation_may_be_typed_as_long_as_the_core_takes_it()
    {
        var facility = Answers with { Explanations = Explanations.None.Add("GD1.r5", Words).Add("GD1.r6", Words).Add("CM1", "Năm trước chưa có người.") };
        var file = Books.File(Books.Book(Books.Sheet(School, Answers), Books.Rows(School, facility, Answers)));
        XlsxGrid.Errors(file).ShouldBeEmpty();
        using var document = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        var formats = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ToArray();
        var sheets = XlsxGrid.Read(file);
        foreach (var sheet in sheets.Take(2))
        {
            var (row, column, _) = MarkedCells.Keys(sheet).First(cell => MarkedCells.IsExplanation(cell.Key));
            var address = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{(char)('A' + column - 1)}{row}");
            var format = formats[sheet.Xml.Descendants<Cell>().Single(cell => cell.CellReference == address).StyleIndex!.Value];
            (format.Protection!.Locked!.Value, format.Alignment!.WrapText!.Value).ShouldBe((false, true));
            sheet.Xml.Descendants<DataValidation>().Single(rule => rule.SequenceOfReferences!.InnerText!.Split(':')[0] == address).Formula1!.Text.ShouldBe($"AND(LEN({address})>=10,LEN({address})<=2000)");
        }

        // One cell holds what was said to all, each text once; the column is the last.
        var rows = sheets[1];
        var explained = MarkedCells.Keys(rows).Where(cell => MarkedCells.IsExplanation(cell.Key)).ToArray();
        explained.Select(cell => rows[cell.Row, cell.Column]).ShouldBe([$"Năm trước chưa có người.\n{Words}", ""]);
        explained.ShouldAllBe(cell => cell.Column == rows.Cells.Keys.Max(place => place.Column));
        rows.Cells.Values.ShouldContain(cell => cell.Text == "Giải trình");
        rows.Cells.Values.ShouldContain(cell => cell.Text.Contains("cột cuối “Giải trình”", StringComparison.Ordinal), "how it is filled in");
    }

    [Fact]
    public async Task Explanations_are_read_wherever_they_were_moved_and_however_they_were_typed()
    {
        var sheet = WorkbookUnderTest.Sheet().Row("so", ("E", Number(1)))
            .Row("", ("B", Text("Giải trình cảnh báo")))
            .Row("#cols", ("H", Text("=")))
            .Row("!T1.r2", ("B", Text("T1.r2")), ("H", Text($"  {Words} ".Normalize(NormalizationForm.FormD))))
            .Row("", ("C", Text("ghi chú riêng")))
            .Row("!CM1", ("H", Formula("J1&J2", "Đúng như năm trước.", "str")))
            .Row("!CM2", ("H", Number(2025)))
            .Row("!CM3");
        var content = await WorkbookUnderTest.ReadAsync(sheet);
        var unit = content.Sheets[0].Units[0];
        unit.Explanations.Select(said => (said.Key, said.Value?.GetValue<string>().Normalize())).ShouldBe([("T1.r2", Words), ("CM1", "Đúng như năm trước."), ("CM2", "2025"), ("CM3", null)]);
        unit.Changes.ToJsonString().ShouldBe("""{"so":1}""");
        (unit.AddressOf(unit.ExplanationOf("CM1")!), unit.ExplanationOf("T1.r7")).ShouldBe(("H8", null));
        var notice = content.Findings.ShouldHaveSingleItem();
        (notice.Code, notice.Address, notice.Level).ShouldBe(("workbook.formula", "H8", FindingLevel.Notice));
    }

    [Fact]
    public async Task What_is_no_text_or_stands_twice_is_asked_about_at_its_address()
    {
        var sheet = WorkbookUnderTest.Sheet().Row("!CM1", ("E", Text(Words))).Row("!CM2", ("E", Number(46356, VietnameseDate))).Row("!CM1").Row("!CM1", ("E", Text("Lời khác hẳn."))).Row("!*", ("E", Text(Words)));
        var content = await WorkbookUnderTest.ReadAsync(sheet);
        content.Findings.Select(f => (f.Code, f.Address, f.Cell, f.Level)).ShouldBe(
        [
            ("workbook.needsText", "E4", "explanations[CM2]", FindingLevel.Problem),
            ("workbook.cellTwice", "E6", "explanations[CM1]", FindingLevel.Problem),
            ("workbook.notOfTheForm", "E7", "!*", FindingLevel.Problem),
        ]);
        content.Sheets[0].Units[0].Explanations.ToJsonString().ShouldBe(new JsonObject { ["CM1"] = Words }.ToJsonString());
    }

    [Fact]
    public async Task A_facilitys_cell_explains_every_warning_of_its_row()
    {
        var model = await WorkbookUnderTest.ModelAsync();
        HandMadeSheet Sheet(string last) => new HandMadeSheet("Cơ sở").Row("#sheet:1").Row("#cols", ("E", Text("so")), ("F", Text("?")), ("G", Text(last)))
            .Row("@TH2", ("E", Number(1)), ("G", Text(Words))).Row("@TH1", ("F", Text("không phát sinh")));
        var units = WorkbookUnderTest.Read(model, new HandMadeXlsx([Sheet("!"), WorkbookUnderTest.Identity(model, facilities: true)]).Build()).Sheets[0].Units;
        units.Select(unit => unit.Explanations["*"]?.GetValue<string>()).ShouldBe([Words, null]);
        units.Select(unit => unit.Explanations.ContainsKey("*")).ShouldBe([true, true]);
        units[0].AddressOf(units[0].ExplanationOf("T1.r2")!).ShouldBe("G3");
        units[1].Changes.ToJsonString().ShouldBe("""{"so":{"empty":"notArising"}}""");
    }

    [Fact]
    public async Task A_workbook_from_before_there_was_a_place_says_nothing_of_explanations()
    {
        var unit = (await WorkbookUnderTest.ReadAsync(WorkbookUnderTest.Sheet().Row("so", ("E", Number(1))))).Sheets[0].Units[0];
        (unit.Explanations.Count, unit.ExplanationOf("CM1")).ShouldBe((0, null));
        var model = await WorkbookUnderTest.ModelAsync();
        var rows = new HandMadeSheet("Cơ sở").Row("#sheet:1").Row("#cols", ("E", Text("so"))).Row("@TH1", ("E", Number(1)));
        var read = WorkbookUnderTest.Read(model, new HandMadeXlsx([rows, WorkbookUnderTest.Identity(model, facilities: true)]).Build());
        read.Sheets[0].Units[0].Explanations.ShouldBeEmpty();
        read.Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_program_saves_them_and_they_are_read_the_same()
    {
        var form = CompiledForm.Compile(CatalogForms.Of("YT1"));
        var units = new[] { "BV-1", "BV-2" }.Select(code => TestPlan.Facility(code, UnitTypes.Hospital, "health", "19960")).ToArray();
        var model = await TestPlan.ModelAsync(units, ("health", [form.Definition]));
        var (one, two) = ("“Trích” & <b>\nhai dòng, =1+1", "-5 so với năm trước: đã đối chiếu.");
        var said = units.Select(unit => new UnitAnswers(unit, model.Submitting(unit), 1, FormValues.None, null) { Explanations = Explanations.None.Add("YT1.c1", one).Add("CM3", two) }).ToImmutableArray();
        var file = Books.File(Books.Book(Books.Sheet(form, said[0]), Books.Rows(form, said[1])));

        var read = WorkbookUnderTest.Read(model, await LibreOffice.ConvertAsync(file, "xlsx", "xlsx", CancellationToken.None));

        read.Findings.ShouldBeEmpty();
        read.Sheets[0].Units[0].Explanations.Where(words => words.Value is not null).Select(words => (words.Key, words.Value!.GetValue<string>())).ShouldBe([("YT1.c1", one), ("CM3", two)]);
        read.Sheets[0].Units[0].Explanations.Select(words => words.Key).ShouldBe(["YT1.r12", "YT1.c1", "YT1.c2", "CM1", "CM2", "CM3"]);
        read.Sheets[1].Units[0].Explanations["*"]!.GetValue<string>().ShouldBe($"{two}\n{one}");
    }

    [Fact]
    public async Task A_warning_that_is_explained_is_listed_and_not_marked_in_the_sheet()
    {
        var model = await WorkbookUnderTest.ModelAsync();
        var file = new HandMadeXlsx([WorkbookUnderTest.Sheet().Row("so", ("E", Number(1))).Row("!CM1", ("E", Text(Words))).Row("!CM2"), WorkbookUnderTest.Identity(model)]).Build();
        WorkbookFinding Found(string id, string? words) => new("Biểu", "E3", "T1", "SYT", "so", id, FindingLevel.Warning, new(id, id)) { Others = [new FoundCell($"explanations[{id}]", id == "CM1" ? "E4" : "E5")], AsksForExplanation = true, Explanation = words };
        var marked = WorkbookMarker.Mark(new MemoryStream(file), [Found("CM1", Words), Found("CM2", null)], "vi", CancellationToken.None).ShouldBeOfType<Core.Result<byte[]>.Ok>().Value;
        var list = XlsxGrid.Read(marked)[0];
        (list[4, 7], list[5, 7]).ShouldBe(("CM1", "CM2"));
        using var document = SpreadsheetDocument.Open(new MemoryStream(marked), isEditable: false);
        document.WorkbookPart!.WorksheetParts.SelectMany(part => part.WorksheetCommentsPart?.Comments.Descendants<Comment>() ?? []).Select(note => (note.Reference!.Value, note.InnerText)).ShouldBe([("E3", "CM2"), ("E5", "CM2")]);
    }

    private static int[] Rows(GridSheet sheet) =>
        [.. sheet.Cells.Where(cell => cell.Key.Column == 1 && cell.Value.Text.StartsWith(WorkbookMarks.Explanation, StringComparison.Ordinal)).Select(cell => cell.Key.Row).Order()];
}
