using Microsoft.Playwright;
using SocialWork.Browser.Tests.Checks;
using SocialWork.Browser.Tests.Support;

namespace SocialWork.Browser.Tests.Pages;

/// <summary>Everything that is looked at on a page as it stands open; pictures of it are kept.</summary>
internal static class PageJudge
{
    /// <summary>What is wrong with the page.</summary>
    /// <param name="page">The page, as its reader has it.</param>
    /// <param name="words">What counts as a word of a language.</param>
    /// <param name="language">vi or en.</param>
    /// <param name="picture">What the pictures are called.</param>
    public static async Task<IEnumerable<string>> FindAsync(IPage page, Words words, string language, string picture)
    {
        List<string> found = [.. await Outline.FindAsync(page, language), .. await words.FindAsync(page)];
        foreach (var screen in new[] { Screens.Wide, Screens.Narrow })
        {
            await page.SetViewportSizeAsync(screen.Width, screen.Height);
            List<string> here = [.. await Outline.TooWideAsync(page)];
            // The translation has the same structure; its words and its width are what may differ.
            if (language == "vi")
            {
                await Screens.StretchAsync(page);
                await Artefacts.PictureAsync(page, $"{picture} {screen.Width}");
                here.AddRange(await Accessibility.FindAsync(page, ofLayoutAlone: screen == Screens.Narrow));
            }

            found.AddRange(here.Select(problem => $"at {screen.Width} pixels: {problem}"));
        }

        return found;
    }
}
