using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
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
    public async Task Unless_it_is_optional_administrators_and_the_standing_agency_do_nothing_before_it()
    {
        await using var own = await AccountsHost.StartAsync("--second-factor-optional", "false");
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

    [Fact]
    public async Task Recovery_codes_are_renewed_alone_with_the_password_and_the_old_ones_end()
    {
        var (member, _, codes) = await EnabledAsync();
        var client = await _accounts.SignInAsync(member, code: codes[0]);
        await client.PostAsync("/api/v1/account/second-factor/recovery-codes", new { password = "sai mật khẩu rồi" }).ShouldRefuseAsync(HttpStatusCode.Unauthorized, "session.refused");
        var renewed = await client.PostAsync("/api/v1/account/second-factor/recovery-codes", new { password = AccountsHost.Password }).ShouldAnswerAsync();
        var next = renewed.GetProperty("recoveryCodes").EnumerateArray().Select(c => c.GetString()!).ToArray();
        next.Distinct().Except(codes).Count().ShouldBe(10);
        await AccountsHost.TryAsync(_accounts.Host.Anonymous(), member, AccountsHost.Password, codes[1]).ShouldRefuseAsync(HttpStatusCode.Unauthorized, "session.codeWrong");
        await _accounts.SignInAsync(member, code: next[1]);
        (await _accounts.LogAsync(member)).ShouldContain("RecoveryCodes");

        var without = await _accounts.SignInAsync(await _accounts.MemberAsync("reporter", "SYT"));
        await without.PostAsync("/api/v1/account/second-factor/recovery-codes", new { password = AccountsHost.Password }).ShouldRefuseAsync(HttpStatusCode.Conflict, "secondFactor.off");
    }

    [Fact]
    public async Task A_key_stands_sealed_in_the_database_and_one_of_an_earlier_release_is_sealed_at_its_next_use()
    {
        var (member, key, _) = await EnabledAsync();
        StoredKey(member).ShouldStartWith("sealed:");
        string.Concat(_accounts.Rows("SELECT * FROM accounts")).ShouldNotContain(key);

        var store = _accounts.Host.Services.GetRequiredService<IAccountStore>();
        await store.WriteAsync(work => { work.Save(member, work.CredentialsOf(member) with { AuthenticatorKey = key }); return true; }, CancellationToken.None);
        StoredKey(member).ShouldBe(key);
        _accounts.Time.Advance(TimeSpan.FromSeconds(60));
        await _accounts.SignInAsync(member, code: TimeCodes.CodeAt(key, _accounts.Time.GetUtcNow()));
        StoredKey(member).ShouldStartWith("sealed:");
        _accounts.Time.Advance(TimeSpan.FromSeconds(60));
        await _accounts.SignInAsync(member, code: TimeCodes.CodeAt(key, _accounts.Time.GetUtcNow()));
    }

    [Fact]
    public async Task Where_the_keys_of_the_seal_are_lost_recovery_codes_still_open_and_a_reset_begins_anew()
    {
        await using var own = await AccountsHost.StartAsync();
        var member = await own.MemberAsync("reporter", "SYT");
        var client = await own.SignInAsync(member);
        var key = (await client.PostAsync("/api/v1/account/second-factor", new { password = AccountsHost.Password }).ShouldAnswerAsync()).GetProperty("key").GetString()!;
        var enabled = await client.PostAsync("/api/v1/account/second-factor/enable", new { code = TimeCodes.CodeAt(key, own.Time.GetUtcNow()) }).ShouldAnswerAsync();
        var recovery = enabled.GetProperty("recoveryCodes")[0].GetString()!;
        await own.RestartAsync(loseKeys: true);
        own.Time.Advance(TimeSpan.FromSeconds(60));
        var refused = await AccountsHost.TryAsync(own.Host.Anonymous(), member, AccountsHost.Password, TimeCodes.CodeAt(key, own.Time.GetUtcNow())).ShouldRefuseAsync(HttpStatusCode.Unauthorized, "session.keyLost");
        refused.GetProperty("detail").GetString()!.ShouldContain("mã dự phòng");
        await own.SignInAsync(member, code: recovery);
        var code = (await (await own.AdminAsync()).PostAsync($"/api/v1/accounts/{member}/reset", new { secondFactor = true }).ShouldAnswerAsync()).GetProperty("code").GetString()!;
        await own.ActivateAsync(code);
        await own.SignInAsync(member);
    }

    private string StoredKey(string member) => _accounts.Rows($"SELECT AuthenticatorKey FROM accounts WHERE Handle = '{member}'").Single();

    private async Task<(string Member, string Key, string[] Codes)> EnabledAsync()
    {
        var member = await _accounts.MemberAsync("reporter", "SYT");
        var client = await _accounts.SignInAsync(member);
        var key = (await client.PostAsync("/api/v1/account/second-factor", new { password = AccountsHost.Password }).ShouldAnswerAsync()).GetProperty("key").GetString()!;
        JsonElement codes = await client.PostAsync("/api/v1/account/second-factor/enable", new { code = TimeCodes.CodeAt(key, _accounts.Time.GetUtcNow()) }).ShouldAnswerAsync();
        return (member, key, [.. codes.GetProperty("recoveryCodes").EnumerateArray().Select(c => c.GetString()!)]);
    }
}
