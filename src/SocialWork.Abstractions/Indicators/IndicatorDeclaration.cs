using System.Collections.Immutable;

namespace SocialWork.Abstractions;

/// <summary>That a module contributes to an indicator, and by which formula.</summary>
/// <param name="Code">The indicator's public code: <c>CT1</c>.</param>
/// <param name="Formula">The module's own part, in words that an auditor can follow.</param>
public sealed record IndicatorDeclaration(string Code, Text Formula)
{
    /// <summary>What the indicator is, when the module owns it alone; null when the plan or the core defines it (CT1–CT5 and other shared ones).</summary>
    public IndicatorDefinition? Definition { get; init; }
}

/// <summary>What an indicator measures.</summary>
/// <param name="Code">Its public code: <c>BS9</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">A rate of two sums, or a sum by itself.</param>
/// <param name="Unit">% for a rate; what is counted otherwise.</param>
/// <param name="Population">Who or what is counted, and when.</param>
/// <param name="Clauses">The clauses it evidences.</param>
public sealed record IndicatorDefinition(string Code, Text Name, IndicatorKind Kind, Text Unit, Text Population, ImmutableArray<ClauseId> Clauses);

/// <summary>The shape of an indicator.</summary>
public enum IndicatorKind
{
    /// <summary>Σ numerators / Σ denominators, exact integers to the end; 0/0 is <i>không phát sinh</i>.</summary>
    Ratio,

    /// <summary>Σ values.</summary>
    Count,
}

/// <summary>
/// A module's part of one indicator: never a percentage. The host requires every number to be 0 or more and, where the
/// denominator counts units of the register, numerator + unreported ≤ denominator; a part that breaks this, or whose
/// sources the host cannot confirm, is left out of the sum and the report says so.
/// </summary>
/// <param name="Code">The indicator's code.</param>
/// <param name="Numerator">The numerator of a rate, or the value of a count.</param>
/// <param name="Denominator">The denominator of a rate; null for a count.</param>
/// <param name="Unreported">Units of a register-based denominator that did not report; 0 where the population is known from forms alone.</param>
public sealed record IndicatorContribution(string Code, Term Numerator, Term? Denominator, long Unreported = 0);
