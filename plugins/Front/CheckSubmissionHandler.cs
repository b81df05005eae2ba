using MediatR;
using SocialWork.Abstractions;
using SocialWork.Plugins.Front.Forms;

namespace SocialWork.Plugins.Front;

/// <summary>Answers the checks that registers can decide.</summary>
public sealed class CheckSubmissionHandler : IRequestHandler<CheckSubmission, CheckResult>
{
    private static readonly CellKey State = new("trang_thai");

    /// <inheritdoc/>
    public async Task<CheckResult> Handle(CheckSubmission request, CancellationToken cancellationToken) => request.Form switch
    {
        VolunteersAndShelters.Code => await Shelters(request, cancellationToken),
        _ => CheckResult.Clean,
    };

    private static async Task<CheckResult> Shelters(CheckSubmission request, CancellationToken cancellationToken)
    {
        if (await request.Entries.Valid("R10", request.Unit.Code, cancellationToken) is not { } shelters) return CheckResult.Clean;
        var operating = shelters.Where(shelter => shelter[State] is CellValue.Choice { Code: "DANG_HOAT_DONG" }).ToArray();
        var cells = EntryCounts.Differing(VolunteersAndShelters.Shelters, request.Values, operating);
        return cells.IsEmpty ? CheckResult.Clean : new([new("MT2.c1", cells)]);
    }
}
