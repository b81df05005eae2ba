using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Duties;
using SocialWork.Core.Planning;
using SocialWork.Core.Plans;
using SocialWork.Core.Submissions;
using SocialWork.Core.Time;

namespace SocialWork.Host.Pages.Home;

/// <summary>A unit that has not sent all its forms for a duty.</summary>
public sealed record LateUnit(string Code, string Name, DutyStatus Status);

/// <summary>A duty over the whole city.</summary>
public sealed record CityDuty(ReportingDuty Duty, DateOnly LastWorkingDay, int Expected, int Sent, int SentLate, ImmutableArray<LateUnit> Missing);

/// <summary>A unit whose sent forms wait for acceptance.</summary>
public sealed record WaitingUnit(string Code, string Name, ImmutableArray<string> Forms);

/// <summary>What those who follow the whole city look at: coverage, who has not sent, what waits for acceptance.</summary>
/// <param name="Duties">The dated duties, the season's report first.</param>
/// <param name="Waiting">Units with forms to be accepted.</param>
/// <param name="ReportBefore">Before when the combined report is due; null where the plan does not say.</param>
/// <param name="ReportLastWorkingDay">The last working day before it.</param>
public sealed record CityDesk(ImmutableArray<CityDuty> Duties, ImmutableArray<WaitingUnit> Waiting, DateOnly? ReportBefore, DateOnly? ReportLastWorkingDay)
{
    /// <summary>Reads the desk.</summary>
    public static async Task<CityDesk> ReadAsync(PlanModel model, ISubmissionReader reader, CityClock clock, HolidayCalendar calendar, CancellationToken cancellationToken)
    {
        var plan = model.Plan;
        var board = await DutyBoard.ReadAsync(model, reader, clock.Today, calendar, cancellationToken);
        var byDuty = board.Statuses.ToLookup(s => s.Duty);
        var duties = from duty in plan.Duties
                     where duty.Before is not null && byDuty[duty.Id].Any()
                     orderby duty.To == plan.StandingAgency ? 0 : 1
                     select Over(model, duty, [.. byDuty[duty.Id]], calendar);
        var waiting = from unit in board.Statuses.Select(s => s.Unit).Distinct(StringComparer.Ordinal)
                      let found = model.Units.Find(unit)
                      where found is not null
                      let forms = plan.Duties.SelectMany(d => model.OwedBy(found, d)).Where(f => board.Standing(unit, f.Code)?.State == SubmissionState.Approved).Select(f => f.Code).Distinct(StringComparer.Ordinal).ToImmutableArray()
                      where forms.Length > 0
                      select new WaitingUnit(unit, found.Name, forms);
        var report = plan.Duties.FirstOrDefault(d => d.To == plan.Issuer && d.Who.Contains(plan.StandingAgency))?.Before;
        return new CityDesk([.. duties], [.. waiting], report, report is { } before ? calendar.LastWorkingDayBefore(before) : null);
    }

    private static CityDuty Over(PlanModel model, ReportingDuty duty, ImmutableArray<DutyStatus> statuses, HolidayCalendar calendar) => new(
        duty,
        calendar.LastWorkingDayBefore(duty.Before!.Value),
        statuses.Length,
        statuses.Count(s => s.State is DutyState.Sent or DutyState.SentLate),
        statuses.Count(s => s.State == DutyState.SentLate),
        [
            .. statuses.Where(s => s.State is DutyState.Open or DutyState.Overdue).OrderByDescending(s => s.DaysLate).ThenBy(s => s.FormsSent)
                .ThenBy(s => s.Unit, StringComparer.Ordinal).Select(s => new LateUnit(s.Unit, model.Units.Find(s.Unit)?.Name ?? s.Unit, s)),
        ]);
}
