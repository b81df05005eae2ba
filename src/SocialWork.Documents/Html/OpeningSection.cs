using System.Globalization;
using SocialWork.Core.Reports;
using SocialWork.Core.Sectors;
using SocialWork.Documents.Words;

namespace SocialWork.Documents.Html;

/// <summary>The head of the report, what a reader must know before any figure, and part I.</summary>
internal static class OpeningSection
{
    public static Markup Title(ReportContext c) => Markup.Of($"""
        <header class="report-head">
        <h1><span class="kind">{c.Say("BÁO CÁO", "REPORT")}</span> {c.Say(c.Report.Title)}</h1>
        <p class="addressee">{c.Say("Kính gửi:", "To:")} {c.Say(c.Frame.Addressee)}.</p>
        </header>

        """);

    public static Markup Demonstration(ReportContext c) => c.Report.Demo
        ? Markup.Of($"""
            <p class="demo-mark" role="note"><strong>{c.Say("DỮ LIỆU MINH HỌA", "DEMONSTRATION DATA")}</strong> – {c.Say("mọi số liệu đều là ví dụ, không phải số liệu thật.", "every figure is an example; none is real.")}</p>
            <p class="demo-band" aria-hidden="true">{c.Say("DỮ LIỆU MINH HỌA", "DEMONSTRATION DATA")}</p>

            """)
        : Markup.Empty;

    public static Markup Summary(ReportContext c)
    {
        var absent = c.Report.Modules.Where(m => m.State != SectorOutcome.Ok).ToArray();
        return Markup.Of($"""
            <aside class="summary" aria-label="{c.Say("Tóm tắt", "Summary")}"><dl>
            <div><dt>{c.Say("Số liệu lúc", "As of")}</dt><dd>{When.Time(c.Report.AsOf)} {When.Date(c.Report.AsOf)}</dd></div>
            <div><dt>{c.Say("Đơn vị đã gửi", "Units that sent")}</dt><dd>{When.Number(c.Report.Coverage.Sent)}/{When.Number(c.Report.Coverage.Expected)} <a href="#annex">{c.Say("xem danh sách", "see the list")}</a></dd></div>
            <div><dt>{c.Say("Đã tiếp nhận", "Accepted")}</dt><dd>{When.Number(c.Report.Coverage.Accepted)}/{When.Number(c.Report.Coverage.Expected)}</dd></div>
            <div><dt>{c.Say("Tình trạng", "Status")}</dt><dd>{(c.Report.Provisional ? c.Provisional(true) : Markup.Of($"<span class=\"tag tag-done\">{c.Say("Đủ số liệu", "Complete")}</span>"))}</dd></div>
            </dl>{Absent(c, absent)}</aside>

            """);
    }

    public static Markup Direction(ReportContext c)
    {
        var punctuality = c.Report.Indicators.Where(i => i.Contributions.Any(p => p.Module == Core.Planning.PlanForm.CoreModule)).ToArray();
        return Markup.Of($"""
            <section aria-labelledby="direction"><h2 id="direction">I. {c.Say("Công tác chỉ đạo, triển khai", "Direction and rollout")}</h2>
            {WrittenSection.Words(c, "I.1")}<ul>{punctuality.Select(i => Sentence(c, i))}</ul>
            {WrittenSection.Render(c, "I.2", "Phần phân công, phối hợp, kiểm tra, giám sát do cơ quan tổng hợp viết.", "Assignment, coordination and inspection are written by the standing agency.")}</section>

            """);
    }

    public static Markup Assessment(ReportContext c) => Markup.Of($"""
        <section aria-labelledby="assessment"><h2 id="assessment">III. {c.Say("Đánh giá chung", "Assessment")}</h2>
        <h3>1. {c.Say("Ưu điểm", "Strengths")}</h3>
        {WrittenSection.Render(c, "III.1", "Ưu điểm do cơ quan tổng hợp viết.", "Strengths are written by the standing agency.")}<h3>2. {c.Say("Tồn tại, hạn chế", "Weaknesses")}</h3>
        {WrittenSection.Render(c, "III.2", "Tồn tại, hạn chế do cơ quan tổng hợp viết.", "Weaknesses are written by the standing agency.")}<h3>3. {c.Say("Nguyên nhân", "Causes")}</h3>
        {WrittenSection.Render(c, "III.3", "Nguyên nhân do cơ quan tổng hợp viết.", "Causes are written by the standing agency.")}</section>

        """);

    public static Markup Outlook(ReportContext c)
    {
        var next = (c.Frame.Year + 1).ToString(CultureInfo.InvariantCulture);
        return Markup.Of($"""
            <section aria-labelledby="outlook"><h2 id="outlook">V. {c.Say("Phương hướng, nhiệm vụ năm", "Directions for")} {next}</h2>
            {WrittenSection.Render(c, "V", "Phần này do cơ quan tổng hợp viết.", "This part is written by the standing agency.")}<p>{c.Say("Trên đây là báo cáo", "This is the report:")} {Lower(c.Say(c.Report.Title))}./.</p></section>

            """);
    }

    private static Markup Sentence(ReportContext c, IndicatorLine i) => Markup.Of(
        $"<li>{c.Say(i.Name)}: {When.Number(i.Numerator)}/{c.Number(i.Denominator)} {c.Say("đơn vị", "units")}, {c.Figure(i.Figure, c.Say(StateWords.Value(i.ValueText)))}{c.Provisional(i.Provisional)}</li>\n");

    private static Markup Absent(ReportContext c, ModuleLine[] absent) => absent.Length == 0
        ? Markup.Empty
        : Markup.Of($"<p class=\"absent\"><strong>{c.Say("Mô-đun không tham gia:", "Modules that took no part:")}</strong> {string.Join("; ", absent.Select(m => $"{c.Say(m.Name)} ({c.Say(StateWords.Of(m.State))})"))}. <a href=\"#modules\">{c.Say("Lý do", "Why")}</a></p>");

    private static string Lower(string title) => char.ToLowerInvariant(title[0]) + title[1..];
}
