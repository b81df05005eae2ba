using SocialWork.Core.Reports;
using SocialWork.Core.Sectors;
using SocialWork.Documents.Words;

namespace SocialWork.Documents.Html;

/// <summary>II.1: every target with its measurement, and under it the part of each module.</summary>
internal static class TargetSection
{
    public static Markup Render(ReportContext c) => Markup.Of($"""
        <section aria-labelledby="targets"><h3 id="targets">1. {c.Say("Mục tiêu cụ thể", "Targets")}</h3>
        {WrittenSection.Words(c, "II.1")}{Targets(c)}{Explanation(c)}</section>
        <section aria-labelledby="indicators"><h3 id="indicators">{c.Say("Các chỉ số khác", "Other indicators")}</h3>
        {Indicators(c)}</section>

        """);

    private static Markup Targets(ReportContext c) => ReportContext.Table(
        c.Say("Kết quả thực hiện các mục tiêu cụ thể", "Results against the targets"),
        [
            c.Say("Mục tiêu", "Target"), c.Say("Tử số (n)", "Numerator (n)"), c.Say("Mẫu số (d)", "Denominator (d)"), c.Say("Chưa báo cáo (u)", "Unreported (u)"),
            c.Say("Tỷ lệ", "Rate"), c.Say("Ngưỡng", "Threshold"), c.Say("Kết luận", "Verdict"), c.Say("Độ phủ", "Coverage"),
        ],
        Markup.Join(c.Report.Targets.Select(t => Target(c, t))),
        "targets");

    private static Markup Target(ReportContext c, TargetLine t) => Markup.Of($"""
        <tbody id="{t.Figure}">
        <tr class="whole"><th scope="rowgroup">{ReportContext.Clause(t.Clause)} {c.Say(t.Title)} <span class="code">{t.Indicator}</span></th>
        <td class="num">{c.Reported(t.Numerator, t.Coverage)}</td><td class="num">{c.Reported(t.Denominator, t.Coverage)}</td><td class="num">{When.Number(t.Unreported)}</td>
        <td class="num rate">{c.Figure(t.Figure, c.Say(StateWords.Value(t.RateText)))}</td><td class="num">{c.Say(StateWords.Threshold(t.Comparator, t.Threshold))}</td>
        <td>{c.Tag(StateWords.Of(t.Verdict), t.Verdict)}{c.Provisional(t.Provisional)}{Withheld(c, t.Withheld)}</td><td class="num">{c.Covered(t.Coverage)}</td></tr>
        {t.Contributions.Select(p => Part(c, p))}
        </tbody>

        """);

    private static Markup Part(ReportContext c, ContributionLine p) => Markup.Of($"""
        <tr class="part"><th scope="row">{c.Module(p.Module)}</th>
        <td class="num">{c.Reported(p.Numerator, p.Coverage)}</td><td class="num">{c.Reported(p.Denominator, p.Coverage)}</td><td class="num">{c.Number(p.Unreported)}</td>
        <td colspan="3">{(p.State == SectorOutcome.Ok ? Markup.Empty : c.Outcome(p.State, p.Reason))}</td><td class="num">{c.Covered(p.Coverage)}</td></tr>

        """);

    private static Markup Withheld(ReportContext c, long withheld) => withheld == 0
        ? Markup.Empty
        : Markup.Of($" <span class=\"note\">{When.Number(withheld)} {c.Say("ô không cung cấp, không tính vào tử số và mẫu số", "cells withheld, left out of both sides")}</span>");

    private static Markup Explanation(ReportContext c) => Markup.Of($"""
        <p class="note">{c.Say(
            "Tỷ lệ là tổng tử số chia tổng mẫu số của các ngành, không phải trung bình các tỷ lệ. Đơn vị chưa báo cáo vẫn nằm trong mẫu số lấy từ sổ đăng ký; kết luận chỉ là “Chưa đạt” khi cộng cả các đơn vị này vẫn không đạt. Độ phủ là số đơn vị đã báo cáo trên số đơn vị phải báo cáo.",
            "A rate is the sum of numerators over the sum of denominators of all sectors, never a mean of rates. Unreported units stay in a denominator taken from the register; a target is “not met” only if it would fail with all of them counted. Coverage is units reported of units expected.")}</p>
        """);

    private static Markup Indicators(ReportContext c) => ReportContext.Table(
        c.Say("Kết quả các chỉ số khác", "Results of the other indicators"),
        [
            c.Say("Chỉ số", "Indicator"), c.Say("Tử số (n)", "Numerator (n)"), c.Say("Mẫu số (d)", "Denominator (d)"), c.Say("Chưa báo cáo (u)", "Unreported (u)"),
            c.Say("Kết quả", "Result"), c.Say("Độ phủ", "Coverage"),
        ],
        Markup.Of($"<tbody>{c.Report.Indicators.Select(i => Indicator(c, i))}</tbody>"));

    private static Markup Indicator(ReportContext c, IndicatorLine i) => Markup.Of($"""
        <tr id="{i.Figure}"><th scope="row">{c.Say(i.Name)} <span class="code">{i.Indicator}</span>{i.Contributions.Where(p => p.State != SectorOutcome.Ok).Select(p => Markup.Of($"<div class=\"absent\">{c.Module(p.Module)}: {c.Outcome(p.State, p.Reason)}</div>"))}</th>
        <td class="num">{c.Reported(i.Numerator, i.Coverage)}</td><td class="num">{c.Reported(i.Denominator, i.Coverage)}</td><td class="num">{When.Number(i.Unreported)}</td>
        <td class="num rate">{c.Figure(i.Figure, c.Say(StateWords.Value(i.ValueText)))}{c.Provisional(i.Provisional)}</td><td class="num">{c.Covered(i.Coverage)}</td></tr>

        """);
}
