namespace SocialWork.Persistence.Model;

/// <summary>A frozen combined report. Inserted once, never changed.</summary>
internal sealed class SnapshotRow
{
    public required string Plan { get; set; }
    public required int Number { get; set; }
    public required long TakenAt { get; set; }
    public required string By { get; set; }
    public required string Reason { get; set; }
    public int? Replaces { get; set; }
    public required long LogSeq { get; set; }
    public required string LogHash { get; set; }
    public required long LogAt { get; set; }
    public required string ContentHash { get; set; }
    public required string PreviousHash { get; set; }
    public required string Hash { get; set; }
    public required bool Provisional { get; set; }
    /// <summary>Names of facts, with a space between.</summary>
    public required string Missing { get; set; }
    public required byte[] Content { get; set; }
}

/// <summary>A file of a snapshot. Inserted once, never changed.</summary>
internal sealed class SnapshotFileRow
{
    public required string Plan { get; set; }
    public required int Number { get; set; }
    public required string Name { get; set; }
    public required string ContentType { get; set; }
    public required long Size { get; set; }
    public required string Hash { get; set; }
    public required long AddedAt { get; set; }
    public required string By { get; set; }
    public required byte[] Bytes { get; set; }
}

/// <summary>That a snapshot was issued. Inserted once, never changed.</summary>
internal sealed class SnapshotIssueRow
{
    public required string Plan { get; set; }
    public required int Number { get; set; }
    public required long At { get; set; }
    public required string By { get; set; }
}

/// <summary>What only the office knows of a plan's document.</summary>
internal sealed class ReportFactsRow
{
    public required string Plan { get; set; }
    public required string Json { get; set; }
    public required long Revision { get; set; }
    public required string By { get; set; }
    public required long At { get; set; }
}

/// <summary>A version of a section of the report's words. Inserted once, never updated, never deleted.</summary>
internal sealed class NarrativeVersionRow
{
    public required string Plan { get; set; }
    public required string Section { get; set; }
    public required int Number { get; set; }
    public required int Step { get; set; }
    public required string Text { get; set; }
    public required string FiguresJson { get; set; }
    public int? Of { get; set; }
    public required string By { get; set; }
    public required long At { get; set; }
}
