using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using SocialWork.Host.Tests.Support;
using static SocialWork.Host.Tests.Support.FormClient;

namespace SocialWork.Host.Tests.Api;

/// <summary>The standing agency enters what a unit sent on paper, on record as what it is.</summary>
[Collection(ServedYearTests.Name)]
public sealed class PaperTests(ServedYear year)
{
    [Theory]
    [InlineData("2026-11-29", "sent", 0)]
    [InlineData("2026-11-30", "sentLate", 1)]
    public async Task What_came_on_paper_counts_as_sent_on_the_day_it_arrived(string receivedOn, string state, int daysLate)
    {
        using var data = new TemporaryFolder();
        year.CopyTo(data.Path);
        await using var host = await HostUnderTest.StartAsync(data.Path);
        var (standing, reporter) = (await host.SignInAsync("standing"), await host.SignInAsync("20044.reporter"));
        var scan = await ScanAsync(standing);
        // XP4 is then the only form of the duty that the unit has not sent.
        await SendTheRestAsync(host, standing, scan);
        var before = await FamiliesAsync(standing);

        var entered = await OkAsync(Of(standing).PostAsync("paper", Body(scan, receivedOn)));
        (entered.GetProperty("state").GetString(), entered.GetProperty("countingVersion").GetInt32()).ShouldBe(("approved", 1));
        entered.GetProperty("paper").GetProperty("receivedOn").GetString().ShouldBe(receivedOn);
        (await FamiliesAsync(standing)).ShouldBe(before + 3);
        var duty = (await standing.GetJsonAsync("/api/v1/plans/2026/monitoring")).EnumerateArray()
            .Single(d => d.GetProperty("unit").GetString() == "20044" && d.GetProperty("duty").GetString() == "2026/V.1#2");
        (duty.GetProperty("state").GetString(), duty.GetProperty("daysLate").GetInt32()).ShouldBe((state, daysLate));

        var history = await OkAsync(Of(reporter).GetAsync("versions"));
        var step = history.GetProperty("history").EnumerateArray().ShouldHaveSingleItem();
        (step.GetProperty("action").GetString(), step.GetProperty("by").GetString(), step.GetProperty("reason").GetString()).ShouldBe(("paper", "standing", "Xã mất mạng, gửi bản giấy."));
        foreach (var paper in new[] { step, history.GetProperty("versions")[0], await OkAsync(Of(reporter).GetAsync("versions/1")) })
            (paper.GetProperty("paper").GetProperty("scan").GetString(), paper.GetProperty("paper").GetProperty("receivedOn").GetString()).ShouldBe((scan, receivedOn));
        var lineage = await standing.GetJsonAsync("/api/v1/plans/2026/combined-report/figures/XP4.gd%5BTRE_EM_HCDB%5D");
        var source = lineage.GetProperty("sources").EnumerateArray().Single(s => s.GetProperty("unit").GetString() == "20044");
        (source.GetProperty("sentBy").GetString(), source.GetProperty("onPaper").GetString()).ShouldBe(("standing", receivedOn));
        (await reporter.GetAsync(new Uri("/api/v1/attachments/" + scan, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK, "the unit may read its own paper");
        (await host.RecountAsync()).ShouldBeEmpty();

        await OkAsync(Of(standing).PostAsync("return", """{"reason":"Bản giấy mờ, đề nghị nhập lại."}"""));
        (await FamiliesAsync(standing)).ShouldBe(before);
    }

    [Fact]
    public async Task Paper_is_refused_where_the_unit_has_a_draft_of_its_own_in_work()
    {
        using var data = new TemporaryFolder();
        year.CopyTo(data.Path);
        await using var host = await HostUnderTest.StartAsync(data.Path);
        var (standing, reporter) = (await host.SignInAsync("standing"), Of(await host.SignInAsync("20044.reporter")));
        var body = Body(await ScanAsync(standing), "2026-11-29");
        await OkAsync(reporter.PutAsync("""{"values":{"gd[TRE_EM_HCDB]":9}}"""));
        var refused = await RefusedAsync(Of(standing).PostAsync("paper", body), HttpStatusCode.Conflict, "submission.draftInWork");
        refused.GetProperty("detail").GetString()!.ShouldContain("20044.reporter");
        (await reporter.GetAsync()).GetProperty("values").GetProperty("gd[TRE_EM_HCDB]").GetInt64().ShouldBe(9);

        // An empty draft loses nothing; what was sent and handed back untouched does not, either.
        await OkAsync(reporter.PutAsync("""{"values":{}}"""));
        await OkAsync(Of(standing).PostAsync("paper", body));
        await OkAsync(Of(standing).PostAsync("reopen", """{"reason":"Nhập nhầm bản giấy."}"""));
        await OkAsync(Of(standing).PostAsync("paper", body));
        await OkAsync(Of(standing).PostAsync("reopen", """{"reason":"Xã xin sửa."}"""));
        await OkAsync(reporter.PatchAsync("""{"values":{"nguoi[TRE_EM_HCDB]":5}}""", await reporter.ETagAsync()));
        await RefusedAsync(Of(standing).PostAsync("paper", body), HttpStatusCode.Conflict, "submission.draftInWork");
        await OkAsync(reporter.PostAsync("submit"));
        await RefusedAsync(Of(standing).PostAsync("paper", body), HttpStatusCode.Conflict, "submission.wrongState");
        (await host.RecountAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("20044.reporter", HttpStatusCode.Forbidden, "access.denied")]
    [InlineData("20044.approver", HttpStatusCode.Forbidden, "access.denied")]
    [InlineData("leader", HttpStatusCode.Forbidden, "access.denied")]
    [InlineData("admin", HttpStatusCode.Forbidden, "access.denied")]
    public async Task Paper_is_entered_by_the_standing_agency_alone(string user, HttpStatusCode status, string code) =>
        await RefusedAsync(Of(await year.Host.SignInAsync(user)).PostAsync("paper", Body(new string('a', 64), "2026-11-29")), status, code);

    [Theory]
    [InlineData("receivedOn", "2026-12-02", "paper.receivedOn")]
    [InlineData("receivedOn", "2026-11-27", "paper.receivedOn")]
    [InlineData("receivedOn", null, "paper.receivedOn")]
    [InlineData("receivedOn", "29/11/2026", "submission.receivedOnNotADate")]
    [InlineData("dataAsOf", null, "submission.dataAsOfMissing")]
    [InlineData("dataAsOf", "2025-12-31", "submission.dataAsOfOutside")]
    [InlineData("scan", null, "paper.noScan")]
    [InlineData("scan", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "paper.noScan")]
    [InlineData("reason", null, "submission.reasonMissing")]
    public async Task What_is_missing_or_wrong_on_paper_is_named_and_nothing_changes(string member, string? value, string code)
    {
        var standing = await year.Host.SignInAsync("standing");
        var body = JsonNode.Parse(Body(await ScanAsync(standing), "2026-11-29"))!;
        body[member] = value;
        await RefusedAsync(Of(standing).PostAsync("paper", body.ToJsonString()), HttpStatusCode.UnprocessableEntity, code);
        (await Of(standing).GetAsync()).GetProperty("state").GetString().ShouldBe("notStarted");
    }

    [Fact]
    public async Task Errors_refuse_paper_as_they_refuse_a_submit()
    {
        var standing = await year.Host.SignInAsync("standing");
        var body = JsonNode.Parse(Body(await ScanAsync(standing), "2026-11-29"))!;
        body["values"]!["gd[TRE_EM_HCDB]"] = 5;
        body["values"]!["nguoi[TRE_EM_HCDB]"] = 4;
        var refused = await RefusedAsync(Of(standing).PostAsync("paper", body.ToJsonString()), HttpStatusCode.UnprocessableEntity, "submission.hasErrors");
        refused.GetProperty("cells").EnumerateArray().ShouldContain(c => c.GetProperty("code").GetString() == "XP4.r1");
    }

    private static FormClient Of(HttpClient client, string form = "XP4") => new(client, form, "20044");

    private static async Task<string> ScanAsync(HttpClient client) =>
        (await (await client.UploadAsync("ban-giay.pdf", "%PDF-1.7 bản giấy"u8.ToArray())).JsonAsync()).GetProperty("id").GetString()!;

    private static string Body(string scan, string receivedOn) => JsonSerializer.Serialize(new
    {
        dataAsOf = "2026-11-28",
        receivedOn,
        scan,
        reason = "Xã mất mạng, gửi bản giấy.",
        values = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["gd[TRE_EM_HCDB]"] = 3,
            ["gd[NKT_DBN]"] = new { empty = "notArising" },
            ["nguoi[TRE_EM_HCDB]"] = 4,
            ["nguoi[NKT_DBN]"] = new { empty = "notArising" },
            ["kp_thang[TRE_EM_HCDB]"] = 2,
            ["kp_thang[NKT_DBN]"] = new { empty = "notArising" },
        },
    });

    // The unit's other forms of the duty, as another commune filled them, all from paper of 20 November.
    private static async Task SendTheRestAsync(HostUnderTest host, HttpClient standing, string scan)
    {
        foreach (var form in (await standing.GetJsonAsync("/api/v1/forms?plan=2026")).EnumerateArray())
        {
            var code = form.GetProperty("code").GetString()!;
            if (code == "XP4" || form.GetProperty("duty").GetString() != "2026/V.1#2" || form.GetProperty("filledBy").GetString() is not ("commune" or "agencyAll")) continue;
            var model = await standing.GetJsonAsync($"/api/v1/submissions/2026/{code}/19960");
            if (model.GetProperty("values").EnumerateObject().Any() is false) continue;
            await OkAsync(Of(await host.SignInAsync("20044.reporter"), code).PutAsync("""{"values":{}}"""));
            var body = new JsonObject
            {
                ["values"] = JsonNode.Parse(model.GetProperty("values").GetRawText()),
                ["dataAsOf"] = "2026-11-15",
                ["receivedOn"] = "2026-11-20",
                ["scan"] = scan,
                ["reason"] = "Xã gửi bản giấy.",
            };
            var sent = await Of(standing, code).PostAsync("paper", body.ToJsonString());
            if (sent.StatusCode == HttpStatusCode.UnprocessableEntity)
            {
                var asked = (await sent.JsonAsync()).GetProperty("cells").EnumerateArray().Select(c => c.GetProperty("code").GetString()!).Distinct();
                body["explanations"] = new JsonObject(asked.Select(id => KeyValuePair.Create<string, JsonNode?>(id, "Đã đối chiếu với bản giấy.")));
                sent = await Of(standing, code).PostAsync("paper", body.ToJsonString());
            }

            await OkAsync(Task.FromResult(sent));
        }
    }

    private static async Task<long> FamiliesAsync(HttpClient standing) =>
        (await standing.GetJsonAsync("/api/v1/plans/2026/combined-report")).GetProperty("indicators").EnumerateArray().Single(i => i.GetProperty("indicator").GetString() == "BS14").GetProperty("numerator").GetInt64();
}
