using System.Collections.Immutable;
using Microsoft.Playwright;
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
        new("/", "/"),
        new("/", "/", "overdue") { Readers = [Late] },
        new("/denied", "/denied") { Status = 403 },
        new("/account", "/account"),
        new("/account/activate", "/account/activate?code=XXXXX-XXXXX-XXXXX-XXXXX", "unknown code"),
        new("/reports/{plan}", "/reports/2026"),
        new("/reports/{plan}/figures/{figure}", "/reports/2026/figures/CT1"),
        new("/reports/{plan}/figures/{figure}", "/reports/2026/figures/XP3.tong%5BTE1%5D", "sensitive form"),
        new("/submissions/{plan}/{form}", "/submissions/2026/GD1") { Readers = ["SGDDT.reporter"] },
        new("/submissions/{plan}/{form}/{unit}", "/submissions/2026/XP3/20044", "being entered") { Readers = [Late] },
        new("/submissions/{plan}/{form}/{unit}", "/submissions/2026/XP3/19753", "sent") { Readers = ["19753.reporter", "leader"] },
        new("/submissions/{plan}/{form}/{unit}/{section}", "/submissions/2026/XP3/20044/nhom") { Readers = [Late] },
        new("/submissions/{plan}/{form}/{unit}/{section}", "/submissions/2026/XP1/20044/uy_ban", "questions of every kind") { Readers = [Late] },
        new("/submissions/{plan}/{form}/{unit}/check", "/submissions/2026/XP1/20044/check") { Readers = [Late] },
        new("/review", "/review") { Readers = ["19960.approver", "standing"] },
        new("/review/{plan}/{form}/{unit}", "/review/2026/XP3/19960") { Readers = ["standing", "leader"] },
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
        new("/admin/modules", "/admin/modules") { Readers = ["admin"] },
        new("/admin/system", "/admin/system") { Readers = ["admin"] },
        new("/admin/audit", "/admin/audit") { Readers = ["auditor"] },
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

    // The form's own workbook with one cell filled in, sent by the page; a preview saves nothing.
    private static async Task SendWorkbookAsync(IPage page, object typed)
    {
        var answer = await page.Context.APIRequest.GetAsync("/api/v1/forms/XP4/workbook?plan=2026&unit=20044");
        var file = new OfficersFile(await answer.BodyAsync()).Type("XP4", ("gd[TRE_EM_HCDB]", typed));
        await page.Locator("#file").SetInputFilesAsync(new FilePayload { Name = "XP4-20044.xlsx", MimeType = answer.Headers["content-type"], Buffer = file.Bytes });
        await page.Locator("main form button[type=submit]").ClickAsync();
        await page.WaitForURLAsync("**/workbooks/preview");
    }
}
