using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SocialWork.Core.Narratives;
using SocialWork.Core.Plans;
using SocialWork.Host.Tests.Support;

namespace SocialWork.Host.Tests.Reports;

/// <summary>The report's words and its document's facts by the API, over the demonstration year.</summary>
[Collection(ServedYearTests.Name)]
public sealed class ReportWordsTests(ServedYear year)
{
    private const string Words = "/api/v1/plans/2026/narrative";
    private const string Facts = "/api/v1/plans/2026/report-facts";

    private static object RightFacts(int number) => new
    {
        superior = new[] { "ỦY BAN NHÂN DÂN", "THÀNH PHỐ HUẾ" }, issuer = new[] { "SỞ Y TẾ" }, number, sign = "BC-SYT", place = "Huế", date = "2026-12-05", planNumber = "12/KH-UBND",
        planDate = "2026-01-05", capacity = new[] { "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC" }, signer = "Người Ký Ví Dụ", recipients = new[] { "- Như trên;", "Lưu: VT, BTXH." },
    };

    [Fact]
    public async Task The_drafts_of_the_year_are_the_ones_that_were_reviewed()
    {
        var report = await (await year.Host.SignInAsync("standing")).GetJsonAsync("/api/v1/plans/2026/combined-report");
        var lines = report.GetProperty("narrative").EnumerateArray().SelectMany(s => s.GetProperty("paragraphs").EnumerateArray().Select(p => p.GetString()!).Prepend($"## {s.GetProperty("section").GetString()}"));
        var received = string.Join('\n', lines) + '\n';
        var reviewed = Path.Combine(Paths.Repository, "tests", "SocialWork.Host.Tests", "Reports", "narrative.reviewed.txt");
        received.ShouldBe((await File.ReadAllTextAsync(reviewed)).ReplaceLineEndings("\n"), $"The drafts are now:\n{received}");
    }

