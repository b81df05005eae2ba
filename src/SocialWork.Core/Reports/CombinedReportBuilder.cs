using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.CoreForms;
using SocialWork.Core.Duties;
using SocialWork.Core.Indicators;
using SocialWork.Core.Narratives;
using SocialWork.Core.Obstacles;
using SocialWork.Core.Planning;
using SocialWork.Core.Plans;
using SocialWork.Core.Registers;
using SocialWork.Core.Reports.Annexes;
using SocialWork.Core.Sectors;
using SocialWork.Core.Submissions;
using SocialWork.Core.Time;
using SocialWork.Core.Totals;

namespace SocialWork.Core.Reports;

/// <summary>Whether this host runs on the demonstration year.</summary>
/// <param name="IsDemo">True: every page and document says so.</param>
public sealed record DemoMark(bool IsDemo);

/// <summary>What the figures of the city, or of a place, are read from.</summary>
/// <param name="Totals">The sums.</param>
/// <param name="Board">Who owes what.</param>
/// <param name="Indicators">The indicators over all modules.</param>
public sealed record CityFigures(TotalsSnapshot Totals, DutyBoard Board, ImmutableArray<IndicatorResult> Indicators);

/// <summary>
/// Builds the combined report: totals once, each module once, a fixed number of queries whatever the size of the city. Safe
/// for concurrent use.
/// </summary>
public sealed class CombinedReportBuilder(
    ICountedSubmissions submissions, IValidEntries entries, IObstacleList obstacles, IndicatorCalculator calculator, INarrativeEdits edits, NarrativeTemplates templates, CityClock clock,
    HolidayCalendar calendar, AnnexOutline outline, DemoMark demo)
{
    /// <summary>The data as they are now.</summary>
    public ReportBasis Present() => new(submissions, entries, obstacles, clock.Now);

    /// <summary>Builds the report as things stand.</summary>
    public Task<CombinedReport> BuildAsync(PlanModel model, ISectorLease lease, CancellationToken cancellationToken) => BuildAsync(model, Present(), lease, cancellationToken);

    /// <summary>Builds the report from the data of one moment, by the plan's model of that moment.</summary>
    public async Task<CombinedReport> BuildAsync(PlanModel model, ReportBasis basis, ISectorLease lease, CancellationToken cancellationToken)
    {
        var plan = model.Plan;
        var today = CityClock.DateIn(basis.At);
        var period = Periods.Annual(plan.Year);
        var (snapshot, board, indicators) = await FiguresAsync(model, basis, lease, cancellationToken);
        var taskResults = await basis.Submissions.CountingAsync(plan.Id, TaskResults.Code, period, unit: null, cancellationToken);
        var plans = await basis.Submissions.CountingAsync(plan.Id, ImplementationPlan.Code, period, unit: null, cancellationToken);
        var raised = await basis.Obstacles.ListAsync(plan.Id, cancellationToken);

        var coverage = Season(model, board);
        var targets = plan.Targets.Select(t => Line(t, indicators.First(i => i.Definition.Code == t.Indicator))).ToImmutableArray();
        var modules = Modules(model, indicators);
        var figures = new FigureReader(snapshot);
        var funding = Funding(model, figures);
        var report = new CombinedReport
        {
            Plan = plan.Id,
            Title = new Text(
                $"Kết quả thực hiện Chương trình phát triển công tác xã hội năm {plan.Year} trên địa bàn thành phố Huế",
                $"Results of the {plan.Year} programme for developing social work in Hue city"),
            AsOf = basis.At,
            Demo = demo.IsDemo,
            Provisional = coverage.Sent < coverage.Expected || targets.Any(t => t.Provisional) || modules.Any(m => m.State != SectorOutcome.Ok),
            Coverage = coverage,
            Targets = targets,
            Indicators = [.. indicators.Where(i => plan.Targets.All(t => t.Indicator != i.Definition.Code)).Select(Line)],
            Activities = [.. plan.Activities.Select(a => new ActivityLine(a.Id.Value, a.Title, a.Measure, !plan.GateOpen(a.Id.Value, today), figures.OfClause(a.Id, a.Evidence)))],
            Tasks = new TaskBoard(model, snapshot, taskResults, indicators, board, today).Lines(),
            Funding = funding,
            FundingTotal = Total(funding),
            Obstacles = [.. raised.Select(o => new ObstacleLine(o.Id, o.Unit, model.Units.Find(o.Unit)?.Name ?? o.Unit, o.Description, o.Level, o.Proposal, Names.Of(o.State), CityClock.DateIn(o.RaisedAt)))],
            Causes = Causes.Of(taskResults),
            Modules = modules,
            Agencies = Agencies(model, board, plans),
            Annexes = await AnnexBuilder.BuildAsync(outline, snapshot, basis.Submissions, indicators, cancellationToken),
        };
        var written = await edits.AtAsync(plan.Id, basis.At, cancellationToken);
        return report with { Narrative = Narrative.Sections(Narrative.Words(plan.Id, templates, written, NarrativeFigures.Of(report, plan, templates.ExternalWords))) };
    }

    /// <summary>The totals, the duties and the indicators that a report of the data of one moment is made of.</summary>
    public async Task<CityFigures> FiguresAsync(PlanModel model, ReportBasis basis, ISectorLease lease, CancellationToken cancellationToken) =>
        await FiguresAsync(await new SnapshotReader(basis.Submissions, basis.Entries).CityAsync(model, cancellationToken), basis, lease, cancellationToken);

    /// <summary>The same over the totals of the city or of a place.</summary>
    public async Task<CityFigures> FiguresAsync(TotalsSnapshot totals, ReportBasis basis, ISectorLease lease, CancellationToken cancellationToken)
    {
        var board = await DutyBoard.ReadAsync(totals.Model, basis.Submissions, CityClock.DateIn(basis.At), calendar, cancellationToken);
        return new CityFigures(totals, board, await calculator.CalculateAsync(totals, lease, CoreIndicators.Calculate(totals, board), cancellationToken));
    }

    private static SeasonCoverage Season(PlanModel model, DutyBoard board)
    {
        var duty = model.Plan.SeasonReport;
        var statuses = board.Statuses.Where(s => s.Duty == duty.Id).ToArray();
        var missing = statuses.Where(s => s.State is DutyState.Open or DutyState.Overdue).OrderByDescending(s => s.DaysLate).ThenBy(s => s.Unit, StringComparer.Ordinal);
        return new SeasonCoverage(
            statuses.Length,
            statuses.Count(s => s.State is DutyState.Sent or DutyState.SentLate),
            statuses.Count(s => model.Units.Find(s.Unit) is { } unit && board.AllAccepted(duty, unit)),
            [.. missing.Select(s => new MissingUnit(s.Unit, model.Units.Find(s.Unit)?.Name ?? s.Unit, duty.Id.Value, Names.Of(s.State), s.DaysLate, s.FormsSent, s.FormsOwed))]);
    }

    private static ImmutableArray<AgencyLine> Agencies(PlanModel model, DutyBoard board, ImmutableArray<CountingSubmission> plans)
    {
        var planning = model.Plan.Duties.FirstOrDefault(duty => duty.Before is not null && duty.Evidence.Contains(ImplementationPlan.Code));
        var planned = board.Statuses.Where(s => s.Duty == planning?.Id).ToDictionary(s => s.Unit, StringComparer.Ordinal);
        var issued = plans.ToDictionary(p => p.Version.Key.Unit, p => p.Version.Values, StringComparer.Ordinal);
        return
        [
            .. from status in board.Statuses.Where(s => s.Duty == model.Plan.SeasonReport.Id)
               let values = issued.GetValueOrDefault(status.Unit)
               select new AgencyLine(
                   status.Unit, model.Units.Find(status.Unit)?.Name ?? status.Unit,
                   (values?[new CellKey(ImplementationPlan.DocumentNumber.Id)] as CellValue.Words)?.Value,
                   (values?[new CellKey(ImplementationPlan.IssuedOn.Id)] as CellValue.Date)?.Value,
                   planned.TryGetValue(status.Unit, out var plan) ? Names.Of(plan.State) : null,
                   Names.Of(status.State), status.DaysLate, status.FormsSent, status.FormsOwed),
        ];
    }

    private static TargetLine Line(Target target, IndicatorResult result) => new()
    {
        Clause = target.Id.Value,
        Title = target.Title,
        Indicator = target.Indicator,
        Comparator = Names.Of(target.Comparator),
        Threshold = target.Threshold,
        Unit = "%",
        Numerator = result.Numerator,
        Denominator = result.Denominator ?? 0,
        Unreported = result.Unreported,
        Withheld = result.Withheld,
        RateText = result.RateText(target.Threshold),
        Verdict = result.Judge(target),
        Provisional = result.Provisional,
        Figure = target.Indicator,
        Coverage = result.Coverage,
        Contributions = [.. result.Contributions.Select(Line)],
    };

    private static IndicatorLine Line(IndicatorResult result) => new(
        result.Definition.Code, result.Definition.Name, result.Definition.Unit, result.Numerator, result.Denominator, result.Unreported,
        result.RateText(null), result.Provisional, result.Definition.Code, result.Coverage, [.. result.Contributions.Select(Line)]);

    private static ContributionLine Line(ContributionResult part) =>
        new(part.Module, part.Value?.Numerator.Value, part.Value?.Denominator?.Value, part.Value?.Unreported, part.Outcome, part.Reason, part.Coverage);

    // A module that described itself may still have failed to calculate: the report shows the worse of the two.
    private static ImmutableArray<ModuleLine> Modules(PlanModel model, ImmutableArray<IndicatorResult> indicators) =>
    [
        .. from sector in model.Sectors
           let failed = indicators.SelectMany(i => i.Contributions).FirstOrDefault(c => c.Module == sector.Id && c.Outcome != SectorOutcome.Ok)
           select new ModuleLine(sector.Id, sector.Name, sector.Version, failed?.Outcome ?? sector.Outcome, failed?.Reason ?? sector.Reason),
    ];

    private static ImmutableArray<FundingLine> Funding(PlanModel model, FigureReader figures)
    {
        if (model.Form(CoreForms.Funding.Code) is not { } form) return [];
        return
        [
            .. from source in model.Plan.FundingSources
               let option = new DimensionOption(source.Code, source.Name)
               select new FundingLine(
                   source.Code, source.Name, source.Apart,
                   figures.Of(form, CoreForms.Funding.Allocated, option),
                   figures.Of(form, CoreForms.Funding.Spent, option),
                   figures.Of(form, CoreForms.Funding.YearEstimate, option)),
        ];
    }

    // Money of another programme is shown and never added.
    private static FundingTotal? Total(ImmutableArray<FundingLine> funding)
    {
        var own = funding.Where(f => !f.Apart).ToArray();
        return own.Length == 0 ? null : new FundingTotal(Sum(f => f.Allocated), Sum(f => f.Spent), Sum(f => f.Estimate));

        FundingSum Sum(Func<FundingLine, FigureLine> column)
        {
            var tally = own.Select(column).Aggregate(default(CellTally), (sum, line) => sum + new CellTally(line.Value, line.Cells));
            return new FundingSum(tally.Sum, FigureReader.Words(tally), tally.Counts);
        }
    }
}
