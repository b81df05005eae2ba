using SocialWork.Abstractions;
using SocialWork.Core.Rules;
using SocialWork.Core.Submissions;
using SocialWork.Core.Totals;
using SocialWork.Core.Units;

namespace SocialWork.Core.Plans;

/// <summary>Which units stand behind the plan's parties at its cut-off date, and what a plan asks of a unit.</summary>
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

    /// <summary>Whether a unit fills a form.</summary>
    public static bool Fills(this Plan plan, Unit unit, FormDefinition form) => form.FilledBy switch
    {
        FilledBy.AllAgencies => plan.Duties.Any(d => d.Before is not null && d.Evidence.Contains(form.Code) && d.Who.Any(w => plan.Is(w, unit))),
        FilledBy.Communes => unit.Type == UnitTypes.Commune,
        FilledBy.OneAgency agency => unit.Code == agency.Code,
        FilledBy.FacilitiesOf facilities => facilities.Types.Contains(unit.Type),
        _ => false,
    };

    /// <summary>What a form needs to know of the unit that fills it.</summary>
    public static SubmittingUnit Submitting(this Plan plan, Unit unit) => new(unit.Type, [.. plan.TasksOf(unit).Select(t => t.Id.Value)]);

    /// <summary>What a form's rules may look at, on a day; figures taken over from the year before were never due.</summary>
    public static RuleContext Context(this Plan plan, Unit unit, FormDefinition form, DateOnly today, string? period = null) => new()
    {
        Unit = plan.Submitting(unit),
        PlanYear = period is null ? plan.Year : Periods.YearOf(period),
        Due = form.Duty is { } duty && (period is null || Periods.YearOf(period) == plan.Year) ? plan.Duties.FirstOrDefault(d => d.Id == duty)?.Before : null,
        GateOpen = clause => plan.GateOpen(clause.Value, today),
    };

    /// <summary>
    /// What a version of a unit's form adds to running totals. Independent of the day on which it is asked. Nothing for a unit
    /// that is not in the register at the cut-off date, or of which the form is not asked as the register has it then.
    /// </summary>
    public static TotalsContribution Contribution(this Plan plan, Unit? unit, string period, TotalsLayout layout, FormValues values)
    {
        var form = layout.Form.Definition;
        return unit is null || !plan.Fills(unit, form)
            ? new TotalsContribution([], [])
            : new TotalsContribution(TotalsKey.For(plan.Id, layout.Form.Hash, period, unit), layout.Contribution(values, plan.Context(unit, form, plan.CutOff, period)));
    }

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
