using System.Net;
using System.Text;
using SocialWork.Host.Tests.Support;
using static SocialWork.Host.Tests.Support.FormClient;

namespace SocialWork.Host.Tests.Security;

/// <summary>What another site, or a sender that guesses, makes of a signed-in account.</summary>
[Collection(ServedYearTests.Name)]
public sealed class ForgedRequestTests(ServedYear year)
{
    private const string Draft = "/api/v1/submissions/2026/XP4/20044";

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://127.0.0.1:1")]
    public async Task Csrf_a_change_that_another_site_sends_in_a_signed_in_browser_is_refused(string header, string value)
    {
        var client = await year.Host.SignInAsync("20044.reporter");
        foreach (var (method, address, body) in new[] { ("PUT", Draft, """{"values":{"gd[TRE_EM_HCDB]":77}}"""), ("POST", Draft + "/submit", "{}"), ("DELETE", "/api/v1/session", ""), ("POST", "/api/v1/session", """{"userName":"standing","password":"demo-2026"}""") })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), address) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
            request.Headers.TryAddWithoutValidation(header, value);
            await RefusedAsync(client.SendAsync(request), HttpStatusCode.Forbidden, "request.otherSite");
        }

        (await client.GetJsonAsync(Draft)).GetProperty("state").GetString().ShouldBe("notStarted");
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "same-origin")]
    [InlineData("Sec-Fetch-Site", "none")]
    public async Task A_change_of_the_products_own_pages_and_of_programs_goes_through(string header, string value)
    {
        var client = await year.Host.SignInAsync("19960.reporter");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/submissions/2026/XP4/19960/submit");
        request.Headers.TryAddWithoutValidation(header, value);
        request.Headers.TryAddWithoutValidation("Origin", year.Host.Address.GetLeftPart(UriPartial.Authority));
        (await client.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.Conflict, "it was sent before");
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/sign-out")]
    public async Task Csrf_a_form_without_its_token_is_refused(string page)
    {
        var client = await year.Host.SignInAsync("19960.reporter");
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("UserName", "standing"), KeyValuePair.Create("Password", "demo-2026")]);
        (await client.PostAsync(new Uri(page, UriKind.Relative), form)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await client.GetJsonAsync("/api/v1/session")).GetProperty("userName").GetString().ShouldBe("19960.reporter");
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("http:evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/%09/evil.example")]
    [InlineData("\r\nLocation: https://evil.example")]
    public async Task Open_redirect_nobody_is_sent_to_another_site_after_signing_in(string target)
    {
        var client = await year.Host.SignInAsync("19960.reporter");
        var response = await client.GetAsync(new Uri("/sign-in?ReturnUrl=" + Uri.EscapeDataString(target), UriKind.Relative));
        response.StatusCode.ShouldBe(HttpStatusCode.Found);
        var location = new Uri(year.Host.Address, response.Headers.Location!);
        location.Authority.ShouldBe(year.Host.Address.Authority);
    }

    [Fact]
    public async Task Mass_assignment_members_that_are_nobodys_to_send_change_nothing()
    {
        using var data = new TemporaryFolder();
        year.CopyTo(data.Path);
        await using var host = await HostUnderTest.StartAsync(data.Path);
        var own = new FormClient(await host.SignInAsync("20044.reporter"), "XP4", "20044");
        var saved = await OkAsync(own.PutAsync("""{"values":{"gd[TRE_EM_HCDB]":2},"dataAsOf":"2026-11-15","state":"accepted","latestVersion":9,"countingVersion":9,"acceptedVersion":9,"revision":99,"unit":"19960","by":"standing","paper":{"scan":"x","receivedOn":"2026-01-01"},"firstSentAt":"2026-01-01T00:00:00Z"}"""));
        (saved.GetProperty("state").GetString(), saved.GetProperty("unit").GetString(), saved.GetProperty("latestVersion").GetInt32()).ShouldBe(("draft", "20044", 0));
        var history = await OkAsync(own.GetAsync("versions"));
        history.GetProperty("versions").GetArrayLength().ShouldBe(0);
        history.GetProperty("history").EnumerateArray().ShouldHaveSingleItem().GetProperty("by").GetString().ShouldBe("20044.reporter");
    }

    [Theory]
    [InlineData("/api/v1/submissions/2026/XP1/19789")]
    [InlineData("/api/v1/submissions/2026/XP1/19789/versions/1")]
    [InlineData("/api/v1/submissions/2026/XP1/19789?period=2025")]
    [InlineData("/api/v1/forms/XP1/workbook?plan=2026&unit=19789")]
    [InlineData("/api/v1/registers/R3/entries?plan=2026&unit=19789")]
    public async Task Idor_what_belongs_to_another_agency_is_not_reached_by_naming_it(string address) =>
        (await (await year.Host.SignInAsync("19960.reporter")).GetAsync(new Uri(address, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

    [Fact]
    public async Task Idor_ids_that_are_known_open_nothing()
    {
        var (standing, stranger) = (await year.Host.SignInAsync("standing"), await year.Host.SignInAsync("19960.reporter"));
        var obstacle = (await standing.GetJsonAsync("/api/v1/plans/2026/obstacles")).EnumerateArray().First(o => o.GetProperty("unit").GetString() != "19960").GetProperty("id").GetString();
        var scan = (await new FormClient(standing, "XP1", "19789", "2025").GetAsync()).GetProperty("paper").GetProperty("scan").GetString();
        foreach (var address in new[] { $"/api/v1/plans/2026/obstacles/{obstacle}", $"/api/v1/attachments/{scan}", $"/api/v1/attachments/{scan!.ToUpperInvariant()}" })
        {
            (await stranger.GetAsync(new Uri(address, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound, "what is not for you does not exist");
        }
    }
}
