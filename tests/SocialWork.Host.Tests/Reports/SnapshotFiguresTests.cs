using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using SocialWork.Documents.Annexes;
using SocialWork.Host.Tests.Support;
using SocialWork.Tests.Shared;

namespace SocialWork.Host.Tests.Reports;

/// <summary>One snapshot, its documents read back: the same figures in Word, Excel, HTML and JSON.</summary>
[Collection(ServedYearTests.Name)]
public sealed partial class SnapshotFiguresTests(ServedYear year) : IDisposable
{
    private const string Snapshot = "/api/v1/plans/2026/snapshots/1";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_figure_of_a_snapshot_is_the_same_in_each_of_its_documents()
    {
        year.CopyTo(_folder.Path);
        await using var host = await HostUnderTest.StartAsync(_folder.Path);
        var client = await host.SignInAsync("standing");
        (await client.PostAsJsonAsync("/api/v1/plans/2026/snapshots", new { reason = "Chốt số liệu" })).StatusCode.ShouldBe(HttpStatusCode.Created);
        var report = await client.GetJsonAsync(Snapshot + ".json");
        var html = HtmlTables(await client.GetStringAsync(new Uri(Snapshot + ".html", UriKind.Relative)));
        var sheets = XlsxGrid.Read(await client.GetByteArrayAsync(new Uri(Snapshot + ".xlsx", UriKind.Relative)));
        var word = WordTables(await client.GetByteArrayAsync(new Uri(Snapshot + ".docx", UriKind.Relative)));

        var targets = report.GetProperty("targets").EnumerateArray().ToArray();
        targets.Length.ShouldBe(5);
        foreach (var target in targets)
        {
            var code = target.GetProperty("indicator").GetString()!;
            string[] said = [target.GetProperty("numerator").GetRawText(), target.GetProperty("denominator").GetRawText(), target.GetProperty("unreported").GetRawText()];
            var inWord = word.SelectMany(table => table).Single(row => row[0].StartsWith(code + ". ", StringComparison.Ordinal));
            var inHtml = html.SelectMany(table => table.Rows).First(row => row[0].EndsWith(" " + code, StringComparison.Ordinal) && row.Length > 4);
            var sheet = sheets.Single(s => s.Name == "I.1");
            var at = sheet.Cells.Keys.First(cell => cell.Column == 1 && sheet[cell.Row, 1].StartsWith(code + ". ", StringComparison.Ordinal)).Row;
            inWord[1..4].Select(Digits).ShouldBe(said, code);
            inHtml[1..4].Select(Digits).ShouldBe(said, code);
            new[] { 2, 3, 4 }.Select(column => sheet[at, column]).ShouldBe(said, code);
            inWord[4].ShouldBe(target.GetProperty("rateText").GetString());
            inHtml[4].ShouldBe(target.GetProperty("rateText").GetString());
        }

        var compared = 0;
        foreach (var table in report.GetProperty("annexes").EnumerateArray().SelectMany(annex => annex.GetProperty("tables").EnumerateArray()))
        {
            var id = table.GetProperty("id").GetString()!;
            var rows = table.GetProperty("rows").EnumerateArray().ToArray();
            if (rows.Length == 0) continue;
            var inHtml = html.Single(one => one.Caption.StartsWith(id + ". ", StringComparison.Ordinal)).Rows;
            var inWord = word.Single(one => one.Length == rows.Length + 1 && one[1][0].EndsWith(rows[0].GetProperty("label").GetString()!, StringComparison.Ordinal) && one[0].Length == inHtml[0].Length && one[0].SequenceEqual(inHtml[0]));
            var sheet = sheets.Single(s => s.Name == id);
            foreach (var (i, row) in rows.Index())
            {
                foreach (var (j, cell) in row.GetProperty("cells").EnumerateArray().Index().Where(c => c.Item.GetProperty("state").GetString() == "number"))
                {
                    var (value, place) = (cell.GetProperty("value").GetRawText(), $"{id} {row.GetProperty("label")} {j}");
                    Digits(inHtml[i + 1][j + 1]).ShouldBe(value, place);
                    Digits(inWord[i + 1][j + 1]).ShouldBe(value, place);
                    sheet[AnnexWorkbook.HeadRow + 1 + i, j + 2].ShouldBe(value, place);
                    compared++;
                }
            }
        }

        compared.ShouldBeGreaterThan(1_000);
    }

    // The footnote's mark is no part of a figure.
    private static string[][][] WordTables(byte[] document)
    {
        using var file = WordprocessingDocument.Open(new MemoryStream(document), isEditable: false);
        return
        [
            .. file.MainDocumentPart!.Document.Body!.Descendants<Table>()
                .Select(table => table.Elements<TableRow>().Select(row => row.Elements<TableCell>().Select(cell => cell.InnerText.Trim()).ToArray()).ToArray()),
        ];
    }

    private static (string Caption, string[][] Rows)[] HtmlTables(string html) =>
    [
        .. TableOf().Matches(html).Select(table => (
            Text(CaptionOf().Match(table.Value).Groups["text"].Value),
            RowOf().Matches(table.Value).Select(row => CellOf().Matches(row.Value).Select(cell => Text(cell.Groups["text"].Value)).ToArray()).ToArray())),
    ];

    private static string Text(string markup) => WebUtility.HtmlDecode(TagOf().Replace(markup, string.Empty)).Trim();

    private static string Digits(string words) => long.Parse(string.Concat(words.Where(char.IsDigit)), CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("<table.*?</table>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex TableOf();

    [GeneratedRegex("<caption>(?<text>.*?)</caption>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex CaptionOf();

    [GeneratedRegex("<tr.*?</tr>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex RowOf();

    [GeneratedRegex("<t[dh][^>]*>(?<text>.*?)</t[dh]>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex CellOf();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1_000)]
    private static partial Regex TagOf();
}
