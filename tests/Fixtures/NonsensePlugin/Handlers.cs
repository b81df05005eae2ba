using MediatR;
using SocialWork.Abstractions;

namespace SocialWork.Fixtures;

internal sealed class Describe : IRequestHandler<DescribeSector, SectorDescription>
{
    public Task<SectorDescription> Handle(DescribeSector request, CancellationToken cancellationToken) => Task.FromResult<SectorDescription>(null!);
}

internal sealed class Calculate : IRequestHandler<CalculateIndicators, SectorIndicators>
{
    private int _asked;

    // Negative, more than the whole, from nowhere, and the second answer is not the first.
    public Task<SectorIndicators> Handle(CalculateIndicators request, CancellationToken cancellationToken) => Task.FromResult(new SectorIndicators(
    [
        new IndicatorContribution("CT1", new Term(-5 - Interlocked.Increment(ref _asked), []), Term.Zero),
        new IndicatorContribution("ct 2", new Term(100, [new TermSource.Registered(Scope.All, 100)]), new Term(10, []), -1),
    ]));
}
