using System.Net;
using SocialWork.Documents.Conformance;
using SocialWork.Host.Tests.Support;

namespace SocialWork.Host.Tests.Reports;

/// <summary>Documents are checked by the API and on a page, for everybody who is signed in.</summary>
[Collection(ServedYearTests.Name)]
public sealed class DocumentCheckTests(ServedYear year)
{
    private const string Page = "/documents/check";
    private static readonly Uri Api = new("/api/v1/documents/check", UriKind.Relative);

    [Fact]
    public async Task What_is_not_as_it_must_be_is_said_in_the_readers_language()
    {
        var (client, file) = (await year.Host.SignInAsync("19960.reporter"), await CombinedAsync());
        var answer = await (await SendAsync(client, Api, file)).JsonAsync();
        answer.GetProperty("conforms").GetBoolean().ShouldBeFalse();
        var finding = answer.GetProperty("findings").EnumerateArray().ShouldHaveSingleItem();
        finding.GetProperty("rule").GetString().ShouldBe("recipients.last");
        finding.GetProperty("place").GetString()!.ShouldStartWith("Đoạn ");
        finding.GetProperty("required").GetString()!.ShouldContain("Lưu: VT");
        var english = await (await SendAsync(client, new Uri(Api + "?lang=en", UriKind.Relative), file)).JsonAsync();
        english.GetProperty("findings")[0].GetProperty("place").GetString()!.ShouldStartWith("Paragraph ");
    }

    [Fact]
    public async Task A_document_that_conforms_says_so()
    {
        var client = await year.Host.SignInAsync("leader");
        var file = await (await year.Host.SignInAsync("standing")).GetByteArrayAsync(new Uri("/api/v1/plans/2026/agencies/SGDDT/report.docx", UriKind.Relative));
        (await (await SendAsync(client, Api, file)).JsonAsync()).GetProperty("conforms").GetBoolean().ShouldBeTrue();
        var shown = await PageClient.TextOf(await new PageClient(client).UploadAsync(Page, Page, [], ("file", "bao-cao.docx", file)));
        shown.ShouldContain("Không có điểm nào cần sửa");
        shown.ShouldContain("bao-cao.docx");
    }

    [Fact]
    public async Task The_page_lists_what_to_mend_and_shows_a_refusal_beside_the_field()
    {
        var pages = new PageClient(await year.Host.SignInAsync("20044.reporter"));
        var shown = await PageClient.TextOf(await pages.UploadAsync(Page, Page, [], ("file", "tong-hop.docx", await CombinedAsync())));
        shown.ShouldContain("1 điểm");
        shown.ShouldContain("recipients.last");
        var refused = await pages.UploadAsync(Page, Page, [], ("file", "a.docx", "not a document"u8.ToArray()));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var text = await PageClient.TextOf(refused);
        text.ShouldContain("role=\"alert\"");
        text.ShouldContain("id=\"file-error\"");
        text.ShouldContain("lưu lại thành .docx");
    }

    [Fact]
    public async Task What_cannot_be_received_is_refused_in_words_about_documents()
    {
        var client = await year.Host.SignInAsync("standing");
        using var none = new MultipartFormDataContent { { new StringContent("x"), "plan" } };
        (await Code(await client.PostAsync(Api, none))).ShouldBe((HttpStatusCode.BadRequest, "document.notSent"));
        (await Code(await SendAsync(client, Api, new byte[DecreeChecker.MaxBytes + 1]))).ShouldBe((HttpStatusCode.RequestEntityTooLarge, "document.tooLarge"));
        (await Code(await SendAsync(client, Api, "PK"u8.ToArray()))).ShouldBe((HttpStatusCode.UnprocessableEntity, "document.notWord"));
        (await SendAsync(year.Host.Anonymous(), Api, [1])).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private async Task<byte[]> CombinedAsync() => await (await year.Host.SignInAsync("standing")).GetByteArrayAsync(new Uri("/api/v1/plans/2026/combined-report.docx", UriKind.Relative));

    private static async Task<(HttpStatusCode, string?)> Code(HttpResponseMessage response) => (response.StatusCode, (await response.JsonAsync()).GetProperty("code").GetString());

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, Uri address, byte[] content)
    {
        using var body = new MultipartFormDataContent { { new ByteArrayContent(content), "file", "van-ban.docx" } };
        return await client.PostAsync(address, body);
    }
}
