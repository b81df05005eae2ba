using MediatR;
using SocialWork.Abstractions;
using SocialWork.Plugins.Culture.Forms;

namespace SocialWork.Plugins.Culture;

/// <summary>Answers the checks that register R1 can decide.</summary>
public sealed class CheckSubmissionHandler : IRequestHandler<CheckSubmission, CheckResult>
{
    /// <inheritdoc/>
    public Task<CheckResult> Handle(CheckSubmission request, CancellationToken cancellationToken) => Task.FromResult(request.Form switch
    {
        MediaOutput.Code => Broadcasting(request),
        _ => CheckResult.Clean,
    });

    private static CheckResult Broadcasting(CheckSubmission request) =>
        request.Values[MediaOutput.CommunesBroadcasting] is CellValue.Number broadcasting
        && broadcasting.Value > request.Register.Count(Scope.Of(UnitTypes.Commune)).Value
            ? new([new("VH1.c1", [new(MediaOutput.CommunesBroadcasting.Id)])])
            : CheckResult.Clean;
}
