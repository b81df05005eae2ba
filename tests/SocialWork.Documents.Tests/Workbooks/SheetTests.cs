using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SocialWork.Abstractions;
using SocialWork.Documents.Workbooks;
using SocialWork.Documents.Workbooks.Reading;
using static SocialWork.Documents.Tests.Workbooks.HandMadeCell;

namespace SocialWork.Documents.Tests.Workbooks;

/// <summary>What a sheet is understood as, whatever people did to it.</summary>
public sealed class SheetTests
{
    [Fact]
    public async Task Rows_and_columns_are_found_by_their_marks_wherever_they_were_moved()
    {
        var sheet = new HandMadeSheet("Tên khác")
            .Row("", ("B", Text("Ghi chú của cán bộ"))).Row("", ("B", Number(2026)))
            .Row("#sheet:1")
            .Row("#cols", ("C", Text("tong_khac")), ("H", Text("=")), ("J", Text("?")))
            .Row("#dataAsOf", ("H", Number(46356, VietnameseDate)))
            .Skip(4)
            .Row("so2", ("B", Text("Nhãn")), ("H", Number(2)), ("J", Text("")))
            .Row("so", ("H", Number(1)))
            .Row("#cols", ("G", Text("NU")), ("K", Text("NAM")))
            .Row("luoi[TE2]", ("G", Number(22)), ("K", Number(21)))
            .Row("#cols", ("E", Text("te2")), ("F", Text("te")))
            .Row("[TE3]", ("E", Number(32)), ("F", Number(31)));
        var content = await WorkbookUnderTest.ReadAsync(sheet);
        var unit = content.Sheets.ShouldHaveSingleItem().Units.ShouldHaveSingleItem();
        (unit.Unit, unit.Revision, unit.DataAsOf).ShouldBe(("SYT", 7, new DateOnly(2026, 11, 30)));
        unit.Changes.ToJsonString().ShouldBe("""{"so2":2,"so":1,"luoi[TE2,NU]":22,"luoi[TE2,NAM]":21,"te2[TE3]":32,"te[TE3]":31}""");
        unit.AddressOf("luoi[TE2,NAM]").ShouldBe("K13");
        content.Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Sheets_are_found_by_their_number_whatever_they_are_called_and_others_are_left_alone()
    {
        var model = await WorkbookUnderTest.ModelAsync();
        var extra = new HandMadeSheet("Sổ tay").Row("so", ("E", Number(9)));
        var content = WorkbookUnderTest.Read(model, new HandMadeXlsx([extra, WorkbookUnderTest.Identity(model), WorkbookUnderTest.Sheet("Trang của tôi").Row("so", ("E", Number(1)))]).Build());
        content.Sheets.ShouldHaveSingleItem().Name.ShouldBe("Trang của tôi");
        content.Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_blank_cell_is_not_reported_and_a_cell_that_is_gone_is_left_as_it_is()
    {
        var content = await WorkbookUnderTest.ReadAsync(WorkbookUnderTest.Sheet().Row("so").Row("so2", ("E", Number(2))));
        var changes = content.Sheets[0].Units[0].Changes;
        changes.ToJsonString().ShouldBe("""{"so":null,"so2":2}""");
        changes.ContainsKey("tien").ShouldBeFalse();
    }

    [Fact]
    public async Task A_rows_kind_of_empty_holds_for_its_blank_cells()
    {
        var sheet = WorkbookUnderTest.Sheet()
            .Row("so", ("F", Text("Không phát sinh")))
            .Row("#cols", ("E", Text("NAM")), ("F", Text("NU")), ("G", Text("?")))
            .Row("luoi[TE1]", ("G", Text("KPS")))
            .Row("luoi[TE2]", ("E", Number(5)), ("G", Text("không cung cấp")))
            .Row("luoi[TE3]", ("E", Text("không phát sinh")), ("F", Text("Không phát sinh")), ("G", Text("không phát sinh")));
        var content = await WorkbookUnderTest.ReadAsync(sheet);
        content.Findings.ShouldBeEmpty();
        var kps = """{"empty":"notArising"}""";
        content.Sheets[0].Units[0].Changes.ToJsonString().ShouldBe(
            $$$"""{"so":{{{kps}}},"luoi[TE1,NAM]":{{{kps}}},"luoi[TE1,NU]":{{{kps}}},"luoi[TE2,NAM]":5,"luoi[TE2,NU]":{"empty":"withheld"},"luoi[TE3,NAM]":{{{kps}}},"luoi[TE3,NU]":{{{kps}}}}""");
    }

    [Fact]
    public async Task A_value_and_a_kind_of_empty_in_one_row_are_asked_about()
    {
        var content = await WorkbookUnderTest.ReadAsync(WorkbookUnderTest.Sheet().Row("so", ("E", Number(0)), ("F", Text("Không phát sinh"))));
        var finding = content.Findings.ShouldHaveSingleItem();
        (finding.Code, finding.Address, finding.Level).ShouldBe(("workbook.valueAndEmpty", "F3", FindingLevel.Problem));
    }

    [Fact]
    public async Task Other_words_than_a_kind_of_empty_beside_a_row_are_asked_about()
    {
        var content = await WorkbookUnderTest.ReadAsync(WorkbookUnderTest.Sheet().Row("so", ("F", Text("chưa có"))));
        var finding = content.Findings.ShouldHaveSingleItem();
        (finding.Code, finding.Address).ShouldBe(("typed.unknownEmpty", "F3"));
    }

    [Fact]
    public async Task A_row_that_was_copied_counts_once_and_two_filled_ones_are_asked_about()
    {
        var blank = await WorkbookUnderTest.ReadAsync(WorkbookUnderTest.Sheet().Row("so", ("E", Number(1))).Row("so").Row("so2").Row("so2", ("E", Number(2))));
        blank.Sheets[0].Units[0].Changes.ToJsonString().ShouldBe("""{"so":1,"so2":2}""");
        blank.Findings.ShouldBeEmpty();
        var filled = await WorkbookUnderTest.ReadAsync(WorkbookUnderTest.Sheet().Row("so", ("E", Number(1))).Row("so", ("E", Number(1))));
        var finding = filled.Findings.ShouldHaveSingleItem();
        (finding.Code, finding.Address).ShouldBe(("workbook.cellTwice", "E4"));
        finding.Message.Vi.ShouldContain("E3");
    }

    [Fact]
    public async Task The_rows_of_a_table_are_read_in_their_order_those_that_were_inserted_included()
    {
        var sheet = Table()
            .Row("bang#1", ("C", Text("Một")), ("E", Text("1.000")))
            .Row("", ("C", Text("Chèn thêm")), ("E", Number(7)))
            .Row("bang#2")
            .Row("bang#2", ("C", Text("Chép")), ("F", Text("5/12/2026")))
            .Row("", ("C", Text("Cộng")), ("E", Formula("SUM(E3:E6)", "1007")));
        var content = await WorkbookUnderTest.ReadAsync(sheet);
        var unit = content.Sheets[0].Units[0];
        JsonNode.DeepEquals(unit.Changes, JsonNode.Parse("""{"bang":[{"ten":"Một","luong":1000},{"ten":"Chèn thêm","luong":7},{"ten":"Chép","han":"2026-12-05"}]}""")).ShouldBeTrue(unit.Changes.ToJsonString());
        unit.AddressOf("bang/3/han").ShouldBe("F6");
        content.Findings.Where(f => f.Code != "workbook.dayBeforeMonth").ShouldHaveSingleItem().Code.ShouldBe("workbook.rowInserted");
    }

    [Fact]
    public async Task A_table_without_rows_is_blank_or_empty_as_its_own_row_says()
    {
        var blank = await WorkbookUnderTest.ReadAsync(Table().Row("bang#1").Row("bang#2"));
        blank.Sheets[0].Units[0].Changes.ToJsonString().ShouldBe("""{"bang":null}""");
        var none = await WorkbookUnderTest.ReadAsync(new HandMadeSheet("B").Row("#sheet:1").Row("#cols", ("E", Text("="))).Row("bang", ("E", Text("không phát sinh"))).Row("#cols", ("C", Text("ten"))).Row("bang#1"));
        none.Findings.ShouldBeEmpty();
        none.Sheets[0].Units[0].Changes.ToJsonString().ShouldBe("""{"bang":{"empty":"notArising"}}""");
        var both = await WorkbookUnderTest.ReadAsync(new HandMadeSheet("B").Row("#sheet:1").Row("#cols", ("E", Text("="))).Row("bang", ("E", Text("không phát sinh"))).Row("#cols", ("C", Text("ten"))).Row("bang#1", ("C", Text("Một"))));
        both.Findings.ShouldHaveSingleItem().Code.ShouldBe("workbook.valueAndEmpty");
    }

    [Fact]
    public async Task A_problem_in_a_table_names_the_row_and_the_column()
    {
        var content = await WorkbookUnderTest.ReadAsync(Table().Row("bang#1", ("C", Text("Một")), ("E", Text("1,000"))));
        var finding = content.Findings.ShouldHaveSingleItem();
        (finding.Cell, finding.Address, finding.Code).ShouldBe(("bang/1/luong", "E3", "number.ambiguous"));
        finding.Message.Vi.ShouldStartWith("Danh sách, dòng 1, Số luong: ");
    }

    [Fact]
    public async Task What_is_typed_between_the_rows_of_the_form_is_not_read_and_is_said_so()
    {
        var content = await WorkbookUnderTest.ReadAsync(WorkbookUnderTest.Sheet().Row("so", ("E", Number(1))).Row("", ("E", Number(5))).Row("", ("B", Text("ghi chú"))).Row("so2", ("E", Number(2))).Row("", ("E", Number(8))));
        content.Findings.Select(f => (f.Code, f.Address, f.Level)).ShouldBe([("workbook.unread", "E4", FindingLevel.Warning), ("workbook.unread", "E7", FindingLevel.Warning)]);
        content.Sheets[0].Units[0].Changes.ToJsonString().ShouldBe("""{"so":1,"so2":2}""");
    }

    [Fact]
    public async Task Cells_that_the_form_does_not_have_are_refused_only_where_they_hold_something()
    {
        var blank = await WorkbookUnderTest.ReadAsync(WorkbookUnderTest.Sheet().Row("bo_roi").Row("te[TE9]").Row("te", ("E", Formula("SUM(E1)", "3"))));
        blank.Findings.ShouldBeEmpty();
        blank.Sheets[0].Units[0].Changes.ShouldBeEmpty();
        var filled = await WorkbookUnderTest.ReadAsync(WorkbookUnderTest.Sheet().Row("bo_roi", ("E", Number(1))).Row("te[TE9]", ("E", Number(1))));
        filled.Findings.Select(f => f.Code).ShouldBe(["workbook.notOfTheForm", "workbook.notOfTheForm"]);
    }

    [Fact]
    public async Task An_older_form_is_read_cell_by_cell_with_a_warning()
    {
        var model = await WorkbookUnderTest.ModelAsync();
        var content = WorkbookUnderTest.Read(model, new HandMadeXlsx([WorkbookUnderTest.Sheet().Row("so", ("E", Number(1))), WorkbookUnderTest.Identity(model, hash: new string('0', 64))]).Build());
        content.Findings.ShouldHaveSingleItem().Code.ShouldBe("workbook.olderForm");
        content.Sheets[0].Units[0].Changes.ToJsonString().ShouldBe("""{"so":1}""");
    }

    [Fact]
    public async Task A_sheet_that_was_copied_is_asked_about_and_one_that_was_deleted_is_mentioned()
    {
        var model = await WorkbookUnderTest.ModelAsync();
        var content = WorkbookUnderTest.Read(model, new HandMadeXlsx([WorkbookUnderTest.Sheet("Một").Row("so", ("E", Number(1))), WorkbookUnderTest.Sheet("Một (2)").Row("so", ("E", Number(2))), WorkbookUnderTest.Identity(model, sheets: 2)]).Build());
        content.Findings.Select(f => (f.Code, f.Level)).ShouldBe([("workbook.sheetTwice", FindingLevel.Problem), ("workbook.sheetMissing", FindingLevel.Notice)]);
    }

    [Fact]
    public async Task Facilities_are_read_a_row_each()
    {
        var model = await WorkbookUnderTest.ModelAsync();
        var sheet = new HandMadeSheet("Cơ sở").Row("#sheet:1").Row("#cols", ("E", Text("="))).Row("#dataAsOf", ("E", Text("31/10/2026")))
            .Row("#cols", ("E", Text("so")), ("F", Text("te[TE1]")), ("G", Text("bat_buoc")), ("H", Text("rieng")), ("I", Text("?")))
            .Row("@TH2", ("E", Number(1)))
            .Row("", ("C", Text("ghi chú")))
            .Row("@TH1", ("G", Number(4)), ("I", Text("không phát sinh")))
            .Row("@TH9", ("E", Number(1)));
        var content = WorkbookUnderTest.Read(model, new HandMadeXlsx([sheet, WorkbookUnderTest.Identity(model, facilities: true)]).Build());
        var units = content.Sheets[0].Units;
        units.Select(u => (u.Unit, u.Revision, u.DataAsOf)).ShouldBe([("TH2", 0, new DateOnly(2026, 10, 31)), ("TH1", 3, new DateOnly(2026, 10, 31))]);
        units[0].Changes.ToJsonString().ShouldBe("""{"so":1,"te[TE1]":null,"bat_buoc":null,"rieng":null}""");
        // The kind of empty goes where it is taken; what a school is not asked stays blank.
        units[1].Changes.ToJsonString().ShouldBe("""{"so":{"empty":"notArising"},"te[TE1]":{"empty":"notArising"},"bat_buoc":4,"rieng":null}""");
        var finding = content.Findings.ShouldHaveSingleItem();
        (finding.Code, finding.Unit, finding.Address).ShouldBe(("workbook.unknownUnit", "TH9", "A8"));
    }

    [Fact]
    public async Task A_file_of_another_origin_or_with_a_changed_identity_is_refused()
    {
        var model = await WorkbookUnderTest.ModelAsync();
        WorkbookUnderTest.Refused(new HandMadeXlsx([WorkbookUnderTest.Sheet()]).Build()).Code.ShouldBe("workbook.noIdentity");
        var lines = new WorkbookIdentity("2026", "SYT", new DateOnly(2026, 11, 1), [new SheetIdentity(1, "T1", "x", "2026", false, [new UnitRevision("SYT", 0)])]).Write();
        ImmutableArray<IdentityLine> tampered = [.. lines.Select(line => line.Value == "SYT=0" ? line with { Value = "STC=0" } : line)];
        WorkbookUnderTest.Refused(new HandMadeXlsx([WorkbookUnderTest.Sheet(), WorkbookUnderTest.Lines(tampered)]).Build()).Code.ShouldBe("workbook.identityDamaged");
        model.Form("T1").ShouldNotBeNull();
    }

    [Fact]
    public async Task Shared_texts_rich_texts_and_missing_addresses_are_read()
    {
        var model = await WorkbookUnderTest.ModelAsync();
        var sheet = WorkbookUnderTest.Sheet().Row("chu", ("E", Shared(1))).Row("so", ("E", Shared(0)))
            .Raw("<row><c t=\"inlineStr\"><is><t>so2</t></is></c><c/><c/><c/><c><v>4</v></c></row>")
            .Raw("<row r=\"9\" spans=\"1:5\"><c r=\"A9\" t=\"inlineStr\"><is><t>tien</t></is></c><c r=\"E9\" s=\"4\"><v>5</v></c></row>");
        var file = new HandMadeXlsx([sheet, WorkbookUnderTest.Identity(model)], shared: ["1.000", "thay"]);
        file["xl/sharedStrings.xml"] = file["xl/sharedStrings.xml"].Replace("<si><t>thay</t></si>", "<si><r><rPr><b/></rPr><t>Kế </t></r><r><t>hoạch_x000D_</t></r><rPh sb=\"0\" eb=\"1\"><t>bỏ</t></rPh></si>", StringComparison.Ordinal);
        var content = WorkbookUnderTest.Read(model, file.Build());
        JsonNode.DeepEquals(content.Sheets[0].Units[0].Changes, JsonNode.Parse("""{"chu":"Kế hoạch","so":1000,"so2":4,"tien":5}""")).ShouldBeTrue(content.Sheets[0].Units[0].Changes.ToJsonString());
    }

    private static HandMadeSheet Table() => new HandMadeSheet("Bảng").Row("#sheet:1").Row("#cols", ("C", Text("ten")), ("E", Text("luong")), ("F", Text("han")));
}
