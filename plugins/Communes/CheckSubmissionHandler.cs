using System.Collections.Immutable;
using MediatR;
using SocialWork.Abstractions;
using SocialWork.Plugins.Communes.Forms;

namespace SocialWork.Plugins.Communes;

/// <summary>Answers the checks that registers and what the health sector shares can decide.</summary>
public sealed class CheckSubmissionHandler : IRequestHandler<CheckSubmission, CheckResult>
{
    /// <inheritdoc/>
    public async Task<CheckResult> Handle(CheckSubmission request, CancellationToken cancellationToken) => request.Form switch
    {
        CommuneStaffing.Code => await StaffOfStation(request, cancellationToken),
        CommuneCollaborators.Code => Differing("XP2.c1", await Entries(request, "R3", entries => EntryCounts.Differing(CommuneCollaborators.Collaborators, request.Values, entries, "gioi", "loai"), cancellationToken)),
        FosterCare.Code => Differing("XP4.c1", await Entries(request, "R11", entries => EntryCounts.Differing(FosterCare.CareFamilies, request.Values, entries, "loai"), cancellationToken)),
        _ => CheckResult.Clean,
    };

    // What the station says of itself: YT1.ns, by full-time and part-time, of every sex.
    private static async Task<CheckResult> StaffOfStation(CheckSubmission request, CancellationToken cancellationToken)
    {
        var stations = (await request.Others.CountingIn("YT1", request.Unit.Code, cancellationToken)).Where(told => told.Unit.Type == UnitTypes.HealthStation).ToArray();
        if (stations.Length == 0) return CheckResult.Clean;
        return Differing("XP1.c1",
        [
            .. from option in CommonDimensions.DutyForm.Options
               let cell = new CellKey(CommuneStaffing.StationOfficers.Id, option.Code)
               let stated = EntryCounts.Number(request.Values[cell])
               let told = stations.Select(station => Told(station.Values, option.Code)).ToArray()
               where stated is not null && told.All(staff => staff is not null) && stated != told.Sum()
               select cell,
        ]);
    }

    // Null where the station leaves a cell without a number.
    private static long? Told(FormValues station, string kind)
    {
        var numbers = CommonDimensions.Sex.Options.Select(sex => EntryCounts.Number(station[new CellKey("ns", kind, sex.Code)])).ToArray();
        return numbers.All(number => number is not null) ? numbers.Sum() : null;
    }

    private static async Task<ImmutableArray<CellKey>> Entries(
        CheckSubmission request, string register, Func<ImmutableArray<FormValues>, ImmutableArray<CellKey>> compare, CancellationToken cancellationToken) =>
        await request.Entries.Valid(register, request.Unit.Code, cancellationToken) is { } entries ? compare(entries) : [];

    private static CheckResult Differing(string check, ImmutableArray<CellKey> cells) => cells.IsEmpty ? CheckResult.Clean : new([new(check, cells)]);
}
