using System.Text;
using SocialWork.Documents.Tables;
using SocialWork.Tests.Shared;

namespace SocialWork.Documents.Tests.Tables;

/// <summary>Words that another program would run as a formula, opened by that program.</summary>
public sealed class FormulaTests
{
    private static readonly string[] Dangerous = ["=1+1", "+cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\t=1+1", "\r=1+1", "\n=1+1", "=HYPERLINK(\"http://x\")"];

    [Fact]
    public async Task A_program_that_opens_the_csv_finds_words()
    {
        var opened = await OpenedAsync(await SampleTable.CsvAsync(SampleTable.OfWords(Dangerous)), "csv");
        opened.Length.ShouldBe(Dangerous.Length + 1);
        foreach (var (words, cell) in Dangerous.Zip(opened.Skip(1)))
            cell.ShouldBeOfType<string>().ReplaceLineEndings("\n").ShouldBe("'" + words.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task A_program_that_opens_the_workbook_finds_words()
    {
        var opened = await OpenedAsync(await SampleTable.XlsxAsync(SampleTable.OfWords(Dangerous)), "xlsx");
        opened.Skip(XlsxTable.HeadingRow).ShouldBe(Dangerous.Select(words => (object?)words.Replace("\r", string.Empty, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_same_words_unguarded_would_have_been_run() =>
        (await OpenedAsync(Encoding.UTF8.GetBytes("x\r\n=1+1\r\n"), "csv"))[1].ShouldBe(2d);

    private static async Task<object?[]> OpenedAsync(byte[] file, string format) =>
        [.. OtherReader.Workbook(await LibreOffice.ConvertAsync(file, format, "xlsx", CancellationToken.None)).Select(row => row[0])];
}
