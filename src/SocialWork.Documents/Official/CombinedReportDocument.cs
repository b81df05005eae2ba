using System.Collections.Immutable;
using System.Globalization;
using SocialWork.Core.CoreForms;
using SocialWork.Core.Indicators;
using SocialWork.Core.Narratives;
using SocialWork.Core.Reports;
using SocialWork.Core.Sectors;
using SocialWork.Core.Typing;
using SocialWork.Documents.Annexes;
using SocialWork.Documents.Word;
using SocialWork.Documents.Words;

namespace SocialWork.Documents.Official;

/// <summary>
/// The combined report as the document that is signed: parts I to V of the outline and its annexes, in Vietnamese. Says what
/// the report says and works nothing out. Pure; safe for concurrent use.
/// </summary>
public static class CombinedReportDocument
{
    /// <summary>The document.</summary>
    public static OfficialDocument Of(ReportPaper paper)
    {
        var (report, frame, facts) = paper;
        var subject = report.Title.Vi;
        var attached = $"(Kèm theo Báo cáo số {facts.NumberAndSign} {DocumentFacts.Dated(facts.Date)})";
        return new OfficialDocument
        {
            Head = new Letterhead(facts.Superior, facts.Issuer.IsEmpty ? [DocumentFacts.Gap] : facts.Issuer, facts.NumberAndSign, facts.PlaceAndDate),
            Kind = "BÁO CÁO",
            Subject = subject,
            Addressee = $"Kính gửi: {frame.Addressee.Vi}.",
            Body =
            [
                .. Opening(report, frame, facts), .. Direction(report), .. Results(report, frame), .. Assessment(report),
                .. Obstacles(report), .. Outlook(report, frame),
                .. facts.Replaced is { } replaced ? [new Block.Paragraph($"Báo cáo này thay thế Báo cáo số {replaced}.")] : Array.Empty<Block>(),
                new Block.Paragraph($"Trên đây là báo cáo {Sentences.Inside(subject)}./."),
            ],
            Signature = new Signature(facts.Capacity.IsEmpty ? [DocumentFacts.Gap] : facts.Capacity, facts.Signer ?? DocumentFacts.Gap),
            Recipients = facts.Recipients.IsEmpty ? [DocumentFacts.Gap] : facts.Recipients,
            Annexes = [.. AnnexBlocks.Of(report, attached)],
            Mark = report.Demo ? "DỮ LIỆU MINH HỌA" : null,
            Made = report.AsOf,
        };
    }

    private static IEnumerable<Block> Opening(CombinedReport report, ReportFrame frame, DocumentFacts facts)
    {
        yield return new Block.Paragraph($"Thực hiện {facts.PlanReference} của {frame.Addressee.Vi} về thực hiện Chương trình phát triển công tác xã hội năm {Whole(frame.Year)}, cơ quan tổng hợp báo cáo kết quả như sau:");
        var coverage = report.Coverage;
        if (!report.Provisional) yield break;
        var missing = coverage.Missing.IsEmpty ? string.Empty : $" Chưa gửi đủ: {string.Join("; ", coverage.Missing.Select(unit => unit.Name))}.";
        var absent = report.Modules.Where(module => module.State != SectorOutcome.Ok).Select(module => module.Name.Vi).ToArray();
        var without = absent.Length == 0 ? string.Empty : $" Chưa có số liệu của lĩnh vực: {string.Join("; ", absent)}.";
        yield return new Block.Paragraph([
            new Inline.Words("Số liệu tạm tính", IsBold: true),
            new Inline.Words($" đến {When.Time(report.AsOf)} ngày {When.Date(report.AsOf)}: {When.Number(coverage.Sent)}/{When.Number(coverage.Expected)} đơn vị đã gửi đủ báo cáo.{missing}{without}"),
        ]);
    }

