using System.Net;
using SocialWork.Host.Tests.Support;

namespace SocialWork.Host.Tests.Pages;

/// <summary>The pages on which the report is written, as a browser without script gets them.</summary>
[Collection(ServedYearTests.Name)]
public sealed class WordsPagesTests(ServedYear year)
{
    private const string Page = "/reports/2026/words/III.2";

    [Fact]
    public async Task The_report_leads_the_standing_agency_to_its_words_and_names_what_the_document_misses()
    {
        var (standing, leader) = (await PageClient.OfAsync(year.Host, "standing"), await PageClient.OfAsync(year.Host, "leader"));
        var report = await standing.OpenAsync("/reports/2026");
        report.ShouldContain("href=\"/reports/2026/words\"");
        report.ShouldContain("Văn bản Word còn thiếu: Số của báo cáo; Ngày ban hành;");
        (await leader.OpenAsync("/reports/2026")).ShouldNotContain("/reports/2026/words");
        var words = await standing.OpenAsync("/reports/2026/words");
        words.ShouldContain("href=\"/reports/2026/facts#Signer\">Họ và tên người ký");
        words.ShouldContain("III.2. Tồn tại, hạn chế");
        foreach (var address in new[] { "/reports/2026/words", Page, "/reports/2026/facts" })
            (await leader.TryAsync(address)).Headers.Location!.OriginalString.ShouldBe("/denied");
        (await standing.TryAsync("/reports/2026/words/VI")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await standing.TryAsync(Page + "/versions/1")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_section_is_previewed_saved_compared_restored_and_given_back()
    {
        using var data = new TemporaryFolder();
        year.CopyTo(data.Path);
        await using var host = await HostUnderTest.StartAsync(data.Path);
        var standing = await PageClient.OfAsync(host, "standing");
        (await standing.OpenAsync(Page)).ShouldContain("chưa ai sửa", Case.Insensitive);

        var preview = await PageClient.TextOf(await standing.PostAsync(Page, Page + "?handler=Preview", ("seen", "0"), ("text", "Mới đạt {{CT5.rate}}, tức 59%, và {{CT5.sai}}.")));
        preview.ShouldContain("<p>Mới đạt 59%, tức 59%, và «…».</p>");
        preview.ShouldContain("<a href=\"#text\">Dòng 1: Không có số liệu tên “CT5.sai”.");
        preview.ShouldContain("Số gõ tay “59%”");
        (await standing.OpenAsync(Page)).ShouldContain("chưa ai sửa", Case.Insensitive, "a preview keeps nothing");

        var refused = await standing.PostAsync(Page, Page + "?handler=Write", ("seen", "0"), ("text", "Còn {{CT5.sai}}."));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await PageClient.TextOf(refused)).ShouldContain("Còn {{CT5.sai}}.</textarea>");
        var saved = await DoneAsync(standing, await standing.PostAsync(Page, Page + "?handler=Write", ("seen", "0"), ("text", "Mới đạt {{CT5.rate}}.\r\nHai.")));
        saved.ShouldContain("Đã lưu.");
        saved.ShouldContain("<p>Mới đạt 59%.</p>");

        var overtaken = await standing.PostAsync(Page, Page + "?handler=Write", ("seen", "0"), ("text", "Lời của người chậm."));
        overtaken.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        var both = await PageClient.TextOf(overtaken);
        both.ShouldContain("Lời của người chậm.</textarea>");
        both.ShouldContain("<pre lang=\"vi\">Mới đạt {{CT5.rate}}.\nHai.</pre>");
        PageClient.Hidden(both, "seen").ShouldBe("1");
        await standing.PostAsync(Page, Page + "?handler=Write", ("seen", "1"), ("text", "Lời của người chậm.\nHai."));

        var version = await standing.OpenAsync(Page + "/versions/1");
        version.ShouldContain("<p>Mới đạt 59%.</p>");
        version.ShouldContain("<ul lang=\"vi\"> <li>Mới đạt {{CT5.rate}}.</li> </ul>");
        version.ShouldContain("<ul lang=\"vi\"> <li>Lời của người chậm.</li> </ul>");
        (await DoneAsync(standing, await standing.PostAsync(Page + "/versions/1", Page + "?handler=Restore", ("seen", "2"), ("version", "1")))).ShouldContain("Lấy lại phiên bản 1");
        (await DoneAsync(standing, await standing.PostAsync(Page, Page + "?handler=Automate", ("seen", "3")))).ShouldContain("Soạn tự động");
        (await standing.OpenAsync("/reports/2026")).ShouldContain("Tỷ lệ người đang làm việc được tập huấn kỹ năng công tác xã hội mới đạt 59%");
    }

    [Fact]
    public async Task A_changed_figure_is_shown_until_it_was_seen()
    {
        using var data = new TemporaryFolder();
        year.CopyTo(data.Path);
        await using var host = await HostUnderTest.StartAsync(data.Path);
        var standing = await PageClient.OfAsync(host, "standing");
        await standing.PostAsync(Page, Page + "?handler=Write", ("seen", "0"), ("text", "Có {{obstacles.count}} khó khăn."));
        var reporter = await host.SignInAsync("19960.reporter");
        using var raised = await System.Net.Http.Json.HttpClientJsonExtensions.PostAsJsonAsync(
            reporter, "/api/v1/plans/2026/obstacles", new { description = "Chưa có kinh phí tập huấn cho cộng tác viên.", level = "SO_Y_TE", proposal = "Bố trí kinh phí." });
        raised.StatusCode.ShouldBe(HttpStatusCode.Created);

        (await standing.OpenAsync("/reports/2026/words")).ShouldContain("1 số liệu đã thay đổi");
        (await standing.OpenAsync(Page)).ShouldContain("<th scope=\"row\" class=\"code\">obstacles.count</th><td lang=\"vi\">9</td><td lang=\"vi\"><strong>10</strong></td>");
        (await DoneAsync(standing, await standing.PostAsync(Page, Page + "?handler=See", ("seen", "1")))).ShouldNotContain("obstacles.count</th><td lang=\"vi\">9");
        (await standing.OpenAsync("/reports/2026/words")).ShouldNotContain("đã thay đổi");
    }

    [Fact]
    public async Task Figures_are_found_by_name_and_by_words_without_accents()
    {
        var standing = await PageClient.OfAsync(year.Host, "standing");
        (await standing.OpenAsync(Page + "?find=tap+huan")).ShouldContain("<code>{{CT5.rate}}</code></th><td lang=\"vi\">59%</td>");
        (await standing.OpenAsync(Page + "?find=ct5.RATE")).ShouldContain("<code>{{CT5.rate}}</code>");
        (await standing.OpenAsync(Page + "?find=khong-co-gi")).ShouldContain("Không có số liệu nào khớp");
        (await standing.OpenAsync(Page + "?find=a")).ShouldContain("hiện 60 số đầu");
    }

    [Fact]
    public async Task Facts_are_typed_refused_beside_their_fields_and_saved()
    {
        using var data = new TemporaryFolder();
        year.CopyTo(data.Path);
        await using var host = await HostUnderTest.StartAsync(data.Path);
        var standing = await PageClient.OfAsync(host, "standing");
        const string Address = "/reports/2026/facts";

        var refused = await standing.PostAsync(Address, Address, ("seen", "0"), ("Number", "năm"), ("Date", "5/13/2026"), ("Signer", "Người Ký"));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await PageClient.TextOf(refused);
        page.ShouldContain("<a href=\"#Number\">Số của báo cáo phải là một số nguyên từ 1 đến 9999");
        page.ShouldContain("id=\"Date-error\"");
        page.ShouldContain("value=\"Người Ký\"");
        var degree = await PageClient.TextOf(await standing.PostAsync(Address, Address, ("seen", "0"), ("Signer", "ThS. Người Ký")));
        degree.ShouldContain("<a href=\"#Signer\">Trước tên người ký không ghi học hàm, học vị, danh hiệu: bỏ “ThS.”.");
        var saved = await DoneAsync(standing, await standing.PostAsync(Address, Address, ("seen", "0"), ("Number", "5"), ("Date", "5/12/2026"), ("Signer", "Người Ký"), ("Recipients", "- Như trên;\r\n- Lưu: VT.")));
        saved.ShouldContain("Đã lưu.");
        saved.ShouldContain("value=\"05/12/2026\"");
        saved.ShouldContain("Như trên\nLưu: VT</textarea>");
        var stale = await standing.PostAsync(Address, Address, ("seen", "0"), ("Number", "6"));
        stale.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await PageClient.TextOf(stale)).ShouldContain("Sửa lần cuối: standing");
    }

    // What was done is shown on the page that it leads to.
    private static async Task<string> DoneAsync(PageClient client, HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.Found);
        return await client.OpenAsync(answer.Headers.Location!.OriginalString);
    }
}
