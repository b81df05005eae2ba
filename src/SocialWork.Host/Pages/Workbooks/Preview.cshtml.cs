using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SocialWork.Abstractions;
using SocialWork.Core;
using SocialWork.Core.Access;
using SocialWork.Core.Planning;
using SocialWork.Documents.Workbooks;
using SocialWork.Documents.Workbooks.Reading;
using SocialWork.Host.Composition;
using SocialWork.Host.Composition.Jobs;
using SocialWork.Host.Pages.Admin;
using SocialWork.Host.Pages.Support;
using SocialWork.Host.Workbooks;

namespace SocialWork.Host.Pages.Workbooks;

/// <summary>What the account's waiting workbook would change, and the buttons that save it, mark it or put it away.</summary>
public sealed class PreviewModel(RequestModules modules, IReferenceStore reference, WorkbookReception reception, UploadQueue queue, KeptWorkbooks kept, WorkbookSaving saving) : FormPage(reference)
{
    /// <summary>Changed cells of one page.</summary>
    public const int PageSize = 100;

    /// <summary>Findings of each kind that are named; the marked file names all.</summary>
    public const int MostFindings = 100;

    /// <inheritdoc/>
    public override string Title => Say("Xem trước tệp Excel", "Preview of the workbook");

    /// <summary>Whether what others saved since the file was downloaded may be overwritten.</summary>
    [FromQuery(Name = "overwrite")]
    public bool Overwrite { get; set; }

    /// <summary>The file.</summary>
    public KeptWorkbook Kept { get; private set; } = null!;

    /// <summary>What it would change; null where it cannot be read.</summary>
    public WorkbookPreview? Preview { get; private set; }

    /// <summary>What stands stored, in short: a save refers to what was looked at.</summary>
    public string Mark { get; private set; } = string.Empty;

    /// <summary>What each sheet would change.</summary>
    public ImmutableArray<SheetSummary> Sheets { get; private set; } = [];

    /// <summary>The changes of this page.</summary>
    public ImmutableArray<ChangeRow> Rows { get; private set; } = [];

    /// <summary>How many changes there are.</summary>
    public int Changes { get; private set; }

    /// <summary>The way through the changes.</summary>
    public PageLinks Links { get; private set; } = null!;

    /// <summary>What keeps the file from being saved.</summary>
    public ImmutableArray<WorkbookFinding> Problems { get; private set; } = [];

    /// <summary>What does not.</summary>
    public ImmutableArray<WorkbookFinding> Remarks { get; private set; } = [];

    /// <summary>Whether all that is in the way is what others saved meanwhile.</summary>
    public bool IsStale => !Problems.IsEmpty && Problems.All(problem => problem.Code == "workbook.stale");

    /// <summary>The unit that the file was made for.</summary>
    public string UnitName { get; private set; } = string.Empty;

    /// <summary>How grave a finding is, in words.</summary>
    public string LevelOf(WorkbookFinding finding) => Say(finding.Level switch
    {
        FindingLevel.Problem => new Text("Phải sửa", "To correct"),
        FindingLevel.Error => new Text("Chưa gửi được biểu", "Cannot be sent so"),
        FindingLevel.Warning => new Text("Cảnh báo", "Warning"),
        FindingLevel.Notice => new Text("Lưu ý", "Notice"),
        _ => throw new ArgumentOutOfRangeException(nameof(finding)),
    });

    /// <summary>Shows the preview.</summary>
    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => WithAsync(null, _ => Task.FromResult<IActionResult>(Page()), cancellationToken);

