using System.Net;
using System.Text;
using System.Text.Json;
using SocialWork.Documents.Workbooks.Reading;
using SocialWork.Host.Tests.Support;
using SocialWork.Tests.Shared;

namespace SocialWork.Host.Tests.Workbooks;

/// <summary>Filled workbooks come back over HTTP: preview, saving, and everything that stands in the way.</summary>
public sealed class WorkbookUploadTests(UploadedYear year) : IClassFixture<UploadedYear>
{
    private const string Commune = "20044";

    [Fact]
    public async Task A_preview_says_what_would_change_and_saves_nothing_and_saving_does_just_that()
    {
        var client = await year.Host.SignInAsync("20044.reporter");
        var file = (await client.DownloadAsync("XP4", Commune)).Type("XP4", ("gd[TRE_EM_HCDB]", "1.003"), ("nguoi[TRE_EM_HCDB]", 1004), ("gd[NKT_DBN]", "không phát sinh"), ("#dataAsOf", "30/11/2026"));

        var preview = await client.UploadedAsync(file.Bytes, "?commit=false");
        preview.Text("outcome").ShouldBe("preview");
        var sheet = preview.GetProperty("sheets").EnumerateArray().ShouldHaveSingleItem();
        (sheet.Text("form"), sheet.Text("unit"), sheet.Text("dataAsOf")).ShouldBe(("XP4", Commune, "2026-11-30"));
        sheet.GetProperty("changes").EnumerateArray().Select(c => (c.Text("cell"), c.Text("address"), c.GetProperty("before").ValueKind, c.GetProperty("after").GetRawText())).ShouldBe(
        [
            ("gd[TRE_EM_HCDB]", file.AddressOf("XP4", "gd[TRE_EM_HCDB]"), JsonValueKind.Null, "1003"),
            ("gd[NKT_DBN]", file.AddressOf("XP4", "gd[NKT_DBN]"), JsonValueKind.Null, """{"empty":"notArising"}"""),
            ("nguoi[TRE_EM_HCDB]", file.AddressOf("XP4", "nguoi[TRE_EM_HCDB]"), JsonValueKind.Null, "1004"),
        ]);
        var echoed = sheet.GetProperty("cells").EnumerateArray().Single(c => c.Text("cell") == "gd[TRE_EM_HCDB]");
        (echoed.Text("written"), echoed.GetProperty("value").GetInt64()).ShouldBe(("1.003", 1003));
        // The rules of the form speak in the same breath.
        preview.GetProperty("findings").EnumerateArray().ShouldContain(f => f.Text("code") == "value.missing" && f.Text("severity") == "error");
        (await client.SubmissionAsync("XP4", Commune)).GetProperty("revision").GetInt64().ShouldBe(0);

        var saved = await client.UploadedAsync(file.Bytes);
        saved.Text("outcome").ShouldBe("saved");
        saved.GetProperty("sheets")[0].GetProperty("revision").GetInt64().ShouldBe(1);
        var draft = await client.SubmissionAsync("XP4", Commune);
        (draft.Text("state"), draft.Text("dataAsOf"), draft.GetProperty("revision").GetInt64()).ShouldBe(("draft", "2026-11-30", 1));
        draft.GetProperty("values").GetRawText().ShouldBe("""{"gd[TRE_EM_HCDB]":1003,"gd[NKT_DBN]":{"empty":"notArising"},"nguoi[TRE_EM_HCDB]":1004}""");

        // The same file again, though its revision is an old one by now, changes nothing and says so.
        (await client.UploadedAsync(file.Bytes)).Text("outcome").ShouldBe("unchanged");
        (await client.SubmissionAsync("XP4", Commune)).GetProperty("revision").GetInt64().ShouldBe(1);
    }

