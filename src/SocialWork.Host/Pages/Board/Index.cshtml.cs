using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SocialWork.Core.Access;
using SocialWork.Core.Duties;
using SocialWork.Core.Plans;
using SocialWork.Core.Reports;
using SocialWork.Core.Submissions;
using SocialWork.Core.Time;
using SocialWork.Documents.Words;
using SocialWork.Host.Api;
using SocialWork.Host.Composition;
using SocialWork.Host.Pages.Reports;
using SocialWork.Host.Pages.Support;
using SocialWork.Host.Reports;

namespace SocialWork.Host.Pages.Board;

/// <summary>Bảng điều hành: on one sheet how far the targets are, what the agencies do, and how the reports came in.</summary>
public sealed class IndexModel(RequestModules modules, ReportCache reports, ISubmissionReader reader, CityClock clock, HolidayCalendar calendar, Readings readings) : SitePage
{
    /// <summary>The states that the table of tasks shows, in its order.</summary>
    public static readonly ImmutableArray<TaskState> States = [TaskState.Done, TaskState.InProgress, TaskState.NotStarted, TaskState.NotArising, TaskState.Gated, TaskState.NotReported];

    private Plan _plan = null!;
    private bool _traces;

    /// <inheritdoc/>
    public override string Title => Say($"Bảng điều hành {PlanId}", $"Leaders' board {PlanId}");

    /// <summary>The report that the figures are of.</summary>
    public CombinedReport Report { get; private set; } = null!;

    /// <summary>The tasks by agency.</summary>
    public ImmutableArray<AgencyTasks> Agencies { get; private set; } = [];

    /// <summary>How the season's reports came in.</summary>
    public Timeliness Season { get; private set; } = null!;

    /// <summary>The same as a line.</summary>
    public SentChart Chart { get; private set; } = null!;

    /// <summary>Whether the season's deadline has passed.</summary>
    public bool DeadlinePassed => clock.Today >= Season.Before;

    /// <summary>Shows the board.</summary>
    public async Task<IActionResult> OnGetAsync(string plan, CancellationToken cancellationToken)
    {
        if (Actor is not { } actor || !AccessPolicy.MaySeeCity(actor)) return LocalRedirect("/denied");
        if (await modules.ModelAsync(plan, cancellationToken) is not { } model) return NotFound();
        await readings.ReportAsync(actor, model.Plan.Id, cancellationToken);
        (_plan, PlanId, _traces) = (model.Plan, model.Plan.Id, AccessPolicy.MayTrace(actor));
        Report = await reports.ReadAsync(model, modules.Lease, cancellationToken);
        Agencies = AgencyTasks.Count(model.Plan, Report.Tasks, clock.Today);
        var board = await DutyBoard.ReadAsync(model, reader, clock.Today, calendar, cancellationToken);
        var duty = model.Plan.SeasonReport;
        Season = Timeliness.Of([.. board.Statuses.Where(s => s.Duty == duty.Id)], duty.Before!.Value);
        Chart = SentChart.Of(Season, clock.Today);
        return Page();
    }

    /// <summary>Where a figure leads; null for who may not follow it.</summary>
    public string? AddressOf(string figure) => _traces ? FigureModel.Address(_plan.Id, figure) : null;

    /// <summary>The name that the plan gives a party.</summary>
    public string Party(string code) => _plan.Party(code) is { } party ? Say(party.Name) : code;

    /// <summary>A part of a whole as a length in percent, for drawing alone: what is printed is never rounded so.</summary>
    public static string Share(long part, long whole) =>
        (whole <= 0 ? 0 : Math.Clamp(100m * part / whole, 0, 100)).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    /// <summary>The parts of an agency's bar, each with where it begins.</summary>
    public static IEnumerable<(TaskState State, string From, string Width)> BarOf(AgencyTasks agency)
    {
        var before = 0;
        foreach (var state in States.Where(s => agency.Of(s) > 0))
        {
            yield return (state, Share(before, agency.Instances), Share(agency.Of(state), agency.Instances));
            before += agency.Of(state);
        }
    }

    /// <summary>What a column of the table of tasks is called: what is not reported is overdue once the deadline has passed.</summary>
    public string ColumnOf(TaskState state) => state == TaskState.NotReported && DeadlinePassed ? Say("Quá hạn, chưa báo cáo", "Overdue, not reported") : Say(StateWords.Of(state));

    /// <summary>The name of a state in the style sheet.</summary>
    public static string StyleOf(TaskState state) => state.ToString().ToLowerInvariant();
}
