using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SocialWork.Abstractions;
using SocialWork.Core;
using SocialWork.Core.Access;
using SocialWork.Core.Planning;
using SocialWork.Core.Snapshots;
using SocialWork.Host.Api;
using SocialWork.Host.Composition;
using SocialWork.Host.Pages.Admin;

namespace SocialWork.Host.Pages.Snapshots;

/// <summary>The frozen reports of a plan that the reader may see; the standing agency freezes another one here.</summary>
public sealed class IndexModel(RequestModules modules, IReferenceStore reference, ISnapshotStore store, SnapshotService service) : FormPage(reference)
{
    /// <inheritdoc/>
    public override string Title => TakesSnapshots || SeesCity ? Say($"Bản chốt báo cáo tổng hợp {PlanId}", $"Frozen reports {PlanId}") : Say($"Báo cáo đã phát hành {PlanId}", $"Issued report {PlanId}");

    /// <summary>Whether the reader freezes reports.</summary>
    public bool TakesSnapshots => Actor is { } actor && AccessPolicy.MayTakeSnapshots(actor);

    /// <summary>All of the plan, newest first, for which replaces which.</summary>
    public ImmutableArray<Snapshot> All { get; private set; } = [];

    /// <summary>Those that the reader may see, newest first.</summary>
    public ImmutableArray<Snapshot> Seen { get; private set; } = [];

    /// <summary>Those whose document another one may replace.</summary>
    public IEnumerable<Snapshot> Replaceable => All.Where(s => s.Issue is not null && SnapshotView.ReplacedBy(s, All) is null);

    /// <summary>Why a report is frozen, as it was typed.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The snapshot whose document the new one's replaces, as it was chosen.</summary>
    [BindProperty]
    public int? Replaces { get; set; }

    /// <summary>Shows the list.</summary>
    public Task<IActionResult> OnGetAsync(string plan, CancellationToken cancellationToken) => ShowAsync(plan, cancellationToken);

    /// <summary>Freezes the report as it stands.</summary>
    public async Task<IActionResult> OnPostAsync(string plan, CancellationToken cancellationToken)
    {
        if (await modules.ModelAsync(plan, cancellationToken) is not { } model) return NotFound();
        if (Actor is not { } actor || !TakesSnapshots) return LocalRedirect("/denied");
        var taken = await service.TakeAsync(actor, model, modules.Lease, new SnapshotRequest(Reason ?? string.Empty, Replaces), cancellationToken);
        if (taken is Result<Snapshot>.Ok { Value: var snapshot }) return LocalRedirect(OneModel.Address(snapshot.Plan, snapshot.Number));
        var refusal = ((Result<Snapshot>.No)taken).Refusal;
        Wrong(refusal.Code == "snapshot.reason" ? refusal with { Cells = [new CellProblem("reason", refusal.Code, refusal.Message)] } : refusal, cell => cell);
        return await ShowAsync(plan, cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(string plan, CancellationToken cancellationToken)
    {
        if (Actor is not { } actor || !AccessPolicy.MaySeeSnapshot(actor, isIssued: true)) return LocalRedirect("/denied");
        if (await modules.ModelAsync(plan, cancellationToken) is not { } model) return NotFound();
        PlanId = model.Plan.Id;
        All = await store.ListAsync(model.Plan.Id, cancellationToken);
        Seen = [.. All.Where(s => AccessPolicy.MaySeeSnapshot(actor, s.Issue is not null))];
        Reason ??= Say("Chốt số liệu để trình ký", "Frozen for signature");
        return Page();
    }

    /// <summary>Where a snapshot stands.</summary>
    public Text StateOf(Snapshot snapshot) => SnapshotWords.StateOf(snapshot, All);
}
