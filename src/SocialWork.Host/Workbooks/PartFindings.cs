using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Access;
using SocialWork.Core.Forms;
using SocialWork.Core.Submissions;
using SocialWork.Documents.Words;
using SocialWork.Documents.Workbooks.Reading;

namespace SocialWork.Host.Workbooks;

/// <summary>What stands in the way of one unit's form, or should be known before it is saved, each at its place on the sheet.</summary>
internal static class PartFindings
{
    /// <summary>All of it.</summary>
    public static IEnumerable<WorkbookFinding> Of(PreviewPart part, Actor actor, bool overwrite)
    {
        if (part.Line.Refusal is { } refusal)
        {
            foreach (var problem in refusal.Cells) yield return Make(part, problem.Code, FindingLevel.Problem, problem.Message, [problem.Cell]);
            if (refusal.Cells.IsDefaultOrEmpty) yield return Make(part, refusal.Code, FindingLevel.Problem, refusal.Message, []) with { Address = refusal.Code == "submission.dataAsOfOutside" ? part.Unit.DataAsOfAddress : null };
        }

        if (Stale(part, actor, overwrite) is { } stale) yield return stale;
        if (Cleared(part) is { } cleared) yield return cleared;
        if (ClearedExplanations(part) is { } unsaid) yield return unsaid;
        foreach (var finding in part.Line.Findings) yield return Explanations.AsksForOne(finding) ? Asking(part, finding) : Plain(part, finding);
        if (part.Line.HasUnusedExplanation) yield return Unused(part);
    }

    private static WorkbookFinding Plain(PreviewPart part, Finding finding) =>
        Make(part, finding.Id, finding.Severity == Severity.Error ? FindingLevel.Error : FindingLevel.Warning, finding.Message, CellsOf(finding));

    // A warning is about its figures, and about the place where it is to be explained.
    private static WorkbookFinding Asking(PreviewPart part, Finding finding)
    {
        var place = part.Unit.ExplanationOf(finding.Id);
        var words = part.Line.Explanations.GetValueOrDefault(finding.Id);
        var said = (words, place) switch
        {
            ({ }, _) => new Text("Đã giải trình.", "Explained."),
            (_, { } at) => new Text($"Chưa giải trình: hãy sửa số liệu, hoặc giải trình ở ô {part.Unit.AddressOf(at)}.", $"Not explained: correct the figures, or explain it in cell {part.Unit.AddressOf(at)}."),
            _ => new Text("Chưa giải trình: hãy sửa số liệu, hoặc tải biểu mới có phần “Giải trình cảnh báo”, hoặc giải trình khi trình biểu.", "Not explained: correct the figures, download the form again for a place to explain it, or explain it when you submit."),
        };
        var message = new Text($"{finding.Message.Vi} {said.Vi}", $"{finding.Message.En} {said.En}");
        return Make(part, finding.Id, FindingLevel.Warning, message, place is null ? CellsOf(finding) : [.. CellsOf(finding), place]) with { AsksForExplanation = true, Explanation = words };
    }

    private static WorkbookFinding Unused(PreviewPart part) => Make(part, "workbook.explanationUnused", FindingLevel.Notice, new Text(
        $"Biểu {part.Line.Target.Form.Code} của {part.Line.Target.Unit.Name} không có cảnh báo nào nên lời giải trình không được lưu.",
        $"Form {part.Line.Target.Form.Code} of {part.Line.Target.Unit.Name} has no warning, so that the explanation is not kept."), [Explanations.Place(Explanations.Every)]);

    private static ImmutableArray<string> CellsOf(Finding finding) => [.. finding.Cells.Select(cell => cell.ToString())];

