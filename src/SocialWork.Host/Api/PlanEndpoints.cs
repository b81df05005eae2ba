using System.Security.Claims;
using SocialWork.Core.Access;
using SocialWork.Core.Duties;
using SocialWork.Core.Planning;
using SocialWork.Core.Plans;
using SocialWork.Core.Reports;
using SocialWork.Core.Submissions;
using SocialWork.Core.Time;
using SocialWork.Core.Units;
using SocialWork.Host.Composition;

namespace SocialWork.Host.Api;

/// <summary>GET /api/v1/plans and what a plan contains.</summary>
internal static class PlanEndpoints
{
    public static void MapPlans(this RouteGroupBuilder api)
    {
        api.MapGet("/plans", ListAsync).WithName("ListPlans").WithSummary("The plans, newest first.");
        api.MapGet("/plans/{plan}", (HttpContext http, string plan, RequestModules modules, CancellationToken ct) => WithAsync(http, plan, modules, Whole, ct)).WithName("GetPlan").WithSummary("A plan.");
        api.MapGet("/plans/{plan}/targets", (HttpContext http, string plan, RequestModules modules, CancellationToken ct) => WithAsync(http, plan, modules, m => m.Plan.Targets.Select(TargetOf), ct)).WithName("ListTargets").WithSummary("The plan's targets.");
        api.MapGet("/plans/{plan}/activities", (HttpContext http, string plan, RequestModules modules, CancellationToken ct) => WithAsync(http, plan, modules, m => m.Plan.Activities.Select(ActivityOf), ct)).WithName("ListActivities").WithSummary("The plan's activities.");
        api.MapGet("/plans/{plan}/tasks", (HttpContext http, string plan, string? unit, RequestModules modules, CancellationToken ct) => WithAsync(http, plan, modules, m => Tasks(m, unit), ct)).WithName("ListTasks").WithSummary("The plan's tasks with the modules' evidence; ?unit= those of one agency.");
        api.MapGet("/plans/{plan}/duties", DutiesAsync).WithName("ListDuties").WithSummary("Reporting duties; ?unit= with the standing of one unit.");
        api.MapGet("/plans/{plan}/monitoring", MonitoringAsync).WithName("Monitor").WithSummary("Unit × duty: state, due, days left or late, forms sent of forms owed.");
    }

    private static async Task<IResult> ListAsync(HttpContext http, IReferenceStore reference, CancellationToken cancellationToken) =>
        Answers.Json(http, (await reference.PlansAsync(cancellationToken)).Select(p => new { p.Id, p.Year, p.Title, p.CutOff, p.StandingAgency }));

    private static async Task<IResult> WithAsync<T>(HttpContext http, string plan, RequestModules modules, Func<PlanModel, T> read, CancellationToken cancellationToken) =>
        await modules.ModelAsync(plan, cancellationToken) is { } model ? Answers.Json(http, read(model)) : Answers.PlanUnknown(http, plan);

    private static object Whole(PlanModel model) => new
    {
        model.Plan.Id,
        model.Plan.Year,
        model.Plan.Title,
        model.Plan.Jurisdiction,
        model.Plan.Number,
        model.Plan.IssuedOn,
        model.Plan.StandingAgency,
        model.Plan.CutOff,
        model.Plan.Objective,
        model.Plan.LegalBasis,
        model.Plan.Recipients,
        model.Plan.Parties,
        model.Plan.FundingSources,
        model.Plan.Settings,
        Targets = model.Plan.Targets.Select(TargetOf),
        Activities = model.Plan.Activities.Select(ActivityOf),
        Tasks = Tasks(model, unit: null),
        model.Plan.Funding,
        Duties = model.Plan.Duties.Select(DutyOf),
        Forms = model.Forms.Select(f => f.Code),
        model.Remarks,
    };

    private static object TargetOf(Target t) => new
    {
        Clause = t.Id.Value,
        t.Title,
        Comparator = Names.Of(t.Comparator),
        t.Wording,
        t.Threshold,
        Unit = "%",
        t.Indicator,
        t.Owner,
        t.Numerator,
        t.Denominator,
        t.Notes,
    };

    private static object ActivityOf(Activity a) => new { Clause = a.Id.Value, a.Title, a.Measure, a.Evidence, a.Gate };

    private static object DutyOf(ReportingDuty d) => new { Duty = d.Id.Value, d.Title, d.Who, d.To, d.Before, d.Evidence };

    private static IEnumerable<object> Tasks(PlanModel model, string? unit)
    {
        var owner = unit is null ? null : model.Units.Find(unit);
        return from task in model.Plan.Tasks
               where unit is null || (owner is not null && model.Plan.Is(task.Agency, owner)) || task.Agency == unit
               let bound = model.Tasks.FirstOrDefault(t => t.Task.Clause == task.Id && t.Task.Part is null)
               select new
               {
                   Clause = task.Id.Value,
                   Title = bound?.Task.Title ?? task.Title,
                   Unit = task.Agency,
                   task.Roles,
                   task.Partners,
                   task.Addressees,
                   task.Measure,
                   task.Gate,
                   bound?.Module,
                   EvidenceForms = bound?.Task.EvidenceForms ?? [],
               };
    }

    private static async Task<IResult> DutiesAsync(
        HttpContext http, string plan, string? unit, ClaimsPrincipal user, RequestModules modules, ISubmissionReader reader, CityClock clock, HolidayCalendar calendar, CancellationToken cancellationToken)
    {
        if (await modules.ModelAsync(plan, cancellationToken) is not { } model) return Answers.PlanUnknown(http, plan);
        if (unit is null) return Answers.Json(http, model.Plan.Duties.Select(DutyOf));
        if (!AccessPolicy.MaySeeCity(user.Actor()) && user.Actor().Unit != unit) return Answers.Forbidden(http);
        var board = await DutyBoard.ReadAsync(model, reader, clock.Today, calendar, cancellationToken);
        return Answers.Json(http, board.Statuses.Where(s => s.Unit == unit).Select(s => Line(model, s)));
    }

    private static async Task<IResult> MonitoringAsync(
        HttpContext http, string plan, DateOnly? on, ClaimsPrincipal user, RequestModules modules, ISubmissionReader reader, CityClock clock, HolidayCalendar calendar, CancellationToken cancellationToken)
    {
        if (await modules.ModelAsync(plan, cancellationToken) is not { } model) return Answers.PlanUnknown(http, plan);
        if (!AccessPolicy.MaySeeCity(user.Actor())) return Answers.Forbidden(http);
        var board = await DutyBoard.ReadAsync(model, reader, on ?? clock.Today, calendar, cancellationToken);
        return Answers.Json(http, board.Statuses.OrderByDescending(s => s.DaysLate).ThenBy(s => s.Before).ThenBy(s => s.Unit, StringComparer.Ordinal).Select(s => Line(model, s)));
    }

    private static object Line(PlanModel model, DutyStatus status) => new
    {
        Duty = status.Duty.Value,
        status.Unit,
        Name = model.Units.Find(status.Unit)?.Name,
        State = Names.Of(status.State),
        status.Before,
        status.LastWorkingDay,
        status.DaysLeft,
        status.DaysLate,
        status.FormsSent,
        status.FormsOwed,
        status.SentAt,
    };
}
