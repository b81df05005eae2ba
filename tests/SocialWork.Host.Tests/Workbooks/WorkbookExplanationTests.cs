using System.Net;
using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SocialWork.Core.Submissions;
using SocialWork.Host.Tests.Support;

namespace SocialWork.Host.Tests.Workbooks;

/// <summary>An officer explains warnings in the workbook itself.</summary>
public sealed class WorkbookExplanationTests(UploadedYear year) : IClassFixture<UploadedYear>
{
    private const string Commune = "20044";
    private const string Words = "Đề xuất theo đơn của dân, xã rà soát vào tháng 12.";

    [Fact]
    public async Task A_warning_is_named_explained_in_the_workbook_and_travels_with_the_version()
    {
        var client = await year.Host.SignInAsync("20044.reporter");
        var form = new FormClient(client, "XP7", Commune);
        var file = await ProposalsWithoutReviewAsync(client);
        var (figure, place) = (file.AddressOf("XP7", "de_xuat[DT1]"), file.AddressOf("XP7", "!XP7.r2"));

        var found = Warning(await client.UploadedAsync(file.Bytes, "?commit=false"), "XP7.r2");
        (found.GetProperty("asksForExplanation").GetBoolean(), found.GetProperty("explanation").ValueKind).ShouldBe((true, JsonValueKind.Null));
        found.Text("sheet").ShouldStartWith("XP7");
        AddressesOf(found).ShouldContain(figure);
        AddressesOf(found).ShouldContain(place);
        found.Text("message").ShouldEndWith($"giải trình ở ô {place}.");
        (await NotedAsync(client, file)).ShouldContain(place);

        file.Type("XP7", ("!XP7.r2", Words));
        var preview = await client.UploadedAsync(file.Bytes, "?commit=false");
        Warning(preview, "XP7.r2").Text("explanation").ShouldBe(Words);
        preview.GetProperty("totals").GetProperty("unexplained").GetInt32().ShouldBe(0);
        var change = preview.GetProperty("sheets")[0].GetProperty("explanationChanges").EnumerateArray().ShouldHaveSingleItem();
        (change.Text("warning"), change.Text("address"), change.GetProperty("before").ValueKind, change.Text("after")).ShouldBe(("XP7.r2", place, JsonValueKind.Null, Words));
        (await NotedAsync(client, file)).ShouldNotContain(place);

        (await client.UploadedAsync(file.Bytes)).Text("outcome").ShouldBe("saved");
        (await form.GetAsync()).GetProperty("explanations").Text("XP7.r2").ShouldBe(Words);
        (await client.UploadedAsync(file.Bytes)).Text("outcome").ShouldBe("unchanged");
        (await client.UploadedAsync((await client.DownloadAsync("XP7", Commune)).Bytes)).Text("outcome").ShouldBe("unchanged");

        await FormClient.OkAsync(form.PostAsync("submit"));
        var frozen = (await FormClient.OkAsync(form.GetAsync("versions/1"))).GetProperty("warnings").EnumerateArray().ShouldHaveSingleItem();
        (frozen.Text("id"), frozen.Text("explanation")).ShouldBe(("XP7.r2", Words));
        // What the head has cannot be changed, and what is as it was does no harm.
        var sent = await client.DownloadAsync("XP7", Commune);
        (await client.UploadedAsync(sent.Bytes)).Text("outcome").ShouldBe("unchanged");
        var refused = await client.UploadedAsync(sent.Type("XP7", ("!XP7.r2", "Lời khác, đã muộn.")).Bytes, expected: HttpStatusCode.UnprocessableEntity);
        refused.GetProperty("preview").GetProperty("findings")[0].Text("code").ShouldBe("submission.wrongState");
    }