    [Fact]
    public async Task Every_name_in_the_drafts_has_a_value_in_the_year_and_every_value_has_a_name_that_is_known()
    {
        var section = await (await year.Host.SignInAsync("standing")).GetJsonAsync(Words + "/V");
        var figures = section.GetProperty("figures").EnumerateArray().Select(f => f.GetProperty("name").GetString()!).ToArray();
        var plan = PlanFile.Read(await File.ReadAllTextAsync(HostOutput.Data("plans/plan-2026.json"))).Plan!;
        var (templates, _) = NarrativeFile.Read(await File.ReadAllTextAsync(HostOutput.Data("report/narrative.json")));

        figures.Length.ShouldBeGreaterThan(300);
        figures.Where(name => !NarrativeNames.IsKnown(plan, name)).ShouldBeEmpty();
        // A target that is met has nothing missing; the year has no module that is off.
        templates!.Names().Except(figures).Where(name => !name.EndsWith(".short", StringComparison.Ordinal) && name != "modules.absent.names").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_section_is_written_seen_restored_and_given_back_version_by_version_and_nobody_is_overwritten()
    {
        using var data = new TemporaryFolder();
        year.CopyTo(data.Path);
        await using var host = await HostUnderTest.StartAsync(data.Path);
        var standing = await host.SignInAsync("standing");

        var written = await PutAsync(standing, 0, new { text = "- Đạt {{CT1.rate}} so với 70%.\nHết." });
        written.Status.ShouldBe(HttpStatusCode.OK);
        written.Json.GetProperty("section").GetProperty("state").GetString().ShouldBe("edited");
        written.Json.GetProperty("warnings").EnumerateArray().Single().GetProperty("what").GetString().ShouldBe("70%");
        (await ReportParagraphsAsync(standing)).ShouldBe(["- Đạt 75,1% so với 70%.", "Hết."]);

        (await PutAsync(standing, 0, new { text = "Ghi đè." })).Status.ShouldBe(HttpStatusCode.PreconditionFailed, "somebody wrote in between");
        (await PutAsync(standing, seen: null, new { text = "Ghi đè." })).Status.ShouldBe(HttpStatusCode.PreconditionFailed, "what was not read is not overwritten");
        var unknown = await PutAsync(standing, 1, new { text = "Đạt {{CT1.rate}}.\nCòn {{CT9.x}}." });
        (unknown.Status, unknown.Json.GetProperty("code").GetString(), unknown.Json.GetProperty("cells")[0].GetProperty("cell").GetString()).ShouldBe((HttpStatusCode.UnprocessableEntity, "narrative.figure", "2:5"));
        (await PutAsync(standing, 1, new { text = new string('x', NarrativeLimits.MaxText + 1) })).Json.GetProperty("code").GetString().ShouldBe("narrative.tooLong");
        (await PutAsync(standing, 1, new { text = " \n" })).Json.GetProperty("code").GetString().ShouldBe("narrative.empty");
        (await PutAsync(standing, 1, new { text = "a", automatic = true })).Json.GetProperty("code").GetString().ShouldBe("narrative.oneChange");
        (await PutAsync(standing, 1, new { restore = 9 })).Status.ShouldBe(HttpStatusCode.NotFound);
        (await PutAsync(standing, 1, new { text = new string('x', NarrativeLimits.MaxText) })).Status.ShouldBe(HttpStatusCode.OK);

        (await PutAsync(standing, 2, new { automatic = true })).Json.GetProperty("section").GetProperty("state").GetString().ShouldBe("automatic");
        (await PutAsync(standing, 3, new { restore = 1 })).Json.GetProperty("section").GetProperty("revision").GetInt32().ShouldBe(4);
        (await PutAsync(standing, 4, new { seen = true })).Json.GetProperty("section").GetProperty("revision").GetInt32().ShouldBe(4, "nothing has changed, so there is nothing to have seen");
        (await ReportParagraphsAsync(standing)).ShouldBe(["- Đạt 75,1% so với 70%.", "Hết."]);

        var versions = (await standing.GetJsonAsync(Words + "/III.1/versions")).EnumerateArray().ToArray();
        versions.Select(v => $"{v.GetProperty("number").GetInt32()} {v.GetProperty("step").GetString()}").ShouldBe(["4 restored", "3 automatic", "2 edited", "1 edited"]);
        versions[0].GetProperty("figures").GetProperty("CT1.rate").GetString().ShouldBe("75,1%");
        (await standing.GetJsonAsync(Words + "/III.1/versions?before=3")).GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task A_figure_that_changed_since_the_edit_is_pointed_at_until_it_was_seen()
    {
        using var data = new TemporaryFolder();
        year.CopyTo(data.Path);
        await using var host = await HostUnderTest.StartAsync(data.Path);
        var (standing, reporter) = (await host.SignInAsync("standing"), await host.SignInAsync("19960.reporter"));
        await PutAsync(standing, 0, new { text = "Có {{obstacles.count}} khó khăn." });
        var before = (await standing.GetJsonAsync("/api/v1/plans/2026/obstacles")).GetArrayLength();

        using var raised = await reporter.PostAsJsonAsync("/api/v1/plans/2026/obstacles", new { description = "Chưa có kinh phí tập huấn cho cộng tác viên.", level = "SO_Y_TE", proposal = "Bố trí kinh phí." });
        raised.StatusCode.ShouldBe(HttpStatusCode.Created);

        var section = (await standing.GetJsonAsync(Words + "/III.1")).GetProperty("section");
        section.GetProperty("state").GetString().ShouldBe("toReview");
        var changed = section.GetProperty("changed").EnumerateArray().Single();
        (changed.GetProperty("name").GetString(), changed.GetProperty("before").GetString(), changed.GetProperty("now").GetString()).ShouldBe(("obstacles.count", Number(before), Number(before + 1)));
        section.GetProperty("paragraphs")[0].GetString().ShouldBe($"Có {before + 1} khó khăn.");
        var seen = await PutAsync(standing, 1, new { seen = true });
        seen.Json.GetProperty("section").GetProperty("state").GetString().ShouldBe("edited");
        seen.Json.GetProperty("section").GetProperty("revision").GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task Facts_are_checked_set_by_one_at_a_time_and_stand_in_the_document()
    {
        using var data = new TemporaryFolder();
        year.CopyTo(data.Path);
        await using var host = await HostUnderTest.StartAsync(data.Path);
        var (standing, leader) = (await host.SignInAsync("standing"), await host.SignInAsync("leader"));
        (await leader.GetJsonAsync(Facts)).GetProperty("missing").EnumerateArray().Select(m => m.GetString()).ShouldBe(["number", "date", "planNumber", "planDate", "capacity", "signer", "recipients"]);
        var document = await standing.GetAsync(new Uri("/api/v1/plans/2026/combined-report.docx", UriKind.Relative));

        (await PutFactsAsync(leader, 0, RightFacts(5))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await PutFactsAsync(standing, seen: null, RightFacts(5))).Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        var wrong = await PutFactsAsync(standing, 0, new { number = 10_000, signer = "TS. Người Ký", recipients = new[] { "Như trên" } });
        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        wrong.Json.GetProperty("cells").EnumerateArray().Select(c => c.GetProperty("code").GetString()).ShouldBe(["facts.number", "facts.degree", "facts.recipientsLast"]);
        (await PutFactsAsync(standing, 0, new { nummer = 5 })).Json.GetProperty("code").GetString().ShouldBe("facts.unknownField");
        (await PutFactsAsync(standing, 0, new { recipients = "Lưu: VT" })).Json.GetProperty("code").GetString().ShouldBe("facts.notAList");
        var set = await PutFactsAsync(standing, 0, RightFacts(5));
        set.Json.GetProperty("missing").GetArrayLength().ShouldBe(0);
        set.Json.GetProperty("recipients").EnumerateArray().Select(r => r.GetString()).ShouldBe(["Như trên", "Lưu: VT, BTXH"]);
        (await PutFactsAsync(standing, 0, RightFacts(6))).Status.ShouldBe(HttpStatusCode.PreconditionFailed);

        var after = await standing.GetAsync(new Uri("/api/v1/plans/2026/combined-report.docx", UriKind.Relative));
        after.Headers.ETag.ShouldNotBe(document.Headers.ETag, "the facts shape the document");
        using var word = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open(await after.Content.ReadAsStreamAsync(), isEditable: false);
        var text = word.MainDocumentPart!.Document.InnerText;
        text.ShouldContain("05/BC-SYT");
        text.ShouldContain("Huế, ngày 05 tháng 12 năm 2026");
        text.ShouldContain("Kế hoạch số 12/KH-UBND ngày 05 tháng 01 năm 2026");
        text.ShouldContain("Người Ký Ví Dụ");
        text.ShouldNotContain("«…»", Case.Sensitive, "nothing is missing any more");
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static async Task<string[]> ReportParagraphsAsync(HttpClient client) =>
        [.. (await client.GetJsonAsync("/api/v1/plans/2026/combined-report")).GetProperty("narrative").EnumerateArray().Single(s => s.GetProperty("section").GetString() == "III.1").GetProperty("paragraphs").EnumerateArray().Select(p => p.GetString()!)];

    private static Task<(HttpStatusCode Status, JsonElement Json)> PutAsync(HttpClient client, long? seen, object body) => SendAsync(client, Words + "/III.1", seen, body);

    private static Task<(HttpStatusCode Status, JsonElement Json)> PutFactsAsync(HttpClient client, long? seen, object body) => SendAsync(client, Facts, seen, body);

    private static async Task<(HttpStatusCode Status, JsonElement Json)> SendAsync(HttpClient client, string address, long? seen, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = JsonContent.Create(body) };
        if (seen is { } revision) request.Headers.TryAddWithoutValidation("If-Match", FormattableString.Invariant($"\"{revision}\""));
        using var response = await client.SendAsync(request);
        return (response.StatusCode, await response.JsonAsync());
    }
}
