using MediatR;
using SocialWork.Abstractions;

namespace SocialWork.Fixtures;

internal sealed class Describe : IRequestHandler<DescribeSector, SectorDescription>
{
    public Task<SectorDescription> Handle(DescribeSector request, CancellationToken cancellationToken) => Task.FromResult<SectorDescription>(null!);
}
