using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Shouldly;
using SocialWork.Host.Tests.Support;

namespace SocialWork.Host.Tests.Api;

/// <summary>Registers as other programs keep and read them, and as the report counts them.</summary>
[Collection(ServedYearTests.Name)]
public sealed class RegisterTests(ServedYear year)
{
    private const string Models = "/api/v1/registers/R9/entries";
    private const string Documents = "/api/v1/registers/R17/entries?plan=2026";
    private const string Shelters = "/api/v1/registers/R10/entries";

    [Fact]
    public async Task The_report_counts_operating_models_and_shelters_of_every_sector()
    {
        var client = await year.Host.SignInAsync("standing");
        var report = await client.GetJsonAsync("/api/v1/plans/2026/combined-report");
        foreach (var (code, entries) in new[] { ("BS12", Models), ("BS13", Shelters) })
        {
            var listed = (await client.GetJsonAsync($"{entries}?plan=2026&on=2026-11-30")).GetProperty("entries").EnumerateArray().ToArray();
            var operating = listed.Count(e => e.GetProperty("values").GetProperty("trang_thai").GetString() == "DANG_HOAT_DONG");
            operating.ShouldBeInRange(10, listed.Length - 1);
            var indicator = report.GetProperty("indicators").EnumerateArray().Single(i => i.GetProperty("indicator").GetString() == code);
            indicator.GetProperty("numerator").GetInt64().ShouldBe(operating);
            indicator.GetProperty("contributions").GetArrayLength().ShouldBe(9);
            indicator.GetProperty("provisional").GetBoolean().ShouldBeFalse();
        }
    }

