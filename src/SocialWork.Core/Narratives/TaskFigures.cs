using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Plans;
using SocialWork.Core.Reports;
using SocialWork.Core.Typing;

namespace SocialWork.Core.Narratives;

/// <summary>Tasks, by agency and by commune, as values that words can be bound to.</summary>
internal sealed class TaskFigures(CombinedReport report, Plan plan)
{
    private static readonly (string Name, TaskState State, string Vi, string En)[] States =
    [
        ("done", TaskState.Done, "Nhiệm vụ hoàn thành", "Tasks that are done"),
        ("inProgress", TaskState.InProgress, "Nhiệm vụ đang thực hiện", "Tasks under way"),
        ("notStarted", TaskState.NotStarted, "Nhiệm vụ chưa triển khai", "Tasks not started"),
        ("notReported", TaskState.NotReported, "Nhiệm vụ chưa báo cáo", "Tasks not reported"),
        ("notArising", TaskState.NotArising, "Nhiệm vụ không phát sinh", "Tasks where nothing arose"),
        ("gated", TaskState.Gated, "Nhiệm vụ chờ văn bản", "Tasks that await a document"),
    ];

    private readonly ImmutableArray<(string Code, string Name, ImmutableArray<TaskLine> Tasks)> _agencies =
        [.. report.Tasks.GroupBy(t => t.Unit, StringComparer.Ordinal).Where(g => plan.Party(g.Key)?.Kind != PartyKind.Group).Select(g => (g.Key, plan.Party(g.Key)?.Name.Vi ?? g.Key, g.ToImmutableArray()))];

    public IEnumerable<NarrativeFigure> All()
    {
        yield return NarrativeFigures.Whole("tasks.count", report.Tasks.Length, "Số nhiệm vụ của kế hoạch", "Tasks of the plan");
        foreach (var (name, state, vi, en) in States) yield return NarrativeFigures.Whole("tasks." + name, report.Tasks.Count(t => t.State == state), vi, en);
        foreach (var figure in Agencies().Concat(Units()).Concat(report.Tasks.SelectMany(Of))) yield return figure;
    }

    public IEnumerable<KeyValuePair<string, ImmutableArray<NarrativeItem>>> Lists()
    {
        yield return new("agencies", [.. _agencies.Select(a => NarrativeItem.Of(a.Code))]);
        yield return new("agencies.open", [.. _agencies.Where(a => a.Tasks.Any(IsOpen)).Select(a => NarrativeItem.Of(a.Code))]);
        yield return new("tasks.open", [.. report.Tasks.Where(IsOpen).Select(t => NarrativeItem.Of(Printed(t.Clause)))]);
        yield return new("tasks.open.agencies", [.. _agencies.SelectMany(a => a.Tasks.Where(IsOpen)).Select(t => NarrativeItem.Of(Printed(t.Clause)))]);
        yield return new("tasks.open.communes", [.. report.Tasks.Where(t => t.Instances.Total > 1 && IsOpen(t)).OrderBy(t => t.Instances.Done).Select(t => NarrativeItem.Of(Printed(t.Clause)))]);
        yield return new("tasks.gated", [.. report.Tasks.Where(t => t.State == TaskState.Gated).Select(t => NarrativeItem.Of(Printed(t.Clause)))]);
    }

    private IEnumerable<NarrativeFigure> Agencies()
    {
        foreach (var figure in NarrativeFigures.Named("agencies.complete", _agencies.Where(a => !a.Tasks.Any(IsOpen)).Select(a => a.Name), "Sở, ngành, đoàn thể hoàn thành mọi nhiệm vụ", "Agencies that finished every task")) yield return figure;
        foreach (var figure in NarrativeFigures.Named("agencies.open", _agencies.Where(a => a.Tasks.Any(IsOpen)).Select(a => a.Name), "Sở, ngành, đoàn thể còn nhiệm vụ", "Agencies with open tasks")) yield return figure;
        foreach (var (code, name, tasks) in _agencies)
        {
            yield return new NarrativeFigure(code + ".name", name, new Text($"{name}: tên", $"{code}: name"));
            yield return NarrativeFigures.Whole(code + ".tasks", tasks.Length, $"{name}: số nhiệm vụ", $"{code}: tasks");
            yield return NarrativeFigures.Whole(code + ".done", tasks.Count(t => t.State == TaskState.Done), $"{name}: nhiệm vụ hoàn thành", $"{code}: tasks done");
            yield return NarrativeFigures.Whole(code + ".open", tasks.Count(IsOpen), $"{name}: nhiệm vụ chưa hoàn thành", $"{code}: open tasks");
        }
    }

