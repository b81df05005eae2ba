using System.Collections.Immutable;

namespace SocialWork.Abstractions;

/// <summary>Which units a sum or a count is over, by register R1 at the cut-off date. Immutable.</summary>
public sealed record Scope
{
    /// <summary>Unit type codes; empty means every type.</summary>
    public ImmutableArray<string> Types { get; init; } = [];

    /// <summary>Only units with that in-plan flag; null means either.</summary>
    public bool? InPlan { get; init; }

    /// <summary>Every unit.</summary>
    public static Scope All { get; } = new();

    /// <summary>Units of the given types.</summary>
    public static Scope Of(params ImmutableArray<string> types) => new() { Types = types };

    /// <summary>The same scope, narrowed to units of the planned network.</summary>
    public Scope OnlyInPlan() => this with { InPlan = true };

    /// <summary>Whether a unit of that type and flag is in the scope.</summary>
    public bool Contains(string type, bool inPlan) =>
        (Types.IsDefaultOrEmpty || Types.Contains(type)) && (InPlan is null || InPlan == inPlan);
}
