using System.Net;
using System.Net.Http.Headers;
using SocialWork.Core.Accounts;
using SocialWork.Host.Tests.Support;

namespace SocialWork.Host.Tests.Accounts;

/// <summary>No secret is written to the log files, to the audit log, or in clear to the database.</summary>
public sealed class SecretsTests
{
    [Fact]
    public async Task Nothing_that_opens_an_account_stands_in_any_log()
    {
        await using var own = await AccountsHost.StartUnusedAsync(HostUnderTest.KeepLogs);
        var secrets = new List<string> { own.PrintedCode(), AccountsHost.Password, "sai mật khẩu rồi" };
        await own.ActivateAsync(own.PrintedCode());
        var made = await own.AddAsync("reporter", "SYT");
        secrets.Add(made.GetProperty("code").GetString()!);
        var visitor = own.Host.Anonymous();
        (await visitor.TryGetAsync(made.GetProperty("link").GetString()!)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await own.ActivateAsync(secrets[^1]);
        var member = made.GetProperty("userName").GetString()!;
        await AccountsHost.TryAsync(visitor, member, "sai mật khẩu rồi");
        await AccountsHost.TryAsync(visitor, "nhầm ô mật khẩu", "x");
        secrets.Add("nhầm ô mật khẩu");
        var client = await own.SignInAsync(member);
        var key = (await client.PostAsync("/api/v1/account/second-factor", new { password = AccountsHost.Password }).ShouldAnswerAsync()).GetProperty("key").GetString()!;
        var code = TimeCodes.CodeAt(key, own.Time.GetUtcNow());
        var recovery = await client.PostAsync("/api/v1/account/second-factor/enable", new { code }).ShouldAnswerAsync();
        secrets.AddRange([key, .. recovery.GetProperty("recoveryCodes").EnumerateArray().Select(c => c.GetString()!)]);
        var token = (await client.PostAsync("/api/v1/tokens", new { name = "máy", expires = "2026-12-31" }).ShouldAnswerAsync()).GetProperty("token").GetString()!;
        secrets.Add(token.Split('_')[2]);
        var program = own.Host.Anonymous();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        (await program.TryGetAsync("/api/v1/plans")).StatusCode.ShouldBe(HttpStatusCode.OK);
        secrets.AddRange(own.Rows("SELECT Id FROM account_sessions"));
        secrets.AddRange(own.Rows("SELECT PasswordHash FROM accounts"));
        await (await own.AdminAsync()).PostAsync($"/api/v1/accounts/{member}/reset").ShouldAnswerAsync();

        var audit = string.Join('\n', own.Rows("SELECT * FROM audit"));
        audit.ShouldContain(member);
        var database = string.Join('\n', own.Rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN ('account_sessions', 'accounts')").SelectMany(table => own.Rows($"SELECT * FROM \"{table}\"")));
        await own.Host.DisposeAsync();
        var files = Directory.GetFiles(Path.Combine(own.StateFolder, "logs"));
        files.ShouldNotBeEmpty();
        var logs = string.Concat(files.Select(File.ReadAllText));
        logs.ShouldContain("Ready after");
        foreach (var secret in secrets.Where(s => s.Length > 0))
        {
            audit.ShouldNotContain(secret, Case.Insensitive);
            database.ShouldNotContain(secret, Case.Insensitive);
            logs.ShouldNotContain(secret, Case.Insensitive);
        }
    }
}
