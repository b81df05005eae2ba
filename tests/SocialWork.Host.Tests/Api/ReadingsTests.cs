using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SocialWork.Core.Auditing;
using SocialWork.Host.Tests.Support;

namespace SocialWork.Host.Tests.Api;

/// <summary>Which readings are on record, and that every route that reads is decided.</summary>
[Collection(ServedYearTests.Name)]
public sealed class ReadingsTests(ServedYear year)
{
    // What is read there is on record where it is not the reader's own (AuditTests, and below).
    private static readonly string[] Recorded =
    [
        "/api/v1/submissions/{plan}/{form}/{unit}", "/api/v1/submissions/{plan}/{form}/{unit}/versions", "/api/v1/submissions/{plan}/{form}/{unit}/versions/{number:int}",
        "/api/v1/submissions/{plan}/{form}/{unit}/history",
        "/submissions/{plan}/{form}/{unit}", "/submissions/{plan}/{form}/{unit}/check", "/submissions/{plan}/{form}/{unit}/{section}",
        "/api/v1/plans/{plan}/combined-report", "/api/v1/plans/{plan}/combined-report.html", "/api/v1/plans/{plan}/combined-report.docx", "/api/v1/plans/{plan}/combined-report.pdf", "/api/v1/plans/{plan}/combined-report/figures/{figure}", "/reports/{plan}", "/reports/{plan}/figures/{figure}",
        "/api/v1/plans/{plan}/snapshots/{number:int}.json", "/api/v1/plans/{plan}/snapshots/{number:int}.html", "/api/v1/plans/{plan}/snapshots/{number:int}.docx",
        "/api/v1/plans/{plan}/snapshots/{number:int}.pdf", "/api/v1/plans/{plan}/snapshots/{number:int}/signed.pdf", "/api/v1/plans/{plan}/snapshots/{number:int}/content", "/api/v1/plans/{plan}/snapshots/{number:int}/figures/{figure}",
        "/reports/{plan}/words", "/reports/{plan}/words/{section}", "/reports/{plan}/words/{section}/versions/{number:int}", "/api/v1/plans/{plan}/narrative", "/api/v1/plans/{plan}/narrative/{section}", "/api/v1/plans/{plan}/narrative/{section}/versions",
        "/api/v1/plans/{plan}/agencies/{unit}/report.docx", "/api/v1/plans/{plan}/agencies/{unit}/report.pdf",
        "/review/{plan}/{form}/{unit}",
        "/board/{plan}", "/plans/{plan}",
        "/api/v1/registers/{register}/entries", "/api/v1/registers/{register}/entries/{id:guid}",
        "/api/v1/forms/{form}/workbook", "/api/v1/workbooks", "/api/v1/units/workbook", "/api/v1/accounts/workbook", "/api/v1/attachments/{id}",
    ];

    // Open to everybody who is signed in, or about the reader alone, or about the product itself.
    private static readonly string[] Open =
    [
        "/health/live", "/health/ready", "/openapi/{documentName}.json", "/report.css", "/", "/sign-in", "/denied", "/sign-out", "/account", "/account/activate",
        "/api/v1/session", "/api/v1/sessions", "/api/v1/tokens/", "/api/v1/account/data",
        "/api/v1/plans", "/api/v1/plans/{plan}", "/api/v1/plans/{plan}/targets", "/api/v1/plans/{plan}/activities", "/api/v1/plans/{plan}/tasks", "/api/v1/plans/{plan}/duties",
        "/api/v1/units", "/api/v1/units/{code}", "/api/v1/units/{code}/history", "/api/v1/forms", "/api/v1/forms/{form}", "/api/v1/registers", "/api/v1/registers/{register}",
        "/api/v1/modules", "/api/v1/system", "/api/v1/system/backups", "/admin/modules", "/admin/system",
        "/workbooks", "/documents/check", "/work", "/work/{id}", "/api/v1/work/{id}",
    ];

