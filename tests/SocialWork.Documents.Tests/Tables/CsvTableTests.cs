using SocialWork.Core;
using SocialWork.Documents.Tables;

namespace SocialWork.Documents.Tests.Tables;

public sealed class CsvTableTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1+1", "'\t=1+1")]
    [InlineData("\r=1+1", "\"'\r=1+1\"")]
    [InlineData("\n=1+1", "\"'\n=1+1\"")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("\u0001=1+1", "'=1+1")]
    [InlineData("a=1", "a=1")]
    [InlineData("a;b", "\"a;b\"")]
    [InlineData("a,b", "a,b")]
    [InlineData("nói \"vâng\"", "\"nói \"\"vâng\"\"\"")]
    [InlineData("dòng 1\r\ndòng 2", "\"dòng 1\r\ndòng 2\"")]
    [InlineData("bell\u0007 and nul\0", "bell and nul")]
    [InlineData("😀 ở Huế", "😀 ở Huế")]
    [InlineData("", "")]
    public async Task Words_are_quoted_and_never_begin_like_a_formula(string words, string expected) =>
        SampleTable.Text(await SampleTable.CsvAsync(SampleTable.OfWords(words))).ShouldBe($"Cột 1\r\n{expected}\r\n");

    [Theory]
    [InlineData("vi", "Có;Không;-5;70%;2026-11-30;2026-12-01 00:30:00;")]
    [InlineData("en", "Yes;No;-5;70%;2026-11-30;2026-12-01 00:30:00;")]
    public async Task Cells_are_written_by_their_kind(string language, string expected)
    {
        var table = SampleTable.Of([
            new TableCell.YesNo(true), new TableCell.YesNo(false), new TableCell.Whole(-5), new TableCell.Percent(70), new TableCell.Day(new DateOnly(2026, 11, 30)),
            new TableCell.Moment(new DateTimeOffset(2026, 11, 30, 17, 30, 0, 900, TimeSpan.Zero)), null]) with { Language = language };
        SampleTable.Text(await SampleTable.CsvAsync(table)).Split("\r\n")[1].ShouldBe(expected);
    }

    [Fact]
    public async Task A_table_without_rows_has_its_headings() => SampleTable.Text(await SampleTable.CsvAsync(SampleTable.OfWords())).ShouldBe("Cột 1\r\n");

    [Fact]
    public async Task A_table_of_just_the_limit_is_written_and_one_row_more_is_refused()
    {
        static Table Rows(int count) => SampleTable.OfWords(Enumerable.Repeat("x", count));
        (await CsvTable.WriteAsync(Rows(Table.MaxRows), Stream.Null, CancellationToken.None)).ShouldBe(new Result<int>.Ok(Table.MaxRows));
        var refused = (await CsvTable.WriteAsync(Rows(Table.MaxRows + 1), Stream.Null, CancellationToken.None)).ShouldBeOfType<Result<int>.No>().Refusal;
        (refused.Kind, refused.Code).ShouldBe((RefusalKind.TooLarge, "table.tooManyRows"));
        refused.Message.Vi.ShouldContain("100.000");
    }
}
