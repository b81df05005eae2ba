using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SocialWork.Host.Tests.Support;

namespace SocialWork.Host.Tests.Access;

/// <summary>
/// Every route is called as every role, of its own and of another agency; what is answered must be what docs/administrators/access.md
/// says, which people have reviewed. A route without a row there fails.
/// </summary>
[Collection(ServedYearTests.Name)]
public sealed class AccessTableTests(ServedYear year)
{
    private const string Other = "19789";

    private static readonly (string Name, Func<string, string?> Account)[] Readers =
    [
        ("not signed in", static _ => null),
        ("own reporter", static own => own + ".reporter"),
        ("own head", static own => own + ".approver"),
        ("other reporter", static _ => Other + ".reporter"),
        ("other head", static _ => Other + ".approver"),
        ("standing", static _ => "standing"),
        ("leader", static _ => "leader"),
        ("auditor", static _ => "auditor"),
        ("administrator", static _ => "admin"),
    ];

    [Fact]
    public async Task Every_route_answers_every_role_as_the_reviewed_table_says()
    {
        using var data = new TemporaryFolder();
        year.CopyTo(data.Path);
        await using var host = await HostUnderTest.StartAsync(data.Path);
        var samples = AccessSamples.All(await MakeAsync(host)).ToArray();
        RoutesOf(host).Except(samples.Select(s => (s.Method, s.Pattern))).Select(r => $"{r.Method} {r.Pattern}").ShouldBeEmpty("each route needs a sample in AccessSamples and a row in the table");

        var table = new StringBuilder();
        table.AppendLine(CultureInfo.InvariantCulture, $"| request | {string.Join(" | ", Readers.Select(r => r.Name))} |");
        table.AppendLine(CultureInfo.InvariantCulture, $"|---|{string.Concat(Readers.Select(_ => "---|"))}");
        var clients = new Dictionary<string, HttpClient>(StringComparer.Ordinal);
        foreach (var sample in samples)
        {
            var cells = new List<string>();
            foreach (var reader in Readers) cells.Add(await AnswerAsync(host, sample, reader.Account(sample.Own), clients));
            table.AppendLine(CultureInfo.InvariantCulture, $"| `{sample.Method} {sample.Pattern}`{(sample.About is null ? string.Empty : $" ({sample.About})")} | {string.Join(" | ", cells)} |");
        }

        var reviewed = await File.ReadAllTextAsync(Path.Combine(Paths.Repository, "docs", "administrators", "access.md"));
        Lines(reviewed).ShouldBe(Lines(table.ToString()), $"The table is now:\n{table}");
    }

