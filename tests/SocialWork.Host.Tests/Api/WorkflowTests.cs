using System.Net;
using System.Text;
using System.Text.Json;
using Shouldly;
using SocialWork.Host.Tests.Support;

namespace SocialWork.Host.Tests.Api;

/// <summary>A commune's form from the first cell to its place in the report, over HTTP, on a copy of the demonstration year.</summary>
[Collection(ServedYearTests.Name)]
public sealed class WorkflowTests(ServedYear year)
{
    private const string Form = "/api/v1/submissions/2026/XP4/20044";
    private const string Values = """
        {"values":{"gd[TRE_EM_HCDB]":3,"gd[NKT_DBN]":{"empty":"notArising"},"nguoi[TRE_EM_HCDB]":4,"nguoi[NKT_DBN]":{"empty":"notArising"},"kp_thang[TRE_EM_HCDB]":2,"kp_thang[NKT_DBN]":{"empty":"notArising"}},"dataAsOf":"2026-11-30"}
        """;

    [Fact]
    public async Task A_form_is_entered_submitted_approved_returned_corrected_and_accepted_and_the_figures_follow()
    {
        using var data = new TemporaryFolder();
        year.CopyTo(data.Path);
        await using var host = await HostUnderTest.StartAsync(data.Path);
        var reporter = await host.SignInAsync("20044.reporter");
        var approver = await host.SignInAsync("20044.approver");
        var standing = await host.SignInAsync("standing");
        var before = await FamiliesAsync(standing);

        (await reporter.PutAsync(new Uri(Form, UriKind.Relative), Json(Values))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await FamiliesAsync(standing)).ShouldBe(before, "a draft counts nowhere");
        await Step(reporter, "submit");
        (await FamiliesAsync(standing)).ShouldBe(before, "what waits for the head counts nowhere");
        await Step(approver, "approve");
        (await FamiliesAsync(standing)).ShouldBe(before + 3);
        await Step(standing, "return", """{"reason":"Số hộ chưa khớp sổ nhận nuôi.","cells":["gd[TRE_EM_HCDB]"]}""");
        (await FamiliesAsync(standing)).ShouldBe(before, "a returned version no longer counts");

        var patch = await reporter.PatchAsync(new Uri(Form, UriKind.Relative), Json("""{"values":{"gd[TRE_EM_HCDB]":4}}"""));
        (await patch.JsonAsync()).GetProperty("values").GetProperty("gd[TRE_EM_HCDB]").GetInt64().ShouldBe(4);
        await Step(reporter, "submit");
        await Step(approver, "approve");
        var accepted = await Step(standing, "accept");
        accepted.GetProperty("state").GetString().ShouldBe("accepted");
        accepted.GetProperty("countingVersion").GetInt32().ShouldBe(2);
        (await FamiliesAsync(standing)).ShouldBe(before + 4);

        var history = await standing.GetJsonAsync(Form + "/versions");
        history.GetProperty("versions").GetArrayLength().ShouldBe(2);
        history.GetProperty("history").EnumerateArray().Select(h => h.GetProperty("action").GetString()).TakeLast(8)
            .ShouldBe(["save", "submit", "approve", "return", "save", "submit", "approve", "accept"]);
        (await standing.GetJsonAsync(Form + "/versions/1")).GetProperty("values").GetProperty("gd[TRE_EM_HCDB]").GetInt64().ShouldBe(3);
        var lineage = await standing.GetJsonAsync("/api/v1/plans/2026/combined-report/figures/XP4.gd%5BTRE_EM_HCDB%5D");
        lineage.GetProperty("sources").EnumerateArray().Single(s => s.GetProperty("unit").GetString() == "20044").GetProperty("sentBy").GetString().ShouldBe("20044.approver");
    }

    [Fact]
    public async Task A_form_with_errors_is_not_submitted_and_every_error_is_named()
    {
        using var data = new TemporaryFolder();
        year.CopyTo(data.Path);
        await using var host = await HostUnderTest.StartAsync(data.Path);
        var reporter = await host.SignInAsync("20044.reporter");
        await reporter.PutAsync(new Uri(Form, UriKind.Relative), Json("""{"values":{"gd[TRE_EM_HCDB]":5,"nguoi[TRE_EM_HCDB]":4},"dataAsOf":"2026-11-30"}"""));

        var response = await reporter.PostAsync(new Uri(Form + "/submit", UriKind.Relative), null);

        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var codes = (await response.JsonAsync()).GetProperty("cells").EnumerateArray().Select(c => c.GetProperty("code").GetString()).ToArray();
        codes.ShouldContain("XP4.r1");
        codes.Count(c => c == "value.missing").ShouldBe(4);
        (await reporter.GetJsonAsync(Form)).GetProperty("latestVersion").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task Two_officers_on_one_draft_do_not_overwrite_each_other()
    {
        using var data = new TemporaryFolder();
        year.CopyTo(data.Path);
        await using var host = await HostUnderTest.StartAsync(data.Path);
        var (first, second) = (await host.SignInAsync("20044.reporter"), await host.SignInAsync("20044.reporter"));
        var seen = (await first.GetAsync(new Uri(Form, UriKind.Relative))).Headers.ETag!;
        (await SendAsync(first, HttpMethod.Put, Form, Values, seen.Tag)).StatusCode.ShouldBe(HttpStatusCode.OK);

        var late = await SendAsync(second, HttpMethod.Put, Form, """{"values":{"gd[TRE_EM_HCDB]":9}}""", seen.Tag);

        late.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await first.GetJsonAsync(Form)).GetProperty("values").GetProperty("gd[TRE_EM_HCDB]").GetInt64().ShouldBe(3);
    }

