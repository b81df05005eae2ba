using System.Net;
using System.Text.RegularExpressions;
using Shouldly;
using SocialWork.Host.Tests.Support;

namespace SocialWork.Host.Tests.Pages;

/// <summary>The pages as a browser without script gets them.</summary>
[Collection(ServedYearTests.Name)]
public sealed partial class PagesTests(ServedYear year)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/reports/2026")]
    [InlineData("/reports/2026/figures/CT1")]
    public async Task Who_is_not_signed_in_is_asked_to(string address)
    {
        var response = await GetAsync(year.Host.Anonymous(), address);
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        response.Headers.Location!.ToString().ShouldContain("/sign-in?ReturnUrl=");
    }

    [Fact]
    public async Task The_sign_in_form_signs_in_and_comes_back_to_where_one_was()
    {
        var client = year.Host.Anonymous();
        var response = await SignInAsync(client, "standing", "demo-2026", "/reports/2026");
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        response.Headers.Location!.ToString().ShouldBe("/reports/2026");
        (await GetAsync(client, "/")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Sign_in_leads_to_no_other_host() =>
        (await SignInAsync(year.Host.Anonymous(), "standing", "demo-2026", "https://example.org/")).Headers.Location!.ToString().ShouldBe("/");

    [Fact]
    public async Task A_wrong_password_is_told_in_words()
    {
        var response = await SignInAsync(year.Host.Anonymous(), "standing", "wrong", "/");
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadAsStringAsync()).ShouldContain("Tên đăng nhập hoặc mật khẩu không đúng.");
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal) { ["UserName"] = "standing", ["Password"] = "demo-2026" });
        (await year.Host.Anonymous().PostAsync(new Uri("/sign-in", UriKind.Relative), form)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("19960.reporter", "/reports/2026")]
    [InlineData("19960.reporter", "/reports/2026/figures/CT1")]
    [InlineData("admin", "/reports/2026/figures/CT1")]
    public async Task What_is_not_for_an_account_is_denied(string user, string address)
    {
        var client = await year.Host.SignInAsync(user);
        (await GetAsync(client, address)).Headers.Location!.ToString().ShouldBe("/denied");
        (await GetAsync(client, "/denied")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("/reports/1999")]
    [InlineData("/reports/2026/figures/CT99")]
    [InlineData("/no-such-page")]
    public async Task What_does_not_exist_says_so_in_a_page(string address)
    {
        var response = await GetAsync(await year.Host.SignInAsync("standing"), address);
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await response.Content.ReadAsStringAsync()).ShouldContain("Không tìm thấy trang");
    }

    [Fact]
    public async Task The_one_unit_that_has_not_sent_sees_what_is_overdue_first()
    {
        var page = await ReadAsync("20044.reporter", "/");
        page.ShouldContain("Quá hạn 2 ngày");
        page.ShouldContain("27/11/2026");
        page.ShouldNotContain("Báo cáo tổng hợp");
    }

    [Fact]
    public async Task The_standing_agency_sees_who_has_not_sent()
    {
        var page = await ReadAsync("standing", "/");
        page.ShouldContain("47/48");
        page.ShouldContain("Xã A Lưới 2");
        page.ShouldContain("href=\"/reports/2026\"");
    }

    [Fact]
    public async Task Every_link_of_the_report_leads_to_a_lineage_that_adds_up()
    {
        var client = await year.Host.SignInAsync("standing");
        var report = await (await GetAsync(client, "/reports/2026")).Content.ReadAsStringAsync();
        var figures = FigureLink().Matches(report).Select(m => WebUtility.HtmlDecode(m.Groups["to"].Value)).Distinct(StringComparer.Ordinal).ToArray();
        figures.Length.ShouldBeGreaterThan(50);
        foreach (var address in figures)
        {
            var response = await GetAsync(client, address);
            response.StatusCode.ShouldBe(HttpStatusCode.OK, address);
            (await response.Content.ReadAsStringAsync()).ShouldNotContain("lệch: số liệu là", Case.Sensitive, address);
        }
    }

    [Fact]
    public async Task Who_may_not_follow_figures_gets_the_report_without_links() =>
        (await ReadAsync("admin", "/reports/2026")).ShouldNotContain("/figures/");

    [Theory]
    [InlineData("/")]
    [InlineData("/reports/2026")]
    [InlineData("/reports/2026/figures/CT1")]
    public async Task Pages_have_no_script_and_ask_nothing_of_other_hosts(string address)
    {
        var response = await GetAsync(await year.Host.SignInAsync("standing"), address);
        var page = await response.Content.ReadAsStringAsync();
        page.ShouldNotContain("<script");
        page.ShouldNotContain("http://");
        page.ShouldNotContain("https://");
        page.ShouldContain("DỮ LIỆU MINH HỌA – mọi số liệu đều là ví dụ");
        Regex.Count(page, "<h1[ >]", RegexOptions.None, TimeSpan.FromSeconds(5)).ShouldBe(1);
        response.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("default-src 'none'");
    }

    [Fact]
    public async Task English_is_chosen_by_address_and_remembered()
    {
        var client = await year.Host.SignInAsync("standing");
        (await (await GetAsync(client, "/?lang=en")).Content.ReadAsStringAsync()).ShouldContain("<html lang=\"en\">");
        (await (await GetAsync(client, "/reports/2026")).Content.ReadAsStringAsync()).ShouldContain("Results of the 2026 programme");
    }

    [Fact]
    public async Task The_document_is_served_by_suffix_and_by_what_a_browser_accepts()
    {
        var client = await year.Host.SignInAsync("standing");
        var bySuffix = await GetAsync(client, "/api/v1/plans/2026/combined-report.html");
        bySuffix.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/plans/2026/combined-report");
        request.Headers.Accept.ParseAdd("text/html,application/xhtml+xml,*/*;q=0.8");
        var byAccept = await client.SendAsync(request);
        (await byAccept.Content.ReadAsStringAsync()).ShouldBe(await bySuffix.Content.ReadAsStringAsync());
        byAccept.Headers.ETag.ShouldBe(bySuffix.Headers.ETag);
        (await GetAsync(client, "/api/v1/plans/2026/combined-report")).Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
    }

    [Theory]
    [InlineData("/site.css")]
    [InlineData("/report.css")]
    [InlineData("/lib/bootstrap/bootstrap.min.css")]
    [InlineData("/lib/be-vietnam-pro/be-vietnam-pro-vietnamese-400-normal.woff2")]
    public async Task What_pages_look_like_is_served_to_everyone(string address) =>
        (await GetAsync(year.Host.Anonymous(), address)).StatusCode.ShouldBe(HttpStatusCode.OK);

    private static Task<HttpResponseMessage> GetAsync(HttpClient client, string address) => client.GetAsync(new Uri(address, UriKind.Relative));

    private async Task<string> ReadAsync(string user, string address) =>
        await (await GetAsync(await year.Host.SignInAsync(user), address)).Content.ReadAsStringAsync();

    private static async Task<HttpResponseMessage> SignInAsync(HttpClient client, string user, string password, string returnUrl)
    {
        var form = await (await GetAsync(client, "/sign-in")).Content.ReadAsStringAsync();
        using var answers = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["UserName"] = user,
            ["Password"] = password,
            ["ReturnUrl"] = returnUrl,
            ["__RequestVerificationToken"] = Token().Match(form).Groups["token"].Value,
        });
        return await client.PostAsync(new Uri("/sign-in", UriKind.Relative), answers);
    }

    [GeneratedRegex("__RequestVerificationToken\" type=\"hidden\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();

    [GeneratedRegex("href=\"(?<to>/reports/2026/figures/[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FigureLink();
}
