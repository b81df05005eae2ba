using System.Net;
using System.Text.Json;
using SocialWork.Core.Accounts;
using SocialWork.Host.Tests.Support;

namespace SocialWork.Host.Tests.Accounts;

/// <summary>A code besides the password.</summary>
public sealed class SecondFactorTests(SharedAccounts shared) : IClassFixture<SharedAccounts>
{
    private readonly AccountsHost _accounts = shared.Accounts;

    [Fact]
    public async Task It_is_set_up_with_the_password_and_a_first_code_and_asked_for_from_then_on()
    {
        var member = await _accounts.MemberAsync("reporter", "SYT");
        var client = await _accounts.SignInAsync(member);
        await client.PostAsync("/api/v1/account/second-factor", new { password = "sai mật khẩu rồi" }).ShouldRefuseAsync(HttpStatusCode.Unauthorized, "session.refused");
        await client.PostAsync("/api/v1/account/second-factor/enable", new { code = "000000" }).ShouldRefuseAsync(HttpStatusCode.Conflict, "secondFactor.notBegun");
        var begun = await client.PostAsync("/api/v1/account/second-factor", new { password = AccountsHost.Password }).ShouldAnswerAsync();
        var key = begun.GetProperty("key").GetString()!;
        begun.GetProperty("uri").GetString().ShouldBe($"otpauth://totp/SocialWork:{member}?secret={key}&issuer=SocialWork");
        await client.PostAsync("/api/v1/account/second-factor/enable", new { code = "abcdef" }).ShouldRefuseAsync(HttpStatusCode.UnprocessableEntity, "secondFactor.codeWrong");
        await _accounts.SignInAsync(member);

        var codes = await client.PostAsync("/api/v1/account/second-factor/enable", new { code = TimeCodes.CodeAt(key, _accounts.Time.GetUtcNow()) }).ShouldAnswerAsync();
        codes.GetProperty("recoveryCodes").EnumerateArray().Select(c => c.GetString()).Distinct().Count().ShouldBe(10);
        await AccountsHost.TryAsync(_accounts.Host.Anonymous(), member, AccountsHost.Password).ShouldRefuseAsync(HttpStatusCode.Unauthorized, "session.codeNeeded");
        await AccountsHost.TryAsync(_accounts.Host.Anonymous(), member, "sai mật khẩu rồi", "000000").ShouldRefuseAsync(HttpStatusCode.Unauthorized, "session.refused");
        _accounts.Time.Advance(TimeSpan.FromSeconds(30));
        await _accounts.SignInAsync(member, code: TimeCodes.CodeAt(key, _accounts.Time.GetUtcNow()));
        await client.PostAsync("/api/v1/account/second-factor", new { password = AccountsHost.Password }).ShouldRefuseAsync(HttpStatusCode.Conflict, "secondFactor.on");
    }

