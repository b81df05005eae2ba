using SocialWork.Abstractions;
using SocialWork.Core.Reports;
using SocialWork.Documents.Words;

namespace SocialWork.Documents.Html;

/// <summary>II.4: money by source. What belongs to another programme stands apart, below the total.</summary>
internal static class FundingSection
{
    public static Markup Render(ReportContext c) => Markup.Of($"""
        <section aria-labelledby="funding"><h3 id="funding">4. {c.Say("Kinh phí", "Funding")}</h3>
        {WrittenSection.Words(c, "II.4")}{(c.Report.Funding.IsEmpty ? Markup.Of($"<p>{c.Say("Không có số liệu kinh phí.", "There are no funding figures.")}</p>") : Table(c))}</section>

        """);

    private static Markup Table(ReportContext c)
    {
        var unit = c.Report.Funding[0].Allocated.Unit is { } text ? $" ({c.Say(text)})" : string.Empty;
        var apart = c.Report.Funding.Where(f => f.Apart).ToArray();
        var rows = Markup.Of($"""
            <tbody>{c.Report.Funding.Where(f => !f.Apart).Select(f => Source(c, f))}{Total(c)}</tbody>
            <tbody class="apart">{apart.Select(f => Source(c, f))}</tbody>
            """);
        return Markup.Of($"""
            {ReportContext.Table(
                c.Say("Kinh phí theo nguồn", "Funding by source"),
                [c.Say("Nguồn", "Source"), c.Say("Dự toán", "Allocated") + unit, c.Say("Đã thực hiện", "Spent") + unit, c.Say("Ước cả năm", "Year estimate") + unit, c.Say("Độ phủ", "Coverage")],
                rows,
                "funding")}
            {(apart.Length == 0 ? Markup.Empty : Apart(c, apart))}
            """);
    }

    private static Markup Source(ReportContext c, FundingLine f) => Markup.Of($"""
        <tr><th scope="row">{c.Say(f.Name)} <span class="code">{f.Source}</span>{(f.Apart ? Markup.Of($" <span class=\"tag\">{c.Say("Nêu riêng, không cộng", "Apart, not added")}</span>") : Markup.Empty)}</th>
        <td class="num">{Amount(c, f.Allocated)}</td><td class="num">{Amount(c, f.Spent)}</td><td class="num">{Amount(c, f.Estimate)}</td>
        <td class="num">{c.Covered(f.Spent.Coverage)}{c.Provisional(!f.Spent.Coverage.IsComplete)}</td></tr>

        """);

    private static Markup Amount(ReportContext c, FigureLine line) => c.Figure(line.Figure, c.Say(StateWords.Value(line.ValueText)));

    private static Markup Total(ReportContext c) => c.Report.FundingTotal is not { } total ? Markup.Empty : Markup.Of($"""
        <tr class="total"><th scope="row">{c.Say("Cộng", "Total")}</th>
        <td class="num">{c.Say(StateWords.Value(total.Allocated.ValueText))}</td><td class="num">{c.Say(StateWords.Value(total.Spent.ValueText))}</td>
        <td class="num">{c.Say(StateWords.Value(total.Estimate.ValueText))}</td><td></td></tr>

        """);

    private static Markup Apart(ReportContext c, FundingLine[] apart)
    {
        var names = string.Join("; ", apart.Select(f => c.Say(f.Name)));
        var words = new Text(
            $"Dòng Cộng không gồm nguồn “{names}”: đó là kinh phí của chương trình khác, chỉ nêu để tham khảo.",
            $"The total leaves out “{names}”: that money belongs to other programmes and is shown for information.");
        return Markup.Of($"<p class=\"note\">{c.Say(words)}</p>");
    }
}
