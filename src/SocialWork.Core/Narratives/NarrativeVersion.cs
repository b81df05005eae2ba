using System.Collections.Immutable;

namespace SocialWork.Core.Narratives;

/// <summary>What made a version.</summary>
public enum NarrativeStep
{
    /// <summary>Somebody wrote.</summary>
    Edited,
    /// <summary>An earlier version was taken up again.</summary>
    Restored,
    /// <summary>Changed figures were seen; the words stayed.</summary>
    Seen,
    /// <summary>Back to the automatic draft.</summary>
    Automatic,
}

/// <summary>A version of a section's words. Written once, never changed. Immutable.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Section">Its place in the outline.</param>
/// <param name="Number">1, 2, 3 … without a gap.</param>
/// <param name="Step">What made it.</param>
/// <param name="Text">The words with their figures bound; empty for <see cref="NarrativeStep.Automatic"/>.</param>
/// <param name="Figures">What the figures were when it was written, by name.</param>
/// <param name="Of">The version that was restored; null for none.</param>
/// <param name="By">Who.</param>
/// <param name="At">When, UTC.</param>
public sealed record NarrativeVersion(
    string Plan, string Section, int Number, NarrativeStep Step, string Text, ImmutableSortedDictionary<string, string> Figures, int? Of, string By, DateTimeOffset At);

/// <summary>The words that people wrote, as they are or were at a moment. Safe for concurrent use.</summary>
public interface INarrativeEdits
{
    /// <summary>The newest version of each section that was there at a moment, by section.</summary>
    Task<ImmutableArray<NarrativeVersion>> AtAsync(string plan, DateTimeOffset at, CancellationToken cancellationToken);
}

/// <summary>Keeps the words that people write. Safe for concurrent use.</summary>
public interface INarrativeStore : INarrativeEdits
{
    /// <summary>Versions of a section, newest first.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="section">The section.</param>
    /// <param name="before">Only versions of a smaller number; null for the newest.</param>
    /// <param name="limit">The most versions.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<ImmutableArray<NarrativeVersion>> VersionsAsync(string plan, string section, int? before, int limit, CancellationToken cancellationToken);

    /// <summary>One version; null where there is none.</summary>
    Task<NarrativeVersion?> FindAsync(string plan, string section, int number, CancellationToken cancellationToken);

    /// <summary>Adds a version after the newest, with its line in the log; false where its number is not the next one, and nothing is done.</summary>
    Task<bool> AddAsync(NarrativeVersion version, CancellationToken cancellationToken);
}
