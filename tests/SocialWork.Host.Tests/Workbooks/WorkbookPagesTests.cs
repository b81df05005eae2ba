using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using SocialWork.Core.Submissions;
using SocialWork.Documents.Workbooks;
using SocialWork.Host.Composition.Jobs;
using SocialWork.Host.Tests.Accounts;
using SocialWork.Host.Tests.Support;
using SocialWork.Host.Workbooks;

namespace SocialWork.Host.Tests.Workbooks;

/// <summary>Workbooks come back on the page: looked at, kept for a while, saved without being chosen again. As a browser without script.</summary>
[Collection(ServedYearTests.Name)]
public sealed class WorkbookPagesTests(ServedYear year)
{
    private const string Commune = "20044";
    private const string Preview = "/workbooks/preview";
    private const string Cell = "gd[TRE_EM_HCDB]";

    [Fact]
    public async Task A_workbook_is_looked_at_and_then_saved_without_being_chosen_again()
    {
        await using var own = await OwnYear.OfAsync(year);
        var (client, page) = await own.ReporterAsync();
        var file = (await client.DownloadAsync("XP4", Commune)).Type("XP4", (Cell, "1.003"), ("nguoi[TRE_EM_HCDB]", 1004), ("#dataAsOf", "30/11/2026"));

        await SentAsync(page, file.Bytes);
        var shown = await page.OpenAsync(Preview);
        shown.ShouldContain("bieu.xlsx");
        shown.ShouldContain("3 ô của 1 biểu sẽ thay đổi");
        shown.ShouldContain(", " + file.AddressOf("XP4", Cell) + "<");
        shown.ShouldContain("<td class=\"old\">chưa báo cáo</td><td class=\"new\">1.003</td>");
        shown.ShouldContain("30/11/2026");
        shown.ShouldContain("Chưa gửi được biểu", Case.Sensitive, "the rules of the form speak in the same breath");
        (await client.SubmissionAsync("XP4", Commune)).GetProperty("revision").GetInt64().ShouldBe(0, "looking saves nothing");
        own.WaitingFiles().ShouldHaveSingleItem();
        (await page.OpenAsync("/workbooks")).ShouldContain("Đang chờ quyết định của bạn");

        var stranger = await PageClient.OfAsync(own.Host, "19960.reporter");
        (await stranger.TryAsync(Preview)).Headers.Location!.ToString().ShouldBe("/workbooks?gone=true");
        foreach (var handler in new[] { "Save", "Marked" })
            (await stranger.PostAsync("/workbooks", $"{Preview}?handler={handler}", ("digest", PageClient.Hidden(shown, "digest")), ("mark", PageClient.Hidden(shown, "mark")))).Headers.Location!.ToString().ShouldBe("/workbooks?gone=true");
        await stranger.PostAsync("/workbooks", Preview + "?handler=Discard", ("digest", PageClient.Hidden(shown, "digest")));
        own.WaitingFiles().ShouldHaveSingleItem("nobody else reaches it");

        (await SaveAsync(page, shown)).Headers.Location!.ToString().ShouldBe("/workbooks?saved=true");
        (await page.OpenAsync("/workbooks?saved=true")).ShouldContain("chưa biểu nào được gửi");
        var draft = await client.SubmissionAsync("XP4", Commune);
        (draft.Text("state"), draft.Text("dataAsOf")).ShouldBe(("draft", "2026-11-30"));
        draft.GetProperty("values").GetProperty(Cell).GetInt64().ShouldBe(1003);
        own.WaitingFiles().ShouldBeEmpty();
        (await page.PostAsync("/workbooks", Preview + "?handler=Save", ("digest", PageClient.Hidden(shown, "digest")), ("mark", PageClient.Hidden(shown, "mark")))).Headers.Location!.ToString().ShouldBe("/workbooks?gone=true");
    }

