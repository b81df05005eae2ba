using System.Collections.Immutable;
using Microsoft.Playwright;

namespace SocialWork.Browser.Tests.Pages;

/// <summary>Every page of the product, one line for each state worth looking at. A page without a line fails the tests by name.</summary>
internal static class SitePages
{
    private const string Late = "20044.reporter";

    /// <summary>One account of every kind of reader; null is nobody.</summary>
    public static ImmutableArray<string?> Everybody { get; } =
        [null, "19960.reporter", "19960.approver", "SGDDT.reporter", "TYT-19960.reporter", "standing", "leader", "auditor", "admin"];

    /// <summary>Pages that only lead on to another.</summary>
    public static ImmutableArray<string> LeadOn { get; } = ["/sign-out"];

    /// <summary>The lines.</summary>
    public static ImmutableArray<PageLine> All { get; } =
    [
        new("/sign-in", "/sign-in"),
        new("/sign-in", "/sign-in?after=out", "signed out"),
        new("/sign-in", "/sign-in", "wrong password") { Readers = [null], Act = WrongPasswordAsync },
        new("/", "/"),
        new("/", "/", "overdue") { Readers = [Late] },
        new("/denied", "/denied") { Status = 403 },
        new("/account", "/account"),
        new("/account/activate", "/account/activate?code=XXXXX-XXXXX-XXXXX-XXXXX", "unknown code"),
        new("/reports/{plan}", "/reports/2026"),
        new("/reports/{plan}/figures/{figure}", "/reports/2026/figures/CT1"),
        new("/reports/{plan}/figures/{figure}", "/reports/2026/figures/XP3.tong%5BTE1%5D", "sensitive form"),
        new("no such page", "/no-such-page") { Status = 404, Readers = [null, "standing"] },
    ];

    private static async Task WrongPasswordAsync(IPage page)
    {
        await page.Locator("[name=UserName]").FillAsync("19960.reporter");
        await page.Locator("[name=Password]").FillAsync("not the password");
        await page.Locator("main button[type=submit]").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
    }
}
