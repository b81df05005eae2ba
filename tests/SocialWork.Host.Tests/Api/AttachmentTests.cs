using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using SocialWork.Core.Attachments;
using SocialWork.Host.Tests.Support;
using static SocialWork.Host.Tests.Support.FormClient;

namespace SocialWork.Host.Tests.Api;

/// <summary>Files are received, judged, kept and handed out over HTTP.</summary>
[Collection(ServedYearTests.Name)]
public sealed class AttachmentTests(ServedYear year)
{
    private const string Address = "/api/v1/attachments";

    // The one unit that has not sent its implementation plan.
    private const string Unit = "20179";

    [Fact]
    public async Task A_file_is_uploaded_referred_to_and_read_by_those_who_may_read_the_form_and_by_nobody_else()
    {
        using var data = new TemporaryFolder();
        year.CopyTo(data.Path);
        await using var host = await HostUnderTest.StartAsync(data.Path);
        var (reporter, colleague, standing, leader) = (await host.SignInAsync(Unit + ".reporter"), await host.SignInAsync(Unit + ".approver"), await host.SignInAsync("standing"), await host.SignInAsync("leader"));
        var stranger = await host.SignInAsync("19960.reporter");
        var content = Encoding.UTF8.GetBytes("%PDF-1.7 kế hoạch của phường");
        var id = Convert.ToHexStringLower(SHA256.HashData(content));

        for (var i = 0; i < 2; i++)
        {
            var uploaded = await reporter.UploadAsync("Kế hoạch 15.exe", content, "application/x-msdownload");
            uploaded.StatusCode.ShouldBe(HttpStatusCode.Created);
            var answer = await uploaded.JsonAsync();
            (answer.GetProperty("id").GetString(), answer.GetProperty("name").GetString(), answer.GetProperty("type").GetString(), answer.GetProperty("size").GetInt32())
                .ShouldBe((id, "Kế hoạch 15.exe.pdf", "application/pdf", content.Length));
        }

        File.Exists(Path.Combine(data.Path, "demo", "files", id[..2], id)).ShouldBeTrue();
        (await ReadAsync(reporter, id)).ShouldBe(HttpStatusCode.OK, "who uploaded it reads it");
        foreach (var other in new[] { colleague, standing, leader, stranger }) (await ReadAsync(other, id)).ShouldBe(HttpStatusCode.NotFound, "nothing refers to it yet");

        await RefusedAsync(new FormClient(stranger, "K1", "19960").PatchAsync($$$"""{"values":{"tep":"{{{id}}}"}}"""), HttpStatusCode.UnprocessableEntity, "form.valuesRefused");
        var own = new FormClient(reporter, "K1", Unit);
        await OkAsync(own.PutAsync($$$"""{"values":{"so_ky_hieu":"15/KH-UBND","ngay_bh":"2026-04-10","nguoi_ky":"Chủ tịch","co_muc_tieu":false,"tep":"{{{id}}}"},"dataAsOf":"2026-11-30"}"""));
        (await ReadAsync(colleague, id)).ShouldBe(HttpStatusCode.OK);
        (await ReadAsync(standing, id)).ShouldBe(HttpStatusCode.OK);
        (await ReadAsync(leader, id)).ShouldBe(HttpStatusCode.NotFound, "a leader sees no draft");
        await OkAsync(own.PostAsync("submit", await own.ExplanationsAsync()));
        (await ReadAsync(leader, id)).ShouldBe(HttpStatusCode.NotFound, "nor what waits for the head");
        await OkAsync(new FormClient(colleague, "K1", Unit).PostAsync("approve"));
        (await ReadAsync(leader, id)).ShouldBe(HttpStatusCode.OK);
        (await ReadAsync(stranger, id)).ShouldBe(HttpStatusCode.NotFound);

        var response = await standing.GetAsync(new Uri($"{Address}/{id}", UriKind.Relative));
        (await response.Content.ReadAsByteArrayAsync()).ShouldBe(content);
        response.Content.Headers.ContentType!.ToString().ShouldBe("application/pdf");
        response.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        response.Content.Headers.ContentDisposition.FileNameStar.ShouldBe("Kế hoạch 15.exe.pdf");
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        var log = (await (await host.SignInAsync("auditor")).GetJsonAsync("/api/v1/audit?entity=attachment/" + id)).GetRawText();
        log.ShouldContain("\"action\":\"Add\"");
        log.ShouldContain("\"action\":\"Read\"");

        // A file that is taken out of the draft before it was sent is no longer read through it.
        var other2 = (await (await reporter.UploadAsync("nhầm.pdf", "%PDF-1.7 tệp nhầm"u8.ToArray())).JsonAsync()).GetProperty("id").GetString()!;
        await OkAsync(new FormClient(standing, "K1", Unit).PostAsync("reopen", """{"reason":"Phường gửi nhầm tệp."}"""));
        await OkAsync(own.PatchAsync($$$"""{"values":{"tep":"{{{other2}}}"}}""", await own.ETagAsync()));
        (await ReadAsync(colleague, other2)).ShouldBe(HttpStatusCode.OK);
        await OkAsync(own.PatchAsync($$$"""{"values":{"tep":"{{{id}}}"}}"""));
        (await ReadAsync(colleague, other2)).ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("")]
    [InlineData("15-KH-UBND.pdf")]
    [InlineData("ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff")]
    public async Task A_reference_to_no_file_is_refused_with_its_cell(string reference)
    {
        var problem = await RefusedAsync(
            new FormClient(await year.Host.SignInAsync(Unit + ".reporter"), "K1", Unit).PutAsync($$$"""{"values":{"tep":"{{{reference}}}"}}"""), HttpStatusCode.UnprocessableEntity, "form.valuesRefused");
        problem.GetProperty("cells").EnumerateArray().ShouldHaveSingleItem().GetProperty("cell").GetString().ShouldBe("tep");
    }

