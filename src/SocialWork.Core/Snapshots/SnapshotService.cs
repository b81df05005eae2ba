using System.Collections.Immutable;
using SocialWork.Core.Access;
using SocialWork.Core.Auditing;
using SocialWork.Core.Planning;
using SocialWork.Core.Reports;
using SocialWork.Core.Sectors;
using SocialWork.Core.Submissions;

namespace SocialWork.Core.Snapshots;

/// <summary>What a snapshot is asked for with.</summary>
/// <param name="Reason">Why it is taken, in one line.</param>
/// <param name="Replaces">The issued snapshot whose document this one's replaces; null for none.</param>
public sealed record SnapshotRequest(string Reason, int? Replaces);

/// <summary>Freezes the combined report and keeps it. Safe for concurrent use.</summary>
public sealed class SnapshotService(
    ISnapshotStore store, CombinedReportBuilder builder, PlanModels models, ISubmissionReader submissions, IReferenceStore reference, IAuditTrail trail, ReportFactsService facts,
    ISnapshotSurroundings surroundings)
{
    /// <summary>The longest reason, in characters.</summary>
    public const int MaxReason = 500;

    // Others go on writing while the report is built, and another may take the number.
    private const int Tries = 5;

    /// <summary>Freezes the report as it stands, with its documents.</summary>
    public async Task<Result<Snapshot>> TakeAsync(Actor actor, PlanModel model, ISectorLease lease, SnapshotRequest request, CancellationToken cancellationToken)
    {
        if (!AccessPolicy.MayTakeSnapshots(actor)) return SnapshotRefusals.NotYours;
        var reason = request.Reason.Trim();
        if (reason.Length is 0 or > MaxReason || reason.Contains('\n', StringComparison.Ordinal)) return SnapshotRefusals.Reason;
        for (var left = Tries; left > 0; left--)
        {
            var taken = await store.ListAsync(model.Plan.Id, cancellationToken);
            var replaced = await ReplacedAsync(taken, request.Replaces, cancellationToken);
            if (replaced is Result<string?>.No no) return no.Refusal;
            if (await FrozenAsync(actor, model.Plan.Id, lease, request with { Reason = reason }, taken, ((Result<string?>.Ok)replaced).Value, cancellationToken) is not { } frozen) continue;
            if (taken is [var last, ..] && request.Replaces is null && SaysTheSame(frozen.Content, await ContentAsync(last.Plan, last.Number, cancellationToken))) return SnapshotRefusals.Unchanged(last.Number);
            if (await store.AddAsync(Sealed(frozen.Content, frozen.Documents, taken), cancellationToken)) return (await store.FindAsync(model.Plan.Id, frozen.Content.Number, cancellationToken))!;
        }

        return SnapshotRefusals.Busy;
    }

    /// <summary>Notes that a snapshot was issued; from then on every agency may read it.</summary>
    public async Task<Result<Snapshot>> IssueAsync(Actor actor, string plan, int number, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!AccessPolicy.MayTakeSnapshots(actor)) return SnapshotRefusals.NotYours;
        if (await store.FindAsync(plan, number, cancellationToken) is not { } snapshot) return SnapshotRefusals.Unknown(plan, number);
        if (!snapshot.Missing.IsEmpty) return SnapshotRefusals.FactsMissing(snapshot);
        await store.IssueAsync(plan, number, new SnapshotIssue(now, actor.UserName), cancellationToken);
        return (await store.FindAsync(plan, number, cancellationToken))!;
    }

    /// <summary>Adds the signed copy of a snapshot's document, once; what was signed is issued.</summary>
    /// <param name="actor">Who adds it.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="number">The snapshot.</param>
    /// <param name="bytes">A PDF of at most <see cref="SignedCopy.MaxBytes"/>.</param>
    /// <param name="now">The moment, UTC.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Result<Snapshot>> SignAsync(Actor actor, string plan, int number, byte[] bytes, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!AccessPolicy.MayTakeSnapshots(actor)) return SnapshotRefusals.NotYours;
        if (await store.FindAsync(plan, number, cancellationToken) is null) return SnapshotRefusals.Unknown(plan, number);
        if (SignedCopy.Refuse(bytes) is { } refusal) return refusal;
        if (!await store.AddFileAsync(plan, number, new SnapshotDocument(SnapshotFiles.Signed, SignedCopy.ContentType, bytes), now, actor.UserName, cancellationToken)) return SnapshotRefusals.Signed(number);
        await store.IssueAsync(plan, number, new SnapshotIssue(now, actor.UserName), cancellationToken);
        return (await store.FindAsync(plan, number, cancellationToken))!;
    }

    /// <summary>Says that there is none of a number, or that it is not for the reader to know.</summary>
    public static Refusal Unknown(string plan, int number) => SnapshotRefusals.Unknown(plan, number);

    /// <summary>What was frozen with a snapshot; null where there is none of that number.</summary>
    public async Task<SnapshotContent?> ContentAsync(string plan, int number, CancellationToken cancellationToken) =>
        await store.ContentAsync(plan, number, cancellationToken) is { } bytes ? SnapshotJson.Read(bytes) : null;

    // Null where something was written while it was built: then one part of it might show what another does not.
    private async Task<(SnapshotContent Content, ImmutableArray<SnapshotDocument> Documents)?> FrozenAsync(
        Actor actor, string plan, ISectorLease lease, SnapshotRequest request, ImmutableArray<Snapshot> taken, string? replaced, CancellationToken cancellationToken)
    {
        var before = await submissions.DataVersionAsync(cancellationToken);
        var model = (await models.GetAsync(plan, lease, cancellationToken))!;
        var basis = builder.Present();
        var frozen = await AroundAsync(model, basis, await builder.BuildAsync(model, basis, lease, cancellationToken), cancellationToken);
        if (await submissions.DataVersionAsync(cancellationToken) != before) return null;
        var content = frozen with { Number = (taken.FirstOrDefault()?.Number ?? 0) + 1, By = actor.UserName, Reason = request.Reason, Replaces = request.Replaces, Facts = frozen.Facts with { Replaced = replaced } };
        return (content, surroundings.Documents(content));
    }

    private static NewSnapshot Sealed(SnapshotContent content, ImmutableArray<SnapshotDocument> documents, ImmutableArray<Snapshot> taken)
    {
        var bytes = SnapshotJson.Write(content);
        var (hash, previous, at) = (SnapshotHash.Of(bytes), taken.FirstOrDefault()?.Hash ?? string.Empty, content.Report.AsOf);
        var snapshot = new Snapshot(
            content.Plan, content.Number, at, content.By, content.Reason, content.Replaces, content.Log, hash, previous,
            SnapshotHash.Of(content.Plan, content.Number, at, hash, previous, documents), content.Report.Provisional, [.. content.Facts.Missing()],
            [.. documents.Select(d => new SnapshotFile(d.Name, d.ContentType, d.Bytes.Length, SnapshotHash.Of(d.Bytes), at, content.By))], Issue: null);
        return new NewSnapshot(snapshot, bytes, documents);
    }

    // But for who took it when and why, and for what happened that is no data.
    private static bool SaysTheSame(SnapshotContent one, SnapshotContent? other)
    {
        return other is not null && Plain(one).AsSpan().SequenceEqual(Plain(other));

        static byte[] Plain(SnapshotContent content) => SnapshotJson.Write(content with
        {
            Number = 0,
            By = string.Empty,
            Reason = string.Empty,
            Replaces = null,
            Facts = content.Facts with { Replaced = null },
            Log = new AuditHead(0, string.Empty, default),
            Report = content.Report with { AsOf = default },
        });
    }

    /// <summary>A report with all that a snapshot would freeze around it at this moment.</summary>
    internal async Task<SnapshotContent> AroundAsync(PlanModel model, ReportBasis basis, CombinedReport report, CancellationToken cancellationToken)
    {
        var plan = model.Plan;
        return new SnapshotContent
        {
            Plan = plan.Id,
            Number = 0,
            By = string.Empty,
            Reason = string.Empty,
            Product = surroundings.Product,
            PlanFile = await reference.PlanFileAsync(plan.Id, cancellationToken) ?? string.Empty,
            Report = report,
            Facts = (await facts.OfAsync(plan, cancellationToken)).Facts,
            Definitions = [.. model.Forms.Select(form => new FrozenDefinition(form.Module, form.Code, form.Compiled.Hash))],
            Modules = surroundings.Modules(),
            Submissions = await basis.Submissions.StandingsAsync(plan.Id, Periods.Annual(plan.Year), [.. model.Forms.Select(form => form.Code)], cancellationToken),
            Register = model.Register.Digest,
            Log = await trail.HeadAsync(cancellationToken),
        };
    }

    private async Task<Result<string?>> ReplacedAsync(ImmutableArray<Snapshot> taken, int? number, CancellationToken cancellationToken)
    {
        if (number is not { } replaced) return (string?)null;
        if (taken.FirstOrDefault(s => s.Number == replaced) is not { Issue: not null } earlier) return SnapshotRefusals.NotIssued(replaced);
        if (taken.FirstOrDefault(s => s.Replaces == replaced) is { } other) return SnapshotRefusals.Replaced(replaced, other.Number);
        var document = (await ContentAsync(earlier.Plan, replaced, cancellationToken))!.Facts;
        return $"{document.NumberAndSign} {DocumentFacts.Dated(document.Date)}";
    }
}
