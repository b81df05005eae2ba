using System.Text;
using SocialWork.Documents.Workbooks.Reading;
using static SocialWork.Documents.Tests.Workbooks.HandMadeCell;

namespace SocialWork.Documents.Tests.Workbooks;

/// <summary>What people type into a cell, and what it is understood as.</summary>
public sealed class CellTests
{
    [Theory]
    [InlineData("so", "1.000", "1000")]
    [InlineData("so", "1 000 000", "1000000")]
    [InlineData("so", "\u00A012\u00A0", "12")]
    [InlineData("so", "'0", null)]
    [InlineData("tien", "1.500.000", "1500000")]
    [InlineData("so", "không phát sinh", """{"empty":"notArising"}""")]
    [InlineData("so", "KPS", """{"empty":"notArising"}""")]
    [InlineData("so", "khong cung cap", """{"empty":"withheld"}""")]
    [InlineData("co", "Có", "true")]
    [InlineData("co", "khong", "false")]
    [InlineData("co", "x", "true")]
    [InlineData("co", "FALSE", "false")]
    [InlineData("co", "không áp dụng", """{"empty":"notApplicable"}""")]
    [InlineData("ngay", "30/11/2026", "\"2026-11-30\"")]
    [InlineData("ngay", "2026-11-30", "\"2026-11-30\"")]
    [InlineData("ngay", "không phát sinh", """{"empty":"notArising"}""")]
    [InlineData("chu", "Kế hoạch số 15/KH-UBND", "\"Kế hoạch số 15/KH-UBND\"")]
    [InlineData("chu", "=2+3", "\"=2+3\"")]
    [InlineData("chu", "Không phát sinh", """{"empty":"notArising"}""")]
    [InlineData("chu", "Không áp dụng", "\"Không áp dụng\"")]
    [InlineData("chon", "Hoàn thành", "\"XONG\"")]
    [InlineData("chon", "hoan thanh", "\"XONG\"")]
    [InlineData("chon", "xong", "\"XONG\"")]
    [InlineData("chon", "Không phát sinh", "\"KPS\"")]
    [InlineData("chon", "Không áp dụng", """{"empty":"notApplicable"}""")]
    [InlineData("noi", "co so", null)]
    [InlineData("nhieu", "Cơ sở; Xã, phường", """["CO_SO","XA"]""")]
    [InlineData("nhieu", "XA", """["XA"]""")]
    [InlineData("nhieu", "XA\nCO_SO2;", """["XA","CO_SO2"]""")]
    [InlineData("bang", "không phát sinh", """{"empty":"notArising"}""")]
    public async Task Texts_are_understood_as_people_mean_them(string cell, string written, string? json)
    {
        foreach (var form in new[] { NormalizationForm.FormC, NormalizationForm.FormD })
        {
            var (value, understood, findings) = await WorkbookUnderTest.CellAsync(cell, Text(written.Normalize(form)));
            understood.ShouldBe(json is not null);
            value?.ToJsonString(Plain).Normalize(NormalizationForm.FormC).ShouldBe(json);
            findings.Any(f => f.Level == FindingLevel.Problem).ShouldBe(json is null);
        }
    }

    [Theory]
    [InlineData("so", "1,000", "number.ambiguous")]
    [InlineData("so", "12,5", "number.notWhole")]
    [InlineData("so", "1.5", "number.notWhole")]
    [InlineData("so", "12 người", "number.unit")]
    [InlineData("so", "mười", "number.notANumber")]
    [InlineData("so", "-", "typed.zeroOrNone")]
    [InlineData("so", "Không", "typed.zeroOrNone")]
    [InlineData("co", "chưa", "typed.notYesOrNo")]
    [InlineData("ngay", "11/30/2026", "date.noSuchDay")]
    [InlineData("ngay", "30/11/26", "date.shortYear")]
    [InlineData("chon", "gần xong", "typed.notAnOption")]
    [InlineData("noi", "co so", "typed.notAnOption")]
    [InlineData("nhieu", "Cơ sở, Xã, phường", "typed.notAnOption")]
    [InlineData("nhieu", "XA; LA", "typed.notAnOption")]
    [InlineData("bang", "năm dòng", "typed.unknownEmpty")]
    public async Task What_is_not_clear_is_asked_about_at_its_address(string cell, string written, string code)
    {
        var (_, understood, findings) = await WorkbookUnderTest.CellAsync(cell, Text(written));
        understood.ShouldBeFalse();
        var finding = findings.ShouldHaveSingleItem();
        (finding.Code, finding.Level, finding.Sheet, finding.Address, finding.Cell, finding.Form, finding.Unit).ShouldBe((code, FindingLevel.Problem, "Biểu", "E3", cell, "T1", "SYT"));
        finding.Message.Vi.ShouldContain(": ");
    }

