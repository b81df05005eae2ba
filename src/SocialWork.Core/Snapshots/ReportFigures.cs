using System.Collections.Immutable;
using System.Globalization;
using SocialWork.Abstractions;
using SocialWork.Core.Indicators;
using SocialWork.Core.Reports;

namespace SocialWork.Core.Snapshots;

/// <summary>What one figure of a report says, in parts that can be compared.</summary>
/// <param name="Value">The value or the numerator; null where there is none.</param>
/// <param name="Denominator">The denominator; null for a value.</param>
/// <param name="Unreported">Units that have not reported; null where that is not asked.</param>
/// <param name="Words">What is printed: the rate, the kind of empty, the state.</param>
/// <param name="Coverage">Units that reported of those expected, and accepted: <c>45/48, 44</c>; null for none.</param>
public sealed record FigureReading(long? Value, long? Denominator, long? Unreported, string Words, string? Coverage);

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
        yield return new ReportFigure(
            Season, new Text("Đơn vị đã gửi báo cáo", "Agencies that reported"),
            new FigureReading(report.Coverage.Sent, report.Coverage.Expected, null, string.Join(", ", report.Coverage.Missing.Select(m => m.Unit)), Whole(report.Coverage.Accepted)));
        foreach (var target in report.Targets)
        {
            yield return new ReportFigure(target.Figure, target.Title, new FigureReading(target.Numerator, target.Denominator, target.Unreported, $"{target.RateText} {Camel(target.Verdict)}", Covered(target.Coverage)));
            foreach (var figure in Parts(target.Figure, target.Title, target.Contributions)) yield return figure;
        }

        foreach (var line in report.Indicators)
        {
            yield return new ReportFigure(line.Figure, line.Name, new FigureReading(line.Numerator, line.Denominator, line.Unreported, line.ValueText, Covered(line.Coverage)));
            foreach (var figure in Parts(line.Figure, line.Name, line.Contributions)) yield return figure;
        }

        foreach (var line in report.Activities.SelectMany(a => a.Figures).Concat(report.Tasks.SelectMany(t => t.Figures)).Concat(report.Funding.SelectMany(f => new[] { f.Allocated, f.Spent, f.Estimate })))
            yield return new ReportFigure(line.Figure, line.Label, new FigureReading(line.Value, null, null, line.ValueText, Covered(line.Coverage)));
        if (report.FundingTotal is { } total)
        {
            yield return Sum("allocated", new Text("Tổng dự toán", "Allocated in all"), total.Allocated);
            yield return Sum("spent", new Text("Tổng đã thực hiện", "Spent in all"), total.Spent);
            yield return Sum("estimate", new Text("Tổng ước cả năm", "Estimated in all"), total.Estimate);
        }

        foreach (var task in report.Tasks)
            yield return new ReportFigure(task.Clause, task.Title, new FigureReading(task.Instances.Done, task.Instances.Total, null, $"{Camel(task.State)} {string.Join(", ", task.Remaining.Select(r => r.Unit))}", task.Progress?.Vi));
    }

    private static IEnumerable<ReportFigure> Parts(string figure, Text title, ImmutableArray<ContributionLine> parts) =>
        parts.Select(part => new ReportFigure($"{figure}[{part.Module}]", title, new FigureReading(part.Numerator, part.Denominator, part.Unreported, Camel(part.State), Covered(part.Coverage))));

    private static ReportFigure Sum(string part, Text label, FundingSum sum) => new($"{Total}.{part}", label, new FigureReading(sum.Value, null, null, sum.ValueText, null));

    private static string Covered(Coverage coverage) => $"{Whole(coverage.Reported)}/{Whole(coverage.Expected)}, {Whole(coverage.Accepted)}";

    private static string Camel<T>(T state) where T : struct, Enum => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(state.ToString());

    private static string Whole(long number) => number.ToString(CultureInfo.InvariantCulture);
}
