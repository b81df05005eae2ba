using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SocialWork.Browser.Tests.Support;

namespace SocialWork.Browser.Tests.Journeys;

/// <summary>A form on its whole way: six people, each in a browser of their own, who see nothing of each other but what the pages show.</summary>
[Collection(BrowsingTests.Name)]
public sealed partial class SeasonTests(Browsing browsing)
{
    private const string Unit = "Xã A Lưới 2";
    private const string Title = "Người có hoàn cảnh khó khăn có nhu cầu, tiếp nhận tại UBND";
    private const string Reason = "Số người nghèo thấp hơn sổ tiếp nhận của xã, đề nghị đối chiếu lại.";
    private const string Review = "/review/2026/XP5/20044";

    // Of each client group: in need, supported, referred. “k” is one key for “nothing arose”.
    private static readonly string[][] Groups =
        [["12", "10", "3"], ["8", "9", "2"], ["5", "5", "k"], ["k", "k", "k"], ["2", "2", "1"], ["3", "3", "k"], ["9", "9", "4"], ["4", "2", "k"]];

    private static readonly string[] Columns = ["co_nhu_cau", "duoc_ho_tro", "chuyen_tyt"];

    [Fact]
    public async Task A_form_is_filled_in_returned_corrected_sent_accepted_and_found_in_the_report_and_in_the_log()
    {
        await using var reporter = await Person.SignedInAsync(browsing, "season", "20044.reporter");
        await using var approver = await Person.SignedInAsync(browsing, "season", "20044.approver");
        await using var standing = await Person.SignedInAsync(browsing, "season", "standing");
        await using var leader = await Person.SignedInAsync(browsing, "season", "leader");
        await using var admin = await Person.SignedInAsync(browsing, "season", "admin");
        await using var auditor = await Person.SignedInAsync(browsing, "season", "auditor");
        var (reported, sources) = (await ReportedAsync(leader), await SourcesAsync(leader));

        await FillInAsync(reporter);
        await CorrectAndSendAsync(reporter);
        await ReturnAsync(approver);
        await CorrectWhatWasReturnedAsync(reporter);
        await ApproveAsync(approver);
        await AcceptAsync(standing);
        (await ReportedAsync(leader)).ShouldBe(reported + 1, "the board counts one commune more");
        await leader.PictureAsync(15, "board");
        (await SourcesAsync(leader)).ShouldBe(sources + 1, "the figure is made of one sending more");
        await leader.PictureAsync(16, "lineage");
        await FindSourceAsync(standing);
        var made = await MakeAccountAsync(admin);
        await FindEverythingAsync(auditor, made);
    }

    // From the to-do page through both sections; every cell is saved as it is left.
    private static async Task FillInAsync(Person reporter)
    {
        await reporter.PictureAsync(1, "to do");
        var row = reporter.ToDo("XP5");
        await Assertions.Expect(row).ToContainTextAsync("Nhập và gửi");
        await row.GetByRole(AriaRole.Link).ClickAsync();
        await reporter.ReadsHeadingAsync(Title);
        await reporter.ReadsAsync("Còn 24 ô");
        await reporter.PictureAsync(2, "form");
        await reporter.FollowAsync("Theo nhóm");
        foreach (var (group, cells) in Groups.Index())
        {
            foreach (var (column, typed) in cells.Index()) await Cell(reporter, Columns[column], group + 1).FillAsync(typed);
        }

        await Cell(reporter, "chuyen_tyt", Groups.Length).PressAsync("Tab");
        await SavedAsync(reporter);
        await Assertions.Expect(Cell(reporter, "co_nhu_cau", 4)).ToHaveValueAsync("KPS");
        await Assertions.Expect(Holder(reporter, "duoc_ho_tro", 2)).ToContainTextAsync("Được hỗ trợ không vượt có nhu cầu.");
        await reporter.PictureAsync(3, "section");
        await reporter.PressAsync("Lưu và sang phần");
        await reporter.Page.Locator("[name='c.kt_co_nhu_cau']").FillAsync("50");
        await reporter.Page.Locator("[name='c.kt_duoc_ho_tro']").FillAsync("36");
        await reporter.PressAsync("Lưu và kiểm tra để gửi");
    }

