using SocialWork.Core.Reports;
using SocialWork.Documents.Word;
using SocialWork.Documents.Words;

namespace SocialWork.Documents.Official;

/// <summary>Annex VIII: who has not reported.</summary>
internal static class CoverageAnnex
{
    public static Annex Of(CombinedReport report, string attached)
    {
        var coverage = report.Coverage;
        return new Annex("VIII", "Tình hình báo cáo của các sở, ngành, đoàn thể và xã, phường", attached, IsWide: false,
        [
            new Block.Paragraph($"Đã gửi đủ báo cáo: {When.Number(coverage.Sent)}/{When.Number(coverage.Expected)} đơn vị; đã được tiếp nhận: {When.Number(coverage.Accepted)}/{When.Number(coverage.Expected)} đơn vị."),
            coverage.Missing.IsEmpty
                ? new Block.Paragraph("Không còn đơn vị nào chưa gửi.")
                : new Block.Table(
                    "Đơn vị chưa gửi đủ báo cáo",
                    [new Column("Đơn vị", 4), new Column("Trạng thái", 2), new Column("Biểu đã gửi", 1.5, IsNumber: true), new Column("Số ngày quá hạn", 1.5, IsNumber: true)],
                    [.. coverage.Missing.Select(unit => new Row([unit.Name, StateWords.Duty(unit.State).Vi, $"{When.Number(unit.FormsSent)}/{When.Number(unit.FormsOwed)}", unit.DaysLate > 0 ? When.Number(unit.DaysLate) : "–"]))]),
        ]);
    }
}
