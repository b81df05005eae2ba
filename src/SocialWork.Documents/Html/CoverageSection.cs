using SocialWork.Core.Reports;
using SocialWork.Core.Sectors;
using SocialWork.Documents.Words;

namespace SocialWork.Documents.Html;

/// <summary>The annex: who reported and who did not, and how each module took part.</summary>
internal static class CoverageSection
{
    public static Markup Render(ReportContext c) => Markup.Of($"""
        <section aria-labelledby="annex"><h2 id="annex">{c.Say("Phụ lục: Tình hình báo cáo", "Annex: who reported")}</h2>
        <h3>{c.Say("Đơn vị báo cáo", "Units")}</h3>
        <dl class="season"><div><dt>{c.Say("Đã gửi đủ biểu", "Sent all forms")}</dt><dd>{OfAll(c.Report.Coverage.Sent, c)}</dd></div><div><dt>{c.Say("Đã được tiếp nhận", "Accepted")}</dt><dd>{OfAll(c.Report.Coverage.Accepted, c)}</dd></div></dl>
        {Missing(c)}
        <h3 id="modules">{c.Say("Trạng thái các mô-đun", "Modules")}</h3>
        {Modules(c)}</section>

        """);

    private static string OfAll(int number, ReportContext c) => $"{When.Number(number)}/{When.Number(c.Report.Coverage.Expected)}";

    private static Markup Missing(ReportContext c)
    {
        var missing = c.Report.Coverage.Missing;
        if (missing.IsEmpty) return Markup.Of($"<p>{c.Say("Không còn đơn vị nào chưa gửi.", "No unit is missing.")}</p>");
        return ReportContext.Table(
            c.Say($"{When.Number(missing.Length)} đơn vị chưa gửi đủ biểu", $"{When.Number(missing.Length)} units that have not sent all forms"),
            [c.Say("Đơn vị", "Unit"), c.Say("Trạng thái", "State"), c.Say("Biểu đã gửi", "Forms sent"), c.Say("Số ngày quá hạn", "Days late")],
            Markup.Of($"<tbody>{missing.Select(m => Row(c, m))}</tbody>"));
    }

    private static Markup Row(ReportContext c, MissingUnit m) => Markup.Of($"""
        <tr><th scope="row">{m.Name} <span class="code">{m.Unit}</span></th><td><span class="tag tag-{m.State}">{c.Say(StateWords.Duty(m.State))}</span></td><td class="num">{When.Number(m.FormsSent)}/{When.Number(m.FormsOwed)}</td><td class="num">{(m.DaysLate > 0 ? Markup.Text(When.Number(m.DaysLate)) : c.Number(null))}</td></tr>

        """);

    private static Markup Modules(ReportContext c) => ReportContext.Table(
        c.Say("Mô-đun tham gia báo cáo", "Modules that took part"),
        [c.Say("Mô-đun", "Module"), c.Say("Phiên bản", "Version"), c.Say("Trạng thái", "State")],
        Markup.Of($"<tbody>{c.Report.Modules.Select(m => Row(c, m))}</tbody>"));

    private static Markup Row(ReportContext c, ModuleLine m) => Markup.Of($"""
        <tr><th scope="row">{c.Say(m.Name)} <span class="code">{m.Id}</span></th><td>{m.Version}</td><td>{c.Outcome(m.State, m.State == SectorOutcome.Ok ? null : m.Reason)}</td></tr>

        """);
}