    // The check page leads to each cell that would be refused, and to nothing else.
    private static async Task CorrectAndSendAsync(Person reporter)
    {
        await reporter.ReadsHeadingAsync("Kiểm tra và gửi");
        await reporter.ReadsAsync("Cần sửa trước khi gửi: 2");
        await reporter.PictureAsync(4, "check with errors");
        await reporter.FollowAsync("Được hỗ trợ không vượt có nhu cầu.");
        await Assertions.Expect(Cell(reporter, "duoc_ho_tro", 2)).ToBeFocusedAsync();
        await Cell(reporter, "duoc_ho_tro", 2).FillAsync("7");
        await Cell(reporter, "duoc_ho_tro", 2).PressAsync("Tab");
        await SavedAsync(reporter);
        await Assertions.Expect(Holder(reporter, "duoc_ho_tro", 2)).Not.ToContainTextAsync("Được hỗ trợ không vượt có nhu cầu.");
        await reporter.FollowAsync("Kiểm tra và gửi");
        await reporter.ReadsAsync("Cần sửa trước khi gửi: 1");
        await reporter.FollowAsync("Tổng người có nhu cầu phải từ giá trị lớn nhất");
        await Assertions.Expect(reporter.Page.Locator("[name='c.kt_co_nhu_cau']")).ToBeFocusedAsync();
        await reporter.Page.Locator("[name='c.kt_co_nhu_cau']").FillAsync("40");
        await reporter.PressAsync("Lưu và kiểm tra để gửi");
        await reporter.ReadsHeadingAsync("Kiểm tra và gửi");
        await Assertions.Expect(reporter.Main).Not.ToContainTextAsync("Cần sửa trước khi gửi");
        await reporter.PressAsync("Gửi lãnh đạo duyệt");
        await reporter.IsToldAsync("Hãy ghi ngày chốt số liệu");
        await reporter.Page.GetByLabel("Số liệu tính đến ngày").FillAsync("30/11/2026");
        await reporter.PressAsync("Gửi lãnh đạo duyệt");
        await reporter.ReadsHeadingAsync("Chờ lãnh đạo duyệt");
        await reporter.PictureAsync(5, "submitted");
    }

    private static async Task ReturnAsync(Person approver)
    {
        await approver.NavigateAsync("Biểu chờ xử lý");
        await approver.PictureAsync(6, "queue");
        await approver.Row("XP5", Unit).GetByRole(AriaRole.Link).ClickAsync();
        await approver.IsAtAsync(Review);
        await approver.ReadsAsync("Đây là phiên bản đầu tiên.");
        var remark = approver.Page.Locator("input[name=cell][value='co_nhu_cau[DT7]']");
        await remark.CheckAsync();
        await approver.PressAsync("Trả lại");
        await approver.IsToldAsync("lý do");
        await Assertions.Expect(remark).ToBeCheckedAsync();
        await approver.PictureAsync(7, "refused without a reason");
        await approver.Page.Locator("#reason").FillAsync(Reason);
        await approver.PressAsync("Trả lại");
        await Assertions.Expect(approver.Main.GetByRole(AriaRole.Status)).ToContainTextAsync("Đã ghi nhận: trả lại.");
        await approver.PictureAsync(8, "returned");
    }

    private static async Task CorrectWhatWasReturnedAsync(Person reporter)
    {
        await reporter.NavigateAsync("Việc cần làm");
        var row = reporter.Page.Locator("table.todo tbody tr").First;
        await Assertions.Expect(row).ToContainTextAsync("XP5");
        await Assertions.Expect(row).ToContainTextAsync("Bị trả lại: sửa và gửi lại");
        await reporter.PictureAsync(9, "to do after the return");
        await row.GetByRole(AriaRole.Link).ClickAsync();
        await reporter.ReadsAsync("Biểu bị trả lại");
        await reporter.ReadsAsync(Reason);
        await reporter.PictureAsync(10, "form after the return");
        await reporter.Page.Locator(".errors").GetByRole(AriaRole.Link).ClickAsync();
        var cell = Cell(reporter, "co_nhu_cau", 7);
        await Assertions.Expect(cell).ToBeFocusedAsync();
        await Assertions.Expect(cell).ToHaveValueAsync("9");
        await reporter.ReadsAsync(Reason);
        await reporter.PictureAsync(11, "section after the return");
        await cell.FillAsync("15");
        await cell.PressAsync("Tab");
        await SavedAsync(reporter);
        await reporter.FollowAsync("Kiểm tra và gửi");
        await Assertions.Expect(reporter.Page.GetByLabel("Số liệu tính đến ngày")).ToHaveValueAsync("30/11/2026");
        await reporter.PressAsync("Gửi lãnh đạo duyệt");
        await reporter.ReadsHeadingAsync("Chờ lãnh đạo duyệt");
    }

