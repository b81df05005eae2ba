using System.Net;
using System.Text;
using System.Text.Json;
using Shouldly;
using SocialWork.Host.Tests.Support;

namespace SocialWork.Host.Tests.Api;

/// <summary>Register R1 is kept over the API while the season runs; report, totals and accounts follow.</summary>
[Collection(ServedYearTests.Name)]
public sealed class UnitRegisterTests(ServedYear year)
{
    // In the planned network, with staff assigned and accepted: it counts in CT1 and CT3.
    private const string School = "/api/v1/units/TH-19960-1";

    [Fact]
    public async Task A_closed_school_is_neither_expected_nor_counted_and_undone_it_is_again()
    {
        using var data = new TemporaryFolder();
        year.CopyTo(data.Path);
        await using var host = await HostUnderTest.StartAsync(data.Path);
        var keeper = await host.SignInAsync("SGDDT.reporter");
        var standing = await host.SignInAsync("standing");
        var before = await TargetAsync(standing, "CT1");
        (await SourcesAsync(standing)).ShouldContain("TH-19960-1", "the school has staff assigned, and counts");
        var tag = (await keeper.GetAsync(new Uri(School, UriKind.Relative))).Headers.ETag!.Tag;

        var closed = await SendAsync(keeper, HttpMethod.Post, School + "/close", """{"from":"2026-11-30","legalAct":"31/QĐ-UBND"}""", tag);

        closed.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await closed.JsonAsync()).GetProperty("validTo").GetString().ShouldBe("2026-11-30");
        var after = await TargetAsync(standing, "CT1");
        after.Denominator.ShouldBe(before.Denominator - 1);
        after.Numerator.ShouldBe(before.Numerator - 1);
        (await SourcesAsync(standing)).ShouldNotContain("TH-19960-1");
        (await host.RecountAsync()).ShouldBeEmpty();
        (await standing.GetAsync(new Uri("/api/v1/submissions/2026/GD1/TH-19960-1", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await standing.GetAsync(new Uri(School, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        (await SendAsync(keeper, HttpMethod.Post, School + "/undo", null, closed.Headers.ETag!.Tag)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await TargetAsync(standing, "CT1")).ShouldBe(before);
        (await host.RecountAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_change_after_the_cut_off_date_moves_nothing_and_one_before_it_moves_what_was_sent()
    {
        using var data = new TemporaryFolder();
        year.CopyTo(data.Path);
        await using var host = await HostUnderTest.StartAsync(data.Path);
        var standing = await host.SignInAsync("standing");
        var before = await PartsAsync(standing, "CT1");

        (await SendAsync(standing, HttpMethod.Patch, School, """{"from":"2026-12-01","inPlan":false}""")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await PartsAsync(standing, "CT1")).ShouldBe(before);
        (await SendAsync(standing, HttpMethod.Post, School + "/undo", null)).StatusCode.ShouldBe(HttpStatusCode.OK);

        var inPlan = await TargetAsync(standing, "CT3");
        (await SendAsync(standing, HttpMethod.Patch, School, """{"from":"2026-11-30","inPlan":false}""")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await TargetAsync(standing, "CT3")).Denominator.ShouldBe(inPlan.Denominator - 1);
        (await PartsAsync(standing, "CT1")).ShouldBe(before, "the flag is no condition of CT1");
        (await host.RecountAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_new_school_is_listed_owes_its_form_signs_in_and_is_there_after_a_restart()
    {
        using var data = new TemporaryFolder();
        year.CopyTo(data.Path);
        await using (var host = await HostUnderTest.StartAsync(data.Path))
        {
            var keeper = await host.SignInAsync("SGDDT.approver");
            var before = await TargetAsync(await host.SignInAsync("standing"), "CT1");
            var added = await SendAsync(
                keeper,
                HttpMethod.Post,
                "/api/v1/units",
                """{"name":"Trường Tiểu học Thủy Phương số 9","type":"SCHOOL","schoolLevel":"TIEU_HOC","tier":"city","public":true,"commune":"19960","managingSector":"education","inPlan":true,"from":"2026-09-05"}""");
            added.StatusCode.ShouldBe(HttpStatusCode.Created);
            var unit = await added.JsonAsync();
            var code = unit.GetProperty("code").GetString()!;
            code.ShouldMatch("^TH-19960-[0-9]+$");
            added.Headers.Location!.ToString().ShouldBe("/api/v1/units/" + code);
            var found = await keeper.GetJsonAsync("/api/v1/units?search=thuy+phuong+so+9");
            found.EnumerateArray().ShouldHaveSingleItem().GetProperty("code").GetString().ShouldBe(code);
            (await TargetAsync(await host.SignInAsync("standing"), "CT1")).Denominator.ShouldBe(before.Denominator + 1);
            var school = await host.SignInAsync(code + ".reporter");
            (await SendAsync(school, HttpMethod.Put, $"/api/v1/submissions/2026/GD1/{code}", """{"values":{"co_ns":true}}""")).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        await using var again = await HostUnderTest.StartAsync(data.Path);
        var list = await (await again.SignInAsync("standing")).GetJsonAsync("/api/v1/units?search=thuy+phuong+so+9");
        list.GetArrayLength().ShouldBe(1);
        (await again.RecountAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("19960.reporter", HttpStatusCode.Forbidden, "access.denied")]
    [InlineData("SYT.reporter", HttpStatusCode.Forbidden, "access.denied")]
    [InlineData("TH-19960-1.reporter", HttpStatusCode.Forbidden, "access.denied")]
    [InlineData("admin", HttpStatusCode.Forbidden, "access.denied")]
    [InlineData("leader", HttpStatusCode.Forbidden, "access.denied")]
    [InlineData("auditor", HttpStatusCode.Forbidden, "access.denied")]
    [InlineData("SGDDT.reporter", HttpStatusCode.Forbidden, "unit.handOver")]
    public async Task A_school_is_not_handed_over_by_those_who_do_not_keep_the_whole_city(string user, HttpStatusCode status, string code)
    {
        var response = await SendAsync(await year.Host.SignInAsync(user), HttpMethod.Patch, School, """{"from":"2026-11-01","managingSector":"health"}""");
        response.StatusCode.ShouldBe(status);
        (await response.JsonAsync()).GetProperty("code").GetString().ShouldBe(code);
    }

    [Theory]
    [InlineData("PATCH", School, """{"name":"X"}""", 422, "unit.fieldMissing", "from")]
    [InlineData("PATCH", School, """{"from":"2026-11-01","naem":"X"}""", 422, "unit.unknownField", "naem")]
    [InlineData("PATCH", School, """{"from":"01/11/2026","name":"X"}""", 422, "unit.notADate", "from")]
    [InlineData("PATCH", School, """{"from":"2026-11-01","name":7}""", 422, "unit.notAText", "name")]
    [InlineData("PATCH", School, """{"from":"2026-11-01","inPlan":"yes"}""", 422, "unit.notAFlag", "inPlan")]
    [InlineData("PATCH", School, """{"from":"2026-11-01","commune":"00000"}""", 422, "unit.communeUnknown", "commune")]
    [InlineData("PUT", School, """{"from":"2026-11-01","name":"X"}""", 422, "unit.fieldMissing", "type")]
    [InlineData("POST", School + "/close", """{"from":"2026-11-01","successors":"TH-1"}""", 422, "unit.notAList", "successors")]
    [InlineData("POST", "/api/v1/units", """{"from":"2026-11-01","code":"X-1","name":"X","type":"PRISON","tier":"city","public":true,"commune":"19960","managingSector":"police","inPlan":false}""", 422, "unit.neverEntered", "type")]
    [InlineData("PATCH", "/api/v1/units/NOBODY", """{"from":"2026-11-01","name":"X"}""", 404, "unit.unknown", null)]
    [InlineData("PATCH", School + "/rows/2026-01-01", """{"name":"X"}""", 404, "unit.rowUnknown", null)]
    [InlineData("PATCH", School + "/rows/2025-07-01", """{"name":"X"}""", 409, "unit.rowInUse", null)]
    [InlineData("PATCH", School + "/rows/yesterday", """{"name":"X"}""", 400, "request.malformed", null)]
    public async Task What_cannot_be_done_is_refused_with_the_field_and_changes_nothing(string method, string address, string body, int status, string code, string? field)
    {
        var client = await year.Host.SignInAsync("standing");
        var response = await SendAsync(client, new HttpMethod(method), address, body);
        ((int)response.StatusCode).ShouldBe(status);
        var problem = await response.JsonAsync();
        problem.GetProperty("code").GetString().ShouldBe(code);
        if (field is not null) problem.GetProperty("cells").EnumerateArray().Select(c => c.GetProperty("cell").GetString()).ShouldContain(field);
        (await client.GetJsonAsync(School)).GetProperty("revision").GetInt64().ShouldBe(0);
    }

    [Theory]
    [InlineData("\"7\"")]
    [InlineData("\"nonsense\"")]
    public async Task A_change_that_names_another_revision_is_refused(string tag)
    {
        var response = await SendAsync(await year.Host.SignInAsync("standing"), HttpMethod.Patch, School, """{"from":"2026-11-01","name":"X"}""", tag);
        response.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await response.JsonAsync()).GetProperty("code").GetString().ShouldBe("unit.changed");
    }

    [Fact]
    public async Task The_list_is_read_by_everybody_who_is_signed_in_and_who_changed_it_by_few()
    {
        using var data = new TemporaryFolder();
        year.CopyTo(data.Path);
        await using var host = await HostUnderTest.StartAsync(data.Path);
        (await SendAsync(await host.SignInAsync("SGDDT.reporter"), HttpMethod.Patch, School, """{"from":"2026-10-01","name":"Trường Tiểu học Phú Bài Đông"}""")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var seen = await (await host.SignInAsync("19753.reporter")).GetJsonAsync(School + "/history");
        seen.GetProperty("rows").GetArrayLength().ShouldBe(2);
        seen.GetProperty("changes").ValueKind.ShouldBe(JsonValueKind.Null);
        var followed = await (await host.SignInAsync("auditor")).GetJsonAsync(School + "/history");
        followed.GetProperty("changes").EnumerateArray().ShouldHaveSingleItem().GetProperty("by").GetString().ShouldBe("SGDDT.reporter");
        var log = await (await host.SignInAsync("auditor")).GetJsonAsync("/api/v1/audit?entity=unit/TH-19960-1");
        var line = log.EnumerateArray().ShouldHaveSingleItem();
        line.GetProperty("before").GetString()!.ShouldNotContain("Phú Bài Đông");
        line.GetProperty("after").GetString()!.ShouldContain("Phú Bài Đông");
        (await host.Anonymous().GetAsync(new Uri(School, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static async Task<string[]> SourcesAsync(HttpClient client) =>
    [
        .. (await client.GetJsonAsync("/api/v1/plans/2026/combined-report/figures/CT1")).GetProperty("sources").EnumerateArray()
            .Where(s => s.TryGetProperty("unit", out var unit) && unit.ValueKind == JsonValueKind.String)
            .Select(s => s.GetProperty("unit").GetString()!),
    ];

    private static async Task<(long Numerator, long Denominator)> TargetAsync(HttpClient client, string indicator)
    {
        var target = await LineAsync(client, indicator);
        return (target.GetProperty("numerator").GetInt64(), target.GetProperty("denominator").GetInt64());
    }

    private static async Task<string> PartsAsync(HttpClient client, string indicator) => (await LineAsync(client, indicator)).GetProperty("contributions").ToString();

    private static async Task<JsonElement> LineAsync(HttpClient client, string indicator) =>
        (await client.GetJsonAsync("/api/v1/plans/2026/combined-report")).GetProperty("targets").EnumerateArray().Single(t => t.GetProperty("indicator").GetString() == indicator);

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, HttpMethod method, string address, string? body, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative));
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return await client.SendAsync(request);
    }
}
