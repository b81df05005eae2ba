using System.Net;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using SocialWork.Core.Auditing;
using SocialWork.Host.Tests.Support;
using SocialWork.Host.Tests.Tables;
using static SocialWork.Host.Tests.Support.FormClient;

namespace SocialWork.Host.Tests.Api;

/// <summary>What the log says of those who read and fetch, how it is searched, and that it is whole.</summary>
[Collection(ServedYearTests.Name)]
public sealed class AuditTests(ServedYear year)
{
    [Theory]
    [InlineData("standing", "/api/v1/submissions/2026/CA1/CATP", "Read submission/2026/CA1/CATP/2026")]
    [InlineData("standing", "/api/v1/submissions/2026/CA1/CATP/versions", "Read submission/2026/CA1/CATP/2026")]
    [InlineData("standing", "/api/v1/submissions/2026/CA1/CATP/history", "Read submission/2026/CA1/CATP/2026")]
    [InlineData("standing", "/api/v1/submissions/2026/CA1/CATP/versions/1", "Read submission/2026/CA1/CATP/2026")]
    [InlineData("standing", "/api/v1/submissions/2026/XP3/19960", "Read submission/2026/XP3/19960/2026")]
    [InlineData("CATP.reporter", "/api/v1/submissions/2026/CA1/CATP", null)]
    [InlineData("CATP.approver", "/api/v1/submissions/2026/CA1/CATP/versions/1", null)]
    [InlineData("standing", "/api/v1/submissions/2026/K1/SYT", null)]
    [InlineData("leader", "/api/v1/submissions/2026/XP1/19960/versions/1", null)]
    [InlineData("leader", "/api/v1/submissions/2026/CA1/CATP", null)]
    [InlineData("standing", "/api/v1/submissions/2026/CA1/CATP/versions.csv", "Download submission/2026/CA1/CATP/2026")]
    [InlineData("CATP.reporter", "/api/v1/submissions/2026/CA1/CATP/versions/1.xlsx", null)]
    [InlineData("leader", "/api/v1/submissions/2026/XP1/19960/versions/1.csv", "Download submission/2026/XP1/19960/2026")]
    [InlineData("standing", "/api/v1/forms/CA1/workbook?plan=2026&unit=CATP", "Download submission/2026/CA1/CATP/2026")]
    [InlineData("CATP.reporter", "/api/v1/forms/CA1/workbook?plan=2026&unit=CATP", null)]
    [InlineData("SGDDT.reporter", "/api/v1/forms/GD1/workbook?plan=2026&unit=SGDDT", null)]
    [InlineData("SGDDT.reporter", "/api/v1/forms/GD1/workbook?plan=2026&unit=TH-19960-1", null)]
    [InlineData("standing", "/api/v1/workbooks?plan=2026&unit=19960", "Download workbooks?plan=2026&unit=19960")]
    [InlineData("19960.reporter", "/api/v1/workbooks?plan=2026&unit=19960", null)]
    [InlineData("SGDDT.reporter", "/api/v1/units/workbook", null)]
    [InlineData("SGDDT.reporter", "/api/v1/units/workbook?managedBy=health", "Download units/workbook?managedBy=health")]
    [InlineData("standing", "/api/v1/units/workbook", "Download units/workbook")]
    [InlineData("leader", "/api/v1/plans/2026/monitoring.csv?on=2026-11-28", "Download plans/2026/monitoring.csv?on=2026-11-28")]
    [InlineData("leader", "/api/v1/plans/2026/monitoring", null)]
    [InlineData("19960.reporter", "/api/v1/plans/2026/duties.xlsx?unit=19960", null)]
    [InlineData("auditor", "/api/v1/audit.csv?entity=plan/", "Download audit.csv?entity=plan/")]
    [InlineData("standing", "/api/v1/registers/R9/entries.csv?plan=2026", "Download registers/R9/entries.csv?plan=2026")]
    [InlineData("leader", "/api/v1/plans/2026/combined-report.html", "Download plans/2026/combined-report.html")]
    [InlineData("standing", "/api/v1/registers/R2/entries?plan=2026&unit=19960", "Read register/R2/19960")]
    [InlineData("19960.reporter", "/api/v1/registers/R2/entries?plan=2026&unit=19960", null)]
    [InlineData("leader", "/api/v1/registers/R4/entries?plan=2026", "Read register/R4")]
    [InlineData("SYT.reporter", "/api/v1/registers/R4/entries?plan=2026", "Read register/R4")]
    [InlineData("SYT.reporter", "/api/v1/registers/R4/entries?plan=2026&unit=SYT", null)]
    [InlineData("leader", "/api/v1/registers/R9/entries?plan=2026", null)]
    [InlineData("standing", "/api/v1/registers/R2/entries.csv?plan=2026", "Download registers/R2/entries.csv?plan=2026")]
    [InlineData("standing", "/api/v1/plans/2026/combined-report/figures/CA2.yeu_cau", "Read figure/2026/CA2.yeu_cau")]
    [InlineData("standing", "/reports/2026/figures/CA2.yeu_cau", "Read figure/2026/CA2.yeu_cau")]
    [InlineData("leader", "/api/v1/plans/2026/combined-report/figures/BS13", null)]
    public async Task Who_reads_what_is_not_open_and_who_is_handed_a_file_is_on_record(string user, string address, string? expected)
    {
        var client = await year.Host.SignInAsync(user);
        var before = await HeadAsync();
        using var response = await client.GetAsync(new Uri(address, UriKind.Relative));
        response.StatusCode.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.Forbidden);
        // Refusals have tests of their own: after some of them the next are only counted.
        var rows = (await RowsAsync(before)).Where(r => r.GetProperty("action").GetString() != AuditActions.Refused).ToArray();
        rows.Select(r => $"{r.GetProperty("action").GetString()} {r.GetProperty("entity").GetString()}").ShouldBe(expected is null ? [] : [expected]);
        rows.ShouldAllBe(r => r.GetProperty("by").GetString() == user && r.GetProperty("address").GetString() == "127.0.0.1");
    }

    [Fact]
    public async Task A_report_that_the_reader_has_already_is_not_handed_out_and_not_on_record()
    {
        var client = await year.Host.SignInAsync("leader");
        using var first = await client.GetAsync(new Uri("/api/v1/plans/2026/combined-report.html", UriKind.Relative));
        var before = await HeadAsync();
        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/v1/plans/2026/combined-report.html");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        (await client.SendAsync(again)).StatusCode.ShouldBe(HttpStatusCode.NotModified, "the download that was recorded changed no data");
        (await RowsAsync(before)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_log_is_searched_by_action_and_by_words_in_entity_and_reason()
    {
        using var data = new TemporaryFolder();
        year.CopyTo(data.Path);
        await using var host = await HostUnderTest.StartAsync(data.Path);
        var (standing, auditor) = (await host.SignInAsync("standing"), await host.SignInAsync("auditor"));
        await OkAsync(new FormClient(standing, "K1", "SYT").PostAsync("reopen", """{"reason":"Thiếu 100% số liệu_của quý."}"""));
        await OkAsync(new FormClient(standing, "CA1", "CATP").PostAsync("reopen", """{"reason":"Sai 3 vụ, thiếu 100% số liệu."}"""));

        async Task<string[]> FoundAsync(string search) => [.. (await auditor.GetJsonAsync("/api/v1/audit?from=2026-11-30T17:00:00Z&" + search)).EnumerateArray().Select(l => l.GetProperty("entity").GetString()!)];
        const string Mine = "submission/2026/K1/SYT/2026", Restricted = "submission/2026/CA1/CATP/2026";
        (await FoundAsync("action=Reopen")).ShouldBe([Restricted, Mine]);
        (await FoundAsync("text=" + Uri.EscapeDataString("100% số"))).ShouldBe([Mine], "what a restricted form's reason says is not found by those who may not read it");
        (await FoundAsync("text=" + Uri.EscapeDataString("THIẾU 100% SỐ"))).ShouldBe([Mine]);
        (await FoundAsync("text=" + Uri.EscapeDataString("thieu 100% so lieu"))).ShouldBe([Mine]);
        (await FoundAsync("text=" + Uri.EscapeDataString("thiếu 1%số"))).ShouldBeEmpty("a percent sign is one");
        (await FoundAsync("text=" + Uri.EscapeDataString("liệu_của"))).ShouldBe([Mine]);
        (await FoundAsync("text=" + Uri.EscapeDataString("Thiếu_100"))).ShouldBeEmpty("an underscore is one");
        (await FoundAsync("action=Reopen&text=ca1/catp")).ShouldBe([Restricted]);
        (await FoundAsync("action=reopen")).ShouldBeEmpty();
        (await auditor.GetAsync(new Uri("/api/v1/audit?text=" + new string('a', 201), UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await auditor.GetAsync(new Uri("/api/v1/audit?text=" + new string('a', 200), UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);

        var lines = (await auditor.GetJsonAsync("/api/v1/audit?action=Reopen&from=2026-11-30T17:00:00Z")).EnumerateArray().ToArray();
        (lines[1].GetProperty("reason").GetString(), lines[1].GetProperty("hash").GetString()!.Length).ShouldBe(("Thiếu 100% số liệu_của quý.", 64));
        (lines[0].GetProperty("reason").ValueKind, lines[0].GetProperty("hash").ValueKind).ShouldBe((JsonValueKind.Null, JsonValueKind.Null));
        foreach (var suffix in TableFile.Formats)
        {
            var file = await TableFile.GetAsync(auditor, "/api/v1/audit?action=Reopen&from=2026-11-30T17:00:00Z&lang=en&text=" + Uri.EscapeDataString("100%"), suffix);
            file.Column("Reason").ShouldBe(["Thiếu 100% số liệu_của quý."]);
            file.Column("Address").ShouldBe(["127.0.0.1"]);
        }
    }

    [Theory]
    [InlineData("auditor", HttpStatusCode.OK)]
    [InlineData("admin", HttpStatusCode.OK)]
    [InlineData("standing", HttpStatusCode.Forbidden)]
    [InlineData("leader", HttpStatusCode.Forbidden)]
    [InlineData("19960.reporter", HttpStatusCode.Forbidden)]
    public async Task The_demonstration_years_log_is_whole_and_auditors_and_administrators_may_ask(string user, HttpStatusCode expected)
    {
        var client = await year.Host.SignInAsync(user);
        using var response = await client.GetAsync(new Uri("/api/v1/audit/verification", UriKind.Relative));
        response.StatusCode.ShouldBe(expected);
        if (expected != HttpStatusCode.OK) return;
        var verdict = await response.JsonAsync();
        verdict.GetProperty("isIntact").GetBoolean().ShouldBeTrue(verdict.GetRawText());
        verdict.GetProperty("rows").GetInt64().ShouldBe(verdict.GetProperty("head").GetProperty("seq").GetInt64());
        verdict.GetProperty("anchors").GetInt32().ShouldBePositive();
        verdict.GetProperty("faults").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_row_that_is_changed_under_a_running_host_is_named_with_what_to_do()
    {
        using var data = new TemporaryFolder();
        year.CopyTo(data.Path);
        Execute(data, "DROP TRIGGER audit_is_not_changed; UPDATE audit SET \"By\"='ai đó' WHERE \"Id\"=77;");
        await using var host = await HostUnderTest.StartAsync(data.Path);
        var auditor = await host.SignInAsync("auditor");
        foreach (var (language, words) in new[] { ("vi", "Dòng 77 đã bị sửa"), ("en", "Row 77 was changed") })
        {
            var verdict = await auditor.GetJsonAsync("/api/v1/audit/verification?lang=" + language);
            verdict.GetProperty("isIntact").GetBoolean().ShouldBeFalse();
            var fault = verdict.GetProperty("faults").EnumerateArray().ShouldHaveSingleItem();
            (fault.GetProperty("seq").GetInt64(), fault.GetProperty("lastSeq").GetInt64(), fault.GetProperty("kind").GetString()).ShouldBe((77, 77, "changed"));
            fault.GetProperty("what").GetString()!.ShouldStartWith(words);
            fault.GetProperty("remedy").GetString()!.Length.ShouldBePositive();
        }
    }

    private static void Execute(TemporaryFolder data, string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(data.Path, "demo", "socialwork.db"), Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private async Task<long> HeadAsync() => (await year.Host.Services.GetRequiredService<IAuditTrail>().HeadAsync(CancellationToken.None)).Seq;

    // What was added since, oldest first; the auditor's own sign-in aside.
    private async Task<JsonElement[]> RowsAsync(long since) =>
        [.. (await (await year.Host.SignInAsync("auditor")).GetJsonAsync("/api/v1/audit")).EnumerateArray().Where(l => l.GetProperty("id").GetInt64() > since && !l.GetProperty("entity").GetString()!.StartsWith("account/", StringComparison.Ordinal)).Reverse()];
}