    // The daily work of those who answer for it; nothing there is a number of a sensitive form.
    private static readonly string[] Work =
    [
        "/submissions/{plan}/{form}",
        // What the reader itself enters; nobody else's forms are taken from a workbook.
        "/workbooks/preview",
        "/snapshots/{plan}", "/snapshots/{plan}/{number:int}", "/api/v1/plans/{plan}/snapshots", "/api/v1/plans/{plan}/snapshots/{number:int}",
        // Sums of the city and which forms changed; whoever goes on to a form or a figure is on record there.
        "/snapshots/{plan}/{number:int}/diff/{to}", "/api/v1/plans/{plan}/snapshots/{number:int}/replay", "/api/v1/plans/{plan}/snapshots/{number:int}/diff/{to}",
        "/review", "/monitoring/{plan}", "/monitoring/{plan}/{unit}",
        "/api/v1/plans/{plan}/monitoring", "/api/v1/plans/{plan}/obstacles", "/api/v1/plans/{plan}/obstacles/{id:guid}",
        // Number, date and signer of a document; no figure of it.
        "/reports/{plan}/facts", "/api/v1/plans/{plan}/report-facts",
        "/api/v1/accounts/", "/api/v1/accounts/{userName}", "/api/v1/audit", "/api/v1/audit/verification",
        "/admin/accounts", "/admin/accounts/new", "/admin/accounts/import", "/admin/accounts/{userName}", "/admin/audit",
    ];

    [Fact]
    public void Whether_its_readings_are_on_record_is_decided_of_every_route() =>
        year.Host.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains(HttpMethods.Get) != false)
            .Select(e => '/' + e.RoutePattern.RawText!.TrimStart('/'))
            // Every file of a list is on record.
            .Where(pattern => !pattern.EndsWith(".csv", StringComparison.Ordinal) && !pattern.EndsWith(".xlsx", StringComparison.Ordinal))
            .Distinct().Order(StringComparer.Ordinal)
            .ShouldBe(Recorded.Concat(Open).Concat(Work).Order(StringComparer.Ordinal));

    [Fact]
    public async Task The_first_reading_of_a_report_on_a_day_is_on_record_whether_as_page_or_as_JSON()
    {
        using var data = new TemporaryFolder();
        year.CopyTo(data.Path);
        await using var host = await HostUnderTest.StartAsync(data.Path);
        var (leader, standing, auditor) = (await host.SignInAsync("leader"), await host.SignInAsync("standing"), await host.SignInAsync("auditor"));
        var before = await HeadAsync(host);
        foreach (var (client, address) in new[] { (leader, "/reports/2026"), (leader, "/reports/2026"), (leader, "/api/v1/plans/2026/combined-report"), (standing, "/api/v1/plans/2026/combined-report"), (standing, "/reports/2026") })
        {
            using var response = await client.GetAsync(new Uri(address, UriKind.Relative));
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        var lines = (await auditor.GetJsonAsync("/api/v1/audit?entity=report/")).EnumerateArray().Where(l => l.GetProperty("id").GetInt64() > before);
        lines.Select(l => $"{l.GetProperty("by").GetString()} {l.GetProperty("action").GetString()} {l.GetProperty("entity").GetString()}").ShouldBe(["standing Read report/2026", "leader Read report/2026"]);
    }

    [Fact]
    public async Task One_entry_of_a_register_about_people_is_on_record_when_others_than_its_keeper_read_it()
    {
        using var data = new TemporaryFolder();
        year.CopyTo(data.Path);
        await using var host = await HostUnderTest.StartAsync(data.Path);
        var (keeper, leader, auditor) = (await host.SignInAsync("SYT.reporter"), await host.SignInAsync("leader"), await host.SignInAsync("auditor"));
        var before = await HeadAsync(host);
        var values = new { quyet_dinh = "12/QĐ-SYT", ngay = "2026-11-10", hinh_thuc = "GIAY_KHEN", doi_tuong = "TAP_THE", doi_tuong_ten = "Tập thể Phòng Nghiệp vụ", don_vi = "SYT" };
        var added = await keeper.PostAsJsonAsync(new Uri("/api/v1/registers/R13/entries?plan=2026", UriKind.Relative), new { unit = "SYT", values });
        added.StatusCode.ShouldBe(HttpStatusCode.Created, await added.Content.ReadAsStringAsync());
        var id = (await added.JsonAsync()).GetProperty("id").GetString();
        foreach (var client in new[] { keeper, leader }) await client.GetJsonAsync($"/api/v1/registers/R13/entries/{id}?plan=2026");
        await leader.GetJsonAsync("/api/v1/registers/R13/entries?plan=2026");
        var lines = (await auditor.GetJsonAsync($"/api/v1/audit?entity=register/R13&action={AuditActions.Read}")).EnumerateArray().Where(l => l.GetProperty("id").GetInt64() > before);
        lines.Select(l => $"{l.GetProperty("by").GetString()} {l.GetProperty("entity").GetString()}").ShouldBe(["leader register/R13", $"leader register/R13/SYT/{id}"]);
    }

    // The year that is copied may hold readings of other tests.
    private static async Task<long> HeadAsync(HostUnderTest host) => (await host.Services.GetRequiredService<IAuditTrail>().HeadAsync(CancellationToken.None)).Seq;
}
