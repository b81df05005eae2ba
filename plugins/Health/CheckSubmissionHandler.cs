using MediatR;
using SocialWork.Abstractions;
using SocialWork.Plugins.Health.Forms;

namespace SocialWork.Plugins.Health;

/// <summary>Answers the checks that register R1 and the sector's own forms can decide.</summary>
public sealed class CheckSubmissionHandler : IRequestHandler<CheckSubmission, CheckResult>
{
    /// <inheritdoc/>
    public async Task<CheckResult> Handle(CheckSubmission request, CancellationToken cancellationToken) => request.Form switch
    {
        HealthFacility.Code => await ServiceOfStation(request, cancellationToken),
        JuvenileJusticeList.Code => CommunesOfTheRegister(request),
        _ => CheckResult.Clean,
    };

    private static async Task<CheckResult> ServiceOfStation(CheckSubmission request, CancellationToken cancellationToken)
    {
        if (request.Unit.Type != UnitTypes.HealthStation) return CheckResult.Clean;
        if (request.Values[HealthFacility.ProvidesService] is not CellValue.Flag { Value: false }) return CheckResult.Clean;
        var station = await request.Others.Counting(HealthStationService.Code, request.Unit.Code, cancellationToken);
        return station is not null && HasIntakes(station)
            ? new([new("YT1.c1", [new(HealthFacility.ProvidesService.Id)])])
            : CheckResult.Clean;
    }

    private static bool HasIntakes(FormValues station) => station.Cells.Any(cell =>
        cell.Key.Field == HealthStationService.FirstIntakes.Id && cell.Value is CellValue.Number { Value: > 0 });

    private static CheckResult CommunesOfTheRegister(CheckSubmission request) =>
        request.Values[JuvenileJusticeList.CommunesCovered] is CellValue.Number covered
        && covered.Value > request.Register.Count(Scope.Of(UnitTypes.Commune)).Value
            ? new([new("YT5.c1", [new(JuvenileJusticeList.CommunesCovered.Id)])])
            : CheckResult.Clean;
}
