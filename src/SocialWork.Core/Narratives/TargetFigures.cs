using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using SocialWork.Abstractions;
using SocialWork.Core.Indicators;
using SocialWork.Core.Reports;
using SocialWork.Core.Sectors;

namespace SocialWork.Core.Narratives;

/// <summary>Targets and other indicators as values that words can be bound to.</summary>
internal sealed class TargetFigures(CombinedReport report)
{
    private static readonly (string Name, Verdict Verdict, string Vi, string En)[] Verdicts =
    [
        ("met", Verdict.Met, "Mục tiêu đạt", "Targets that are met"),
        ("notMet", Verdict.NotMet, "Mục tiêu chưa đạt", "Targets that are not met"),
        ("undetermined", Verdict.Undetermined, "Mục tiêu chưa xác định", "Targets that are undetermined"),
        ("notArising", Verdict.NotArising, "Mục tiêu không phát sinh", "Targets where nothing arose"),
        ("notReported", Verdict.NotReported, "Mục tiêu chưa có báo cáo", "Targets without reports"),
    ];

    public IEnumerable<NarrativeFigure> All()
    {
        yield return NarrativeFigures.Whole("targets.count", report.Targets.Length, "Số mục tiêu", "Targets");
        foreach (var (name, verdict, vi, en) in Verdicts)
        {
            foreach (var figure in NarrativeFigures.Named("targets." + name, report.Targets.Where(t => t.Verdict == verdict).Select(t => t.Title.Vi), vi, en)) yield return figure;
        }

        foreach (var figure in report.Targets.SelectMany(Of).Concat(report.Indicators.SelectMany(Of))) yield return figure;
    }

    public IEnumerable<KeyValuePair<string, ImmutableArray<NarrativeItem>>> Lists() =>
        Verdicts.Select(v => new KeyValuePair<string, ImmutableArray<NarrativeItem>>(
            "targets." + v.Name, [.. report.Targets.Where(t => t.Verdict == v.Verdict).Select(t => NarrativeItem.Of(t.Indicator))]));

    private IEnumerable<NarrativeFigure> Of(TargetLine target)
    {
        var (code, title) = (target.Indicator, target.Title);
        yield return Words("title", title.Vi, "mục tiêu", "target");
        yield return Words("verdict", VerdictWords(target.Verdict), "kết luận", "verdict");
        yield return Words("threshold", target.Comparator == ">" ? $"trên {target.Threshold}%" : $"{target.Threshold}%", "ngưỡng", "threshold");
        if (target.Verdict is Verdict.NotReported) yield break;
        yield return Whole("n", target.Numerator, "tử số", "numerator");
        yield return Whole("d", target.Denominator, "mẫu số", "denominator");
        yield return Whole("u", target.Unreported, "chưa báo cáo", "unreported");
        if (target.Denominator <= 0) yield break;
        yield return new NarrativeFigure(code + ".rate", target.RateText, Label("tỷ lệ", "rate"), 100m * target.Numerator / target.Denominator);
        if (Gap(target) is { } gap) yield return new NarrativeFigure(code + ".gap", Printed(gap), Label("chênh lệch với ngưỡng, điểm phần trăm", "distance from the threshold, percentage points"), gap);
        if (Short(target) is var needed and > 0) yield return Whole("short", needed, "còn thiếu để đạt", "missing to meet it");
        foreach (var figure in Extremes(code, title, target.Contributions)) yield return figure;

        Text Label(string vi, string en) => new($"{code}, {vi}: {title.Vi}", $"{code}, {en}: {title.En}");
        NarrativeFigure Words(string member, string text, string vi, string en) => new($"{code}.{member}", text, Label(vi, en));
        NarrativeFigure Whole(string member, long number, string vi, string en) => new($"{code}.{member}", Rate.Print(number), Label(vi, en), number);
    }