    [Fact]
    public async Task What_was_saved_after_the_preview_is_not_overwritten_unseen()
    {
        await using var own = await OwnYear.OfAsync(year);
        var (client, page) = await own.ReporterAsync();
        await SentAsync(page, (await client.DownloadAsync("XP4", Commune)).Type("XP4", (Cell, 5)).Bytes);
        var shown = await page.OpenAsync(Preview);
        await PatchAsync(client, "XP4", $$$"""{"values":{"{{{Cell}}}":7}}""");

        var refused = await SaveAsync(page, shown);
        refused.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        var again = await PageClient.TextOf(refused);
        again.ShouldContain("đã thay đổi sau khi bạn xem trước");
        again.ShouldContain("<td class=\"old\">7</td><td class=\"new\">5</td>");
        (await client.SubmissionAsync("XP4", Commune)).GetProperty("values").GetProperty(Cell).GetInt64().ShouldBe(7);

        (await SaveAsync(page, again)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await client.SubmissionAsync("XP4", Commune)).GetProperty("values").GetProperty(Cell).GetInt64().ShouldBe(5, "who has seen it may replace it");
    }

    [Fact]
    public async Task What_somebody_else_saved_since_the_download_is_overwritten_only_when_that_was_asked_for()
    {
        await using var own = await OwnYear.OfAsync(year);
        var (unit, form) = await own.OpenStationAsync();
        var (station, commune) = (await own.Host.SignInAsync(unit + ".reporter"), unit["TYT-".Length..]);
        var client = await own.Host.SignInAsync(commune + ".reporter");
        var page = new PageClient(client);
        var number = (await client.GetJsonAsync($"/api/v1/forms/{form}?plan=2026")).GetProperty("fields").EnumerateArray().First(f => f.Text("type") == "int" && f.GetProperty("by").GetArrayLength() == 0).Text("id");
        var file = await client.DownloadAsync(form, unit);
        await PatchAsync(station, form, $$$"""{"values":{"{{{number}}}":7}}""", unit);
        await SentAsync(page, file.Type(form, (number, 5)).Bytes);

        var shown = await page.OpenAsync(Preview);
        shown.ShouldContain(unit + ".reporter");
        shown.ShouldNotContain("Lưu các số liệu này");
        var refused = await page.PostAsync("/workbooks", Preview + "?handler=Save", ("digest", PageClient.Hidden(shown, "digest")), ("mark", ""));
        refused.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await PageClient.TextOf(refused)).ShouldContain("sau khi tệp được tải về");
        shown.ShouldContain(Preview + "?overwrite=true");
        var overwriting = await page.OpenAsync(Preview + "?overwrite=true");
        overwriting.ShouldContain("sẽ bị ghi đè");
        (await page.PostAsync("/workbooks", Preview + "?overwrite=true&handler=Save", ("digest", PageClient.Hidden(overwriting, "digest")), ("mark", PageClient.Hidden(overwriting, "mark")))).Headers.Location!.ToString().ShouldBe("/workbooks?saved=true");
        (await client.SubmissionAsync(form, unit)).GetProperty("values").GetProperty(number).GetInt64().ShouldBe(5);
    }

    [Fact]
    public async Task A_file_with_problems_is_not_saved_and_comes_back_with_them_marked()
    {
        await using var own = await OwnYear.OfAsync(year);
        var (client, page) = await own.ReporterAsync();
        var file = (await client.DownloadAsync("XP4", Commune)).Type("XP4", (Cell, "mười hai người"), ("nguoi[TRE_EM_HCDB]", 4));
        await SentAsync(page, file.Bytes);

        var shown = await page.OpenAsync(Preview);
        shown.ShouldContain("Phải sửa trước khi lưu: 1 chỗ");
        shown.ShouldContain(", " + file.AddressOf("XP4", Cell) + "<");
        shown.ShouldNotContain("Lưu các số liệu này");
        var forced = await page.PostAsync("/workbooks", Preview + "?handler=Save", ("digest", PageClient.Hidden(shown, "digest")), ("mark", ""));
        forced.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await PageClient.TextOf(forced)).ShouldContain("Tệp có 1 chỗ cần sửa; chưa lưu gì");
        (await client.SubmissionAsync("XP4", Commune)).GetProperty("revision").GetInt64().ShouldBe(0);
        var marked = await page.PostAsync("/workbooks", Preview + "?handler=Marked", ("digest", PageClient.Hidden(shown, "digest")));
        (marked.Content.Headers.ContentType!.MediaType, marked.Content.Headers.ContentDisposition!.FileName!.Trim('"')).ShouldBe((FormWorkbookFile.ContentType, "bieu-danh-dau-loi.xlsx"));
        own.WaitingFiles().ShouldHaveSingleItem("it may be looked at again");
        await page.PostAsync("/workbooks", Preview + "?handler=Discard", ("digest", PageClient.Hidden(shown, "digest")));
        own.WaitingFiles().ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_no_workbook_of_forms_is_told_beside_the_field_and_not_kept()
    {
        await using var own = await OwnYear.OfAsync(year);
        var (_, page) = await own.ReporterAsync();
        foreach (var bytes in new[] { "không phải Excel"u8.ToArray(), [], new byte[21 * 1024 * 1024] })
        {
            var answer = await page.UploadAsync("/workbooks", "/workbooks", [], ("file", "bieu.xlsx", bytes));
            ((int)answer.StatusCode).ShouldBeInRange(400, 499, $"{bytes.Length} bytes");
            (await PageClient.TextOf(answer)).ShouldContain("id=\"file-error\"", Case.Sensitive, $"{bytes.Length} bytes");
        }

        own.WaitingFiles().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_waits_an_hour_one_an_account_and_not_over_a_restart()
    {
        var time = new MovingTime(new DateTimeOffset(2026, 12, 1, 2, 0, 0, TimeSpan.Zero));
        await using var own = await OwnYear.OfAsync(year, builder => builder.Services.AddSingleton<TimeProvider>(time));
        var (client, page) = await own.ReporterAsync();
        var file = await client.DownloadAsync("XP4", Commune);
        await SentAsync(page, file.Type("XP4", (Cell, 5)).Bytes);
        await SentAsync(page, file.Type("XP4", (Cell, 6)).Bytes);
        own.WaitingFiles().ShouldHaveSingleItem("the second takes the place of the first");
        (await page.OpenAsync(Preview)).ShouldContain("<td class=\"new\">6</td>");

        time.Advance(KeptWorkbooks.Lifetime);
        (await page.TryAsync(Preview)).Headers.Location!.ToString().ShouldBe("/workbooks?gone=true");
        (await page.OpenAsync("/workbooks?gone=true")).ShouldContain("không còn trên máy chủ");
        own.Host.Services.GetRequiredService<KeptWorkbooks>().RemoveExpired();
        own.WaitingFiles().ShouldBeEmpty();

        await SentAsync(page, file.Bytes);
        own.WaitingFiles().ShouldHaveSingleItem();
        await own.RestartAsync();
        own.WaitingFiles().ShouldBeEmpty("nothing outlives the process");
    }

    [Fact]
    public async Task A_large_file_is_saved_as_work_that_may_be_left()
    {
        await using var own = await OwnYear.OfAsync(year);
        var client = await own.Host.SignInAsync("SGDDT.reporter");
        var page = new PageClient(client);
        var (form, units) = await own.OpenSchoolsAsync();
        units.Length.ShouldBeGreaterThan(WorkbookSaving.LargeForms, "the demonstration has that many schools that have not sent");
        var number = (await client.GetJsonAsync($"/api/v1/forms/{form}?plan=2026")).GetProperty("fields").EnumerateArray().First(f => f.Text("type") == "int" && f.GetProperty("by").GetArrayLength() == 0).Text("id");
        var file = (await client.DownloadAsync(form, "SGDDT")).Type(form, [.. units.Take(WorkbookSaving.LargeForms + 1).Select(unit => ($"@{unit} {number}", (object?)977))]);
        await SentAsync(page, file.Bytes);

        var sent = await SaveAsync(page, await page.OpenAsync(Preview));
        var address = sent.Headers.Location!.ToString();
        address.ShouldStartWith("/work/");
        await own.Host.Services.GetRequiredService<JobService>().WhenEndedAsync(address["/work/".Length..]);
        var ended = await page.OpenAsync(address);
        ended.ShouldContain("Đã lưu 21 ô thay đổi của 21 biểu");
        (await client.SubmissionAsync(form, units[0])).GetProperty("values").GetProperty(number).GetInt64().ShouldBe(977);
        own.WaitingFiles().ShouldBeEmpty();
    }

    [Fact]
    public async Task The_way_there_leads_from_the_form_and_the_desk_and_the_files_are_beside_it()
    {
        var page = await PageClient.OfAsync(year.Host, "20044.reporter");
        (await page.OpenAsync("/")).ShouldContain("href=\"/workbooks\"");
        (await page.OpenAsync("/submissions/2026/XP3/20044")).ShouldContain("href=\"/workbooks?form=XP3&unit=20044\"");
        var choose = await page.OpenAsync("/workbooks?form=XP3&unit=20044");
        choose.ShouldContain("/api/v1/forms/XP3/workbook?plan=2026&unit=20044\"");
        choose.ShouldContain("/api/v1/workbooks?plan=2026&unit=20044\"");
        choose.ShouldContain("20 MB");
        choose.ShouldContain("giữ tệp 1 giờ");
        (await (await PageClient.OfAsync(year.Host, "leader")).TryAsync("/workbooks")).Headers.Location!.ToString().ShouldBe("/denied");
    }

    private static async Task SentAsync(PageClient page, byte[] file)
    {
        var sent = await page.UploadAsync("/workbooks", "/workbooks", [], ("file", "bieu.xlsx", file));
        sent.StatusCode.ShouldBe(HttpStatusCode.Redirect, await sent.Content.ReadAsStringAsync());
        sent.Headers.Location!.ToString().ShouldBe(Preview);
    }

    private static Task<HttpResponseMessage> SaveAsync(PageClient page, string shown) =>
        page.PostAsync("/workbooks", Preview + "?handler=Save", ("digest", PageClient.Hidden(shown, "digest")), ("mark", PageClient.Hidden(shown, "mark")));

    private static async Task PatchAsync(HttpClient client, string form, string body, string unit = Commune)
    {
        var stored = await client.GetAsync(new Uri($"/api/v1/submissions/2026/{form}/{unit}", UriKind.Relative));
        using var request = new HttpRequestMessage(HttpMethod.Patch, $"/api/v1/submissions/2026/{form}/{unit}") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (stored.Headers.ETag is { } seen) request.Headers.IfMatch.Add(seen);
        var patched = await client.SendAsync(request);
        patched.StatusCode.ShouldBe(HttpStatusCode.OK, await patched.Content.ReadAsStringAsync());
    }

    private sealed class OwnYear : IAsyncDisposable
    {
        private readonly TemporaryFolder _data = new();

        public HostUnderTest Host { get; private set; } = null!;

        public static async Task<OwnYear> OfAsync(ServedYear year, Action<Microsoft.AspNetCore.Builder.WebApplicationBuilder>? configure = null)
        {
            var own = new OwnYear();
            year.CopyTo(own._data.Path);
            own.Host = await HostUnderTest.StartAsync(own._data.Path, configure ?? (_ => { }));
            return own;
        }

        public async Task<(HttpClient Client, PageClient Page)> ReporterAsync()
        {
            var client = await Host.SignInAsync(Commune + ".reporter");
            return (client, new PageClient(client));
        }

        public string[] WaitingFiles()
        {
            var folder = Path.Combine(_data.Path, "demo", "waiting");
            return Directory.Exists(folder) ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories) : [];
        }

        public async Task RestartAsync()
        {
            await Host.DisposeAsync();
            Host = await HostUnderTest.StartAsync(_data.Path);
        }

        /// <summary>A health station whose form nobody has sent.</summary>
        public async Task<(string Unit, string Form)> OpenStationAsync() => ((await OpenAsync("YT2")).First(unit => unit.StartsWith("TYT-", StringComparison.Ordinal)), "YT2");

        /// <summary>Schools of a form who have not sent it.</summary>
        public async Task<(string Form, string[] Units)> OpenSchoolsAsync() => ("GD1", await OpenAsync("GD1"));

        private async Task<string[]> OpenAsync(string form)
        {
            var sent = (await Host.Services.GetRequiredService<ISubmissionReader>().StandingsAsync("2026", "2026", [form], CancellationToken.None))
                .Where(s => s.State is not (SubmissionState.NotStarted or SubmissionState.Draft or SubmissionState.Returned)).Select(s => s.Unit).ToHashSet(StringComparer.Ordinal);
            var units = await (await Host.SignInAsync("standing")).GetJsonAsync("/api/v1/units?on=2026-11-30" + (form == "YT2" ? "&type=HEALTH_STATION" : "&type=SCHOOL"));
            return [.. units.EnumerateArray().Where(u => u.GetProperty("inPlan").GetBoolean()).Select(u => u.GetProperty("code").GetString()!).Where(u => !sent.Contains(u)).Order(StringComparer.Ordinal)];
        }

        public async ValueTask DisposeAsync()
        {
            await Host.DisposeAsync();
            _data.Dispose();
        }
    }
}
