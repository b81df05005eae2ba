using System.Collections.Immutable;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Shouldly;
using SocialWork.Abstractions;
using SocialWork.Core;
using SocialWork.Core.Forms;
using SocialWork.Core.Tests;
using SocialWork.Core.Tests.Forms;
using SocialWork.Core.Tests.Rules;
using SocialWork.Documents.Workbooks;
using SocialWork.Tests.Shared;
using Xunit;
using CellValue = SocialWork.Abstractions.CellValue;
using Text = SocialWork.Abstractions.Text;

namespace SocialWork.Documents.Tests.Workbooks;

/// <summary>What people meet: where things stand, what they may change, what a cell lets in, what a page shows.</summary>
public sealed class WorkbookLayoutTests
{
    private static readonly CompiledForm School = CompiledForm.Compile(CatalogForms.Of("GD1"));
    private static readonly UnitAnswers Sample = Books.Answers(Books.Agency(UnitTypes.School));

    [Fact]
    public void A_schools_form_has_its_cells_where_they_always_were()
    {
        var sheet = Books.Read(Books.Book(Books.Sheet(School, Sample))).Single();
        MarkedCells.Keys(sheet).Select(cell => $"{Address(cell.Row, cell.Column)} {cell.Key}").ShouldBe(
        [
            "E6 #dataAsOf",
            "E11 co_ns",
            "E16 ns[CHUYEN_TRACH]", "F16 [CHUYEN_TRACH]?",
            "E17 ns[KIEM_NHIEM]", "F17 [KIEM_NHIEM]?",
            "E23 co_dv",
            "E28 tong_cb", "F28 tong_cb?",
            "E29 da_th", "F29 da_th?",
            "E35 !GD1.r5", "E36 !GD1.r6", "E37 !CM1", "E38 !CM2", "E39 !CM3",
        ]);
    }

    [Fact]
    public void Facilities_stand_one_beneath_the_other_with_their_codes_and_a_live_sum()
    {
        var sheet = Books.Read(Books.Book(Books.Rows(School, [.. Enumerable.Range(1, 3).Select(i => Books.Answers(TestPlan.Facility($"TH-{i}", UnitTypes.School, "education", "19960"), Number("tong_cb", i)))]))).Single();
        var first = sheet.Cells.Single(cell => cell.Value.Text == "@TH-1").Key.Row;
        Enumerable.Range(first, 3).Select(row => (sheet[row, 1], sheet[row, 3], sheet[row, 4])).ShouldBe([("@TH-1", "TH-1", "Cơ sở TH-1"), ("@TH-2", "TH-2", "Cơ sở TH-2"), ("@TH-3", "TH-3", "Cơ sở TH-3")]);
        var column = MarkedCells.Keys(sheet).First(cell => cell.Key == "@TH-1 tong_cb").Column;
        var total = sheet.Cells[(first + 3, column)];
        total.Text.ShouldBe("6");
        total.Formula.ShouldBe($"IF(COUNT({Address(first, column)}:{Address(first + 2, column)})=0,\"\",SUM({Address(first, column)}:{Address(first + 2, column)}))");
    }

    [Fact]
    public void What_a_facility_is_not_asked_is_closed_in_its_row()
    {
        var form = CompiledForm.Compile(CatalogForms.Of("YT1"));
        var file = Books.File(Books.Book(Books.Rows(form, [.. new[] { UnitTypes.Hospital, UnitTypes.HealthStation }.Select(type => Books.Answers(TestPlan.Facility(type, type, "health", "19960")))])));
        using var document = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        var formats = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ToArray();
        var sheet = XlsxGrid.Read(file)[0];
        var cells = sheet.Xml.Descendants<Cell>().ToDictionary(cell => cell.CellReference!.Value!);
        bool IsOpen(string key) => MarkedCells.Keys(sheet).Where(cell => cell.Key == key).Select(cell => formats[cells[Address(cell.Row, cell.Column)].StyleIndex!.Value].Protection!.Locked! == false).Single();
        IsOpen($"@{UnitTypes.Hospital} co_nhu_cau[DT1]").ShouldBeTrue();
        IsOpen($"@{UnitTypes.HealthStation} co_nhu_cau[DT1]").ShouldBeFalse();
        IsOpen($"@{UnitTypes.HealthStation} tong_cb").ShouldBeTrue();
        MarkedCells.Keys(sheet).ShouldNotContain(cell => cell.Key.Contains("te_noi_tru", StringComparison.Ordinal), "no facility here is asked it");
    }

