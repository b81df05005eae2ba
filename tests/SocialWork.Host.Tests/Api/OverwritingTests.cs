using System.Net;
using System.Text.Json;
using SocialWork.Host.Tests.Support;
using static SocialWork.Host.Tests.Support.FormClient;

namespace SocialWork.Host.Tests.Api;

/// <summary>Several people at one draft: nobody overwrites what he has not seen.</summary>
[Collection(ServedYearTests.Name)]
public sealed class OverwritingTests(ServedYear year)
{
    private const string Station = "TYT-20044";

    // A health station's form is entered by the station and by its commune.
    private static FormClient Of(HttpClient client) => new(client, "XP4", "20044");

    [Fact]
    public async Task A_stale_save_names_each_cell_it_would_overwrite_with_what_is_stored_by_whom_and_when()
    {
        using var data = new TemporaryFolder();
        year.CopyTo(data.Path);
        await using var host = await HostUnderTest.StartAsync(data.Path);
        var (first, second) = (Of(await host.SignInAsync("20044.reporter")), Of(await host.SignInAsync("20044.reporter")));
        var seen = await first.ETagAsync();
        var saved = await OkAsync(first.PutAsync("""{"values":{"gd[TRE_EM_HCDB]":3,"nguoi[TRE_EM_HCDB]":1234,"gd[NKT_DBN]":{"empty":"notArising"}},"dataAsOf":"2026-11-30"}""", seen));
        var (before, now) = (await first.GetAsync(), await first.ETagAsync());

        var put = await second.PutAsync("""{"values":{"gd[TRE_EM_HCDB]":3,"nguoi[TRE_EM_HCDB]":9,"kp_thang[NKT_DBN]":1},"dataAsOf":"2026-11-29"}""", seen);
        put.Headers.ETag!.Tag.ShouldBe(now);
        var problem = await RefusedAsync(Task.FromResult(put), HttpStatusCode.PreconditionFailed, "submission.changed");
        problem.GetProperty("cells").EnumerateArray().Select(c => c.GetProperty("cell").GetString()).ShouldBe(["gd[NKT_DBN]", "nguoi[TRE_EM_HCDB]", "kp_thang[NKT_DBN]", "dataAsOf"]);
        problem.GetProperty("cells").EnumerateArray().ShouldAllBe(c => c.GetProperty("code").GetString() == "submission.changedCell");
        var messages = problem.GetProperty("cells").EnumerateArray().Select(c => c.GetProperty("message").GetString()!).ToArray();
        messages[0].ShouldContain("đang lưu không phát sinh");
        messages[1].ShouldEndWith("đang lưu 1.234, theo bản 20044.reporter lưu lúc 09:00 ngày 01/12/2026.");
        messages[2].ShouldContain("đang lưu chưa báo cáo");
        messages[3].ShouldContain("30/11/2026");

        // A patch is refused as well, and names the cells that it is about.
        var patch = await RefusedAsync(second.PatchAsync("""{"values":{"nguoi[TRE_EM_HCDB]":9,"kp_thang[TRE_EM_HCDB]":2}}""", seen), HttpStatusCode.PreconditionFailed, "submission.changed");
        patch.GetProperty("cells").EnumerateArray().Select(c => c.GetProperty("cell").GetString()).ShouldBe(["nguoi[TRE_EM_HCDB]", "kp_thang[TRE_EM_HCDB]"]);
        (await first.GetAsync()).GetRawText().ShouldBe(before.GetRawText());

        await OkAsync(second.PatchAsync("""{"values":{"nguoi[TRE_EM_HCDB]":9}}""", now));
        saved.GetProperty("values").GetProperty("gd[TRE_EM_HCDB]").GetInt64().ShouldBe(3);
        (await first.GetAsync()).GetProperty("values").GetProperty("nguoi[TRE_EM_HCDB]").GetInt64().ShouldBe(9);
    }

    [Fact]
    public async Task Without_If_Match_a_save_is_taken_only_where_nobody_elses_work_can_be_lost()
    {
        using var data = new TemporaryFolder();
        year.CopyTo(data.Path);
        await using var host = await HostUnderTest.StartAsync(data.Path);
        await new FormClient(await host.SignInAsync("standing"), "YT2", Station).PostAsync("reopen", """{"reason":"Trạm xin sửa số liệu."}""");
        var (commune, station) = (new FormClient(await host.SignInAsync("20044.reporter"), "YT2", Station), new FormClient(await host.SignInAsync(Station + ".reporter"), "YT2", Station));
        const string Body = """{"values":{"sang_loc[DT1]":1},"dataAsOf":"2026-11-30"}""";
        await OkAsync(commune.PutAsync("""{"values":{"sang_loc[DT1]":7},"dataAsOf":"2026-11-30"}""", await commune.ETagAsync()));

        // What was never begun, and what one saved last oneself, can be saved again.
        await OkAsync(commune.PatchAsync("""{"values":{"sang_loc[DT1]":8}}"""));
        var refused = await RefusedAsync(station.PutAsync(Body), HttpStatusCode.PreconditionFailed, "submission.ifMatchMissing");
        var cell = refused.GetProperty("cells").EnumerateArray().ShouldHaveSingleItem();
        cell.GetProperty("cell").GetString().ShouldBe("sang_loc[DT1]");
        cell.GetProperty("message").GetString()!.ShouldContain("đang lưu 8, theo bản 20044.reporter");
        await RefusedAsync(station.PatchAsync(Body), HttpStatusCode.PreconditionFailed, "submission.ifMatchMissing");

        await OkAsync(station.PutAsync(Body, await station.ETagAsync()));
        await OkAsync(station.PutAsync(Body));
        await RefusedAsync(commune.PutAsync(Body), HttpStatusCode.PreconditionFailed, "submission.ifMatchMissing");
    }

