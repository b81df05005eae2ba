using System.Collections.Immutable;
using MediatR;

namespace SocialWork.Abstractions;

/// <summary>The host asks a module to run the checks of one of its forms that an expression cannot state.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Form">The form's code.</param>
/// <param name="Unit">The submitting unit.</param>
/// <param name="Values">The values to be checked.</param>
/// <param name="Register">Register R1 at the plan's cut-off date.</param>
/// <param name="Others">Other submissions that the module may read.</param>
public sealed record CheckSubmission(PlanRef Plan, string Form, UnitInfo Unit, FormValues Values, ISectorRegister Register, ISectorSubmissions Others)
    : IRequest<CheckResult>;

/// <summary>The counting submissions that a module may read. Safe for concurrent use.</summary>
public interface ISectorSubmissions
{
    /// <summary>The values that count for a form and unit, or null when there are none.</summary>
    /// <exception cref="SectorAccessException">The form is another sector's.</exception>
    ValueTask<FormValues?> Counting(string form, string unit, CancellationToken cancellationToken);
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
