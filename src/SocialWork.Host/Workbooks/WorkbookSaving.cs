using SocialWork.Abstractions;
using SocialWork.Core;
using SocialWork.Core.Access;
using SocialWork.Core.Planning;
using SocialWork.Core.Sectors;
using SocialWork.Documents.Words;
using SocialWork.Host.Composition;
using SocialWork.Host.Composition.Jobs;

namespace SocialWork.Host.Workbooks;

/// <summary>Saves large waiting workbooks as work that their sender may leave. Safe for concurrent use.</summary>
public sealed class WorkbookSaving(WorkbookReception reception, KeptWorkbooks kept, JobService jobs, ISectorCatalog catalog, PlanModels models)
{
    /// <summary>Cells that change above which a workbook is large.</summary>
    public const int LargeCells = 2_000;

    /// <summary>Forms that change above which a workbook is large.</summary>
    public const int LargeForms = 20;

    private const int Steps = 3;

    /// <summary>Whether saving takes so long that nobody should wait for the answer.</summary>
    public static bool IsLarge(WorkbookPreview preview) =>
        preview.Parts.Count(part => part.Line.IsChange) > LargeForms || preview.Parts.Sum(part => part.Line.Changes.Length) > LargeCells;

    /// <summary>What is stored is not what was looked at.</summary>
    public static Refusal Moved => new(RefusalKind.Stale, "workbook.moved",
        "Số liệu đang lưu đã thay đổi sau khi bạn xem trước nên chưa lưu gì. Hãy xem lại bản xem trước mới rồi lưu.",
        "What is stored has changed since you looked, so nothing was saved. Look at the new preview and save again.");

    /// <summary>Begins to save a waiting workbook. Refused as busy where too much is running.</summary>
    /// <param name="actor">Whose.</param>
    /// <param name="file">Which.</param>
    /// <param name="mark">What was stored when it was looked at, see <see cref="WorkbookReception.MarkOf"/>.</param>
    /// <param name="overwrite">Whether what others saved since it was downloaded may be overwritten.</param>
    public Result<Job> Start(Actor actor, KeptWorkbook file, string mark, bool overwrite) => jobs.Start(
        actor.UserName,
        "workbook",
        new Text($"Lưu tệp {file.Name}", $"Saving the file {file.Name}"),
        overwrite ? "/workbooks/preview?overwrite=true" : "/workbooks/preview",
        (progress, stop) => SaveAsync(actor, file, mark, overwrite, progress, stop));

    private async Task<Result<JobOutcome>> SaveAsync(Actor actor, KeptWorkbook file, string mark, bool overwrite, JobProgress progress, CancellationToken cancellationToken)
    {
        await using var content = kept.Open(actor.UserName, file.Digest);
        if (content is null) return Gone;
        await using var modules = new RequestModules(catalog, models);
        progress.Report(0, Steps, new Text("đang đọc tệp", "reading the file"));
        var read = await reception.ReadAsync(actor, modules, content, file.Digest, null, overwrite, cancellationToken);
        if (read is not Result<ReceivedWorkbook>.Ok { Value: var workbook }) return ((Result<ReceivedWorkbook>.No)read).Refusal;
        progress.Report(1, Steps, new Text("đang đối chiếu với số liệu đang lưu", "comparing with what is stored"));
        if (WorkbookReception.MarkOf(workbook.Preview) != mark) return Moved;
        progress.Report(2, Steps, new Text("đang lưu", "saving"));
        return (await reception.SaveAsync(actor, workbook, null, cancellationToken)).Then<SavedWorkbook, JobOutcome>(saved =>
        {
            kept.Remove(actor.UserName, file.Digest);
            var cells = workbook.Preview.Parts.Sum(part => part.Line.Changes.Length);
            return new JobOutcome(new Text(
                $"Đã lưu {When.Number(cells)} ô thay đổi của {When.Number(saved.Submissions.Length)} biểu thành bản đang nhập; chưa biểu nào được gửi.",
                $"{cells} changed cells of {saved.Submissions.Length} forms were saved as drafts; nothing was sent.")) { Link = "/" };
        });
    }

    private static Refusal Gone => new(RefusalKind.NotFound, "workbook.gone",
        "Tệp không còn trên máy chủ nên chưa lưu gì; hãy chọn lại tệp.", "The file is not on the server any more, so nothing was saved; choose it again.");
}
