using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SocialWork.Core;
using SocialWork.Core.Access;
using SocialWork.Core.Planning;
using SocialWork.Core.Snapshots;
using SocialWork.Core.Time;
using SocialWork.Host.Api;
using SocialWork.Host.Composition;
using SocialWork.Host.Pages.Admin;

namespace SocialWork.Host.Pages.Snapshots;

/// <summary>One frozen report: its documents, its hashes, whether it still comes out the same, and how it is issued.</summary>
[RequestSizeLimit(MaxBody)]
[RequestFormLimits(MultipartBodyLengthLimit = MaxBody)]
public sealed class OneModel(RequestModules modules, IReferenceStore reference, ISnapshotStore store, SnapshotService service, SnapshotComparisons comparisons, CityClock clock) : FormPage(reference)
{
    // Above the limit of a signed copy, so that one that is too large is told beside its field.
    private const long MaxBody = SignedCopy.MaxBytes + (4L * 1024 * 1024);

    /// <inheritdoc/>
    public override string Title => Say($"Bản chốt {Shown?.Number}", $"Snapshot {Shown?.Number}");

    /// <summary>The snapshot.</summary>
    public Snapshot? Shown { get; private set; }

    /// <summary>All of the plan.</summary>
    public ImmutableArray<Snapshot> All { get; private set; } = [];

    /// <summary>Whether the reader freezes and issues.</summary>
    public bool TakesSnapshots => Actor is { } actor && AccessPolicy.MayTakeSnapshots(actor);

    /// <summary>Whether the reader may ask why figures are what they are.</summary>
    public bool Traces => Actor is { } actor && AccessPolicy.MayTrace(actor);

    /// <summary>Whether there is a print, or one can be made.</summary>
    public bool HasPrint => Prints || Shown?.File(SnapshotFiles.Print) is not null;

    /// <summary>What came out when it was calculated anew; null where that was not asked.</summary>
    public SnapshotReplay? Replay { get; private set; }

    /// <summary>The address of a snapshot's page.</summary>
    public static string Address(string plan, int number) => $"/snapshots/{Uri.EscapeDataString(plan)}/{number}";

    /// <summary>Shows it.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="number">The snapshot.</param>
    /// <param name="replay">Whether it is to be calculated anew.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IActionResult> OnGetAsync(string plan, int number, bool replay, CancellationToken cancellationToken)
    {
        if (await RefusedAsync(plan, number, cancellationToken) is { } no) return no;
        if (replay && Traces && await modules.ModelAsync(plan, cancellationToken) is { } model) Replay = await comparisons.ReplayAsync(model, modules.Lease, number, cancellationToken);
        return Page();
    }

    /// <summary>Issues it.</summary>
    public Task<IActionResult> OnPostIssueAsync(string plan, int number, CancellationToken cancellationToken) =>
        DoneAsync(plan, number, field: null, actor => service.IssueAsync(actor, plan, number, clock.Now, cancellationToken), cancellationToken);

    /// <summary>Adds the signed copy.</summary>
    public Task<IActionResult> OnPostSignAsync(string plan, int number, IFormFile? file, CancellationToken cancellationToken) =>
        DoneAsync(plan, number, "file", async actor =>
        {
            if (file is null || file.Length == 0) return new Refusal(RefusalKind.Unprocessable, "snapshot.signedMissing", "Chọn tệp PDF của bản đã ký.", "Choose the PDF of the signed copy.");
            if (file.Length > SignedCopy.MaxBytes) return SignedCopy.TooLarge;
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes, cancellationToken);
            return await service.SignAsync(actor, plan, number, bytes.ToArray(), clock.Now, cancellationToken);
        }, cancellationToken);

    private async Task<IActionResult> DoneAsync(string plan, int number, string? field, Func<Core.Access.Actor, Task<Result<Snapshot>>> act, CancellationToken cancellationToken)
    {
        if (await RefusedAsync(plan, number, cancellationToken) is { } no) return no;
        if (!TakesSnapshots) return LocalRedirect("/denied");
        if (await act(Actor!) is not Result<Snapshot>.No { Refusal: var refusal }) return LocalRedirect(Address(plan, number));
        Wrong(field is null ? refusal : refusal with { Cells = [new CellProblem(field, refusal.Code, refusal.Message)] }, cell => cell);
        return Page();
    }

    // One that is not issued does not exist for those who may not see it.
    private async Task<IActionResult?> RefusedAsync(string plan, int number, CancellationToken cancellationToken)
    {
        if (Actor is not { } actor || !AccessPolicy.MaySeeSnapshot(actor, isIssued: true)) return LocalRedirect("/denied");
        if (await modules.ModelAsync(plan, cancellationToken) is null) return NotFound();
        All = await store.ListAsync(plan, cancellationToken);
        Shown = All.FirstOrDefault(s => s.Number == number && AccessPolicy.MaySeeSnapshot(actor, s.Issue is not null));
        PlanId = plan;
        return Shown is null ? NotFound() : null;
    }
}
