using Microsoft.Playwright;
using SocialWork.Host.Tests.Support;

namespace SocialWork.Browser.Tests.Support;

/// <summary>Pictures of pages, for people to look at; each run overwrites those of the last.</summary>
internal static class Artefacts
{
    // Taller pictures cost seconds and show nothing new.
    private const int MaxHeight = 6000;

    /// <summary>Where they are.</summary>
    public static string Folder { get; } = Path.Combine(Paths.Repository, "tests", "SocialWork.Browser.Tests", "artefacts");

    /// <summary>Takes a picture of the page as it is, from its top, as on a screen that is as tall as the page.</summary>
    public static async Task PictureAsync(IPage page, string name)
    {
        var screen = page.ViewportSize!;
        var height = await page.EvaluateAsync<int>("() => document.scrollingElement.scrollHeight");
        // What sticks to the lower edge of a screen would stand in the middle of a picture that is taller than the screen.
        await page.SetViewportSizeAsync(screen.Width, Math.Clamp(height, screen.Height, MaxHeight));
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Folder, name + ".png") });
        await page.SetViewportSizeAsync(screen.Width, screen.Height);
    }
}
