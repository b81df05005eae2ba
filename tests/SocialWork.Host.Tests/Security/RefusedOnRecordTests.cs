using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SocialWork.Core.Auditing;
using SocialWork.Host.Tests.Support;

namespace SocialWork.Host.Tests.Security;

/// <summary>Whoever is refused for lack of rights is in the audit log, with what was asked and why; nobody fills the log with it.</summary>
[Collection(ServedYearTests.Name)]
public sealed class RefusedOnRecordTests(ServedYear year)
{
    private const string Leader = "leader";

    [Fact]
    public async Task Each_refusal_of_the_API_and_of_a_page_is_on_record_with_who_where_what_and_why()
    {
        using var data = new TemporaryFolder();
        year.CopyTo(data.Path);
        await using var host = await HostUnderTest.StartAsync(data.Path);
        var (leader, reporter, auditor) = (await host.SignInAsync(Leader), await host.SignInAsync("19960.reporter"), await host.SignInAsync("auditor"));
        var before = await HeadAsync(host);
        await ForbiddenAsync(leader.GetAsync(new Uri("/api/v1/submissions/2026/CA1/CATP?period=2026&secret=x", UriKind.Relative)));
        await ForbiddenAsync(leader.PostAsJsonAsync("/api/v1/submissions/2026/XP1/19960/submit", new { note = "không được ghi lại" }));
        await ForbiddenAsync(reporter.GetAsync(new Uri("/api/v1/registers/R3/entries?plan=2026&unit=19789", UriKind.Relative)));
        (await reporter.GetAsync(new Uri("/reports/2026", UriKind.Relative))).Headers.Location!.OriginalString.ShouldBe("/denied");
        (await reporter.GetAsync(new Uri("/denied", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await reporter.GetAsync(new Uri("/api/v1/units", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var fromElsewhere = new HttpRequestMessage(HttpMethod.Delete, "/api/v1/session");
        fromElsewhere.Headers.Add("Sec-Fetch-Site", "cross-site");
        await ForbiddenAsync(host.Anonymous().SendAsync(fromElsewhere));

        var token = await (await reporter.PostAsJsonAsync("/api/v1/tokens", new { name = "Báo cáo", expires = "2026-12-31", scopes = new[] { "read" } })).JsonAsync();
        using var byToken = new HttpRequestMessage(HttpMethod.Patch, "/api/v1/submissions/2026/XP1/19960") { Content = JsonContent.Create(new { values = new { } }) };
        byToken.Headers.Authorization = new("Bearer", token.GetProperty("token").GetString());
        await ForbiddenAsync(host.Anonymous().SendAsync(byToken));

        var workbook = await reporter.GetByteArrayAsync(new Uri("/api/v1/forms/XP1/workbook?plan=2026&unit=19960", UriKind.Relative));
        using var file = new ByteArrayContent(workbook);
        file.Headers.ContentType = new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        using var upload = new MultipartFormDataContent { { file, "file", "bieu.xlsx" } };
        await ForbiddenAsync((await host.SignInAsync("19789.reporter")).PostAsync(new Uri("/api/v1/workbooks?commit=false", UriKind.Relative), upload));

        (await RefusalsAsync(auditor, before)).ShouldBe([
            "leader|GET /api/v1/submissions/2026/CA1/CATP?period=2026|GET /api/v1/submissions/{plan}/{form}/{unit}|access.denied|127.0.0.1",
            "leader|POST /api/v1/submissions/2026/XP1/19960/submit|POST /api/v1/submissions/{plan}/{form}/{unit}/submit|access.denied|127.0.0.1",
            "19960.reporter|GET /api/v1/registers/R3/entries?plan=2026&unit=19789|GET /api/v1/registers/{register}/entries|access.denied|127.0.0.1",
            "19960.reporter|GET /reports/2026|GET /reports/{plan}|access.denied|127.0.0.1",
            "anonymous|DELETE /api/v1/session|DELETE /api/v1/session|request.otherSite|127.0.0.1",
            "19960.reporter|PATCH /api/v1/submissions/2026/XP1/19960|PATCH /api/v1/submissions/{plan}/{form}/{unit}|token.scope|127.0.0.1",
            "19789.reporter|POST /api/v1/workbooks|POST /api/v1/workbooks|access.denied|127.0.0.1",
        ]);
    }

    [Fact]
    public async Task Somebody_who_tries_two_hundred_times_adds_as_many_lines_as_are_told_apart_and_one_with_the_number()
    {
        using var data = new TemporaryFolder();
        year.CopyTo(data.Path);
        await using var host = await HostUnderTest.StartAsync(data.Path);
        var (leader, auditor) = (await host.SignInAsync(Leader), await host.SignInAsync("auditor"));
        var before = await HeadAsync(host);
        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => ForbiddenAsync(leader.GetAsync(new Uri($"/api/v1/submissions/2026/CA1/CATP?n={i}", UriKind.Relative)))));
        (await RefusalsAsync(auditor, before)).Length.ShouldBe(RefusalRecord.MaxIdentical);
        await host.Services.GetRequiredService<RefusalRecord>().SumUpAsync(all: true, CancellationToken.None);
        (await RefusalsAsync(auditor, before))[^1].ShouldContain("+195 from ");
    }

    private static async Task ForbiddenAsync(Task<HttpResponseMessage> sent)
    {
        using var response = await sent;
        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await response.Content.ReadAsByteArrayAsync();
    }

    // The year that is copied may hold refusals of other tests.
    private static async Task<long> HeadAsync(HostUnderTest host) => (await host.Services.GetRequiredService<IAuditTrail>().HeadAsync(CancellationToken.None)).Seq;

    // Oldest first.
    private static async Task<string[]> RefusalsAsync(HttpClient auditor, long before) =>
        [.. (await auditor.GetJsonAsync("/api/v1/audit?action=Refused")).EnumerateArray().Where(l => l.GetProperty("id").GetInt64() > before).Reverse().Select(l => string.Join('|', new[] { "by", "entity", "after", "reason", "address" }.Select(member => l.GetProperty(member) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null)))];
}