    [Fact]
    public async Task A_code_is_accepted_once_even_from_many_at_once()
    {
        var (member, key, _) = await EnabledAsync();
        _accounts.Time.Advance(TimeSpan.FromSeconds(60));
        var code = TimeCodes.CodeAt(key, _accounts.Time.GetUtcNow());
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => AccountsHost.TryAsync(_accounts.Host.Anonymous(), member, AccountsHost.Password, code)));
        answers.Count(a => a.IsSuccessStatusCode).ShouldBe(1);
        await AccountsHost.TryAsync(_accounts.Host.Anonymous(), member, AccountsHost.Password, code).ShouldRefuseAsync(HttpStatusCode.Unauthorized, "session.codeWrong");
    }

    [Fact]
    public async Task A_recovery_code_stands_for_a_code_once()
    {
        var (member, _, codes) = await EnabledAsync();
        await _accounts.SignInAsync(member, code: codes[3]);
        await AccountsHost.TryAsync(_accounts.Host.Anonymous(), member, AccountsHost.Password, codes[3]).ShouldRefuseAsync(HttpStatusCode.Unauthorized, "session.codeWrong");
        await _accounts.SignInAsync(member, code: codes[4].ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal));
        var stored = string.Concat(_accounts.Rows("SELECT * FROM accounts"));
        codes.ShouldAllBe(c => !stored.Contains(c, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Wrong_codes_are_counted_like_wrong_passwords_and_asking_for_the_code_is_not()
    {
        var (member, _, codes) = await EnabledAsync();
        for (var i = 0; i < 4; i++)
        {
            await AccountsHost.TryAsync(_accounts.Host.Anonymous(), member, AccountsHost.Password, "000000").ShouldRefuseAsync(HttpStatusCode.Unauthorized, "session.codeWrong");
            for (var asked = 0; asked < 6; asked++) await AccountsHost.TryAsync(_accounts.Host.Anonymous(), member, AccountsHost.Password).ShouldRefuseAsync(HttpStatusCode.Unauthorized, "session.codeNeeded");
        }

        await AccountsHost.TryAsync(_accounts.Host.Anonymous(), member, AccountsHost.Password, "000000").ShouldRefuseAsync(HttpStatusCode.Unauthorized, "session.codeWrong");
        await AccountsHost.TryAsync(_accounts.Host.Anonymous(), member, AccountsHost.Password, codes[0]).ShouldRefuseAsync(HttpStatusCode.TooManyRequests, "session.locked");
    }

    [Fact]
    public async Task It_is_switched_off_with_the_password_or_by_a_reset_that_says_so()
    {
        var (member, _, codes) = await EnabledAsync();
        var client = await _accounts.SignInAsync(member, code: codes[0]);
        await client.PostAsync("/api/v1/account/second-factor/disable", new { password = "sai mật khẩu rồi" }).ShouldRefuseAsync(HttpStatusCode.Unauthorized, "session.refused");
        await client.PostAsync("/api/v1/account/second-factor/disable", new { password = AccountsHost.Password }).ShouldAnswerAsync();
        await _accounts.SignInAsync(member);
        (await _accounts.LogAsync(member)).Where(a => a.StartsWith("SecondFactor", StringComparison.Ordinal)).ShouldBe(["SecondFactorOn", "SecondFactorOff"]);

        var (other, _, _) = await EnabledAsync();
        var admin = await _accounts.AdminAsync();
        await _accounts.ActivateAsync((await admin.PostAsync($"/api/v1/accounts/{other}/reset").ShouldAnswerAsync()).GetProperty("code").GetString()!);
        await AccountsHost.TryAsync(_accounts.Host.Anonymous(), other, AccountsHost.Password).ShouldRefuseAsync(HttpStatusCode.Unauthorized, "session.codeNeeded");
        await _accounts.ActivateAsync((await admin.PostAsync($"/api/v1/accounts/{other}/reset", new { secondFactor = true }).ShouldAnswerAsync()).GetProperty("code").GetString()!);
        await _accounts.SignInAsync(other);
    }

    [Fact]
    public async Task Where_it_is_required_administrators_and_the_standing_agency_do_nothing_before_it()
    {
        await using var own = await AccountsHost.StartAsync("--require-second-factor");
        var admin = await own.AdminAsync();
        await admin.SendAsync(HttpMethod.Get, "/api/v1/plans").ShouldRefuseAsync(HttpStatusCode.Forbidden, "session.secondFactorNeeded");
        await admin.SendAsync(HttpMethod.Get, "/api/v1/accounts").ShouldRefuseAsync(HttpStatusCode.Forbidden, "session.secondFactorNeeded");
        await admin.SendAsync(HttpMethod.Post, "/api/v1/tokens", new { name = "lối tắt", expires = "2026-12-31" }).ShouldRefuseAsync(HttpStatusCode.Forbidden, "session.secondFactorNeeded");
        (await admin.TryGetAsync("/")).Headers.Location!.ToString().ShouldBe("/account");
        (await admin.TryGetAsync("/account")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var key = (await admin.PostAsync("/api/v1/account/second-factor", new { password = AccountsHost.Password }).ShouldAnswerAsync()).GetProperty("key").GetString()!;
        await admin.PostAsync("/api/v1/account/second-factor/enable", new { code = TimeCodes.CodeAt(key, own.Time.GetUtcNow()) }).ShouldAnswerAsync();
        (await admin.TryGetAsync("/api/v1/accounts")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var standing = await own.SignInAsync(await own.MemberAsync("standingAgency", null, by: admin));
        await standing.SendAsync(HttpMethod.Get, "/api/v1/plans").ShouldRefuseAsync(HttpStatusCode.Forbidden, "session.secondFactorNeeded");
        var reporter = await own.SignInAsync(await own.MemberAsync("reporter", "SYT", by: admin));
        (await reporter.TryGetAsync("/api/v1/plans")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private async Task<(string Member, string Key, string[] Codes)> EnabledAsync()
    {
        var member = await _accounts.MemberAsync("reporter", "SYT");
        var client = await _accounts.SignInAsync(member);
        var key = (await client.PostAsync("/api/v1/account/second-factor", new { password = AccountsHost.Password }).ShouldAnswerAsync()).GetProperty("key").GetString()!;
        JsonElement codes = await client.PostAsync("/api/v1/account/second-factor/enable", new { code = TimeCodes.CodeAt(key, _accounts.Time.GetUtcNow()) }).ShouldAnswerAsync();
        return (member, key, [.. codes.GetProperty("recoveryCodes").EnumerateArray().Select(c => c.GetString()!)]);
    }
}