    // The communes that have most left to do are the ones to be named.
    private IEnumerable<NarrativeFigure> Units()
    {
        var behind = report.Tasks.SelectMany(t => t.Remaining).Where(r => r.State is not (TaskState.NotArising or TaskState.Gated)).CountBy(r => r.Name, StringComparer.Ordinal).ToArray();
        yield return NarrativeFigures.Whole("communes.open.count", behind.Length, "Xã, phường còn nhiệm vụ", "Communes with open tasks");
        if (report.Tasks.Select(t => t.Instances.Total).DefaultIfEmpty().Max() is > 1 and var all) yield return NarrativeFigures.Whole("communes.complete.count", all - behind.Length, "Xã, phường hoàn thành mọi nhiệm vụ", "Communes that finished every task");
        if (behind.Length == 0) yield break;
        var most = behind.Max(b => b.Value);
        yield return NarrativeFigures.Whole("communes.worst.tasks", most, "Số nhiệm vụ còn lại ở nơi còn nhiều nhất", "Open tasks where most are left");
        foreach (var figure in NarrativeFigures.Named("communes.worst", behind.Where(b => b.Value == most).Select(b => b.Key), "Xã, phường còn nhiều nhiệm vụ nhất", "Communes with most open tasks")) yield return figure;
    }

    private IEnumerable<NarrativeFigure> Of(TaskLine task)
    {
        var clause = Printed(task.Clause);
        var owner = plan.Party(task.Unit)?.Name.Vi ?? task.Unit;
        yield return new NarrativeFigure(clause + ".title", task.Title.Vi, new Text($"{clause}: nhiệm vụ", $"{clause}: task"));
        yield return new NarrativeFigure(clause + ".titleInside", Sentences.Inside(task.Title.Vi), new Text($"{clause}: nhiệm vụ, giữa câu", $"{clause}: task, inside a sentence"));
        yield return new NarrativeFigure(clause + ".agency", owner, new Text($"{clause}: cơ quan chịu trách nhiệm", $"{clause}: agency"));
        yield return new NarrativeFigure(clause + ".state", StateWords(task.State), new Text($"{clause}: trạng thái", $"{clause}: state"));
        if (task.Instances.Total <= 1) yield break;
        yield return NarrativeFigures.Whole(clause + ".total", task.Instances.Total, $"{clause}: số đơn vị", $"{clause}: agencies");
        yield return NarrativeFigures.Whole(clause + ".done", task.Instances.Done, $"{clause}: đơn vị hoàn thành", $"{clause}: agencies that are done");
        foreach (var figure in NarrativeFigures.Named(clause + ".open", task.Remaining.Where(r => r.State != TaskState.NotArising).Select(r => r.Name), $"{clause}: đơn vị chưa hoàn thành", $"{clause}: agencies that are not done")) yield return figure;
    }

    private static bool IsOpen(TaskLine task) => task.State is TaskState.InProgress or TaskState.NotStarted or TaskState.NotReported;

    private static string Printed(string clause) => clause[(clause.IndexOf('/', StringComparison.Ordinal) + 1)..];

    private static string StateWords(TaskState state) => state switch
    {
        TaskState.Done => "hoàn thành",
        TaskState.InProgress => "đang thực hiện",
        TaskState.NotStarted => "chưa triển khai",
        TaskState.NotArising => "không phát sinh",
        TaskState.Gated => "chưa đủ điều kiện (chờ văn bản)",
        _ => "chưa báo cáo",
    };
}
