using System.Collections.Immutable;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SocialWork.Browser.Tests.Support;
using SocialWork.Host.Tests.Workbooks;

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
        new("/sign-in", "/sign-in?user=", "second step") { Readers = [null], Prepare = async b => "/sign-in?user=" + (await b.StoredAsync()).Careful, Act = SecondStepAsync },
        new("/", "/"),
        new("/", "/", "overdue") { Readers = [Late] },
        new("/denied", "/denied") { Status = 403 },
        new("/account", "/account"),
        new("/account", "/sign-in?ReturnUrl=/account&user=", "stored account") { Readers = [null], Prepare = async b => "/sign-in?ReturnUrl=/account&user=" + (await b.StoredAsync()).Member, Act = OwnAccountAsync },
        new("/account/activate", "/account/activate?code=XXXXX-XXXXX-XXXXX-XXXXX", "unknown code"),
        new("/account/activate", "/account/activate?code=", "invited") { Readers = [null], Prepare = async b => (await b.StoredAsync()).Link, Act = page => Assertions.Expect(page.Locator("#again")).ToBeVisibleAsync() },
        new("/reports/{plan}", "/reports/2026"),
        new("/reports/{plan}", "/reports/2026?asOf=2026-11-20", "past day") { Readers = ["leader"] },
        new("/reports/{plan}/figures/{figure}", "/reports/2026/figures/CT1"),
        new("/reports/{plan}/figures/{figure}", "/reports/2026/figures/XP3.tong%5BTE1%5D", "sensitive form"),
        new("/snapshots/{plan}", "/snapshots/2026"),
        new("/snapshots/{plan}/{number:int}", "/snapshots/2026/", "frozen") { Readers = ["standing", "leader"], Prepare = async b => "/snapshots/2026/" + await b.FrozenAsync() },
        new("/snapshots/{plan}/{number:int}/diff/{to}", "/snapshots/2026/", "with now") { Readers = ["standing"], Prepare = async b => $"/snapshots/2026/{await b.FrozenAsync()}/diff/now" },
        new("/reports/{plan}/words", "/reports/2026/words") { Readers = ["standing"] },
        new("/reports/{plan}/words/{section}", "/reports/2026/words/III.2") { Readers = ["standing"] },
        new("/reports/{plan}/words/{section}", "/reports/2026/words/III.2?find=tap+huan", "figures found") { Readers = ["standing"] },
        new("/reports/{plan}/words/{section}/versions/{number:int}", "/reports/2026/words/III.2/versions/1", "unknown version") { Readers = ["standing"], Status = 404 },
        new("/reports/{plan}/facts", "/reports/2026/facts") { Readers = ["standing"] },
        new("/submissions/{plan}/{form}", "/submissions/2026/GD1") { Readers = ["SGDDT.reporter"] },
        new("/submissions/{plan}/{form}/{unit}", "/submissions/2026/XP3/20044", "being entered") { Readers = [Late] },
        new("/submissions/{plan}/{form}/{unit}", "/submissions/2026/XP3/19753", "sent") { Readers = ["19753.reporter", "leader"] },
        new("/submissions/{plan}/{form}/{unit}/{section}", "/submissions/2026/XP3/20044/nhom") { Readers = [Late] },
        new("/submissions/{plan}/{form}/{unit}/{section}", "/submissions/2026/XP1/20044/uy_ban", "questions of every kind") { Readers = [Late] },
        new("/submissions/{plan}/{form}/{unit}/{section}", "/submissions/2026/XP3/20044/nhom", "refused") { Readers = [Late], Act = RefusedSectionAsync },
        new("/submissions/{plan}/{form}/{unit}/check", "/submissions/2026/XP1/20044/check") { Readers = [Late] },
        new("/submissions/{plan}/{form}/{unit}/check", "/submissions/2026/XP3/20044/check", "errors") { Readers = [Late], Act = page => Assertions.Expect(page.Locator("#to-correct")).ToBeVisibleAsync() },
        new("/submissions/{plan}/{form}/{unit}/check", "/submissions/2026/K5/20044/check", "warnings and a refusal") { Readers = [Late], Prepare = WarnedAsync, Act = RefusedSendingAsync },
        new("/review", "/review") { Readers = ["19960.approver", "standing"] },
        new("/review", "/review", "empty") { Readers = ["20050.approver"], Act = page => Assertions.Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync(new Regex("Hiện không có biểu nào chờ xử lý|Nothing waits", RegexOptions.None, TimeSpan.FromSeconds(1))) },
        new("/review/{plan}/{form}/{unit}", "/review/2026/XP3/19960") { Readers = ["standing", "leader"] },
        new("/review/{plan}/{form}/{unit}", "/review/2026/XP5/20137", "refused decision") { Readers = ["standing"], Act = RefusedDecisionAsync, ActStatus = 422 },
        new("/monitoring/{plan}", "/monitoring/2026") { Readers = ["standing"] },
        new("/monitoring/{plan}", "/monitoring/2026?view=tiles", "tiles") { Readers = ["standing"] },
        new("/monitoring/{plan}/{unit}", "/monitoring/2026/20044") { Readers = ["standing", Late] },
        new("/board/{plan}", "/board/2026") { Readers = ["leader"] },
        new("/plans/{plan}", "/plans/2026") { Readers = ["19960.reporter", "leader"] },
        new("/plans/{plan}", "/plans/2026?q=tram+y+te", "search") { Readers = ["19960.reporter"] },
        new("/admin/accounts", "/admin/accounts") { Readers = ["admin", "19960.approver"] },
        new("/admin/accounts/new", "/admin/accounts/new") { Readers = ["admin"] },
        new("/admin/accounts/import", "/admin/accounts/import") { Readers = ["admin"] },
        new("/admin/accounts/{userName}", "/admin/accounts/nobody", "unknown account") { Readers = ["admin"], Status = 404 },
        new("/admin/accounts/{userName}", "/admin/accounts/", "stored account") { Readers = ["admin"], Prepare = async b => "/admin/accounts/" + (await b.StoredAsync()).Member },
        new("/admin/modules", "/admin/modules") { Readers = ["admin"] },
        new("/admin/system", "/admin/system") { Readers = ["admin"] },
        new("/admin/audit", "/admin/audit") { Readers = ["auditor"] },
        new("/documents/check", "/documents/check") { Readers = ["20044.reporter", "leader"] },
        new("/workbooks", "/workbooks") { Readers = [Late, "SGDDT.reporter", "standing"] },
        new("/workbooks", "/workbooks?form=XP3&unit=20044", "from a form") { Readers = [Late] },
        new("/workbooks/preview", "/workbooks?form=XP4&unit=20044", "figures that would change") { Readers = [Late], Act = page => SendWorkbookAsync(page, 12) },
        new("/workbooks/preview", "/workbooks?form=XP4&unit=20044", "figures to correct") { Readers = [Late], Act = page => SendWorkbookAsync(page, "abc") },
        new("/submissions/{plan}/{form}/{unit}/{section}", "/submissions/2026/K1/20179/van_ban", "a file to choose") { Readers = ["20179.reporter"] },
        new("/work", "/work") { Readers = [Late] },
        new("/work/{id}", "/work/nobodys", "unknown work") { Readers = [Late], Status = 404 },
        new("no such page", "/no-such-page") { Status = 404, Readers = [null, "standing"] },
    ];

    private static async Task WrongPasswordAsync(IPage page)
    {
        await page.Locator("[name=UserName]").FillAsync("19960.reporter");
        await page.Locator("[name=Password]").FillAsync("not the password");
        await page.Locator("main button[type=submit]").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
    }

    private static async Task SecondStepAsync(IPage page)
    {
        await StoredAccounts.SignInAsync(page, await page.Locator("[name=UserName]").InputValueAsync());
        await Assertions.Expect(page.Locator("[name=Code]")).ToBeFocusedAsync();
    }

    private static async Task OwnAccountAsync(IPage page)
    {
        await StoredAccounts.SignInAsync(page, await page.Locator("[name=UserName]").InputValueAsync());
        await Assertions.Expect(page.Locator("#sf-begin")).ToBeVisibleAsync();
    }

    private static async Task RefusedSectionAsync(IPage page)
    {
        await page.Locator("#sheet input[data-number]").First.FillAsync("1x");
        await page.Locator("button[value=stay]").ClickAsync();
        await Assertions.Expect(page.Locator("#errors")).ToBeFocusedAsync();
    }

    private static async Task RefusedSendingAsync(IPage page)
    {
        await page.Locator("#dataAsOf").FillAsync("31/02/2026");
        await page.Locator("main textarea").First.FillAsync("OK");
        await page.Locator("button[value=send]").ClickAsync();
        await Assertions.Expect(page.Locator("#errors")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("section.warnings textarea").First).ToBeVisibleAsync();
    }

    private static async Task RefusedDecisionAsync(IPage page)
    {
        await page.Locator("#return button").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
    }

    // Money for upgrading, and nothing upgraded: the rule asks.
    private static async Task<string> WarnedAsync(Browsing browsing)
    {
        var reporter = await browsing.Host.SignInAsync(Late);
        using var values = JsonContent.Create(new { values = new Dictionary<string, int>(StringComparer.Ordinal) { ["kp_nang_cap"] = 5_000_000, ["cs_nang_cap"] = 0 } });
        var answer = await reporter.PatchAsync(new Uri("/api/v1/submissions/2026/K5/20044", UriKind.Relative), values);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
        return "/submissions/2026/K5/20044/check";
    }

    // The form's own workbook with one cell filled in, sent by the page; a preview saves nothing.
    private static async Task SendWorkbookAsync(IPage page, object typed)
    {
        var answer = await page.Context.APIRequest.GetAsync("/api/v1/forms/XP4/workbook?plan=2026&unit=20044");
        var file = new OfficersFile(await answer.BodyAsync()).Type("XP4", ("gd[TRE_EM_HCDB]", typed));
        await page.Locator("#file").SetInputFilesAsync(new FilePayload { Name = "XP4-20044.xlsx", MimeType = answer.Headers["content-type"], Buffer = file.Bytes });
        await page.Locator("main form button[type=submit]").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/workbooks/preview$", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }
}
