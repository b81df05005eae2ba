using MediatR;
using SocialWork.Abstractions;

namespace SampleSector;

/// <summary>Gives the sector's parts of the indicators.</summary>
public sealed class CalculateIndicatorsHandler : IRequestHandler<CalculateIndicators, SectorIndicators>
{
    /// <inheritdoc/>
    public Task<SectorIndicators> Handle(CalculateIndicators request, CancellationToken cancellationToken) =>
        Task.FromResult(new SectorIndicators(Indicators.Of(request)));
}
