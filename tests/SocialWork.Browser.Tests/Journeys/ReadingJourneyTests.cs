using Microsoft.Playwright;
using SocialWork.Browser.Tests.Support;

namespace SocialWork.Browser.Tests.Journeys;

/// <summary>From the door to where a figure comes from and out again, by those who have less than others.</summary>
[Collection(BrowsingTests.Name)]
public sealed class ReadingJourneyTests(Browsing browsing)
{
    [Fact]
    public async Task Without_script_one_signs_in_follows_a_figure_changes_the_language_and_leaves()
    {
        await using var context = await browsing.OpenAsync(options: new BrowserNewContextOptions { JavaScriptEnabled = false });
        var page = await context.NewPageAsync();
        await page.GotoAsync("/");
        await page.GetByLabel("Tên đăng nhập").FillAsync("standing");
        await page.GetByLabel("Mật khẩu").FillAsync("wrong");
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("không đúng");
        await Assertions.Expect(page.GetByLabel("Tên đăng nhập")).ToHaveValueAsync("standing");
        await page.GetByLabel("Mật khẩu").FillAsync("demo-2026");
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập" }).ClickAsync();
        await HeadingAsync(page, "Việc cần làm");
        await page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = "Báo cáo tổng hợp" }).ClickAsync();
        await page.Locator("a[href$='/figures/CT1']").First.ClickAsync();
        await HeadingAsync(page, "Nguồn gốc số liệu");
        await Assertions.Expect(page.GetByText("khớp số liệu").First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
        await HeadingAsync(page, "Where it comes from");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("You are signed out.");
        await page.GotoAsync("/reports/2026");
        await HeadingAsync(page, "Sign in");
    }

    [Fact]
    public async Task With_the_keyboard_alone_one_does_the_same_and_always_sees_where_one_is()
    {
        await using var context = await browsing.OpenAsync();
        var page = await context.NewPageAsync();
        var keyboard = new Keyboard(page);
        await page.GotoAsync("/");
        await keyboard.TypeAsync(page.GetByLabel("Tên đăng nhập"), "leader");
        await keyboard.TypeAsync(page.GetByLabel("Mật khẩu"), "demo-2026");
        await page.Keyboard.PressAsync("Enter");
        await HeadingAsync(page, "Việc cần làm");
        await keyboard.EnterAsync(page.GetByRole(AriaRole.Link, new() { Name = "Chuyển đến nội dung chính" }));
        await Assertions.Expect(page.Locator("main")).ToBeFocusedAsync();
        await page.ReloadAsync();
        await keyboard.EnterAsync(page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = "Báo cáo tổng hợp" }));
        await keyboard.EnterAsync(page.Locator("a[href$='/figures/CT1']").First);
        await HeadingAsync(page, "Nguồn gốc số liệu");
        await keyboard.EnterAsync(page.GetByRole(AriaRole.Link, new() { Name = "English" }));
        await HeadingAsync(page, "Where it comes from");
        await keyboard.EnterAsync(page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }));
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("You are signed out.");
    }

    private static Task HeadingAsync(IPage page, string text) => Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(text);
}
