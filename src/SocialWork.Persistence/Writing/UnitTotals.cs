using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using SocialWork.Core.Forms;
using SocialWork.Core.Planning;
using SocialWork.Core.Plans;
using SocialWork.Core.Totals;
using SocialWork.Core.Units;
using SocialWork.Core.Units.Changes;
using SocialWork.Persistence.Model;
using SocialWork.Persistence.Reading;

namespace SocialWork.Persistence.Writing;

/// <summary>
/// Moves what units sent from where it is counted to where it belongs after a change of the register: new minus old, for every
/// plan at whose cut-off date a unit is not what it was. For one write only.
/// </summary>
internal sealed class UnitTotals(ImmutableArray<Plan> plans, FormArchive archive)
{
    private readonly Dictionary<(string Plan, string FormHash), TotalsLayout> _layouts = [];
    private readonly SubmissionMapper _mapper = new(archive);

    public void Move(WriteSession session, SocialWorkDb db, IReadOnlyCollection<(UnitEntry Before, UnitEntry After)> changes)
    {
        Dictionary<string, string[]>? forms = null;
        foreach (var plan in plans)
        {
            var moved = changes
                .Select(c => (c.After.Code, Was: c.Before.On(plan.CutOff), Is: c.After.On(plan.CutOff)))
                .Where(m => Key(m.Was) != Key(m.Is))
                .ToDictionary(m => m.Code, m => (m.Was, m.Is), StringComparer.Ordinal);
            if (moved.Count == 0) continue;
            forms ??= UnitReading.FormsByPlan(db);
            var (asked, codes) = (forms.GetValueOrDefault(plan.Id) ?? [], moved.Keys.ToArray());
            var counting = from s in db.Submissions
                           where s.Plan == plan.Id && asked.Contains(s.Form) && codes.Contains(s.Unit) && s.CountingVersion != null
                           join v in db.Versions
                               on new { s.Plan, s.Form, s.Unit, s.Period, Number = s.CountingVersion!.Value } equals new { v.Plan, v.Form, v.Unit, v.Period, v.Number }
                           select new { Row = v, IsAccepted = s.AcceptedVersion == s.CountingVersion };
            foreach (var found in counting.AsNoTracking())
            {
                var (was, now) = moved[found.Row.Unit];
                var version = _mapper.Read(found.Row);
                var accepted = found.IsAccepted ? 1 : 0;
                session.AddToTotals(Contribution(plan, was, version), -1, -accepted);
                session.AddToTotals(Contribution(plan, now, version), +1, +accepted);
            }
        }
    }

    private TotalsContribution Contribution(Plan plan, Unit? unit, Core.Submissions.SubmissionVersion version) =>
        plan.Contribution(unit, version.Key.Period, Layout(plan, version.FormHash), version.Values);

    private TotalsLayout Layout(Plan plan, string formHash)
    {
        if (!_layouts.TryGetValue((plan.Id, formHash), out var layout)) _layouts.Add((plan.Id, formHash), layout = PlanModel.NewLayout(plan, archive[formHash]));
        return layout;
    }

    private static (string Sector, string Type, string? Commune, bool InPlan)? Key(Unit? unit) => unit is null ? null : (unit.ManagingSector, unit.Type, unit.Commune, unit.InPlan);
}
