using Microsoft.Playwright;
using SocialWork.Browser.Tests.Support;

namespace SocialWork.Browser.Tests.Journeys;

/// <summary>A commune's officer fills in a form in a real browser.</summary>
[Collection(BrowsingTests.Name)]
public sealed class EntryJourneyTests(Browsing browsing)
{
    private const string Form = "/submissions/2026/XP2/20044";

    [Fact]
    public async Task Cells_are_saved_as_they_are_left_and_what_could_not_be_sent_is_kept_until_it_can()
    {
        await using var context = await browsing.OpenAsync("20044.reporter", "vi");
        var page = await context.NewPageAsync();
        await page.GotoAsync(Form);
        await page.Locator("ol.tasks a").First.ClickAsync();
        var boxes = page.Locator("#sheet input[data-number]");
        await boxes.First.FillAsync("12");
        await boxes.First.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#state")).ToContainTextAsync("Đã lưu lúc");

        // The line is cut: what is typed stays in the browser, and is sent when the page is opened again.
        await context.SetOfflineAsync(true);
        await boxes.First.FillAsync("13");
        await boxes.First.PressAsync("Tab");
        await Assertions.Expect(page.Locator("#state")).ToContainTextAsync("Mất kết nối");
        var address = page.Url;
        await page.CloseAsync();
        await context.SetOfflineAsync(false);
        var again = await context.NewPageAsync();
        await again.GotoAsync(address);
        await Assertions.Expect(again.Locator("#state")).ToContainTextAsync("Đã lưu lúc");
        await again.ReloadAsync();
        await Assertions.Expect(again.Locator("#sheet input[data-number]").First).ToHaveValueAsync("13");
    }

    [Fact]
    public async Task One_key_says_that_nothing_arose_and_arrows_move_along_the_column()
    {
        await using var context = await browsing.OpenAsync("20044.reporter", "vi");
        var page = await context.NewPageAsync();
        await page.GotoAsync("/submissions/2026/XP3/20044/nhom");
        var column = page.Locator("table.grid tbody tr td:nth-child(5) input[data-number]");
        await column.First.ClickAsync();
        await column.First.FillAsync(string.Empty);
        await page.Keyboard.PressAsync("k");
        await Assertions.Expect(column.First).ToHaveValueAsync("KPS");
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(column.Nth(1)).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("#state")).ToContainTextAsync("Đã lưu lúc");
    }
}
