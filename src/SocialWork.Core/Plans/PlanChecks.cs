using System.Globalization;
using SocialWork.Abstractions;

namespace SocialWork.Core.Plans;

/// <summary>What must agree inside a plan. Runs on what could be read, so that every fault of a file is found at once.</summary>
internal static class PlanChecks
{
    public static void Run(Plan plan, IReadOnlySet<string> faulty, Action<string, string> report)
    {
        var clauses = plan.Targets.Select(t => t.Id)
            .Concat(plan.Activities.Select(a => a.Id))
            .Concat(plan.Tasks.Select(t => t.Id))
            .Concat(plan.Funding.Select(f => f.Id))
            .Concat(plan.Duties.Select(d => d.Id))
            .Select(id => id.ToString())
            .Where(id => id.Length > 0)
            .ToList();
        foreach (var twice in clauses.GroupBy(c => c, StringComparer.Ordinal).Where(g => g.Count() > 1))
            report(twice.Key, "Stands twice; a clause id is given once and never reused.");

        var known = clauses.ToHashSet(StringComparer.Ordinal);
        var parties = plan.Parties.Select(p => p.Code).ToHashSet(StringComparer.Ordinal);
        void Party(string clause, string role, string code)
        {
            if (!parties.Contains(code)) report(clause, $"{role} '{code}' is not among the parties.");
        }

        Party("plan", "issuer", plan.Issuer);
        Party("plan", "standingAgency", plan.StandingAgency);
        foreach (var sector in plan.Sectors) Party(sector.Module, "agency", sector.Agency);
        foreach (var indicator in plan.Indicators)
        {
            foreach (var module in indicator.Contributors.Where(m => plan.Sectors.All(s => s.Module != m)))
                report(indicator.Definition.Code, $"contributor '{module}' is not among the sectors.");
        }

        foreach (var target in plan.Targets)
        {
            Party(target.Id.ToString(), "owner", target.Owner);
            if (plan.Indicators.All(i => i.Definition.Code != target.Indicator))
                report(target.Id.ToString(), $"indicator '{target.Indicator}' is not defined under indicators.");
        }

        foreach (var task in plan.Tasks)
        {
            Party(task.Id.ToString(), "agency", task.Agency);
            if (task.Roles.IsEmpty) report(task.Id.ToString(), "No role: write at least one.");
            foreach (var partner in task.Partners) Party(task.Id.ToString(), "partner", partner);
            foreach (var addressee in task.Addressees) Party(task.Id.ToString(), "addressee", addressee);
            foreach (var link in task.Links.Where(l => !known.Contains(l.ToString()))) report(task.Id.ToString(), $"links to {link}, which the plan does not contain.");
        }

        foreach (var funding in plan.Funding)
        {
            foreach (var source in funding.Sources.Where(s => plan.FundingSources.All(f => f.Code != s)))
                report(funding.Id.ToString(), $"source '{source}' is not among fundingSources.");
        }

        foreach (var duty in plan.Duties)
        {
            foreach (var who in duty.Who) Party(duty.Id.ToString(), "who", who);
            if (duty.To is { } to) Party(duty.Id.ToString(), "to", to);
            if (duty.Before is { } before && before.Year != plan.Year)
                report(duty.Id.ToString(), $"before {before.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} is outside the plan's year {plan.Year.ToString(CultureInfo.InvariantCulture)}.");
        }

        // A duty whose date could not be read was reported as such.
        if (!plan.Duties.Any(d => d.To == plan.StandingAgency && (d.Before is not null || faulty.Contains(d.Id.ToString()))))
            report("duties", $"No dated duty is owed to the standing agency '{plan.StandingAgency}': the season's report would be owed by nobody.");

        foreach (var group in plan.Parties.Where(p => p.Kind == PartyKind.Group && p.MemberType is null))
            report(group.Code, "A group needs memberType, the unit type of its members.");
        if (plan.CutOff.Year != plan.Year) report("cutOff", "The cut-off date must be in the plan's year.");
    }
}