    [Fact]
    public void A_sum_of_nothing_is_empty_and_not_zero()
    {
        var sheet = Books.Read(Books.Book(Books.Sheet(SampleForm.Form, Sample))).Single();
        var sums = sheet.Cells.Values.Where(cell => cell.Formula is not null).ToArray();
        sums.Length.ShouldBeGreaterThan(10);
        sums.ShouldAllBe(cell => cell.Text.Length == 0 && cell.IsText);
    }

    [Fact]
    public void People_may_change_the_input_cells_and_nothing_else()
    {
        var file = Books.File(Books.Book(Books.Sheet(SampleForm.Form, Sample), Books.Rows(School, Sample)));
        using var document = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        var formats = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ToArray();
        foreach (var sheet in XlsxGrid.Read(file).Where(s => !s.VeryHidden))
        {
            var protection = sheet.Xml.Descendants<SheetProtection>().Single();
            protection.Sheet!.Value.ShouldBeTrue();
            protection.Password.ShouldBeNull();
            var merged = sheet.Xml.Descendants<MergeCell>().Select(m => m.Reference!.Value!.Split(':')).ToArray();
            var inputs = MarkedCells.Keys(sheet).Select(cell => Address(cell.Row, cell.Column)).ToHashSet();
            var open = sheet.Xml.Descendants<Cell>().Where(cell => formats[cell.StyleIndex!.Value].Protection!.Locked! == false).Select(cell => cell.CellReference!.Value!).ToHashSet();
            // What people see of a merged cell is its first.
            open.ExceptWith(sheet.Xml.Descendants<Cell>().Select(cell => cell.CellReference!.Value!).Where(address => merged.Any(m => m[0] != address && Within(address, m))));
            open.IsSubsetOf(inputs).ShouldBeTrue(string.Join(' ', open.Except(inputs)));
            // Marked and closed: what a row gives no reason for, or is not asked.
            inputs.Except(open).ShouldAllBe(address => sheet.Cells.Keys.All(place => Address(place.Row, place.Column) != address));
        }
    }

    [Fact]
    public void Numbers_dates_and_lists_let_in_what_the_form_does()
    {
        var sheet = Books.Read(Books.Book(Books.Sheet(SampleForm.Form, Sample))).Single();
        var rules = sheet.Xml.Descendants<DataValidation>().ToDictionary(rule => rule.SequenceOfReferences!.InnerText!.Split(':')[0]);
        DataValidation Rule(string key) => rules[MarkedCells.Keys(sheet).Where(cell => cell.Key == key).Select(cell => Address(cell.Row, cell.Column)).Single()];
        var a = MarkedCells.Keys(sheet).Where(cell => cell.Key == "a").Select(cell => Address(cell.Row, cell.Column)).Single();
        Rule("a").Formula1!.Text.ShouldBe($"IF(ISNUMBER({a}),AND({a}>=0,{a}=INT({a}),{a}<=10^15),OR({a}=\"không phát sinh\",{a}=\"không áp dụng\",{a}=\"không cung cấp\"))");
        Rule("day").Type!.Value.ShouldBe(DataValidationValues.Custom);
        Rule("yes").Type!.Value.ShouldBe(DataValidationValues.List);
        Rule("pick").Formula1!.Text.ShouldStartWith("'_danh_muc'!$");
        sheet.Xml.Descendants<DataValidation>().ShouldAllBe(rule => (rule.Formula1 == null || rule.Formula1.Text.Length <= 255) && (rule.Prompt == null || rule.Prompt.Value!.Length <= 255) && (rule.Error == null || rule.Error.Value!.Length <= 255));
    }

    [Fact]
    public void A_drop_down_offers_labels_and_the_kinds_of_empty_that_are_allowed()
    {
        var sheets = XlsxGrid.Read(Books.File(Books.Book(Books.Sheet(SampleForm.Form, Sample))));
        var lists = sheets.Single(sheet => sheet.Name == "_danh_muc");
        var columns = lists.Cells.GroupBy(cell => cell.Key.Column).Select(column => string.Join('|', column.OrderBy(cell => cell.Key.Row).Select(cell => cell.Value.Text))).ToArray();
        columns.ShouldContain("Có|Không|không phát sinh|không áp dụng|không cung cấp");
        columns.ShouldContain("Mã ONE|Mã TWO|Mã THREE|không phát sinh|không áp dụng|không cung cấp");
        columns.ShouldContain("Mã ONE|Mã TWO|Mã THREE");
        columns.ShouldBeUnique();
    }

