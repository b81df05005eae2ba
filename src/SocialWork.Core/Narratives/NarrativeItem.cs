using System.Collections.Immutable;

namespace SocialWork.Core.Narratives;

/// <summary>One of several things of a kind that a paragraph of a template is written for.</summary>
/// <param name="Prefix">What the names of its figures begin with: <c>it.rate</c> is then <c>CT1.rate</c>; null where it has none.</param>
/// <param name="Words">Words of its own, which stand in the draft as they are: somebody wrote them, and no figure is in them.</param>
public sealed record NarrativeItem(string? Prefix, ImmutableDictionary<string, string> Words)
{
    /// <summary>An item of figures.</summary>
    public static NarrativeItem Of(string prefix) => new(prefix, ImmutableDictionary<string, string>.Empty);
}
