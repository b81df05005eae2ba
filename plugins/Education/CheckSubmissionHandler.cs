using MediatR;
using SocialWork.Abstractions;
using SocialWork.Plugins.Education.Forms;

namespace SocialWork.Plugins.Education;

/// <summary>Answers the checks that schools' own forms can decide.</summary>
public sealed class CheckSubmissionHandler : IRequestHandler<CheckSubmission, CheckResult>
{
    /// <inheritdoc/>
    public async Task<CheckResult> Handle(CheckSubmission request, CancellationToken cancellationToken) => request.Form switch
    {
        SchoolPracticeReadiness.Code => await Readiness(request, cancellationToken),
        _ => CheckResult.Clean,
    };

    private static async Task<CheckResult> Readiness(CheckSubmission request, CancellationToken cancellationToken)
    {
        var staffing = await request.Others.Counting(SchoolStaffing.Code, request.Unit.Code, cancellationToken);
        return staffing?[SchoolStaffing.ProvidesService] is CellValue.Flag { Value: false }
            ? new([new("GD3.c1", [new(SchoolPracticeReadiness.Finding.Id)])])
            : CheckResult.Clean;
    }
}
