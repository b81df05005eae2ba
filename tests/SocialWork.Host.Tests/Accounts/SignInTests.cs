using System.Net;
using System.Net.Http.Json;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SocialWork.Host.Tests.Support;

namespace SocialWork.Host.Tests.Accounts;

/// <summary>Who is let in, and who is not.</summary>
public sealed class SignInTests(SharedAccounts shared) : IClassFixture<SharedAccounts>
{
    private readonly AccountsHost _accounts = shared.Accounts;

    [Fact]
    public async Task The_first_start_prints_a_one_time_password_that_must_be_replaced()
    {
        await using var fresh = await AccountsHost.StartUnusedAsync();
        var (client, printed) = (fresh.Host.Anonymous(), fresh.PrintedCode());
        fresh.Console.ToString().ShouldContain("admin");
        await AccountsHost.TryAsync(client, "admin", printed).ShouldRefuseAsync(HttpStatusCode.Unauthorized, "session.passwordExpired");
        await client.PostAsync("/api/v1/session/password", new { userName = "admin", password = printed, newPassword = "ngắn quá" }).ShouldRefuseAsync(HttpStatusCode.UnprocessableEntity, "password.tooShort");
        (await client.PostAsync("/api/v1/session/password", new { userName = "admin", password = printed, newPassword = AccountsHost.Password }).ShouldAnswerAsync()).GetProperty("userName").GetString().ShouldBe("admin");
        await AccountsHost.TryAsync(client, "admin", printed).ShouldRefuseAsync(HttpStatusCode.Unauthorized, "session.refused");
        (await (await fresh.SignInAsync("admin")).GetJsonAsync("/api/v1/session")).GetProperty("roles")[0].GetString().ShouldBe("administrator");
    }

    [Fact]
    public async Task Each_start_prints_another_until_one_was_used_and_then_none()
    {
        await using var fresh = await AccountsHost.StartUnusedAsync();
        var first = fresh.PrintedCode();
        await fresh.RestartAsync();
        var second = fresh.PrintedCode();
        second.ShouldNotBe(first);
        await fresh.Host.Anonymous().PostAsync("/api/v1/session/password", new { code = first, newPassword = AccountsHost.Password }).ShouldRefuseAsync(HttpStatusCode.Unauthorized, "session.codeUnknown");
        await fresh.ActivateAsync(second);
        await fresh.RestartAsync();
        fresh.PrintedCode().ShouldBe(second);
        (await fresh.LogAsync("admin"))[..3].ShouldBe(["Add", "Reset", "Activate"]);
    }

    [Fact]
    public async Task Without_a_demonstration_no_demonstration_account_exists()
    {
        foreach (var name in new[] { "standing", "leader", "SGDDT.approver" })
            await AccountsHost.TryAsync(_accounts.Host.Anonymous(), name, "demo-2026").ShouldRefuseAsync(HttpStatusCode.Unauthorized, "session.refused");
    }

