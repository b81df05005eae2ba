using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SocialWork.Abstractions;
using SocialWork.Core.Forms;
using SocialWork.Core.Submissions;
using SocialWork.Documents.Workbooks.Reading;

namespace SocialWork.Host.Workbooks;

/// <summary>The answer to an uploaded workbook: what was read, what changes, what was found.</summary>
internal static class PreviewJson
{
    /// <summary>The most findings that are listed, gravest first; how many were left out is said.</summary>
    public const int MaxFindings = 2_000;

    /// <summary>The most cells that are echoed; what changes is always listed.</summary>
    public const int MaxCells = 20_000;

    /// <summary>The most characters of a cell that are echoed as they were written.</summary>
    public const int MaxWritten = 200;

    /// <summary>The answer.</summary>
    /// <param name="preview">What the workbook would change.</param>
    /// <param name="outcome">preview, saved, unchanged, alreadySaved or blocked.</param>
    /// <param name="saved">The submissions that were saved; none where nothing was.</param>
    public static object Of(WorkbookPreview preview, string outcome, ImmutableArray<Submission> saved = default)
    {
        var revisions = saved.IsDefault ? [] : saved.ToDictionary(submission => submission.Key, submission => submission.Revision);
        var room = MaxCells;
        var parts = preview.Parts.Select(part => Part(part, revisions, ref room)).ToArray();
        return new
        {
            Outcome = outcome,
            Message = MessageOf(preview, outcome),
            preview.Content.Identity.Plan,
            Unit = preview.Content.Identity.Agency,
            preview.Content.Identity.Created,
            Totals = new
            {
                Forms = parts.Length,
                Cells = preview.Parts.Sum(part => part.Unit.Changes.Count),
                Changed = preview.Parts.Sum(part => part.Line.Changes.Length),
                Cleared = preview.Parts.Sum(part => part.Line.Changes.Count(change => change.After is null)),
                Problems = Count(preview, FindingLevel.Problem),
                Errors = Count(preview, FindingLevel.Error),
                Warnings = Count(preview, FindingLevel.Warning),
                Notices = Count(preview, FindingLevel.Notice),
                Unexplained = preview.Findings.Count(finding => finding is { AsksForExplanation: true, Explanation: null }),
            },
            Sheets = parts,
            Findings = preview.Findings.Take(MaxFindings).Select(f => new { f.Sheet, f.Address, f.Form, f.Unit, f.Cell, f.Code, Severity = f.Level, f.Message, f.Others, f.AsksForExplanation, f.Explanation }),
            FindingsLeftOut = Math.Max(0, preview.Findings.Length - MaxFindings),
        };
    }

    private static int Count(WorkbookPreview preview, FindingLevel level) => preview.Findings.Count(finding => finding.Level == level);

    private static object Part(PreviewPart part, Dictionary<SubmissionKey, long> revisions, ref int room)
    {
        var (line, unit) = (part.Line, part.Unit);
        var echoed = unit.Changes.Take(room).ToArray();
        room -= echoed.Length;
        return new
        {
            Sheet = part.Sheet.Name,
            part.Sheet.Identity.Form,
            part.Sheet.Identity.Period,
            unit.Unit,
            UnitName = line.Target.Unit.Name,
            line.Stored.State,
            Revision = revisions.GetValueOrDefault(line.Target.Key, line.Stored.Revision),
            line.DataAsOf,
            Changes = line.Changes.Select(change => new
            {
                Cell = change.Cell.ToString(),
                Address = unit.AddressOf(change.Cell.ToString()),
                Before = ValueOf(line.Target.Form.Compiled, change.Cell, change.Before),
                After = ValueOf(line.Target.Form.Compiled, change.Cell, change.After),
            }),
            ExplanationChanges = line.ChangedExplanations.Select(id => new
            {
                Warning = id,
                Address = unit.ExplanationOf(id) is { } place ? unit.AddressOf(place) : null,
                Before = line.StoredExplanations.GetValueOrDefault(id),
                After = line.Explanations.GetValueOrDefault(id),
            }),
            Cells = echoed.Select(cell => new { Cell = cell.Key, Address = unit.AddressOf(cell.Key), Written = Short(unit.Cells.GetValueOrDefault(cell.Key)?.Written), Value = cell.Value }),
            CellsLeftOut = unit.Changes.Count - echoed.Length,
        };
    }

    private static string? Short(string? written) => written is { Length: > MaxWritten } ? string.Concat(written.AsSpan(0, MaxWritten), "…") : written;

    private static JsonNode? ValueOf(CompiledForm form, CellKey cell, CellValue? value) =>
        value is null ? null : JsonNode.Parse(FormValuesJson.Write(form, new FormValues(FormValues.None.Cells.Add(cell, value))))![cell.ToString()];

    private static Text MessageOf(WorkbookPreview preview, string outcome)
    {
        var (forms, cells) = (preview.Parts.Count(part => part.Line.IsChange), preview.Parts.Sum(part => part.Line.Changes.Length));
        var words = preview.Parts.Sum(part => part.Line.ChangedExplanations.Length);
        var (andVi, andEn) = words == 0 ? (string.Empty, string.Empty) : ($" và {words} lời giải trình", $" and {words} explanations");
        return outcome switch
        {
            "saved" => new Text($"Đã lưu {cells} ô thay đổi{andVi} của {forms} biểu thành bản đang nhập; chưa trình.", $"{cells} changed cells{andEn} of {forms} forms were saved as drafts; nothing was submitted."),
            "unchanged" => new Text("Số liệu trong tệp giống hệt số đã lưu; không có gì thay đổi.", "The figures in the file are those that are stored; nothing has changed."),
            "alreadySaved" => new Text("Tệp này đã được lưu với cùng khóa chống gửi trùng; không lưu lại lần nữa.", "This file was saved under the same idempotency key; it was not saved again."),
            "blocked" => new Text("Chưa lưu gì: còn chỗ cần sửa.", "Nothing was saved: there are problems to correct."),
            _ => new Text($"Xem trước: {cells} ô{andVi} của {forms} biểu sẽ thay đổi; chưa lưu gì.", $"Preview: {cells} cells{andEn} of {forms} forms would change; nothing was saved."),
        };
    }
}
