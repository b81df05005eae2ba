using Microsoft.Playwright;
using SocialWork.Browser.Tests.Support;

namespace SocialWork.Browser.Tests.Pages;

/// <summary>What pages weigh on the wire, headers included, as a browser fetches them.</summary>
[Collection(BrowsingTests.Name)]
public sealed class WeightTests(Browsing browsing)
{
    /// <summary>The most that a first page may weigh, with everything it brings, in bytes.</summary>
    private const int FirstPage = 100_000;

    /// <summary>The most that a list of a hundred rows or more may weigh, in bytes.</summary>
    private const int LongList = 60_000;

    private const string FontsAreThere = "() => document.fonts.ready.then(() => document.fonts.size)";

    [Theory]
    [InlineData(null, "/sign-in")]
    [InlineData("19960.reporter", "/")]
    [InlineData("standing", "/")]
    public async Task A_first_page_with_an_empty_memory_is_light(string? reader, string address)
    {
        await using var context = await browsing.OpenAsync(reader);
        var watched = await WatchedPage.InAsync(context);
        await watched.Page.GotoAsync(address);
        await watched.Page.EvaluateAsync(FontsAreThere);
        var transfers = await watched.TransfersAsync();
        transfers.Sum(t => t.Bytes).ShouldBeLessThan(FirstPage, string.Join("; ", transfers.Select(t => $"{t.Address} {t.Bytes}")));
        transfers.ShouldContain(t => t.Address.Contains("vietnamese-400", StringComparison.Ordinal), "its letters come with it");
        transfers.ShouldNotContain(t => t.Address.Contains("latin-ext", StringComparison.Ordinal), "Vietnamese needs no file of other languages");
    }

    [Fact]
    public async Task A_second_page_fetches_itself_and_nothing_else()
    {
        await using var context = await browsing.OpenAsync("standing");
        var page = await context.NewPageAsync();
        await page.GotoAsync("/");
        await page.EvaluateAsync(FontsAreThere);
        await page.GotoAsync("/reports/2026/figures/CT1");
        await page.EvaluateAsync(FontsAreThere);
        var fetched = await page.EvaluateAsync<string[]>("() => performance.getEntriesByType('resource').filter(e => e.transferSize > 0).map(e => e.name)");
        fetched.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_list_of_more_than_a_hundred_rows_is_light()
    {
        await using var context = await browsing.OpenAsync("standing");
        var watched = await WatchedPage.InAsync(context);
        await watched.Page.GotoAsync("/reports/2026/figures/CT1");
        (await watched.Page.Locator("table.sources tbody tr").CountAsync()).ShouldBeGreaterThan(100);
        (await watched.TransfersAsync()).Single(t => t.Address == "/reports/2026/figures/CT1").Bytes.ShouldBeInRange(1_000, LongList);
    }
}