    [Theory]
    [InlineData("12", "12")]
    [InlineData("12.0", "12")]
    [InlineData("1E+3", "1000")]
    [InlineData("11.999999999999998", "12")]
    [InlineData("3.0000000000000004", "3")]
    [InlineData("1000000000000000", "1000000000000000")]
    [InlineData("999999999999999", "999999999999999")]
    [InlineData("-5", "-5")]
    public async Task A_number_is_read_as_Excel_shows_it(string stored, string json)
    {
        var (value, _, findings) = await WorkbookUnderTest.CellAsync("so", Number(stored));
        value!.ToJsonString().ShouldBe(json);
        findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_fraction_in_a_cell_for_whole_numbers_is_refused()
    {
        var (_, _, findings) = await WorkbookUnderTest.CellAsync("so", Number("1.25"));
        findings.ShouldHaveSingleItem().Code.ShouldBe("number.notWhole");
        findings[0].Message.Vi.ShouldContain("“1,25”");
    }

    [Theory]
    [InlineData(Date)]
    [InlineData(VietnameseDate)]
    [InlineData(Elapsed)]
    public async Task A_number_that_Excel_turned_into_a_date_is_explained_and_never_guessed(int style)
    {
        var (_, understood, findings) = await WorkbookUnderTest.CellAsync("so", Number("46386", style));
        understood.ShouldBeFalse();
        findings.ShouldHaveSingleItem().Code.ShouldBe("workbook.numberShownAsDate");
        findings[0].Message.Vi.ShouldContain("30/12/2026");
    }

    [Fact]
    public async Task A_number_shown_as_a_percentage_is_refused_and_one_shown_with_its_currency_is_read()
    {
        var (_, _, findings) = await WorkbookUnderTest.CellAsync("so", Number("1", Percent));
        findings.ShouldHaveSingleItem().Code.ShouldBe("workbook.numberShownAsPercent");
        findings[0].Message.Vi.ShouldContain("100%");
        (await WorkbookUnderTest.CellAsync("tien", Number("1500000", Dong))).Value!.ToJsonString().ShouldBe("1500000");
    }

    [Theory]
    [InlineData("46356", false, "2026-11-30")]
    [InlineData("44894", true, "2026-11-30")]
    [InlineData("61", false, "1900-03-01")]
    [InlineData("59", false, "1900-02-28")]
    [InlineData("1", false, "1900-01-01")]
    public async Task Dates_are_counted_from_1900_or_from_1904(string serial, bool from1904, string date)
    {
        var (value, _, findings) = await WorkbookUnderTest.CellAsync("ngay", Number(serial, VietnameseDate), from1904);
        value!.GetValue<string>().ShouldBe(date);
        findings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("46356", 0)]
    [InlineData("2026", 0)]
    [InlineData("60", Date)]
    [InlineData("0", Date)]
    [InlineData("99999999", Date)]
    [InlineData("0.5", Percent)]
    public async Task A_number_that_is_not_shown_as_a_day_is_no_date(string serial, int style)
    {
        var (_, understood, findings) = await WorkbookUnderTest.CellAsync("ngay", Number(serial, style));
        understood.ShouldBeFalse();
        findings.ShouldHaveSingleItem().Code.ShouldBe("workbook.needsDate");
    }

    [Fact]
    public async Task A_typed_date_that_could_be_turned_round_is_echoed()
    {
        var (value, _, findings) = await WorkbookUnderTest.CellAsync("ngay", Text("03/04/2026"));
        value!.GetValue<string>().ShouldBe("2026-04-03");
        findings.ShouldHaveSingleItem().Code.ShouldBe("workbook.dayBeforeMonth");
        findings[0].Level.ShouldBe(FindingLevel.Notice);
        findings[0].Message.Vi.ShouldContain("ngày 3 tháng 4 năm 2026");
    }

    [Fact]
    public async Task A_date_with_a_time_keeps_its_date_and_says_so()
    {
        var (value, _, findings) = await WorkbookUnderTest.CellAsync("ngay", Number("46356.75", Date));
        value!.GetValue<string>().ShouldBe("2026-11-30");
        findings.ShouldHaveSingleItem().Code.ShouldBe("workbook.timeDropped");
        (await WorkbookUnderTest.CellAsync("ngay", Iso("2026-11-30"))).Value!.GetValue<string>().ShouldBe("2026-11-30");
    }

    [Fact]
    public async Task A_formula_gives_its_result_with_a_notice()
    {
        var (value, _, findings) = await WorkbookUnderTest.CellAsync("so", Formula("SUM(G1:G9)", "12"));
        value!.ToJsonString().ShouldBe("12");
        findings.ShouldHaveSingleItem().Code.ShouldBe("workbook.formula");
        findings[0].Message.Vi.ShouldContain("12");
        (await WorkbookUnderTest.CellAsync("chu", Formula("A1&B1", "15/KH", "str"))).Value!.GetValue<string>().ShouldBe("15/KH");
        (await WorkbookUnderTest.CellAsync("so", Formula("\"\"", "", "str"))).Value.ShouldBeNull();
    }

    [Theory]
    [InlineData("n", null, "workbook.formulaWithoutResult")]
    [InlineData("e", "#REF!", "workbook.errorValue")]
    [InlineData("e", "#DIV/0!", "workbook.errorValue")]
    public async Task A_formula_without_a_result_is_refused(string type, string? result, string code)
    {
        var (_, understood, findings) = await WorkbookUnderTest.CellAsync("so", Formula("G1/0", result, type));
        understood.ShouldBeFalse();
        findings.ShouldHaveSingleItem().Code.ShouldBe(code);
    }

    [Fact]
    public async Task Typed_values_fit_their_field_or_are_refused()
    {
        (await WorkbookUnderTest.CellAsync("co", Flag(true))).Value!.GetValue<bool>().ShouldBeTrue();
        (await WorkbookUnderTest.CellAsync("co", Number(1))).Findings.ShouldHaveSingleItem().Code.ShouldBe("typed.notYesOrNo");
        (await WorkbookUnderTest.CellAsync("so", Flag(true))).Findings.ShouldHaveSingleItem().Code.ShouldBe("workbook.needsNumber");
        (await WorkbookUnderTest.CellAsync("so", Error("#N/A"))).Findings.ShouldHaveSingleItem().Code.ShouldBe("workbook.errorValue");
        (await WorkbookUnderTest.CellAsync("chu", Number("15"))).Value!.GetValue<string>().ShouldBe("15");
        (await WorkbookUnderTest.CellAsync("chu", Number("1.5"))).Value!.GetValue<string>().ShouldBe("1,5");
        (await WorkbookUnderTest.CellAsync("chu", Number("46096", Date))).Findings.ShouldHaveSingleItem().Code.ShouldBe("workbook.needsText");
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\u00A0")]
    public async Task A_cell_that_looks_blank_is_blank(string text)
    {
        var (value, understood, findings) = await WorkbookUnderTest.CellAsync("so", Text(text));
        (value, understood).ShouldBe((null, true));
        findings.ShouldBeEmpty();
    }

    private static System.Text.Json.JsonSerializerOptions Plain { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