    [Theory]
    [InlineData("plan.pdf", "MZ a program", "attachment.typeUnknown")]
    [InlineData("plan.pdf", "<html><script>alert(1)</script></html>", "attachment.typeUnknown")]
    [InlineData("plan.pdf", "", "attachment.empty")]
    [InlineData("..", "%PDF-1.7", "attachment.badName")]
    public async Task What_is_no_document_is_refused_whatever_it_is_called(string name, string content, string code) =>
        await RefusedAsync((await year.Host.SignInAsync(Unit + ".reporter")).UploadAsync(name, Encoding.UTF8.GetBytes(content), "application/pdf"), HttpStatusCode.UnprocessableEntity, code);

    [Fact]
    public async Task A_workbook_with_macros_is_refused_under_any_name()
    {
        await RefusedAsync((await year.Host.SignInAsync(Unit + ".reporter")).UploadAsync("sổ.xlsx", WithMacros()), HttpStatusCode.UnprocessableEntity, "attachment.macros");
    }

    [Fact]
    public async Task A_file_of_the_limit_is_taken_and_one_above_is_not_and_neither_stays_in_the_way()
    {
        using var data = new TemporaryFolder();
        year.CopyTo(data.Path);
        await using var host = await HostUnderTest.StartAsync(data.Path);
        var reporter = await host.SignInAsync(Unit + ".reporter");
        var largest = new byte[AttachmentLimits.MaxBytes];
        "%PDF-1.7"u8.CopyTo(largest);
        (await reporter.UploadAsync("lớn.pdf", largest)).StatusCode.ShouldBe(HttpStatusCode.Created);

        await RefusedAsync(reporter.UploadAsync("lớn.pdf", [.. largest, 0]), HttpStatusCode.RequestEntityTooLarge, "attachment.tooLarge");
        Directory.EnumerateFiles(Path.Combine(data.Path, "demo", "files"), "*", SearchOption.AllDirectories).ShouldHaveSingleItem();
        var json = await new FormClient(reporter, "K1", Unit).PutAsync("{\"values\":{\"so_ky_hieu\":\"" + new string('x', 1024 * 1024) + "\"}}");
        json.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge, "the larger limit is this address's alone");
    }

    [Fact]
    public async Task Two_files_none_and_another_kind_of_body_are_refused_and_nothing_is_kept()
    {
        using var data = new TemporaryFolder();
        year.CopyTo(data.Path);
        await using var host = await HostUnderTest.StartAsync(data.Path);
        var reporter = await host.SignInAsync(Unit + ".reporter");
        using var two = new MultipartFormDataContent { { new ByteArrayContent("%PDF-1.7 một"u8.ToArray()), "file", "1.pdf" }, { new ByteArrayContent("%PDF-1.7 hai"u8.ToArray()), "file", "2.pdf" } };
        await RefusedAsync(reporter.PostAsync(new Uri(Address, UriKind.Relative), two), HttpStatusCode.UnprocessableEntity, "attachment.oneFile");
        using var many = new ByteArrayContent([.. Enumerable.Repeat("--b\r\n\r\n\r\n"u8.ToArray(), 100).SelectMany(part => part), .. "--b--\r\n"u8]);
        many.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");
        await RefusedAsync(reporter.PostAsync(new Uri(Address, UriKind.Relative), many), HttpStatusCode.BadRequest, "attachment.notMultipart");
        using var none = new MultipartFormDataContent { { new StringContent("x"), "note" } };
        await RefusedAsync(reporter.PostAsync(new Uri(Address, UriKind.Relative), none), HttpStatusCode.UnprocessableEntity, "attachment.noFile");
        using var json = new StringContent("{}", Encoding.UTF8, "application/json");
        await RefusedAsync(reporter.PostAsync(new Uri(Address, UriKind.Relative), json), HttpStatusCode.BadRequest, "attachment.notMultipart");
        using var cut = new ByteArrayContent("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"1.pdf\"\r\n\r\n%PDF-1.7 cut off"u8.ToArray());
        cut.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");
        await RefusedAsync(reporter.PostAsync(new Uri(Address, UriKind.Relative), cut), HttpStatusCode.BadRequest, "attachment.notMultipart");
        Directory.EnumerateFiles(Path.Combine(data.Path, "demo", "files"), "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("leader")]
    [InlineData("admin")]
    [InlineData(Unit + ".approver")]
    public async Task Who_enters_no_data_uploads_nothing(string user) =>
        await RefusedAsync((await year.Host.SignInAsync(user)).UploadAsync("kế hoạch.pdf", "%PDF-1.7"u8.ToArray()), HttpStatusCode.Forbidden, "access.denied");

    [Theory]
    [InlineData("..%2F..%2Fsocialwork.db")]
    [InlineData("FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF")]
    [InlineData("x")]
    public async Task An_address_of_no_attachment_is_not_found(string id) =>
        (await ReadAsync(await year.Host.SignInAsync("standing"), id)).ShouldBe(HttpStatusCode.NotFound);

    private static byte[] WithMacros()
    {
        using var package = new MemoryStream();
        using (var zip = new ZipArchive(package, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var types = new StreamWriter(zip.CreateEntry("[Content_Types].xml").Open()))
                types.Write("<Types><Override ContentType=\"application/vnd.ms-excel.sheet.macroEnabled.main+xml\"/></Types>");
            zip.CreateEntry("xl/vbaProject.bin");
        }

        return package.ToArray();
    }

    private static async Task<HttpStatusCode> ReadAsync(HttpClient client, string id) => (await client.GetAsync(new Uri($"{Address}/{id}", UriKind.Relative))).StatusCode;
}
