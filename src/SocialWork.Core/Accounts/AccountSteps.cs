using System.Globalization;
using SocialWork.Core.Auditing;

namespace SocialWork.Core.Accounts;

/// <summary>Steps that change an account inside a write. The log names handles, roles, units and days, and nothing that is personal.</summary>
internal static class AccountSteps
{
    /// <summary>Replaces an account, unless no lasting administrator would be left.</summary>
    public static Result<Account> Change(IAccountWork work, Account before, Account after, string by, string action, DateOnly today)
    {
        if (before.IsLastingAdministrator(today) && !after.IsLastingAdministrator(today) && !work.HasOtherAdministrator(before.Handle, today)) return AccountRefusals.LastAdministrator;
        var changed = after with { Revision = before.Revision + 1 };
        work.Save(changed);
        work.Log(by, before.Handle, action, Line(before), Line(changed));
        return changed;
    }

    /// <summary>Removes what is personal of an account, with its password, sessions and tokens; handle and roles stay, for what it did.</summary>
    public static Result<Account> Erase(IAccountWork work, Account account, string by, DateOnly today) =>
        Change(work, account, account with { FullName = null, Email = null, Telephone = null, IsErased = true, IsActivated = false, HasSecondFactor = false }, by, AuditActions.Erase, today)
            .Then<Account, Account>(erased =>
            {
                work.Save(erased.Handle, Credentials.None);
                work.Forget(erased.Handle);
                return erased;
            });

    /// <summary>An account as the log has it.</summary>
    public static string Line(Account account) => string.Join("; ", account.Memberships.Select(Line).Append(account.IsErased ? "erased" : account.IsDisabled ? "disabled" : "open"));

    private static string Line(Membership membership) => string.Create(
        CultureInfo.InvariantCulture, $"{Handles.Stem(membership.Role, membership.Unit)} {membership.From:yyyy-MM-dd}–{membership.To:yyyy-MM-dd}");
}
