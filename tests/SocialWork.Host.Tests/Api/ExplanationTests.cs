using System.Net;
using System.Text.Json.Nodes;
using SocialWork.Host.Tests.Support;
using static SocialWork.Host.Tests.Support.FormClient;

namespace SocialWork.Host.Tests.Api;

/// <summary>A warning asks for words, and the words travel with the version to those who review it.</summary>
[Collection(ServedYearTests.Name)]
public sealed class ExplanationTests(ServedYear year)
{
    private const string Words = "Đề xuất theo đơn của dân, xã rà soát vào tháng 12.";

    [Fact]
    public async Task A_warning_is_explained_before_the_form_is_submitted_and_the_words_travel_with_the_version()
    {
        using var data = new TemporaryFolder();
        year.CopyTo(data.Path);
        await using var host = await HostUnderTest.StartAsync(data.Path);
        var (reporter, standing) = (Of(await host.SignInAsync("20044.reporter")), Of(await host.SignInAsync("standing")));
        await OkAsync(reporter.PutAsync(await ProposalsWithoutReviewAsync(host)));
        var refused = await RefusedAsync(reporter.PostAsync("submit"), HttpStatusCode.UnprocessableEntity, "submission.warningsUnexplained");
        refused.GetProperty("cells").EnumerateArray().ShouldNotBeEmpty();
        refused.GetProperty("cells").EnumerateArray().ShouldAllBe(c => c.GetProperty("code").GetString() == "XP7.r2");
        (await reporter.GetAsync()).GetProperty("latestVersion").GetInt32().ShouldBe(0);

        // Words that are too short, then words that are cleared, then words that stay.
        await RefusedAsync(reporter.PatchAsync("""{"values":{},"explanations":{"XP7.r2":"ngắn"}}"""), HttpStatusCode.UnprocessableEntity, "explanation.refused");
        await OkAsync(reporter.PatchAsync($$$"""{"values":{},"explanations":{"XP7.r2":"{{{Words}}}"}}"""));
        (await OkAsync(reporter.PatchAsync("""{"values":{},"explanations":{"XP7.r2":null}}"""))).GetProperty("explanations").EnumerateObject().ShouldBeEmpty();
        var draft = await OkAsync(reporter.PatchAsync($$$"""{"values":{},"explanations":{"XP7.r2":"{{{Words}}}"}}"""));
        draft.GetProperty("explanations").GetProperty("XP7.r2").GetString().ShouldBe(Words);
        draft.GetProperty("findings").EnumerateArray().Single(f => f.GetProperty("id").GetString() == "XP7.r2").GetProperty("asksForExplanation").GetBoolean().ShouldBeTrue();

        await OkAsync(reporter.PostAsync("submit"));
        await OkAsync(new FormClient(await host.SignInAsync("20044.approver"), "XP7", "20044").PostAsync("approve"));
        foreach (var shown in new[] { await standing.GetAsync(), await OkAsync(standing.GetAsync("versions/1")), (await OkAsync(standing.GetAsync("versions"))).GetProperty("versions")[0] })
        {
            var warning = shown.GetProperty("warnings").EnumerateArray().ShouldHaveSingleItem();
            warning.GetProperty("id").GetString().ShouldBe("XP7.r2");
            warning.GetProperty("explanation").GetString().ShouldBe(Words);
            warning.GetProperty("message").GetString().ShouldNotBeNullOrWhiteSpace();
        }

        var returned = await OkAsync(standing.PostAsync("return", """{"reason":"Giải trình chưa rõ."}"""));
        returned.GetProperty("explanations").GetProperty("XP7.r2").GetString().ShouldBe(Words, "the unit goes on from its own words");
        await OkAsync(reporter.PatchAsync("""{"values":{},"explanations":{"XP7.r2":"Xã đã rà soát bổ sung ngày 30/11."}}""", await reporter.ETagAsync()));
        await OkAsync(reporter.PostAsync("submit"));
        (await OkAsync(standing.GetAsync("versions/1"))).GetProperty("warnings")[0].GetProperty("explanation").GetString().ShouldBe(Words, "a version never changes");
        (await OkAsync(standing.GetAsync("versions/2"))).GetProperty("warnings")[0].GetProperty("explanation").GetString().ShouldBe("Xã đã rà soát bổ sung ngày 30/11.");
    }

    [Fact]
    public async Task Words_may_come_with_the_submit_and_a_warning_that_is_gone_leaves_none()
    {
        using var data = new TemporaryFolder();
        year.CopyTo(data.Path);
        await using var host = await HostUnderTest.StartAsync(data.Path);
        var reporter = Of(await host.SignInAsync("20044.reporter"));
        await OkAsync(reporter.PutAsync(await ProposalsWithoutReviewAsync(host)));
        await RefusedAsync(reporter.PostAsync("submit", """{"explanations":[]}"""), HttpStatusCode.UnprocessableEntity, "explanation.notAnObject");
        await OkAsync(reporter.PostAsync("submit", $$$"""{"explanations":{"XP7.r2":"{{{Words}}}","XP7.r9":"Không có cảnh báo này."}}"""));
        var warning = (await reporter.GetAsync()).GetProperty("warnings").EnumerateArray().ShouldHaveSingleItem();
        warning.GetProperty("explanation").GetString().ShouldBe(Words);
    }

    private static FormClient Of(HttpClient client) => new(client, "XP7", "20044");

    // Every cell "nothing arose", but people proposed although nothing was reviewed.
    private static async Task<string> ProposalsWithoutReviewAsync(HostUnderTest host)
    {
        var form = await (await host.SignInAsync("20044.reporter")).GetJsonAsync("/api/v1/forms/XP7?plan=2026");
        var values = new JsonObject(form.GetProperty("fields").EnumerateArray().SelectMany(f => f.GetProperty("cells").EnumerateArray())
            .Select(c => KeyValuePair.Create<string, JsonNode?>(c.GetString()!, new JsonObject { ["empty"] = "notArising" })));
        values["de_xuat[DT1]"] = 3;
        return new JsonObject { ["values"] = values, ["dataAsOf"] = "2026-11-30" }.ToJsonString();
    }
}
