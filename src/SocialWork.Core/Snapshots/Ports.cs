using System.Collections.Immutable;

namespace SocialWork.Core.Snapshots;

/// <summary>A snapshot that is to be kept.</summary>
/// <param name="Snapshot">What is known of it.</param>
/// <param name="Content">The bytes of its content.</param>
/// <param name="Documents">Its documents.</param>
public sealed record NewSnapshot(Snapshot Snapshot, byte[] Content, ImmutableArray<SnapshotDocument> Documents);

/// <summary>Keeps snapshots; what is kept is never changed or removed. Safe for concurrent use.</summary>
public interface ISnapshotStore
{
    /// <summary>Keeps a snapshot with its documents and its line in the log; false where its number has been taken meanwhile, and nothing is done.</summary>
    Task<bool> AddAsync(NewSnapshot snapshot, CancellationToken cancellationToken);

    /// <summary>The snapshots of a plan, newest first, without contents: two queries, whatever their number.</summary>
    Task<ImmutableArray<Snapshot>> ListAsync(string plan, CancellationToken cancellationToken);

    /// <summary>One snapshot, or null.</summary>
    Task<Snapshot?> FindAsync(string plan, int number, CancellationToken cancellationToken);

    /// <summary>The bytes of a snapshot's content; null where there is no such snapshot.</summary>
    /// <exception cref="InvalidDataException">They are not those that were kept.</exception>
    Task<byte[]?> ContentAsync(string plan, int number, CancellationToken cancellationToken);

    /// <summary>A file of a snapshot; null where it has none of that name.</summary>
    /// <exception cref="InvalidDataException">Its bytes are not those that were kept.</exception>
    Task<SnapshotDocument?> FileAsync(string plan, int number, string name, CancellationToken cancellationToken);

    /// <summary>Adds a file to a snapshot; false where it has one of that name, which stays.</summary>
    Task<bool> AddFileAsync(string plan, int number, SnapshotDocument file, DateTimeOffset at, string by, CancellationToken cancellationToken);

    /// <summary>Notes that a snapshot was issued; false where it was before.</summary>
    Task<bool> IssueAsync(string plan, int number, SnapshotIssue issue, CancellationToken cancellationToken);
}

/// <summary>What a snapshot takes from around the data. Safe for concurrent use.</summary>
public interface ISnapshotSurroundings
{
    /// <summary>The version of the product.</summary>
    string Product { get; }

    /// <summary>The modules as they are installed now.</summary>
    ImmutableArray<FrozenModule> Modules();

    /// <summary>The documents of a report. Pure: the same content always gives the same documents.</summary>
    ImmutableArray<SnapshotDocument> Documents(SnapshotContent content);
}
