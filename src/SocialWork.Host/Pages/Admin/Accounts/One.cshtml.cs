using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SocialWork.Core;
using SocialWork.Core.Access;
using SocialWork.Core.Accounts;
using SocialWork.Core.Planning;
using SocialWork.Core.Time;
using SocialWork.Core.Units;
using SocialWork.Host.Accounts;

namespace SocialWork.Host.Pages.Admin.Accounts;

/// <summary>One account that the reader manages: person, roles, and the steps that can be taken.</summary>
[NotByToken]
public sealed class OneModel(AccountService accounts, IReferenceStore reference, CityClock clock) : FormPage(reference)
{
    /// <inheritdoc/>
    public override string Title => Say($"Tài khoản {Account.Handle}", $"Account {Account.Handle}");

    /// <summary>The account.</summary>
    public Account Account { get; private set; } = null!;

    /// <summary>What is typed of the person.</summary>
    public PersonFields Person { get; private set; } = new();

    /// <summary>What is typed of a further role.</summary>
    public RoleFields Role { get; private set; } = new();

    /// <summary>The roles that the reader gives.</summary>
    public ImmutableArray<Role> Roles => RoleFields.GivenBy(Actor!);

    /// <summary>Agencies to choose from.</summary>
    public ImmutableArray<Unit> Agencies { get; private set; } = [];

    /// <summary>The link of a reset; null where none was made now.</summary>
    public Invitation? Reset { get; private set; }

    /// <summary>Whether the reader erases accounts.</summary>
    public bool Erases => Actor!.Is(Core.Access.Role.Administrator);

    /// <summary>Today in the city.</summary>
    public DateOnly Today => clock.Today;

    /// <summary>Shows the account.</summary>
    public Task<IActionResult> OnGetAsync(string userName, string? done, CancellationToken cancellationToken)
    {
        Notice = done switch
        {
            "changed" => Say("Đã lưu thay đổi.", "The change is saved."),
            "shut" => Say("Đã khóa tài khoản; mọi phiên đăng nhập đã kết thúc.", "The account is shut; its sessions ended."),
            "opened" => Say("Đã mở lại tài khoản.", "The account is open again."),
            "erased" => Say("Đã xóa dữ liệu cá nhân của tài khoản.", "What was personal of the account is gone."),
            _ => null,
        };
        return ShowAsync(userName, cancellationToken);
    }

    /// <summary>Changes name, e-mail or telephone.</summary>
    public Task<IActionResult> OnPostPersonAsync(string userName, long? seen, [FromForm] PersonFields person, CancellationToken cancellationToken) => StepAsync(
        userName, "changed", async _ => await accounts.ChangeAsync(Actor!, userName, person.Edit(), seen, cancellationToken), () => Person = person, PersonFields.FieldOf, cancellationToken);

    /// <summary>Gives a further role.</summary>
    public Task<IActionResult> OnPostRoleAsync(string userName, long? seen, [FromForm] RoleFields typed, CancellationToken cancellationToken) => StepAsync(
        userName,
        "changed",
        async account => typed.Read(clock.Today, Wrong) is { } given ? await accounts.ChangeAsync(Actor!, userName, Memberships(account.Memberships.Add(given)), seen, cancellationToken) : null,
        () => Role = typed,
        PersonFields.FieldOf,
        cancellationToken);

    /// <summary>Ends a role with a day.</summary>
    public Task<IActionResult> OnPostEndAsync(string userName, long? seen, int index, string? last, CancellationToken cancellationToken)
    {
        var field = EndField(index);
        return StepAsync(
            userName,
            "changed",
            async account =>
            {
                var (isRead, day) = RoleFields.Day(field, last, Wrong);
                if (!isRead || index < 0 || index >= account.Memberships.Length) return null;
                var ended = account.Memberships[index] with { To = (day ?? clock.Today).AddDays(1) };
                return await accounts.ChangeAsync(Actor!, userName, Memberships(account.Memberships.SetItem(index, ended)), seen, cancellationToken);
            },
            () => { },
            _ => field,
            cancellationToken);
    }

