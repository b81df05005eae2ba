using System.Collections.Immutable;
using System.Text.Json;
using SocialWork.Abstractions;
using SocialWork.Core.Forms;

namespace SocialWork.Core.Submissions;

/// <summary>What is to be entered into one unit's form, together with others.</summary>
/// <param name="Address">Which form of which unit.</param>
/// <param name="SeenRevision">The revision of the submission that the sender's values were made from.</param>
/// <param name="Changes">The cells in the JSON of the API; null clears one, what is left out stays.</param>
/// <param name="DataAsOf">The date at which the figures stand; null leaves it as it is.</param>
public sealed record BatchEntry(SubmissionAddress Address, long SeenRevision, JsonElement Changes, DateOnly? DataAsOf)
{
    /// <summary>
    /// A JSON map from finding id to words; null clears one, what is left out stays. <see cref="Submissions.Explanations.Every"/>
    /// alone stands for every warning that is found. Null leaves all as they are.
    /// </summary>
    public JsonElement? Explanations { get; init; }
}

/// <summary>What an entry would change. Immutable.</summary>
/// <param name="Target">Which form of which unit.</param>
/// <param name="Stored">The submission as it stands.</param>
/// <param name="After">The values as they would be; those that stand where the entry is refused.</param>
/// <param name="DataAsOf">The date at which they would stand.</param>
/// <param name="Changes">Every cell that would change.</param>
/// <param name="Findings">What would stand between the draft and its being sent.</param>
/// <param name="Since">The steps that were taken after <see cref="BatchEntry.SeenRevision"/>, where the entry would change something.</param>
/// <param name="Refusal">Why the entry cannot be saved; null when it can.</param>
public sealed record BatchLine(
    SubmissionTarget Target,
    Submission Stored,
    FormValues After,
    DateOnly? DataAsOf,
    ImmutableArray<CellChange> Changes,
    ImmutableArray<Finding> Findings,
    ImmutableArray<HistoryEntry> Since,
    Refusal? Refusal)
{
    /// <summary>Whether anything would change.</summary>
    public bool IsChange => !Changes.IsEmpty || DataAsOf != StoredAsOf || !ChangedExplanations.IsEmpty;

    /// <summary>The date at which the stored values stand.</summary>
    public DateOnly? StoredAsOf { get; init; }

    /// <summary>The explanations as they would be; those that are stored where the entry is refused.</summary>
    public ImmutableSortedDictionary<string, string> Explanations { get; init; } = Submissions.Explanations.None;

    /// <summary>The stored explanations.</summary>
    public ImmutableSortedDictionary<string, string> StoredExplanations { get; init; } = Submissions.Explanations.None;

    /// <summary>The ids of the warnings whose explanation would change.</summary>
    public ImmutableArray<string> ChangedExplanations =>
        [.. StoredExplanations.Keys.Union(Explanations.Keys, StringComparer.Ordinal).Where(id => StoredExplanations.GetValueOrDefault(id) != Explanations.GetValueOrDefault(id)).Order(StringComparer.Ordinal)];

    /// <summary>Whether there was a text for every warning and none was found, so that it is not kept.</summary>
    public bool HasUnusedExplanation { get; init; }
}