    [Fact]
    public async Task Words_of_the_wrong_length_are_a_problem_at_their_cell_together_with_all_others()
    {
        var client = await year.Host.SignInAsync("20044.reporter");
        var before = (await client.SubmissionAsync("XP2", Commune)).GetRawText();
        var file = (await client.DownloadAsync("XP2", Commune)).Type("XP2", ("!XP2.r2", new string('x', Explanations.MaxLength + 1)), ("!CM1", "ngắn"), ("thon", -4));
        var blocked = await client.UploadedAsync(file.Bytes, expected: HttpStatusCode.UnprocessableEntity);
        blocked.GetProperty("preview").GetProperty("findings").EnumerateArray().Where(f => f.Text("severity") == "problem").Select(f => (f.Text("code"), f.Text("cell"), f.Text("address"))).ShouldBe(
        [
            ("value.negative", "thon", file.AddressOf("XP2", "thon")),
            ("explanation.badLength", "explanations[XP2.r2]", file.AddressOf("XP2", "!XP2.r2")),
            ("explanation.badLength", "explanations[CM1]", file.AddressOf("XP2", "!CM1")),
        ], ignoreOrder: true);
        (await client.SubmissionAsync("XP2", Commune)).GetRawText().ShouldBe(before);
        // Words for a warning that is not found are kept, as the API keeps them.
        (await client.UploadedAsync(file.Type("XP2", ("!XP2.r2", new string('x', Explanations.MaxLength)), ("!CM1", null), ("thon", 4)).Bytes)).Text("outcome").ShouldBe("saved");
        (await client.SubmissionAsync("XP2", Commune)).GetProperty("explanations").Text("XP2.r2").Length.ShouldBe(Explanations.MaxLength);
    }

    [Fact]
    public async Task A_blank_place_clears_with_a_warning_and_a_workbook_without_a_place_leaves_what_is_stored()
    {
        var client = await year.Host.SignInAsync("20044.reporter");
        var form = new FormClient(client, "K5", Commune);
        await FormClient.OkAsync(form.PutAsync($$$"""{"values":{},"explanations":{"K5.r2":"{{{Words}}}","CM1":"{{{Words}}}","K5.r99":"{{{Words}}}"}}"""));
        var file = await client.DownloadAsync("K5", Commune);
        var old = new OfficersFile(file.Bytes);
        foreach (var mark in new[] { "!K5.r2", "!CM1" }) old.Unmark("K5", mark);
        (await client.UploadedAsync(old.Bytes)).Text("outcome").ShouldBe("unchanged");

        file.Type("K5", ("!K5.r2", null));
        var preview = await client.UploadedAsync(file.Bytes, "?commit=false");
        Warning(preview, "workbook.clearsExplanations").Text("address").ShouldBe(file.AddressOf("K5", "!K5.r2"));
        preview.Text("message").ShouldContain("1 lời giải trình");
        (await client.UploadedAsync(file.Bytes)).Text("outcome").ShouldBe("saved");
        (await form.GetAsync()).GetProperty("explanations").EnumerateObject().Select(said => said.Name).ShouldBe(["CM1", "K5.r99"], "what has no row stays");
    }

    [Fact]
    public async Task Nobodys_later_words_are_overwritten_unseen()
    {
        var (commune, station) = (await year.Host.SignInAsync("20044.reporter"), await year.Host.SignInAsync("TYT-20044.reporter"));
        var mine = await commune.DownloadAsync("YT2", "TYT-20044", "2026-Q1");
        var theirs = (await station.DownloadAsync("YT2", "TYT-20044", "2026-Q1")).Type("YT2", ("!YT2.r7", Words));
        (await station.UploadedAsync(theirs.Bytes)).Text("outcome").ShouldBe("saved");
        var stale = await commune.UploadedAsync(mine.Type("YT2", ("!YT2.r7", "Trạm đã rà soát lại.")).Bytes, expected: HttpStatusCode.PreconditionFailed);
        var finding = stale.GetProperty("preview").GetProperty("findings").EnumerateArray().Single(f => f.Text("code") == "workbook.stale");
        (finding.Text("cell"), finding.Text("address")).ShouldBe(("explanations[YT2.r7]", mine.AddressOf("YT2", "!YT2.r7")));
        finding.Text("message").ShouldContain("1 ô khác nhau");
    }

