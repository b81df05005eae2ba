using System.Collections.Immutable;
using SocialWork.Core.Accounts;
using SocialWork.Core.Plans;
using SocialWork.Core.Units;

namespace SocialWork.Core.Access;

/// <summary>
/// Who manages whose account. An administrator everybody's; the head of an agency the reporters and approvers of the agency and
/// of the facilities it answers for, but not the own one; nobody else anybody's. Pure; safe for concurrent use.
/// </summary>
public static class AccountPolicy
{
    /// <summary>The roles that belong to a unit; the others are the city's, and given by an administrator alone.</summary>
    public static bool IsOfUnit(Role role) => role is Role.Reporter or Role.Approver;

    /// <summary>Whether somebody manages any accounts at all.</summary>
    public static bool ManagesAny(Actor actor, UnitsOnDate units) => actor.Is(Role.Administrator) || HeadOf(actor, units) is not null;

    /// <summary>The units whose accounts somebody manages; null for every unit and none.</summary>
    public static ImmutableArray<string>? UnitsManaged(Actor actor, Plan plan, UnitsOnDate units)
    {
        if (actor.Is(Role.Administrator)) return null;
        return HeadOf(actor, units) is { } agency ? [.. units.All.Where(u => IsIn(agency, plan, u)).Select(u => u.Code)] : [];
    }

    /// <summary>Whether somebody may manage an account as it is. An account is judged by the memberships that have not ended, or by all where every one has.</summary>
    public static bool MayManage(Actor actor, Plan plan, UnitsOnDate units, Account account)
    {
        if (actor.Is(Role.Administrator)) return true;
        var open = account.Memberships.Where(m => m.To is null || m.To > units.Date).ToArray();
        return actor.UserName != account.Handle && (open.Length > 0 ? open : [.. account.Memberships]).All(m => MayGive(actor, plan, units, m));
    }

    /// <summary>Whether somebody may give a membership, or take it.</summary>
    public static bool MayGive(Actor actor, Plan plan, UnitsOnDate units, Membership membership) =>
        actor.Is(Role.Administrator)
        || (IsOfUnit(membership.Role) && HeadOf(actor, units) is { } agency && membership.Unit is { } code && units.Find(code) is { } unit && IsIn(agency, plan, unit));

    private static bool IsIn(string agency, Plan plan, Unit unit) => unit.Code == agency || (UnitKinds.IsFacility(unit.Type) && AccessPolicy.AnswersFor(agency, plan, unit));

    private static string? HeadOf(Actor actor, UnitsOnDate units) =>
        actor.Is(Role.Approver) && actor.Unit is { } code && units.Find(code) is { } unit && !UnitKinds.IsFacility(unit.Type) ? code : null;
}
