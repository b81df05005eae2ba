using System.Net;
using System.Text.RegularExpressions;
using SocialWork.Host.Tests.Accounts;
using SocialWork.Host.Tests.Support;

namespace SocialWork.Host.Tests.Pages;

/// <summary>Modules, system and audit log as pages.</summary>
[Collection(ServedYearTests.Name)]
public sealed partial class AdminPagesTests(ServedYear year)
{
    [Fact]
    public async Task Every_module_stands_there_with_state_version_and_what_it_contributes()
    {
        var admin = await year.Host.SignInAsync("admin");
        var page = await ReadAsync("admin", "/admin/modules");
        foreach (var module in (await admin.GetJsonAsync("/api/v1/modules")).EnumerateArray())
        {
            var row = Rows(page).Single(r => r.Contains($"<span class=\"code\">{module.GetProperty("id").GetString()}</span>", StringComparison.Ordinal));
            row.ShouldContain($"<td>{module.GetProperty("version").GetString()}</td>");
            row.ShouldContain("Hoạt động");
            foreach (var form in module.GetProperty("forms").EnumerateArray()) row.ShouldContain(form.GetString()!);
        }
    }

    [Theory]
    [InlineData("/admin/modules", "19960.reporter", "19960.approver")]
    [InlineData("/admin/system", "19960.reporter", "standing", "leader")]
    [InlineData("/admin/audit", "19960.reporter", "standing", "leader")]
    public async Task They_are_not_for_everybody(string address, params string[] users)
    {
        foreach (var user in users) (await (await year.Host.SignInAsync(user)).GetAsync(new Uri(address, UriKind.Relative))).Headers.Location!.ToString().ShouldBe("/denied", user);
        (await ReadAsync("auditor", address)).ShouldContain("<h1");
    }

    [Fact]
    public async Task An_administrator_backs_up_and_an_auditor_sees_the_settings_alone()
    {
        using var data = new TemporaryFolder();
        year.CopyTo(data.Path);
        await using var host = await HostUnderTest.StartAsync(data.Path);
        var admin = new Browser(await host.SignInAsync("admin"));
        (await admin.OpenAsync("/admin/system")).ShouldContain("Chưa có bản sao lưu nào");
        (await admin.PostAsync("/admin/system?handler=Backup")).ShouldContain("Đã tạo bản sao lưu");
        Rows(await admin.OpenAsync("/admin/system")).Count(r => r.Contains("Theo yêu cầu", StringComparison.Ordinal)).ShouldBe(1);
        var auditor = new Browser(await host.SignInAsync("auditor"));
        var page = await auditor.OpenAsync("/admin/system");
        page.ShouldContain("Thời gian lưu giữ");
        page.ShouldNotContain("handler=Backup");
        await auditor.PostAsync("/admin/system?handler=Backup");
        Rows(await admin.OpenAsync("/admin/system")).Count(r => r.Contains("Theo yêu cầu", StringComparison.Ordinal)).ShouldBe(1, "nobody else makes one");
    }

    [Fact]
    public async Task The_log_is_searched_and_paged_and_its_files_hold_the_same_lines()
    {
        var first = await ReadAsync("auditor", "/admin/audit?entity=submission/2026/XP1&action=Submit&from=01/01/2026&to=01/12/2026");
        Rows(first).Length.ShouldBe(39, "one for every commune but the one that has not sent");
        Rows(first).ShouldAllBe(r => r.Contains("<td>Trình lãnh đạo</td>", StringComparison.Ordinal));
        var file = WebUtility.HtmlDecode(FileLink().Match(first).Groups["to"].Value);
        (await ReadAsync("auditor", file)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBeGreaterThanOrEqualTo(Rows(first).Length);

        var whole = await ReadAsync("auditor", "/admin/audit?action=Submit");
        Rows(whole).Length.ShouldBe(50);
        var older = Rows(await ReadAsync("auditor", WebUtility.HtmlDecode(Older().Match(whole).Groups["to"].Value)));
        older.Length.ShouldBe(50);
        Number(older[0]).ShouldBeLessThan(Number(Rows(whole)[^1]));
        (await ReadAsync("auditor", "/admin/audit?text=quang+dien+khong+co")).ShouldContain("Không có dòng nào khớp");
        whole.Length.ShouldBeLessThan(60_000);
    }

    [Fact]
    public async Task A_day_that_cannot_be_read_is_named_beside_its_field()
    {
        var page = await ReadAsync("auditor", "/admin/audit?from=31/02/2026");
        page.ShouldContain("id=\"from-error\"");
        page.ShouldContain("value=\"31/02/2026\"");
    }

    [Fact]
    public async Task The_whole_log_is_verified_on_the_page()
    {
        var browser = new Browser(await year.Host.SignInAsync("auditor"));
        await browser.OpenAsync("/admin/audit");
        (await browser.PostAsync("/admin/audit?handler=Verify")).ShouldContain("Nhật ký nguyên vẹn");
    }

    private static string[] Rows(string page) => [.. Row().Matches(page[page.IndexOf("<main", StringComparison.Ordinal)..]).Select(m => m.Value).Where(r => !r.Contains("scope=\"col\"", StringComparison.Ordinal))];

    private static long Number(string row) => long.Parse(RowNumber().Match(row).Groups["number"].Value, System.Globalization.CultureInfo.InvariantCulture);

    private async Task<string> ReadAsync(string user, string address)
    {
        var response = await (await year.Host.SignInAsync(user)).GetAsync(new Uri(address, UriKind.Relative));
        return await response.Content.ReadAsStringAsync();
    }

    [GeneratedRegex("<tr>.*?</tr>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Row();

    [GeneratedRegex("<th scope=\"row\" class=\"num\">(?<number>[0-9]+)</th>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RowNumber();

    [GeneratedRegex("<a href=\"(?<to>[^\"]+)\">Dòng cũ hơn</a>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Older();

    [GeneratedRegex("<a href=\"(?<to>/api/v1/audit.csv[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FileLink();
}
