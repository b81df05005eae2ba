using System.Net;
using System.Text.RegularExpressions;
using SocialWork.Documents.Words;
using SocialWork.Host.Tests.Support;

namespace SocialWork.Host.Tests.Pages;

/// <summary>The leaders' board as a browser without script gets it.</summary>
[Collection(ServedYearTests.Name)]
public sealed partial class BoardTests(ServedYear year)
{
    [Fact]
    public async Task Every_target_stands_there_as_the_report_has_it()
    {
        var leader = await year.Host.SignInAsync("leader");
        var report = await leader.GetJsonAsync("/api/v1/plans/2026/combined-report");
        var rows = await RowsAsync(leader, "measured");

        var targets = report.GetProperty("targets").EnumerateArray().ToArray();
        rows.Length.ShouldBe(targets.Length);
        foreach (var (row, target) in rows.Zip(targets))
        {
            row.ShouldContain(target.GetProperty("clause").GetString()!);
            var cells = Cells(row);
            long Number(int cell) => long.Parse(cells[cell].Split(',')[0].Replace(".", string.Empty, StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture);
            Number(0).ShouldBe(target.GetProperty("numerator").GetInt64());
            Number(1).ShouldBe(target.GetProperty("denominator").GetInt64());
            cells[2].ShouldStartWith(target.GetProperty("rateText").GetString()!);
            Regex.Count(row, Regex.Escape($"href=\"/reports/2026/figures/{target.GetProperty("figure").GetString()}\""), RegexOptions.None, TimeSpan.FromSeconds(1)).ShouldBe(3, "numerator, denominator and rate lead to where they come from");
            row.Contains("Tạm tính", StringComparison.Ordinal).ShouldBe(target.GetProperty("provisional").GetBoolean());
            var coverage = target.GetProperty("coverage");
            cells[5].ShouldBe($"{When.Number(coverage.GetProperty("reported").GetInt64())}/{When.Number(coverage.GetProperty("expected").GetInt64())}");
        }
    }

    [Fact]
    public async Task Tasks_are_counted_by_agency_and_those_of_who_has_not_sent_are_overdue()
    {
        var leader = await year.Host.SignInAsync("leader");
        var report = await leader.GetJsonAsync("/api/v1/plans/2026/combined-report");
        var rows = await RowsAsync(leader, "states");

        var tasks = report.GetProperty("tasks").EnumerateArray().ToLookup(t => t.GetProperty("unit").GetString());
        rows.Length.ShouldBe(tasks.Count);
        foreach (var (row, agency) in rows.Zip(tasks))
        {
            row.ShouldContain($"<span class=\"code\">{agency.Key}</span>");
            var cells = Cells(row);
            cells[6].ShouldBe(agency.Sum(t => t.GetProperty("instances").GetProperty("total").GetInt32()).ToString(System.Globalization.CultureInfo.InvariantCulture));
            cells[0].ShouldBe(agency.Sum(t => t.GetProperty("instances").GetProperty("done").GetInt32()).ToString(System.Globalization.CultureInfo.InvariantCulture));
            // One commune has sent nothing; each of the communes' tasks is therefore overdue once.
            cells[5].ShouldBe(agency.Key == "UBXP" ? agency.Count().ToString(System.Globalization.CultureInfo.InvariantCulture) : "0");
        }
    }

    [Fact]
    public async Task The_days_add_up_to_who_has_sent_and_say_who_was_late()
    {
        var leader = await year.Host.SignInAsync("leader");
        var monitoring = (await leader.GetJsonAsync("/api/v1/plans/2026/monitoring")).EnumerateArray().Where(s => s.GetProperty("duty").GetString() == "2026/V.1#2").ToArray();
        var rows = (await RowsAsync(leader, "days")).Select(Cells).ToArray();

        var late = monitoring.Count(s => s.GetProperty("state").GetString() == "sentLate");
        var sent = monitoring.Count(s => s.GetProperty("state").GetString() is "sent" or "sentLate");
        rows[^1][1].ShouldBe($"{When.Number(sent)}/48");
        rows.Sum(r => int.Parse(r[0], System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(sent);
        rows.Where(r => r[2] == "Muộn").Sum(r => int.Parse(r[0], System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(late);
        late.ShouldBeGreaterThan(0, "the demonstration has some");
    }

    [Fact]
    public async Task Who_may_not_follow_figures_gets_them_without_links() =>
        (await ReadAsync(await year.Host.SignInAsync("admin"), "/board/2026")).ShouldNotContain("/figures/");

    [Theory]
    [InlineData("19960.reporter")]
    [InlineData("SGDDT.approver")]
    public async Task It_is_for_those_who_follow_the_city(string user)
    {
        var client = await year.Host.SignInAsync(user);
        (await client.GetAsync(new Uri("/board/2026", UriKind.Relative))).Headers.Location!.ToString().ShouldBe("/denied");
        (await ReadAsync(client, "/")).ShouldNotContain("/board/");
    }

    [Fact]
    public async Task The_charts_are_drawn_without_styles_of_their_own_and_hidden_where_the_table_speaks()
    {
        var page = await ReadAsync(await year.Host.SignInAsync("leader"), "/board/2026");
        page.ShouldContain("<svg");
        page.ShouldNotContain(" style=");
        page.ShouldNotContain("<script");
        page.ShouldContain("DỮ LIỆU MINH HỌA");
        page.Length.ShouldBeLessThan(60_000);
        Regex.Count(page, "<h1[ >]", RegexOptions.None, TimeSpan.FromSeconds(1)).ShouldBe(1);
        var unknown = await (await year.Host.SignInAsync("leader")).GetAsync(new Uri("/board/1999", UriKind.Relative));
        unknown.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<string[]> RowsAsync(HttpClient client, string table)
    {
        var page = await ReadAsync(client, "/board/2026");
        var body = page[page.IndexOf($"<table class=\"{table}\"", StringComparison.Ordinal)..];
        return [.. Row().Matches(body[body.IndexOf("<tbody>", StringComparison.Ordinal)..body.IndexOf("</table>", StringComparison.Ordinal)]).Select(m => m.Value)];
    }

    private static string[] Cells(string row) => [.. Cell().Matches(row).Select(m => Tags().Replace(m.Groups["content"].Value, string.Empty).Trim())];

    private static Task<string> ReadAsync(HttpClient client, string address) => client.GetStringAsync(new Uri(address, UriKind.Relative));

    [GeneratedRegex("<tr>.*?</tr>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Row();

    [GeneratedRegex("<td[^>]*>(?<content>.*?)</td>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Cell();

    [GeneratedRegex("<[^>]+>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tags();
}
