using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using SocialWork.Abstractions;
using SocialWork.Core;
using SocialWork.Core.Access;
using SocialWork.Core.Planning;
using SocialWork.Core.Review;
using SocialWork.Core.Submissions;
using SocialWork.Documents.Words;
using SocialWork.Host.Api;
using SocialWork.Host.Composition;
using SocialWork.Host.Pages.Support;

namespace SocialWork.Host.Pages.Review;

/// <summary>A submission with what speaks for and against it, and the decision about it.</summary>
public sealed class SubmissionModel(RequestModules modules, SubmissionReviews reviews, SubmissionService submissions, ReviewQueue queue, Readings readings) : SitePage
{
    /// <summary>The most steps that are shown; a draft that is saved often has many.</summary>
    public const int MaxSteps = 30;

    private PlanModel? _model;

    /// <inheritdoc/>
    public override string Title => Say($"Biểu {Review?.Target.Form.Code} của {Review?.Target.Unit.Name}", $"Form {Review?.Target.Form.Code} of {Review?.Target.Unit.Name}");

    /// <summary>The period; null for the plan's year.</summary>
    [BindProperty(SupportsGet = true, Name = "period")]
    public string? Period { get; set; }

    /// <summary>The revision that the reader decided on.</summary>
    [BindProperty(Name = "revision")]
    public long? Revision { get; set; }

    /// <summary>Why it is returned or reopened.</summary>
    [BindProperty(Name = "reason")]
    public string? Reason { get; set; }

    /// <summary>The cells that are to be looked at again.</summary>
    [BindProperty(Name = "cell")]
    public string[] Cells { get; set; } = [];

    /// <summary>What is shown.</summary>
    public SubmissionReview Review { get; private set; } = null!;

    /// <summary>Why the decision was refused; null for no refusal.</summary>
    public Refusal? Refusal { get; private set; }

    /// <summary>The step that was just taken; null for none.</summary>
    public SubmissionAction? Taken { get; private set; }

    /// <summary>What waits next for the reader, once this is decided; null for nothing.</summary>
    public ReviewItem? Next { get; private set; }

    /// <summary>Whether the reason is what is wrong, so that the message stands beside it.</summary>
    public bool IsAboutReason => Refusal is { Kind: RefusalKind.Unprocessable };

    /// <summary>Whether somebody else was faster.</summary>
    public bool IsOvertaken => Refusal is { Kind: RefusalKind.Stale or RefusalKind.Conflict };

    /// <summary>The last step, which tells who was faster; null before the first.</summary>
    public HistoryEntry? LastStep => Review.History.IsEmpty ? null : Review.History[^1];

    /// <summary>The address of a submission's page.</summary>
    public static string Address(PlanModel model, SubmissionKey key)
    {
        var address = $"/review/{Uri.EscapeDataString(key.Plan)}/{Uri.EscapeDataString(key.Form)}/{Uri.EscapeDataString(key.Unit)}";
        return ReviewWords.IsYear(key.Period, model.Plan.Year) ? address : QueryHelpers.AddQueryString(address, "period", key.Period);
    }

    /// <summary>Shows the submission.</summary>
    public async Task<IActionResult> OnGetAsync(string plan, string form, string unit, string? after, CancellationToken cancellationToken)
    {
        if (await RequestOfAsync(plan, form, unit, cancellationToken) is not { } request) return NotFound();
        Taken = Enum.TryParse<SubmissionAction>(after, ignoreCase: true, out var taken) ? taken : null;
        return await ShowAsync(request, cancellationToken);
    }

    /// <summary>The head approves, which sends.</summary>
    public Task<IActionResult> OnPostApproveAsync(string plan, string form, string unit, CancellationToken cancellationToken) =>
        DecideAsync(plan, form, unit, SubmissionAction.Approve, submissions.ApproveAsync, cancellationToken);

    /// <summary>The standing agency accepts.</summary>
    public Task<IActionResult> OnPostAcceptAsync(string plan, string form, string unit, CancellationToken cancellationToken) =>
        DecideAsync(plan, form, unit, SubmissionAction.Accept, submissions.AcceptAsync, cancellationToken);

    /// <summary>It is returned with a reason, and perhaps cells.</summary>
    public Task<IActionResult> OnPostReturnAsync(string plan, string form, string unit, CancellationToken cancellationToken) =>
        DecideAsync(plan, form, unit, SubmissionAction.Return, ReturnAsync, cancellationToken);

    /// <summary>The standing agency opens it for correction.</summary>
    public Task<IActionResult> OnPostReopenAsync(string plan, string form, string unit, CancellationToken cancellationToken) =>
        DecideAsync(plan, form, unit, SubmissionAction.Reopen, (request, ct) => submissions.ReopenAsync(request, Reason ?? string.Empty, ct), cancellationToken);

