using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Planning;
using SocialWork.Core.Plans;
using SocialWork.Core.Reports;
using SocialWork.Core.Time;
using SocialWork.Documents.Words;

namespace SocialWork.Host.Pages.Plans;

/// <summary>Puts a plan's clauses together with what the report says of them. Not for concurrent use.</summary>
/// <param name="model">The plan with its modules' tasks.</param>
/// <param name="report">The report; null for who may not see it: the clauses then stand without state and figures.</param>
/// <param name="calendar">Working days, for the advice.</param>
/// <param name="today">Today in the city.</param>
internal sealed class PlanDocumentBuilder(PlanModel model, CombinedReport? report, HolidayCalendar calendar, DateOnly today)
{
    private readonly Plan _plan = model.Plan;

    public PlanDocument Build() => new(
    [
        new PlanSection("targets", new Text("Chỉ tiêu", "Targets"), [new PlanGroup(null, null, [.. _plan.Targets.Select(Target)])]),
        new PlanSection(
            "activities",
            new Text("Nội dung hoạt động, giải pháp", "Activities"),
            [.. _plan.Activities.GroupBy(a => PartOf(a.Id.Value), StringComparer.Ordinal).Select(g => new PlanGroup("part-" + g.Key, new Text("Mục " + g.Key, "Part " + g.Key), [.. g.Select(Activity)]))]),
        new PlanSection("funding", new Text("Kinh phí", "Funding"), [new PlanGroup(null, null, [.. _plan.Funding.Select(Funding)])]),
        new PlanSection(
            "tasks",
            new Text("Nhiệm vụ của cơ quan, địa phương", "Tasks of agencies and communes"),
            [.. _plan.Tasks.GroupBy(t => t.Agency, StringComparer.Ordinal).Select(g => new PlanGroup("agency-" + g.Key, Party(g.Key), [.. g.Select(Task)]))]),
        new PlanSection("duties", new Text("Chế độ báo cáo", "Reporting"), [new PlanGroup(null, null, [.. _plan.Duties.Select(Duty)])]),
    ]);

    private PlanClause Target(Target target)
    {
        var line = report?.Targets.FirstOrDefault(t => t.Clause == target.Id.Value);
        return new PlanClause(
            target.Id.Value,
            target.Title,
            Facts(
                (Asked, StateWords.Threshold(Names.Of(target.Comparator), target.Threshold)),
                (new Text("Tử số", "Numerator"), Same(target.Numerator)),
                (new Text("Mẫu số", "Denominator"), Same(target.Denominator)),
                (new Text("Đầu mối theo dõi", "Followed by"), Party(target.Owner))))
        {
            State = line is null ? null : new ClauseState(StateWords.Of(line.Verdict), Style(line.Verdict), line.Provisional) { Address = $"/board/{Uri.EscapeDataString(_plan.Id)}#targets" },
            Figures = line is null ? [] : [new ClauseFigure(new Text($"{line.Indicator}, tỷ lệ", $"{line.Indicator}, rate"), StateWords.Value(line.RateText), line.Figure, line.Provisional)],
        };
    }

    private PlanClause Activity(Activity activity)
    {
        var line = report?.Activities.FirstOrDefault(a => a.Clause == activity.Id.Value);
        return new PlanClause(activity.Id.Value, activity.Title, Facts((Measured, Same(activity.Measure)), (Evidence, Codes(activity.Evidence)), (WaitsFor, activity.Gate?.WaitsFor)))
        {
            State = _plan.GateOpen(activity.Id.Value, today) ? null : Gated,
            Figures = Figures(line?.Figures),
        };
    }

    private PlanClause Task(PlanTask task)
    {
        var bound = model.Tasks.FirstOrDefault(t => t.Task.Clause == task.Id && t.Task.Part is null);
        var line = report?.Tasks.FirstOrDefault(t => t.Clause == task.Id.Value);
        return new PlanClause(
            task.Id.Value,
            bound?.Task.Title ?? task.Title,
            Facts(
                (new Text("Cơ quan", "Agency"), Joined(Party(task.Agency), Joined(task.Roles.Select(StateWords.Of)))),
                (new Text("Phối hợp với", "Together with"), Joined(task.Partners.Select(Party))),
                (new Text("Đối tượng tham mưu, chỉ đạo, hướng dẫn", "Addressed to"), Joined(task.Addressees.Select(Party))),
                (Measured, Same(task.Measure)),
                (Evidence, Codes(bound is null ? task.Evidence : task.Evidence.Union(bound.Task.EvidenceForms, StringComparer.Ordinal))),
                (WaitsFor, task.Gate?.WaitsFor)))
        {
            State = line is null ? _plan.GateOpen(task.Id.Value, today) ? null : Gated : StateOf(line),
            Figures = Figures(line?.Figures),
        };
    }

