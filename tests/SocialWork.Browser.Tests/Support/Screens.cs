using Microsoft.Playwright;

namespace SocialWork.Browser.Tests.Support;

/// <summary>The screens that pages are made for.</summary>
internal static class Screens
{
    // Taller pictures cost seconds and show nothing new.
    private const int MaxHeight = 6000;

    /// <summary>A small telephone.</summary>
    public static ViewportSize Narrow { get; } = new() { Width = 360, Height = 740 };

    /// <summary>The common office screen.</summary>
    public static ViewportSize Wide { get; } = new() { Width = 1366, Height = 768 };

    /// <summary>
    /// Makes the screen as tall as its page, up to a height that says everything: what sticks to the lower edge of a screen would
    /// stand before something else halfway down.
    /// </summary>
    public static async Task StretchAsync(IPage page)
    {
        var height = await page.EvaluateAsync<int>("() => document.scrollingElement.scrollHeight");
        await page.SetViewportSizeAsync(page.ViewportSize!.Width, Math.Clamp(height, page.ViewportSize.Height, Math.Max(MaxHeight, page.ViewportSize.Height)));
    }
}