    /// <summary>Shuts the account.</summary>
    public Task<IActionResult> OnPostShutAsync(string userName, long? seen, CancellationToken cancellationToken) =>
        StepAsync(userName, "shut", async _ => await accounts.DisableAsync(Actor!, userName, disabled: true, seen, cancellationToken), () => { }, fieldOf: null, cancellationToken);

    /// <summary>Opens the account again.</summary>
    public Task<IActionResult> OnPostOpenAsync(string userName, long? seen, CancellationToken cancellationToken) =>
        StepAsync(userName, "opened", async _ => await accounts.DisableAsync(Actor!, userName, disabled: false, seen, cancellationToken), () => { }, fieldOf: null, cancellationToken);

    /// <summary>Erases what is personal, where the user name was typed to confirm it.</summary>
    public Task<IActionResult> OnPostEraseAsync(string userName, long? seen, string? confirm, CancellationToken cancellationToken) => StepAsync(
        userName,
        "erased",
        async account =>
        {
            if (confirm?.Trim() == account.Handle) return await accounts.EraseAsync(Actor!, userName, seen, cancellationToken);
            Wrong("Confirm", new($"Gõ đúng tên đăng nhập {account.Handle} để xác nhận xóa.", $"Type the user name {account.Handle} to confirm."));
            return null;
        },
        () => { },
        fieldOf: null,
        cancellationToken);

    /// <summary>Takes the password away and shows a link for a new one, once.</summary>
    public async Task<IActionResult> OnPostResetAsync(string userName, long? seen, bool secondFactor, CancellationToken cancellationToken)
    {
        var reset = await accounts.ResetAsync(Actor!, userName, secondFactor, seen, cancellationToken);
        if (reset is Result<Invitation>.Ok ok) Reset = ok.Value;
        var shown = await ShowAsync(userName, cancellationToken);
        if (reset is Result<Invitation>.No no && shown is Microsoft.AspNetCore.Mvc.RazorPages.PageResult) Wrong(no.Refusal);
        return shown;
    }

    /// <summary>The id of the field that ends a role.</summary>
    public static string EndField(int index) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"End-{index}");

    private static AccountEdit Memberships(ImmutableArray<Membership> memberships) => new(["memberships"]) { Memberships = memberships };

    private async Task<IActionResult> StepAsync(
        string userName, string done, Func<Account, Task<Result<Account>?>> step, Action keepTyped, Func<string, string?>? fieldOf, CancellationToken cancellationToken)
    {
        var shown = await ShowAsync(userName, cancellationToken);
        if (shown is not Microsoft.AspNetCore.Mvc.RazorPages.PageResult) return shown;
        keepTyped();
        if (await step(Account) is not { } taken) return shown;
        if (taken is Result<Account>.Ok) return LocalRedirect($"/admin/accounts/{Uri.EscapeDataString(Account.Handle)}?done={done}");
        Wrong(((Result<Account>.No)taken).Refusal, fieldOf);
        return shown;
    }

    private async Task<IActionResult> ShowAsync(string userName, CancellationToken cancellationToken)
    {
        Response.Headers.CacheControl = "no-store";
        await FollowPlanAsync(cancellationToken);
        if (await accounts.ScopeAsync(Actor!, cancellationToken) is not Result<AccountScope>.Ok { Value: var scope }) return LocalRedirect("/denied");
        if (await accounts.FindAsync(Actor!, userName, cancellationToken) is not Result<Account>.Ok { Value: var account }) return NotFound();
        Account = account;
        Person = new PersonFields { FullName = account.FullName, Email = account.Email, Telephone = account.Telephone };
        Agencies = RoleFields.Agencies(scope);
        return Page();
    }
}
