using System.Collections.Immutable;
using System.Text.Json;
using SocialWork.Core;
using SocialWork.Core.Access;
using SocialWork.Core.Accounts;
using SocialWork.Core.Reports;

namespace SocialWork.Host.Api;

/// <summary>Reads what somebody states of an account. Not for concurrent use.</summary>
internal sealed class AccountBody : StatedBody
{
    private static readonly ImmutableArray<string> Fields = ["fullName", "email", "telephone", "memberships"];
    private static readonly ImmutableArray<string> MembershipFields = ["role", "unit", "from", "to"];

    private AccountBody(JsonElement json, string place = "") : base(json, "account", place) { }

    /// <summary>Reads an account, or what of it changes.</summary>
    /// <param name="json">The body.</param>
    /// <param name="isNew">Whether everything must be there.</param>
    public static Result<AccountEdit> Read(JsonElement json, bool isNew)
    {
        var body = new AccountBody(json);
        body.Expect(Fields);
        return body.Judged(new AccountEdit([.. isNew ? Fields : body.Given])
        {
            FullName = body.Text("fullName"),
            Email = body.Text("email"),
            Telephone = body.Text("telephone"),
            Memberships = body.Memberships(),
        });
    }

    private ImmutableArray<Membership> Memberships()
    {
        if (!Has("memberships", JsonValueKind.Array, "notAList", "một danh sách vai trò", "a list of roles", out var list)) return [];
        var read = ImmutableArray.CreateBuilder<Membership>();
        foreach (var (i, item) in list.EnumerateArray().Take(AccountRules.MaxMemberships + 1).Index())
        {
            if (item.ValueKind != JsonValueKind.Object)
            {
                Report($"memberships[{i}]", "notARole", "Mỗi vai trò là một đối tượng {role, unit, from, to}.", "Each role is an object {role, unit, from, to}.");
                continue;
            }

            var part = new AccountBody(item, $"memberships[{i}].");
            part.Expect(MembershipFields);
            read.Add(new Membership(part.Role(), part.Text("unit"), part.RequiredDate("from"), part.Date("to")));
            Report(part);
        }

        return read.ToImmutable();
    }

    private Role Role()
    {
        var word = Text("role");
        foreach (var role in Enum.GetValues<Role>())
        {
            if (Names.Of(role) == word) return role;
        }

        var known = string.Join(", ", Enum.GetValues<Role>().Select(Names.Of));
        Report("role", "roleUnknown", $"Vai trò (role) phải là một trong: {known}.", $"The role must be one of: {known}.");
        return default;
    }
}
