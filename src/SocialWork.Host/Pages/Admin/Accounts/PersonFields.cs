using System.Collections.Immutable;
using SocialWork.Core.Accounts;
using SocialWork.Core.Forms;

namespace SocialWork.Host.Pages.Admin.Accounts;

/// <summary>A person as it is typed.</summary>
public sealed record PersonFields
{
    /// <summary>Họ và tên.</summary>
    public string? FullName { get; init; }
    /// <summary>Thư điện tử.</summary>
    public string? Email { get; init; }
    /// <summary>Điện thoại.</summary>
    public string? Telephone { get; init; }

    /// <summary>What is stated of an account by this.</summary>
    /// <param name="memberships">All of its roles; null where they stay.</param>
    public AccountEdit Edit(ImmutableArray<Membership>? memberships = null) =>
        new(memberships is null ? ["fullName", "email", "telephone"] : ["fullName", "email", "telephone", "memberships"])
        {
            FullName = Read(FullName),
            Email = Read(Email),
            Telephone = Read(Telephone),
            Memberships = memberships ?? [],
        };

    /// <summary>The field that states what the use case found at fault; null for none.</summary>
    public static string? FieldOf(string cell) => cell.Split('.')[^1] switch
    {
        "fullName" => nameof(FullName),
        "email" => nameof(Email),
        "telephone" => nameof(Telephone),
        "unit" => nameof(RoleFields.Unit),
        "to" => nameof(RoleFields.To),
        var other => other.StartsWith("memberships", StringComparison.Ordinal) ? nameof(RoleFields.Role) : null,
    };

    // What cannot be printed stays as it is, for the rules to refuse.
    private static string? Read(string? typed) => CellText.TryNormalise(typed ?? string.Empty, out var text) ? text.Length == 0 ? null : text : typed;
}
