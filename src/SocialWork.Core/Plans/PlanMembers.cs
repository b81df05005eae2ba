using SocialWork.Abstractions;
using SocialWork.Core.Units;

namespace SocialWork.Core.Plans;

/// <summary>Which units stand behind the plan's parties at its cut-off date.</summary>
public static class PlanMembers
{
    /// <summary>The units of a party: the agency itself, or every member of a group.</summary>
    public static IEnumerable<Unit> Members(this Plan plan, string party, UnitsOnDate units)
    {
        if (plan.Party(party) is { Kind: PartyKind.Group, MemberType: { } type }) return units.OfType(type);
        return units.Find(party) is { } unit ? [unit] : [];
    }

    /// <summary>The units that owe a duty.</summary>
    public static IEnumerable<Unit> Owing(this Plan plan, ReportingDuty duty, UnitsOnDate units) =>
        duty.Who.SelectMany(who => plan.Members(who, units)).DistinctBy(u => u.Code);

    /// <summary>Whether a unit is the party, or a member of the group.</summary>
    public static bool Is(this Plan plan, string party, Unit unit) =>
        plan.Party(party) is { Kind: PartyKind.Group, MemberType: { } type } ? unit.Type == type : unit.Code == party;

    /// <summary>The clause ids of the tasks whose responsible agency a unit is, in the plan's order.</summary>
    public static IEnumerable<PlanTask> TasksOf(this Plan plan, Unit unit) => plan.Tasks.Where(t => plan.Is(t.Agency, unit));

    /// <summary>
    /// The agency that answers for a unit's form: for an agency itself; for a facility the agency of its managing sector,
    /// or the commune of its seat where the form says so.
    /// </summary>
    public static string? AgencyFor(this Plan plan, Unit unit, Approval approval)
    {
        if (plan.Duties.Any(d => d.Who.Any(w => plan.Is(w, unit)))) return unit.Code;
        if (approval == Approval.Commune) return unit.Commune;
        var agency = plan.Sectors.FirstOrDefault(s => s.Module == unit.ManagingSector)?.Agency;
        return agency is not null && plan.Party(agency)?.Kind == PartyKind.Group ? unit.Commune : agency;
    }
}
