using System.Collections.Frozen;
using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Indicators;
using SocialWork.Core.Plans;
using SocialWork.Core.Reports;

namespace SocialWork.Core.Narratives;

/// <summary>
/// The values that words can be bound to, and the lists that templates go through: all of them are the combined report's own,
/// so that words and tables cannot disagree. Immutable.
/// </summary>
public sealed class NarrativeFigures
{
    private readonly FrozenDictionary<string, NarrativeFigure> _byName;
    private readonly FrozenDictionary<string, ImmutableArray<NarrativeItem>> _lists;

    internal NarrativeFigures(IEnumerable<NarrativeFigure> figures, IEnumerable<KeyValuePair<string, ImmutableArray<NarrativeItem>>> lists)
    {
        // A question stands under several clauses, with the same sum.
        All = [.. figures.DistinctBy(f => f.Name, StringComparer.Ordinal)];
        _byName = All.ToFrozenDictionary(f => f.Name, StringComparer.Ordinal);
        _lists = lists.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Every value, in the order of the report.</summary>
    public ImmutableArray<NarrativeFigure> All { get; }

    /// <summary>The values of a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="plan">Its plan.</param>
    /// <param name="externalWords">Words by which a reason is known as one that nobody here could help.</param>
    public static NarrativeFigures Of(CombinedReport report, Plan plan, IReadOnlyCollection<string> externalWords)
    {
        var tasks = new TaskFigures(report, plan);
        var causes = report.Causes.ToLookup(c => externalWords.Any(word => c.Reason.Contains(word, StringComparison.OrdinalIgnoreCase)));
        var targets = new TargetFigures(report);
        return new NarrativeFigures(
            [.. General(report, plan), .. targets.All(), .. Shown(report), .. Funding(report), .. tasks.All(), .. ObstacleFigures.All(report), .. Causes(causes)],
            [.. targets.Lists(), .. tasks.Lists(), .. ObstacleFigures.Lists(report), .. CauseLists(causes)]);
    }

    /// <summary>The value of that name; null where there is none, or none yet.</summary>
    public NarrativeFigure? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The things of a list; empty for one that is not there.</summary>
    public ImmutableArray<NarrativeItem> List(string name) => _lists.GetValueOrDefault(name, []);

    private static IEnumerable<NarrativeFigure> General(CombinedReport report, Plan plan)
    {
        yield return Whole("plan.year", plan.Year, "Năm của kế hoạch", "Year of the plan") with { Text = Year(plan.Year) };
        yield return Whole("plan.nextYear", plan.Year + 1, "Năm sau", "Next year") with { Text = Year(plan.Year + 1) };
        var coverage = report.Coverage;
        yield return Whole("coverage.expected", coverage.Expected, "Đơn vị phải báo cáo", "Agencies that owe the report");
        yield return Whole("coverage.sent", coverage.Sent, "Đơn vị đã gửi đủ", "Agencies that sent everything");
        yield return Whole("coverage.accepted", coverage.Accepted, "Đơn vị đã được tiếp nhận đủ", "Agencies whose forms were all accepted");
        foreach (var figure in Named("coverage.missing", coverage.Missing.Select(m => m.Name), "Đơn vị chưa gửi đủ", "Agencies that have not sent everything")) yield return figure;
        foreach (var figure in Named("coverage.late", coverage.Missing.Where(m => m.DaysLate > 0).Select(m => m.Name), "Đơn vị quá hạn chưa gửi", "Agencies that are late")) yield return figure;
        foreach (var figure in Named("modules.absent", report.Modules.Where(m => m.State != Sectors.SectorOutcome.Ok).Select(m => m.Name.Vi), "Lĩnh vực chưa có số liệu", "Sectors without figures")) yield return figure;
    }

    private static IEnumerable<NarrativeFigure> Shown(CombinedReport report) =>
        report.Activities.SelectMany(a => a.Figures).Concat(report.Tasks.SelectMany(t => t.Figures))
            .Concat(report.Funding.SelectMany(f => new[] { Sourced(f, f.Allocated, "dự toán", "allocated"), Sourced(f, f.Spent, "đã thực hiện", "spent"), Sourced(f, f.Estimate, "ước cả năm", "estimate") }))
            .Select(f => new NarrativeFigure(f.Figure, f.ValueText, f.Label, f.Cells.Reported > 0 ? f.Value : null));

    private static FigureLine Sourced(FundingLine source, FigureLine line, string vi, string en) => line with { Label = new Text($"{source.Name.Vi}, {vi}", $"{source.Name.En}, {en}") };

    private static IEnumerable<NarrativeFigure> Funding(CombinedReport report)
    {
        if (report.FundingTotal is not { } total) yield break;
        yield return Sum("funding.allocated", total.Allocated, "Dự toán, cộng các nguồn", "Allocated, all sources");
        yield return Sum("funding.spent", total.Spent, "Đã thực hiện, cộng các nguồn", "Spent, all sources");
        yield return Sum("funding.estimate", total.Estimate, "Ước cả năm, cộng các nguồn", "Estimate for the year, all sources");
        if (total.Allocated.Value > 0 && total.Spent.Cells.Reported > 0)
            yield return new NarrativeFigure("funding.rate", Rate.Print(total.Spent.Value, total.Allocated.Value, threshold: null), new Text("Tỷ lệ đã thực hiện so với dự toán", "Spent of allocated"), 100m * total.Spent.Value / total.Allocated.Value);
    }

    private static NarrativeFigure Sum(string name, FundingSum sum, string vi, string en) => new(name, sum.ValueText, new Text(vi, en), sum.Cells.Reported > 0 ? sum.Value : null);

    private static IEnumerable<NarrativeFigure> Causes(ILookup<bool, CauseLine> causes)
    {
        yield return Whole("causes.external.count", causes[true].Count(), "Nguyên nhân khách quan các đơn vị nêu", "External causes that agencies gave");
        yield return Whole("causes.internal.count", causes[false].Count(), "Nguyên nhân chủ quan các đơn vị nêu", "Internal causes that agencies gave");
    }

    private static IEnumerable<KeyValuePair<string, ImmutableArray<NarrativeItem>>> CauseLists(ILookup<bool, CauseLine> causes)
    {
        yield return new("causes.external", [.. causes[true].Select(Item)]);
        yield return new("causes.internal", [.. causes[false].Select(Item)]);

        static NarrativeItem Item(CauseLine cause) => new(Prefix: null, ImmutableDictionary<string, string>.Empty.Add("text", Sentence(cause.Reason)));
    }

    /// <summary>A count.</summary>
    internal static NarrativeFigure Whole(string name, long number, string vi, string en) => new(name, Rate.Print(number), new Text(vi, en), number);

    /// <summary>How many there are, and their names where there are any.</summary>
    internal static IEnumerable<NarrativeFigure> Named(string name, IEnumerable<string> names, string vi, string en)
    {
        var all = names.ToArray();
        yield return Whole(name + ".count", all.Length, vi + ": số lượng", en + ": how many");
        if (all.Length > 0) yield return new NarrativeFigure(name + ".names", Joined(all), new Text(vi + ": nêu tên", en + ": named"));
    }

    /// <summary>Somebody's own words as a sentence.</summary>
    internal static string Sentence(string words)
    {
        var quoted = NarrativeText.Quote(words);
        return quoted.Length == 0 || quoted[^1] is '.' or '!' or '?' ? quoted : quoted.TrimEnd(';', ',') + ".";
    }

    // Names that have commas or an “and” of their own are told apart by semicolons.
    private static string Joined(string[] names)
    {
        var shown = names.Take(NarrativeLimits.MaxNames).ToArray();
        var isPlain = !shown.Any(n => n.Contains(',', StringComparison.Ordinal) || n.Contains(" và ", StringComparison.Ordinal));
        var separator = isPlain ? ", " : "; ";
        if (names.Length > shown.Length) return $"{string.Join(separator, shown)} và {Rate.Print(names.Length - shown.Length)} đơn vị khác";
        return shown.Length == 1 || !isPlain ? string.Join(separator, shown) : $"{string.Join(separator, shown[..^1])} và {shown[^1]}";
    }

    // A year is no amount: it has no thousands.
    private static string Year(int year) => year.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
