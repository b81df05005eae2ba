using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Indicators;
using SocialWork.Core.Reports;
using SocialWork.Core.Reports.Annexes;

namespace SocialWork.Core.Snapshots;

/// <summary>What one figure of a report says, in parts that can be compared.</summary>
/// <param name="Value">The value or the numerator; null where there is none.</param>
/// <param name="Denominator">The denominator; null for a value.</param>
/// <param name="Unreported">Units that have not reported; null where that is not asked.</param>
/// <param name="Words">What is printed: the rate, the kind of empty, the units that are left; empty for no more than the numbers.</param>
/// <param name="State">A verdict, a task's state or a module's, as the API writes it; null for none.</param>
/// <param name="Coverage">How complete it is; null where that is not asked.</param>
public sealed record FigureReading(long? Value, long? Denominator, long? Unreported, string Words, string? State, Coverage? Coverage);

/// <summary>A figure of a report with its address.</summary>
/// <param name="Address">Its lineage's address, or for a state the clause: <c>CT1</c>, <c>CT1[education]</c>, <c>XP3.tong[TE1]</c>, <c>2026/IV.4.a</c>.</param>
/// <param name="Label">What it is about.</param>
/// <param name="Reading">What it says.</param>
public sealed record ReportFigure(string Address, Text Label, FigureReading Reading);

/// <summary>Every figure of a report, each once, in the report's order. Pure; safe for concurrent use.</summary>
public static class ReportFigures
{
    /// <summary>Who sent of those who owe.</summary>
    public const string Season = "coverage";

    /// <summary>Money of all sources.</summary>
    public const string Total = "funding";

    /// <summary>The figures.</summary>
    public static ImmutableArray<ReportFigure> Of(CombinedReport report) => [.. All(report).DistinctBy(figure => figure.Address, StringComparer.Ordinal)];

    private static IEnumerable<ReportFigure> All(CombinedReport report)
    {
        var season = report.Coverage;
        yield return new ReportFigure(
            Season, new Text("Đơn vị đã gửi báo cáo", "Agencies that reported"),
            new FigureReading(season.Sent, season.Expected, null, string.Join(", ", season.Missing.Select(m => m.Name)), State: null, new Coverage(season.Expected, season.Sent, season.Accepted)));
        foreach (var target in report.Targets)
        {
            yield return new ReportFigure(target.Figure, target.Title, new FigureReading(target.Numerator, target.Denominator, target.Unreported, target.RateText, Camel(target.Verdict), target.Coverage));
            foreach (var figure in Parts(report, target.Figure, target.Title, target.Contributions)) yield return figure;
        }

        foreach (var line in report.Indicators)
        {
            yield return new ReportFigure(line.Figure, line.Name, new FigureReading(line.Numerator, line.Denominator, line.Unreported, line.ValueText, State: null, line.Coverage));
            foreach (var figure in Parts(report, line.Figure, line.Name, line.Contributions)) yield return figure;
        }

        foreach (var line in report.Activities.SelectMany(a => a.Figures).Concat(report.Tasks.SelectMany(t => t.Figures)).Concat(report.Funding.SelectMany(f => new[] { f.Allocated, f.Spent, f.Estimate })))
            yield return new ReportFigure(line.Figure, line.Label, new FigureReading(line.Value, null, null, line.ValueText, State: null, line.Coverage));
        if (report.FundingTotal is { } total)
        {
            yield return Sum("allocated", new Text("Tổng dự toán", "Allocated in all"), total.Allocated);
            yield return Sum("spent", new Text("Tổng đã thực hiện", "Spent in all"), total.Spent);
            yield return Sum("estimate", new Text("Tổng ước cả năm", "Estimated in all"), total.Estimate);
        }

        foreach (var task in report.Tasks)
            yield return new ReportFigure(task.Clause, task.Title, new FigureReading(task.Instances.Done, task.Instances.Total, null, string.Join(", ", task.Remaining.Select(r => r.Name)), Camel(task.State), Coverage: null));
        foreach (var figure in report.Annexes.SelectMany(annex => annex.Tables).SelectMany(Cells)) yield return figure;
    }

    // Sums of a table follow from its cells, and words from the report's lines.
    private static IEnumerable<ReportFigure> Cells(AnnexTable table) =>
        from row in table.Rows
        from cell in row.Cells.Select((cell, column) => (Cell: cell, table.Columns[column].Label))
        where cell.Cell.Figure is not null && cell.Cell.State != AnnexCellState.Words
        select new ReportFigure(
            cell.Cell.Figure!, new Text($"{cell.Label.Vi} – {row.Label.Vi}", $"{cell.Label.En} – {row.Label.En}"),
            new FigureReading(cell.Cell.Value, null, null, cell.Cell.Words?.Vi ?? string.Empty, cell.Cell.State == AnnexCellState.Number ? null : Camel(cell.Cell.State), cell.Cell.Coverage));

    private static IEnumerable<ReportFigure> Parts(CombinedReport report, string figure, Text title, ImmutableArray<ContributionLine> parts) =>
        from part in parts
        let module = report.Modules.FirstOrDefault(m => m.Id == part.Module)?.Name ?? new Text(part.Module, part.Module)
        select new ReportFigure(
            $"{figure}[{part.Module}]", new Text($"{title.Vi} – {module.Vi}", $"{title.En} – {module.En}"), new FigureReading(part.Numerator, part.Denominator, part.Unreported, string.Empty, Camel(part.State), part.Coverage));

    private static ReportFigure Sum(string part, Text label, FundingSum sum) => new($"{Total}.{part}", label, new FigureReading(sum.Value, null, null, sum.ValueText, State: null, Coverage: null));

    private static string Camel<T>(T state) where T : struct, Enum => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(state.ToString());
}
