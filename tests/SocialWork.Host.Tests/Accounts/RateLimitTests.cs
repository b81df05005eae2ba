using System.Net;
using System.Text.RegularExpressions;
using SocialWork.Host.Composition;
using SocialWork.Host.Tests.Support;

namespace SocialWork.Host.Tests.Accounts;

/// <summary>How often an address and a user name may try.</summary>
public sealed partial class RateLimitTests
{
    [Fact]
    public async Task A_user_name_that_is_tried_too_often_is_asked_to_wait_whatever_was_typed()
    {
        await using var own = await AccountsHost.StartAsync("--sign-ins-per-name", "3");
        var member = await own.MemberAsync("reporter", "SYT");
        for (var i = 0; i < 3; i++) await own.SignInAsync(member);
        var looked = own.Passwords.All;
        var refused = await AccountsHost.TryAsync(own.Host.Anonymous(), member, AccountsHost.Password);
        await Task.FromResult(refused).ShouldRefuseAsync(HttpStatusCode.TooManyRequests, "session.tooMany");
        refused.Headers.RetryAfter!.Delta!.Value.ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        own.Passwords.All.ShouldBe(looked);
        await AccountsHost.TryAsync(own.Host.Anonymous(), member + ".7", AccountsHost.Password).ShouldRefuseAsync(HttpStatusCode.Unauthorized, "session.refused");
    }

    [Fact]
    public async Task An_address_that_tries_too_often_is_asked_to_wait_in_the_api_and_on_the_page()
    {
        await using var own = await AccountsHost.StartUnusedAsync("--sign-ins-per-address", "4");
        var client = own.Host.Anonymous();
        for (var i = 0; i < 2; i++) await AccountsHost.TryAsync(client, $"ai đó {i}", "sai mật khẩu rồi").ShouldRefuseAsync(HttpStatusCode.Unauthorized, "session.refused");
        for (var i = 0; i < 2; i++) await client.PostAsync("/api/v1/session/password", new { code = "00000-00000", newPassword = AccountsHost.Password }).ShouldRefuseAsync(HttpStatusCode.Unauthorized, "session.codeUnknown");
        await AccountsHost.TryAsync(client, "ai đó khác", "sai mật khẩu rồi").ShouldRefuseAsync(HttpStatusCode.TooManyRequests, "session.tooMany");
        await client.PostAsync("/api/v1/session/password", new { code = own.PrintedCode(), newPassword = AccountsHost.Password }).ShouldRefuseAsync(HttpStatusCode.TooManyRequests, "session.tooMany");
        (await client.TryGetAsync("/account/activate?code=x")).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        var page = await (await client.TryGetAsync("/sign-in")).Content.ReadAsStringAsync();
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("UserName", "admin"), KeyValuePair.Create("Password", "sai mật khẩu rồi"), KeyValuePair.Create("__RequestVerificationToken", Token().Match(page).Value)]);
        var posted = await client.PostAsync(new Uri("/sign-in", UriKind.Relative), form);
        posted.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        posted.Headers.RetryAfter.ShouldNotBeNull();
        (await posted.Content.ReadAsStringAsync()).ShouldContain("quá nhiều lần đăng nhập liên tiếp");
    }

    [Theory]
    [InlineData("--sign-ins-per-name", "0")]
    [InlineData("--sign-ins-per-address", "many")]
    [InlineData("--second-factor-optional", "maybe")]
    [InlineData("--keep-sessions", "0")]
    [InlineData("--keep-logs", "3651")]
    public void A_wrong_setting_is_named(string setting, string value)
    {
        using var data = new TemporaryFolder();
        Should.Throw<SettingsException>(() => SocialWorkHost.Build([setting, value, "--data", data.Path])).Message.ShouldContain(value);
    }

    [GeneratedRegex("(?<=__RequestVerificationToken\" type=\"hidden\" value=\")[^\"]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
