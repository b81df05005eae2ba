using MediatR;
using SocialWork.Abstractions;
using SocialWork.Plugins.HomeAffairs.Forms;

namespace SocialWork.Plugins.HomeAffairs;

/// <summary>Answers the checks that register R1 can decide.</summary>
public sealed class CheckSubmissionHandler : IRequestHandler<CheckSubmission, CheckResult>
{
    private static readonly Scope Agencies = Scope.Of(UnitTypes.Department, UnitTypes.PoliceAgency);
    private static readonly Scope Communes = Scope.Of(UnitTypes.Commune);

    /// <inheritdoc/>
    public Task<CheckResult> Handle(CheckSubmission request, CancellationToken cancellationToken) => Task.FromResult(request.Form switch
    {
        OfficialsAndRegimes.Code => AgenciesOfTheRegister(request),
        NetworkGuidance.Code => LocalitiesOfTheRegister(request),
        _ => CheckResult.Clean,
    });

    private static CheckResult AgenciesOfTheRegister(CheckSubmission request)
    {
        long? stated = request.Values[OfficialsAndRegimes.Agencies] switch
        {
            CellValue.Number number => number.Value,
            CellValue.Empty { Kind: EmptyKind.NotArising } => 0,
            _ => null,
        };
        return stated is { } agencies && agencies != request.Register.Count(Agencies).Value
            ? new([new("NV1.c1", [new(OfficialsAndRegimes.Agencies.Id)])])
            : CheckResult.Clean;
    }

    private static CheckResult LocalitiesOfTheRegister(CheckSubmission request) =>
        request.Values[NetworkGuidance.LocalitiesGuided] is CellValue.Number guided
        && guided.Value > request.Register.Count(Communes).Value
            ? new([new("NV2.c1", [new(NetworkGuidance.LocalitiesGuided.Id)])])
            : CheckResult.Clean;
}
