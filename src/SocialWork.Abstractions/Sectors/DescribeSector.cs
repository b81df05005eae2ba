using System.Collections.Immutable;
using MediatR;

namespace SocialWork.Abstractions;

/// <summary>The host asks what a module contributes to a plan. The answer must be the same every time.</summary>
/// <param name="Plan">The plan.</param>
public sealed record DescribeSector(PlanRef Plan) : IRequest<SectorDescription>;

/// <summary>What a sector contributes to a plan.</summary>
/// <param name="Forms">Its forms.</param>
/// <param name="Tasks">Its tasks, bound to the plan's clauses.</param>
/// <param name="Indicators">The indicators it has a part in.</param>
public sealed record SectorDescription(
    ImmutableArray<FormDefinition> Forms,
    ImmutableArray<SectorTask> Tasks,
    ImmutableArray<IndicatorDeclaration> Indicators);
