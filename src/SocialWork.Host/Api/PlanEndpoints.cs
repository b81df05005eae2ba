using System.Security.Claims;
using SocialWork.Core.Access;
using SocialWork.Core.Duties;
using SocialWork.Core.Planning;
using SocialWork.Core.Plans;
using SocialWork.Core.Reports;
using SocialWork.Core.Submissions;
using SocialWork.Core.Time;
using SocialWork.Core.Units;
using SocialWork.Host.Api.Tables;
using SocialWork.Host.Composition;

namespace SocialWork.Host.Api;

/// <summary>GET /api/v1/plans and what a plan contains.</summary>
internal static class PlanEndpoints
{
    public static void MapPlans(this RouteGroupBuilder api)
    {
        api.MapListing("/plans", ListAsync, "ListPlans", "The plans, newest first.");
        api.MapGet("/plans/{plan}", GetAsync).WithName("GetPlan").WithSummary("A plan.");
        api.MapListing("/plans/{plan}/targets", TargetsAsync, "ListTargets", "The plan's targets.");
        api.MapListing("/plans/{plan}/activities", ActivitiesAsync, "ListActivities", "The plan's activities.");
        api.MapListing("/plans/{plan}/tasks", TasksAsync, "ListTasks", "The plan's tasks with the modules' evidence; ?unit= those of one agency.");
        api.MapListing("/plans/{plan}/duties", DutiesAsync, "ListDuties", "Reporting duties; ?unit= with the standing of one unit.");
        api.MapListing("/plans/{plan}/monitoring", MonitoringAsync, "Monitor", "Unit × duty: state, due, days left or late, forms sent of forms owed.");
    }

    private static async Task<IResult> ListAsync(HttpContext http, IReferenceStore reference, CancellationToken cancellationToken)
    {
        var plans = await reference.PlansAsync(cancellationToken);
        return await TableAnswers.AnswerAsync(http, PlanListings.Plans, plans, plans.Select(p => new { p.Id, p.Year, p.Title, p.CutOff, p.StandingAgency }), cancellationToken);
    }

    private static Task<IResult> GetAsync(HttpContext http, string plan, RequestModules modules, CancellationToken cancellationToken) =>
        WithAsync(http, plan, modules, model => Task.FromResult(Answers.Json(http, Whole(model))), cancellationToken);

    private static Task<IResult> TargetsAsync(HttpContext http, string plan, RequestModules modules, CancellationToken cancellationToken) =>
        WithAsync(http, plan, modules, m => TableAnswers.AnswerAsync(http, PlanListings.Targets, m.Plan.Targets, m.Plan.Targets.Select(TargetOf), cancellationToken), cancellationToken);

    private static Task<IResult> ActivitiesAsync(HttpContext http, string plan, RequestModules modules, CancellationToken cancellationToken) =>
        WithAsync(http, plan, modules, m => TableAnswers.AnswerAsync(http, PlanListings.Activities, m.Plan.Activities, m.Plan.Activities.Select(ActivityOf), cancellationToken), cancellationToken);

    private static Task<IResult> TasksAsync(HttpContext http, string plan, string? unit, RequestModules modules, CancellationToken cancellationToken) =>
        WithAsync(http, plan, modules, m => TableAnswers.AnswerAsync(http, PlanListings.Tasks, Tasks(m, unit), cancellationToken), cancellationToken);

    private static async Task<IResult> WithAsync(HttpContext http, string plan, RequestModules modules, Func<PlanModel, Task<IResult>> answer, CancellationToken cancellationToken) =>
        await modules.ModelAsync(plan, cancellationToken) is { } model ? await answer(model) : Answers.PlanUnknown(http, plan);

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

    private static IEnumerable<ListedTask> Tasks(PlanModel model, string? unit)
    {
        var owner = unit is null ? null : model.Units.Find(unit);
        return from task in model.Plan.Tasks
               where unit is null || (owner is not null && model.Plan.Is(task.Agency, owner)) || task.Agency == unit
               let bound = model.Tasks.FirstOrDefault(t => t.Task.Clause == task.Id && t.Task.Part is null)
               select new ListedTask(
                   task.Id.Value, bound?.Task.Title ?? task.Title, task.Agency, task.Roles, task.Partners, task.Addressees, task.Measure, task.Gate,
                   bound?.Module, bound?.Task.EvidenceForms ?? []);
    }

    private static async Task<IResult> DutiesAsync(
        HttpContext http, string plan, string? unit, ClaimsPrincipal user, RequestModules modules, ISubmissionReader reader, CityClock clock, HolidayCalendar calendar, CancellationToken cancellationToken)
    {
        if (await modules.ModelAsync(plan, cancellationToken) is not { } model) return Answers.PlanUnknown(http, plan);
        if (unit is null) return await TableAnswers.AnswerAsync(http, PlanListings.Duties, model.Plan.Duties, model.Plan.Duties.Select(DutyOf), cancellationToken);
        if (!AccessPolicy.MaySeeStanding(user.Actor(), unit)) return Answers.Forbidden(http);
        var board = await DutyBoard.ReadAsync(model, reader, clock.Today, calendar, cancellationToken);
        return await TableAnswers.AnswerAsync(http, PlanListings.Standings, board.Statuses.Where(s => s.Unit == unit).Select(s => Line(model, s)), cancellationToken);
    }

    private static async Task<IResult> MonitoringAsync(
        HttpContext http, string plan, DateOnly? on, ClaimsPrincipal user, RequestModules modules, ISubmissionReader reader, CityClock clock, HolidayCalendar calendar, CancellationToken cancellationToken)
    {
        if (await modules.ModelAsync(plan, cancellationToken) is not { } model) return Answers.PlanUnknown(http, plan);
        if (!AccessPolicy.MaySeeCity(user.Actor())) return Answers.Forbidden(http);
        var board = await DutyBoard.ReadAsync(model, reader, on ?? clock.Today, calendar, cancellationToken);
        var lines = board.Statuses.OrderByDescending(s => s.DaysLate).ThenBy(s => s.Before).ThenBy(s => s.Unit, StringComparer.Ordinal).Select(s => Line(model, s));
        return await TableAnswers.AnswerAsync(http, PlanListings.Standings, lines, cancellationToken);
    }

    private static ListedStanding Line(PlanModel model, DutyStatus status) => new(
        status.Duty.Value, status.Unit, model.Units.Find(status.Unit)?.Name, Names.Of(status.State), status.Before, status.LastWorkingDay, status.DaysLeft, status.DaysLate,
        status.FormsSent, status.FormsOwed, status.SentAt);
}
