using System.Collections.Immutable;
using SocialWork.Abstractions;

namespace SocialWork.Core.Lineage;

/// <summary>Where a figure comes from, down to the cell. The sources of each side add up to it.</summary>
/// <param name="Figure">The figure's address: <c>CT1</c>, <c>CT1@19960</c>, <c>XP3.tong[TE1]</c>.</param>
/// <param name="Numerator">The numerator, or the value.</param>
/// <param name="Denominator">The denominator; null for a value.</param>
/// <param name="Formula">The formulas of the modules that took part.</param>
/// <param name="Sources">What each side is the sum of.</param>
public sealed record FigureLineage(string Figure, long Numerator, long? Denominator, Text Formula, ImmutableArray<LineageSource> Sources);

/// <summary>An indicator of the city with its lineage.</summary>
/// <param name="Indicator">What it is.</param>
/// <param name="Lineage">Where it comes from.</param>
public sealed record IndicatorLineage(IndicatorDefinition Indicator, FigureLineage Lineage);

/// <summary>One addend of a figure.</summary>
public sealed record LineageSource
{
    /// <summary>numerator or denominator.</summary>
    public required string Side { get; init; }
    /// <summary>The module whose part it is in.</summary>
    public required string Module { get; init; }
    /// <summary>What it adds.</summary>
    public required long Value { get; init; }
    /// <summary>The form; null for a count of the register or of a duty.</summary>
    public string? Form { get; init; }
    /// <summary>The unit; null where sources of a restricted form are merged.</summary>
    public string? Unit { get; init; }
    /// <summary>The unit's name.</summary>
    public string? UnitName { get; init; }
    /// <summary>The version that counts.</summary>
    public int? Version { get; init; }
    /// <summary>The cell.</summary>
    public string? Cell { get; init; }
    /// <summary>The kind of empty, for a cell that was withheld and left both sides.</summary>
    public string? Empty { get; init; }
    /// <summary>Who approved and thereby sent the version; of one that came on paper, who entered it.</summary>
    public string? SentBy { get; init; }
    /// <summary>The day on which the paper arrived that the standing agency entered; null for a version that the unit sent itself.</summary>
    public DateOnly? OnPaper { get; init; }
    /// <summary>When the version was accepted; null while it is not.</summary>
    public DateTimeOffset? AcceptedAt { get; init; }
    /// <summary>The unit type counted in the register.</summary>
    public string? Register { get; init; }
    /// <summary>The register whose entries are counted: <c>R9</c>.</summary>
    public string? Records { get; init; }
    /// <summary>The code of the one entry that this is; null where entries are merged.</summary>
    public string? Entry { get; init; }
    /// <summary>The date at which the register was read.</summary>
    public DateOnly? On { get; init; }
    /// <summary>The duty whose units are counted.</summary>
    public string? Duty { get; init; }
    /// <summary>How many sources this line stands for, where those of a restricted form are merged for the reader.</summary>
    public int? Merged { get; init; }
}