    [Fact]
    public async Task A_submit_that_is_repeated_with_its_key_counts_once()
    {
        using var data = new TemporaryFolder();
        year.CopyTo(data.Path);
        await using var host = await HostUnderTest.StartAsync(data.Path);
        var reporter = await host.SignInAsync("20044.reporter");
        await reporter.PutAsync(new Uri(Form, UriKind.Relative), Json(Values));
        for (var i = 0; i < 3; i++)
        {
            using var submit = new HttpRequestMessage(HttpMethod.Post, Form + "/submit");
            submit.Headers.Add("Idempotency-Key", "one-and-the-same");
            (await (await reporter.SendAsync(submit)).JsonAsync()).GetProperty("latestVersion").GetInt32().ShouldBe(1);
        }
    }

    [Theory]
    [InlineData("20044.approver", "submit")]
    [InlineData("20044.reporter", "approve")]
    [InlineData("20044.approver", "accept")]
    [InlineData("19960.approver", "approve")]
    [InlineData("leader", "accept")]
    [InlineData("admin", "accept")]
    public async Task A_step_that_is_not_yours_is_forbidden(string user, string step) =>
        (await (await year.Host.SignInAsync(user)).PostAsync(new Uri($"{Form}/{step}", UriKind.Relative), null)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

    [Fact]
    public async Task A_leader_sees_what_was_sent_and_never_a_draft()
    {
        using var data = new TemporaryFolder();
        year.CopyTo(data.Path);
        await using var host = await HostUnderTest.StartAsync(data.Path);
        var (reporter, leader) = (await host.SignInAsync("20044.reporter"), await host.SignInAsync("leader"));
        await reporter.PutAsync(new Uri(Form, UriKind.Relative), Json(Values));
        await Step(reporter, "submit");
        (await leader.GetJsonAsync(Form)).GetProperty("values").EnumerateObject().ShouldBeEmpty();

        await Step(await host.SignInAsync("20044.approver"), "approve");
        (await leader.GetJsonAsync(Form)).GetProperty("values").GetProperty("gd[TRE_EM_HCDB]").GetInt64().ShouldBe(3);
    }

    [Fact]
    public async Task A_restart_keeps_everything()
    {
        using var data = new TemporaryFolder();
        year.CopyTo(data.Path);
        string submission, report;
        await using (var host = await HostUnderTest.StartAsync(data.Path))
        {
            var reporter = await host.SignInAsync("20044.reporter");
            await reporter.PutAsync(new Uri(Form, UriKind.Relative), Json(Values));
            await Step(reporter, "submit");
            await Step(await host.SignInAsync("20044.approver"), "approve");
            (submission, report) = await BothAsync(host);
        }

        await using var again = await HostUnderTest.StartAsync(data.Path);
        var (submissionAfter, reportAfter) = await BothAsync(again);
        submissionAfter.ShouldBe(submission);
        reportAfter.ShouldBe(report);
    }

    [Fact]
    public async Task An_obstacle_is_raised_listed_answered_and_in_the_report()
    {
        using var data = new TemporaryFolder();
        year.CopyTo(data.Path);
        await using var host = await HostUnderTest.StartAsync(data.Path);
        const string Address = "/api/v1/plans/2026/obstacles";
        var reporter = await host.SignInAsync("20044.reporter");
        var bad = await reporter.PostAsync(new Uri(Address, UriKind.Relative), Json("""{"description":"ngắn","level":"SO_Y_TE","proposal":"x"}"""));
        bad.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var raised = await (await reporter.PostAsync(new Uri(Address, UriKind.Relative), Json("""{"description":"Thiếu kinh phí hỗ trợ cộng tác viên ở thôn, bản.","level":"SO_Y_TE","proposal":"Bổ sung định mức chi."}"""))).JsonAsync();
        var id = raised.GetProperty("id").GetString();

        var standing = await host.SignInAsync("standing");
        (await standing.PostAsync(new Uri($"{Address}/{id}", UriKind.Relative), Json("""{"state":"answered","answer":"Đã đưa vào dự toán 2027."}"""))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await standing.GetJsonAsync("/api/v1/plans/2026/combined-report")).GetProperty("obstacles").EnumerateArray().Single(o => o.GetProperty("id").GetString() == id).GetProperty("state").GetString().ShouldBe("answered");
        (await (await host.SignInAsync("19960.reporter")).GetJsonAsync(Address)).EnumerateArray().ShouldAllBe(o => o.GetProperty("unit").GetString() == "19960");
    }

    private static async Task<(string Submission, string Report)> BothAsync(HostUnderTest host)
    {
        var standing = await host.SignInAsync("standing");
        return (await standing.GetStringAsync(new Uri(Form, UriKind.Relative)), await standing.GetStringAsync(new Uri("/api/v1/plans/2026/combined-report", UriKind.Relative)));
    }

    private static async Task<long> FamiliesAsync(HttpClient standing)
    {
        var report = await standing.GetJsonAsync("/api/v1/plans/2026/combined-report");
        return report.GetProperty("indicators").EnumerateArray().Single(i => i.GetProperty("indicator").GetString() == "BS14").GetProperty("numerator").GetInt64();
    }

    private static async Task<JsonElement> Step(HttpClient client, string step, string? body = null)
    {
        var response = await client.PostAsync(new Uri($"{Form}/{step}", UriKind.Relative), body is null ? null : Json(body));
        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        return await response.JsonAsync();
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, HttpMethod method, string address, string body, string ifMatch)
    {
        var request = new HttpRequestMessage(method, address) { Content = Json(body) };
        request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return client.SendAsync(request);
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");
}
