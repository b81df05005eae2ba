using System.Net;
using System.Text.Json;
using SocialWork.Host.Tests.Support;

namespace SocialWork.Host.Tests.Reports;

/// <summary>The combined report as it was known at a past moment.</summary>
[Collection(ServedYearTests.Name)]
public sealed class PastReportTests(ServedYear year)
{
    private const string Address = "/api/v1/plans/2026/combined-report";

    [Fact]
    public async Task At_this_moment_the_past_is_the_present_though_one_is_recounted_and_the_other_kept_as_totals()
    {
        var client = await year.Host.SignInAsync("standing");
        var past = await client.GetStringAsync(new Uri(Address + "?asOf=2026-12-01T02:00:00Z", UriKind.Relative));
        past.ShouldBe(await client.GetStringAsync(new Uri(Address, UriKind.Relative)));
    }

    [Fact]
    public async Task Sent_later_is_not_yet_sent_and_the_report_of_a_day_says_so()
    {
        var client = await year.Host.SignInAsync("standing");
        var days = new List<(int Sent, int Missing, long Accepted)>();
        foreach (var day in new[] { "2026-03-01", "2026-11-20", "2026-11-26", "2026-11-30" })
        {
            var report = await client.GetJsonAsync($"{Address}?asOf={day}");
            report.GetProperty("asOf").GetString().ShouldStartWith(day);
            var coverage = report.GetProperty("coverage");
            days.Add((coverage.GetProperty("sent").GetInt32(), coverage.GetProperty("missing").GetArrayLength(), report.GetProperty("targets").EnumerateArray().Sum(t => t.GetProperty("coverage").GetProperty("reported").GetInt64())));
        }

        days[0].ShouldBe((0, 48, 0));
        days.Select(d => d.Sent).ShouldBeInOrder(SortDirection.Ascending);
        days.Select(d => d.Accepted).ShouldBeInOrder(SortDirection.Ascending);
        days[^1].Sent.ShouldBeGreaterThan(days[1].Sent);
        (await client.GetJsonAsync(Address + "?asOf=2026-03-01")).GetProperty("targets").EnumerateArray().ShouldAllBe(t => IsOpen(t));
    }

    [Theory]
    [InlineData("2027-01-01")]
    [InlineData("2026-11-28T09:00:00")]
    [InlineData("yesterday")]
    public async Task What_is_no_past_moment_is_refused_with_how_to_write_one(string asked)
    {
        var client = await year.Host.SignInAsync("standing");
        var response = await client.GetAsync(new Uri($"{Address}?asOf={Uri.EscapeDataString(asked)}", UriKind.Relative));
        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await response.Content.ReadAsStringAsync()).ShouldContain("report.asOf");
    }

    [Fact]
    public async Task A_document_of_the_past_is_a_document()
    {
        var client = await year.Host.SignInAsync("leader");
        var bytes = await client.GetByteArrayAsync(new Uri(Address + ".docx?asOf=2026-11-26", UriKind.Relative));
        bytes[..2].ShouldBe("PK"u8.ToArray());
        (await client.GetStringAsync(new Uri(Address + ".html?asOf=2026-11-26", UriKind.Relative))).ShouldContain("26/11/2026");
    }

    [Fact]
    public async Task The_page_shows_a_past_day_and_says_so_and_says_what_is_no_past_day()
    {
        var client = await year.Host.SignInAsync("leader");
        var past = WebUtility.HtmlDecode(await client.GetStringAsync(new Uri("/reports/2026?asOf=2026-11-20", UriKind.Relative)));
        past.ShouldContain("Báo cáo như đã biết đến 23:59 ngày 20/11/2026");
        past.ShouldNotContain("class=\"figure\"");
        var ahead = WebUtility.HtmlDecode(await client.GetStringAsync(new Uri("/reports/2026?asOf=2027-01-01", UriKind.Relative)));
        ahead.ShouldContain("Không đọc được thời điểm “2027-01-01”");
        ahead.ShouldContain("class=\"figure\"");
    }

    private static bool IsOpen(JsonElement target) => target.GetProperty("verdict").GetString() is "notReported" or "undetermined";
}
