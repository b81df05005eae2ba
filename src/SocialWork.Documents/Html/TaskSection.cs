using SocialWork.Core.Reports;
using SocialWork.Documents.Words;

namespace SocialWork.Documents.Html;

/// <summary>II.3: the plan's tasks by responsible agency, each with its state; those of a group as k of n with the rest named.</summary>
internal static class TaskSection
{
    public static Markup Render(ReportContext c) => Markup.Of($"""
        <section aria-labelledby="tasks"><h3 id="tasks">3. {c.Say("Nhiệm vụ của cơ quan, địa phương", "Tasks of agencies and communes")}</h3>
        {WrittenSection.Words(c, "II.3")}{c.Report.Tasks.GroupBy(t => t.Unit, StringComparer.Ordinal).Select((g, i) => Agency(c, i, g.Key, [.. g]))}</section>

        """);

    private static Markup Agency(ReportContext c, int index, string unit, TaskLine[] tasks)
    {
        var name = c.Party(unit);
        return Markup.Of($"""
            <h4>3.{ReportContext.Ordinal(index)}. {name}</h4>
            {ReportContext.Table(
                c.Say($"Nhiệm vụ của {name}", $"Tasks of {name}"),
                [c.Say("Nhiệm vụ", "Task"), c.Say("Trạng thái", "State"), c.Say("Tiến độ, số liệu", "Progress, figures")],
                Markup.Of($"<tbody>{tasks.Select(t => Task(c, t))}</tbody>"),
                "tasks")}
            """);
    }

    private static Markup Task(ReportContext c, TaskLine t) => Markup.Of($"""
        <tr><th scope="row">{ReportContext.Clause(t.Clause)} {c.Say(t.Title)}</th>
        <td>{c.Tag(StateWords.Of(t.State), t.State)}{Instances(c, t)}</td>
        <td>{(t.Progress is null ? Markup.Empty : Markup.Of($"<p class=\"progress-text\">{c.Say(t.Progress)}</p>"))}{Figures(c, t)}</td></tr>

        """);

    private static Markup Instances(ReportContext c, TaskLine t)
    {
        if (t.Instances.Total <= 1) return Markup.Empty;
        var done = $"{When.Number(t.Instances.Done)}/{When.Number(t.Instances.Total)}";
        var rest = t.Remaining.IsEmpty ? Markup.Empty : ReportContext.Names(
            c.Say($"Còn lại {When.Number(t.Remaining.Length)} đơn vị", $"The other {When.Number(t.Remaining.Length)}"),
            [.. t.Remaining.Select(r => Markup.Of($"{r.Name} <span class=\"note\">({c.Say(StateWords.Of(r.State))})</span>"))]);
        return Markup.Of($"<p class=\"instances\"><strong>{done}</strong> {c.Say("hoàn thành", "done")}</p>{rest}");
    }

    private static Markup Figures(ReportContext c, TaskLine t) => t.Figures.IsEmpty
        ? Markup.Empty
        : Markup.Of($"<ul class=\"figures\">{t.Figures.Select(f => Markup.Of($"<li>{c.Say(f.Label)}: <strong>{c.Value(f)}</strong>{c.Provisional(!f.Coverage.IsComplete)} <span class=\"note\">({c.Say("độ phủ", "coverage")} {c.Covered(f.Coverage)})</span></li>"))}</ul>");
}
