using Microsoft.Playwright;

namespace SocialWork.Browser.Tests.Support;

/// <summary>A reader who has no mouse.</summary>
internal sealed class Keyboard(IPage page)
{
    // More stops than the longest page has before what a journey is after.
    private const int MostStops = 400;

    /// <summary>Goes on with the tabulator until the focus is on something; every stop on the way must be seen.</summary>
    public Task ReachAsync(ILocator target) => GoAsync(target, "Tab");

    /// <summary>Goes back with the tabulator until the focus is on something.</summary>
    public Task BackToAsync(ILocator target) => GoAsync(target, "Shift+Tab");

    /// <summary>Fails where the focus is on something that nobody sees: unmarked, without a size, or behind something else.</summary>
    public async Task SeesFocusAsync()
    {
        var unseen = await page.EvaluateAsync<string?>("""
            () => {
                const at = document.activeElement;
                if (!at || at === document.body) return null;
                const style = getComputedStyle(at), box = at.getBoundingClientRect(), clipped = { left: Math.max(0, box.left), right: Math.min(innerWidth, box.right), top: Math.max(0, box.top), bottom: Math.min(innerHeight, box.bottom) };
                const marked = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
                const at9 = [.1, .5, .9].flatMap(x => [.1, .5, .9].map(y => document.elementFromPoint(clipped.left + x * (clipped.right - clipped.left), clipped.top + y * (clipped.bottom - clipped.top))));
                const inFront = at9.some(hit => hit && (at.contains(hit) || hit.contains(at)));
                return marked && box.width > 0 && box.height > 0 && inFront ? null : at.outerHTML.slice(0, 200);
            }
            """);
        unseen.ShouldBeNull("the focus is on something, and nobody sees it");
    }

    /// <summary>On a page that was just opened: follows the link over the navigation, which is the first stop.</summary>
    public async Task SkipAsync()
    {
        await EnterAsync(page.GetByRole(AriaRole.Link, new() { Name = "Chuyển đến nội dung chính" }));
        await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToBeFocusedAsync();
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

    private async Task GoAsync(ILocator target, string key)
    {
        await Assertions.Expect(target).ToHaveCountAsync(1);
        for (var stop = 0; stop < MostStops; stop++)
        {
            await page.Keyboard.PressAsync(key);
            await SeesFocusAsync();
            if (await target.EvaluateAsync<bool>("e => e === document.activeElement")) return;
        }

        throw new InvalidOperationException($"The tabulator does not reach {target} within {MostStops} stops.");
    }
}
