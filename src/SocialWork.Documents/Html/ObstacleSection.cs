using SocialWork.Core.CoreForms;
using SocialWork.Core.Reports;
using SocialWork.Documents.Words;

namespace SocialWork.Documents.Html;

/// <summary>IV: obstacles and proposals, by the level they are addressed to.</summary>
internal static class ObstacleSection
{
    public static Markup Render(ReportContext c) => Markup.Of($"""
        <section aria-labelledby="obstacles"><h2 id="obstacles">IV. {c.Say("Khó khăn, vướng mắc và kiến nghị", "Obstacles and proposals")}</h2>
        {WrittenSection.Words(c, "IV")}{(c.Report.Obstacles.IsEmpty
            ? Markup.Of($"<p>{c.Say("Chưa có khó khăn, vướng mắc nào được phản ánh.", "No obstacle has been raised.")}</p>")
            : Markup.Join(c.Report.Obstacles.GroupBy(o => o.Level, StringComparer.Ordinal).OrderBy(g => Order(g.Key)).Select(g => Level(c, g.Key, [.. g]))))}</section>

        """);

    private static Markup Level(ReportContext c, string level, ObstacleLine[] obstacles)
    {
        var name = CoreDimensions.LevelAddressed.Options.FirstOrDefault(o => o.Code == level) is { } option ? c.Say(option.Label) : level;
        return Markup.Of($"""
            <h3>{c.Say("Kiến nghị", "To")} {name}</h3>
            {ReportContext.Table(
                c.Say($"Khó khăn, vướng mắc, kiến nghị {name}", $"Obstacles and proposals to {name}"),
                [c.Say("Đơn vị", "Unit"), c.Say("Khó khăn, vướng mắc", "Obstacle"), c.Say("Đề xuất", "Proposal"), c.Say("Xử lý", "State")],
                Markup.Of($"<tbody>{obstacles.Select(o => Row(c, o))}</tbody>"),
                "obstacles")}
            """);
    }

    private static Markup Row(ReportContext c, ObstacleLine o) => Markup.Of($"""
        <tr><th scope="row">{o.Name}<div class="note">{When.Date(o.RaisedOn)}</div></th><td class="written" lang="vi">{o.Description}</td><td class="written" lang="vi">{o.Proposal}</td><td><span class="tag">{c.Say(StateWords.Obstacle(o.State))}</span></td></tr>

        """);

    private static int Order(string level)
    {
        var options = CoreDimensions.LevelAddressed.Options;
        var at = options.Select(o => o.Code).ToList().IndexOf(level);
        return at < 0 ? options.Length : at;
    }
}
