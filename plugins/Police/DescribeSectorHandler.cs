using MediatR;
using SocialWork.Abstractions;
using SocialWork.Plugins.Police.Forms;

namespace SocialWork.Plugins.Police;

/// <summary>Says what the sector contributes to plan 2026; it has no part in other plans.</summary>
public sealed class DescribeSectorHandler : IRequestHandler<DescribeSector, SectorDescription>
{
    private static readonly SectorDescription Plan2026 = new(
        [DetentionFacilities.Form, JuvenileJusticeSupport.Form, PoliceModels.Form],
        Tasks.All,
        Indicators.Declared);

    private static readonly SectorDescription NoPart = new([], [], []);

    /// <inheritdoc/>
    public Task<SectorDescription> Handle(DescribeSector request, CancellationToken cancellationToken) =>
        Task.FromResult(request.Plan.Id == "2026" ? Plan2026 : NoPart);
}