    [Fact]
    public async Task A_blank_cell_clears_what_is_stored_and_the_preview_counts_it()
    {
        var client = await year.Host.SignInAsync("20044.reporter");
        var cells = await IntCellsAsync(client, "XP7");
        await PutAsync(client, "XP7", $$$"""{"values":{"{{{cells[0]}}}":5,"{{{cells[1]}}}":6}}""");
        var file = (await client.DownloadAsync("XP7", Commune)).Type("XP7", (cells[0], null), (cells[1], 7));

        var preview = await client.UploadedAsync(file.Bytes, "?commit=false");
        preview.GetProperty("totals").GetProperty("cleared").GetInt32().ShouldBe(1);
        preview.GetProperty("findings").EnumerateArray().Single(f => f.Text("code") == "workbook.clears").Text("address").ShouldBe(file.AddressOf("XP7", cells[0]));
        await client.UploadedAsync(file.Bytes);
        (await client.SubmissionAsync("XP7", Commune)).GetProperty("values").GetRawText().ShouldBe($$"""{"{{cells[1]}}":7}""");
    }

    [Fact]
    public async Task One_problem_anywhere_saves_nothing_anywhere_and_all_are_named_at_once()
    {
        var client = await year.Host.SignInAsync("20044.reporter");
        var file = (await client.DownloadAllAsync(Commune))
            .Type("K4", ("su_kien", 3))
            .Type("K5", ("#dataAsOf", "11/30/2026"))
            .Type("XP6", ("#dataAsOf", "31/12/2025"));
        var numbers = await IntCellsAsync(client, "XP5");
        file.Type("XP5", (numbers[0], "1,000"), (numbers[1], -4), (numbers[2], "12 người"));

        var response = await client.UploadAsync(file.Bytes);

        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = await response.JsonAsync();
        problem.Text("code").ShouldBe("workbook.hasProblems");
        problem.GetProperty("cells").EnumerateArray().Select(c => (c.Text("cell"), c.Text("code"))).ShouldBe(
            [(numbers[0], "number.ambiguous"), (numbers[2], "number.unit"), (numbers[1], "value.negative")], ignoreOrder: true);
        var findings = problem.GetProperty("preview").GetProperty("findings").EnumerateArray().Where(f => f.Text("severity") == "problem").ToArray();
        findings.Select(f => (f.Text("form"), f.Text("code"))).ShouldBe(
            [("K5", "date.noSuchDay"), ("XP5", "number.ambiguous"), ("XP5", "number.unit"), ("XP5", "value.negative")], ignoreOrder: true);
        findings.Single(f => f.Text("code") == "value.negative").Text("address").ShouldBe(file.AddressOf("XP5", numbers[1]));
        foreach (var form in new[] { "K4", "XP5", "XP6" }) (await client.SubmissionAsync(form, Commune)).GetProperty("revision").GetInt64().ShouldBe(0);
    }

    [Fact]
    public async Task A_file_that_nobody_attached_is_a_problem_of_its_cell()
    {
        var client = await year.Host.SignInAsync("20179.reporter");
        var file = (await client.DownloadAllAsync("20179")).Type("K1", ("tep", new string('a', 64)));

        var preview = await (await client.UploadAsync(file.Bytes, "?commit=false")).JsonAsync();

        var found = preview.GetProperty("findings").EnumerateArray().Single(f => f.Text("code") == "value.fileUnknown");
        (found.Text("severity"), found.Text("address")).ShouldBe(("problem", file.AddressOf("K1", "tep")));
    }

    [Fact]
    public async Task Many_facilities_are_saved_in_one_go_and_those_without_an_answer_are_not_begun()
    {
        var client = await year.Host.SignInAsync("SGDDT.reporter");
        var form = await FacilityFormAsync(client);
        var file = await client.DownloadAsync(form.Form, "SGDDT");
        var open = await OpenFacilitiesAsync(client, form.Form, file);
        open.Length.ShouldBeGreaterThan(1);
        file.Type(form.Form, (open[0] + " " + form.Cell, 3), (open[1] + " " + form.Cell, "không đếm được"));
        var blocked = await client.UploadedAsync(file.Bytes, expected: HttpStatusCode.UnprocessableEntity);
        blocked.GetProperty("preview").GetProperty("findings").EnumerateArray().First().Text("unit").ShouldBe(open[1][1..]);
        (await client.SubmissionAsync(form.Form, open[0][1..])).GetProperty("values").EnumerateObject().Any(v => v.Name == form.Cell && v.Value.GetRawText() == "3").ShouldBeFalse();

        file.Type(form.Form, (open[1] + " " + form.Cell, 4));
        var saved = await client.UploadedAsync(file.Bytes);
        saved.Text("outcome").ShouldBe("saved");
        foreach (var (unit, value) in new[] { (open[0], 3), (open[1], 4) })
            (await client.SubmissionAsync(form.Form, unit[1..])).GetProperty("values").GetProperty(form.Cell).GetInt64().ShouldBe(value);
        (await client.UploadedAsync(file.Bytes)).Text("outcome").ShouldBe("unchanged");
    }

