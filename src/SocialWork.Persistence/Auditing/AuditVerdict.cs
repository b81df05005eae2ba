using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Auditing;

namespace SocialWork.Persistence.Auditing;

/// <summary>What may be wrong with rows of the audit log.</summary>
public enum AuditFaultKind
{
    /// <summary>A row does not say what was written.</summary>
    Changed,
    /// <summary>A row has no hash.</summary>
    Unsealed,
    /// <summary>A row was written anew, with a hash of its own: the row behind it is chained to another.</summary>
    Replaced,
    /// <summary>Rows are missing.</summary>
    Removed,
    /// <summary>Rows were put in between others.</summary>
    Inserted,
    /// <summary>A row stands in another's place.</summary>
    Moved,
    /// <summary>The newest rows are missing.</summary>
    CutOff,
    /// <summary>Rows were chained anew after an anchor was written down.</summary>
    Rewritten,
}

/// <summary>What is wrong at one place of the audit log.</summary>
/// <param name="Seq">The row that it is about, or the first of them.</param>
/// <param name="LastSeq">The last of them.</param>
/// <param name="Kind">What is wrong.</param>
/// <param name="What">The same in words.</param>
/// <param name="Remedy">What to do.</param>
public sealed record AuditFault(long Seq, long LastSeq, AuditFaultKind Kind, Text What, Text Remedy);

/// <summary>What a verification of the audit log found.</summary>
/// <param name="Rows">How many rows were read.</param>
/// <param name="Head">The newest row.</param>
/// <param name="Anchors">How many anchors agree with it.</param>
/// <param name="Faults">What is wrong, in the order of the rows, at most <see cref="AuditVerifier.MaxFaults"/>.</param>
/// <param name="MoreFaults">How many faults are not named.</param>
/// <param name="Notes">What keeps the verification from saying more.</param>
public sealed record AuditVerdict(long Rows, AuditHead Head, int Anchors, ImmutableArray<AuditFault> Faults, long MoreFaults, ImmutableArray<Text> Notes)
{
    /// <summary>Whether nothing is wrong.</summary>
    public bool IsIntact => Faults.IsEmpty;
}
