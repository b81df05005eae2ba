using System.Net;
using System.Net.Http.Headers;
using SocialWork.Host.Tests.Support;

namespace SocialWork.Host.Tests.Accounts;

/// <summary>Programs sign in as their person and never beyond.</summary>
public sealed class TokenTests(SharedAccounts shared) : IClassFixture<SharedAccounts>
{
    private readonly AccountsHost _accounts = shared.Accounts;

    [Fact]
    public async Task A_token_is_shown_once_and_signs_in_as_its_person()
    {
        var (member, token) = await MadeAsync();
        token.ShouldMatch("^swm_[0-9a-f]{16}_[0-9a-f]{64}$");
        var client = Bearer(token);
        (await client.GetJsonAsync("/api/v1/session")).GetProperty("userName").GetString().ShouldBe(member);
        (await client.TryGetAsync("/api/v1/plans")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var person = await _accounts.SignInAsync(member);
        var listed = await person.GetJsonAsync("/api/v1/tokens");
        listed.ToString().ShouldNotContain(token.Split('_')[2]);
        listed[0].GetProperty("scopes").EnumerateArray().Select(s => s.GetString()).ShouldBe(["read"], "nothing was said of writing");
        listed[0].GetProperty("lastUsedAt").GetDateTimeOffset().ShouldBe(_accounts.Time.GetUtcNow());
        string.Concat(_accounts.Rows("SELECT * FROM account_tokens")).ShouldNotContain(token.Split('_')[2]);
    }

    [Fact]
    public async Task A_token_reads_or_writes_as_its_scopes_say()
    {
        const string Draft = "/api/v1/submissions/2026/K1/SYT";
        var (_, reading) = await MadeAsync("read");
        var (_, writing) = await MadeAsync("write");
        (await Bearer(reading).TryGetAsync(Draft)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await Bearer(reading).SendAsync(HttpMethod.Put, Draft, new { values = new { } }).ShouldRefuseAsync(HttpStatusCode.Forbidden, "token.scope");
        await Bearer(writing).SendAsync(HttpMethod.Get, Draft).ShouldRefuseAsync(HttpStatusCode.Forbidden, "token.scope");
        await Bearer(writing).SendAsync(HttpMethod.Put, Draft, new { values = new { } }).ShouldAnswerAsync();
    }

    [Fact]
    public async Task A_token_is_of_no_use_for_accounts_tokens_passwords_and_sessions()
    {
        var client = Bearer((await TokenAsync(await _accounts.AdminAsync())).Token);
        (HttpMethod Method, string Address)[] closed =
        [
            (HttpMethod.Get, "/api/v1/accounts"), (HttpMethod.Post, "/api/v1/accounts"), (HttpMethod.Get, "/api/v1/accounts/admin"), (HttpMethod.Patch, "/api/v1/accounts/admin"),
            (HttpMethod.Post, "/api/v1/accounts/admin/disable"), (HttpMethod.Post, "/api/v1/accounts/admin/enable"), (HttpMethod.Post, "/api/v1/accounts/admin/reset"), (HttpMethod.Post, "/api/v1/accounts/admin/erase"),
            (HttpMethod.Get, "/api/v1/accounts/workbook"), (HttpMethod.Post, "/api/v1/accounts/import"), (HttpMethod.Get, "/api/v1/tokens"), (HttpMethod.Post, "/api/v1/tokens"), (HttpMethod.Delete, "/api/v1/tokens/x"),
            (HttpMethod.Get, "/api/v1/sessions"), (HttpMethod.Delete, "/api/v1/sessions/x"), (HttpMethod.Delete, "/api/v1/session"), (HttpMethod.Get, "/api/v1/account/data"), (HttpMethod.Post, "/api/v1/account/password"),
            (HttpMethod.Post, "/api/v1/account/erase"), (HttpMethod.Post, "/api/v1/account/second-factor"), (HttpMethod.Post, "/api/v1/account/second-factor/enable"), (HttpMethod.Post, "/api/v1/account/second-factor/disable"),
        ];
        foreach (var (method, address) in closed) await client.SendAsync(method, address).ShouldRefuseAsync(HttpStatusCode.Forbidden, "token.notHere");
        (await client.TryGetAsync("/api/v1/audit")).StatusCode.ShouldBe(HttpStatusCode.OK, "what its account may read otherwise it reads");
        (await client.TryGetAsync("/account")).StatusCode.ShouldBe(HttpStatusCode.Redirect, "pages are not for tokens");
    }

    [Fact]
    public async Task A_token_taken_back_ended_or_made_up_is_refused_at_once()
    {
        var person = await _accounts.SignInAsync(await _accounts.MemberAsync("reporter", "SYT"));
        var (token, id) = await TokenAsync(person, expires: "2026-11-30");
        var client = Bearer(token);
        (await client.TryGetAsync("/api/v1/plans")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await person.SendAsync(HttpMethod.Delete, "/api/v1/tokens/" + id)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await client.SendAsync(HttpMethod.Get, "/api/v1/plans").ShouldRefuseAsync(HttpStatusCode.Unauthorized, "token.refused");
        await person.SendAsync(HttpMethod.Delete, "/api/v1/tokens/" + id).ShouldRefuseAsync(HttpStatusCode.NotFound, "token.unknown");
        foreach (var wrong in new[] { "swm_", "x", token[..^1] + (token[^1] == '0' ? '1' : '0'), token.ToUpperInvariant(), "swm_" + new string('0', 16) + "_" + new string('0', 64) })
            await Bearer(wrong).SendAsync(HttpMethod.Get, "/api/v1/plans").ShouldRefuseAsync(HttpStatusCode.Unauthorized, "token.refused");
    }

    [Fact]
    public async Task A_token_is_good_to_the_end_of_its_last_day_in_the_city()
    {
        await using var own = await AccountsHost.StartAsync();
        var (token, _) = await TokenAsync(await own.AdminAsync(), expires: "2026-11-24");
        var client = Bearer(token, own);
        own.Time.Advance(Core.Time.CityClock.StartOf(new DateOnly(2026, 11, 25)) - own.Time.GetUtcNow() - TimeSpan.FromSeconds(1));
        (await client.TryGetAsync("/api/v1/plans")).StatusCode.ShouldBe(HttpStatusCode.OK);
        own.Time.Advance(TimeSpan.FromSeconds(1));
        (await client.TryGetAsync("/api/v1/plans")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_token_ends_with_its_account_and_with_a_reset()
    {
        var (member, token) = await MadeAsync();
        var admin = await _accounts.AdminAsync();
        await admin.PostAsync($"/api/v1/accounts/{member}/disable").ShouldAnswerAsync();
        (await Bearer(token).TryGetAsync("/api/v1/plans")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        await admin.PostAsync($"/api/v1/accounts/{member}/enable").ShouldAnswerAsync();
        (await Bearer(token).TryGetAsync("/api/v1/plans")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await admin.PostAsync($"/api/v1/accounts/{member}/reset").ShouldAnswerAsync();
        (await Bearer(token).TryGetAsync("/api/v1/plans")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_first_use_of_a_day_is_on_record_and_no_other()
    {
        await using var own = await AccountsHost.StartAsync();
        var (token, _) = await TokenAsync(await own.AdminAsync());
        var client = Bearer(token, own);
        for (var i = 0; i < 3; i++)
        {
            await client.GetJsonAsync("/api/v1/plans");
            await client.GetJsonAsync("/api/v1/plans");
            own.Time.Advance(TimeSpan.FromHours(12));
        }

        own.Rows("SELECT Action FROM audit WHERE Action = 'TokenUse'").Length.ShouldBe(2, "09:00, 21:00 of one day and 09:00 of the next");
    }

    [Theory]
    [InlineData("", "2026-12-31", "token.name")]
    [InlineData("báo cáo", "", "token.expires")]
    [InlineData("báo cáo", "31/12/2026", "token.expires")]
    [InlineData("báo cáo", "2020-01-01", "token.expires")]
    [InlineData("báo cáo", "2028-01-01", "token.expires")]
    [InlineData("báo cáo", "9999-12-31", "token.expires")]
    public async Task A_token_needs_a_name_and_a_day_within_366(string name, string expires, string code) =>
        await (await _accounts.AdminAsync()).PostAsync("/api/v1/tokens", new { name, expires }).ShouldRefuseAsync(HttpStatusCode.UnprocessableEntity, code);

    [Fact]
    public async Task The_longest_token_is_of_366_days_and_scopes_are_read_and_write()
    {
        await using var own = await AccountsHost.StartAsync();
        var admin = await own.AdminAsync();
        await admin.PostAsync("/api/v1/tokens", new { name = "dài nhất", expires = "2027-11-24" }).ShouldAnswerAsync();
        await admin.PostAsync("/api/v1/tokens", new { name = "quá dài", expires = "2027-11-25" }).ShouldRefuseAsync(HttpStatusCode.UnprocessableEntity, "token.expires");
        foreach (var scopes in new object[] { Array.Empty<string>(), new[] { "admin" }, new[] { "read", "admin" }, "read" })
            await admin.PostAsync("/api/v1/tokens", new { name = "phạm vi", expires = "2026-12-31", scopes }).ShouldRefuseAsync(HttpStatusCode.UnprocessableEntity, "token.scopes");
    }

    [Fact]
    public async Task An_account_has_at_most_20_open_tokens()
    {
        var person = await _accounts.SignInAsync(await _accounts.MemberAsync("reporter", "SYT"));
        var first = await TokenAsync(person);
        for (var i = 1; i < 20; i++) await TokenAsync(person);
        await person.PostAsync("/api/v1/tokens", new { name = "thứ 21", expires = "2026-12-31" }).ShouldRefuseAsync(HttpStatusCode.Conflict, "token.tooMany");
        await person.SendAsync(HttpMethod.Delete, "/api/v1/tokens/" + first.Id).ShouldAnswerAsync();
        await TokenAsync(person);
    }

    private async Task<(string Member, string Token)> MadeAsync(params string[] scopes)
    {
        var member = await _accounts.MemberAsync("reporter", "SYT");
        return (member, (await TokenAsync(await _accounts.SignInAsync(member), scopes: scopes)).Token);
    }

    private static async Task<(string Token, string Id)> TokenAsync(HttpClient client, string expires = "2026-12-31", string[]? scopes = null)
    {
        var made = await client.PostAsync("/api/v1/tokens", new { name = "phần mềm một cửa", expires, scopes = scopes is { Length: > 0 } ? scopes : null }).ShouldAnswerAsync();
        return (made.GetProperty("token").GetString()!, made.GetProperty("id").GetString()!);
    }

    private HttpClient Bearer(string token, AccountsHost? host = null)
    {
        var client = (host ?? _accounts).Host.Anonymous();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }
}
