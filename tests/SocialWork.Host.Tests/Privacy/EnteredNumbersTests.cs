using System.Net;
using System.Net.Http.Json;
using SocialWork.Host.Tests.Support;
using static SocialWork.Host.Tests.Support.FormClient;

namespace SocialWork.Host.Tests.Privacy;

/// <summary>Numbers that point at one person are refused wherever words are entered, and nothing is stored.</summary>
[Collection(ServedYearTests.Name)]
public sealed class EnteredNumbersTests(ServedYear year)
{
    private const string Code = "text.personalNumber";

    [Fact]
    public async Task A_citizens_or_mobile_number_in_a_form_an_explanation_a_reason_an_obstacle_or_a_register_is_refused()
    {
        using var data = new TemporaryFolder();
        year.CopyTo(data.Path);
        await using var host = await HostUnderTest.StartAsync(data.Path);
        var (standing, reporter) = (await host.SignInAsync("standing"), await host.SignInAsync("SYT.reporter"));
        await RefusedAsync(new FormClient(standing, "K1", "SYT").PostAsync("reopen", """{"reason":"Gọi 0912 345 678 để hỏi."}"""), HttpStatusCode.UnprocessableEntity, Code);
        await OkAsync(new FormClient(standing, "K1", "SYT").PostAsync("reopen", """{"reason":"Sai số văn bản 15/KH-UBND, gọi 0234 3822456."}"""));

        var form = new FormClient(reporter, "K1", "SYT");
        var before = await form.ETagAsync();
        var refused = await RefusedAsync(form.PatchAsync("""{"values":{"nguoi_ky":"Giám đốc, CCCD 046095001234"}}"""), HttpStatusCode.UnprocessableEntity, "form.valuesRefused");
        var cell = refused.GetProperty("cells")[0];
        (cell.GetProperty("cell").GetString(), cell.GetProperty("code").GetString()).ShouldBe(("nguoi_ky", Code));
        cell.GetProperty("message").GetString()!.ShouldContain("hãy bỏ dãy số này");
        await RefusedAsync(form.PatchAsync("""{"values":{},"explanations":{"K1.any":"Hỏi chị An, số 0912345678."}}"""), HttpStatusCode.UnprocessableEntity, "explanation.refused");
        (await form.ETagAsync()).ShouldBe(before);
        await OkAsync(form.PatchAsync("""{"values":{"nguoi_ky":"Giám đốc"}}"""));

        async Task ObstacleAsync(string description, HttpStatusCode expected)
        {
            using var sent = await reporter.PostAsJsonAsync("/api/v1/plans/2026/obstacles", new { description, level = "SO_Y_TE", proposal = "Bố trí kinh phí." });
            var text = await sent.Content.ReadAsStringAsync();
            sent.StatusCode.ShouldBe(expected, text);
            text.Contains(Code, StringComparison.Ordinal).ShouldBe(expected == HttpStatusCode.UnprocessableEntity);
        }

        await ObstacleAsync("Người dân có CMND 191234567 chưa được hỗ trợ.", HttpStatusCode.UnprocessableEntity);
        await ObstacleAsync("Thiếu 120000000000 đồng, theo văn bản 191234567.", HttpStatusCode.Created);

        async Task WorkerAsync(string contact, string person, HttpStatusCode expected)
        {
            var values = new { quyet_dinh = "12/QĐ-SYT", ma_nguoi = person, ho_ten = "Nguyễn Thị Thử", gioi = "NU", don_vi = "SYT", loai = "VIEN_CHUC", ma_xa = "19960", lien_he = contact, hieu_luc_tu = "2026-11-01" };
            using var sent = await reporter.PostAsJsonAsync("/api/v1/registers/R4/entries?plan=2026", new { unit = "SYT", values });
            var text = await sent.Content.ReadAsStringAsync();
            text.Contains(Code, StringComparison.Ordinal).ShouldBe(expected == HttpStatusCode.UnprocessableEntity, text);
        }

        await WorkerAsync("0912 345 678", "NLV-1", HttpStatusCode.Created);
        await WorkerAsync("0912 345 678", "046095001234", HttpStatusCode.UnprocessableEntity);
    }
}
