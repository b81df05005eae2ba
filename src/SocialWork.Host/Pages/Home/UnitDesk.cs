using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Duties;
using SocialWork.Core.Planning;
using SocialWork.Core.Plans;
using SocialWork.Core.Submissions;
using SocialWork.Core.Time;
using SocialWork.Core.Units;

namespace SocialWork.Host.Pages.Home;

/// <summary>A form that a unit fills, and where it stands.</summary>
public sealed record DeskForm(string Code, Text Title, SubmissionState State)
{
    /// <summary>Whether it is the reporter's turn.</summary>
    public bool IsOpen => State is SubmissionState.NotStarted or SubmissionState.Draft or SubmissionState.Returned;
}

/// <summary>A duty of a unit with its forms.</summary>
public sealed record DeskDuty(Text Title, DutyStatus Status, ImmutableArray<DeskForm> Forms);

/// <summary>A form that facilities fill and the unit answers for.</summary>
/// <param name="Code">The form's code.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Facilities">How many fill it.</param>
/// <param name="Sent">Of these, those of which a version counts.</param>
/// <param name="Waiting">Of these, those whose newest version waits for the head.</param>
/// <param name="Open">Of these, those whose reporter has something to do.</param>
public sealed record DeskFacilityForm(string Code, Text Title, int Facilities, int Sent, int Waiting, int Open);

/// <summary>What a unit has to do: its duties, the most pressing first, and the forms of the facilities it answers for.</summary>
public sealed record UnitDesk(Unit Unit, ImmutableArray<DeskDuty> Duties, ImmutableArray<DeskForm> OwnForms, ImmutableArray<DeskFacilityForm> Facilities)
{
    /// <summary>Reads the desk of a unit.</summary>
    public static async Task<UnitDesk> ReadAsync(PlanModel model, Unit unit, ISubmissionReader reader, CityClock clock, HolidayCalendar calendar, CancellationToken cancellationToken)
    {
        var board = await DutyBoard.ReadAsync(model, reader, clock.Today, calendar, cancellationToken);
        var duties = from status in board.Statuses
                     where status.Unit == unit.Code
                     let duty = model.Plan.Duties.First(d => d.Id == status.Duty)
                     orderby Rank(status.State), status.DaysLate descending, status.Before
                     select new DeskDuty(duty.Title, status, [.. model.OwedBy(unit, duty).Select(f => FormOf(f, board.Standing(unit.Code, f.Code)))]);

        var facilityForms = model.Forms.Where(f => f.Definition.FilledBy is FilledBy.FacilitiesOf).ToArray();
        var standings = (await reader.StandingsAsync(model.Plan.Id, Periods.Annual(model.Plan.Year), [.. facilityForms.Select(f => f.Code)], cancellationToken))
            .ToDictionary(s => (s.Form, s.Unit));
        var own = facilityForms.Where(f => model.Fills(unit, f.Definition)).Select(f => FormOf(f, standings.GetValueOrDefault((f.Code, unit.Code))));
        var facilities = from form in facilityForms
                         let answered = model.Fillers(form.Definition).Where(u => u.Code != unit.Code && model.Plan.AgencyFor(u, form.Definition.Approval) == unit.Code).ToArray()
                         where answered.Length > 0
                         let known = answered.Select(u => standings.GetValueOrDefault((form.Code, u.Code))).OfType<SubmissionStanding>().ToArray()
                         select new DeskFacilityForm(
                             form.Code, form.Definition.Title, answered.Length, known.Count(s => s.CountingVersion is not null), known.Count(s => s.State == SubmissionState.Submitted),
                             answered.Length - known.Count(s => s.State is SubmissionState.Submitted or SubmissionState.Approved or SubmissionState.Accepted));
        return new UnitDesk(unit, [.. duties], [.. own], [.. facilities]);
    }

    private static DeskForm FormOf(PlanForm form, SubmissionStanding? standing) => new(form.Code, form.Definition.Title, standing?.State ?? SubmissionState.NotStarted);

    private static int Rank(DutyState state) => state switch
    {
        DutyState.Overdue => 0,
        DutyState.Open => 1,
        DutyState.WhenArising => 2,
        _ => 3,
    };
}
