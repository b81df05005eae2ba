using System.Collections.Immutable;

namespace SocialWork.Abstractions;

/// <summary>A list of options that a field is split by, or that a choice field offers. Ids and codes are public identifiers.</summary>
/// <param name="Id">The dimension's id, capitals and underscores: <c>NHOM_TE</c>.</param>
/// <param name="Label">What the options are kinds of.</param>
/// <param name="Options">The options in the order in which forms show them; empty when <paramref name="Source"/> is not <see cref="OptionSource.Listed"/>.</param>
/// <param name="Source">Where the options come from.</param>
public sealed record Dimension(string Id, Text Label, ImmutableArray<DimensionOption> Options, OptionSource Source = OptionSource.Listed)
{
    /// <summary>Whether the code is one of the listed options.</summary>
    public bool Has(string code)
    {
        foreach (var option in Options)
        {
            if (string.Equals(option.Code, code, StringComparison.Ordinal)) return true;
        }

        return false;
    }
}

/// <summary>One option of a dimension.</summary>
/// <param name="Code">Its public code, capitals, digits and underscores.</param>
/// <param name="Label">What people read.</param>
public sealed record DimensionOption(string Code, Text Label);

/// <summary>Where a dimension's options come from.</summary>
public enum OptionSource
{
    /// <summary>The dimension lists them.</summary>
    Listed,

    /// <summary>The clause ids of the plan's tasks whose responsible agency is the submitting unit, or a group it belongs to.</summary>
    PlanTasksOfUnit,
}