    [Fact]
    public async Task Nobodys_later_work_is_overwritten_unless_the_sender_says_so()
    {
        var (commune, station) = (await year.Host.SignInAsync("20044.reporter"), await year.Host.SignInAsync("TYT-20044.reporter"));
        var cells = await IntCellsAsync(commune, "YT2");
        const string Address = "/api/v1/submissions/2026/YT2/TYT-20044?period=2026-Q1";
        var mine = (await commune.DownloadAsync("YT2", "TYT-20044", "2026-Q1")).Type("YT2", (cells[0], 5));
        var theirs = (await station.DownloadAsync("YT2", "TYT-20044", "2026-Q1")).Type("YT2", (cells[0], 9));
        (await station.UploadedAsync(theirs.Bytes)).Text("outcome").ShouldBe("saved");

        var stale = await commune.UploadedAsync(mine.Bytes, expected: HttpStatusCode.PreconditionFailed);
        stale.Text("code").ShouldBe("workbook.stale");
        stale.Text("detail").ShouldContain("TYT-20044.reporter");
        var finding = stale.GetProperty("preview").GetProperty("findings").EnumerateArray().Single(f => f.Text("code") == "workbook.stale");
        (finding.Text("cell"), finding.Text("address")).ShouldBe((cells[0], mine.AddressOf("YT2", cells[0])));
        (await commune.GetJsonAsync(Address)).GetProperty("values").GetProperty(cells[0]).GetInt64().ShouldBe(9);

        // Who saved it last may go on with the file that was downloaded before.
        (await station.UploadedAsync(theirs.Type("YT2", (cells[0], 10)).Bytes)).GetProperty("findings").EnumerateArray().ShouldContain(f => f.Text("code") == "workbook.savedSince" && f.Text("severity") == "warning");
        var overwritten = await commune.UploadedAsync(mine.Bytes, "?overwrite=true");
        overwritten.GetProperty("findings").EnumerateArray().ShouldContain(f => f.Text("code") == "workbook.overwrites");
        (await commune.GetJsonAsync(Address)).GetProperty("values").GetProperty(cells[0]).GetInt64().ShouldBe(5);
    }

    [Fact]
    public async Task A_form_that_is_already_with_the_head_is_not_changed_and_one_that_is_as_it_was_does_no_harm()
    {
        var client = await year.Host.SignInAsync("19960.reporter");
        var before = await client.SubmissionAsync("XP4", "19960");
        before.Text("state").ShouldBeOneOf("approved", "accepted");
        var file = await client.DownloadAsync("XP4", "19960");
        (await client.UploadedAsync(file.Bytes)).Text("outcome").ShouldBe("unchanged");
        var blocked = await client.UploadedAsync(file.Type("XP4", ("gd[TRE_EM_HCDB]", 77)).Bytes, expected: HttpStatusCode.UnprocessableEntity);
        blocked.GetProperty("preview").GetProperty("findings").EnumerateArray().First().Text("code").ShouldBe("submission.wrongState");
        (await client.SubmissionAsync("XP4", "19960")).GetRawText().ShouldBe(before.GetRawText());
    }

    [Fact]
    public async Task A_key_makes_a_retry_count_once_and_belongs_to_one_file()
    {
        var client = await year.Host.SignInAsync("20044.reporter");
        var cell = (await IntCellsAsync(client, "K3"))[^1];
        var file = (await client.DownloadAsync("K3", Commune)).Type("K3", (cell, 3));
        (await client.UploadedAsync(file.Bytes, key: "tai-len-1")).Text("outcome").ShouldBe("saved");
        await PutAsync(client, "K3", $$$"""{"values":{"{{{cell}}}":8}}""");
        (await client.UploadedAsync(file.Bytes, key: "tai-len-1")).Text("outcome").ShouldBe("alreadySaved");
        (await client.SubmissionAsync("K3", Commune)).GetProperty("values").GetProperty(cell).GetInt64().ShouldBe(8);
        (await client.UploadedAsync(file.Type("K3", (cell, 4)).Bytes, key: "tai-len-1", expected: HttpStatusCode.Conflict)).Text("code").ShouldBe("idempotency.reused");
    }

