using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using SocialWork.Host.Tests.Support;

namespace SocialWork.Host.Tests.Pages;

/// <summary>The pages on which a unit's officer fills in and sends a form, as a browser with and without script uses them.</summary>
[Collection(ServedYearTests.Name)]
public sealed partial class EntryTests(ServedYear year)
{
    private const string Form = "/submissions/2026/XP4/20044";
    private const string Api = "/api/v1" + Form;

    [Fact]
    public async Task A_form_is_filled_in_checked_and_sent_without_script()
    {
        await using var data = await OpenAsync();
        var reporter = await data.Host.SignInAsync("20044.reporter");
        var section = await SectionAsync(reporter);
        var posted = await PostAsync(reporter, section, Filled("5", "6", "4"), then: "next");
        posted.StatusCode.ShouldBe(HttpStatusCode.Redirect, await posted.Content.ReadAsStringAsync());
        posted.Headers.Location!.ToString().ShouldBe(Form + "/check");
        var values = (await reporter.GetJsonAsync(Api)).GetProperty("values");
        values.GetProperty("gd[TRE_EM_HCDB]").GetInt64().ShouldBe(5);
        values.GetProperty("gd[NKT_DBN]").GetProperty("empty").GetString().ShouldBe("notArising", "one key says it");

        var check = await GetAsync(reporter, Form + "/check");
        check.ShouldContain("Gửi lãnh đạo duyệt");
        var explained = Boxes().Matches(check).Select(m => WebUtility.HtmlDecode(m.Groups["name"].Value)).Where(name => name.StartsWith("e.", StringComparison.Ordinal)).ToDictionary(name => name, _ => "Đã đối chiếu với sổ theo dõi.", StringComparer.Ordinal);
        var undated = await PostAsync(reporter, Form + "/check", check, new(explained, StringComparer.Ordinal) { ["dataAsOf"] = string.Empty }, "send");
        (await undated.Content.ReadAsStringAsync()).ShouldContain("Hãy ghi ngày chốt số liệu");
        var again = await GetAsync(reporter, Form + "/check");
        var sent = await PostAsync(reporter, Form + "/check", again, new(explained, StringComparer.Ordinal) { ["dataAsOf"] = "31/10/2026" }, "send");
        sent.StatusCode.ShouldBe(HttpStatusCode.Redirect, await sent.Content.ReadAsStringAsync());
        (await reporter.GetJsonAsync(Api)).GetProperty("state").GetString().ShouldBe("submitted");
        (await GetAsync(reporter, Form)).ShouldContain("Chờ lãnh đạo duyệt");
    }

    [Fact]
    public async Task What_can_be_saved_is_saved_and_the_rest_stays_as_typed_with_its_fault_beside_it()
    {
        await using var data = await OpenAsync();
        var reporter = await data.Host.SignInAsync("20044.reporter");
        var posted = await PostAsync(reporter, await SectionAsync(reporter), Filled("mười", "6", "-4"), then: "stay");
        posted.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await posted.Content.ReadAsStringAsync();
        page.ShouldContain("Có chỗ chưa lưu được");
        page.ShouldContain("value=\"mười\"");
        page.ShouldContain("value=\"-4\"");
        page.ShouldContain("href=\"#c-gd-TRE_EM_HCDB-\"");
        var values = (await reporter.GetJsonAsync(Api)).GetProperty("values");
        values.GetProperty("nguoi[TRE_EM_HCDB]").GetInt64().ShouldBe(6);
        values.TryGetProperty("kp_thang[TRE_EM_HCDB]", out var money).ShouldBeFalse(money.ToString());
    }

    [Fact]
    public async Task Cells_are_saved_one_by_one_and_only_the_same_cell_of_two_people_is_a_conflict()
    {
        await using var data = await OpenAsync();
        var (first, second) = (await data.Host.SignInAsync("20044.reporter"), await data.Host.SignInAsync("20044.reporter"));
        var (firstPage, secondPage) = (await SectionAsync(first), await SectionAsync(second));

        (await CellAsync(first, firstPage, "gd[TRE_EM_HCDB]", "5")).GetProperty("saved").GetBoolean().ShouldBeTrue();
        var other = await CellAsync(second, secondPage, "nguoi[TRE_EM_HCDB]", "1.234");
        other.GetProperty("saved").GetBoolean().ShouldBeTrue("another cell is nobody's conflict");
        other.GetProperty("text").GetString().ShouldBe("1.234");
        var same = await CellAsync(second, secondPage, "gd[TRE_EM_HCDB]", "7");
        (same.GetProperty("saved").GetBoolean(), same.GetProperty("conflict").GetBoolean(), same.GetProperty("text").GetString()).ShouldBe((false, true, "5"));
        (await CellAsync(second, secondPage, "gd[TRE_EM_HCDB]", "7", same.GetProperty("mark").GetString())).GetProperty("saved").GetBoolean().ShouldBeTrue("who has seen it may replace it");
        (await CellAsync(first, firstPage, "kp_thang[TRE_EM_HCDB]", "5 triệu")).GetProperty("problem").GetString().ShouldNotBeNullOrEmpty();
        (await first.GetJsonAsync(Api)).GetProperty("values").GetProperty("gd[TRE_EM_HCDB]").GetInt64().ShouldBe(7);
    }