    [Fact]
    public async Task Of_200_guesses_at_once_exactly_five_are_looked_at()
    {
        var member = await _accounts.MemberAsync("reporter", "SYT");
        var hash = _accounts.Rows($"SELECT PasswordHash FROM accounts WHERE Handle = '{member}'").Single();
        var clients = Enumerable.Range(0, 20).Select(_ => _accounts.Host.Anonymous()).ToArray();
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => AccountsHost.TryAsync(clients[i % clients.Length], member, $"guess number {i}")));
        _accounts.Passwords.Of(hash).ShouldBe(5);
        answers.Count(a => a.StatusCode == HttpStatusCode.Unauthorized).ShouldBe(5);
        answers.Count(a => a.StatusCode == HttpStatusCode.TooManyRequests).ShouldBe(195);

        var locked = await AccountsHost.TryAsync(clients[0], member, AccountsHost.Password);
        (await Task.FromResult(locked).ShouldRefuseAsync(HttpStatusCode.TooManyRequests, "session.locked")).GetProperty("detail").GetString()!.ShouldContain("15 phút");
        locked.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromMinutes(15));
        _accounts.Passwords.Of(hash).ShouldBe(5, "not even the right one is looked at");
        _accounts.Time.Advance(TimeSpan.FromMinutes(15));
        await _accounts.SignInAsync(member);
    }

    [Fact]
    public async Task Others_who_guess_do_not_lock_out_a_browser_that_has_signed_in_before()
    {
        var member = await _accounts.MemberAsync("reporter", "SYT");
        var hash = _accounts.Rows($"SELECT PasswordHash FROM accounts WHERE Handle = '{member}'").Single();
        var known = await _accounts.SignInAsync(member);
        await known.SendAsync(HttpMethod.Delete, "/api/v1/session").ShouldAnswerAsync();
        var looked = _accounts.Passwords.Of(hash);
        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => AccountsHost.TryAsync(_accounts.Host.Anonymous(), member, $"guess number {i}")));
        (_accounts.Passwords.Of(hash) - looked).ShouldBe(5);
        await AccountsHost.TryAsync(_accounts.Host.Anonymous(), member, AccountsHost.Password).ShouldRefuseAsync(HttpStatusCode.TooManyRequests, "session.locked");

        (await AccountsHost.TryAsync(known, member, AccountsHost.Password)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await known.PostAsync("/api/v1/account/password", new { password = "sai mật khẩu rồi", newPassword = "x" }).ShouldRefuseAsync(HttpStatusCode.Unauthorized, "session.refused");
        await AccountsHost.TryAsync(_accounts.Host.Anonymous(), member, AccountsHost.Password).ShouldRefuseAsync(HttpStatusCode.TooManyRequests, "session.locked");
    }

    [Fact]
    public async Task A_known_browser_is_locked_by_its_own_failures_and_known_for_its_own_account_alone()
    {
        var (member, other) = (await _accounts.MemberAsync("reporter", "SYT"), await _accounts.MemberAsync("reporter", "SYT"));
        var known = await _accounts.SignInAsync(member);
        for (var i = 0; i < 5; i++) await AccountsHost.TryAsync(known, member, "sai mật khẩu rồi").ShouldRefuseAsync(HttpStatusCode.Unauthorized, "session.refused");
        await AccountsHost.TryAsync(known, member, AccountsHost.Password).ShouldRefuseAsync(HttpStatusCode.TooManyRequests, "session.locked");
        await _accounts.SignInAsync(member);

        for (var i = 0; i < 5; i++) await AccountsHost.TryAsync(known, other, "sai mật khẩu rồi").ShouldRefuseAsync(HttpStatusCode.Unauthorized, "session.refused");
        await AccountsHost.TryAsync(_accounts.Host.Anonymous(), other, AccountsHost.Password).ShouldRefuseAsync(HttpStatusCode.TooManyRequests, "session.locked");
    }

    [Fact]
    public async Task A_name_that_does_not_exist_is_answered_and_locked_as_one_that_does()
    {
        var member = await _accounts.MemberAsync("reporter", "STP");
        var waiting = (await _accounts.AddAsync("reporter", "STP")).GetProperty("userName").GetString()!;
        var closed = await _accounts.MemberAsync("reporter", "STP");
        await (await _accounts.AdminAsync()).PostAsync($"/api/v1/accounts/{closed}/disable").ShouldAnswerAsync();
        string[] names = [member, waiting, closed, "STP.reporter.99", "không có"];
        for (var i = 0; i < 7; i++)
        {
            var shapes = new List<string>();
            foreach (var name in names)
            {
                var looked = _accounts.Passwords.All;
                var response = await AccountsHost.TryAsync(_accounts.Host.Anonymous(), name, "không phải mật khẩu này");
                var headers = string.Join(',', response.Headers.Concat(response.Content.Headers).Where(h => h.Key != "Date").Select(h => $"{h.Key}={string.Join(' ', h.Value)}").Order(StringComparer.Ordinal));
                shapes.Add($"{response.StatusCode} {headers} {await response.Content.ReadAsStringAsync()} looked at {_accounts.Passwords.All - looked}");
            }

            shapes.Distinct().Count().ShouldBe(1, string.Join('\n', shapes.Distinct()));
            shapes[0].ShouldContain(i < 5 ? "session.refused" : "session.locked");
            shapes[0].ShouldEndWith(i < 5 ? "looked at 1" : "looked at 0");
        }
    }

    [Fact]
    public async Task A_right_password_clears_what_was_counted()
    {
        var member = await _accounts.MemberAsync("reporter", "SNV");
        for (var i = 0; i < 3; i++)
        {
            for (var wrong = 0; wrong < 4; wrong++) await AccountsHost.TryAsync(_accounts.Host.Anonymous(), member, "sai mật khẩu rồi").ShouldRefuseAsync(HttpStatusCode.Unauthorized, "session.refused");
            await _accounts.SignInAsync(member);
        }
    }

    [Fact]
    public async Task A_user_name_is_typed_with_or_without_capitals_and_a_password_is_not()
    {
        var member = await _accounts.MemberAsync("reporter", "STC");
        await _accounts.SignInAsync(" " + member.ToLowerInvariant() + " ");
        await AccountsHost.TryAsync(_accounts.Host.Anonymous(), member, AccountsHost.Password.ToUpperInvariant()).ShouldRefuseAsync(HttpStatusCode.Unauthorized, "session.refused");
    }

    [Fact]
    public async Task Extra_members_of_the_sign_in_give_nothing()
    {
        var member = await _accounts.MemberAsync("reporter", "SYT");
        var client = _accounts.Host.Anonymous();
        var body = new { userName = member, password = AccountsHost.Password, roles = new[] { "administrator" }, isAdmin = true, unit = "SGDDT" };
        await client.PostAsync("/api/v1/session", body).ShouldAnswerAsync();
        var actor = await client.GetJsonAsync("/api/v1/session");
        actor.GetProperty("roles").EnumerateArray().Single().GetString().ShouldBe("reporter");
        actor.GetProperty("unit").GetString().ShouldBe("SYT");
        (await client.TryGetAsync("/api/v1/accounts")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_cookie_holds_the_handle_and_the_session_and_nothing_else()
    {
        var client = _accounts.Host.Anonymous();
        var response = await AccountsHost.TryAsync(client, "admin", AccountsHost.Password);
        var cookie = response.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("socialwork=", StringComparison.Ordinal));
        cookie.ShouldContain("httponly", Case.Insensitive);
        cookie.ShouldContain("samesite=strict", Case.Insensitive);
        var format = _accounts.Host.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(CookieAuthenticationDefaults.AuthenticationScheme).TicketDataFormat;
        var claims = format.Unprotect(cookie.Split(';')[0]["socialwork=".Length..])!.Principal.Claims.ToArray();
        claims.Select(c => c.Type).ShouldBe([ClaimTypes.Name, ClaimTypes.NameIdentifier, "session"]);
        claims[..2].ShouldAllBe(c => c.Value == "admin");
    }

    [Fact]
    public async Task Every_sign_in_has_a_session_of_its_own_and_ends_the_one_that_the_browser_brought()
    {
        var member = await _accounts.MemberAsync("reporter", "SYT");
        var fixedBefore = _accounts.Host.Anonymous();
        fixedBefore.DefaultRequestHeaders.Add("Cookie", "socialwork=chosen-by-an-attacker");
        var first = await CookieAsync(fixedBefore, member);
        first.ShouldNotContain("chosen-by-an-attacker");
        var again = _accounts.Host.Anonymous();
        again.DefaultRequestHeaders.Add("Cookie", first);
        var second = await CookieAsync(again, member);
        second.ShouldNotBe(first);
        (await WithAsync(first)).ShouldBe(HttpStatusCode.Unauthorized);
        (await WithAsync(second)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_copied_cookie_is_worth_nothing_after_sign_out()
    {
        var client = _accounts.Host.Anonymous();
        var copy = await CookieAsync(client, "admin");
        (await WithAsync(copy)).ShouldBe(HttpStatusCode.OK);
        (await client.SendAsync(HttpMethod.Delete, "/api/v1/session")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await WithAsync(copy)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_session_that_is_ended_elsewhere_ends_while_it_is_in_use()
    {
        var member = await _accounts.MemberAsync("reporter", "SYT");
        var (used, other) = (await _accounts.SignInAsync(member), await _accounts.SignInAsync(member));
        (await used.TryGetAsync("/api/v1/plans")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var sessions = (await other.GetJsonAsync("/api/v1/sessions")).EnumerateArray().ToArray();
        sessions.Length.ShouldBe(2);
        var id = sessions.Single(s => !s.GetProperty("isCurrent").GetBoolean()).GetProperty("id").GetString();
        (await other.SendAsync(HttpMethod.Delete, "/api/v1/sessions/" + id)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await used.TryGetAsync("/api/v1/plans")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        await other.SendAsync(HttpMethod.Delete, "/api/v1/sessions/" + id).ShouldRefuseAsync(HttpStatusCode.NotFound, "session.unknown");
        (await (await _accounts.SignInAsync("admin")).SendAsync(HttpMethod.Delete, "/api/v1/sessions/" + sessions[0].GetProperty("id").GetString())).StatusCode.ShouldBe(HttpStatusCode.NotFound, "another's session is nobody's to end");
    }

    [Fact]
    public async Task A_session_ends_after_eight_hours_used_or_not_and_its_last_use_is_kept()
    {
        var member = await _accounts.MemberAsync("reporter", "SYT");
        var client = await _accounts.SignInAsync(member);
        _accounts.Time.Advance(TimeSpan.FromHours(8) - TimeSpan.FromMinutes(1));
        (await client.TryGetAsync("/api/v1/plans")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var session = (await client.GetJsonAsync("/api/v1/sessions"))[0];
        (session.GetProperty("lastSeenAt").GetDateTimeOffset() - session.GetProperty("createdAt").GetDateTimeOffset()).ShouldBe(TimeSpan.FromMinutes(479));
        _accounts.Time.Advance(TimeSpan.FromMinutes(1));
        (await client.TryGetAsync("/api/v1/plans")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_role_that_ends_today_is_gone_today_in_the_middle_of_a_session()
    {
        var tomorrow = Core.Time.CityClock.DateIn(_accounts.Time.GetUtcNow()).AddDays(1);
        var member = await _accounts.MemberAsync("reporter", "SYT", to: tomorrow.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        // From a moment less than eight hours before midnight in the city.
        var midnight = Core.Time.CityClock.StartOf(tomorrow);
        _accounts.Time.Advance(midnight - TimeSpan.FromHours(1) - _accounts.Time.GetUtcNow());
        var client = await _accounts.SignInAsync(member);
        (await client.TryGetAsync("/api/v1/plans")).StatusCode.ShouldBe(HttpStatusCode.OK);
        _accounts.Time.Advance(TimeSpan.FromHours(1));
        (await client.TryGetAsync("/api/v1/plans")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        await AccountsHost.TryAsync(client, member, AccountsHost.Password).ShouldRefuseAsync(HttpStatusCode.Forbidden, "session.closed");
    }

    [Fact]
    public async Task A_shut_account_is_out_at_once_and_a_changed_role_is_felt_at_once()
    {
        var member = await _accounts.MemberAsync("reporter", "SYT");
        var (client, admin) = (await _accounts.SignInAsync(member), await _accounts.AdminAsync());
        var seen = (await admin.TryGetAsync("/api/v1/accounts/" + member)).Headers.ETag!.Tag;
        await admin.SendAsync(HttpMethod.Patch, "/api/v1/accounts/" + member, new { memberships = new[] { new { role = "auditor", from = "2026-01-01" } } }, seen).ShouldAnswerAsync();
        (await client.GetJsonAsync("/api/v1/session")).GetProperty("roles").EnumerateArray().Single().GetString().ShouldBe("auditor");
        (await client.TryGetAsync("/api/v1/audit")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await admin.PostAsync($"/api/v1/accounts/{member}/disable").ShouldAnswerAsync();
        (await client.TryGetAsync("/api/v1/plans")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        await AccountsHost.TryAsync(client, member, AccountsHost.Password).ShouldRefuseAsync(HttpStatusCode.Forbidden, "session.closed");
        await admin.PostAsync($"/api/v1/accounts/{member}/enable").ShouldAnswerAsync();
        (await client.TryGetAsync("/api/v1/plans")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized, "the session that ended stays ended");
        await _accounts.SignInAsync(member);
    }

    [Fact]
    public async Task Sessions_outlive_a_restart()
    {
        await using var own = await AccountsHost.StartAsync();
        var cookie = await CookieAsync(own.Host.Anonymous(), "admin");
        await own.RestartAsync();
        var client = own.Host.Anonymous();
        client.DefaultRequestHeaders.Add("Cookie", cookie);
        (await client.TryGetAsync("/api/v1/session")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Changing_the_password_takes_the_present_one_and_ends_the_other_sessions()
    {
        var member = await _accounts.MemberAsync("reporter", "SYT");
        var (client, other) = (await _accounts.SignInAsync(member), await _accounts.SignInAsync(member));
        await client.PostAsync("/api/v1/account/password", new { password = "sai mật khẩu rồi", newPassword = "một câu hoàn toàn khác" }).ShouldRefuseAsync(HttpStatusCode.Unauthorized, "session.refused");
        await client.PostAsync("/api/v1/account/password", new { password = AccountsHost.Password, newPassword = $"tôi là {member} đây" }).ShouldRefuseAsync(HttpStatusCode.UnprocessableEntity, "password.hasHandle");
        await client.PostAsync("/api/v1/account/password", new { password = AccountsHost.Password, newPassword = "một câu hoàn toàn khác" }).ShouldAnswerAsync();
        (await client.TryGetAsync("/api/v1/session")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await other.TryGetAsync("/api/v1/session")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        await AccountsHost.TryAsync(other, member, AccountsHost.Password).ShouldRefuseAsync(HttpStatusCode.Unauthorized, "session.refused");
        await _accounts.SignInAsync(member, "một câu hoàn toàn khác");
    }

    [Fact]
    public async Task What_happens_at_the_door_is_on_record()
    {
        var member = await _accounts.MemberAsync("approver", "SYT");
        await AccountsHost.TryAsync(_accounts.Host.Anonymous(), member, "sai mật khẩu rồi");
        var (client, other) = (await _accounts.SignInAsync(member), await _accounts.SignInAsync(member));
        var id = (await client.GetJsonAsync("/api/v1/sessions")).EnumerateArray().Single(s => !s.GetProperty("isCurrent").GetBoolean()).GetProperty("id").GetString();
        await client.SendAsync(HttpMethod.Delete, "/api/v1/sessions/" + id).ShouldAnswerAsync();
        await client.SendAsync(HttpMethod.Delete, "/api/v1/session").ShouldAnswerAsync();
        await other.SendAsync(HttpMethod.Delete, "/api/v1/session");
        await (await _accounts.AdminAsync()).PostAsync($"/api/v1/accounts/{member}/reset").ShouldAnswerAsync();
        (await _accounts.LogAsync(member)).ShouldBe(["Add", "Activate", "SignInFailed", "SignIn", "SignIn", "SessionEnd", "SignOut", "Reset"]);
        _accounts.Rows($"SELECT \"By\" FROM audit WHERE Entity = 'account/{member}' AND Action = 'SignInFailed'").ShouldBe(["anonymous"]);
        _accounts.Rows("SELECT COUNT(*) FROM audit WHERE Action = 'SignInFailed' AND Entity LIKE '%không có%'").ShouldBe(["0"], "what was typed for a name that nobody has may be a password");
    }

    private async Task<HttpStatusCode> WithAsync(string cookie)
    {
        var client = _accounts.Host.Anonymous();
        client.DefaultRequestHeaders.Add("Cookie", cookie);
        return (await client.TryGetAsync("/api/v1/session")).StatusCode;
    }

    private static async Task<string> CookieAsync(HttpClient client, string userName)
    {
        var response = await AccountsHost.TryAsync(client, userName, AccountsHost.Password);
        response.EnsureSuccessStatusCode();
        return response.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]).Single(c => c.StartsWith("socialwork=", StringComparison.Ordinal) && c.Length > 20);
    }
}