    private static IEnumerable<Block> Direction(CombinedReport report)
    {
        yield return new Block.Heading(1, "Công tác chỉ đạo, triển khai");
        yield return new Block.Heading(2, "Ban hành văn bản");
        foreach (var block in Words(report, "I.1")) yield return block;
        foreach (var line in report.Indicators.Where(line => line.Contributions.Any(part => part.Module == Core.Planning.PlanForm.CoreModule)))
            yield return new Block.Item([.. Figured($"{line.Name.Vi}: {When.Number(line.Numerator)}/{(line.Denominator is { } d ? When.Number(d) : "–")} đơn vị, ", StateWords.Value(line.ValueText).Vi, line.Coverage)]);
        yield return new Block.Heading(2, "Phân công, phối hợp, kiểm tra, giám sát");
        foreach (var block in Written(report, "I.2")) yield return block;
    }

    private static IEnumerable<Block> Results(CombinedReport report, ReportFrame frame)
    {
        yield return new Block.Heading(1, "Kết quả thực hiện");
        yield return new Block.Heading(2, "Mục tiêu cụ thể");
        foreach (var block in Words(report, "II.1")) yield return block;
        foreach (var block in TargetSummary.Of(report)) yield return block;
        yield return new Block.Heading(2, "Nội dung hoạt động");
        foreach (var block in Words(report, "II.2")) yield return block;
        foreach (var part in report.Activities.GroupBy(activity => Html.ReportContext.Group(activity.Clause), StringComparer.Ordinal))
        {
            yield return new Block.Heading(3, $"Nội dung theo mục {part.Key} của Kế hoạch");
            foreach (var activity in part) yield return new Block.Item([.. Activity(activity)]);
        }

        yield return new Block.Heading(2, "Nhiệm vụ của cơ quan, địa phương");
        foreach (var block in Words(report, "II.3")) yield return block;
        foreach (var agency in report.Tasks.GroupBy(task => task.Unit, StringComparer.Ordinal))
        {
            yield return new Block.Heading(3, frame.Parties.TryGetValue(agency.Key, out var name) ? name.Vi : agency.Key);
            foreach (var task in agency) yield return new Block.Item(Task(task));
        }

        yield return new Block.Heading(2, "Kinh phí");
        foreach (var block in Words(report, "II.4")) yield return block;
        if (report.Funding.IsEmpty) yield return new Block.Paragraph("Không có số liệu kinh phí.");
        else yield return Funding(report);
    }

    private static IEnumerable<Inline> Activity(ActivityLine activity)
    {
        yield return new Inline.Words($"{activity.Title.Vi}{(activity.Gated ? " (chưa đủ điều kiện, chờ văn bản)" : string.Empty)}: ");
        if (activity.Figures.IsEmpty) yield return new Inline.Words("theo dõi qua kết quả thực hiện nhiệm vụ ở mục 3.");
        foreach (var (index, figure) in activity.Figures.Index())
        {
            var value = StateWords.Value(figure.ValueText).Vi + (figure is { Unit: { } unit, Cells.Reported: > 0 } ? " " + unit.Vi : string.Empty);
            foreach (var inline in Figured($"{(index == 0 ? string.Empty : " ")}{Sentences.Inside(figure.Label.Vi)} ", value, figure.Coverage)) yield return inline;
            yield return new Inline.Words(index == activity.Figures.Length - 1 ? "." : ";");
        }
    }

    private static string Task(TaskLine task)
    {
        var state = Sentences.Inside(StateWords.Of(task.State).Vi);
        var instances = task.Instances.Total > 1 ? $", {When.Number(task.Instances.Done)}/{When.Number(task.Instances.Total)} đơn vị hoàn thành" : string.Empty;
        var progress = task.Progress is { } words ? $"; {Sentences.Inside(words.Vi).TrimEnd('.')}" : string.Empty;
        return $"{task.Title.Vi}: {state}{instances}{progress}.";
    }

