using System.Collections.Immutable;
using MediatR;

namespace SocialWork.Abstractions;

/// <summary>The host asks a module to run the checks of one of its forms that an expression cannot state.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Form">The form's code.</param>
/// <param name="Unit">The submitting unit.</param>
/// <param name="Period">The period that is reported.</param>
/// <param name="Values">The values to be checked.</param>
/// <param name="Register">Register R1 at the plan's cut-off date.</param>
/// <param name="Others">Other submissions that the module may read.</param>
/// <param name="Entries">Entries of registers that the module may read.</param>
public sealed record CheckSubmission(
    PlanRef Plan, string Form, UnitInfo Unit, ReportedPeriod Period, FormValues Values, ISectorRegister Register, ISectorSubmissions Others, ISectorEntries Entries)
    : IRequest<CheckResult>;

/// <summary>A period that is reported.</summary>
/// <param name="First">Its first day.</param>
/// <param name="Last">Its last day: of a year the plan's cut-off date.</param>
public readonly record struct ReportedPeriod(DateOnly First, DateOnly Last)
{
    /// <summary>Whether a date lies in it.</summary>
    public bool Contains(DateOnly date) => First <= date && date <= Last;
}

/// <summary>
/// The counting submissions that a module may read: its own forms, the core's forms of its own sector's units, and of any
/// other form the fields that its owner shares (<see cref="FormDefinition.SharedFields"/>). Safe for concurrent use.
/// </summary>
public interface ISectorSubmissions
{
    /// <summary>The values that count for a form and unit, or null when there are none.</summary>
    /// <exception cref="SectorAccessException">The form is another sector's and shares nothing.</exception>
    ValueTask<FormValues?> Counting(string form, string unit, CancellationToken cancellationToken);

    /// <summary>The values that count for a form, unit by unit: of the units whose seat is in one commune, or of every unit.</summary>
    /// <param name="form">The form's code.</param>
    /// <param name="commune">The commune's code; null for every unit.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SectorAccessException">The form is another sector's and shares nothing.</exception>
    ValueTask<ImmutableArray<SubmittedForm>> CountingIn(string form, string? commune, CancellationToken cancellationToken);
}

/// <summary>The values that count for one unit.</summary>
public sealed record SubmittedForm(UnitInfo Unit, FormValues Values);

/// <summary>The entries of the core's registers that units of the module's own sector keep. Safe for concurrent use.</summary>
public interface ISectorEntries
{
    /// <summary>
    /// The entries that hold at the plan's cut-off date, those of events until then included; null where there is nothing to
    /// compare with, because the unit keeps no entry in that register at all.
    /// </summary>
    /// <param name="register">The register's code: <c>R3</c>.</param>
    /// <param name="keeper">The unit that keeps them; null for every unit of the sector.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SectorAccessException">The unit is of another sector, or there is no such register.</exception>
    ValueTask<ImmutableArray<FormValues>?> Valid(string register, string? keeper, CancellationToken cancellationToken);
}

/// <summary>The checks that failed; a check that is not named held, or could not be judged.</summary>
/// <param name="Findings">The failures.</param>
public sealed record CheckResult(ImmutableArray<CheckFinding> Findings)
{
    /// <summary>Every check held.</summary>
    public static CheckResult Clean { get; } = new([]);
}

/// <summary>One failed check. Its severity and message are those of the declared <see cref="FormCheck"/>.</summary>
/// <param name="Check">The check's id.</param>
/// <param name="Cells">The cells at fault; may be empty.</param>
public sealed record CheckFinding(string Check, ImmutableArray<CellKey> Cells);
