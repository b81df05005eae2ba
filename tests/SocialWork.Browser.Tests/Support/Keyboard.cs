using Microsoft.Playwright;

namespace SocialWork.Browser.Tests.Support;

/// <summary>A reader who has no mouse.</summary>
internal sealed class Keyboard(IPage page)
{
    // More stops than the longest page has before what a journey is after.
    private const int MostStops = 400;

    /// <summary>Goes on with the tabulator until the focus is on something; every stop on the way must be seen.</summary>
    public async Task ReachAsync(ILocator target)
    {
        await Assertions.Expect(target).ToHaveCountAsync(1);
        for (var stop = 0; stop < MostStops; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            var unseen = await page.EvaluateAsync<string?>("""
                () => {
                    const at = document.activeElement;
                    if (!at || at === document.body) return null;
                    const style = getComputedStyle(at), box = at.getBoundingClientRect();
                    const marked = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
                    return marked && box.width > 0 && box.height > 0 ? null : at.outerHTML.slice(0, 200);
                }
                """);
            unseen.ShouldBeNull("the focus is on something, and nobody sees it");
            if (await target.EvaluateAsync<bool>("e => e === document.activeElement")) return;
        }

        throw new InvalidOperationException($"The tabulator does not reach {target} within {MostStops} stops.");
    }

    /// <summary>Reaches a field and types into it.</summary>
    public async Task TypeAsync(ILocator field, string text)
    {
        await ReachAsync(field);
        await page.Keyboard.TypeAsync(text);
    }

    /// <summary>Reaches a link or button and presses Enter.</summary>
    public async Task EnterAsync(ILocator target)
    {
        await ReachAsync(target);
        await page.Keyboard.PressAsync("Enter");
    }
}
