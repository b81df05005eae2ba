using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SocialWork.Core;
using SocialWork.Core.Access;
using SocialWork.Core.Planning;
using SocialWork.Core.Submissions;
using SocialWork.Core.Units;
using SocialWork.Host.Composition;
using SocialWork.Host.Pages.Admin;
using SocialWork.Host.Workbooks;

namespace SocialWork.Host.Pages.Workbooks;

/// <summary>Where filled workbooks are handed in: choose a file, and get the forms as files.</summary>
[RequestSizeLimit(MaxBody)]
[RequestFormLimits(MultipartBodyLengthLimit = MaxBody)]
public sealed class IndexModel(RequestModules modules, IReferenceStore reference, WorkbookReception reception, UploadQueue queue, KeptWorkbooks kept) : FormPage(reference)
{
    // Above the limit of a file, so that one that is too large is told beside its field.
    internal const long MaxBody = 2 * UploadedFile.MaxRequestBytes;

    private readonly IReferenceStore _reference = reference;

    /// <inheritdoc/>
    public override string Title => Say("Nhập từ tệp Excel", "Enter by Excel");

    /// <summary>The form that one came from; null for none.</summary>
    [FromQuery(Name = "form")]
    public string? FormCode { get; set; }

    /// <summary>Whose; null for the account's own unit.</summary>
    [FromQuery(Name = "unit")]
    public string? UnitCode { get; set; }

    /// <summary>The period, where it is not the year.</summary>
    [FromQuery(Name = "period")]
    public string? Period { get; set; }

    /// <summary>Whether a file was saved just now.</summary>
    [FromQuery(Name = "saved")]
    public bool WasSaved { get; set; }

    /// <summary>Whether a file was asked for that does not wait any more.</summary>
    [FromQuery(Name = "gone")]
    public bool IsGone { get; set; }

    /// <summary>The unit whose forms are offered; null for none.</summary>
    public Unit? Unit { get; private set; }

    /// <summary>The form that one came from, as it is offered; null for none.</summary>
    public PlanForm? Asked { get; private set; }

    /// <summary>Every form of the unit that comes as a file.</summary>
    public ImmutableArray<(PlanForm Form, bool IsFacilities)> Downloads { get; private set; } = [];

    /// <summary>The file that waits already; null for none.</summary>
    public KeptWorkbook? Waiting { get; private set; }

    /// <summary>The address of a form's workbook.</summary>
    public string AddressOf(PlanForm form, string? period = null) =>
        $"/api/v1/forms/{Uri.EscapeDataString(form.Code)}/workbook?plan={Uri.EscapeDataString(PlanId!)}&unit={Uri.EscapeDataString(Unit!.Code)}" + (period is { Length: > 0 } ? "&period=" + Uri.EscapeDataString(period) : string.Empty);

    /// <summary>Shows the form.</summary>
    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    /// <summary>Looks at a file, keeps it and shows what it would change; saves nothing.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var shown = await ShowAsync(cancellationToken);
        if (shown is not Microsoft.AspNetCore.Mvc.RazorPages.PageResult) return shown;
        return await queue.UploadAsync(
            Actor!.UserName,
            async () =>
            {
                var received = await UploadedFile.TakeAsync(Request.Form.Files, cancellationToken);
                if (received is not Result<UploadedFile>.Ok { Value: var file }) return Told(((Result<UploadedFile>.No)received).Refusal);
                await using (file)
                {
                    // What is no workbook at all is told here, beside the field.
                    var read = await reception.ReadAsync(Actor, modules, file.Content, file.Digest, null, overwrite: false, cancellationToken);
                    if (read is Result<ReceivedWorkbook>.No unread) return Told(unread.Refusal);
                    return await kept.KeepAsync(Actor.UserName, file, cancellationToken) is Result<KeptWorkbook>.No full ? Told(full.Refusal) : LocalRedirect("/workbooks/preview");
                }
            },
            Told);
    }

    private IActionResult Told(Refusal refusal)
    {
        Wrong(refusal with { Cells = [new CellProblem("file", refusal.Code, refusal.Message)] }, cell => cell);
        return Page();
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        if (!AccessPolicy.MayHandIn(Actor!)) return LocalRedirect("/denied");
        if (await NewestPlanAsync(_reference, modules, cancellationToken) is { } model)
        {
            Unit = (UnitCode ?? Actor!.Unit) is { Length: > 0 } code ? model.Units.Find(code) : null;
            if (Unit is not null) Downloads = WorkbookMaker.Downloads(model, Unit);
            if (Unit is not null && FormCode is { Length: > 0 } asked && SubmissionTarget.FindToRead(model, new SubmissionAddress(asked, Unit.Code, Period is { Length: > 0 } ? Period : null), Actor!) is Result<SubmissionTarget>.Ok found) Asked = found.Value.Form;
        }

        Waiting = kept.Find(Actor!.UserName);
        if (WasSaved) Notice = Say("Đã lưu các số liệu trong tệp thành bản đang nhập; chưa biểu nào được gửi. Mở từng biểu để kiểm tra và gửi.", "The figures of the file are saved as drafts; nothing was sent. Open each form to check and send it.");
        return Page();
    }
}
