using MediatR;
using SampleSector.Forms;
using SocialWork.Abstractions;

namespace SampleSector;

/// <summary>Says what the sector adds to a plan: the same every time it is asked.</summary>
public sealed class DescribeSectorHandler : IRequestHandler<DescribeSector, SectorDescription>
{
    /// <inheritdoc/>
    public Task<SectorDescription> Handle(DescribeSector request, CancellationToken cancellationToken) =>
        Task.FromResult(new SectorDescription([SampleForm.Form], [], Indicators.Declared));
}
