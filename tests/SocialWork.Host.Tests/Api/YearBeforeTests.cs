using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using SocialWork.Host.Tests.Support;
using static SocialWork.Host.Tests.Support.FormClient;

namespace SocialWork.Host.Tests.Api;

/// <summary>The year before: taken over, corrected, and compared with at every save and at submitting.</summary>
[Collection(ServedYearTests.Name)]
public sealed class YearBeforeTests(ServedYear year)
{
    private const string Unit = "19960";
    private static readonly string[] Asked = ["CM2", "CM3"];

    [Fact]
    public async Task What_was_taken_over_is_read_with_the_paper_that_it_came_from()
    {
        var reporter = await year.Host.SignInAsync(Unit + ".reporter");
        var before = await new FormClient(reporter, "XP5", Unit, "2025").GetAsync();
        (before.GetProperty("state").GetString(), before.GetProperty("countingVersion").GetInt32()).ShouldBe(("accepted", 1));
        var scan = await reporter.GetAsync(new Uri("/api/v1/attachments/" + before.GetProperty("paper").GetProperty("scan").GetString(), UriKind.Relative));
        scan.StatusCode.ShouldBe(HttpStatusCode.OK);
        scan.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        scan.Content.Headers.ContentDisposition!.FileNameStar.ShouldNotBeNull().ShouldContain("2025");
        var stranger = await year.Host.SignInAsync("19789.reporter");
        (await stranger.GetAsync(new Uri("/api/v1/attachments/" + before.GetProperty("paper").GetProperty("scan").GetString(), UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Figures_of_the_year_before_count_in_no_figure_of_this_year()
    {
        var standing = await year.Host.SignInAsync("standing");
        var families = "gd[TRE_EM_HCDB]";
        var before = (await new FormClient(standing, "XP4", Unit, "2025").GetAsync()).GetProperty("values").GetProperty(families).GetInt64();
        var now = (await new FormClient(standing, "XP4", Unit).GetAsync()).GetProperty("values").GetProperty(families).GetInt64();
        before.ShouldNotBe(now);
        var lineage = await standing.GetJsonAsync("/api/v1/plans/2026/combined-report/figures/XP4." + Uri.EscapeDataString(families));
        lineage.GetProperty("sources").EnumerateArray().Where(s => s.GetProperty("unit").GetString() == Unit).ShouldHaveSingleItem().GetProperty("value").GetInt64().ShouldBe(now);
    }

    [Fact]
    public async Task What_stands_out_against_the_year_before_is_named_cell_by_cell_and_asks_for_words()
    {
        using var data = new TemporaryFolder();
        year.CopyTo(data.Path);
        await using var host = await HostUnderTest.StartAsync(data.Path);
        var client = await host.SignInAsync(Unit + ".reporter");
        var (now, before) = (new FormClient(client, "XP7", Unit), (await new FormClient(client, "XP7", Unit, "2025").GetAsync()).GetProperty("values"));
        await OkAsync(new FormClient(await host.SignInAsync("standing"), "XP7", Unit).PostAsync("reopen", """{"reason":"Xã xin sửa."}"""));
        var values = JsonNode.Parse(before.GetRawText())!.AsObject();
        var proposed = before.EnumerateObject().First(c => c.Name.StartsWith("de_xuat[", StringComparison.Ordinal) && c.Value.ValueKind == JsonValueKind.Number && c.Value.GetInt64() >= 20);
        values[proposed.Name] = proposed.Value.GetInt64() * 4;
        values["dot[DINH_KY]"] = 0;
        await OkAsync(now.PutAsync(new JsonObject { ["values"] = values, ["dataAsOf"] = "2026-11-30" }.ToJsonString(), await now.ETagAsync()));

        var refused = await RefusedAsync(now.PostAsync("submit"), HttpStatusCode.UnprocessableEntity, "submission.warningsUnexplained");
        refused.GetProperty("cells").EnumerateArray().Select(c => (c.GetProperty("code").GetString(), c.GetProperty("cell").GetString())).ShouldBe(
            [("CM2", "dot[DINH_KY]"), ("CM3", proposed.Name)], ignoreOrder: true);
        await OkAsync(now.PostAsync("submit", await now.ExplanationsAsync()));
        (await now.GetAsync()).GetProperty("warnings").EnumerateArray().Select(w => w.GetProperty("id").GetString()).Order(StringComparer.Ordinal).ShouldBe(Asked);
        await OkAsync(new FormClient(await host.SignInAsync(Unit + ".approver"), "XP7", Unit).PostAsync("approve"));
    }

    [Fact]
    public async Task An_agency_enters_the_year_before_itself_and_equal_figures_are_asked_about()
    {
        using var data = new TemporaryFolder();
        year.CopyTo(data.Path);
        await using var host = await HostUnderTest.StartAsync(data.Path);
        var (reporter, approver, standing) = (await host.SignInAsync("SYT.reporter"), await host.SignInAsync("SYT.approver"), await host.SignInAsync("standing"));
        FormClient Now(HttpClient client) => new(client, "YT5", "SYT");
        FormClient Before(HttpClient client) => new(client, "YT5", "SYT", "2025");
        var figures = (await Now(reporter).GetAsync()).GetProperty("values");
        (await Before(reporter).GetAsync()).GetProperty("state").GetString().ShouldBe("notStarted");
        var body = new JsonObject { ["values"] = JsonNode.Parse(figures.GetRawText()), ["dataAsOf"] = "2025-12-31" };
        await OkAsync(Before(reporter).PutAsync(body.ToJsonString()));
        await OkAsync(Before(reporter).PostAsync("submit"));
        (await OkAsync(Before(approver).PostAsync("approve"))).GetProperty("state").GetString().ShouldBe("approved");

        await OkAsync(Now(standing).PostAsync("reopen", """{"reason":"Đối chiếu với năm trước."}"""));
        (await RefusedAsync(Now(reporter).PostAsync("submit"), HttpStatusCode.UnprocessableEntity, "submission.warningsUnexplained"))
            .GetProperty("cells").EnumerateArray().ShouldHaveSingleItem().GetProperty("code").GetString().ShouldBe("CM1");
        await OkAsync(Now(reporter).PostAsync("submit", """{"explanations":{"CM1":"Danh sách công bố không thay đổi so với năm trước."}}"""));
        await OkAsync(Now(approver).PostAsync("approve"));
        (await host.RecountAsync()).ShouldBeEmpty();
    }
}