    [Fact]
    public async Task A_change_reaches_the_report_and_its_lineage_at_once()
    {
        using var data = new TemporaryFolder();
        year.CopyTo(data.Path);
        await using var host = await HostUnderTest.StartAsync(data.Path);
        var (standing, commune) = (await host.SignInAsync("standing"), await host.SignInAsync("19960.reporter"));
        var before = await FigureAsync(standing, "BS12");
        (await FigureAsync(standing, "BS12@19960")).GetProperty("numerator").GetInt64().ShouldBe(0);

        var added = await commune.PostAsJsonAsync(Models + "?plan=2026", Entry("MH-19960-1"), CancellationToken.None);
        added.StatusCode.ShouldBe(HttpStatusCode.Created);
        var entry = await added.JsonAsync();
        var after = await FigureAsync(standing, "BS12");
        after.GetProperty("numerator").GetInt64().ShouldBe(before.GetProperty("numerator").GetInt64() + 1);
        var source = after.GetProperty("sources").EnumerateArray().Single(s => s.GetProperty("unit").GetString() == "19960");
        (source.GetProperty("module").GetString(), source.GetProperty("records").GetString(), source.GetProperty("entry").GetString()).ShouldBe(("communes", "R9", "MH-19960-1"));
        (await FigureAsync(standing, "BS12@19960")).GetProperty("numerator").GetInt64().ShouldBe(1);

        var address = $"{Models}/{entry.GetProperty("id").GetString()}?plan=2026";
        var suspended = await SendAsync(commune, HttpMethod.Patch, address, "\"1\"", new { values = new { trang_thai = "TAM_DUNG" } });
        suspended.Headers.ETag!.Tag.ShouldBe("\"2\"");
        (await FigureAsync(standing, "BS12")).GetProperty("numerator").GetInt64().ShouldBe(before.GetProperty("numerator").GetInt64());
        (await SendAsync(commune, HttpMethod.Patch, address, "\"1\"", new { values = new { ten = "Khác" } })).StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await SendAsync(commune, HttpMethod.Patch, address, null, new { values = new { ten = "Khác" } })).StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await SendAsync(commune, HttpMethod.Post, address.Replace("?", "/remove?", StringComparison.Ordinal), "\"2\"", new { reason = " " })).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await SendAsync(commune, HttpMethod.Post, address.Replace("?", "/remove?", StringComparison.Ordinal), "\"2\"", new { reason = "Nhập nhầm." })).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await commune.GetAsync(new Uri(address, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Bad_entries_are_refused_with_every_field_named_and_change_nothing()
    {
        var commune = await year.Host.SignInAsync("19960.reporter");
        var count = (await commune.GetJsonAsync(Models + "?plan=2026")).GetProperty("entries").GetArrayLength();

        var refused = await commune.PostAsJsonAsync(Models + "?plan=2026", new { unit = "19960", values = new { ma = "X", ma_xa = "SYT", bat_dau = "2026-05-01", ket_thuc = "2026-04-01", trang_thai = "DANG_HOAT_DONG" } }, CancellationToken.None);

        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var cells = (await refused.JsonAsync()).GetProperty("cells").EnumerateArray().Select(c => c.GetProperty("cell").GetString()).Distinct();
        cells.ShouldBe(["ten", "loai", "bat_dau", "ket_thuc", "ma_xa"], ignoreOrder: true);
        (await commune.PostAsJsonAsync(Models + "?plan=2026", new { unit = "19960", values = new { ma = 5, nope = 1 } }, CancellationToken.None)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await commune.PostAsJsonAsync(Models + "?plan=2026", new { unit = "19960" }, CancellationToken.None)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await commune.PostAsJsonAsync(Models + "?plan=2026", Entry("mh-stp-01"), CancellationToken.None)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await commune.PostAsJsonAsync("/api/v1/registers/R99/entries?plan=2026", Entry("A"), CancellationToken.None)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await commune.PostAsJsonAsync("/api/v1/registers/R15/entries?plan=2026", Entry("A"), CancellationToken.None)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await commune.GetJsonAsync(Models + "?plan=2026")).GetProperty("entries").GetArrayLength().ShouldBe(count);
    }

    [Fact]
    public async Task A_file_of_an_entry_exists_and_is_read_by_those_who_see_its_field()
    {
        using var data = new TemporaryFolder();
        year.CopyTo(data.Path);
        await using var host = await HostUnderTest.StartAsync(data.Path);
        var (keeper, standing, stranger) = (await host.SignInAsync("19960.reporter"), await host.SignInAsync("standing"), await host.SignInAsync("19789.reporter"));
        object Document(string file) => new { unit = "19960", values = new { loai = "KE_HOACH", so_ky_hieu = "15/KH-UBND", ngay = "2026-04-10", trich_yeu = "Kế hoạch phát triển công tác xã hội", tep = file } };
        var (none, before) = (new string('a', 64), (await keeper.GetJsonAsync(Documents)).GetProperty("entries").GetArrayLength());
        foreach (var file in new[] { none, "15.pdf" })
        {
            var refused = await keeper.PostAsJsonAsync(Documents, Document(file), CancellationToken.None);
            refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            (await refused.JsonAsync()).GetProperty("cells").EnumerateArray().ShouldHaveSingleItem().GetProperty("cell").GetString().ShouldBe("tep");
        }

        (await keeper.GetJsonAsync(Documents)).GetProperty("entries").GetArrayLength().ShouldBe(before);
        var id = (await (await keeper.UploadAsync("kế hoạch.pdf", "%PDF-1.7 kế hoạch"u8.ToArray())).JsonAsync()).GetProperty("id").GetString()!;
        (await ReadAsync(standing, id)).ShouldBe(HttpStatusCode.NotFound, "nothing refers to it yet");
        (await stranger.PostAsJsonAsync(Documents, new { unit = "19789", values = new { loai = "KE_HOACH", so_ky_hieu = "1/KH", ngay = "2026-04-10", trich_yeu = "Kế hoạch", tep = id } }, CancellationToken.None))
            .StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, "nobody reaches another's file by naming it");
        var added = await keeper.PostAsJsonAsync(Documents, Document(id), CancellationToken.None);
        added.StatusCode.ShouldBe(HttpStatusCode.Created, await added.Content.ReadAsStringAsync());
        (await ReadAsync(standing, id)).ShouldBe(HttpStatusCode.OK);
        (await ReadAsync(await host.SignInAsync("19960.approver"), id)).ShouldBe(HttpStatusCode.OK);
        (await ReadAsync(stranger, id)).ShouldBe(HttpStatusCode.NotFound, "the field is for the city");

        var address = $"/api/v1/registers/R17/entries/{(await added.JsonAsync()).GetProperty("id").GetString()}?plan=2026";
        (await SendAsync(keeper, HttpMethod.Patch, address, "\"1\"", new { values = new { tep = (string?)null } })).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await ReadAsync(standing, id)).ShouldBe(HttpStatusCode.NotFound, "the entry does not show it any more");

        async Task<HttpStatusCode> ReadAsync(HttpClient client, string file) => (await client.GetAsync(new Uri("/api/v1/attachments/" + file, UriKind.Relative))).StatusCode;
    }

    [Theory]
    [InlineData("19960.reporter", "19960", HttpStatusCode.Created)]
    [InlineData("19960.reporter", "TYT-19960", HttpStatusCode.Created)]
    [InlineData("SGDDT.reporter", "TH-19960-1", HttpStatusCode.Created)]
    [InlineData("19960.reporter", "TH-19960-1", HttpStatusCode.Forbidden)]
    [InlineData("19960.reporter", "19789", HttpStatusCode.Forbidden)]
    [InlineData("standing", "19960", HttpStatusCode.Forbidden)]
    [InlineData("admin", "19960", HttpStatusCode.Forbidden)]
    [InlineData("19960.reporter", "nowhere", HttpStatusCode.NotFound)]
    public async Task Entries_are_kept_by_the_unit_or_the_agency_that_answers_for_it(string user, string unit, HttpStatusCode expected)
    {
        using var data = new TemporaryFolder();
        year.CopyTo(data.Path);
        await using var host = await HostUnderTest.StartAsync(data.Path);
        var client = await host.SignInAsync(user);
        (await client.PostAsJsonAsync(Models + "?plan=2026", Entry("MH-ACCESS", unit), CancellationToken.None)).StatusCode.ShouldBe(expected);
    }

    [Fact]
    public async Task A_shelter_is_known_to_its_keeper_alone_and_to_the_standing_agency_as_a_number_of_its_keeper()
    {
        var (front, standing, leader, commune) =
            (await year.Host.SignInAsync("MTTQ.reporter"), await year.Host.SignInAsync("standing"), await year.Host.SignInAsync("leader"), await year.Host.SignInAsync("19960.reporter"));
        static string[] Fields(JsonElement page) => [.. page.GetProperty("entries")[0].GetProperty("values").EnumerateObject().Select(v => v.Name)];

        Fields(await front.GetJsonAsync(Shelters + "?plan=2026&unit=MTTQ")).ShouldBe(["ma", "suc_chua", "trong_quy_hoach", "trang_thai", "hieu_luc_tu"]);
        Fields(await standing.GetJsonAsync(Shelters + "?plan=2026&unit=MTTQ")).ShouldBe(["trong_quy_hoach", "trang_thai"]);
        (await leader.GetAsync(new Uri(Shelters + "?plan=2026", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await commune.GetAsync(new Uri(Shelters + "?plan=2026&unit=MTTQ", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await commune.GetJsonAsync(Shelters + "?plan=2026&unit=19960")).GetProperty("entries").GetArrayLength().ShouldBe(0);
        Fields(await leader.GetJsonAsync(Models + "?plan=2026")).ShouldNotContain("thu_huong");

        var known = (await FigureAsync(standing, "BS13")).GetProperty("sources").EnumerateArray().Single(s => s.GetProperty("unit").GetString() == "MTTQ");
        (known.GetProperty("value").GetInt64(), known.GetProperty("merged").GetInt32()).ShouldBe((26, 26));
        (await FigureAsync(leader, "BS13")).GetProperty("sources").EnumerateArray().ShouldAllBe(s => s.GetProperty("unit").ValueKind == JsonValueKind.Null);
        (await leader.GetAsync(new Uri("/api/v1/plans/2026/combined-report/figures/BS13@19789", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await (await year.Host.SignInAsync("auditor")).GetJsonAsync("/api/v1/audit?entity=register/R10")).EnumerateArray().ShouldAllBe(l => l.GetProperty("after").ValueKind == JsonValueKind.Null);
    }

    [Fact]
    public async Task A_register_says_its_fields_and_who_sees_them()
    {
        var client = await year.Host.SignInAsync("19960.reporter");
        (await client.GetJsonAsync("/api/v1/registers")).GetArrayLength().ShouldBe(15);
        var register = await client.GetJsonAsync("/api/v1/registers/R10");
        register.GetProperty("personalData").GetString().ShouldBe("sensitive");
        register.GetProperty("fields").EnumerateArray().Select(f => $"{f.GetProperty("id").GetString()} {f.GetProperty("visibleTo").GetString()}").ShouldBe(
            ["ma keeper", "suc_chua keeper", "trong_quy_hoach city", "trang_thai city", "hieu_luc_tu keeper", "hieu_luc_den keeper"]);
    }

    private static object Entry(string code, string unit = "19960") => new
    {
        unit,
        values = new { ma = code, ten = "Nhóm hỗ trợ tại chỗ", loai = "KHAC", bat_dau = "2026-02-01", trang_thai = "DANG_HOAT_DONG" },
    };

    private static Task<JsonElement> FigureAsync(HttpClient client, string figure) =>
        client.GetJsonAsync("/api/v1/plans/2026/combined-report/figures/" + Uri.EscapeDataString(figure));

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, HttpMethod method, string address, string? seen, object body)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative)) { Content = JsonContent.Create(body) };
        if (seen is not null) request.Headers.IfMatch.Add(new EntityTagHeaderValue(seen));
        return await client.SendAsync(request, CancellationToken.None);
    }
}
