using MediatR;
using SocialWork.Abstractions;

namespace SocialWork.Fixtures;

internal sealed class Describe : IRequestHandler<DescribeSector, SectorDescription>
{
    public Task<SectorDescription> Handle(DescribeSector request, CancellationToken cancellationToken) =>
        new TaskCompletionSource<SectorDescription>().Task;
}

internal sealed class Activated : INotificationHandler<PlanActivated>
{
    public Task Handle(PlanActivated notification, CancellationToken cancellationToken) => new TaskCompletionSource().Task;
}