    private ClauseState StateOf(TaskLine line)
    {
        var done = line.Instances.Total > 1 ? new Text($"{When.Number(line.Instances.Done)}/{When.Number(line.Instances.Total)} hoàn thành", $"{When.Number(line.Instances.Done)}/{When.Number(line.Instances.Total)} done") : null;
        return new ClauseState(StateWords.Of(line.State), Style(line.State), IsProvisional: false)
        {
            More = Joined(new[] { done, line.Progress }.OfType<Text>()),
            Address = $"/board/{Uri.EscapeDataString(_plan.Id)}#tasks",
        };
    }

    private PlanClause Funding(FundingClause clause)
    {
        var lines = report?.Funding.Where(f => clause.Sources.Contains(f.Source)) ?? [];
        return new PlanClause(
            clause.Id.Value,
            clause.Title,
            Facts((new Text("Nguồn", "Sources"), Joined(_plan.FundingSources.Where(s => clause.Sources.Contains(s.Code)).Select(s => s.Name))), (Evidence, Codes(clause.Evidence))))
        {
            Figures = [.. lines.SelectMany(f => new[] { Of(f, f.Allocated), Of(f, f.Spent) })],
        };

        static ClauseFigure Of(FundingLine source, FigureLine line) =>
            ClauseFigure.Of(line) with { Label = new Text($"{source.Name.Vi}: {line.Label.Vi}", $"{source.Name.En}: {line.Label.En}") };
    }

    private PlanClause Duty(ReportingDuty duty)
    {
        var season = report is not null && duty.Id == _plan.SeasonReport.Id ? report.Coverage : null;
        return new PlanClause(
            duty.Id.Value,
            duty.Title,
            Facts(
                (new Text("Ai báo cáo", "Who reports"), Joined(duty.Who.Select(Party))),
                (new Text("Gửi đến", "To"), duty.To is { } to ? Party(to) : null),
                (new Text("Thời hạn", "Due"), duty.Before is { } before ? DueOf(before) : new Text("khi phát sinh", "when something arises")),
                (Evidence, Codes(duty.Evidence))))
        {
            State = season is null ? null : new ClauseState(
                new Text($"{When.Number(season.Sent)}/{When.Number(season.Expected)} đơn vị đã gửi đủ biểu", $"{When.Number(season.Sent)}/{When.Number(season.Expected)} units sent all forms"),
                season.Sent < season.Expected ? "open" : "sent",
                IsProvisional: false) { Address = "/monitoring/" + Uri.EscapeDataString(_plan.Id) },
        };
    }

    private Text DueOf(DateOnly before)
    {
        var last = When.Date(calendar.LastWorkingDayBefore(before));
        return new Text($"trước ngày {When.Date(before)} (ngày làm việc cuối cùng: {last})", $"before {When.Date(before)} (last working day: {last})");
    }

    private static ClauseState Gated => new(StateWords.Of(TaskState.Gated), Style(TaskState.Gated), IsProvisional: false);

    private static Text Asked => new("Yêu cầu", "Asked");

    private static Text Measured => new("Kết quả cần có", "Measured by");

    private static Text Evidence => new("Biểu, sổ minh chứng", "Evidenced by");

    private static Text WaitsFor => new("Chờ văn bản", "Waits for");

    private static ImmutableArray<ClauseFigure> Figures(ImmutableArray<FigureLine>? lines) => lines is { IsDefault: false } known ? [.. known.Select(ClauseFigure.Of)] : [];

    private static ImmutableArray<ClauseFact> Facts(params IEnumerable<(Text Label, Text? Value)> facts) => [.. facts.Where(f => f.Value is { Vi.Length: > 0 }).Select(f => new ClauseFact(f.Label, f.Value!))];

    private Text Party(string code) => _plan.Party(code)?.Name ?? Same(code);

    private static Text Codes(IEnumerable<string> codes) => Same(string.Join(", ", codes));

    private static Text? Joined(IEnumerable<Text> texts)
    {
        var all = texts.ToArray();
        return all.Length == 0 ? null : new Text(string.Join(", ", all.Select(t => t.Vi)), string.Join(", ", all.Select(t => t.En)));
    }

    private static Text Joined(Text who, Text? roles) => roles is null ? who : new Text($"{who.Vi} ({roles.Vi.ToLowerInvariant()})", $"{who.En} ({roles.En.ToLowerInvariant()})");

    private static Text Same(string text) => new(text, text);

    private static string Style(Enum state) => state.ToString().ToLowerInvariant();

    // II.1 of 2026/II.1.b.
    private static string PartOf(string clause)
    {
        var parts = clause[(clause.IndexOf('/', StringComparison.Ordinal) + 1)..].Split('.', '#');
        return parts.Length < 2 ? parts[0] : $"{parts[0]}.{parts[1]}";
    }
}