    [Fact]
    public void An_option_is_written_by_its_code_where_its_label_could_be_taken_for_something_else()
    {
        var field = new ChoiceField("T1", "x")
        {
            Section = "s",
            Label = new("x", "x"),
            Empties = [EmptyKind.NotArising],
            Options = new("L", new("L", "L"),
            [
                new("A", new("Không phát sinh", "a")), new("B", new("Trùng", "b")), new("C", new("trùng", "c")), new("D", new("Một; hai", "d")), new("E", new("Rõ ràng", "e")), new("F", new("E", "f")),
            ]),
        };
        field.Options.Options.Select(option => OptionWords.Of(field, field.Options, option)).ShouldBe(["A", "B", "C", "D", "Rõ ràng", "F"]);
        var free = field with { Empties = [] };
        OptionWords.Of(free, free.Options, free.Options.Options[0]).ShouldBe("Không phát sinh");
    }

    [Fact]
    public void A_table_offers_what_is_filled_and_some_rows_more_but_no_more_than_it_may_have()
    {
        CompiledForm Table(int most) => CompiledForm.Compile(SampleForm.Definition with
        {
            Fields = [SampleForm.Definition.Fields.OfType<TableField>().Single() with { MaxRows = most }],
        });
        int Offered(CompiledForm form, int filled)
        {
            var row = ImmutableSortedDictionary<string, CellValue>.Empty.Add("amount", new CellValue.Number(1));
            var values = filled == 0 ? FormValues.None : new FormValues(ImmutableDictionary<CellKey, CellValue>.Empty.Add(new CellKey("rows"), new CellValue.Rows([.. Enumerable.Repeat(row, filled)])));
            return MarkedCells.Keys(Books.Read(Books.Book(Books.Sheet(form, Sample with { Values = values }))).Single()).Count(cell => cell.Key.EndsWith(".amount", StringComparison.Ordinal));
        }

        Offered(Table(200), 0).ShouldBe(WorkbookLimits.SpareTableRows);
        Offered(Table(200), 7).ShouldBe(7 + WorkbookLimits.SpareTableRows);
        Offered(Table(10), 7).ShouldBe(10);
    }

    [Fact]
    public void Marks_are_hidden_from_people()
    {
        var sheets = XlsxGrid.Read(Books.File(Books.Book(Books.Sheet(SampleForm.Form, Sample), Books.Rows(School, Sample)) with { Cover = new Cover([]) }));
        sheets.Where(sheet => sheet.VeryHidden).Select(sheet => sheet.Name).ShouldBe(["_danh_muc", WorkbookMarks.IdentitySheet]);
        foreach (var sheet in sheets.Where(sheet => !sheet.VeryHidden))
        {
            sheet.Xml.Descendants<Column>().First().Hidden!.Value.ShouldBeTrue();
            sheet.Cells.Where(cell => cell.Key.Column == 1 && cell.Value.Text == WorkbookMarks.Columns).ShouldAllBe(cell => sheet.HiddenRows.Contains(cell.Key.Row));
            sheet.HiddenRows.ShouldAllBe(row => sheet[row, 1] == WorkbookMarks.Columns);
        }
    }

    [Fact]
    public void The_identity_says_what_was_written()
    {
        var book = Books.Book(Books.Sheet(SampleForm.Form, Sample), Books.Rows(School, [Sample with { Revision = 9 }]));
        var sheet = XlsxGrid.Read(Books.File(book)).Single(s => s.Name == WorkbookMarks.IdentitySheet);
        ImmutableArray<IdentityLine> lines = [.. Enumerable.Range(1, sheet.Cells.Keys.Max(place => place.Row)).Select(row => new IdentityLine(sheet[row, 1], sheet[row, 2]))];
        var identity = WorkbookIdentity.Read(lines).ShouldBeOfType<Result<WorkbookIdentity>.Ok>().Value;
        (identity.Plan, identity.Agency, identity.Created).ShouldBe(("2026", "DV1", new DateOnly(2026, 12, 1)));
        identity.Sheets.Select(s => (s.Number, s.Form, s.FormHash, s.Period, s.IsFacilitySheet)).ShouldBe([(1, "T1", SampleForm.Form.Hash, "2026", false), (2, "GD1", School.Hash, "2026", true)]);
        identity.Sheets.Select(s => s.Units.Single()).ShouldBe([new UnitRevision("DV1", 3), new UnitRevision("DV1", 9)]);
    }

