using System.Collections.Immutable;
using SocialWork.Core.Forms;
using SocialWork.Core.Planning;
using SocialWork.Core.Totals;
using SocialWork.Core.Units;

namespace SocialWork.Core.Submissions;

/// <summary>A submission without its values.</summary>
public sealed record SubmissionStanding(
    string Form, string Unit, SubmissionState State, int? CountingVersion, int? AcceptedVersion, DateTimeOffset? FirstSentAt)
{
    /// <summary>Whether the version that counts was accepted.</summary>
    public bool CountsAccepted => CountingVersion is not null && CountingVersion == AcceptedVersion;
}

/// <summary>A version that counts, with what lineage names. One that came on paper was sent by whom entered it, at that moment.</summary>
public sealed record CountingSubmission(SubmissionVersion Version, CompiledForm Form, string SentBy, DateTimeOffset SentAt, DateTimeOffset? AcceptedAt);

/// <summary>A submission with the values it holds: its draft, its newest version and the version that counts; null where there is none.</summary>
public sealed record StoredContent(Submission Submission, SubmissionVersion? Latest, SubmissionVersion? Counting);

/// <summary>A submission whose newest version waits to be decided, without its values.</summary>
/// <param name="Key">Whose it is.</param>
/// <param name="State">Submitted, for the head, or approved, for the standing agency.</param>
/// <param name="Revision">The revision that a decision goes on from.</param>
/// <param name="Version">The version that waits.</param>
/// <param name="At">When that version was submitted to the head or, where it was, sent; UTC.</param>
/// <param name="FirstSentAt">When the unit first sent the form; null for never.</param>
/// <param name="Warnings">How many warnings the version was frozen with, explained by the unit or remarked by the host.</param>
public sealed record WaitingSubmission(SubmissionKey Key, SubmissionState State, long Revision, int Version, DateTimeOffset At, DateTimeOffset? FirstSentAt, int Warnings);

/// <summary>Reads submissions. Each call is one or two queries, whatever the number of rows. Safe for concurrent use.</summary>
public interface ISubmissionReader : ICountedSubmissions
{
    /// <summary>
    /// A submission; one that was never begun is <see cref="SubmissionState.NotStarted"/>. Its draft is read as the form
    /// version of that hash can hold it, which is how it will be carried on; null leaves it as it was entered.
    /// </summary>
    Task<Submission> FindAsync(SubmissionKey key, string? draftUnder, CancellationToken cancellationToken);

    /// <summary>A frozen version, or null.</summary>
    Task<SubmissionVersion?> VersionAsync(SubmissionKey key, int number, CancellationToken cancellationToken);

    /// <summary>The frozen versions, oldest first, with the history of the submission.</summary>
    Task<(ImmutableArray<SubmissionVersion> Versions, ImmutableArray<HistoryEntry> History)> HistoryAsync(SubmissionKey key, CancellationToken cancellationToken);

    /// <summary>Every submission of a plan, in whatever period, that waits for the head or for the standing agency.</summary>
    Task<ImmutableArray<WaitingSubmission>> WaitingAsync(string plan, CancellationToken cancellationToken);

    /// <summary>
    /// What some units have entered into some forms in a period; a submission that was never begun is not among them.
    /// <see cref="StoredContent.Counting"/> is the same version as <see cref="StoredContent.Latest"/> where that one counts.
    /// </summary>
    /// <param name="plan">The plan's id.</param>
    /// <param name="period">The period of the submissions.</param>
    /// <param name="forms">The forms, each as a draft is to be read: see <see cref="FindAsync"/>.</param>
    /// <param name="units">The units' codes.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<ImmutableArray<StoredContent>> ContentsAsync(string plan, string period, ImmutableArray<CompiledForm> forms, ImmutableArray<string> units, CancellationToken cancellationToken);

    /// <summary>What an idempotency key was used for: a submission's key, or a <see cref="BatchKey.Content"/>; null for nothing.</summary>
    Task<string?> KeyUsedForAsync(string idempotencyKey, CancellationToken cancellationToken);

    /// <summary>A number that grows with every change to anything that is stored; the same number means the same data.</summary>
    Task<long> DataVersionAsync(CancellationToken cancellationToken);
}

/// <summary>Changes submissions. Safe for concurrent use; an answer comes only after the change is on disk.</summary>
public interface ISubmissionWriter
{
    /// <summary>
    /// Carries out one step: the decision, the version it froze, its history and audit, the pointer and the running totals,
    /// all or nothing.
    /// </summary>
    Task<Result<Submission>> ChangeAsync(SubmissionChange change, CancellationToken cancellationToken);

    /// <summary>
    /// Carries out steps on different submissions in their order, all of them or none: the first that is refused refuses all.
    /// The submissions as they stand then, in the same order.
    /// </summary>
    /// <param name="changes">The steps; an idempotency key of a single one is not heeded.</param>
    /// <param name="key">Makes a retry of the same content count once; null for none.</param>
    /// <param name="cancellationToken">Ends the waiting while nothing has begun.</param>
    Task<Result<ImmutableArray<Submission>>> ChangeAllAsync(ImmutableArray<SubmissionChange> changes, BatchKey? key, CancellationToken cancellationToken);
}

/// <summary>Makes a batch that is repeated after a lost answer count once.</summary>
/// <param name="Key">The key that the sender chose.</param>
/// <param name="Content">What was sent under it: the same key with another content is a conflict.</param>
public sealed record BatchKey(string Key, string Content);

/// <summary>A step to be taken.</summary>
/// <param name="Key">On which submission.</param>
/// <param name="FormHash">The form version that a draft is entered under now.</param>
/// <param name="Decide">Decides on the submission as it stands, with its newest version where there is one. Pure; may be called again.</param>
/// <param name="CutOff">The plan's cut-off date.</param>
/// <param name="Contribution">
/// What a version adds to running totals, given its unit as the register has it at the cut-off date when the step is
/// written, or null where it has none: the register may have changed since the sender's request began.
/// </param>
/// <param name="IfRevision">The revision that the sender saw; null where none was given.</param>
/// <param name="IdempotencyKey">Makes a retry after a lost answer count once; null for none.</param>
public sealed record SubmissionChange(
    SubmissionKey Key,
    string FormHash,
    Func<Submission, SubmissionVersion?, Result<SubmissionStep>> Decide,
    DateOnly CutOff,
    Func<Unit?, SubmissionVersion, TotalsContribution> Contribution,
    long? IfRevision,
    string? IdempotencyKey);
