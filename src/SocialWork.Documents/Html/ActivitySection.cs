using SocialWork.Core.Reports;
using SocialWork.Documents.Words;

namespace SocialWork.Documents.Html;

/// <summary>II.2: the plan's activities with what the forms say of them, by the plan's own parts.</summary>
internal static class ActivitySection
{
    public static Markup Render(ReportContext c) => Markup.Of($"""
        <section aria-labelledby="activities"><h3 id="activities">2. {c.Say("Nội dung hoạt động", "Activities")}</h3>
        {WrittenSection.Words(c, "II.2")}{c.Report.Activities.GroupBy(a => ReportContext.Group(a.Clause), StringComparer.Ordinal).Select((g, i) => Group(c, i, g.Key, [.. g]))}</section>

        """);

    private static Markup Group(ReportContext c, int index, string part, ActivityLine[] activities)
    {
        var title = c.Say($"Theo mục {part} của Kế hoạch", $"Part {part} of the plan");
        return Markup.Of($"""
            <h4>2.{ReportContext.Ordinal(index)}. {title}</h4>
            {ReportContext.Table(
                c.Say($"Nội dung hoạt động theo mục {part}", $"Activities of part {part}"),
                [c.Say("Nội dung", "Activity"), c.Say("Số liệu", "Figure"), c.Say("Kết quả", "Result"), c.Say("Độ phủ", "Coverage")],
                Markup.Join(activities.Select(a => Activity(c, a))),
                "activities")}
            """);
    }

    private static Markup Activity(ReportContext c, ActivityLine a)
    {
        var rows = Math.Max(a.Figures.Length, 1);
        var head = Markup.Of($"""
            <th scope="rowgroup" rowspan="{rows}">{ReportContext.Clause(a.Clause)} {c.Say(a.Title)}{(a.Gated ? Markup.Of($" {c.Tag(StateWords.Of(TaskState.Gated), TaskState.Gated)}") : Markup.Empty)}</th>
            """);
        return a.Figures.IsEmpty
            ? Markup.Of($"<tbody><tr>{head}<td colspan=\"3\" class=\"note\">{c.Say("Không có biểu số liệu riêng; theo dõi qua kết quả nhiệm vụ. Thước đo:", "No figures of its own; followed through the tasks. Measured by:")} <span lang=\"vi\">{a.Measure}</span>.</td></tr></tbody>\n")
            : Markup.Of($"<tbody>{a.Figures.Select((f, i) => Markup.Of($"<tr>{(i == 0 ? head : Markup.Empty)}{Figure(c, f)}</tr>\n"))}</tbody>\n");
    }

    private static Markup Figure(ReportContext c, FigureLine f) => Markup.Of(
        $"<td>{c.Say(f.Label)} <span class=\"code\">{f.Figure}</span></td><td class=\"num\">{c.Value(f)}{c.Provisional(!f.Coverage.IsComplete)}</td><td class=\"num\">{c.Covered(f.Coverage)}</td>");
}
