using System.Collections.Immutable;
using Microsoft.Extensions.Logging.Abstractions;
using SocialWork.Abstractions;
using SocialWork.Core.CoreForms;
using SocialWork.Core.Duties;
using SocialWork.Core.Planning;
using SocialWork.Core.Sectors;

namespace SocialWork.Core.Indicators;

/// <summary>The core's own indicators: punctuality with plans (BS1) and with reports (BS2), from what every agency owes under V.1.</summary>
internal static class CoreIndicators
{
    public static ImmutableArray<(string Code, ContributionResult Part)> Calculate(TotalsSnapshot snapshot, DutyBoard board)
    {
        var view = new SectorView(new SectorBorder(PlanForm.CoreModule, NullLogger.Instance), snapshot);
        var parts = ImmutableArray.CreateBuilder<(string, ContributionResult)>();
        foreach (var duty in snapshot.Model.Plan.Duties.Where(d => d.Before is not null))
        {
            var statuses = board.Statuses.Where(s => s.Duty == duty.Id && snapshot.Has(s.Unit)).ToArray();
            var owed = Owed(duty.Id, inTime: false, statuses.Length);
            if (duty.Evidence.Contains(ImplementationPlan.Code))
            {
                var issued = view.Sum(ImplementationPlan.InTime, Scope.All);
                var coverage = view.Coverage(issued.Sources);
                parts.Add(("BS1", new ContributionResult(PlanForm.CoreModule, SectorOutcome.Ok, null, new IndicatorContribution("BS1", issued, owed, coverage.Expected - coverage.Reported), coverage, PlanFormula)));
            }
            else if (duty.To == snapshot.Model.Plan.StandingAgency)
            {
                var sent = statuses.Count(s => s.State == DutyState.Sent);
                var complete = new Coverage(
                    statuses.Length,
                    statuses.Count(s => s.State is DutyState.Sent or DutyState.SentLate),
                    statuses.Count(s => snapshot.Model.Units.Find(s.Unit) is { } unit && board.AllAccepted(duty, unit)));
                var open = statuses.Count(s => s.State == DutyState.Open);
                parts.Add(("BS2", new ContributionResult(PlanForm.CoreModule, SectorOutcome.Ok, null, new IndicatorContribution("BS2", Owed(duty.Id, inTime: true, sent), owed, open), complete, ReportFormula)));
            }
        }

        return parts.ToImmutable();
    }

    private static readonly Text PlanFormula = new("K1: số đơn vị có ngày ban hành trước hạn / số đơn vị có nghĩa vụ V.1", "K1: units whose plan is dated before the deadline / units that owe duty V.1");
    private static readonly Text ReportFormula = new("Số đơn vị gửi đủ biểu trước hạn / số đơn vị có nghĩa vụ V.1", "Units that sent all their forms before the deadline / units that owe duty V.1");

    private static Term Owed(ClauseId duty, bool inTime, long count) => new(count, [new TermSource.Owed(duty, inTime, count)]);
}
