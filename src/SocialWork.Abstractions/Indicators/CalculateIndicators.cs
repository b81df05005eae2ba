using System.Collections.Immutable;
using MediatR;

namespace SocialWork.Abstractions;

/// <summary>
/// The host asks a module, once per report, for its parts of all the indicators it declared. The handler must be quick
/// (the host waits 10 seconds by default), must not block, and must not keep the views it is given.
/// </summary>
/// <param name="Plan">The plan.</param>
/// <param name="CutOff">The date at which the register is read: the plan's reporting date unless a report asks for another.</param>
/// <param name="Totals">Sums that the module may read.</param>
/// <param name="Register">Register R1 at the cut-off date.</param>
/// <param name="Settings">Settings of the plan that are switched on, such as <c>ct1.countStations</c>.</param>
public sealed record CalculateIndicators(PlanRef Plan, DateOnly CutOff, ISectorTotals Totals, ISectorRegister Register, ImmutableHashSet<string> Settings)
    : IRequest<SectorIndicators>;

/// <summary>A module's answer: one part per declared indicator.</summary>
/// <param name="Contributions">The parts.</param>
public sealed record SectorIndicators(ImmutableArray<IndicatorContribution> Contributions);