    private static async Task ApproveAsync(Person approver)
    {
        await approver.NavigateAsync("Việc cần làm");
        await Assertions.Expect(approver.ToDo("XP5")).ToContainTextAsync("Duyệt và gửi: " + Unit);
        await approver.ToDo("XP5").GetByRole(AriaRole.Link).ClickAsync();
        await OneCellStandsOutAsync(approver);
        await approver.PictureAsync(12, "sent again");
        await approver.PressAsync("Duyệt và gửi");
        await Assertions.Expect(approver.Main.GetByRole(AriaRole.Status)).ToContainTextAsync("Đã ghi nhận: duyệt và gửi.");
    }

    private static async Task AcceptAsync(Person standing)
    {
        await standing.NavigateAsync("Biểu chờ xử lý");
        await standing.Page.GetByLabel("Đơn vị (tên hoặc mã").FillAsync("a luoi 2");
        await standing.PressAsync("Lọc");
        await standing.PictureAsync(13, "queue");
        await standing.Row("XP5", Unit).GetByRole(AriaRole.Link).ClickAsync();
        await OneCellStandsOutAsync(standing);
        await standing.ReadsAsync("Không có số liệu năm trước để đối chiếu.");
        await Assertions.Expect(standing.Page.Locator("table.history tbody tr")).ToHaveCountAsync(6);
        await standing.PictureAsync(14, "decision");
        await standing.PressAsync("Tiếp nhận");
        await Assertions.Expect(standing.Main.GetByRole(AriaRole.Status)).ToContainTextAsync("Đã ghi nhận: tiếp nhận.");
    }

    // The one cell that was corrected, with what it was and what it is.
    private static async Task OneCellStandsOutAsync(Person reader)
    {
        await reader.ReadsAsync("1 ô thay đổi so với phiên bản 1");
        var changed = reader.Page.Locator("tr.is-changed");
        await Assertions.Expect(changed).ToHaveCountAsync(1);
        await Assertions.Expect(changed.Locator("td")).ToContainTextAsync(["9", "15"]);
        await Assertions.Expect(changed).ToContainTextAsync("Đã sửa");
    }

    // How many communes and stations the board counts for the rate that the form feeds.
    private static async Task<int> ReportedAsync(Person leader)
    {
        await leader.NavigateAsync("Bảng điều hành");
        await leader.ReadsHeadingAsync("Bảng điều hành");
        var coverage = await leader.Row("CT4").Locator("td").Last.InnerTextAsync();
        return int.Parse(coverage.Split('/')[0].Trim().Replace(".", string.Empty, StringComparison.Ordinal), CultureInfo.InvariantCulture);
    }

    // From the report to what its figure is made of; what communes sent to it is counted, and equals the figure. Small numbers of
    // this form are hidden from the leader, so that no commune is sure to have a line of its own.
    private static async Task<int> SourcesAsync(Person leader)
    {
        await TraceAsync(leader);
        await Assertions.Expect(leader.Main.GetByText("khớp số liệu")).ToHaveCountAsync(2);
        return int.Parse(await leader.Row("Xã, phường").First.Locator("td.num").First.InnerTextAsync(), CultureInfo.InvariantCulture);
    }

    // The agency that accepted it sees every number: the sending stands among the sources, on both sides of the rate.
    private static async Task FindSourceAsync(Person standing)
    {
        await TraceAsync(standing);
        await Assertions.Expect(standing.Row("20044", "kt_duoc_ho_tro")).ToHaveTextAsync(Source("36"));
        await Assertions.Expect(standing.Row("20044", "kt_co_nhu_cau")).ToHaveTextAsync(Source("40"));
        await standing.PictureAsync(17, "lineage");
    }

