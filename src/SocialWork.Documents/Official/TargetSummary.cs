using SocialWork.Core.Reports;
using SocialWork.Documents.Annexes;
using SocialWork.Documents.Word;
using SocialWork.Documents.Words;

namespace SocialWork.Documents.Official;

/// <summary>What part II.1 of the text shows of the targets.</summary>
internal static class TargetSummary
{
    /// <summary>The table and the chart.</summary>
    public static IEnumerable<Block> Of(CombinedReport report)
    {
        yield return new Block.Table(
            "Kết quả thực hiện các mục tiêu cụ thể",
            [new Column("Mục tiêu", 5), new Column("Tỷ lệ", 1.6, IsNumber: true), new Column("Ngưỡng", 1.8), new Column("Kết luận", 1.8)],
            [.. report.Targets.Select(target => new Row([target.Title.Vi, new Cell(StateWords.Value(target.RateText).Vi, AnnexPages.Note(target)?.Vi), StateWords.Threshold(target.Comparator, target.Threshold).Vi, StateWords.Of(target.Verdict).Vi]))]);
        yield return new Block.Chart(
            "Tỷ lệ đạt được so với ngưỡng của từng mục tiêu", "Tỷ lệ đạt được", "Ngưỡng",
            [.. report.Targets.Select(target => new Bar(target.Indicator, target.Denominator == 0 ? null : 100.0 * target.Numerator / target.Denominator, StateWords.Value(target.RateText).Vi, target.Threshold))]);
    }
}
