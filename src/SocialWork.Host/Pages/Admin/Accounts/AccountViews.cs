using SocialWork.Abstractions;
using SocialWork.Core.Accounts;
using SocialWork.Documents.Words;

namespace SocialWork.Host.Pages.Admin.Accounts;

/// <summary>Accounts in words.</summary>
public static class AccountViews
{
    /// <summary>What an account's person is called; the user name where no name is known.</summary>
    public static Text NameOf(Account account) => account.IsErased ? Account.ErasedName : new Text(account.FullName ?? account.Handle, account.FullName ?? account.Handle);

    /// <summary>Where an account stands, and how the style sheet calls that.</summary>
    public static (Text Words, string Style) StateOf(Account account) => account switch
    {
        { IsErased: true } => (new Text("Đã xóa dữ liệu cá nhân", "Erased"), "missing"),
        { IsDisabled: true } => (new Text("Đang khóa", "Shut"), "failed"),
        { IsActivated: false } => (new Text("Chờ đặt mật khẩu", "Waiting for a password"), "open"),
        _ => (new Text("Đang hoạt động", "In use"), "ok"),
    };

    /// <summary>A role with its unit.</summary>
    public static Text RoleOf(Membership membership)
    {
        var role = RoleWords.Of(membership.Role);
        return membership.Unit is { } unit ? new Text($"{role.Vi} ({unit})", $"{role.En} ({unit})") : role;
    }

    /// <summary>The time of a role, its last day included.</summary>
    public static Text TimeOf(Membership membership) => membership.To is { } to
        ? new Text($"từ {When.Date(membership.From)} đến hết {When.Date(to.AddDays(-1))}", $"from {When.Date(membership.From)} to the end of {When.Date(to.AddDays(-1))}")
        : new Text($"từ {When.Date(membership.From)}", $"from {When.Date(membership.From)}");
}
