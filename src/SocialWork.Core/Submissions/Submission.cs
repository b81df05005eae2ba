using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Forms;
using SocialWork.Core.Privacy;

namespace SocialWork.Core.Submissions;

/// <summary>Where a submission stands.</summary>
public enum SubmissionState
{
    /// <summary>Nobody has entered anything.</summary>
    NotStarted,
    /// <summary>Being entered, for the first time or again after it was reopened.</summary>
    Draft,
    /// <summary>A version was frozen and waits for the head.</summary>
    Submitted,
    /// <summary>The head approved the version and thereby sent it.</summary>
    Approved,
    /// <summary>The standing agency accepted the version.</summary>
    Accepted,
    /// <summary>The version was returned for correction, with a reason.</summary>
    Returned,
}

/// <summary>What is being entered and has not been frozen.</summary>
/// <param name="Values">The answers so far.</param>
/// <param name="DataAsOf">The date at which the figures stand (tính đến ngày); null until it is stated.</param>
/// <param name="By">Who changed it last.</param>
/// <param name="At">When, UTC.</param>
public sealed record Draft(FormValues Values, DateOnly? DataAsOf, string By, DateTimeOffset At)
{
    /// <summary>What the unit says to warnings, by finding id.</summary>
    public ImmutableSortedDictionary<string, string> Explanations { get; init; } = Submissions.Explanations.None;

    /// <summary>The draft that a version becomes when it is handed back: as it was sent, its explanations included.</summary>
    internal static Draft Of(SubmissionVersion version) => new(version.Values, version.DataAsOf, version.By, version.At)
    {
        Explanations = Submissions.Explanations.None.AddRange(
            version.Warnings.Where(warning => warning.Explanation is not null).DistinctBy(warning => warning.Id).Select(warning => KeyValuePair.Create(warning.Id, warning.Explanation!))),
    };
}

/// <summary>Why a version was returned, and where it is at fault.</summary>
public sealed record ReturnNote(string Reason, ImmutableArray<CellKey> Cells, string By, DateTimeOffset At);

/// <summary>A submission as it stands: where it is, and which of its versions counts. Immutable; changed only through <see cref="SubmissionWorkflow"/>.</summary>
public sealed record Submission(SubmissionKey Key)
{
    /// <summary>Where it stands.</summary>
    public SubmissionState State { get; init; } = SubmissionState.NotStarted;
    /// <summary>Counts changes, from 0; the ETag of the API.</summary>
    public long Revision { get; init; }
    /// <summary>The draft; null when there is none to edit.</summary>
    public Draft? Draft { get; init; }
    /// <summary>The newest version, from 1; 0 for none.</summary>
    public int LatestVersion { get; init; }
    /// <summary>The version that counts: the latest sent and not returned; after a return the last accepted; null for none.</summary>
    public int? CountingVersion { get; init; }
    /// <summary>The last version that was accepted; null for none.</summary>
    public int? AcceptedVersion { get; init; }
    /// <summary>When the unit first sent the form; it decides lateness, and a later correction does not change it.</summary>
    public DateTimeOffset? FirstSentAt { get; init; }
    /// <summary>The last return that was not yet answered by a new version; null for none.</summary>
    public ReturnNote? Returned { get; init; }
}

/// <summary>A frozen version. Never changed, never removed.</summary>
/// <param name="Key">Whose it is.</param>
/// <param name="Number">From 1.</param>
/// <param name="FormHash">The hash of the form's declaration that the values were entered under.</param>
/// <param name="Values">The answers.</param>
/// <param name="DataAsOf">The date at which the figures stand.</param>
/// <param name="By">Who submitted it.</param>
/// <param name="At">When, UTC.</param>
public sealed record SubmissionVersion(SubmissionKey Key, int Number, string FormHash, FormValues Values, DateOnly DataAsOf, string By, DateTimeOffset At)
{
    /// <summary>The warnings that were found then, each with the unit's explanation.</summary>
    public ImmutableArray<ExplainedWarning> Warnings { get; init; } = [];

    /// <summary>The paper it was entered from by the standing agency; null for a version of the unit's own.</summary>
    public PaperReceipt? Paper { get; init; }

    /// <summary>The version as a reader sees it for whom it is masked, and the cells that are hidden. Warnings are left out: that one was found bounds what its cells hold.</summary>
    internal (SubmissionVersion Shown, ImmutableHashSet<CellKey> Masked) Under(FormMask mask, CompiledForm form)
    {
        var masked = mask.Hidden(Key, Number, form, Values);
        return masked.IsEmpty ? (this, masked) : (this with { Values = new FormValues(Values.Cells.RemoveRange(masked)), Warnings = [] }, masked);
    }
}

/// <summary>The paper that a version was entered from.</summary>
/// <param name="Scan">The id of the scanned paper, an attachment.</param>
/// <param name="ReceivedOn">The day in the city on which the paper arrived; it decides lateness.</param>
public sealed record PaperReceipt(string Scan, DateOnly ReceivedOn);

/// <summary>One step in a submission's history. Append-only.</summary>
/// <param name="Action">What was done.</param>
/// <param name="Version">The version it was done to; 0 for a draft.</param>
/// <param name="By">Who did it.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Reason">Why, for a return, a reopening or an entry from paper; null otherwise.</param>
/// <param name="Cells">The cells pointed at; empty for none.</param>
/// <param name="CountingAfter">The version that counted from then on; null for none.</param>
public sealed record HistoryEntry(
    SubmissionAction Action, int Version, string By, DateTimeOffset At, string? Reason, ImmutableArray<CellKey> Cells, int? CountingAfter);

/// <summary>What can be done to a submission.</summary>
public enum SubmissionAction
{
    /// <summary>The draft was changed.</summary>
    Save,
    /// <summary>A version was frozen.</summary>
    Submit,
    /// <summary>The head approved and sent it.</summary>
    Approve,
    /// <summary>The standing agency accepted it.</summary>
    Accept,
    /// <summary>It was returned for correction.</summary>
    Return,
    /// <summary>The standing agency reopened it.</summary>
    Reopen,
    /// <summary>The standing agency entered a version that the unit had sent on paper.</summary>
    Paper,
}