    private static string[] Lines(string text) => [.. text.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith('|'))];

    private static IEnumerable<(string Method, string Pattern)> RoutesOf(HostUnderTest host) =>
        host.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            // A file of a list is the same handler's answer in another shape.
            .Where(e => !e.RoutePattern.RawText!.EndsWith(".csv", StringComparison.Ordinal) && !e.RoutePattern.RawText.EndsWith(".xlsx", StringComparison.Ordinal))
            .SelectMany(e => (e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(method => (method, '/' + e.RoutePattern.RawText!.TrimStart('/'))))
            .Distinct();

    private static async Task<string> AnswerAsync(HostUnderTest host, AccessSample sample, string? account, Dictionary<string, HttpClient> clients)
    {
        var client = account is null ? host.Anonymous() : sample.SignsOut ? await host.SignInAsync(account) : clients.GetValueOrDefault(account) ?? (clients[account] = await host.SignInAsync(account));
        using var request = new HttpRequestMessage(new HttpMethod(sample.Method), sample.Address) { Content = sample.Body?.Invoke() };
        if (sample.IfMatch is { } seen) request.Headers.TryAddWithoutValidation("If-Match", seen);
        var response = await client.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();
        var sentOn = response.Headers.Location?.OriginalString ?? string.Empty;
        // 501: allowed, and this machine lacks what it takes.
        if (response.StatusCode == HttpStatusCode.NotImplemented) return "yes";
        ((int)response.StatusCode).ShouldBeLessThan(500, $"{sample.Method} {sample.Address} as {account}: {body}");
        return response.StatusCode switch
        {
            HttpStatusCode.Found when sentOn.Contains("/sign-in", StringComparison.Ordinal) => "sign in",
            HttpStatusCode.Found when sentOn.Contains("/denied", StringComparison.Ordinal) => "no",
            HttpStatusCode.Unauthorized => "sign in",
            HttpStatusCode.Forbidden => "no",
            // Of a file with several parts, each is allowed or denied by itself.
            _ when sample.Method == "POST" && body.Contains("access.denied", StringComparison.Ordinal) => "no",
            HttpStatusCode.NotFound => "unknown",
            HttpStatusCode.MethodNotAllowed => "never",
            // What is refused for its content or its state was not refused for who asked.
            _ => "yes",
        };
    }

    private static async Task<string> AccountAsync(HostUnderTest host)
    {
        var membership = new { role = "reporter", unit = AccessSamples.Commune, from = "2026-11-01" };
        var added = await (await host.SignInAsync("admin")).PostAsJsonAsync(new Uri("/api/v1/accounts", UriKind.Relative), new { fullName = "Nguyễn Văn Thử", memberships = new[] { membership } });
        added.StatusCode.ShouldBe(HttpStatusCode.Created, await added.Content.ReadAsStringAsync());
        return (await added.JsonAsync()).GetProperty("userName").GetString()!;
    }

    private static async Task FreezeAsync(HostUnderTest host, bool isIssued)
    {
        var standing = await host.SignInAsync("standing");
        var taken = await standing.PostAsJsonAsync(new Uri("/api/v1/plans/2026/snapshots", UriKind.Relative), new { reason = "Chốt số liệu" });
        taken.StatusCode.ShouldBe(HttpStatusCode.Created, await taken.Content.ReadAsStringAsync());
        if (!isIssued) return;
        using var copy = new ByteArrayContent("%PDF-1.7\n%%EOF\n"u8.ToArray());
        (await standing.PutAsync(new Uri(taken.Headers.Location!.OriginalString + "/signed.pdf", UriKind.Relative), copy)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    internal static async Task<AccessSamples.Made> MakeAsync(HostUnderTest host)
    {
        var unit = AccessSamples.Commune;
        await FreezeAsync(host, isIssued: true);
        var client = await host.SignInAsync(unit + ".reporter");
        var attachment = (await (await client.UploadAsync("ke-hoach.pdf", "%PDF-1.7 kế hoạch"u8.ToArray())).JsonAsync()).GetProperty("id").GetString()!;
        await AddAsync("/api/v1/registers/R17/entries?plan=2026", new { unit, values = new { loai = "KE_HOACH", so_ky_hieu = "15/KH-UBND", ngay = "2026-04-10", trich_yeu = "Kế hoạch", tep = attachment } });
        var obstacle = await AddAsync("/api/v1/plans/2026/obstacles", new { description = "Thiếu kinh phí mở lớp tập huấn.", level = "SO_Y_TE", proposal = "Bố trí kinh phí." });
        await FreezeAsync(host, isIssued: false);
        return new AccessSamples.Made(
            obstacle,
            await AddAsync("/api/v1/registers/R9/entries?plan=2026", new { unit, values = new { ma = "MH-9", ten = "Mô hình", loai = "KHAC", bat_dau = "2026-05-01", trang_thai = "DANG_HOAT_DONG" } }),
            attachment,
            await client.GetByteArrayAsync(new Uri($"/api/v1/forms/XP1/workbook?plan=2026&unit={unit}", UriKind.Relative)),
            await client.GetByteArrayAsync(new Uri("/api/v1/units/workbook", UriKind.Relative)),
            await AccountAsync(host));

        async Task<string> AddAsync(string address, object body)
        {
            var added = await client.PostAsJsonAsync(new Uri(address, UriKind.Relative), body);
            added.StatusCode.ShouldBe(HttpStatusCode.Created, await added.Content.ReadAsStringAsync());
            return (await added.JsonAsync()).GetProperty("id").GetString()!;
        }
    }
}
