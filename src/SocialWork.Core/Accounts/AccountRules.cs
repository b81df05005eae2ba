using System.Collections.Immutable;
using System.Text.RegularExpressions;
using SocialWork.Abstractions;
using SocialWork.Core.Access;
using SocialWork.Core.Units;

namespace SocialWork.Core.Accounts;

/// <summary>What can be stated of an account. Pure; safe for concurrent use.</summary>
public static partial class AccountRules
{
    /// <summary>Characters of a name.</summary>
    public const int MaxName = 200;

    /// <summary>Characters of an e-mail address.</summary>
    public const int MaxEmail = 254;

    /// <summary>Characters of a telephone number.</summary>
    public const int MaxTelephone = 20;

    /// <summary>Memberships of one account, past ones included.</summary>
    public const int MaxMemberships = 50;

    /// <summary>Everything that is wrong with what is personal, each with its field.</summary>
    public static IEnumerable<CellProblem> CheckPerson(string? fullName, string? email, string? telephone)
    {
        if (fullName is null || fullName.Length > MaxName || fullName.Contains('\n', StringComparison.Ordinal)) yield return No("fullName", "account.name", $"Ghi họ và tên, tối đa {MaxName} ký tự.", $"Give the full name, at most {MaxName} characters.");
        if (email is not null && (email.Length > MaxEmail || !Email().IsMatch(email))) yield return No("email", "account.email", $"“{email}” không phải địa chỉ thư điện tử.", $"'{email}' is no e-mail address.");
        if (telephone is not null && (telephone.Length > MaxTelephone || !Telephone().IsMatch(telephone))) yield return No("telephone", "account.telephone", $"“{telephone}” không phải số điện thoại: chỉ ghi chữ số, dấu cách, dấu +.", $"'{telephone}' is no telephone number: digits, spaces and + only.");
    }

    /// <summary>
    /// Everything that is wrong with the roles of an account, each with its place. An account belongs to one unit at a time,
    /// and an administrator has no other role, for an administrator enters no data.
    /// </summary>
    public static IEnumerable<CellProblem> CheckMemberships(ImmutableArray<Membership> memberships, UnitRegister register)
    {
        if (memberships.Length is 0 or > MaxMemberships)
            yield return No("memberships", "account.noRole", $"Tài khoản cần từ 1 đến {MaxMemberships} vai trò.", $"An account needs 1 to {MaxMemberships} roles.");
        foreach (var (i, membership) in memberships.Index())
        {
            var place = $"memberships[{i}]";
            if (CheckOne(membership, register) is { } wrong) yield return wrong with { Cell = $"{place}.{wrong.Cell}" };
            foreach (var earlier in memberships.Take(i).Where(membership.Overlaps))
            {
                if (Clash(membership, earlier) is not { } clash) continue;
                yield return clash with { Cell = place };
                break;
            }
        }
    }

    private static CellProblem? CheckOne(Membership membership, UnitRegister register)
    {
        if (membership.To <= membership.From) return No("to", "account.endsBefore", "Ngày kết thúc phải sau ngày bắt đầu.", "The end must come after the beginning.");
        if (!AccountPolicy.IsOfUnit(membership.Role))
            return membership.Unit is null ? null : No("unit", "account.unitNotAsked", "Vai trò này thuộc toàn thành phố, không gắn với đơn vị.", "This role is the city's and belongs to no unit.");
        if (membership.Unit is null) return No("unit", "account.unitMissing", "Vai trò này phải ghi mã đơn vị.", "This role needs the code of a unit.");
        var rows = register.Units.Where(u => u.Code == membership.Unit).ToArray();
        if (rows.Length == 0) return No("unit", "account.unitUnknown", $"Không có đơn vị mã “{membership.Unit}”.", $"There is no unit with code '{membership.Unit}'.");
        return rows.Any(u => u.ValidTo is null || u.ValidTo > membership.From) ? null : No("unit", "account.unitEnded", $"Đơn vị {membership.Unit} đã ngừng hoạt động trước ngày bắt đầu.", $"Unit {membership.Unit} had ended before the beginning.");
    }

    private static CellProblem? Clash(Membership one, Membership other)
    {
        if (one.Role == other.Role && one.Unit == other.Unit) return No(string.Empty, "account.roleTwice", "Cùng một vai trò được ghi hai lần cho một thời gian.", "One role is given twice for one time.");
        if (one.Role == Role.Administrator || other.Role == Role.Administrator) return No(string.Empty, "account.administratorAlone", "Quản trị viên không giữ vai trò nào khác cùng lúc, vì quản trị viên không nhập số liệu.", "An administrator has no other role at the same time, for an administrator enters no data.");
        return one.Unit is not null && other.Unit is not null && one.Unit != other.Unit ? No(string.Empty, "account.twoUnits", "Cùng lúc một tài khoản chỉ thuộc một đơn vị: cấp tài khoản khác cho đơn vị kia.", "An account belongs to one unit at a time: give another account for the other unit.") : null;
    }

    private static CellProblem No(string cell, string code, string vi, string en) => new(cell, code, new Text(vi, en));

    [GeneratedRegex(@"^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Email();

    [GeneratedRegex(@"^\+?[0-9][0-9 ]{5,}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Telephone();
}
