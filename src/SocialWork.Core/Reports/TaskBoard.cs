using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.CoreForms;
using SocialWork.Core.Duties;
using SocialWork.Core.Indicators;
using SocialWork.Core.Planning;
using SocialWork.Core.Plans;
using SocialWork.Core.Submissions;

namespace SocialWork.Core.Reports;

/// <summary>
/// Where every task of the plan stands: the status that the responsible agency states in K2, beside the measure of the
/// module that organises it. A clause with no module's task is still followed by K2.
/// </summary>
internal sealed class TaskBoard(PlanModel model, TotalsSnapshot snapshot, ImmutableArray<CountingSubmission> taskResults, ImmutableArray<IndicatorResult> indicators, DutyBoard duties, DateOnly today)
{
    private readonly ILookup<string, CountingSubmission> _byUnit = taskResults.ToLookup(r => r.Version.Key.Unit, StringComparer.Ordinal);
    private readonly FigureReader _figures = new(snapshot);

    public ImmutableArray<TaskLine> Lines() => [.. model.Plan.Tasks.Select(Line)];

    private TaskLine Line(PlanTask task)
    {
        var bound = model.Tasks.FirstOrDefault(t => t.Task.Clause == task.Id && t.Task.Part is null);
        var instances = model.Plan.Members(task.Agency, model.Units).Select(u => new RemainingInstance(u.Code, u.Name, StateOf(task, u.Code))).ToArray();
        var done = instances.Count(i => i.State == TaskState.Done);
        return new TaskLine(
            task.Id.Value,
            bound?.Task.Title ?? task.Title,
            task.Agency,
            bound?.Module,
            Overall([.. instances.Select(i => i.State)]),
            new TaskInstances(instances.Length, done),
            instances.Length > 1 ? [.. instances.Where(i => i.State != TaskState.Done)] : [],
            bound is null ? null : Progress(bound.Task, task),
            _figures.OfClause(task.Id, task.Evidence));
    }

    private TaskState StateOf(PlanTask task, string unit) => StateOf(model.Plan, task, _byUnit[unit].FirstOrDefault()?.Version.Values, today);

    /// <summary>Where a task stands by what its agency states in K2; null for a K2 that was not sent.</summary>
    internal static TaskState StateOf(Plan plan, PlanTask task, FormValues? results, DateOnly today) =>
        results?[new CellKey(TaskResults.Status.Id, task.Id.Value)] switch
        {
            CellValue.Choice { Code: "HOAN_THANH" } => TaskState.Done,
            CellValue.Choice { Code: "DANG_THUC_HIEN" } => TaskState.InProgress,
            CellValue.Choice { Code: "CHUA_TRIEN_KHAI" } => TaskState.NotStarted,
            CellValue.Choice { Code: "KHONG_PHAT_SINH" } => TaskState.NotArising,
            CellValue.Choice { Code: "CHUA_DU_DIEU_KIEN" } => TaskState.Gated,
            _ => plan.GateOpen(task.Id.Value, today) ? TaskState.NotReported : TaskState.Gated,
        };

    internal static TaskState Overall(ImmutableArray<TaskState> states) =>
        states.Distinct().ToArray() switch
        {
            [] => TaskState.NotReported,
            [var only] => only,
            _ when states.All(s => s is TaskState.Done or TaskState.NotArising) => TaskState.Done,
            _ when states.Any(s => s is TaskState.Done or TaskState.InProgress) => TaskState.InProgress,
            _ when states.Contains(TaskState.NotStarted) => TaskState.NotStarted,
            _ => TaskState.NotReported,
        };

    private Text? Progress(SectorTask bound, PlanTask task) => bound.Progress switch
    {
        TaskProgress.QuantityProgress quantity when IsOpen(quantity.Quantity.Form) => Quantity(quantity),
        TaskProgress.IndicatorProgress indicator when indicators.FirstOrDefault(i => i.Definition.Code == indicator.Indicator) is { } result =>
            new Text($"{result.Definition.Name.Vi}: {result.RateText(null)}", $"{result.Definition.Name.En}: {result.RateText(null)}"),
        TaskProgress.EvidenceProgress => Evidence(bound, task),
        _ => null,
    };

    // The report is one for all its readers: a restricted form's sums stand in its indicators alone.
    private bool IsOpen(string form) => model.Form(form)?.Definition.Sensitivity is not Sensitivity.RestrictedValues;

    private Text Quantity(TaskProgress.QuantityProgress quantity)
    {
        var tally = snapshot.Sum(quantity.Quantity, Scope.All, sector: null);
        return tally.Counts.Reported + tally.Counts.NotArising == 0
            ? new Text("chưa báo cáo", "not reported")
            : new Text($"{Rate.Print(tally.Sum)} {quantity.Unit.Vi}", $"{Rate.Print(tally.Sum)} {quantity.Unit.En}");
    }

    // A form that the responsible agency does not fill itself is evidence from those who do.
    private Text Evidence(SectorTask bound, PlanTask task)
    {
        var members = model.Plan.Members(task.Agency, model.Units).ToArray();
        var coverage = default(Coverage);
        foreach (var form in bound.EvidenceForms.Select(model.Form).OfType<PlanForm>())
        {
            var own = members.Where(u => model.Fills(u, form.Definition)).ToArray();
            coverage += own.Length == 0
                ? snapshot.Coverage(form.Definition, [Scope.All], sector: null)
                : new Coverage(
                    own.Length,
                    own.Count(u => duties.Standing(u.Code, form.Code)?.CountingVersion is not null),
                    own.Count(u => duties.Standing(u.Code, form.Code)?.CountsAccepted == true));
        }

        return new Text($"{coverage.Reported}/{coverage.Expected} biểu minh chứng đã gửi", $"{coverage.Reported}/{coverage.Expected} evidence forms sent");
    }
}