    [Fact]
    public void Names_of_sheets_are_short_unique_and_without_forbidden_characters()
    {
        var title = new Text("Tên: [rất] dài / có * mọi ? ký tự \\ không được phép 'dùng'", "x");
        var form = CompiledForm.Compile(SampleForm.Definition with { Title = title });
        var names = XlsxGrid.Read(Books.File(Books.Book(Books.Sheet(form, Sample), Books.Sheet(form, Sample), Books.Sheet(form, Sample)) with { Cover = new Cover([]) })).Select(sheet => sheet.Name).ToArray();
        names.ShouldBeUnique();
        names.Where(name => name.Length > 31 || name.IndexOfAny([':', '\\', '/', '?', '*', '[', ']', '\'']) >= 0).ShouldBeEmpty();
        names[1].ShouldStartWith("T1 Tên rất dài");
    }

    [Fact]
    public void A_page_is_a4_fits_its_width_repeats_its_head_and_is_numbered()
    {
        var file = Books.File(Books.Book(Books.Sheet(School, Sample), Books.Rows(CompiledForm.Compile(CatalogForms.Of("YT2")), Sample)));
        var sheets = XlsxGrid.Read(file);
        var page = sheets[1].Xml.Descendants<PageSetup>().Single();
        (page.PaperSize!.Value, page.Orientation!.Value, page.FitToHeight!.Value).ShouldBe((9u, OrientationValues.Landscape, 0u));
        page.FitToWidth!.Value.ShouldBeGreaterThan(1u);
        sheets[0].Xml.Descendants<PageSetup>().Single().FitToWidth!.Value.ShouldBe(1u);
        sheets[0].Xml.Descendants<OddFooter>().Single().Text.ShouldContain("Trang &P/&N");
        sheets[0].Xml.Descendants<Pane>().Single().State!.Value.ShouldBe(PaneStateValues.Frozen);
        using var document = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        document.WorkbookPart!.Workbook.Descendants<DefinedName>().Select(name => name.Text).First().ShouldBe($"'{sheets[0].Name}'!$A:$C,'{sheets[0].Name}'!$1:$2");
    }

