using System.Net;
using System.Text.RegularExpressions;
using SocialWork.Host.Tests.Support;

namespace SocialWork.Host.Tests.Pages;

/// <summary>The plan as a document.</summary>
[Collection(ServedYearTests.Name)]
public sealed partial class PlanPageTests(ServedYear year)
{
    private static readonly string[] Parts = ["targets", "activities", "funding", "tasks", "duties"];

    [Fact]
    public async Task Every_clause_stands_there_once_in_the_plans_order_and_can_be_linked_to()
    {
        var client = await year.Host.SignInAsync("19960.reporter");
        var plan = await client.GetJsonAsync("/api/v1/plans/2026");
        var clauses = Parts.SelectMany(part => plan.GetProperty(part).EnumerateArray())
            .Select(c => c.TryGetProperty("clause", out var id) ? id.GetString()! : c.TryGetProperty("duty", out var duty) ? duty.GetString()! : c.GetProperty("id").GetString()!);
        var page = await ReadAsync("19960.reporter", "/plans/2026");
        Card().Matches(page).Select(m => WebUtility.HtmlDecode(m.Groups["id"].Value)).ShouldBe(clauses);
        foreach (var anchor in Anchor().Matches(page).Select(m => Uri.UnescapeDataString(WebUtility.HtmlDecode(m.Groups["to"].Value))).Distinct(StringComparer.Ordinal))
            WebUtility.HtmlDecode(page).ShouldContain($"id=\"{anchor}\"");
    }

    [Fact]
    public async Task Search_without_accents_lists_and_marks_what_it_finds()
    {
        var page = await ReadAsync("19960.reporter", "/plans/2026?q=" + Uri.EscapeDataString("tram y te"));
        var hits = page[page.IndexOf("id=\"hits\"", StringComparison.Ordinal)..page.IndexOf("<nav class=\"contents\"", StringComparison.Ordinal)];
        hits.ShouldContain("2026/II.2.b");
        hits.ShouldNotContain("2026/IV.2.a");
        page.ShouldContain("<mark>trạm</mark> <mark>y</mark> <mark>tế</mark>", Case.Insensitive);
        (await ReadAsync("19960.reporter", "/plans/2026?q=khongcogi")).ShouldContain("Tìm thấy 0 điều khoản");
        (await ReadAsync("19960.reporter", "/plans/2026?q=" + Uri.EscapeDataString("Sở Tư pháp"))).ShouldContain("2026/IV.5.c</span>");
    }

    [Fact]
    public async Task What_is_typed_comes_back_as_text_and_not_as_markup()
    {
        var page = await ReadAsync("standing", "/plans/2026?q=" + Uri.EscapeDataString("\"><script>alert(1)</script>"));
        page.ShouldNotContain("<script");
        page = await ReadAsync("standing", "/plans/2026?q=" + new string('a', 101));
        page.ShouldContain("role=\"alert\"");
        page.ShouldContain("dài quá 100 ký tự");
        page.ShouldNotContain("id=\"hits\"");
    }

    [Fact]
    public async Task States_and_figures_are_for_those_who_follow_the_city_and_lineage_for_those_who_may_trace()
    {
        var standing = await ReadAsync("standing", "/plans/2026");
        standing.ShouldContain("/reports/2026/figures/");
        standing.ShouldContain("47/48 đơn vị đã gửi đủ biểu");
        standing.ShouldContain("href=\"/board/2026#tasks\"");
        var admin = await ReadAsync("admin", "/plans/2026");
        admin.ShouldContain("47/48 đơn vị đã gửi đủ biểu");
        admin.ShouldNotContain("/figures/");
        var reporter = await ReadAsync("19960.reporter", "/plans/2026");
        reporter.ShouldNotContain("/figures/");
        reporter.ShouldNotContain("47/48");
        reporter.ShouldContain("trước ngày 30/11/2026 (ngày làm việc cuối cùng: 27/11/2026)");
    }

    [Theory]
    [InlineData("standing")]
    [InlineData("19960.reporter")]
    public async Task It_is_light_and_plain(string user)
    {
        var page = await ReadAsync(user, "/plans/2026");
        System.Text.Encoding.UTF8.GetByteCount(page).ShouldBeLessThan(MostBytes);
        page.ShouldNotContain(" style=");
        Regex.Count(page, "<h1[ >]", RegexOptions.None, TimeSpan.FromSeconds(1)).ShouldBe(1);
        (await (await year.Host.SignInAsync(user)).GetAsync(new Uri("/plans/1999", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private const int MostBytes = 100_000;

    private async Task<string> ReadAsync(string user, string address) => await (await year.Host.SignInAsync(user)).GetStringAsync(new Uri(address, UriKind.Relative));

    [GeneratedRegex("<article class=\"clause-card\" id=\"(?<id>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Card();

    [GeneratedRegex("href=\"#(?<to>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Anchor();
}
