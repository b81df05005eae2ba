using System.Net;
using System.Text.Json;
using SocialWork.Host.Tests.Support;

namespace SocialWork.Host.Tests.Accounts;

/// <summary>Who makes, changes, shuts, resets and erases whose account.</summary>
public sealed class ManagingTests(SharedAccounts shared) : IClassFixture<SharedAccounts>
{
    private readonly AccountsHost _accounts = shared.Accounts;

    [Fact]
    public async Task An_account_gets_its_name_from_the_system_and_its_password_by_a_link_that_works_once()
    {
        var first = await _accounts.AddAsync("reporter", "19753");
        var second = await _accounts.AddAsync("reporter", "19753");
        first.GetProperty("userName").GetString().ShouldBe("19753.reporter");
        second.GetProperty("userName").GetString().ShouldBe("19753.reporter.2");
        first.GetProperty("account").GetProperty("state").GetString().ShouldBe("waiting");
        var code = first.GetProperty("code").GetString()!;
        first.GetProperty("link").GetString().ShouldBe("/account/activate?code=" + code);
        await _accounts.ActivateAsync(code);
        await _accounts.Host.Anonymous().PostAsync("/api/v1/session/password", new { code, newPassword = "mật khẩu của kẻ đến sau" }).ShouldRefuseAsync(HttpStatusCode.Unauthorized, "session.codeUnknown");
        await _accounts.SignInAsync("19753.reporter");
        (await (await _accounts.AdminAsync()).GetJsonAsync("/api/v1/accounts/19753.reporter")).GetProperty("state").GetString().ShouldBe("active");
        string.Concat(_accounts.Rows("SELECT * FROM accounts")).ShouldNotContain(second.GetProperty("code").GetString()!);
    }

