namespace SocialWork.Abstractions;

/// <summary>
/// The running totals that a module may read: its own forms, whoever manages the unit, and the core's forms as filled by
/// units of its own sector. An immutable view: every call in one request sees the same moment. Safe for concurrent use.
/// </summary>
public interface ISectorTotals
{
    /// <summary>A measure summed over the counting submissions of the units in the scope.</summary>
    /// <exception cref="SectorAccessException">The form is another sector's.</exception>
    /// <exception cref="ArgumentException">The form does not declare the measure.</exception>
    Term Sum(Measure measure, Scope units);

    /// <summary>The units in the scope that are expected to fill the form and have no counting submission of it.</summary>
    /// <exception cref="SectorAccessException">The form is another sector's.</exception>
    long Unreported(FormDefinition form, Scope units);
}

/// <summary>The registers as they stand at the cut-off date. Safe for concurrent use.</summary>
public interface ISectorRegister
{
    /// <summary>The number of units of register R1 in the scope, whoever manages them.</summary>
    Term Count(Scope units);

    /// <summary>What a measure of <see cref="CoreRegisters"/> counts among the valid entries that units of the module's own sector keep.</summary>
    /// <exception cref="SectorAccessException">No register of the core declares the measure.</exception>
    Term Records(Measure measure);
}

/// <summary>Shorter ways to ask for common sums.</summary>
public static class SectorTotalsExtensions
{
    /// <summary>A field's plain sum over every unit.</summary>
    public static Term Sum(this ISectorTotals totals, FormField field) => totals.Sum(Measure.Total(field), Scope.All);

    /// <summary>A field's plain sum over the units in the scope.</summary>
    public static Term Sum(this ISectorTotals totals, FormField field, Scope units) => totals.Sum(Measure.Total(field), units);

    /// <summary>A measure over every unit.</summary>
    public static Term Sum(this ISectorTotals totals, Measure measure) => totals.Sum(measure, Scope.All);
}

/// <summary>A module asked for data that is not its own. The host logs it.</summary>
public sealed class SectorAccessException : Exception
{
    /// <summary>Names the module and what it asked for.</summary>
    public SectorAccessException(string message) : base(message) { }
}
