using MediatR;
using SocialWork.Abstractions;

namespace SocialWork.Fixtures;

internal sealed class Describe : IRequestHandler<DescribeSector, SectorDescription>
{
    public Task<SectorDescription> Handle(DescribeSector request, CancellationToken cancellationToken) => throw new SectorFault();
}

internal sealed class Calculate : IRequestHandler<CalculateIndicators, SectorIndicators>
{
    // Neither the host's time-out nor the caller's cancellation, though both look like it.
    public Task<SectorIndicators> Handle(CalculateIndicators request, CancellationToken cancellationToken) =>
        request.Settings.Contains("timeout") ? throw new TimeoutException("mine") : throw new OperationCanceledException("mine");
}

/// <summary>An exception of the plugin's own type, whose description throws as well.</summary>
public sealed class SectorFault : Exception
{
    /// <summary>Names the fault.</summary>
    public SectorFault() : base("the sum does not add up") { }

    /// <inheritdoc/>
    public override string ToString() => throw new NotSupportedException();
}
