using System.Net;
using SocialWork.Host.Tests.Support;
using static SocialWork.Host.Tests.Support.FormClient;

namespace SocialWork.Host.Tests.Api;

/// <summary>A facility submits; the agency that manages it, or the commune of its seat, forwards or returns; nobody else.</summary>
[Collection(ServedYearTests.Name)]
public sealed class FacilityWorkflowTests(ServedYear year)
{
    [Theory]
    [InlineData("YT2", "TYT-19960", "19960", "SYT")]
    [InlineData("YT1", "TYT-19960", "SYT", "19960")]
    public async Task A_facilitys_form_is_forwarded_or_returned_by_the_agency_or_commune_that_the_form_names(string form, string facility, string agency, string other)
    {
        using var data = new TemporaryFolder();
        year.CopyTo(data.Path);
        await using var host = await HostUnderTest.StartAsync(data.Path);
        async Task<FormClient> As(string user) => new(await host.SignInAsync(user), form, facility);
        var (standing, own, head) = (await As("standing"), await As(facility + ".reporter"), await As(agency + ".approver"));
        await RefusedAsync(own.PostAsync("reopen", """{"reason":"Tự mở lại."}"""), HttpStatusCode.Forbidden, "access.denied");
        await RefusedAsync(head.PostAsync("reopen", """{"reason":"Sở mở lại."}"""), HttpStatusCode.Forbidden, "access.denied");
        await RefusedAsync(standing.PostAsync("reopen", "{}"), HttpStatusCode.UnprocessableEntity, "submission.reasonMissing");
        await OkAsync(standing.PostAsync("reopen", """{"reason":"Trạm xin đính chính."}"""));

        var submitted = await OkAsync(own.PostAsync("submit", await own.ExplanationsAsync()));
        submitted.GetProperty("state").GetString().ShouldBe("submitted");
        await RefusedAsync((await As(facility + ".approver")).PostAsync("approve"), HttpStatusCode.Forbidden, "access.denied");
        await RefusedAsync((await As(other + ".approver")).PostAsync("approve"), HttpStatusCode.Forbidden, "access.denied");
        await RefusedAsync((await As(other + ".approver")).PostAsync("return", """{"reason":"Không thuộc thẩm quyền."}"""), HttpStatusCode.Forbidden, "access.denied");
        await RefusedAsync(standing.PostAsync("return", """{"reason":"Chưa đến lượt."}"""), HttpStatusCode.Forbidden, "access.denied");

        var returned = await OkAsync(head.PostAsync("return", """{"reason":"Đối chiếu lại sổ khám."}"""));
        returned.GetProperty("state").GetString().ShouldBe("returned");
        returned.GetProperty("countingVersion").GetInt32().ShouldBe(1, "what was sent before counts until a new version is sent");
        await OkAsync(own.PostAsync("submit", await own.ExplanationsAsync()));
        var sent = await OkAsync(head.PostAsync("approve"));
        (sent.GetProperty("state").GetString(), sent.GetProperty("countingVersion").GetInt32()).ShouldBe(("approved", 3));
        await OkAsync(standing.PostAsync("accept"));

        // The agency may enter and submit for its facility, too.
        await OkAsync(standing.PostAsync("reopen", """{"reason":"Sở đề nghị sửa."}"""));
        if (agency == "19960") await OkAsync((await As(agency + ".reporter")).PostAsync("submit", await own.ExplanationsAsync()));
        (await host.RecountAsync()).ShouldBeEmpty();
    }
}