    /// <summary>Saves all forms of the file or none.</summary>
    /// <param name="digest">The file that was looked at.</param>
    /// <param name="mark">What was stored when it was looked at.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<IActionResult> OnPostSaveAsync(string? digest, string? mark, CancellationToken cancellationToken) => WithAsync(
        digest ?? string.Empty,
        async workbook =>
        {
            if (workbook.Preview.IsBlocked) return Told(WorkbookReception.Blocking(workbook.Preview) with { Cells = [] });
            if (mark != Mark) return Told(WorkbookSaving.Moved);
            if (WorkbookSaving.IsLarge(workbook.Preview))
            {
                var started = saving.Start(Actor!, Kept, mark, Overwrite);
                return started is Result<Job>.Ok { Value: var job } ? LocalRedirect("/work/" + job.Id) : Told(((Result<Job>.No)started).Refusal);
            }

            if (await reception.SaveAsync(Actor!, workbook, null, cancellationToken) is not Result<SavedWorkbook>.No no)
            {
                kept.Remove(Actor!.UserName, workbook.Digest);
                return LocalRedirect("/workbooks?saved=true");
            }

            // Somebody saved between reading and writing: what is shown is read again.
            await LookAsync(workbook.Content, cancellationToken);
            return Told(no.Refusal.Kind == RefusalKind.Stale ? WorkbookSaving.Moved : no.Refusal with { Cells = [] });
        },
        cancellationToken);

    /// <summary>Gives the file back with everything that was found marked in it.</summary>
    public Task<IActionResult> OnPostMarkedAsync(string? digest, CancellationToken cancellationToken) => WithAsync(
        digest ?? string.Empty,
        async workbook => await reception.MarkAsync(workbook, Language, cancellationToken) switch
        {
            Result<byte[]>.Ok marked => File(marked.Value, FormWorkbookFile.ContentType, WorkbookReception.MarkedName(Kept.Name)),
            Result<byte[]>.No no => Told(no.Refusal),
            _ => throw new InvalidOperationException("Unknown result."),
        },
        cancellationToken);

    /// <summary>Deletes the waiting file.</summary>
    public IActionResult OnPostDiscard(string? digest)
    {
        kept.Remove(Actor!.UserName, digest ?? string.Empty);
        return LocalRedirect("/workbooks");
    }

    private async Task<IActionResult> WithAsync(string? digest, Func<ReceivedWorkbook, Task<IActionResult>> work, CancellationToken cancellationToken)
    {
        if (!AccessPolicy.MayHandIn(Actor!)) return LocalRedirect("/denied");
        Response.Headers.CacheControl = "no-store";
        await FollowPlanAsync(cancellationToken);
        if (kept.Find(Actor!.UserName) is not { } file || (digest is not null && file.Digest != digest)) return LocalRedirect("/workbooks?gone=true");
        Kept = file;
        return await queue.UploadAsync(
            Actor.UserName,
            async () =>
            {
                await using var content = kept.Open(Actor.UserName, file.Digest);
                if (content is null) return LocalRedirect("/workbooks?gone=true");
                return await LookAsync(content, cancellationToken) switch
                {
                    Result<ReceivedWorkbook>.Ok read => await work(read.Value),
                    Result<ReceivedWorkbook>.No no => Told(no.Refusal with { Cells = [] }),
                    _ => throw new InvalidOperationException("Unknown result."),
                };
            },
            Told);
    }

    private async Task<Result<ReceivedWorkbook>> LookAsync(Stream content, CancellationToken cancellationToken)
    {
        content.Position = 0;
        var read = await reception.ReadAsync(Actor!, modules, content, Kept.Digest, null, Overwrite, cancellationToken);
        if (read is not Result<ReceivedWorkbook>.Ok { Value: { Preview: var preview, Model: var model } }) return read;
        (Preview, Mark, Sheets) = (preview, WorkbookReception.MarkOf(preview), SheetSummary.Of(preview));
        UnitName = model.Units.Find(preview.Content.Identity.Agency)?.Name ?? preview.Content.Identity.Agency;
        ImmutableArray<ChangeRow> all = [.. ChangeRow.Of(preview)];
        Changes = all.Length;
        Links = PageLinks.Of(Request, all.Length, PageSize);
        Rows = [.. all.Skip(Links.Skipped).Take(PageSize)];
        Problems = [.. preview.Findings.Where(finding => finding.Level == FindingLevel.Problem)];
        Remarks = [.. preview.Findings.Where(finding => finding.Level != FindingLevel.Problem)];
        return read;
    }

    private IActionResult Told(Refusal refusal)
    {
        Wrong(refusal);
        return Page();
    }
}
