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

    /// <summary>Each finding with the first elements that it is about.</summary>
    public static async Task<IEnumerable<string>> FindAsync(IPage page)
    {
        var result = await page.RunAxe(Rules);
        return result.Violations.Select(v => $"axe {v.Id}: {v.Help}: {string.Join("; ", v.Nodes.Take(3).Select(n => $"{n.Target} {n.Html}"))}{(v.Nodes.Length > 3 ? $" and {v.Nodes.Length - 3} more" : string.Empty)}");
    }
}
