using MediatR;
using SocialWork.Abstractions;
using SocialWork.Plugins.Health.Forms;

namespace SocialWork.Plugins.Health;

/// <summary>Says what the sector contributes to plan 2026; it has no part in other plans.</summary>
public sealed class DescribeSectorHandler : IRequestHandler<DescribeSector, SectorDescription>
{
    private static readonly SectorDescription Plan2026 = new(
        [
            HealthFacility.Form,
            HealthStationService.Form,
            PracticeSites.Form,
            PractitionerUpdates.Form,
            JuvenileJusticeList.Form,
            SocialWorkDay.Form,
        ],
        Tasks.All,
        Indicators.Declared);

    private static readonly SectorDescription NoPart = new([], [], []);

    /// <inheritdoc/>
    public Task<SectorDescription> Handle(DescribeSector request, CancellationToken cancellationToken) =>
        Task.FromResult(request.Plan.Id == "2026" ? Plan2026 : NoPart);
}
