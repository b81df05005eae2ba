using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SocialWork.Core.Attachments;
using SocialWork.Core.Submissions;
using SocialWork.Host.Composition;
using SocialWork.Host.Tests.Support;

namespace SocialWork.Host.Tests.Security;

/// <summary>What answers tell the browser, and what they never tell anybody.</summary>
[Collection(ServedYearTests.Name)]
public sealed class AnswerHeaderTests(ServedYear year)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/sign-in")]
    [InlineData("/reports/2026")]
    [InlineData("/site.css")]
    [InlineData("/nowhere")]
    [InlineData("/api/v1/plans")]
    [InlineData("/api/v1/nowhere")]
    [InlineData("/api/v1/submissions/2026/XP1/19960")]
    [InlineData("/health/ready")]
    public async Task Every_answer_forbids_the_browser_what_the_product_does_not_need(string address)
    {
        var response = await (await year.Host.SignInAsync("leader")).GetAsync(new Uri(address, UriKind.Relative));
        string Header(string name) => string.Join(",", response.Headers.TryGetValues(name, out var values) ? values : []);
        Header("Content-Security-Policy").ShouldStartWith("default-src 'none';");
        Header("Content-Security-Policy").ShouldNotContain("unsafe");
        Header("Content-Security-Policy").ShouldContain("frame-ancestors 'none'");
        Header("X-Content-Type-Options").ShouldBe("nosniff");
        Header("X-Frame-Options").ShouldBe("DENY");
        Header("Referrer-Policy").ShouldBe("same-origin");
        Header("Cross-Origin-Resource-Policy").ShouldBe("same-origin");
        Header("Server").ShouldBeEmpty();
        if (!address.EndsWith(".css", StringComparison.Ordinal)) response.Headers.CacheControl!.NoStore.ShouldBeTrue("people share computers");
    }

    [Fact]
    public async Task No_page_holds_a_script_or_a_style_of_its_own()
    {
        var client = await year.Host.SignInAsync("standing");
        foreach (var address in new[] { "/", "/sign-in", "/reports/2026", "/reports/2026/figures/CT1", "/api/v1/plans/2026/combined-report.html" })
        {
            var page = await (address == "/sign-in" ? year.Host.Anonymous() : client).GetStringAsync(new Uri(address, UriKind.Relative));
            page.ShouldNotContain("<script>", Case.Insensitive, address);
            page.ShouldNotContain(" onclick=", Case.Insensitive, address);
            if (!address.EndsWith(".html", StringComparison.Ordinal)) page.ShouldNotContain(" style=\"", Case.Insensitive, address);
        }
    }

    [Theory]
    [InlineData("/api/v1/attachments/..%2f..%2fsocialwork.db")]
    [InlineData("/api/v1/attachments/%2e%2e%2f%2e%2e%2fsocialwork.db")]
    [InlineData("/api/v1/attachments/....//....//socialwork.db")]
    [InlineData("/api/v1/attachments/%00")]
    [InlineData("/lib/..%2f..%2fappsettings.json")]
    [InlineData("/lib/%2e%2e/%2e%2e/SocialWork.Host.dll")]
    [InlineData("/%5c..%5cSocialWork.Host.dll")]
    [InlineData("/demo/socialwork.db")]
    [InlineData("/socialwork.db")]
    public async Task Path_traversal_no_address_reaches_a_file_outside_what_is_served(string path)
    {
        // As it stands: a client library would tidy the path up.
        var (status, body) = await RawAsync($"GET {path} HTTP/1.1\r\nHost: {year.Host.Address.Authority}\r\nCookie: {await CookieAsync("standing")}\r\nConnection: close\r\n\r\n");
        status.ShouldBeOneOf(400, 404);
        body.ShouldNotContain("SQLite format");
        body.ShouldNotContain("MZ\u0090");
    }

    [Fact]
    public async Task Header_injection_a_name_with_line_breaks_starts_no_header()
    {
        var client = await year.Host.SignInAsync("19960.reporter");
        const string Name = "a\r\nX-Evil: 1\r\n\r\n<b>.pdf";
        var part = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename*=UTF-8''" + Uri.EscapeDataString(Name) + "\r\n\r\n%PDF-1.7 x\r\n--x--\r\n";
        using var body = new StringContent(part, Encoding.UTF8);
        body.Headers.ContentType = new("multipart/form-data") { Parameters = { new("boundary", "x") } };
        var uploaded = await client.PostAsync(new Uri("/api/v1/attachments", UriKind.Relative), body);
        if (uploaded.StatusCode != HttpStatusCode.Created)
        {
            uploaded.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            return;
        }

        var id = (await uploaded.JsonAsync()).GetProperty("id").GetString();
        var read = await client.GetAsync(new Uri("/api/v1/attachments/" + id, UriKind.Relative));
        read.Headers.Contains("X-Evil").ShouldBeFalse();
        read.Content.Headers.Contains("X-Evil").ShouldBeFalse();
    }

    [Fact]
    public async Task A_fault_tells_its_reader_a_reference_and_nothing_of_the_inside()
    {
        using var data = new TemporaryFolder();
        year.CopyTo(data.Path);
        await using var host = await HostUnderTest.StartAsync(data.Path, builder => builder.Services.AddSingleton<IAttachmentStore, BrokenStore>());
        var response = await (await host.SignInAsync("standing")).GetAsync(new Uri("/api/v1/attachments/" + new string('a', 64), UriKind.Relative));
        response.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        var body = await response.Content.ReadAsStringAsync();
        body.ShouldContain("host.failed");
        foreach (var inside in new[] { "at SocialWork", "InvalidOperation", BrokenStore.Secret, ".cs" }) body.ShouldNotContain(inside);
    }

    [Fact]
    public async Task Outside_a_demonstration_cookies_keep_to_tls_and_browsers_are_told_to()
    {
        HostSettings.Read(new ConfigurationBuilder().Build()).AllowsHttp.ShouldBeFalse();
        using var data = new TemporaryFolder();
        await using var app = SocialWorkHost.Build(["--data", data.Path, "--urls", "http://127.0.0.1:0", "--plugins", data.Path], builder => builder.Logging.ClearProviders());
        await app.StartAsync(CancellationToken.None);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health/live");
        request.Headers.Host = "congtacxahoi.example";
        request.Headers.Add("X-Forwarded-Proto", "https");
        (await client.SendAsync(request, CancellationToken.None)).Headers.GetValues("Strict-Transport-Security").Single().ShouldContain("max-age=31536000");
        (await client.GetAsync(new Uri("/health/live", UriKind.Relative), CancellationToken.None)).Headers.Contains("Strict-Transport-Security").ShouldBeFalse("plain HTTP says nothing of it");
        var cookie = app.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(CookieAuthenticationDefaults.AuthenticationScheme).Cookie;
        (cookie.SecurePolicy, cookie.HttpOnly, cookie.SameSite).ShouldBe((CookieSecurePolicy.Always, true, SameSiteMode.Strict));
        await app.StopAsync(CancellationToken.None);
    }

    private async Task<string> CookieAsync(string user)
    {
        using var client = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = year.Host.Address };
        using var body = new StringContent($$"""{"userName":"{{user}}","password":"demo-2026"}""", Encoding.UTF8, "application/json");
        var response = await client.PostAsync(new Uri("/api/v1/session", UriKind.Relative), body);
        return response.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("socialwork=", StringComparison.Ordinal)).Split(';')[0];
    }

    private async Task<(int Status, string Body)> RawAsync(string request)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(year.Host.Address.Host, year.Host.Address.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
        using var reader = new StreamReader(stream, Encoding.Latin1);
        var answer = await reader.ReadToEndAsync();
        return (int.Parse(answer.Split(' ')[1], CultureInfo.InvariantCulture), answer);
    }

    private sealed class BrokenStore : IAttachmentStore
    {
        public const string Secret = "connection string of the inside";

        public Task<Attachment> AddAsync(Attachment attachment, CancellationToken cancellationToken) => throw new InvalidOperationException(Secret);

        public Task<ImmutableArray<Attachment>> FindAsync(string id, CancellationToken cancellationToken) => throw new InvalidOperationException(Secret);

        public Task<ImmutableArray<SubmissionKey>> UsesAsync(string id, CancellationToken cancellationToken) => throw new InvalidOperationException(Secret);

        public Task<ImmutableArray<EntryUse>> EntryUsesAsync(string id, CancellationToken cancellationToken) => throw new InvalidOperationException(Secret);

        public Task LogReadAsync(Attachment attachment, string by, DateTimeOffset at, CancellationToken cancellationToken) => throw new InvalidOperationException(Secret);
    }
}
