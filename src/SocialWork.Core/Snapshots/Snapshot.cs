using System.Collections.Immutable;
using SocialWork.Core.Auditing;
using SocialWork.Core.Reports;
using SocialWork.Core.Submissions;

namespace SocialWork.Core.Snapshots;

/// <summary>
/// Bản chốt: a combined report as it stood at one moment, with the bytes of its documents. Never changed; what is added to it
/// later (a print, the signed copy, its issue) has its own row. Immutable.
/// </summary>
/// <param name="Plan">The plan's id.</param>
/// <param name="Number">1, 2, 3 … within the plan.</param>
/// <param name="TakenAt">The moment whose data it shows, UTC.</param>
/// <param name="By">Who took it.</param>
/// <param name="Reason">Why it was taken, in one line.</param>
/// <param name="Replaces">The snapshot whose document this one's replaces (Decree 30/2020/NĐ-CP, Article 18); null for none.</param>
/// <param name="Log">The end of the audit log's chain at that moment.</param>
/// <param name="ContentHash">SHA-256 of <see cref="SnapshotContent"/> as it is stored, lower-case hexadecimal.</param>
/// <param name="PreviousHash">The <see cref="Hash"/> of the snapshot before; empty for the first.</param>
/// <param name="Hash">SHA-256 over all of this and its documents: see <see cref="SnapshotHash"/>.</param>
/// <param name="Provisional">Whether its figures are tạm tính.</param>
/// <param name="Missing">What only the office knows and had not set, by its name in <see cref="DocumentFacts"/>.</param>
/// <param name="Files">Its documents and what was added to it, by name.</param>
/// <param name="Issue">When it was issued, and by whom; null while it is not.</param>
public sealed record Snapshot(
    string Plan, int Number, DateTimeOffset TakenAt, string By, string Reason, int? Replaces, AuditHead Log, string ContentHash, string PreviousHash, string Hash,
    bool Provisional, ImmutableArray<string> Missing, ImmutableArray<SnapshotFile> Files, SnapshotIssue? Issue)
{
    /// <summary>The file of that name, or null.</summary>
    public SnapshotFile? File(string name) => Files.FirstOrDefault(file => file.Name == name);
}

/// <summary>A file of a snapshot.</summary>
/// <param name="Name">What it is called here: see <see cref="SnapshotFiles"/>.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Hash">Its SHA-256 in lower-case hexadecimal.</param>
/// <param name="AddedAt">When it was added, UTC.</param>
/// <param name="By">Who added it.</param>
public sealed record SnapshotFile(string Name, string ContentType, long Size, string Hash, DateTimeOffset AddedAt, string By);

/// <summary>The names of the files of a snapshot.</summary>
public static class SnapshotFiles
{
    /// <summary>The document that is signed.</summary>
    public const string Word = "report.docx";

    /// <summary>The annexes' tables.</summary>
    public const string Workbook = "report.xlsx";

    /// <summary>The report as a page.</summary>
    public const string Page = "report.html";

    /// <summary>The figures, as the API has them.</summary>
    public const string Json = "report.json";

    /// <summary>The document that is signed, printed; made when it is first asked for.</summary>
    public const string Print = "report.pdf";

    /// <summary>The scan or the file that was signed; added by people.</summary>
    public const string Signed = "signed.pdf";
}

/// <summary>A file with its bytes.</summary>
/// <param name="Name">See <see cref="SnapshotFiles"/>.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Bytes">Its content; not to be changed.</param>
public sealed record SnapshotDocument(string Name, string ContentType, byte[] Bytes);

/// <summary>When a snapshot was issued: from then on every agency may read it.</summary>
public sealed record SnapshotIssue(DateTimeOffset At, string By);

/// <summary>Everything that a snapshot freezes beside its documents. Plain data. Immutable.</summary>
public sealed record SnapshotContent
{
    /// <summary>The version of this shape.</summary>
    public const int CurrentShape = 1;

    /// <summary>The shape it was written in.</summary>
    public int Shape { get; init; } = CurrentShape;
    /// <summary>The plan's id.</summary>
    public required string Plan { get; init; }
    /// <summary>Its number.</summary>
    public required int Number { get; init; }
    /// <summary>Who took it.</summary>
    public required string By { get; init; }
    /// <summary>Why.</summary>
    public required string Reason { get; init; }
    /// <summary>The snapshot whose document this one's replaces; null for none.</summary>
    public int? Replaces { get; init; }
    /// <summary>The version of the product.</summary>
    public required string Product { get; init; }
    /// <summary>The plan's data file as it was in use.</summary>
    public required string PlanFile { get; init; }
    /// <summary>Figures and words.</summary>
    public required CombinedReport Report { get; init; }
    /// <summary>What only the office knows.</summary>
    public required DocumentFacts Facts { get; init; }
    /// <summary>The form versions in use; their declarations are kept for ever under their hashes.</summary>
    public required ImmutableArray<FrozenDefinition> Definitions { get; init; }
    /// <summary>The modules.</summary>
    public required ImmutableArray<FrozenModule> Modules { get; init; }
    /// <summary>Where every submission of the plan's year stood, and which version counted.</summary>
    public required ImmutableArray<SubmissionStanding> Submissions { get; init; }
    /// <summary>The digest of register R1.</summary>
    public required string Register { get; init; }
    /// <summary>The end of the audit log's chain.</summary>
    public required AuditHead Log { get; init; }
}

/// <summary>A form version.</summary>
public sealed record FrozenDefinition(string Module, string Form, string Hash);

/// <summary>A module as it took part.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">Its version.</param>
/// <param name="Digest">The digest of its files; empty for one that is not installed.</param>
/// <param name="State">Its state.</param>
public sealed record FrozenModule(string Id, string Version, string Digest, string State);