    [Fact]
    public async Task What_is_wrong_with_a_cell_is_told_again_when_another_is_saved()
    {
        await using var data = await OpenAsync();
        var reporter = await data.Host.SignInAsync("20044.reporter");
        var page = await SectionAsync(reporter);
        await CellAsync(reporter, page, "gd[TRE_EM_HCDB]", "5");
        var wrong = await CellsAsync(reporter, page, "nguoi[TRE_EM_HCDB]", "4");
        wrong.GetProperty("problems").GetProperty("gd[TRE_EM_HCDB]").GetString().ShouldBe("Mỗi gia đình, cá nhân nuôi ít nhất 01 người.");
        wrong.GetProperty("answered").GetInt32().ShouldBe(2);
        var right = await CellsAsync(reporter, page, "nguoi[TRE_EM_HCDB]", "6", wrong.GetProperty("cells").GetProperty("nguoi[TRE_EM_HCDB]").GetProperty("mark").GetString());
        right.GetProperty("problems").EnumerateObject().ShouldBeEmpty("it was put right in the other cell");
    }

    [Fact]
    public async Task A_comparison_of_many_cells_with_one_leads_to_the_one_and_is_told_beside_it_alone()
    {
        const string wrong = "Tổng người có nhu cầu phải từ giá trị lớn nhất đến tổng các nhóm.";
        await using var data = await OpenAsync();
        var reporter = await data.Host.SignInAsync("20044.reporter");
        var client = new FormClient(reporter, "XP5", "20044");
        var groups = Enumerable.Range(1, 8).Select(group => $"\"co_nhu_cau[DT{group}]\":5");
        await FormClient.OkAsync(client.PutAsync($"{{\"values\":{{{string.Join(',', groups)},\"kt_co_nhu_cau\":99}}}}"));
        (await GetAsync(reporter, "/submissions/2026/XP5/20044/check")).ShouldContain($"<a href=\"/submissions/2026/XP5/20044/khong_trung#c-kt_co_nhu_cau\">{wrong}</a>");
        (await GetAsync(reporter, "/submissions/2026/XP5/20044/nhom")).ShouldNotContain(wrong);
        (await GetAsync(reporter, "/submissions/2026/XP5/20044/khong_trung")).ShouldContain(wrong);
    }

