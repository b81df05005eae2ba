using System.Collections.Immutable;
using SocialWork.Core.Planning;
using SocialWork.Core.Plans;
using SocialWork.Core.Submissions;
using SocialWork.Core.Time;
using SocialWork.Core.Units;

namespace SocialWork.Core.Duties;

/// <summary>Every unit's standing with every duty of a plan on one day.</summary>
public sealed class DutyBoard
{
    private readonly ILookup<string, SubmissionStanding> _byUnit;
    private readonly PlanModel _model;

    private DutyBoard(PlanModel model, ImmutableArray<SubmissionStanding> standings, DateOnly today, HolidayCalendar calendar)
    {
        _model = model;
        _byUnit = standings.ToLookup(s => s.Unit, StringComparer.Ordinal);
        // On a past day, what was sent later was not yet sent.
        var endOfDay = CityClock.StartOf(today.AddDays(1));
        Statuses =
        [
            .. from duty in model.Plan.Duties
               from unit in model.Plan.Owing(duty, model.Units)
               let owed = model.OwedBy(unit, duty).Select(f => f.Code).ToArray()
               where owed.Length > 0
               let sent = owed.Select(form => Standing(unit.Code, form) is { CountingVersion: not null } s && s.FirstSentAt < endOfDay ? s.FirstSentAt : null).ToArray()
               select DutyStatus.Judge(duty.Id, unit.Code, duty.Before, sent, today, calendar),
        ];
    }

    /// <summary>One status per duty and unit that owes forms for it, in the plan's order.</summary>
    public ImmutableArray<DutyStatus> Statuses { get; }

    /// <summary>Reads the standings and judges every duty.</summary>
    public static async Task<DutyBoard> ReadAsync(PlanModel model, ICountedSubmissions reader, DateOnly today, HolidayCalendar calendar, CancellationToken cancellationToken)
    {
        var forms = model.Forms.Where(f => f.Definition.Duty is not null && f.Definition.FilledBy is not Abstractions.FilledBy.FacilitiesOf).Select(f => f.Code);
        var standings = await reader.StandingsAsync(model.Plan.Id, Periods.Annual(model.Plan.Year), [.. forms], cancellationToken);
        return new DutyBoard(model, standings, today, calendar);
    }

    /// <summary>A unit's standing with a form, or null when it was never begun.</summary>
    public SubmissionStanding? Standing(string unit, string form) => _byUnit[unit].FirstOrDefault(s => s.Form == form);

    /// <summary>Whether every form that a unit owes for a duty was sent and the versions that count were accepted.</summary>
    public bool AllAccepted(ReportingDuty duty, Unit unit) =>
        _model.OwedBy(unit, duty).All(f => Standing(unit.Code, f.Code)?.CountsAccepted == true);
}