    private static Block.Table Funding(CombinedReport report)
    {
        var unit = report.Funding[0].Allocated.Unit is { } text ? $" ({text.Vi})" : string.Empty;
        Row Line(FundingLine line) => new([
            new Cell(line.Name.Vi, line.Apart ? "Kinh phí của chương trình khác, nêu riêng, không cộng vào tổng." : null),
            Amount(line.Allocated.ValueText), Amount(line.Spent.ValueText), Amount(line.Estimate.ValueText),
        ]);
        var rows = report.Funding.Where(line => !line.Apart).Select(Line).ToList();
        if (report.FundingTotal is { } total)
            rows.Add(new Row(["Cộng", Amount(total.Allocated.ValueText), Amount(total.Spent.ValueText), Amount(total.Estimate.ValueText)], IsTotal: true));
        rows.AddRange(report.Funding.Where(line => line.Apart).Select(Line));
        return new Block.Table(
            "Kinh phí theo nguồn",
            [new Column("Nguồn", 3), new Column("Dự toán" + unit, 2, IsNumber: true), new Column("Đã thực hiện" + unit, 2, IsNumber: true), new Column("Ước cả năm" + unit, 2, IsNumber: true)],
            [.. rows]);
    }

    private static IEnumerable<Block> Assessment(CombinedReport report)
    {
        yield return new Block.Heading(1, "Đánh giá chung");
        foreach (var (section, title) in new[] { ("III.1", "Ưu điểm"), ("III.2", "Tồn tại, hạn chế"), ("III.3", "Nguyên nhân") })
        {
            yield return new Block.Heading(2, title);
            foreach (var block in Written(report, section)) yield return block;
        }
    }

    private static IEnumerable<Block> Obstacles(CombinedReport report)
    {
        yield return new Block.Heading(1, "Khó khăn, vướng mắc và kiến nghị");
        foreach (var block in Words(report, "IV")) yield return block;
        if (report.Obstacles.IsEmpty) yield return new Block.Paragraph("Chưa có khó khăn, vướng mắc nào được phản ánh.");
        var options = CoreDimensions.LevelAddressed.Options;
        foreach (var level in report.Obstacles.GroupBy(obstacle => obstacle.Level, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            yield return new Block.Heading(2, "Kiến nghị " + (options.FirstOrDefault(option => option.Code == level.Key) is { } option ? option.Label.Vi : level.Key));
            foreach (var obstacle in level)
                yield return new Block.Item($"{obstacle.Name}: {OneLine(obstacle.Description)} Đề xuất: {OneLine(obstacle.Proposal)}");
        }
    }

    private static IEnumerable<Block> Outlook(CombinedReport report, ReportFrame frame) =>
        [new Block.Heading(1, $"Phương hướng, nhiệm vụ năm {Whole(frame.Year + 1)}"), .. Written(report, "V")];

    /// <summary>Words, a figure, and in a footnote how complete it is where it is not.</summary>
    private static IEnumerable<Inline> Figured(string before, string value, Coverage coverage)
    {
        yield return new Inline.Words(before + value);
        if (Note(coverage) is { } note) yield return new Inline.Note(note);
    }

    /// <summary>What a footnote says of an incomplete figure; null for a complete one.</summary>
    internal static string? Note(Coverage coverage) => AnnexWords.Incomplete(coverage)?.Vi;

    private static IEnumerable<Block> Words(CombinedReport report, string section) =>
        NarrativeSection.Of(report, section).Select(Block (paragraph) => NarrativeText.ItemOf(paragraph) is { } item ? new Block.Item(item) : new Block.Paragraph(paragraph));

    // A section that is nothing but words has a gap where there are none.
    private static IEnumerable<Block> Written(CombinedReport report, string section) => Words(report, section).DefaultIfEmpty(new Block.Paragraph(DocumentFacts.Gap));

    private static Cell Amount(string valueText) => new(StateWords.Value(valueText).Vi);

    private static string OneLine(string words) => string.Join(' ', words.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
