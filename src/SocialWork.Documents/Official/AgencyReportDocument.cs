using System.Collections.Immutable;
using System.Globalization;
using SocialWork.Core.CoreForms;
using SocialWork.Core.Reports;
using SocialWork.Core.Reports.Agencies;
using SocialWork.Core.Typing;
using SocialWork.Documents.Word;
using SocialWork.Documents.Words;

namespace SocialWork.Documents.Official;

/// <summary>
/// The report of one agency as the document that its head signs, in Vietnamese: direction, results by task and by form,
/// obstacles, proposals, and its forms whole in annexes. Says what was sent and works nothing out. Pure; safe for concurrent use.
/// </summary>
public static class AgencyReportDocument
{
    private const int MostFigures = 8;

    /// <summary>The document.</summary>
    /// <param name="report">What the agency reports.</param>
    /// <param name="facts">What is known of its letterhead and signature.</param>
    public static OfficialDocument Of(AgencyReport report, DocumentFacts facts)
    {
        var subject = $"Kết quả thực hiện Kế hoạch phát triển công tác xã hội năm {Whole(report.Year)}{(report.Territory is { } territory ? " trên địa bàn " + territory : string.Empty)}";
        var attached = $"(Kèm theo Báo cáo số {facts.NumberAndSign} {DocumentFacts.Dated(facts.Date)} của {report.Reporter})";
        var annexes = AgencyAnnexes.Of(report, attached);
        return new OfficialDocument
        {
            Head = new Letterhead(facts.Superior, facts.Issuer, facts.NumberAndSign, facts.PlaceAndDate),
            Kind = "BÁO CÁO",
            Subject = subject,
            Addressee = $"Kính gửi: {report.Addressee}.",
            Body =
            [
                .. Opening(report, facts), .. Direction(report), .. Results(report), .. Obstacles(report),
                new Block.Heading(1, $"Phương hướng, nhiệm vụ năm {Whole(report.Year + 1)}"), new Block.Paragraph(DocumentFacts.Gap),
                new Block.Paragraph($"Trên đây là báo cáo {Sentences.Inside(subject)}; {report.Reporter} kính gửi {report.Addressee} tổng hợp./."),
            ],
            Signature = new Signature(facts.Capacity, facts.Signer ?? DocumentFacts.Gap),
            Recipients = facts.Recipients,
            Annexes = annexes,
            Mark = report.Demo ? "DỮ LIỆU MINH HỌA" : null,
            Made = report.AsOf,
        };
    }

    /// <summary>“K3 – Tập huấn, bồi dưỡng”.</summary>
    internal static string Named(AgencyForm form) => $"{form.Code} – {form.Title}";

    /// <summary>Why nothing of a form is shown; null where it is.</summary>
    internal static string? Unshown(AgencyForm form) => form.Showing switch
    {
        FormShowing.NotSent => "chưa gửi",
        FormShowing.Closed => "đã gửi, không in ở bản này vì biểu hạn chế người xem",
        _ => null,
    };

    /// <summary>What a cell holds, or the sign of what is hidden.</summary>
    internal static string Words(FormTableCell cell) => cell.IsHidden ? MaskWords.Sign : cell.Words;

    private static IEnumerable<Block> Opening(AgencyReport report, DocumentFacts facts)
    {
        yield return new Block.Paragraph($"Thực hiện {facts.PlanReference} của {report.PlanIssuer} về thực hiện Chương trình phát triển công tác xã hội năm {Whole(report.Year)}, {report.Reporter} báo cáo kết quả như sau:");
        var unsent = report.Forms.Where(form => form.Showing == FormShowing.NotSent).Select(form => form.Code).ToArray();
        var days = report.Forms.Where(form => form.DataAsOf is not null).Select(form => form.DataAsOf!.Value).Distinct().Order().ToArray();
        var stand = days switch
        {
            [] => string.Empty,
            [var day] => $" Số liệu tính đến ngày {When.Date(day)}.",
            [var first, .., var last] => $" Số liệu tính đến ngày nêu ở từng biểu, từ {When.Date(first)} đến {When.Date(last)}.",
        };
        yield return new Block.Paragraph($"Báo cáo lập từ {When.Number(report.Forms.Length - unsent.Length)}/{When.Number(report.Forms.Length)} biểu đã gửi đến {When.Time(report.AsOf)} ngày {When.Date(report.AsOf)}.{stand}{(unsent.Length == 0 ? string.Empty : $" Chưa gửi: {string.Join(", ", unsent)}.")}");
        if (report.Forms.SelectMany(form => form.Tables).SelectMany(table => table.Rows).Any(row => row.Any(cell => cell.IsHidden))) yield return new Block.Paragraph(MaskWords.Footnote.Vi);
    }