    /// <summary>Whether the reader may take a decision now.</summary>
    public bool May(SubmissionAction decision) => Review.Decisions.Contains(decision);

    /// <summary>What a value reads as; a hidden one as the sign.</summary>
    public string ValueOf(FormField field, CellValue? value, bool isMasked) => isMasked ? MaskWords.Sign : Say(ReviewWords.Of(field, value));

    /// <summary>What a cell is called, with its question.</summary>
    public string NameOf(CellKey cell) => Say(Review.Form.LabelOf(cell));

    /// <summary>Whether a reader of this page would ever mark cells: only who may return.</summary>
    public bool Marks => May(SubmissionAction.Return);

    /// <summary>Whether the figures hide something.</summary>
    public bool HidesSome => Review.Sections.Any(s => s.Fields.Any(f => f.Cells.Any(c => c.IsMasked || c.WasMasked)));

    /// <summary>Where the next one is decided.</summary>
    public string AddressOf(ReviewItem item) => Address(_model!, item.Waiting.Key);

    private Task<Result<SubmissionView>> ReturnAsync(SubmissionRequest request, CancellationToken cancellationToken)
    {
        var cells = ImmutableArray.CreateBuilder<CellKey>();
        foreach (var marked in Cells)
        {
            if (!CellKey.TryParse(marked, out var cell))
                return Task.FromResult<Result<SubmissionView>>(new Refusal(RefusalKind.Unprocessable, "form.unknownCell", $"“{marked}” không phải là ô.", $"'{marked}' is not a cell."));
            cells.Add(cell);
        }

        return submissions.ReturnAsync(request, Reason ?? string.Empty, cells.ToImmutable(), cancellationToken);
    }

    private async Task<IActionResult> DecideAsync(
        string plan, string form, string unit, SubmissionAction decision, Func<SubmissionRequest, CancellationToken, Task<Result<SubmissionView>>> step, CancellationToken cancellationToken)
    {
        if (await RequestOfAsync(plan, form, unit, cancellationToken) is not { } request) return NotFound();
        if (await step(request with { IfRevision = Revision }, cancellationToken) is not Result<SubmissionView>.No { Refusal: var refusal })
        {
            var here = Period is null ? Request.Path.ToUriComponent() : QueryHelpers.AddQueryString(Request.Path.ToUriComponent(), "period", Period);
            return LocalRedirect(QueryHelpers.AddQueryString(here, "after", decision.ToString().ToLowerInvariant()));
        }

        if (refusal.Kind == RefusalKind.Forbidden)
        {
            if (!await HasMovedAsync(request, cancellationToken)) return LocalRedirect("/denied");
            refusal = Moved(request.Address);
        }

        Refusal = refusal;
        Response.StatusCode = Answers.StatusOf(refusal.Kind);
        return await ShowAsync(request, cancellationToken);
    }

    // A decision that was the reader's when the page was opened may be another's now: that is told as what it is.
    private async Task<bool> HasMovedAsync(SubmissionRequest request, CancellationToken cancellationToken) =>
        AccessPolicy.MayReview(request.Actor) && Revision is { } seen && await reviews.ReadAsync(request, cancellationToken) is Result<SubmissionReview>.Ok { Value.Revision: var now } && now != seen;

    private static Refusal Moved(SubmissionAddress address) => new(
        RefusalKind.Conflict, "submission.changed", $"Biểu {address.Form} của {address.Unit} vừa được người khác xử lý.", $"Form {address.Form} of {address.Unit} has just been decided by somebody else.");

    private async Task<SubmissionRequest?> RequestOfAsync(string plan, string form, string unit, CancellationToken cancellationToken)
    {
        _model = await modules.ModelAsync(plan, cancellationToken);
        if (_model is null || Actor is not { } actor) return null;
        PlanId = _model.Plan.Id;
        return new SubmissionRequest(actor, _model, modules.Lease, new SubmissionAddress(form, unit, string.IsNullOrEmpty(Period) ? null : Period));
    }

    private async Task<IActionResult> ShowAsync(SubmissionRequest request, CancellationToken cancellationToken)
    {
        switch (await reviews.ReadAsync(request, cancellationToken))
        {
            case Result<SubmissionReview>.No { Refusal.Kind: RefusalKind.Forbidden }:
                return LocalRedirect("/denied");
            case Result<SubmissionReview>.Ok { Value: var review }:
                await readings.SubmissionAsync(request.Actor, request.Model, review.Target.Key, cancellationToken);
                Review = review;
                if (Taken is not null) Next = (await queue.ReadAsync(request.Actor, request.Model, cancellationToken)).FirstOrDefault();
                return Page();
            default:
                return NotFound();
        }
    }
}
