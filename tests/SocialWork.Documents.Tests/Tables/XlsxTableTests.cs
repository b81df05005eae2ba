using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using SocialWork.Core;
using SocialWork.Documents.Tables;
using SocialWork.Tests.Shared;
using Table = SocialWork.Documents.Tables.Table;

namespace SocialWork.Documents.Tests.Tables;

public sealed class XlsxTableTests
{
    private static readonly TableCell?[] EveryKind =
    [
        new TableCell.Words("Trường “A” & <B>"), new TableCell.Whole(1_000_000), new TableCell.Whole(-5), new TableCell.Percent(70), new TableCell.Day(new DateOnly(2026, 11, 30)),
        new TableCell.Moment(new DateTimeOffset(2026, 11, 30, 17, 30, 1, 900, TimeSpan.Zero)), new TableCell.YesNo(true), null,
    ];

    [Fact]
    public async Task A_workbook_is_valid_frozen_filtered_and_set_up_for_printing()
    {
        using var document = Open(await SampleTable.XlsxAsync(SampleTable.Of(EveryKind, EveryKind) with { Note = "Kế hoạch 2026", Demonstration = true }));
        new OpenXmlValidator().Validate(document).Select(e => $"{e.Path?.XPath}: {e.Description}").ShouldBeEmpty();
        var sheet = document.WorkbookPart!.WorksheetParts.Single().Worksheet;
        sheet.Descendants<Pane>().Single().VerticalSplit!.Value.ShouldBe(XlsxTable.HeadingRow);
        sheet.Descendants<AutoFilter>().Single().Reference!.Value.ShouldBe("A3:H5");
        var page = sheet.Descendants<PageSetup>().Single();
        (page.PaperSize!.Value, page.Orientation!.Value, page.FitToWidth!.Value).ShouldBe((9u, OrientationValues.Landscape, 1u));
        sheet.Descendants<OddHeader>().Single().Text.ShouldContain("MINH HỌA");
        document.WorkbookPart.Workbook.Descendants<Sheet>().Single().Name!.Value.ShouldBe("Đơn vị A B 2026");
        document.WorkbookPart.Workbook.Descendants<DefinedName>().Select(n => n.Text).ShouldContain("'Đơn vị A B 2026'!$A:$A,'Đơn vị A B 2026'!$3:$3");
    }

    [Fact]
    public async Task A_table_without_rows_is_valid()
    {
        using var document = Open(await SampleTable.XlsxAsync(SampleTable.OfWords()));
        new OpenXmlValidator().Validate(document).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("vi", "Đơn vị: A/B [2026]", "DỮ LIỆU MINH HỌA – mọi số liệu đều là ví dụ. 2026", "Cột 1", "Có")]
    [InlineData("en", "Units", "DEMONSTRATION DATA – every figure is an example. 2026", "Column 1", "Yes")]
    public async Task Cells_come_back_as_what_they_are(string language, string title, string note, string heading, string yes)
    {
        var rows = OtherReader.Workbook(await SampleTable.XlsxAsync(SampleTable.Of(EveryKind) with { Language = language, Note = "2026", Demonstration = true }));
        rows[0][0].ShouldBe(title);
        rows[1][0].ShouldBe(note);
        rows[2][0].ShouldBe(heading);
        rows[3].ShouldBe(["Trường “A” & <B>", 1_000_000d, -5d, 0.7, new DateTime(2026, 11, 30), new DateTime(2026, 12, 1, 0, 30, 1), yes, null]);
    }

    [Fact]
    public async Task What_a_spreadsheet_cannot_count_stays_words()
    {
        var rows = OtherReader.Workbook(await SampleTable.XlsxAsync(SampleTable.Of(
            [new TableCell.Whole(long.MaxValue), new TableCell.Whole(999_999_999_999_999), new TableCell.Day(new DateOnly(1900, 2, 28)), new TableCell.Day(new DateOnly(1900, 3, 1)), new TableCell.Moment(DateTimeOffset.UnixEpoch.AddYears(-100))])));
        rows[3].ShouldBe(["9.223.372.036.854.775.807", 999_999_999_999_999d, "28/02/1900", new DateTime(1900, 3, 1), rows[3][4]]);
        rows[3][4].ShouldBeOfType<string>().ShouldStartWith("01/01/1870 07:");
    }

    [Fact]
    public async Task Words_lose_only_what_the_format_cannot_hold()
    {
        var words = new[] { "=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1+1", "_x0041_", "  hai đầu  ", "dòng 1\ndòng 2", "😀", "bell\u0007", "half\uD83D", new string('x', XlsxTable.MaxCellLength + 1) };
        using var document = Open(await SampleTable.XlsxAsync(SampleTable.OfWords(words)));
        new OpenXmlValidator().Validate(document).ShouldBeEmpty();
        document.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<CellFormula>().ShouldBeEmpty();
        var read = OtherReader.Workbook(await SampleTable.XlsxAsync(SampleTable.OfWords(words))).Skip(XlsxTable.HeadingRow).Select(row => (string)row[0]!).ToArray();
        read.Take(9).ShouldBe(words.Take(9));
        read[9].ShouldBe("bell");
        read[10].ShouldBe("half");
        read[11].ShouldStartWith(words[11][..^1] + "…");
    }

    [Fact]
    public async Task One_row_more_than_the_limit_is_refused() =>
        (await XlsxTable.WriteAsync(SampleTable.OfWords(Enumerable.Repeat("x", Table.MaxRows + 1)), new MemoryStream(), CancellationToken.None))
            .ShouldBeOfType<Result<int>.No>().Refusal.Code.ShouldBe("table.tooManyRows");

    private static SpreadsheetDocument Open(byte[] file) => SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
}
