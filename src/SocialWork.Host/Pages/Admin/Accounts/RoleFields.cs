using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core;
using SocialWork.Core.Access;
using SocialWork.Core.Accounts;
using SocialWork.Core.Typing;
using SocialWork.Core.Units;

namespace SocialWork.Host.Pages.Admin.Accounts;

/// <summary>A role as it is typed.</summary>
public sealed record RoleFields
{
    /// <summary>The role's name.</summary>
    public string? Role { get; init; }
    /// <summary>The unit's code; blank for roles of the city.</summary>
    public string? Unit { get; init; }
    /// <summary>The first day; blank for today.</summary>
    public string? From { get; init; }
    /// <summary>The last day, which is still in it; blank for no end.</summary>
    public string? To { get; init; }

    /// <summary>The roles that somebody gives.</summary>
    public static ImmutableArray<Role> GivenBy(Actor actor) => [.. Enum.GetValues<Role>().Where(r => actor.Is(Core.Access.Role.Administrator) || AccountPolicy.IsOfUnit(r))];

    /// <summary>The agencies that a form suggests, by name.</summary>
    public static ImmutableArray<Core.Units.Unit> Agencies(AccountScope scope) =>
        [.. scope.Units.All.Where(u => !UnitKinds.IsFacility(u.Type)).OrderBy(u => u.Name, Comparer<string>.Create(UnitNames.Compare))];

    /// <summary>Reads the role; every fault is reported with its field.</summary>
    /// <param name="today">The first day where none is typed.</param>
    /// <param name="report">Gets the field and what is wrong with it.</param>
    public Membership? Read(DateOnly today, Action<string, Text> report)
    {
        var (from, to) = (Day(nameof(From), From, report), Day(nameof(To), To, report));
        if (!Enum.TryParse<Role>(Role, out var role) || !Enum.IsDefined(role))
        {
            report(nameof(Role), new Text("Chọn vai trò.", "Choose the role."));
            return null;
        }

        return from.IsRead && to.IsRead ? new Membership(role, string.IsNullOrWhiteSpace(Unit) ? null : Unit.Trim(), from.Date ?? today, to.Date?.AddDays(1)) : null;
    }

    /// <summary>The last day as the first one after it.</summary>
    public static (bool IsRead, DateOnly? Date) Day(string field, string? typed, Action<string, Text> report)
    {
        if (string.IsNullOrWhiteSpace(typed)) return (true, null);
        if (DateReader.Read(typed) is Result<DateOnly>.No no)
        {
            report(field, no.Refusal.Message);
            return (false, null);
        }

        return (true, ((Result<DateOnly>.Ok)DateReader.Read(typed)).Value);
    }
}
