using System.Collections.Immutable;

namespace SocialWork.Abstractions;

/// <summary>
/// A number together with where it comes from. Handlers get terms from <see cref="ISectorTotals"/> and
/// <see cref="ISectorRegister"/> and add them; the host checks every source against its own data, so that a number without
/// lineage cannot reach a report. Immutable.
/// </summary>
/// <param name="Value">The number, exact.</param>
/// <param name="Sources">What it is the sum of.</param>
public sealed record Term(long Value, ImmutableArray<TermSource> Sources)
{
    /// <summary>Nothing, from nowhere.</summary>
    public static Term Zero { get; } = new(0, []);

    /// <summary>The sum, with the sources of both.</summary>
    /// <exception cref="OverflowException">The sum exceeds 64 bits.</exception>
    public static Term operator +(Term left, Term right) => new(checked(left.Value + right.Value), left.Sources.AddRange(right.Sources));
}

/// <summary>One origin of a term. A closed family.</summary>
/// <param name="Value">What it adds.</param>
public abstract record TermSource(long Value)
{
    /// <summary>A measure over the counting submissions of the units in a scope.</summary>
    /// <param name="Measure">The measure.</param>
    /// <param name="Units">The units it is over.</param>
    /// <param name="Value">The sum.</param>
    /// <param name="Counts">How many cells were of which kind.</param>
    public sealed record Reported(Measure Measure, Scope Units, long Value, CellCounts Counts) : TermSource(Value);

    /// <summary>A number of units of register R1 that are valid at the cut-off date.</summary>
    /// <param name="Units">The units counted.</param>
    /// <param name="Value">How many there are.</param>
    public sealed record Registered(Scope Units, long Value) : TermSource(Value);

    /// <summary>A measure over the valid entries of a register of the core, those that units of the module's own sector keep.</summary>
    /// <param name="Measure">The measure.</param>
    /// <param name="Value">The sum.</param>
    public sealed record Recorded(Measure Measure, long Value) : TermSource(Value);

    /// <summary>A number of units that owe a duty, or that met it in time.</summary>
    /// <param name="Duty">The duty's clause.</param>
    /// <param name="InTime">True: those that sent in time; false: those that owe it.</param>
    /// <param name="Value">How many there are.</param>
    public sealed record Owed(ClauseId Duty, bool InTime, long Value) : TermSource(Value);
}

/// <summary>How many cells of a measure were of which kind. Missing is never zero: the kinds stay apart.</summary>
/// <param name="Reported">Cells with a value, 0 included.</param>
/// <param name="NotArising">Cells that say <i>không phát sinh</i>.</param>
/// <param name="NotApplicable">Cells that say <i>không áp dụng</i>.</param>
/// <param name="Withheld">Cells that say <i>không cung cấp</i>.</param>
/// <param name="Unreported">Cells that a sent form left out.</param>
public readonly record struct CellCounts(long Reported, long NotArising, long NotApplicable, long Withheld, long Unreported)
{
    /// <summary>The counts, kind by kind.</summary>
    public static CellCounts operator +(CellCounts a, CellCounts b) => new(
        a.Reported + b.Reported, a.NotArising + b.NotArising, a.NotApplicable + b.NotApplicable, a.Withheld + b.Withheld, a.Unreported + b.Unreported);
}
