using MediatR;
using SocialWork.Abstractions;

namespace SocialWork.Fixtures;

internal sealed class Describe : IRequestHandler<DescribeSector, SectorDescription>
{
    public Task<SectorDescription> Handle(DescribeSector request, CancellationToken cancellationToken) =>
        Task.FromResult(new SectorDescription([], [], [new IndicatorDeclaration("CT5", new Text("K3.da_th / K3.tong_ns", "K3.da_th / K3.tong_ns"))]));
}

internal sealed class Calculate : IRequestHandler<CalculateIndicators, SectorIndicators>
{
    public Task<SectorIndicators> Handle(CalculateIndicators request, CancellationToken cancellationToken) =>
        new TaskCompletionSource<SectorIndicators>().Task;
}
