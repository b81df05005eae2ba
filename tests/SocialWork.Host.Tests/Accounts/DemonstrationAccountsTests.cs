using System.Net;
using System.Net.Http.Headers;
using SocialWork.Host.Tests.Support;

namespace SocialWork.Host.Tests.Accounts;

/// <summary>The demonstration's accounts beside stored ones.</summary>
[Collection(ServedYearTests.Name)]
public sealed class DemonstrationAccountsTests(ServedYear year)
{
    [Fact]
    public async Task They_have_sessions_and_tokens_and_manage_stored_accounts_that_take_no_name_of_theirs()
    {
        using var data = new TemporaryFolder();
        year.CopyTo(data.Path);
        await using var host = await HostUnderTest.StartAsync(data.Path);
        var head = await host.SignInAsync("19960.approver");

        var made = await head.PostAsync("/api/v1/accounts", new { fullName = "Đỗ Thị Thật", memberships = new[] { new { role = "reporter", unit = "19960", from = "2026-01-01" } } }).ShouldAnswerAsync();
        var userName = made.GetProperty("userName").GetString()!;
        userName.ShouldBe("19960.reporter.2");
        var stored = host.Anonymous();
        await stored.PostAsync("/api/v1/session/password", new { code = made.GetProperty("code").GetString(), newPassword = AccountsHost.Password }).ShouldAnswerAsync();
        await AccountsHost.TryAsync(stored, userName, "demo-2026").ShouldRefuseAsync(HttpStatusCode.Unauthorized, "session.refused");
        await AccountsHost.TryAsync(stored, userName, AccountsHost.Password).ShouldAnswerAsync();
        (await stored.TryGetAsync("/api/v1/submissions/2026/XP1/19960")).StatusCode.ShouldBe(HttpStatusCode.OK);

        var station = await head.PostAsync("/api/v1/accounts", new { fullName = "Đỗ Thị Trạm", memberships = new[] { new { role = "reporter", unit = "TYT-19960", from = "2026-01-01" } } }).ShouldAnswerAsync();
        station.GetProperty("userName").GetString().ShouldBe("TYT-19960.reporter.2");
        (await head.GetJsonAsync("/api/v1/accounts")).GetArrayLength().ShouldBe(2);

        var token = (await head.PostAsync("/api/v1/tokens", new { name = "máy", expires = "2026-12-31" }).ShouldAnswerAsync()).GetProperty("token").GetString()!;
        var program = host.Anonymous();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        (await program.GetJsonAsync("/api/v1/session")).GetProperty("userName").GetString().ShouldBe("19960.approver");
        (await head.GetJsonAsync("/api/v1/sessions")).GetArrayLength().ShouldBe(1);
        await head.PostAsync("/api/v1/account/password", new { password = "demo-2026", newPassword = AccountsHost.Password }).ShouldRefuseAsync(HttpStatusCode.Conflict, "account.demonstration");
        (await (await head.TryGetAsync("/account")).Content.ReadAsStringAsync()).ShouldContain("tài khoản minh họa");
        await head.SendAsync(HttpMethod.Delete, "/api/v1/session").ShouldAnswerAsync();
        (await head.TryGetAsync("/api/v1/session")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Signing_in_does_not_make_a_report_of_the_same_data_another_one()
    {
        using var data = new TemporaryFolder();
        year.CopyTo(data.Path);
        await using var host = await HostUnderTest.StartAsync(data.Path);
        var client = await host.SignInAsync("standing");
        var before = (await client.TryGetAsync("/api/v1/plans/2026/combined-report")).Headers.ETag!.Tag;
        await host.SignInAsync("leader");
        (await client.TryGetAsync("/api/v1/plans/2026/combined-report")).Headers.ETag!.Tag.ShouldBe(before);
    }
}
