using System.Collections.Immutable;
using SocialWork.Core.Lineage;

namespace SocialWork.Host.Pages.Support;

/// <summary>One side of a figure, added up from its sources.</summary>
/// <param name="Side">numerator or denominator.</param>
/// <param name="Expected">What the figure says.</param>
/// <param name="Parts">The sources' sums by module.</param>
public sealed record LineageSide(string Side, long Expected, ImmutableArray<LineagePart> Parts)
{
    /// <summary>How many sources there are.</summary>
    public int Count => Parts.Sum(p => p.Count);

    /// <summary>What the sources add up to.</summary>
    public long Sum => Parts.Sum(p => p.Sum);

    /// <summary>Whether they add up to the figure.</summary>
    public bool AddsUp => Sum == Expected;

    /// <summary>The sides of a figure that has sources.</summary>
    public static ImmutableArray<LineageSide> Of(FigureLineage lineage)
    {
        var numerator = new LineageSide("numerator", lineage.Numerator, PartsOf(lineage, "numerator"));
        return lineage.Denominator is { } denominator
            ? [numerator, new LineageSide("denominator", denominator, PartsOf(lineage, "denominator"))]
            : [numerator];
    }

    private static ImmutableArray<LineagePart> PartsOf(FigureLineage lineage, string side) =>
    [
        .. lineage.Sources.Where(s => s.Side == side).GroupBy(s => s.Module, StringComparer.Ordinal)
            .Select(g => new LineagePart(g.Key, g.Sum(s => s.Merged ?? 1), g.Sum(s => s.Value))),
    ];
}

/// <summary>The sum of a module's sources.</summary>
public sealed record LineagePart(string Module, int Count, long Sum);
