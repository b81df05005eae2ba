using MediatR;
using SocialWork.Abstractions;

namespace SocialWork.Plugins.Health;

/// <summary>Gives the sector's parts of the indicators of plan 2026.</summary>
public sealed class CalculateIndicatorsHandler : IRequestHandler<CalculateIndicators, SectorIndicators>
{
    /// <inheritdoc/>
    public Task<SectorIndicators> Handle(CalculateIndicators request, CancellationToken cancellationToken) =>
        Task.FromResult(new SectorIndicators(request.Plan.Id == "2026" ? Indicators.Of(request) : []));
}
