using SocialWork.Core;
using SocialWork.Core.Reports;
using SocialWork.Core.Snapshots;
using SocialWork.Core.Time;

namespace SocialWork.Host.Reports;

/// <summary>
/// Prints a snapshot's document when it is first asked for, and keeps the print: a program that prints never gives the same bytes
/// twice. Safe for concurrent use.
/// </summary>
public sealed class SnapshotPrints(ISnapshotStore store, IPdfPrinter printer, CityClock clock)
{
    private const string Product = "product";

    /// <summary>The print of a snapshot; refused where the machine cannot print and it was never printed.</summary>
    public async Task<Result<SnapshotDocument>> PrintAsync(Snapshot snapshot, CancellationToken cancellationToken)
    {
        if (await store.FileAsync(snapshot.Plan, snapshot.Number, SnapshotFiles.Print, cancellationToken) is { } kept) return kept;
        var word = (await store.FileAsync(snapshot.Plan, snapshot.Number, SnapshotFiles.Word, cancellationToken))!;
        var printed = await printer.PrintAsync(word.Bytes, cancellationToken);
        if (printed is not Result<byte[]>.Ok { Value: var bytes }) return ((Result<byte[]>.No)printed).Refusal;
        await store.AddFileAsync(snapshot.Plan, snapshot.Number, new SnapshotDocument(SnapshotFiles.Print, SignedCopy.ContentType, bytes), clock.Now, Product, cancellationToken);
        // Where two printed at once, one print was kept and both are given that one.
        return (await store.FileAsync(snapshot.Plan, snapshot.Number, SnapshotFiles.Print, cancellationToken))!;
    }
}
