using System.Collections.Immutable;
using MediatR;
using SocialWork.Abstractions;
using SocialWork.Plugins.Justice.Forms;

namespace SocialWork.Plugins.Justice;

/// <summary>Answers the checks that register R1 can decide.</summary>
public sealed class CheckSubmissionHandler : IRequestHandler<CheckSubmission, CheckResult>
{
    private static readonly Scope JudicialBodies = Scope.Of(UnitTypes.JudicialBody, UnitTypes.LegalAidCentre);

    private static readonly ImmutableArray<CellKey> BodyCells =
        [.. Dimensions.JudicialBodyKind.Options.Select(kind => new CellKey(JusticeSocialWork.Bodies.Id, kind.Code))];

    /// <inheritdoc/>
    public Task<CheckResult> Handle(CheckSubmission request, CancellationToken cancellationToken) => Task.FromResult(request.Form switch
    {
        JusticeSocialWork.Code => BodiesOfTheRegister(request),
        _ => CheckResult.Clean,
    });

    private static CheckResult BodiesOfTheRegister(CheckSubmission request)
    {
        var listed = request.Register.Count(JudicialBodies).Value;
        return listed > 0 && Stated(request.Values) is { } stated && stated != listed
            ? new([new("TP3.c1", BodyCells)])
            : CheckResult.Clean;
    }

    private static long? Stated(FormValues values)
    {
        var numbers = BodyCells.Select(cell => EntryCounts.Number(values[cell])).ToArray();
        return numbers.All(number => number is not null) ? numbers.Sum() : null;
    }
}
