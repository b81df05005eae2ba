using Microsoft.Playwright;

namespace SocialWork.Browser.Tests.Checks;

/// <summary>What every page has: a title, one heading of the first rank, its language, and a width that its screen holds.</summary>
internal static class Outline
{
    private const string Script = """
        () => ({
            title: document.title.trim(),
            language: document.documentElement.lang,
            headings: [...document.querySelectorAll('h1')].map(h => h.innerText.trim()),
        })
        """;

    // What stands out furthest is named: the page itself says only that something does.
    private const string WidthScript = """
        () => {
            const page = document.scrollingElement;
            if (page.scrollWidth <= page.clientWidth) return null;
            const inside = e => { for (let up = e.parentElement; up; up = up.parentElement) if (getComputedStyle(up).overflowX !== 'visible') return true; return false; };
            const widest = [...document.body.querySelectorAll('*')].filter(e => !inside(e)).sort((a, b) => b.getBoundingClientRect().right - a.getBoundingClientRect().right)[0];
            return `${page.scrollWidth} of ${page.clientWidth} pixels: ${widest?.outerHTML.slice(0, 200)}`;
        }
        """;

    public static async Task<IEnumerable<string>> FindAsync(IPage page, string language)
    {
        var seen = await page.EvaluateAsync<Seen>(Script);
        var found = new List<string>();
        if (seen.Title.Length == 0) found.Add("no title");
        if (seen.Language != language) found.Add($"it says that it is written in “{seen.Language}”");
        if (seen.Headings is not [{ Length: > 0 }]) found.Add($"headings of the first rank: {string.Join(" | ", seen.Headings)}");
        return found;
    }

    /// <summary>What makes the page scroll sideways.</summary>
    public static async Task<IEnumerable<string>> TooWideAsync(IPage page) =>
        await page.EvaluateAsync<string?>(WidthScript) is { } wide ? [$"scrolls sideways: {wide}"] : [];

    private sealed class Seen
    {
        public string Title { get; set; } = string.Empty;

        public string Language { get; set; } = string.Empty;

        public string[] Headings { get; set; } = [];
    }
}