    private IEnumerable<NarrativeFigure> Of(IndicatorLine line)
    {
        var code = line.Indicator;
        yield return new NarrativeFigure(code + ".name", line.Name.Vi, Label("tên", "name"));
        if (line.Coverage is { Reported: 0, Expected: > 0 }) yield break;
        yield return new NarrativeFigure(code + ".value", line.ValueText, Label("giá trị", "value"), line.Denominator is not { } d ? line.Numerator : d > 0 ? 100m * line.Numerator / d : null);
        yield return new NarrativeFigure(code + ".n", Rate.Print(line.Numerator), Label("tử số", "numerator"), line.Numerator);
        if (line.Denominator is not { } denominator) yield break;
        yield return new NarrativeFigure(code + ".d", Rate.Print(denominator), Label("mẫu số", "denominator"), denominator);
        yield return new NarrativeFigure(code + ".rest", Rate.Print(denominator - line.Numerator), Label("còn lại", "the rest"), denominator - line.Numerator);
        foreach (var figure in Extremes(code, line.Name, line.Contributions)) yield return figure;

        Text Label(string vi, string en) => new($"{code}, {vi}: {line.Name.Vi}", $"{code}, {en}: {line.Name.En}");
    }

    // Best and worst are named only where there is a difference to speak of.
    private IEnumerable<NarrativeFigure> Extremes(string code, Text title, ImmutableArray<ContributionLine> contributions)
    {
        var parts = contributions.Where(c => c is { State: SectorOutcome.Ok, Numerator: not null, Denominator: > 0 }).ToArray();
        if (parts.Length < 2) yield break;
        var (best, worst) = (parts.Aggregate((a, b) => Compare(b, a) > 0 ? b : a), parts.Aggregate((a, b) => Compare(b, a) < 0 ? b : a));
        if (Compare(best, worst) == 0) yield break;
        foreach (var (member, part, vi, en) in new[] { ("best", best, "lĩnh vực cao nhất", "highest sector"), ("worst", worst, "lĩnh vực thấp nhất", "lowest sector") })
        {
            yield return new NarrativeFigure($"{code}.{member}.name", NameOf(part.Module), new Text($"{code}, {vi}: {title.Vi}", $"{code}, {en}: {title.En}"));
            yield return new NarrativeFigure(
                $"{code}.{member}.rate", Rate.Print(part.Numerator!.Value, part.Denominator!.Value, threshold: null), new Text($"{code}, tỷ lệ của {vi}: {title.Vi}", $"{code}, rate of the {en}: {title.En}"), 100m * part.Numerator.Value / part.Denominator.Value);
        }
    }

    private string NameOf(string module) => report.Modules.FirstOrDefault(m => m.Id == module)?.Name.Vi ?? module;

    private static int Compare(ContributionLine a, ContributionLine b) =>
        ((BigInteger)a.Numerator!.Value * b.Denominator!.Value).CompareTo((BigInteger)b.Numerator!.Value * a.Denominator!.Value);

    // From the rate as it is printed, so that the two add up to the threshold before the reader's eyes.
    private static decimal? Gap(TargetLine target) =>
        decimal.TryParse(target.RateText.TrimEnd('%').Replace(".", string.Empty, StringComparison.Ordinal).Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate)
            ? Math.Abs(target.Threshold - rate)
            : null;

    private static string Printed(decimal number)
    {
        var parts = number.ToString("0.####################", CultureInfo.InvariantCulture).Split('.');
        var whole = Rate.Print(long.Parse(parts[0], CultureInfo.InvariantCulture));
        return parts.Length == 1 ? whole : $"{whole},{parts[1]}";
    }

    private static long Short(TargetLine target)
    {
        var (needed, rest) = BigInteger.DivRem((BigInteger)target.Threshold * target.Denominator, 100);
        var least = target.Comparator == ">" || !rest.IsZero ? needed + 1 : needed;
        return (long)(least - target.Numerator);
    }

    private static string VerdictWords(Verdict verdict) => verdict switch
    {
        Verdict.Met => "đạt",
        Verdict.NotMet => "chưa đạt",
        Verdict.Undetermined => "chưa xác định",
        Verdict.NotArising => "không phát sinh",
        _ => "chưa báo cáo",
    };
}