    [Fact]
    public async Task The_first_save_of_a_form_needs_no_If_Match()
    {
        using var data = new TemporaryFolder();
        year.CopyTo(data.Path);
        await using var host = await HostUnderTest.StartAsync(data.Path);
        await OkAsync(Of(await host.SignInAsync("20044.reporter")).PutAsync("""{"values":{"gd[TRE_EM_HCDB]":3}}"""));
    }

    [Theory]
    [InlineData("put")]
    [InlineData("patch")]
    [InlineData("submit")]
    public async Task Of_two_who_go_on_from_one_revision_exactly_one_wins_and_nothing_is_lost(string how)
    {
        using var data = new TemporaryFolder();
        year.CopyTo(data.Path);
        await using var host = await HostUnderTest.StartAsync(data.Path);
        var officers = new[] { Of(await host.SignInAsync("20044.reporter")), Of(await host.SignInAsync("20044.reporter")) };
        await OkAsync(officers[0].PutAsync(Filled(100)));
        for (var round = 1; round <= (how == "submit" ? 1 : 5); round++)
        {
            var seen = await officers[0].ETagAsync();
            var answers = await Task.WhenAll(officers.Select((officer, i) => Task.Run(() => how switch
            {
                "put" => officer.PutAsync(Filled((1000 * round) + i), seen),
                "patch" => officer.PatchAsync($$$"""{"values":{"nguoi[TRE_EM_HCDB]":{{{(1000 * round) + i}}}}}""", seen),
                _ => officer.PostAsync("submit", ifMatch: seen),
            })));

            answers.Count(a => a.StatusCode == HttpStatusCode.OK).ShouldBe(1, string.Join(' ', answers.Select(a => a.StatusCode)));
            var (won, lost) = (answers.Single(a => a.StatusCode == HttpStatusCode.OK), answers.Single(a => a.StatusCode != HttpStatusCode.OK));
            lost.Headers.ETag!.Tag.ShouldBe(won.Headers.ETag!.Tag);
            var problem = await RefusedAsync(Task.FromResult(lost), HttpStatusCode.PreconditionFailed, "submission.changed");
            var kept = (await won.JsonAsync()).GetProperty("values").GetProperty("nguoi[TRE_EM_HCDB]").GetInt64();
            (await officers[0].GetAsync()).GetProperty("values").GetProperty("nguoi[TRE_EM_HCDB]").GetInt64().ShouldBe(kept);
            if (how != "submit") problem.GetProperty("cells").EnumerateArray().ShouldHaveSingleItem().GetProperty("cell").GetString().ShouldBe("nguoi[TRE_EM_HCDB]");
        }

        var history = await OkAsync(officers[0].GetAsync("versions"));
        history.GetProperty("history").GetArrayLength().ShouldBe(how == "submit" ? 2 : 6);
        history.GetProperty("versions").GetArrayLength().ShouldBe(how == "submit" ? 1 : 0);
    }

    [Fact]
    public async Task A_save_that_comes_after_the_submit_is_told_what_was_frozen()
    {
        using var data = new TemporaryFolder();
        year.CopyTo(data.Path);
        await using var host = await HostUnderTest.StartAsync(data.Path);
        var (first, second) = (Of(await host.SignInAsync("20044.reporter")), Of(await host.SignInAsync("20044.reporter")));
        await OkAsync(first.PutAsync(Filled(100)));
        var seen = await second.ETagAsync();
        await OkAsync(first.PostAsync("submit"));
        var problem = await RefusedAsync(second.PatchAsync("""{"values":{"nguoi[TRE_EM_HCDB]":7}}""", seen), HttpStatusCode.PreconditionFailed, "submission.changed");
        problem.GetProperty("cells").EnumerateArray().ShouldHaveSingleItem().GetProperty("message").GetString()!.ShouldContain("đang lưu 100");
        await RefusedAsync(second.PatchAsync("""{"values":{"nguoi[TRE_EM_HCDB]":7}}"""), HttpStatusCode.Conflict, "submission.wrongState");
    }

    private static string Filled(int people) => JsonSerializer.Serialize(new
    {
        dataAsOf = "2026-11-30",
        values = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["gd[TRE_EM_HCDB]"] = 3,
            ["gd[NKT_DBN]"] = new { empty = "notArising" },
            ["nguoi[TRE_EM_HCDB]"] = people,
            ["nguoi[NKT_DBN]"] = new { empty = "notArising" },
            ["kp_thang[TRE_EM_HCDB]"] = 2,
            ["kp_thang[NKT_DBN]"] = new { empty = "notArising" },
        },
    });
}
