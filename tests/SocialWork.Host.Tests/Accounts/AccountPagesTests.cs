using System.Net;
using System.Text.RegularExpressions;
using SocialWork.Core.Accounts;
using SocialWork.Host.Tests.Support;

namespace SocialWork.Host.Tests.Accounts;

/// <summary>The pages of accounts as a browser without script gets them.</summary>
public sealed partial class AccountPagesTests(SharedAccounts shared) : IClassFixture<SharedAccounts>
{
    private readonly AccountsHost _accounts = shared.Accounts;

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("https://evil.example/")]
    [InlineData("http:evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("~//evil.example")]
    public async Task Sign_in_leads_to_no_other_host(string returnUrl)
    {
        var browser = new Browser(_accounts.Host.Anonymous());
        await browser.OpenAsync("/sign-in?returnUrl=" + Uri.EscapeDataString(returnUrl));
        var response = await browser.SubmitAsync(("UserName", "admin"), ("Password", AccountsHost.Password));
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        response.Headers.Location!.ToString().ShouldBe("/");
    }

    [Fact]
    public async Task A_link_leads_to_a_password_and_to_sign_in()
    {
        var made = await _accounts.AddAsync("reporter", "SYT");
        var browser = new Browser(_accounts.Host.Anonymous());
        (await browser.OpenAsync(made.GetProperty("link").GetString()!)).ShouldContain(made.GetProperty("userName").GetString()!);
        (await (await browser.SubmitAsync(("Password", AccountsHost.Password), ("Again", "khác"))).Content.ReadAsStringAsync()).ShouldContain("Hai lần nhập mật khẩu không giống nhau.");
        (await (await browser.SubmitAsync(("Password", "matkhau123456"), ("Again", "matkhau123456"))).Content.ReadAsStringAsync()).ShouldContain("quá phổ biến");
        var done = await browser.SubmitAsync(("Password", AccountsHost.Password), ("Again", AccountsHost.Password));
        done.Headers.Location!.ToString().ShouldStartWith("/sign-in?user=");
        (await browser.OpenAsync(done.Headers.Location.ToString())).ShouldContain("Đã đặt mật khẩu. Hãy đăng nhập.");
        (await browser.SubmitAsync(("Password", AccountsHost.Password))).Headers.Location!.ToString().ShouldBe("/");
        (await browser.OpenAsync(made.GetProperty("link").GetString()!)).ShouldContain("Mã kích hoạt không đúng hoặc đã dùng.");
    }

    [Fact]
    public async Task A_one_time_password_typed_at_the_door_leads_to_choosing_one()
    {
        var made = await _accounts.AddAsync("reporter", "SYT");
        var browser = new Browser(_accounts.Host.Anonymous());
        await browser.OpenAsync("/sign-in");
        var response = await browser.SubmitAsync(("UserName", made.GetProperty("userName").GetString()!), ("Password", made.GetProperty("code").GetString()!));
        response.Headers.Location!.ToString().ShouldBe(made.GetProperty("link").GetString());
    }

    [Fact]
    public async Task The_second_step_asks_for_the_code_and_never_for_the_password_again()
    {
        var member = await _accounts.MemberAsync("reporter", "SYT");
        var key = await SecondFactorAsync(member);
        _accounts.Time.Advance(TimeSpan.FromSeconds(60));
        var browser = new Browser(_accounts.Host.Anonymous());
        await browser.OpenAsync("/sign-in?returnUrl=%2Faccount");
        var second = await (await browser.SubmitAsync(("UserName", member), ("Password", AccountsHost.Password))).Content.ReadAsStringAsync();
        second.ShouldContain("name=\"Code\"");
        second.ShouldNotContain("name=\"Password\"");
        second.ShouldNotContain(AccountsHost.Password);
        (await (await browser.SubmitAsync(("Code", "000000"))).Content.ReadAsStringAsync()).ShouldContain("Mã xác thực không đúng hoặc đã dùng.");
        (await browser.SubmitAsync(("Code", TimeCodes.CodeAt(key, _accounts.Time.GetUtcNow())))).Headers.Location!.ToString().ShouldBe("/account");
        (await browser.OpenAsync("/account")).ShouldContain("Đang bật");
    }

    [Fact]
    public async Task The_sealed_step_is_not_made_up_and_ends_with_the_password()
    {
        var member = await _accounts.MemberAsync("reporter", "SYT");
        await SecondFactorAsync(member);
        var browser = new Browser(_accounts.Host.Anonymous());
        await browser.OpenAsync("/sign-in");
        (await (await browser.SubmitAsync(("Step", "made up"), ("Code", "000000"))).Content.ReadAsStringAsync()).ShouldContain("Đã quá thời gian nhập mã");
        await browser.OpenAsync("/sign-in");
        await browser.SubmitAsync(("UserName", member), ("Password", AccountsHost.Password));
        await (await _accounts.AdminAsync()).PostAsync($"/api/v1/accounts/{member}/reset").ShouldAnswerAsync();
        (await (await browser.SubmitAsync(("Code", "000000"))).Content.ReadAsStringAsync()).ShouldContain("Tên đăng nhập hoặc mật khẩu không đúng.");
    }

    [Fact]
    public async Task My_account_changes_password_ends_sessions_and_makes_tokens()
    {
        var member = await _accounts.MemberAsync("reporter", "SYT");
        var client = await _accounts.SignInAsync(member);
        var other = await _accounts.SignInAsync(member);
        var browser = new Browser(client);
        var page = await browser.OpenAsync("/account");
        page.ShouldContain("Trần Thị Bình");
        page.ShouldContain("Người báo cáo (SYT), từ 01/01/2026");
        page.ShouldNotContain("<script");
        (await browser.OpenAsync("/account?lang=en")).ShouldContain("My account");
        await browser.OpenAsync("/account?lang=vi");
        (await browser.PostAsync("/account?handler=Token", ("name", "phần mềm"), ("expires", "31/12/2026"))).ShouldContain("swm_");
        (await browser.OpenAsync("/account")).ShouldNotContain("swm_");
        (await browser.PostAsync("/account?handler=Token", ("name", "phần mềm"), ("expires", "ngày mai"))).ShouldContain("phải từ hôm nay");
        (await browser.PostAsync("/account?handler=Password", ("password", AccountsHost.Password), ("newPassword", "một câu hoàn toàn khác"), ("again", "không giống"))).ShouldContain("không giống nhau");
        (await browser.PostAsync("/account?handler=Password", ("password", AccountsHost.Password), ("newPassword", "một câu hoàn toàn khác"), ("again", "một câu hoàn toàn khác"))).ShouldContain("Đã đổi mật khẩu");
        (await other.TryGetAsync("/api/v1/session")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await browser.PostAsync("/account?handler=Erase", ("password", "sai mật khẩu rồi"))).ShouldContain("Tên đăng nhập hoặc mật khẩu không đúng.");
        (await browser.PostAsync("/account?handler=Erase", ("password", "một câu hoàn toàn khác"))).ShouldContain("dữ liệu cá nhân đã được xóa");
    }

    [Fact]
    public async Task The_second_factor_is_set_up_on_the_page()
    {
        var member = await _accounts.MemberAsync("reporter", "SYT");
        var browser = new Browser(await _accounts.SignInAsync(member));
        await browser.OpenAsync("/account");
        var page = await browser.PostAsync("/account?handler=SecondFactor", ("password", AccountsHost.Password));
        var key = Key().Match(page).Value;
        page.ShouldContain("otpauth://totp/SocialWork:" + member);
        page = await browser.PostAsync("/account?handler=SecondFactorOn", ("code", TimeCodes.CodeAt(key, _accounts.Time.GetUtcNow())));
        Regex.Count(page, "<code class=\"secret\">[0-9A-Z]{5}-[0-9A-Z]{5}</code>", RegexOptions.None, TimeSpan.FromSeconds(5)).ShouldBe(10);
        (await browser.PostAsync("/account?handler=SecondFactorOff", ("password", AccountsHost.Password))).ShouldContain("Đã tắt xác thực hai bước.");
    }

    [Fact]
    public async Task Signing_out_says_so_and_a_form_without_its_token_does_nothing()
    {
        var browser = new Browser(await _accounts.AdminAsync());
        await browser.OpenAsync("/account");
        using var bare = new FormUrlEncodedContent([KeyValuePair.Create("password", AccountsHost.Password)]);
        (await browser.Client.PostAsync(new Uri("/account?handler=Erase", UriKind.Relative), bare)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await browser.PostAsync("/sign-out")).ShouldContain("Bạn đã đăng xuất.");
        (await browser.Client.TryGetAsync("/account")).Headers.Location!.ToString().ShouldContain("/sign-in");
    }

    private async Task<string> SecondFactorAsync(string member)
    {
        var client = await _accounts.SignInAsync(member);
        var key = (await client.PostAsync("/api/v1/account/second-factor", new { password = AccountsHost.Password }).ShouldAnswerAsync()).GetProperty("key").GetString()!;
        await client.PostAsync("/api/v1/account/second-factor/enable", new { code = TimeCodes.CodeAt(key, _accounts.Time.GetUtcNow()) }).ShouldAnswerAsync();
        return key;
    }

    [GeneratedRegex("(?<=<code class=\"secret\">)[A-Z2-7]{32}(?=</code>)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Key();
}
