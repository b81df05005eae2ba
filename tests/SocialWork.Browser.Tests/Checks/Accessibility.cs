using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace SocialWork.Browser.Tests.Checks;

/// <summary>What axe finds: WCAG 2.2 up to AA, and good practice.</summary>
internal static class Accessibility
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        ResultTypes = [ResultType.Violations],
    };

    // What the width of the screen decides.
    private static readonly AxeRunOptions OfLayout = new()
    {
        RunOnly = new RunOnlyOptions { Type = "rule", Values = ["target-size", "scrollable-region-focusable", "meta-viewport"] },
        ResultTypes = [ResultType.Violations],
    };

    /// <summary>Each finding with the first elements that it is about.</summary>
    /// <param name="page">The page.</param>
    /// <param name="ofLayoutAlone">Whether everything else was looked at on another screen.</param>
    public static async Task<IEnumerable<string>> FindAsync(IPage page, bool ofLayoutAlone = false)
    {
        var result = await page.RunAxe(ofLayoutAlone ? OfLayout : Rules);
        return result.Violations.Select(v => $"axe {v.Id}: {v.Help}: {string.Join("; ", v.Nodes.Take(3).Select(n => $"{n.Target} {n.Html}"))}{(v.Nodes.Length > 3 ? $" and {v.Nodes.Length - 3} more" : string.Empty)}");
    }
}