    [Fact]
    public async Task Of_two_uploads_at_once_both_are_whole()
    {
        var client = await year.Host.SignInAsync("20044.reporter");
        var numbers = await IntCellsAsync(client, "XP2");
        var files = new[] { 1, 2 }.Select(async n => (await client.DownloadAsync("XP2", Commune)).Type("XP2", (numbers[0], n), (numbers[1], n)).Bytes);
        var answers = await Task.WhenAll((await Task.WhenAll(files)).Select(file => client.UploadAsync(file)));
        answers.Count(a => a.StatusCode == HttpStatusCode.OK).ShouldBeGreaterThan(0);
        answers.ShouldAllBe(a => a.StatusCode == HttpStatusCode.OK || a.StatusCode == HttpStatusCode.PreconditionFailed);
        var values = (await client.SubmissionAsync("XP2", Commune)).GetProperty("values");
        values.GetProperty(numbers[0]).GetInt64().ShouldBe(values.GetProperty(numbers[1]).GetInt64());
    }

    [Fact]
    public async Task The_officers_own_file_comes_back_marked_and_nothing_is_saved()
    {
        var client = await year.Host.SignInAsync("20044.reporter");
        var cell = (await IntCellsAsync(client, "XP6"))[0];
        var file = (await client.DownloadAsync("XP6", Commune)).Type("XP6", (cell, "1,000"));
        var response = await client.UploadAsync(file.Bytes, address: "/api/v1/workbooks/marked");
        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        response.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe("Biểu đã điền-danh-dau-loi.xlsx");
        var marked = await response.Content.ReadAsByteArrayAsync();
        XlsxGrid.Errors(marked).ShouldBeEmpty();
        var list = XlsxGrid.Read(marked)[0];
        (list[4, 2], list[4, 3], list[4, 6]).ShouldBe(("Phải sửa", "XP6", file.AddressOf("XP6", cell)));
        (await client.SubmissionAsync("XP6", Commune)).GetProperty("revision").GetInt64().ShouldBe(0);
        // Corrected in the marked file, it is taken.
        (await client.UploadedAsync(new OfficersFile(marked).Type("XP6", (cell, "1.000")).Bytes, "?commit=false")).GetProperty("totals").GetProperty("problems").GetInt32().ShouldBe(0);
    }

    [Theory]
    [InlineData("19960.reporter", HttpStatusCode.Forbidden)]
    [InlineData("20044.approver", HttpStatusCode.Forbidden)]
    [InlineData("standing", HttpStatusCode.Forbidden)]
    [InlineData("admin", HttpStatusCode.Forbidden)]
    public async Task A_workbook_of_another_agency_is_not_taken(string user, HttpStatusCode expected)
    {
        var file = await (await year.Host.SignInAsync("20044.reporter")).DownloadAsync("XP4", Commune);
        (await (await year.Host.SignInAsync(user)).UploadAsync(file.Bytes, "?commit=false")).StatusCode.ShouldBe(expected);
    }

