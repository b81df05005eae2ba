using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using SocialWork.Core.Sectors;

namespace SocialWork.Modules.Catalog;

/// <summary>One request's hold on every running module of a snapshot.</summary>
internal sealed class SectorLease : ISectorLease
{
    private readonly CatalogSnapshot _snapshot;
    private int _disposed;

    private SectorLease(CatalogSnapshot snapshot, ModuleCaller caller)
    {
        _snapshot = snapshot;
        Sectors = ImmutableArray.CreateRange(snapshot.Entries, entry => (ISector)new Sector(entry, this, caller));
    }

    /// <inheritdoc/>
    public ImmutableArray<ISector> Sectors { get; }

    /// <inheritdoc/>
    public long Generation => _snapshot.Generation;

    /// <summary>Whether the lease was given back.</summary>
    public bool IsDisposed => Volatile.Read(ref _disposed) != 0;

    /// <summary>Holds every running module of the snapshot; false when one of them was retired meanwhile, so that a newer snapshot must exist.</summary>
    public static bool TryTake(CatalogSnapshot snapshot, ModuleCaller caller, [NotNullWhen(true)] out SectorLease? lease)
    {
        for (var i = 0; i < snapshot.Entries.Length; i++)
        {
            if (snapshot.Entries[i].Live?.TryEnter() != false) continue;
            for (var taken = 0; taken < i; taken++) snapshot.Entries[taken].Live?.Leave();
            lease = null;
            return false;
        }

        lease = new SectorLease(snapshot, caller);
        return true;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            foreach (var entry in _snapshot.Entries) entry.Live?.Leave();
        }

        return ValueTask.CompletedTask;
    }
}
