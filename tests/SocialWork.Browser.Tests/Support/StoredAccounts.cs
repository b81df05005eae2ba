using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SocialWork.Core.Accounts;
using SocialWork.Host.Tests.Support;

namespace SocialWork.Browser.Tests.Support;

/// <summary>Accounts beside those of the demonstration, which can do what those cannot: be invited, and have a second factor.</summary>
/// <param name="Member">One that signs in with its password alone.</param>
/// <param name="Careful">One that signs in with a second factor.</param>
/// <param name="Link">The address at which a third chooses its password.</param>
internal sealed record StoredAccounts(string Member, string Careful, string Link)
{
    private const string Password = "một câu chỉ mình tôi nghĩ ra";
    private const string Unit = "19804";

    /// <summary>Makes them as an administrator does.</summary>
    public static async Task<StoredAccounts> MakeAsync(HostUnderTest host)
    {
        var admin = await host.SignInAsync("admin");
        var (member, careful, invited) = (await AddAsync(admin), await AddAsync(admin), await AddAsync(admin));
        await host.Anonymous().SendAsync("/api/v1/session/password", new { code = member.Code, newPassword = Password });
        await host.Anonymous().SendAsync("/api/v1/session/password", new { code = careful.Code, newPassword = Password });
        var own = host.Anonymous();
        await own.SendAsync("/api/v1/session", new { userName = careful.UserName, password = Password });
        var key = (await (await own.SendAsync("/api/v1/account/second-factor", new { password = Password })).JsonAsync()).GetProperty("key").GetString()!;
        await own.SendAsync("/api/v1/account/second-factor/enable", new { code = TimeCodes.CodeAt(key, host.Services.GetRequiredService<TimeProvider>().GetUtcNow()) });
        return new StoredAccounts(member.UserName, careful.UserName, "/account/activate?code=" + invited.Code);
    }

    /// <summary>Signs in on the page as one of them.</summary>
    public static async Task SignInAsync(IPage page, string userName)
    {
        await page.Locator("[name=UserName]").FillAsync(userName);
        await page.Locator("[name=Password]").FillAsync(Password);
        await page.Locator("main button[type=submit]").ClickAsync();
    }

    private static async Task<(string UserName, string Code)> AddAsync(HttpClient admin)
    {
        var made = await (await admin.SendAsync("/api/v1/accounts", new { fullName = "Cán bộ nhập liệu", memberships = new[] { new { role = "reporter", unit = Unit, from = "2026-01-01" } } })).JsonAsync();
        return (made.GetProperty("userName").GetString()!, made.GetProperty("code").GetString()!);
    }
}

internal static class Sending
{
    /// <summary>Posts JSON, which must be taken.</summary>
    public static async Task<HttpResponseMessage> SendAsync(this HttpClient client, string address, object body)
    {
        var response = await client.PostAsJsonAsync(address, body, CancellationToken.None);
        response.IsSuccessStatusCode.ShouldBeTrue($"{address}: {await response.Content.ReadAsStringAsync()}");
        return response;
    }
}