    // Only these steps bring other values; what else happened to the form since then took nothing away from it.
    private static WorkbookFinding? Stale(PreviewPart part, Actor actor, bool overwrite)
    {
        var saves = part.Line.Since.Where(step => step.Action is SubmissionAction.Save or SubmissionAction.Paper).ToArray();
        if (saves.Length == 0) return null;
        var (form, unit) = (part.Line.Target.Form.Code, part.Line.Target.Unit.Name);
        ImmutableArray<string> cells = [.. part.Line.Changes.Select(change => change.Cell.ToString()), .. ExplanationsOf(part, part.Line.ChangedExplanations)];
        if (saves.LastOrDefault(step => step.By != actor.UserName) is not { } other)
        {
            return Make(part, "workbook.savedSince", FindingLevel.Warning, new Text(
                $"Biểu {form} của {unit}: chính tài khoản này đã lưu lúc {Moment(saves[^1].At)}, sau khi tệp được tải về; {cells.Length} ô khác với bản đã lưu sẽ được thay bằng số trong tệp.",
                $"Form {form} of {unit}: this account saved it at {Moment(saves[^1].At)}, after the file was downloaded; {cells.Length} cells that differ from what is stored would be replaced by those of the file."), cells);
        }

        return overwrite
            ? Make(part, "workbook.overwrites", FindingLevel.Warning, new Text(
                $"Biểu {form} của {unit}: {cells.Length} ô khác với bản do {other.By} lưu lúc {Moment(other.At)} sẽ bị ghi đè.",
                $"Form {form} of {unit}: {cells.Length} cells that differ from what {other.By} saved at {Moment(other.At)} would be overwritten."), cells)
            : Make(part, "workbook.stale", FindingLevel.Problem, new Text(
                $"Biểu {form} của {unit} đã được {other.By} sửa lúc {Moment(other.At)}, sau khi tệp được tải về; {cells.Length} ô khác nhau. Hãy tải biểu mới rồi chép số liệu sang, hoặc gửi lại và chọn ghi đè (overwrite=true).",
                $"Form {form} of {unit} was changed by {other.By} at {Moment(other.At)}, after the file was downloaded; {cells.Length} cells differ. Download it again and copy the figures over, or send again with overwrite=true."), cells);
    }

    private static WorkbookFinding? Cleared(PreviewPart part)
    {
        ImmutableArray<string> cells = [.. part.Line.Changes.Where(change => change.After is null).Select(change => change.Cell.ToString())];
        return cells.IsEmpty ? null : Make(part, "workbook.clears", FindingLevel.Warning, new Text(
            $"Biểu {part.Line.Target.Form.Code} của {part.Line.Target.Unit.Name}: {cells.Length} ô đang có số liệu sẽ trở thành chưa báo cáo vì để trống trong tệp.",
            $"Form {part.Line.Target.Form.Code} of {part.Line.Target.Unit.Name}: {cells.Length} cells that hold a value would become not reported, for they are blank in the file."), cells);
    }

    private static WorkbookFinding? ClearedExplanations(PreviewPart part)
    {
        var cells = ExplanationsOf(part, part.Line.ChangedExplanations.Where(id => !part.Line.Explanations.ContainsKey(id)));
        return cells.IsEmpty ? null : Make(part, "workbook.clearsExplanations", FindingLevel.Warning, new Text(
            $"Biểu {part.Line.Target.Form.Code} của {part.Line.Target.Unit.Name}: {cells.Length} lời giải trình đang lưu sẽ bị xóa vì ô giải trình để trống trong tệp.",
            $"Form {part.Line.Target.Form.Code} of {part.Line.Target.Unit.Name}: {cells.Length} stored explanations would be cleared, for their cells are blank in the file."), cells);
    }

    // Several warnings may be explained in one cell.
    private static ImmutableArray<string> ExplanationsOf(PreviewPart part, IEnumerable<string> ids) =>
        [.. ids.Select(part.Unit.ExplanationOf).OfType<string>().Distinct(StringComparer.Ordinal)];

    private static string Moment(DateTimeOffset at) => $"{When.Time(at)} {When.Date(at)}";

    private static WorkbookFinding Make(PreviewPart part, string code, FindingLevel level, Text message, ImmutableArray<string> cells)
    {
        ImmutableArray<FoundCell> found = [.. cells.Where(cell => cell.Length > 0).Select(cell => new FoundCell(cell, part.Unit.AddressOf(cell)))];
        // A cell that stands on the sheet says more than one that does not.
        var first = found.FirstOrDefault(cell => cell.Address is not null) ?? found.FirstOrDefault();
        return new WorkbookFinding(part.Sheet.Name, first?.Address, part.Sheet.Identity.Form, part.Unit.Unit, first?.Cell, code, level, message) { Others = [.. found.Where(cell => cell != first)] };
    }
}