    [Fact]
    public void The_demonstration_is_marked_on_every_sheet_and_real_data_on_none()
    {
        var book = Books.Book(Books.Sheet(SampleForm.Form, Sample), Books.Rows(School, Sample)) with { Cover = new Cover([]) };
        Visible(book with { Demo = true }).ShouldAllBe(sheet => sheet.Cells.Values.Any(cell => cell.Text.StartsWith("DỮ LIỆU MINH HỌA", StringComparison.Ordinal)));
        Visible(book).ShouldAllBe(sheet => !sheet.Cells.Values.Any(cell => cell.Text.Contains("MINH HỌA", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_cover_names_every_form_and_what_it_left_out()
    {
        var table = ((WorkbookSheet.OfUnit)Books.Sheet(SampleForm.Form, Sample)).Form;
        var file = Books.File(Books.Book(Books.Sheet(SampleForm.Form, Sample), Books.Rows(School, Sample)) with { Cover = new Cover([table]) });
        var sheets = XlsxGrid.Read(file);
        XlsxGrid.Errors(file).ShouldBeEmpty();
        sheets[0].Xml.Descendants<Hyperlink>().Select(link => link.Location!.Value).ShouldBe([$"'{sheets[1].Name}'!B1", $"'{sheets[2].Name}'!B1"]);
        sheets[0].Cells.Values.ShouldContain(cell => cell.Text.StartsWith("Biểu T1", StringComparison.Ordinal) && cell.Text.EndsWith("tải biểu của từng cơ sở.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_workbook_beyond_its_limits_is_refused_with_the_remedy()
    {
        var facilities = Enumerable.Range(0, WorkbookLimits.MaxFacilities + 1).Select(i => Books.Answers(TestPlan.Facility($"TH-{i}", UnitTypes.School, "education", "19960"))).ToImmutableArray();
        var refusal = FormWorkbookFile.Write(Books.Book(Books.Rows(School, facilities)), CancellationToken.None).ShouldBeOfType<Result<byte[]>.No>().Refusal;
        (refusal.Kind, refusal.Code).ShouldBe((RefusalKind.TooLarge, "workbook.tooLarge"));
        var wide = CompiledForm.Compile(CatalogForms.Of("YT2"));
        var many = facilities.Take((WorkbookLimits.MaxCells / 67) + 1).Select(a => a with { Asked = a.Asked with { Type = UnitTypes.HealthStation } }).ToImmutableArray();
        FormWorkbookFile.Write(Books.Book(Books.Rows(wide, many)), CancellationToken.None).ShouldBeOfType<Result<byte[]>.No>();
    }

    [Theory]
    [InlineData("te[TE1]", "NAM", "te[TE1,NAM]")]
    [InlineData("te[TE1]", "=", "te[TE1]")]
    [InlineData("te", "NAM", "te[NAM]")]
    [InlineData("te", "=", "te")]
    [InlineData("[TE1]", "tong", "tong[TE1]")]
    [InlineData("[TE1,NAM]", "tong", null)]
    [InlineData("[TE1]", "tong[A]", null)]
    [InlineData("[TE1", "tong", null)]
    [InlineData("te[TE1,NAM]", "NU", null)]
    public void A_cell_follows_from_the_marks_of_its_row_and_column(string row, string column, string? cell) => WorkbookMarks.CellAt(row, column)?.ToString().ShouldBe(cell);

    [Fact]
    public async Task Another_program_opens_it_saves_it_and_the_cells_and_sums_are_the_same()
    {
        var values = SampleForm.Values(("a", 5), ("d1[A]", 2), ("d1[B]", 40), ("de[A,X]", 1), ("de[B,Y]", 6), ("note", "=1+1"), ("yes", true)).Cells
            .Add(new CellKey("day"), new CellValue.Date(new DateOnly(2026, 11, 30))).Add(new CellKey("note_d", "A"), new CellValue.Words("_x0041_ một\nhai")).Add(new CellKey("b"), CellValue.Withheld);
        var file = Books.File(Books.Book(Books.Sheet(SampleForm.Form, Sample with { Values = new FormValues(values) }), Books.Rows(School, [Sample with { Values = Number("tong_cb", 7) }])));

        var saved = XlsxGrid.Read(await LibreOffice.ConvertAsync(file, "xlsx", "xlsx", CancellationToken.None));

        foreach (var (before, after) in XlsxGrid.Read(file).Zip(saved))
        {
            after.Name.ShouldBe(before.Name);
            after.Cells.Where(cell => cell.Value.Text.Length > 0).OrderBy(cell => cell.Key).Select(cell => (cell.Key, cell.Value.Text))
                .ShouldBe(before.Cells.Where(cell => cell.Value.Text.Length > 0).OrderBy(cell => cell.Key).Select(cell => (cell.Key, cell.Value.Text)));
            after.Xml.Descendants<DataValidation>().Any().ShouldBe(before.Xml.Descendants<DataValidation>().Any());
            after.Xml.Descendants<SheetProtection>().Any().ShouldBeTrue();
        }

        saved.Count.ShouldBe(4);
    }

    private static GridSheet[] Visible(FormWorkbook book) => [.. XlsxGrid.Read(Books.File(book)).Where(sheet => !sheet.VeryHidden)];

    private static FormValues Number(string cell, long value) => new(ImmutableDictionary<CellKey, CellValue>.Empty.Add(CellKey.Parse(cell), new CellValue.Number(value)));

    private static string Address(int row, int column)
    {
        var letters = column > 26 ? $"{(char)('A' + ((column - 1) / 26) - 1)}{(char)('A' + ((column - 1) % 26))}" : ((char)('A' + column - 1)).ToString();
        return letters + row.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private static bool Within(string address, string[] range)
    {
        (string Letters, int Row) Split(string name) => (new string([.. name.TakeWhile(char.IsLetter)]), int.Parse(name.AsSpan(name.TakeWhile(char.IsLetter).Count()), System.Globalization.CultureInfo.InvariantCulture));
        var (at, from, to) = (Split(address), Split(range[0]), Split(range[1]));
        return at.Row >= from.Row && at.Row <= to.Row && at.Letters.Length == 1 && string.CompareOrdinal(at.Letters, from.Letters) >= 0 && string.CompareOrdinal(at.Letters, to.Letters) <= 0;
    }
}
