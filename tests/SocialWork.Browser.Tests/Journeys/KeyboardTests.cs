using Microsoft.Playwright;
using SocialWork.Browser.Tests.Support;

namespace SocialWork.Browser.Tests.Journeys;

/// <summary>An officer who has no mouse does everything that an officer does, and always sees where the focus is.</summary>
[Collection(BrowsingTests.Name)]
public sealed class KeyboardTests(Browsing browsing)
{
    private const string Form = "/submissions/2026/XP4/20044";

    [Fact]
    public async Task A_form_is_found_filled_in_and_sent_with_keys()
    {
        await using var reporter = await Person.AtTheDoorAsync(browsing, "keyboard", "20044.reporter");
        var (page, keys) = (reporter.Page, new Keyboard(reporter.Page));
        await keys.TypeAsync(page.GetByLabel("Tên đăng nhập"), reporter.UserName);
        await keys.TypeAsync(page.GetByLabel("Mật khẩu"), Person.Password);
        await page.Keyboard.PressAsync("Enter");
        await reporter.ReadsHeadingAsync("Việc cần làm");
        await keys.SkipAsync();
        await keys.EnterAsync(reporter.ToDo("XP4").GetByRole(AriaRole.Link));
        await reporter.IsAtAsync(Form);
        await keys.SkipAsync();
        await keys.EnterAsync(reporter.Main.GetByRole(AriaRole.Link, new() { Name = "Nhận chăm sóc, nuôi dưỡng tại cộng đồng" }));

        // Down the columns: what was typed stays behind as one goes on with Enter and the arrows.
        var (first, second) = (Box(page, "gd[TRE_EM_HCDB]"), Box(page, "gd[NKT_DBN]"));
        await keys.TypeAsync(first, "5");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(second).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("k");
        await Assertions.Expect(second).ToHaveValueAsync("KPS");
        await page.Keyboard.PressAsync("ArrowUp");
        await Assertions.Expect(first).ToBeFocusedAsync();
        await keys.TypeAsync(Box(page, "nguoi[TRE_EM_HCDB]"), "4");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("k");
        await keys.BackToAsync(Box(page, "kp_thang[TRE_EM_HCDB]"));
        await page.Keyboard.TypeAsync("4");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("k");
        await Assertions.Expect(page.Locator("#state")).ToContainTextAsync("Đã lưu lúc");
        await reporter.PictureAsync(1, "section");

        // One key goes on; what must be corrected is reached from the list of faults.
        await page.Keyboard.PressAsync("Control+Enter");
        await reporter.ReadsHeadingAsync("Kiểm tra và gửi");
        await keys.EnterAsync(reporter.Main.GetByRole(AriaRole.Link, new() { Name = "Mỗi gia đình, cá nhân nuôi ít nhất 01 người." }));
        await reporter.IsAtAsync(Form + "/nhan_nuoi");
        await keys.SeesFocusAsync();
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync("4");
        await page.Keyboard.PressAsync("Control+Enter");
        await reporter.ReadsHeadingAsync("Kiểm tra và gửi");
        await Assertions.Expect(reporter.Main).Not.ToContainTextAsync("Cần sửa trước khi gửi");
        await reporter.PictureAsync(2, "check");

        await keys.SkipAsync();
        foreach (var words in await reporter.Main.Locator("textarea").AllAsync()) await keys.TypeAsync(words, "Đã đối chiếu với sổ theo dõi của xã.");
        await keys.TypeAsync(page.GetByLabel("Số liệu tính đến ngày"), "30/11/2026");
        await keys.EnterAsync(reporter.Main.GetByRole(AriaRole.Button, new() { Name = "Gửi lãnh đạo duyệt" }));
        await reporter.IsAtAsync(Form);
        await reporter.ReadsHeadingAsync("Chờ lãnh đạo duyệt");
        await reporter.PictureAsync(3, "sent");
    }

    private static ILocator Box(IPage page, string cell) => page.Locator($"[name='c.{cell}']");
}
