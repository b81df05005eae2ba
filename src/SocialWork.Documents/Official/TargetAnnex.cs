using System.Collections.Immutable;
using System.Globalization;
using SocialWork.Core.Indicators;
using SocialWork.Core.Reports;
using SocialWork.Core.Sectors;
using SocialWork.Documents.Word;
using SocialWork.Documents.Words;

namespace SocialWork.Documents.Official;

/// <summary>Annex I, the targets with the part of every sector; and what part II.1 of the text shows of them.</summary>
internal static class TargetAnnex
{
    /// <summary>The table and the chart of the text.</summary>
    public static IEnumerable<Block> Summary(CombinedReport report)
    {
        yield return new Block.Table(
            "Kết quả thực hiện các mục tiêu cụ thể",
            [new Column("Mục tiêu", 5), new Column("Tỷ lệ", 1.6, IsNumber: true), new Column("Ngưỡng", 1.8), new Column("Kết luận", 1.8)],
            [.. report.Targets.Select(target => new Row([target.Title.Vi, new Cell(StateWords.Value(target.RateText).Vi, Note(target)), StateWords.Threshold(target.Comparator, target.Threshold).Vi, StateWords.Of(target.Verdict).Vi]))]);
        yield return new Block.Chart(
            "Tỷ lệ đạt được so với ngưỡng của từng mục tiêu", "Tỷ lệ đạt được", "Ngưỡng",
            [.. report.Targets.Select(target => new Bar(target.Indicator, target.Denominator == 0 ? null : 100.0 * target.Numerator / target.Denominator, StateWords.Value(target.RateText).Vi, target.Threshold))]);
    }

    /// <summary>The annex.</summary>
    public static Annex Of(CombinedReport report, ReportFrame frame, string attached) => new(
        "I", "Kết quả thực hiện mục tiêu", attached, IsWide: true,
        [
            new Block.Table(
                string.Empty,
                [
                    new Column("Mục tiêu, lĩnh vực", 6), new Column("Tử số (n)", 1.6, IsNumber: true), new Column("Mẫu số (d)", 1.6, IsNumber: true), new Column("Chưa báo cáo (u)", 1.6, IsNumber: true),
                    new Column("Tỷ lệ", 1.6, IsNumber: true), new Column("Ngưỡng", 2), new Column("Kết luận", 2), new Column("Độ phủ", 1.8, IsNumber: true),
                ],
                [.. report.Targets.SelectMany(target => Lines(report, target))]),
        ]);

    private static IEnumerable<Row> Lines(CombinedReport report, TargetLine target)
    {
        yield return new Row(
            [
                $"{target.Indicator}. {target.Title.Vi}", Reported(target.Numerator, target.Coverage), Reported(target.Denominator, target.Coverage), When.Number(target.Unreported),
                new Cell(StateWords.Value(target.RateText).Vi, Note(target)), StateWords.Threshold(target.Comparator, target.Threshold).Vi, StateWords.Of(target.Verdict).Vi, Covered(target.Coverage),
            ],
            IsTotal: true);
        foreach (var part in target.Contributions)
        {
            var name = report.Modules.FirstOrDefault(module => module.Id == part.Module)?.Name.Vi ?? part.Module;
            yield return new Row([
                name, Reported(part.Numerator, part.Coverage), Reported(part.Denominator, part.Coverage), part.Unreported is { } unreported ? When.Number(unreported) : "–",
                string.Empty, string.Empty, part.State == SectorOutcome.Ok ? string.Empty : new Cell(StateWords.Of(part.State).Vi, part.Reason?.Vi), Covered(part.Coverage),
            ]);
        }
    }

    private static string? Note(TargetLine target)
    {
        var notes = new List<string>();
        if (CombinedReportDocument.Note(target.Coverage) is { } incomplete) notes.Add(incomplete);
        else if (target.Provisional) notes.Add("Tạm tính.");
        if (target.Withheld > 0) notes.Add(string.Create(CultureInfo.InvariantCulture, $"{When.Number(target.Withheld)} ô không cung cấp, không tính vào tử số và mẫu số."));
        return notes.Count == 0 ? null : string.Join(' ', notes);
    }

    private static string Reported(long? number, Coverage coverage) => number is not { } known || (known == 0 && coverage is { Reported: 0, Expected: > 0 }) ? "–" : When.Number(known);

    private static string Covered(Coverage coverage) => coverage.Expected == 0 ? "–" : $"{When.Number(coverage.Reported)}/{When.Number(coverage.Expected)}";
}