    private static async Task TraceAsync(Person reader)
    {
        await reader.NavigateAsync("Báo cáo tổng hợp");
        await reader.Page.Locator("main a[href$='/figures/CT4']").First.ClickAsync();
        await reader.ReadsHeadingAsync("Nguồn gốc số liệu");
    }

    // The second version, its value, who sent it, the day it was accepted.
    private static Regex Source(string value) => new($@"\s2\s+{value}\s+20044\.approver\s+\d\d/\d\d/\d{{4}}\s*$", RegexOptions.None, TimeSpan.FromSeconds(1));

    private static async Task<string> MakeAccountAsync(Person admin)
    {
        await admin.NavigateAsync("Tài khoản");
        await admin.FollowAsync("Tạo tài khoản");
        await admin.Page.GetByLabel("Họ và tên").FillAsync("Cán bộ nhập liệu thứ hai");
        await admin.Page.GetByLabel("Vai trò").SelectOptionAsync("Reporter");
        await admin.Page.GetByLabel("Mã đơn vị").FillAsync("20044");
        await admin.PressAsync("Tạo tài khoản");
        await admin.ReadsAsync("Liên kết chỉ hiện một lần này");
        var made = await admin.Main.Locator("strong").First.InnerTextAsync();
        made.ShouldStartWith("20044.reporter");
        await admin.PictureAsync(18, "account");
        await admin.NavigateAsync("Mô-đun");
        await Assertions.Expect(admin.Row("Hoạt động")).ToHaveCountAsync(9);
        await Assertions.Expect(admin.Row("XP5")).ToContainTextAsync("communes");
        await admin.PictureAsync(19, "modules");
        return made;
    }

    private static async Task FindEverythingAsync(Person auditor, string made)
    {
        await auditor.NavigateAsync("Nhật ký");
        await auditor.Page.GetByLabel("Đối tượng bắt đầu bằng").FillAsync("submission/2026/XP5/20044");
        await auditor.PressAsync("Tìm");
        await auditor.PictureAsync(20, "log");
        (await StepsAsync(auditor)).ShouldBe(
        [
            "20044.reporter: Lưu số liệu", "20044.reporter: Trình lãnh đạo", "20044.approver: Trả lại", "20044.reporter: Lưu số liệu", "20044.reporter: Trình lãnh đạo", "20044.approver: Duyệt và gửi", "standing: Tiếp nhận",
        ]);
        await auditor.Page.GetByLabel("Đối tượng bắt đầu bằng").FillAsync("account/" + made);
        await auditor.PressAsync("Tìm");
        await Assertions.Expect(auditor.Row("account/" + made).First).ToContainTextAsync("admin");
        await auditor.PressAsync("Kiểm tra toàn bộ nhật ký");
        await auditor.ReadsAsync("Nhật ký nguyên vẹn");
    }

    // The steps of the form in their order, over all pages; what was saved cell by cell is one step.
    private static async Task<IEnumerable<string>> StepsAsync(Person auditor)
    {
        var steps = new List<string>();
        while (true)
        {
            foreach (var row in await auditor.Row().AllAsync())
            {
                var cells = await row.Locator("td").AllInnerTextsAsync();
                var step = $"{FirstWord().Match(cells[1]).Value}: {cells[2].Trim()}";
                if (!step.EndsWith(": Xem", StringComparison.Ordinal) && (steps.Count == 0 || steps[^1] != step)) steps.Add(step);
            }

            if (await auditor.Main.GetByRole(AriaRole.Link, new() { Name = "Dòng cũ hơn" }).CountAsync() == 0) break;
            await auditor.FollowAsync("Dòng cũ hơn");
        }

        steps.Reverse();
        return steps;
    }

    private static Task SavedAsync(Person person) => Assertions.Expect(person.Page.Locator("#state")).ToContainTextAsync("Đã lưu lúc");

    private static ILocator Cell(Person person, string field, int group) => person.Page.Locator($"[name='c.{field}[DT{group}]']");

    private static ILocator Holder(Person person, string field, int group) => person.Page.Locator($"[data-cell='{field}[DT{group}]']");

    [GeneratedRegex(@"\S+", RegexOptions.None, 1000)]
    private static partial Regex FirstWord();
}
