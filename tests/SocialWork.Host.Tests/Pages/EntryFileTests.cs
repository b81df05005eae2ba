using System.Net;
using System.Security.Cryptography;
using SocialWork.Host.Tests.Support;

namespace SocialWork.Host.Tests.Pages;

/// <summary>Files of a form are chosen on its page, as a browser without script sends them.</summary>
[Collection(ServedYearTests.Name)]
public sealed class EntryFileTests(ServedYear year)
{
    // The one unit that has not sent its implementation plan.
    private const string Form = "/submissions/2026/K1/20179";
    private const string Section = Form + "/van_ban";
    private static readonly byte[] Plan = "%PDF-1.7 kế hoạch"u8.ToArray();

    [Fact]
    public async Task A_file_is_sent_with_what_was_typed_named_replaced_and_taken_off()
    {
        using var data = new TemporaryFolder();
        year.CopyTo(data.Path);
        await using var host = await HostUnderTest.StartAsync(data.Path);
        var client = await host.SignInAsync("20179.reporter");
        var page = new PageClient(client);
        var empty = await page.OpenAsync(Section);
        empty.ShouldContain("enctype=\"multipart/form-data\"");
        empty.ShouldContain("name=\"f.c.tep\"");
        empty.ShouldContain("tối đa 20 MB");

        (await SendAsync(page, ("c.so_ky_hieu", "15/KH-UBND"), ("ke-hoach.pdf", Plan))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await ValuesAsync(client)).ShouldBe(("15/KH-UBND", HashOf(Plan)));
        var filled = await page.OpenAsync(Section);
        filled.ShouldContain($"href=\"/api/v1/attachments/{HashOf(Plan)}\">Mở ke-hoach.pdf (1 KB)<");
        filled.ShouldContain($"<option value=\"{HashOf(Plan)}\" selected");
        (await page.TryAsync("/api/v1/attachments/" + HashOf(Plan))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await page.OpenAsync(Form + "/check")).ShouldContain(">ke-hoach.pdf (1 KB)<");

        // Sent without choosing again, it stays; another takes its place; an empty choice takes it off.
        (await SendAsync(page, ("c.tep", HashOf(Plan)), null)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await ValuesAsync(client)).File.ShouldBe(HashOf(Plan));
        var other = "%PDF-1.7 bản sửa"u8.ToArray();
        (await SendAsync(page, ("c.tep", HashOf(Plan)), ("ban-sua.pdf", other))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await ValuesAsync(client)).File.ShouldBe(HashOf(other));
        (await SendAsync(page, ("c.tep", string.Empty), null)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await ValuesAsync(client)).File.ShouldBeNull();
    }

    [Fact]
    public async Task A_file_that_is_refused_is_told_beside_its_box_and_costs_nothing_else_that_was_typed()
    {
        using var data = new TemporaryFolder();
        year.CopyTo(data.Path);
        await using var host = await HostUnderTest.StartAsync(data.Path);
        var client = await host.SignInAsync("20179.reporter");
        var page = new PageClient(client);
        var tooLarge = new byte[(20 * 1024 * 1024) + 1];
        Plan.CopyTo(tooLarge, 0);
        foreach (var (typed, name, content, said) in new[] { ("1/KH", "virus.pdf", "MZ is no document"u8.ToArray(), "PDF"), ("2/KH", "rong.pdf", Array.Empty<byte>(), "Tệp rỗng"), ("3/KH", "lon.pdf", tooLarge, "20 MB") })
        {
            var answer = await SendAsync(page, ("c.so_ky_hieu", typed), (name, content));
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, name);
            var shown = await PageClient.TextOf(answer);
            shown.ShouldContain("Có chỗ chưa lưu được");
            shown[shown.IndexOf("<main", StringComparison.Ordinal)..].ShouldContain("href=\"#c-tep\"");
            shown[shown.IndexOf("id=\"c-tep-p\"", StringComparison.Ordinal)..].ShouldContain(said, Case.Sensitive, name);
            (await ValuesAsync(client)).ShouldBe((typed, null), name);
        }
    }

    [Fact]
    public async Task What_was_typed_beside_a_file_is_carried_through_a_sign_in()
    {
        using var data = new TemporaryFolder();
        year.CopyTo(data.Path);
        await using var host = await HostUnderTest.StartAsync(data.Path);
        var client = await host.SignInAsync("20179.reporter");
        var page = new PageClient(client);
        await page.OpenAsync(Section);
        await client.DeleteAsync(new Uri("/api/v1/session", UriKind.Relative));

        using var form = new MultipartFormDataContent();
        form.Add(new ByteArrayContent(new byte[5 * 1024 * 1024]), "\"f.c.tep\"", "\"ke-hoach.pdf\"");
        form.Add(new StringContent("15/KH-UBND"), "\"c.so_ky_hieu\"");
        using var request = new HttpRequestMessage(HttpMethod.Post, Section) { Content = form };
        request.Headers.Add("Origin", client.BaseAddress!.GetLeftPart(UriPartial.Authority));
        var turnedAway = await PageClient.TextOf(await client.SendAsync(request));
        turnedAway.ShouldContain("Những gì bạn vừa nhập được giữ lại (trừ tệp đã chọn)");
        var signedIn = await PageClient.TextOf(await page.PostAsync("/sign-in", "/sign-in", ("UserName", "20179.reporter"), ("Password", "demo-2026"), ("Carried", PageClient.Hidden(turnedAway, "Carried"))));
        signedIn.ShouldContain("Tiếp tục lưu");
        PageClient.Hidden(signedIn, "c.so_ky_hieu").ShouldBe("15/KH-UBND");
        (await page.PostAsync(Section, Section, ("c.so_ky_hieu", PageClient.Hidden(signedIn, "c.so_ky_hieu")))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await ValuesAsync(client)).ShouldBe(("15/KH-UBND", null));
    }

    private static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    // A browser sends the box of a file even where none was chosen.
    private static Task<HttpResponseMessage> SendAsync(PageClient page, (string Name, string Value) typed, (string Name, byte[] Content)? file) =>
        page.UploadAsync(Section, Section, [typed, ("then", "stay")], ("f.c.tep", file?.Name ?? string.Empty, file?.Content ?? []));

    private static async Task<(string? Number, string? File)> ValuesAsync(HttpClient client)
    {
        var values = (await client.GetJsonAsync("/api/v1" + Form)).GetProperty("values");
        return (Of("so_ky_hieu"), Of("tep"));

        string? Of(string name) => values.TryGetProperty(name, out var value) ? value.GetString() : null;
    }
}