    [Fact]
    public async Task One_cell_of_a_facilitys_row_explains_its_warnings_and_is_not_kept_where_there_are_none()
    {
        var client = await year.Host.SignInAsync("SGDDT.reporter");
        var file = await client.DownloadAsync("GD1", "SGDDT");
        var open = new List<string>();
        foreach (var mark in file.Facilities("GD1"))
        {
            if ((await client.SubmissionAsync("GD1", mark[1..])).Text("state") is "notStarted" or "draft" or "returned") open.Add(mark);
            if (open.Count == 2) break;
        }

        var (warned, sound) = (open[0], open[1]);
        foreach (var (school, served) in new[] { (warned, "Có"), (sound, "Không") })
        {
            file.Type("GD1", (school + " co_ns", "Không"), (school + " ns[CHUYEN_TRACH]", "không phát sinh"), (school + " ns[KIEM_NHIEM]", "không phát sinh"),
                (school + " co_dv", served), (school + " tong_cb", 20), (school + " da_th", 3));
        }

        Warning(await client.UploadedAsync(file.Bytes, "?commit=false"), "GD1.r5").Text("message").ShouldEndWith($"giải trình ở ô {file.AddressOf("GD1", warned + " !")}.");
        file.Type("GD1", (warned + " !", "Giáo viên trường bên sang hỗ trợ."), (sound + " !", "Không có gì để nói."));
        var preview = await client.UploadedAsync(file.Bytes, "?commit=false");
        var found = Warning(preview, "GD1.r5");
        (found.Text("unit"), found.Text("explanation")).ShouldBe((warned[1..], "Giáo viên trường bên sang hỗ trợ."));
        var unused = Warning(preview, "workbook.explanationUnused");
        (unused.Text("unit"), unused.Text("severity"), unused.Text("address")).ShouldBe((sound[1..], "notice", file.AddressOf("GD1", sound + " !")));

        (await client.UploadedAsync(file.Bytes)).Text("outcome").ShouldBe("saved");
        (await client.UploadedAsync(file.Bytes)).Text("outcome").ShouldBe("unchanged");
        (await client.SubmissionAsync("GD1", sound[1..])).GetProperty("explanations").EnumerateObject().ShouldBeEmpty();
        var form = new FormClient(client, "GD1", warned[1..]);
        await FormClient.OkAsync(form.PatchAsync("""{"values":{},"dataAsOf":"2026-11-20"}"""));
        await FormClient.OkAsync(form.PostAsync("submit"));
        var version = (await form.GetAsync()).GetProperty("latestVersion").GetInt32();
        var warnings = (await FormClient.OkAsync(form.GetAsync($"versions/{version}"))).GetProperty("warnings").EnumerateArray().ToArray();
        warnings.Single(w => w.Text("id") == "GD1.r5").Text("explanation").ShouldBe("Giáo viên trường bên sang hỗ trợ.");
        // What was submitted comes back as it is.
        (await client.UploadedAsync((await client.DownloadAsync("GD1", "SGDDT")).Bytes)).Text("outcome").ShouldBe("unchanged");
    }

    // Every cell "nothing arose", but people proposed although nothing was reviewed.
    private static async Task<OfficersFile> ProposalsWithoutReviewAsync(HttpClient client)
    {
        var form = await client.GetJsonAsync("/api/v1/forms/XP7?plan=2026");
        var cells = form.GetProperty("fields").EnumerateArray().SelectMany(f => f.GetProperty("cells").EnumerateArray()).Select(c => c.GetString()!).Where(c => c != "de_xuat[DT1]");
        return (await client.DownloadAsync("XP7", Commune))
            .Type("XP7", [.. cells.Select(c => (c, (object?)"không phát sinh")), ("de_xuat[DT1]", 3), ("#dataAsOf", "30/11/2026")]);
    }

    private static JsonElement Warning(JsonElement preview, string code) => preview.GetProperty("findings").EnumerateArray().Single(f => f.Text("code") == code);

    private static IEnumerable<string?> AddressesOf(JsonElement finding) => finding.GetProperty("others").EnumerateArray().Append(finding).Select(cell => cell.GetProperty("address").GetString());

    // The cells that have a note in the marked file.
    private static async Task<string[]> NotedAsync(HttpClient client, OfficersFile file)
    {
        var response = await client.UploadAsync(file.Bytes, address: "/api/v1/workbooks/marked");
        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        using var document = SpreadsheetDocument.Open(new MemoryStream(await response.Content.ReadAsByteArrayAsync()), isEditable: false);
        return [.. document.WorkbookPart!.WorksheetParts.SelectMany(part => part.WorksheetCommentsPart?.Comments.Descendants<Comment>() ?? []).Select(note => note.Reference!.Value!)];
    }
}
