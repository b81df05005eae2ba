using MediatR;
using SocialWork.Abstractions;

namespace SocialWork.Fixtures;

internal sealed class Calculate : IRequestHandler<CalculateIndicators, SectorIndicators>
{
    // The test's register blocks until the test lets go, so that nothing waits for a clock.
    public Task<SectorIndicators> Handle(CalculateIndicators request, CancellationToken cancellationToken)
    {
        request.Register.Count(Scope.All);
        return Task.FromResult(new SectorIndicators([]));
    }
}
