using MediatR;
using SocialWork.Abstractions;
using SocialWork.Plugins.Police.Forms;

namespace SocialWork.Plugins.Police;

/// <summary>Answers the checks that the police's own forms can decide.</summary>
public sealed class CheckSubmissionHandler : IRequestHandler<CheckSubmission, CheckResult>
{
    /// <inheritdoc/>
    public async Task<CheckResult> Handle(CheckSubmission request, CancellationToken cancellationToken) => request.Form switch
    {
        PoliceModels.Code => await Training(request, cancellationToken),
        _ => CheckResult.Clean,
    };

    private static async Task<CheckResult> Training(CheckSubmission request, CancellationToken cancellationToken)
    {
        if (request.Values[PoliceModels.OfficersTrained] is not CellValue.Number inYear) return CheckResult.Clean;
        var facilities = await request.Others.Counting(DetentionFacilities.Code, request.Unit.Code, cancellationToken);
        var cumulative = EntryCounts.Number(facilities?[DetentionFacilities.StaffTrained]);
        return inYear.Value > cumulative
            ? new([new("CA3.c1", [new(PoliceModels.OfficersTrained.Id)])])
            : CheckResult.Clean;
    }
}
