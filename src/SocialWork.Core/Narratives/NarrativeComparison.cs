using System.Collections.Immutable;

namespace SocialWork.Core.Narratives;

/// <summary>Two texts, paragraph by paragraph. Pure; safe for concurrent use.</summary>
/// <param name="OnlyBefore">Paragraphs that only the earlier one has.</param>
/// <param name="OnlyAfter">Paragraphs that only the later one has.</param>
public sealed record NarrativeComparison(ImmutableArray<string> OnlyBefore, ImmutableArray<string> OnlyAfter)
{
    /// <summary>Whether both have the same paragraphs.</summary>
    public bool IsSame => OnlyBefore.IsEmpty && OnlyAfter.IsEmpty;

    /// <summary>Compares two texts.</summary>
    public static NarrativeComparison Of(string before, string after)
    {
        var (earlier, later) = (NarrativeText.Paragraphs(before), NarrativeText.Paragraphs(after));
        return new NarrativeComparison(Without(earlier, later), Without(later, earlier));
    }

    private static ImmutableArray<string> Without(ImmutableArray<string> lines, ImmutableArray<string> others)
    {
        var known = others.ToHashSet(StringComparer.Ordinal);
        return [.. lines.Where(line => !known.Contains(line))];
    }
}