    private static IEnumerable<Block> Direction(AgencyReport report)
    {
        yield return new Block.Heading(1, "Công tác chỉ đạo, triển khai");
        foreach (var form in report.Forms.Where(form => form.Code == ImplementationPlan.Code))
        {
            yield return Unshown(form) is { } why
                ? new Block.Paragraph($"{form.Title}: {why}.")
                : new Block.Paragraph($"{form.Title}: {string.Join("; ", Figures(form).Select(figure => $"{Sentences.Inside(figure.Label)}: {figure.Words}"))}.");
        }

        yield return new Block.Paragraph(DocumentFacts.Gap);
    }

    private static IEnumerable<Block> Results(AgencyReport report)
    {
        yield return new Block.Heading(1, "Kết quả thực hiện");
        yield return new Block.Heading(2, "Nhiệm vụ được giao");
        var tasks = report.Forms.FirstOrDefault(form => form.Code == TaskResults.Code);
        if (tasks is not null && Unshown(tasks) is { } unsent) yield return new Block.Paragraph($"{tasks.Title} (biểu {tasks.Code}): {unsent}.");
        else foreach (var task in report.Tasks) yield return new Block.Item(Task(task));
        if (report.Tasks.IsEmpty) yield return new Block.Paragraph("Kế hoạch không giao nhiệm vụ riêng cho đơn vị.");
        var own = report.Forms.Where(form => !form.IsCore).ToArray();
        yield return new Block.Heading(2, "Tập huấn, truyền thông, kinh phí");
        foreach (var form in report.Forms.Where(form => form.IsCore && form.Code is not (ImplementationPlan.Code or TaskResults.Code))) yield return Summary(form, own.Length > 0 ? "Phụ lục I" : "Phụ lục");
        if (own.Length > 0)
        {
            yield return new Block.Heading(2, "Số liệu chuyên ngành");
            foreach (var form in own) yield return Summary(form, "Phụ lục II");
        }

        if (report.Facilities.IsEmpty) yield break;
        yield return new Block.Heading(2, "Báo cáo của cơ sở do đơn vị phụ trách");
        foreach (var facility in report.Facilities)
            yield return new Block.Item($"{facility.Code} – {facility.Title}: {When.Number(facility.Sent)}/{When.Number(facility.Expected)} cơ sở đã gửi.");
    }

    private static Block.Item Summary(AgencyForm form, string annex)
    {
        if (Unshown(form) is { } why) return new Block.Item($"{Named(form)}: {why}.");
        var figures = Figures(form).Take(MostFigures).Select(figure => $"{Sentences.Inside(figure.Label)}: {figure.Words}").ToArray();
        return new Block.Item($"{Named(form)}: {string.Concat(figures.Select(figure => figure + "; "))}chi tiết tại {annex}.");
    }

    // The answers to plain questions; what is split by groups stands in the annex, where nothing has to be summed up.
    private static IEnumerable<(string Label, string Words)> Figures(AgencyForm form) =>
        form.Tables.Where(table => table.IsPlain).SelectMany(table => table.Rows).Select(row => (row[0].Words, Words(row[1])));

    private static string Task(AgencyTask task)
    {
        var words = new List<string> { Sentences.Inside(StateWords.Of(task.State).Vi) };
        if (task.Result.Length > 0) words.Add(OneLine(task.Result).TrimEnd('.'));
        if (task.Quantity.Length > 0) words.Add("số lượng: " + task.Quantity);
        if (task.Document.Length > 0) words.Add("văn bản: " + OneLine(task.Document).TrimEnd('.'));
        if (task.Reason.Length > 0) words.Add("lý do: " + Sentences.Inside(OneLine(task.Reason).TrimEnd('.')));
        return $"{task.Title}: {string.Join("; ", words)}.";
    }

    private static IEnumerable<Block> Obstacles(AgencyReport report)
    {
        yield return new Block.Heading(1, "Khó khăn, vướng mắc");
        if (report.Obstacles.IsEmpty)
        {
            yield return new Block.Paragraph("Không có khó khăn, vướng mắc được phản ánh.");
            yield break;
        }

        foreach (var obstacle in report.Obstacles) yield return new Block.Item(OneLine(obstacle.Description));
        yield return new Block.Heading(1, "Đề xuất, kiến nghị");
        var options = CoreDimensions.LevelAddressed.Options;
        foreach (var obstacle in report.Obstacles)
            yield return new Block.Item($"Kiến nghị {(options.FirstOrDefault(option => option.Code == obstacle.Level) is { } level ? level.Label.Vi : obstacle.Level)}: {OneLine(obstacle.Proposal)}");
    }

    private static string OneLine(string words) => string.Join(' ', words.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