    [Fact]
    public async Task Of_two_who_use_one_code_at_once_one_chooses_the_password()
    {
        var code = (await _accounts.AddAsync("reporter", "SYT")).GetProperty("code").GetString()!;
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => _accounts.Host.Anonymous().PostAsync("/api/v1/session/password", new { code, newPassword = $"câu dài của người thứ {i} ở đây" })));
        answers.Count(a => a.StatusCode == HttpStatusCode.OK).ShouldBe(1);
        answers.Count(a => a.StatusCode == HttpStatusCode.Unauthorized).ShouldBe(7);
    }

    [Fact]
    public async Task A_code_is_good_for_seven_days()
    {
        await using var own = await AccountsHost.StartAsync();
        var (early, late) = ((await own.AddAsync("leader", null)).GetProperty("code").GetString()!, await own.AddAsync("auditor", null));
        own.Time.Advance(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));
        await own.ActivateAsync(early);
        own.Time.Advance(TimeSpan.FromSeconds(1));
        var code = late.GetProperty("code").GetString()!;
        await own.Host.Anonymous().PostAsync("/api/v1/session/password", new { code, newPassword = AccountsHost.Password }).ShouldRefuseAsync(HttpStatusCode.Unauthorized, "session.codeEnded");
        await AccountsHost.TryAsync(own.Host.Anonymous(), late.GetProperty("userName").GetString()!, code).ShouldRefuseAsync(HttpStatusCode.Unauthorized, "session.codeEnded");
    }

    [Fact]
    public async Task A_head_manages_the_accounts_of_the_own_agency_and_no_other()
    {
        var headName = await _accounts.MemberAsync("approver", "SVHTT");
        var other = await _accounts.MemberAsync("reporter", "SNV");
        var head = await _accounts.SignInAsync(headName);
        var mine = (await _accounts.AddAsync("reporter", "SVHTT", by: head)).GetProperty("userName").GetString();

        (await head.GetJsonAsync("/api/v1/accounts")).EnumerateArray().Select(a => a.GetProperty("userName").GetString()).ShouldBe([mine]);
        await head.PostAsync($"/api/v1/accounts/{mine}/reset").ShouldAnswerAsync();
        foreach (var foreign in new[] { other, "admin", "khong.co" })
        {
            await head.SendAsync(HttpMethod.Get, "/api/v1/accounts/" + foreign).ShouldRefuseAsync(HttpStatusCode.NotFound, "account.unknown");
            await head.PostAsync($"/api/v1/accounts/{foreign}/reset").ShouldRefuseAsync(HttpStatusCode.NotFound, "account.unknown");
            await head.PostAsync($"/api/v1/accounts/{foreign}/disable").ShouldRefuseAsync(HttpStatusCode.NotFound, "account.unknown");
            await head.SendAsync(HttpMethod.Patch, "/api/v1/accounts/" + foreign, new { fullName = "Kẻ Khác" }, "\"0\"").ShouldRefuseAsync(HttpStatusCode.NotFound, "account.unknown");
        }

        (await head.GetJsonAsync("/api/v1/accounts?unit=SNV")).GetArrayLength().ShouldBe(0);
        await head.PostAsync($"/api/v1/accounts/{headName}/disable").ShouldRefuseAsync(HttpStatusCode.Forbidden, "account.own");
        await head.PostAsync($"/api/v1/accounts/{mine}/erase").ShouldRefuseAsync(HttpStatusCode.Forbidden, "account.eraseByAdministrator");
    }

    [Theory]
    [InlineData("reporter", "SNV")]
    [InlineData("administrator", null)]
    [InlineData("standingAgency", null)]
    [InlineData("leader", null)]
    [InlineData("auditor", null)]
    public async Task A_head_gives_no_role_beyond_the_own_agency_new_or_later(string role, string? unit)
    {
        var head = await _accounts.SignInAsync(await _accounts.MemberAsync("approver", "STP"));
        var memberships = new[] { new { role, unit, from = "2026-01-01" } };
        await head.PostAsync("/api/v1/accounts", new { fullName = "Lê Văn Cường", memberships }).ShouldRefuseAsync(HttpStatusCode.Forbidden, "account.notYoursToGive");
        var mine = (await _accounts.AddAsync("reporter", "STP", by: head)).GetProperty("userName").GetString();
        await head.SendAsync(HttpMethod.Patch, "/api/v1/accounts/" + mine, new { memberships }, "\"0\"").ShouldRefuseAsync(HttpStatusCode.Forbidden, "account.notYoursToGive");
    }

    [Theory]
    [InlineData("reporter", "SYT")]
    [InlineData("standingAgency", null)]
    [InlineData("leader", null)]
    [InlineData("auditor", null)]
    public async Task Nobody_else_manages_accounts(string role, string? unit)
    {
        var client = await _accounts.SignInAsync(await _accounts.MemberAsync(role, unit));
        foreach (var address in new[] { "/api/v1/accounts", "/api/v1/accounts/admin", "/api/v1/accounts/workbook" })
            await client.SendAsync(HttpMethod.Get, address).ShouldRefuseAsync(HttpStatusCode.Forbidden, "access.denied");
        await client.PostAsync("/api/v1/accounts", new { fullName = "Lê Văn Cường", memberships = new[] { new { role, unit, from = "2026-01-01" } } }).ShouldRefuseAsync(HttpStatusCode.Forbidden, "access.denied");
        await client.PostAsync("/api/v1/accounts/admin/reset").ShouldRefuseAsync(HttpStatusCode.Forbidden, "access.denied");
    }

    [Fact]
    public async Task Of_two_who_change_one_account_the_second_is_told()
    {
        var member = await _accounts.MemberAsync("reporter", "SYT");
        var heads = new[] { await _accounts.SignInAsync(await _accounts.MemberAsync("approver", "SYT")), await _accounts.SignInAsync(await _accounts.MemberAsync("approver", "SYT")) };
        var address = "/api/v1/accounts/" + member;
        var seen = (await heads[0].TryGetAsync(address)).Headers.ETag!.Tag;
        var answers = await Task.WhenAll(heads.Select((head, i) => head.SendAsync(HttpMethod.Patch, address, new { fullName = $"Người thứ {i}" }, seen)));
        answers.Select(a => a.StatusCode).ShouldBe([HttpStatusCode.OK, HttpStatusCode.PreconditionFailed], ignoreOrder: true);
        var late = answers.Single(a => a.StatusCode == HttpStatusCode.PreconditionFailed);
        (await late.JsonAsync()).GetProperty("code").GetString().ShouldBe("account.changed");
        late.Headers.ETag!.Tag.ShouldNotBe(seen);
        await heads[0].SendAsync(HttpMethod.Patch, address, new { fullName = "Không nhìn" }).ShouldRefuseAsync(HttpStatusCode.PreconditionFailed, "account.changed");
        await heads[0].SendAsync(HttpMethod.Post, address + "/disable", ifMatch: seen).ShouldRefuseAsync(HttpStatusCode.PreconditionFailed, "account.changed");
        await heads[1].SendAsync(HttpMethod.Patch, address, new { fullName = "Đúng bản mới" }, late.Headers.ETag.Tag).ShouldAnswerAsync();
    }

    [Fact]
    public async Task The_last_administrator_stays()
    {
        await using var own = await AccountsHost.StartAsync();
        var admin = await own.AdminAsync();
        // Another who never signed in, and one whose time ends, are none.
        await own.AddAsync("administrator", null);
        await own.MemberAsync("administrator", null, to: "2027-01-01");
        var seen = (await admin.TryGetAsync("/api/v1/accounts/admin")).Headers.ETag!.Tag;
        await admin.PostAsync("/api/v1/accounts/admin/disable").ShouldRefuseAsync(HttpStatusCode.Conflict, "account.lastAdministrator");
        await admin.PostAsync("/api/v1/accounts/admin/erase").ShouldRefuseAsync(HttpStatusCode.Conflict, "account.lastAdministrator");
        await admin.PostAsync("/api/v1/accounts/admin/reset").ShouldRefuseAsync(HttpStatusCode.Conflict, "account.lastAdministrator");
        await admin.PostAsync("/api/v1/account/erase", new { password = AccountsHost.Password }).ShouldRefuseAsync(HttpStatusCode.Conflict, "account.lastAdministrator");
        foreach (var (role, to) in new[] { ("auditor", null), ("administrator", "2027-01-01") })
            await admin.SendAsync(HttpMethod.Patch, "/api/v1/accounts/admin", new { memberships = new[] { new { role, from = "2026-01-01", to } } }, seen).ShouldRefuseAsync(HttpStatusCode.Conflict, "account.lastAdministrator");
        (await admin.TryGetAsync("/api/v1/accounts/admin")).Headers.ETag!.Tag.ShouldBe(seen, "nothing changed");
    }

    [Fact]
    public async Task Of_two_administrators_who_shut_each_other_at_once_one_is_left()
    {
        await using var own = await AccountsHost.StartAsync();
        var other = await own.MemberAsync("administrator", null);
        var (one, two) = (await own.AdminAsync(), await own.SignInAsync(other));
        var answers = await Task.WhenAll(one.PostAsync($"/api/v1/accounts/{other}/disable"), two.PostAsync("/api/v1/accounts/admin/disable"));
        answers.Count(a => a.IsSuccessStatusCode).ShouldBe(1);
        own.Rows("SELECT COUNT(*) FROM accounts WHERE IsDisabled = 0").ShouldBe(["1"]);
    }

    [Fact]
    public async Task An_administrator_enters_no_data_and_is_given_nothing_else()
    {
        var admin = await _accounts.AdminAsync();
        (await admin.SendAsync(HttpMethod.Put, "/api/v1/submissions/2026/K1/SYT", new { values = new { } })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var memberships = new object[] { new { role = "administrator", from = "2026-01-01" }, new { role = "reporter", unit = "SYT", from = "2026-01-01" } };
        var problem = await admin.PostAsync("/api/v1/accounts", new { fullName = "Lê Văn Cường", memberships }).ShouldRefuseAsync(HttpStatusCode.UnprocessableEntity, "account.administratorAlone");
        problem.GetProperty("cells")[0].GetProperty("cell").GetString().ShouldBe("memberships[1]");
    }

    [Fact]
    public async Task A_reset_ends_sessions_and_tokens_and_the_old_password()
    {
        var member = await _accounts.MemberAsync("reporter", "SYT");
        var client = await _accounts.SignInAsync(member);
        var made = await (await _accounts.AdminAsync()).PostAsync($"/api/v1/accounts/{member}/reset").ShouldAnswerAsync();
        (await client.TryGetAsync("/api/v1/plans")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        await AccountsHost.TryAsync(client, member, AccountsHost.Password).ShouldRefuseAsync(HttpStatusCode.Unauthorized, "session.refused");
        await _accounts.ActivateAsync(made.GetProperty("code").GetString()!, "một câu mới sau khi đặt lại");
        await _accounts.SignInAsync(member, "một câu mới sau khi đặt lại");
    }

    [Fact]
    public async Task A_reset_opens_a_locked_name()
    {
        var member = await _accounts.MemberAsync("reporter", "SYT");
        for (var i = 0; i < 5; i++) await AccountsHost.TryAsync(_accounts.Host.Anonymous(), member, "sai mật khẩu rồi");
        await AccountsHost.TryAsync(_accounts.Host.Anonymous(), member, AccountsHost.Password).ShouldRefuseAsync(HttpStatusCode.TooManyRequests, "session.locked");
        var made = await (await _accounts.AdminAsync()).PostAsync($"/api/v1/accounts/{member}/reset").ShouldAnswerAsync();
        await _accounts.ActivateAsync(made.GetProperty("code").GetString()!);
        await _accounts.SignInAsync(member);
    }

    [Fact]
    public async Task Erasing_leaves_the_handle_and_nothing_of_the_person()
    {
        var admin = await _accounts.AdminAsync();
        var made = await admin.PostAsync("/api/v1/accounts", new { fullName = "Phạm Thị Riêng Tư", email = "rieng.tu@hue.gov.vn", telephone = "0234 999 8888", memberships = new[] { new { role = "reporter", unit = "19815", from = "2026-01-01" } } }).ShouldAnswerAsync();
        var member = made.GetProperty("userName").GetString()!;
        await _accounts.ActivateAsync(made.GetProperty("code").GetString()!);
        var client = await _accounts.SignInAsync(member);
        client.DefaultRequestHeaders.UserAgent.ParseAdd("RiengTu/1.0");
        await client.PostAsync("/api/v1/tokens", new { name = "Riêng Tư", expires = "2026-12-31" }).ShouldAnswerAsync();
        await admin.PostAsync($"/api/v1/accounts/{member}/erase").ShouldAnswerAsync();

        var tables = _accounts.Rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'");
        tables.Length.ShouldBeGreaterThan(15);
        foreach (var table in tables)
        {
            var content = string.Join('\n', _accounts.Rows($"SELECT * FROM \"{table}\""));
            foreach (var personal in new[] { "Riêng Tư", "rieng tu", "rieng.tu", "999 8888", "RiengTu" }) content.ShouldNotContain(personal, Case.Insensitive, table);
        }

        var left = await admin.GetJsonAsync("/api/v1/accounts/" + member);
        left.GetProperty("name").GetString().ShouldBe("tài khoản đã xóa");
        left.GetProperty("state").GetString().ShouldBe("erased");
        (await client.TryGetAsync("/api/v1/plans")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await _accounts.LogAsync(member)).ShouldBe(["Add", "Activate", "SignIn", "TokenAdd", "Erase"]);
        await AccountsHost.TryAsync(client, member, AccountsHost.Password).ShouldRefuseAsync(HttpStatusCode.Unauthorized, "session.refused");
        foreach (var step in new[] { "enable", "disable", "reset" }) await admin.PostAsync($"/api/v1/accounts/{member}/{step}").ShouldRefuseAsync(HttpStatusCode.Conflict, "account.erased");
        (await _accounts.AddAsync("reporter", "19815")).GetProperty("userName").GetString().ShouldNotBe(member, "no handle is given twice");
    }

    [Fact]
    public async Task People_take_their_data_with_them_and_erase_it_themselves()
    {
        var member = await _accounts.MemberAsync("reporter", "SYT");
        var client = await _accounts.SignInAsync(member);
        await client.PostAsync("/api/v1/tokens", new { name = "phần mềm", expires = "2026-12-31" }).ShouldAnswerAsync();
        var data = await client.GetJsonAsync("/api/v1/account/data");
        data.GetProperty("account").GetProperty("fullName").GetString().ShouldBe("Trần Thị Bình");
        data.GetProperty("account").GetProperty("memberships")[0].GetProperty("unit").GetString().ShouldBe("SYT");
        data.GetProperty("sessions").GetArrayLength().ShouldBe(1);
        data.GetProperty("tokens").GetArrayLength().ShouldBe(1);
        data.ToString().ShouldNotContain("hash", Case.Insensitive);
        await client.PostAsync("/api/v1/account/erase", new { password = "sai mật khẩu rồi" }).ShouldRefuseAsync(HttpStatusCode.Unauthorized, "session.refused");
        await client.PostAsync("/api/v1/account/erase", new { password = AccountsHost.Password }).ShouldAnswerAsync();
        (await client.TryGetAsync("/api/v1/session")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        _accounts.Rows($"SELECT FullName FROM accounts WHERE Handle = '{member}'").ShouldBe([string.Empty]);
    }

    [Theory]
    [InlineData("isAdmin", "true")]
    [InlineData("roles", "[\"administrator\"]")]
    [InlineData("userName", "\"admin.9\"")]
    [InlineData("handle", "\"admin.9\"")]
    [InlineData("isActivated", "true")]
    [InlineData("passwordHash", "\"x\"")]
    [InlineData("revision", "99")]
    public async Task Members_that_nobody_may_state_are_refused_and_nothing_changes(string member, string value)
    {
        var (admin, before) = (await _accounts.AdminAsync(), _accounts.Rows("SELECT COUNT(*) FROM accounts").Single());
        var extra = JsonElement.Parse(value);
        var body = new Dictionary<string, object?>(StringComparer.Ordinal) { ["fullName"] = "Lê Văn Cường", ["memberships"] = new[] { new { role = "reporter", unit = "SYT", from = "2026-01-01" } }, [member] = extra };
        var problem = await admin.PostAsync("/api/v1/accounts", body).ShouldRefuseAsync(HttpStatusCode.UnprocessableEntity, "account.unknownField");
        problem.GetProperty("cells")[0].GetProperty("cell").GetString().ShouldBe(member);
        var inside = new { fullName = "Lê Văn Cường", memberships = new[] { new Dictionary<string, object?>(StringComparer.Ordinal) { ["role"] = "reporter", ["unit"] = "SYT", ["from"] = "2026-01-01", [member] = extra } } };
        (await admin.PostAsync("/api/v1/accounts", inside).ShouldRefuseAsync(HttpStatusCode.UnprocessableEntity, "account.unknownField")).GetProperty("cells")[0].GetProperty("cell").GetString().ShouldBe($"memberships[0].{member}");
        _accounts.Rows("SELECT COUNT(*) FROM accounts").Single().ShouldBe(before);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_named_at_once()
    {
        var body = new { email = "không phải", telephone = 1, memberships = new object[] { new { role = "boss", from = "2026-01-01" }, new { role = "reporter", unit = "SYT", from = "1/1/2026" }, "leader" } };
        var problem = await (await _accounts.AdminAsync()).PostAsync("/api/v1/accounts", body).ShouldRefuseAsync(HttpStatusCode.UnprocessableEntity, "account.notAText");
        problem.GetProperty("cells").EnumerateArray().Select(c => c.GetProperty("cell").GetString()).ShouldBe(["telephone", "memberships[0].role", "memberships[1].from", "memberships[2]"], ignoreOrder: true);
    }

    [Fact]
    public async Task Accounts_are_found_without_accents_by_unit_and_page_by_page()
    {
        var admin = await _accounts.AdminAsync();
        string[] names = ["Đặng Thị Hải Yến", "Đặng Văn Hải", "Nguyễn Hải Đăng"];
        foreach (var name in names) await _accounts.AddAsync("reporter", "19804", name);
        (await FoundAsync("/api/v1/accounts?search=dang hai")).ShouldBe(names, ignoreOrder: true);
        (await FoundAsync("/api/v1/accounts?search=THỊ HẢI")).ShouldBe([names[0]]);
        (await FoundAsync("/api/v1/accounts?search=19804.reporter")).Length.ShouldBe(3);
        (await FoundAsync("/api/v1/accounts?unit=19804")).Length.ShouldBe(3);
        var pages = new List<string>();
        for (string? after = string.Empty; after is not null;)
        {
            var page = (await admin.GetJsonAsync($"/api/v1/accounts?unit=19804&limit=2&after={after}")).EnumerateArray().Select(a => a.GetProperty("userName").GetString()!).ToArray();
            page.Length.ShouldBeLessThanOrEqualTo(2);
            pages.AddRange(page);
            after = page.Length == 2 ? page[^1] : null;
        }

        pages.ShouldBe(["19804.reporter", "19804.reporter.2", "19804.reporter.3"]);

        async Task<string[]> FoundAsync(string address) => [.. (await admin.GetJsonAsync(address)).EnumerateArray().Select(a => a.GetProperty("fullName").GetString()!)];
    }
}
