namespace SocialWork.Persistence.Model;

/// <summary>A plan's data file as it was delivered.</summary>
internal sealed class PlanRow
{
    public required string Id { get; set; }
    public required int Year { get; set; }
    public required string Json { get; set; }
    public required long ImportedAt { get; set; }
}

/// <summary>A dated row of register R1.</summary>
internal sealed class UnitRow
{
    public required string Code { get; set; }
    public required DateOnly ValidFrom { get; set; }
    public DateOnly? ValidTo { get; set; }
    public required string Name { get; set; }
    public required string Type { get; set; }
    public required string ManagingSector { get; set; }
    public string? Commune { get; set; }
    public bool InPlan { get; set; }
    public required string Tier { get; set; }
    public bool IsPublic { get; set; }
    public string? SchoolLevel { get; set; }
    public string? Operator { get; set; }
    public string? Custodian { get; set; }
    public string? LegalAct { get; set; }
    public long Revision { get; set; }
}

/// <summary>A dated edge between units.</summary>
internal sealed class SuccessionRow
{
    public required string Predecessor { get; set; }
    public required string Successor { get; set; }
    public required DateOnly On { get; set; }
    public required string LegalAct { get; set; }
}

/// <summary>A form version that was used for a plan; kept for ever.</summary>
internal sealed class FormRow
{
    public required string Plan { get; set; }
    public required string Hash { get; set; }
    public required string Module { get; set; }
    public required string Code { get; set; }
    public required string Json { get; set; }
    public bool IsCurrent { get; set; }
    public required long KeptAt { get; set; }
}

/// <summary>A submission as it stands: its draft, and the audited pointer to the version that counts.</summary>
internal sealed class SubmissionRow
{
    public required string Plan { get; set; }
    public required string Form { get; set; }
    public required string Unit { get; set; }
    public required string Period { get; set; }
    public required int State { get; set; }
    public required long Revision { get; set; }
    public string? DraftJson { get; set; }
    public DateOnly? DraftAsOf { get; set; }
    public string? DraftBy { get; set; }
    public long? DraftAt { get; set; }
    public string? DraftExplanations { get; set; }
    public required int LatestVersion { get; set; }
    public int? CountingVersion { get; set; }
    public int? AcceptedVersion { get; set; }
    public long? FirstSentAt { get; set; }
    public string? ReturnReason { get; set; }
    public string? ReturnCells { get; set; }
    public string? ReturnBy { get; set; }
    public long? ReturnAt { get; set; }
}

/// <summary>A frozen version. Inserted once, never updated, never deleted.</summary>
internal sealed class VersionRow
{
    public required string Plan { get; set; }
    public required string Form { get; set; }
    public required string Unit { get; set; }
    public required string Period { get; set; }
    public required int Number { get; set; }
    public required string FormHash { get; set; }
    public required string ValuesJson { get; set; }
    public required DateOnly DataAsOf { get; set; }
    public required string By { get; set; }
    public required long At { get; set; }
    public string? Warnings { get; set; }
    public string? PaperScan { get; set; }
    public DateOnly? PaperReceivedOn { get; set; }
}

/// <summary>A step in a submission's history. Inserted once.</summary>
internal sealed class HistoryRow
{
    public long Id { get; set; }
    public required string Plan { get; set; }
    public required string Form { get; set; }
    public required string Unit { get; set; }
    public required string Period { get; set; }
    public required int Action { get; set; }
    public required int Version { get; set; }
    public required string By { get; set; }
    public required long At { get; set; }
    public string? Reason { get; set; }
    public string? Cells { get; set; }
    public int? CountingAfter { get; set; }
}

/// <summary>A row of running totals.</summary>
internal sealed class TotalsRowEntity
{
    public required string Plan { get; set; }
    public required string FormHash { get; set; }
    public required string Period { get; set; }
    public required string Area { get; set; }
    public required string Sector { get; set; }
    public required string UnitType { get; set; }
    public required bool InPlan { get; set; }
    public required long Submissions { get; set; }
    public required long Accepted { get; set; }
    public required byte[] Vector { get; set; }
}

/// <summary>A line of the audit log, chained to the one before it. Inserted once.</summary>
internal sealed class AuditRow
{
    /// <summary>Its place in the chain: 1, 2, 3 … without a gap.</summary>
    public long Id { get; set; }
    public required long At { get; set; }
    public required string By { get; set; }
    public string? Address { get; set; }
    public required string Entity { get; set; }
    public required string Action { get; set; }
    public string? Before { get; set; }
    public string? After { get; set; }
    public string? Reason { get; set; }
    /// <summary>The newest row up to this one that records a change of data: this one, or an earlier one where it records a reading.</summary>
    public long? DataVersion { get; set; }
    /// <summary>Null in rows of a release without a chain, until they are sealed.</summary>
    public byte[]? PreviousHash { get; set; }
    public byte[]? Hash { get; set; }
}

/// <summary>A retry key that was used, and what it was used for.</summary>
internal sealed class IdempotencyRow
{
    public required string Key { get; set; }
    public required string Submission { get; set; }
    public required long At { get; set; }
}

/// <summary>An obstacle.</summary>
internal sealed class ObstacleRow
{
    public required Guid Id { get; set; }
    public required string Plan { get; set; }
    public required string Unit { get; set; }
    public required string Description { get; set; }
    public string? LegalReference { get; set; }
    public required string Level { get; set; }
    public required string Proposal { get; set; }
    public required int State { get; set; }
    public string? Answer { get; set; }
    public required string RaisedBy { get; set; }
    public required long RaisedAt { get; set; }
    public required long ChangedAt { get; set; }
}

/// <summary>An entry of a register of the core; about no plan.</summary>
internal sealed class RegisterEntryRow
{
    public required Guid Id { get; set; }
    public required string Register { get; set; }
    public required string Keeper { get; set; }
    /// <summary>Unique in the register; null once the entry was removed.</summary>
    public string? Key { get; set; }
    public required string ValuesJson { get; set; }
    public required DateOnly ValidFrom { get; set; }
    public DateOnly? ValidTo { get; set; }
    public required long Revision { get; set; }
    public required string ChangedBy { get; set; }
    public required long ChangedAt { get; set; }
}

/// <summary>Who uploaded which content under which name. Inserted once; about no plan.</summary>
internal sealed class AttachmentRow
{
    public long Id { get; set; }
    public required string Hash { get; set; }
    public required string Name { get; set; }
    public required string MediaType { get; set; }
    public required long Size { get; set; }
    public required string By { get; set; }
    public string? Unit { get; set; }
    public required long At { get; set; }
}

/// <summary>An entry of a register that has at some time referred to a content. Inserted once.</summary>
internal sealed class AttachmentEntryRow
{
    public required string Hash { get; set; }
    public required string Register { get; set; }
    public required Guid Entry { get; set; }
}

/// <summary>A submission of which a draft or a version has at some time referred to a content. Inserted once.</summary>
internal sealed class AttachmentUseRow
{
    public required string Hash { get; set; }
    public required string Plan { get; set; }
    public required string Form { get; set; }
    public required string Unit { get; set; }
    public required string Period { get; set; }
}
