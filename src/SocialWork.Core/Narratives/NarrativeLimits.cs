namespace SocialWork.Core.Narratives;

/// <summary>How much words may be.</summary>
public static class NarrativeLimits
{
    /// <summary>The most characters of a section.</summary>
    public const int MaxText = 12_000;

    /// <summary>The most versions of a section that are listed at once.</summary>
    public const int VersionsShown = 20;

    /// <summary>The most versions of a section that are kept; a year's editing has some dozens.</summary>
    public const int MaxVersions = 1_000;

    /// <summary>The most names that a sentence lists before it says how many more there are.</summary>
    public const int MaxNames = 6;
}