    [Fact]
    public async Task Nothing_is_taken_from_someone_who_is_not_signed_in_from_another_site_or_in_another_shape()
    {
        var client = await year.Host.SignInAsync("20044.reporter");
        var file = (await client.DownloadAsync("XP4", Commune)).Bytes;
        (await year.Host.Anonymous().UploadAsync(file)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await client.UploadAsync(file, site: "cross-site")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await client.UploadAsync(file, "?commit=false", site: "same-origin")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await client.UploadAsync(file, "?plan=2023")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var json = await client.PostAsync(new Uri("/api/v1/workbooks", UriKind.Relative), new StringContent("{}", Encoding.UTF8, "application/json"));
        ((int)json.StatusCode, (await json.JsonAsync()).Text("code")).ShouldBe((400, "workbook.notSent"));
        using var two = new MultipartFormDataContent { { new ByteArrayContent(file), "file", "a.xlsx" }, { new ByteArrayContent(file), "file", "b.xlsx" } };
        var refused = await client.PostAsync(new Uri("/api/v1/workbooks?commit=false", UriKind.Relative), two);
        ((int)refused.StatusCode, (await refused.JsonAsync()).Text("code")).ShouldBe((422, "workbook.oneFile"));
        using var empty = new MultipartFormDataContent { { new StringContent("x"), "note" } };
        (await (await client.PostAsync(new Uri("/api/v1/workbooks", UriKind.Relative), empty)).JsonAsync()).Text("code").ShouldBe("workbook.notSent");
    }

    [Theory]
    [InlineData(5, "workbook.pdf", 422)]
    [InlineData(UploadLimits.MaxFileBytes, "workbook.pdf", 422)]
    [InlineData(UploadLimits.MaxFileBytes + 1, "workbook.tooLarge", 413)]
    public async Task The_limit_of_a_file_is_its_own_and_is_told(int size, string code, int status)
    {
        var client = await year.Host.SignInAsync("20044.reporter");
        var response = await client.UploadAsync([.. "%PDF-"u8, .. new byte[size - 5]]);
        ((int)response.StatusCode, (await response.JsonAsync()).Text("code")).ShouldBe((status, code));
        (await client.SubmissionAsync("XP4", Commune)).Text("form").ShouldBe("XP4");
    }

    [Fact]
    public async Task Refusals_speak_the_readers_language()
    {
        var client = await year.Host.SignInAsync("20044.reporter");
        (await (await client.UploadAsync("%PDF-"u8.ToArray())).JsonAsync()).Text("detail").ShouldStartWith("Đây là tệp PDF");
        (await (await client.UploadAsync("%PDF-"u8.ToArray(), "?lang=en")).JsonAsync()).Text("detail").ShouldStartWith("This is a PDF");
    }

    [Fact]
    public async Task The_service_serves_while_it_refuses_hostile_files()
    {
        var client = await year.Host.SignInAsync("20044.reporter");
        var good = (await client.DownloadAsync("XP4", Commune)).Bytes;
        var bomb = Bomb();
        using var done = new CancellationTokenSource();
        var reading = Task.Run(async () =>
        {
            var served = 0;
            while (!done.IsCancellationRequested)
            {
                (await client.GetAsync(new Uri("/api/v1/submissions/2026/XP4/20044", UriKind.Relative), CancellationToken.None)).StatusCode.ShouldBe(HttpStatusCode.OK);
                served++;
            }

            return served;
        });
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => client.UploadAsync(i % 4 == 0 ? good : i % 4 == 1 ? bomb : [.. good.Take(good.Length * i / 40)], "?commit=false")));
        await done.CancelAsync();
        (await reading).ShouldBeGreaterThan(0);
        answers.Select(a => (int)a.StatusCode).Distinct().ShouldBeSubsetOf([200, 413, 422, 429]);
        answers.Where((_, i) => i % 4 == 1).ShouldAllBe(a => (int)a.StatusCode == 413 || (int)a.StatusCode == 429);
        (await client.UploadAsync(good, "?commit=false")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Four_uploads_of_an_account_are_taken_at_a_time_and_others_still_have_room()
    {
        var (client, other) = (await year.Host.SignInAsync("20044.reporter"), await year.Host.SignInAsync("19960.reporter"));
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var held = new List<Task<HttpResponseMessage>>();
        for (var i = 0; i < 4; i++) held.Add(await HoldAsync(client, release.Task));
        var answer = await client.UploadAsync("%PDF-"u8.ToArray());
        ((int)answer.StatusCode, answer.Headers.RetryAfter is not null).ShouldBe((429, true));
        (await answer.JsonAsync()).Text("detail").ShouldStartWith("Tài khoản này đang gửi 4 tệp");

        (await (await other.UploadAsync("%PDF-"u8.ToArray())).JsonAsync()).Text("code").ShouldBe("workbook.pdf");
        release.SetResult();
        foreach (var one in held) (await (await one).JsonAsync()).Text("code").ShouldBe("workbook.pdf");
        (await (await client.UploadAsync("%PDF-"u8.ToArray())).JsonAsync()).Text("code").ShouldBe("workbook.pdf");
    }

    [Fact]
    public async Task Sixteen_uploads_are_taken_at_a_time_and_one_more_is_asked_to_come_back()
    {
        var client = await year.Host.SignInAsync("20044.reporter");
        var senders = await Task.WhenAll(new[] { "19960.reporter", "19960.approver", "20044.approver", "standing" }.Select(name => year.Host.SignInAsync(name)));
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var held = new List<Task<HttpResponseMessage>>();
        for (var i = 0; i < 16; i++) held.Add(await HoldAsync(senders[i / 4], release.Task));
        var answer = await client.UploadAsync("%PDF-"u8.ToArray());
        ((int)answer.StatusCode, answer.Headers.RetryAfter is not null, (await answer.JsonAsync()).Text("code")).ShouldBe((429, true, "workbook.busy"));

        release.SetResult();
        foreach (var one in held) (await (await one).JsonAsync()).Text("code").ShouldBe("workbook.pdf");
        (await client.UploadAsync("%PDF-"u8.ToArray())).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    // The host asks for the body when it has let the request in, and not before: from then on the request has its place.
    private static async Task<Task<HttpResponseMessage>> HoldAsync(HttpClient client, Task goOn)
    {
        var content = new HeldContent(goOn);
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/v1/workbooks?commit=false", UriKind.Relative)) { Content = content };
        request.Headers.ExpectContinue = true;
        var sent = client.SendAsync(request);
        await Task.WhenAny(content.IsAskedFor, sent);
        return sent;
    }

    /// <summary>A file whose sender stops in the middle until it is told to go on.</summary>
    private sealed class HeldContent : HttpContent
    {
        private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly Task _goOn;

        public HeldContent(Task goOn)
        {
            _goOn = goOn;
            Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=b");
        }

        public Task IsAskedFor => _asked.Task;

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            _asked.TrySetResult();
            await stream.WriteAsync("--b\r\nContent-Disposition: form-data; name=file; filename=a.xlsx\r\n\r\n%PDF"u8.ToArray());
            await stream.FlushAsync();
            await _goOn;
            await stream.WriteAsync("-\r\n--b--\r\n"u8.ToArray());
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }

    private static byte[] Bomb()
    {
        using var file = new MemoryStream();
        using (var zip = new System.IO.Compression.ZipArchive(file, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var types = zip.CreateEntry("[Content_Types].xml").Open()) types.Write("<Types/>"u8);
            using var part = zip.CreateEntry("xl/worksheets/sheet1.xml", System.IO.Compression.CompressionLevel.Fastest).Open();
            for (var i = 0; i < 200; i++) part.Write(new byte[1024 * 1024]);
        }

        return file.ToArray();
    }

    private static async Task PutAsync(HttpClient client, string form, string body)
    {
        var response = await client.PutAsync(new Uri($"/api/v1/submissions/2026/{form}/{Commune}", UriKind.Relative), new StringContent(body, Encoding.UTF8, "application/json"));
        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
    }

    private static async Task<string[]> IntCellsAsync(HttpClient client, string form) =>
    [
        .. (await client.GetJsonAsync($"/api/v1/forms/{form}?plan=2026")).GetProperty("fields").EnumerateArray()
            .Where(f => f.Text("type") == "int").SelectMany(f => f.GetProperty("cells").EnumerateArray()).Select(c => c.GetString()!),
    ];

    // The first form that a school fills, and a number in it.
    private static async Task<(string Form, string Cell)> FacilityFormAsync(HttpClient client)
    {
        foreach (var form in (await client.GetJsonAsync("/api/v1/forms?plan=2026")).EnumerateArray().Where(f => f.Text("filledBy").Contains("SCHOOL", StringComparison.Ordinal)))
            return (form.Text("code"), (await IntCellsAsync(client, form.Text("code")))[0]);
        throw new InvalidOperationException("No form is filled by schools.");
    }

    // The marks of the facilities whose form can still be edited.
    private static async Task<string[]> OpenFacilitiesAsync(HttpClient client, string form, OfficersFile file)
    {
        var open = new List<string>();
        foreach (var mark in file.Facilities(form))
        {
            var state = (await client.SubmissionAsync(form, mark[1..])).Text("state");
            if (state is "notStarted" or "draft" or "returned") open.Add(mark);
            if (open.Count == 2) break;
        }

        return [.. open];
    }
}
