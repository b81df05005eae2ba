using System.Text.RegularExpressions;
using SocialWork.Host.Tests.Support;

namespace SocialWork.Host.Tests.Pages;

/// <summary>What each person finds under Việc cần làm: what is owed or must be decided, the most pressing first, or what comes next.</summary>
[Collection(ServedYearTests.Name)]
public sealed partial class ToDoTests(ServedYear year)
{
    [Fact]
    public async Task A_reporter_sees_every_form_that_is_owed_and_how_late_it_is()
    {
        var page = await PageAsync("20044.reporter");
        page.ShouldContain("<title>(12) Việc cần làm –");
        var rows = Rows(page);
        rows.Length.ShouldBe(12);
        rows.ShouldAllBe(row => row.Contains("Quá hạn 2 ngày", StringComparison.Ordinal) && row.Contains("30/11/2026", StringComparison.Ordinal));
        rows[0].ShouldContain("href=\"/submissions/2026/K2/20044\"");
        rows[0].ShouldContain("Nhập tiếp và gửi");
        rows[1].ShouldContain("Nhập và gửi");
        rows[11].ShouldContain("1 cơ sở chưa gửi");
        rows[11].ShouldContain("href=\"/submissions/2026/YT2\"");
    }

    [Fact]
    public async Task A_head_who_has_nothing_to_approve_is_told_what_is_still_to_come()
    {
        var page = await PageAsync("20044.approver");
        page.ShouldContain("<title>Việc cần làm –");
        page.ShouldContain("Đơn vị còn 11 biểu chưa gửi, hạn trước ngày 30/11/2026");
        (await PageAsync("19960.approver")).ShouldContain("Mọi mốc của năm 2026 đã qua");
    }

    [Fact]
    public async Task The_standing_agency_reminds_accepts_and_has_the_report_signed_in_the_order_of_the_dates()
    {
        var rows = Rows(await PageAsync("standing"));
        rows[0].ShouldContain("Đôn đốc");
        rows.ShouldContain(row => row.Contains("Đôn đốc Xã A Lưới 2", StringComparison.Ordinal) && row.Contains("/monitoring/2026/20044", StringComparison.Ordinal));
        rows.ShouldContain(row => row.Contains("Tiếp nhận 8 biểu", StringComparison.Ordinal) && row.Contains("/review?form=GD1", StringComparison.Ordinal) && row.Contains("Còn 13 ngày", StringComparison.Ordinal));
        rows[^1].ShouldContain("Hoàn thiện và trình ký");
        var dates = rows.Select(row => DateOnly.ParseExact(Date().Match(row).Value, "dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        dates.ShouldBe(dates.Order());
    }

    [Theory]
    [InlineData("leader")]
    [InlineData("auditor")]
    [InlineData("admin")]
    public async Task Who_has_nothing_to_decide_is_told_the_next_date(string user)
    {
        var page = await PageAsync(user);
        Rows(page).ShouldBeEmpty();
        page.ShouldContain("hạn trước ngày 15/12/2026");
    }

    [Fact]
    public async Task In_english_it_says_the_same()
    {
        var page = await PageAsync("20044.reporter", "/?lang=en");
        page.ShouldContain("<title>(12) To do –");
        page.ShouldContain("12 things to do");
        page.ShouldContain("2 days late");
        (await PageAsync("leader", "/?lang=en")).ShouldContain("There is nothing to do now. Next:");
    }

    private static string[] Rows(string page) => page.Contains("class=\"todo\"", StringComparison.Ordinal) ? [.. Row().Matches(page[page.IndexOf("class=\"todo\"", StringComparison.Ordinal)..page.IndexOf("</table>", StringComparison.Ordinal)]).Select(match => match.Value)] : [];

    private async Task<string> PageAsync(string user, string address = "/") => await (await year.Host.SignInAsync(user)).GetStringAsync(new Uri(address, UriKind.Relative));

    [GeneratedRegex("<tr class=\"has-link\">.*?</tr>", RegexOptions.Singleline, 1000)]
    private static partial Regex Row();

    [GeneratedRegex("[0-9]{2}/[0-9]{2}/[0-9]{4}", RegexOptions.None, 1000)]
    private static partial Regex Date();
}