    [Fact]
    public async Task A_warning_without_words_leads_to_the_box_for_them_and_a_returned_form_says_why_on_each_of_its_sections()
    {
        await using var data = await OpenAsync();
        var reporter = await data.Host.SignInAsync("20044.reporter");
        await PostAsync(reporter, "/submissions/2026/XP7/20044/ra_soat", await GetAsync(reporter, "/submissions/2026/XP7/20044/ra_soat"), Proposed(await GetAsync(reporter, "/submissions/2026/XP7/20044/ra_soat")), "next");
        const string check = "/submissions/2026/XP7/20044/check";
        var refused = await PostAsync(reporter, check, await GetAsync(reporter, check), new(StringComparer.Ordinal) { ["dataAsOf"] = "30/11/2026", ["e.XP7.r2"] = string.Empty }, "send");
        WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()).ShouldContain("<a href=\"#e-XP7-r2\">Không có đợt rà soát nhưng có đề xuất, kiểm tra lại.</a>");
        var sent = await PostAsync(reporter, check, await GetAsync(reporter, check), new(StringComparer.Ordinal) { ["dataAsOf"] = "30/11/2026", ["e.XP7.r2"] = "Đề xuất theo đơn của dân." }, "send");
        sent.StatusCode.ShouldBe(HttpStatusCode.Redirect, await sent.Content.ReadAsStringAsync());
        await FormClient.OkAsync(new FormClient(await data.Host.SignInAsync("20044.approver"), "XP7", "20044").PostAsync("return", """{"reason":"Đề nghị đối chiếu sổ.","cells":["de_xuat[DT1]"]}"""));
        var section = await GetAsync(reporter, "/submissions/2026/XP7/20044/ra_soat");
        section.ShouldContain("Đề nghị đối chiếu sổ.");
        section.ShouldContain("/submissions/2026/XP7/20044/ra_soat#c-de_xuat-DT1-");
    }

    [Fact]
    public async Task What_somebody_saved_cell_by_cell_is_one_line_of_the_history()
    {
        await using var data = await OpenAsync();
        var reporter = await data.Host.SignInAsync("20044.reporter");
        var page = await SectionAsync(reporter);
        await CellAsync(reporter, page, "gd[TRE_EM_HCDB]", "5");
        await CellAsync(reporter, page, "nguoi[TRE_EM_HCDB]", "6");
        await CellAsync(reporter, page, "kp_thang[TRE_EM_HCDB]", "4");
        var form = await GetAsync(reporter, Form);
        form.ShouldContain("Lịch sử xử lý (1 bước)");
        form.ShouldContain("Lưu số liệu (3 lần)");
    }

    [Fact]
    public async Task What_is_posted_after_the_session_ended_is_carried_through_the_sign_in_and_lost_nowhere()
    {
        await using var data = await OpenAsync();
        var reporter = await data.Host.SignInAsync("20044.reporter");
        var page = await SectionAsync(reporter);
        await reporter.DeleteAsync(new Uri("/api/v1/session", UriKind.Relative));

        var turnedAway = await PostAsync(reporter, page, Filled("5", "6", "4"), then: "stay", origin: true);
        turnedAway.StatusCode.ShouldBe(HttpStatusCode.OK);
        var signIn = await turnedAway.Content.ReadAsStringAsync();
        signIn.ShouldContain("Những gì bạn vừa nhập được giữ lại");
        var wrong = await PostAsync(reporter, "/sign-in", signIn, new(StringComparer.Ordinal) { ["UserName"] = "20044.reporter", ["Password"] = "wrong" }, null);
        var again = await wrong.Content.ReadAsStringAsync();
        again.ShouldContain("Những gì bạn vừa nhập được giữ lại");
        var signedIn = await PostAsync(reporter, "/sign-in", again, new(StringComparer.Ordinal) { ["UserName"] = "20044.reporter", ["Password"] = "demo-2026" }, null);
        var unsent = await signedIn.Content.ReadAsStringAsync();
        unsent.ShouldContain("Tiếp tục lưu");
        var saved = await PostAsync(reporter, await Section(), unsent, new(StringComparer.Ordinal), null);
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect, await saved.Content.ReadAsStringAsync());
        (await reporter.GetJsonAsync(Api)).GetProperty("values").GetProperty("gd[TRE_EM_HCDB]").GetInt64().ShouldBe(5);

        Task<string> Section() => Task.FromResult(page.Address);
    }

    [Fact]
    public async Task A_form_of_another_site_is_not_carried_into_a_sign_in()
    {
        var client = year.Host.Anonymous();
        using var body = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal) { ["c.gd[TRE_EM_HCDB]"] = "999" });
        using var request = new HttpRequestMessage(HttpMethod.Post, Form + "/gia_dinh") { Content = body };
        request.Headers.Add("Origin", "https://evil.example");
        (await client.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Who_reads_and_does_not_enter_sees_what_was_sent_and_small_numbers_hidden()
    {
        var leader = await year.Host.SignInAsync("leader");
        var communes = (await leader.GetJsonAsync("/api/v1/units?on=2026-11-30&type=COMMUNE")).EnumerateArray().Select(u => u.GetProperty("code").GetString()!);
        var masked = await communes.ToAsyncEnumerable().FirstAsync(async (unit, stop) => (await leader.GetStringAsync("/api/v1/submissions/2026/XP3/" + unit, stop)).Contains("\"masked\":true", StringComparison.Ordinal));
        var page = await GetAsync(leader, "/submissions/2026/XP3/" + masked);
        page.ShouldNotContain("<input class=\"form-control");
        page.ShouldContain("được che");
        (await leader.GetAsync(new Uri($"/submissions/2026/XP3/{masked}/nhom", UriKind.Relative))).Headers.Location!.ToString().ShouldBe("/submissions/2026/XP3/" + masked);
    }

    [Theory]
    [InlineData("truong mam non")]
    [InlineData("TRƯỜNG")]
    public async Task Facilities_are_found_without_accents_and_sorted_as_Vietnamese_sorts(string search)
    {
        var page = await GetAsync(await year.Host.SignInAsync("SGDDT.reporter"), "/submissions/2026/GD1?q=" + Uri.EscapeDataString(search));
        var names = Links().Matches(page).Select(m => WebUtility.HtmlDecode(m.Groups["name"].Value)).ToArray();
        names.Length.ShouldBe(50);
        names.ShouldBe(names.Order(StringComparer.Create(System.Globalization.CultureInfo.GetCultureInfo("vi-VN"), System.Globalization.CompareOptions.None)));
        page.ShouldContain("rel=\"next\"");
    }

    private async Task<OwnYear> OpenAsync()
    {
        var data = new TemporaryFolder();
        year.CopyTo(data.Path);
        return new OwnYear(data, await HostUnderTest.StartAsync(data.Path));
    }

    private static Dictionary<string, string> Filled(string families, string people, string money) => new(StringComparer.Ordinal)
    {
        ["c.gd[TRE_EM_HCDB]"] = families, ["c.gd[NKT_DBN]"] = "k", ["c.nguoi[TRE_EM_HCDB]"] = people, ["c.nguoi[NKT_DBN]"] = "KPS", ["c.kp_thang[TRE_EM_HCDB]"] = money, ["c.kp_thang[NKT_DBN]"] = "không phát sinh",
    };

    // The form's one section, with what stands in it.
    private static async Task<(string Address, string Html)> SectionAsync(HttpClient client)
    {
        var address = Sections().Match(await GetAsync(client, Form)).Groups["address"].Value;
        return (address, await GetAsync(client, address));
    }

    // Every cell “nothing arose”, but people proposed although nothing was reviewed.
    private static Dictionary<string, string> Proposed(string section) =>
        Cells().Matches(section).Select(m => m.Groups["name"].Value).Distinct(StringComparer.Ordinal).ToDictionary(name => name, name => name == "c.de_xuat[DT1]" ? "3" : "k", StringComparer.Ordinal);

    private static async Task<JsonElement> CellAsync(HttpClient client, (string Address, string Html) page, string cell, string text, string? mark = null) =>
        (await CellsAsync(client, page, cell, text, mark)).GetProperty("cells").GetProperty(cell);

    private static async Task<JsonElement> CellsAsync(HttpClient client, (string Address, string Html) page, string cell, string text, string? mark = null)
    {
        mark ??= MarkOf(page.Html, cell);
        using var body = new FormUrlEncodedContent(
        [
            new("__RequestVerificationToken", TokenOf(page.Html)), new("touched", cell), new("m." + cell, mark), new("c." + cell, text),
        ]);
        using var request = new HttpRequestMessage(HttpMethod.Post, page.Address + "?handler=Cells") { Content = body };
        request.Headers.Add("X-Requested-With", "cells");
        var response = await client.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        return await response.JsonAsync();
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, (string Address, string Html) page, Dictionary<string, string> typed, string? then, bool origin = false) =>
        PostAsync(client, page.Address, page.Html, typed, then, origin);

    // What a browser sends: everything hidden in the form, what was typed, and the button.
    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string address, string html, Dictionary<string, string> typed, string? then, bool origin = false)
    {
        var main = html[html.IndexOf("<main", StringComparison.Ordinal)..];
        var fields = Hidden().Matches(main).Select(m => KeyValuePair.Create(WebUtility.HtmlDecode(m.Groups["name"].Value), WebUtility.HtmlDecode(m.Groups["value"].Value))).Where(field => !typed.ContainsKey(field.Key)).Concat(typed);
        if (then is not null) fields = fields.Append(KeyValuePair.Create("then", then));
        using var body = new FormUrlEncodedContent(fields);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = body };
        if (origin) request.Headers.Add("Origin", client.BaseAddress!.GetLeftPart(UriPartial.Authority));
        return await client.SendAsync(request);
    }

    private static async Task<string> GetAsync(HttpClient client, string address)
    {
        var response = await client.GetAsync(new Uri(address, UriKind.Relative));
        response.StatusCode.ShouldBe(HttpStatusCode.OK, address);
        return WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()).Replace("&amp;", "&", StringComparison.Ordinal);
    }

    private static string TokenOf(string html) => Hidden().Matches(html[html.IndexOf("<main", StringComparison.Ordinal)..]).First(m => m.Groups["name"].Value == "__RequestVerificationToken").Groups["value"].Value;

    private static string MarkOf(string html, string cell) => Hidden().Matches(html).First(m => m.Groups["name"].Value == "m." + cell).Groups["value"].Value;

    [GeneratedRegex("<input (?:type=\"hidden\" name=\"(?<name>[^\"]+)\"|name=\"(?<name>[^\"]+)\" type=\"hidden\") value=\"(?<value>[^\"]*)\"", RegexOptions.None, 1000)]
    private static partial Regex Hidden();

    [GeneratedRegex("<input class=[^>]* name=\"(?<name>c\\.[^\"]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Cells();

    [GeneratedRegex("<textarea[^>]* name=\"(?<name>[^\"]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Boxes();

    [GeneratedRegex("<li class=\"row-link\">\\s*<a href=\"(?<address>[^\"]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Sections();

    [GeneratedRegex("<li class=\"row-link\">\\s*<a href=\"[^\"]+\">(?<name>[^<]+)</a>", RegexOptions.None, 1000)]
    private static partial Regex Links();

    private sealed record OwnYear(TemporaryFolder Data, HostUnderTest Host) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Host.DisposeAsync();
            Data.Dispose();
        }
    }
}
