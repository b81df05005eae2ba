using Microsoft.Playwright;
using SocialWork.Host.Tests.Support;

namespace SocialWork.Browser.Tests.Support;

/// <summary>Pictures of pages, for people to look at; each run overwrites those of the last.</summary>
internal static class Artefacts
{
    /// <summary>Where they are.</summary>
    public static string Folder { get; } = Path.Combine(Paths.Repository, "tests", "SocialWork.Browser.Tests", "artefacts");

    /// <summary>Takes a picture of the page as it is, from its top, as on a screen that is as tall as the page.</summary>
    public static async Task PictureAsync(IPage page, string name)
    {
        var screen = page.ViewportSize!;
        await Screens.StretchAsync(page);
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Folder, name + ".png") });
        await page.SetViewportSizeAsync(screen.Width, screen.Height);
    }
}
