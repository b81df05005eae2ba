namespace SocialWork.Core.Auditing;

/// <summary>Something that happened and changed no data: a reading, a download, a sign-in. Immutable.</summary>
/// <param name="By">The account; of a failed sign-in the name that was given.</param>
/// <param name="Action">What happened: one of <see cref="AuditActions"/>, or a word of its own.</param>
/// <param name="Entity">With what, as “submission/2026/K1/SYT/2026”.</param>
public sealed record AuditEvent(string By, string Action, string Entity)
{
    /// <summary>What more there is to say, as the name of the file that was handed out; null for nothing.</summary>
    public string? Details { get; init; }

    /// <summary>Why; null where none was given.</summary>
    public string? Reason { get; init; }
}

/// <summary>The end of the audit log's chain: whoever knows it can tell later whether anything up to there was altered.</summary>
/// <param name="Seq">The newest row's number; 0 where the log is empty.</param>
/// <param name="Hash">Its hash, in lower-case hexadecimal.</param>
/// <param name="At">When that row was written.</param>
public sealed record AuditHead(long Seq, string Hash, DateTimeOffset At);

/// <summary>Adds to the audit log what happened without a change of data. Safe for concurrent use.</summary>
public interface IAuditTrail
{
    /// <summary>Writes a row by itself; completes when it is on disk, so that what it records may happen then and not before.</summary>
    Task RecordAsync(AuditEvent happened, CancellationToken cancellationToken);

    /// <summary>The end of the chain as it is on disk.</summary>
    Task<AuditHead> HeadAsync(CancellationToken cancellationToken);
}

/// <summary>From where the request comes that is being served. Asked on the requester's own thread; safe for concurrent use.</summary>
public interface IRequestOrigin
{
    /// <summary>The network address; null where nobody asks from outside, as at the start.</summary>
    string? Address { get; }
}
