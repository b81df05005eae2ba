using System.Collections.Immutable;
using MediatR;
using SocialWork.Abstractions;
using SocialWork.Plugins.Health.Forms;

namespace SocialWork.Plugins.Health;

/// <summary>Answers the checks that registers, the sector's own forms and what other sectors share can decide.</summary>
public sealed class CheckSubmissionHandler : IRequestHandler<CheckSubmission, CheckResult>
{
    /// <inheritdoc/>
    public async Task<CheckResult> Handle(CheckSubmission request, CancellationToken cancellationToken) => request.Form switch
    {
        HealthFacility.Code => new([.. await ServiceOfStation(request, cancellationToken), .. await StaffOfStation(request, cancellationToken)]),
        HealthStationService.Code => new([.. await Referrals(request, cancellationToken)]),
        PracticeSites.Code => new([.. await Certificates(request, cancellationToken), .. await Sites(request, cancellationToken)]),
        PractitionerUpdates.Code => new([.. await Practitioners(request, cancellationToken)]),
        JuvenileJusticeList.Code => new([.. CommunesOfTheRegister(request), .. await PublishedList(request, cancellationToken)]),
        SocialWorkDay.Code => new([.. await Commendations(request, cancellationToken)]),
        _ => CheckResult.Clean,
    };

    private static async Task<IEnumerable<CheckFinding>> ServiceOfStation(CheckSubmission request, CancellationToken cancellationToken)
    {
        if (request.Unit.Type != UnitTypes.HealthStation) return [];
        if (request.Values[HealthFacility.ProvidesService] is not CellValue.Flag { Value: false }) return [];
        var station = await request.Others.Counting(HealthStationService.Code, request.Unit.Code, cancellationToken);
        return station is not null && HasIntakes(station) ? [new("YT1.c1", [new(HealthFacility.ProvidesService.Id)])] : [];
    }

    private static bool HasIntakes(FormValues station) => station.Cells.Any(cell =>
        cell.Key.Field == HealthStationService.FirstIntakes.Id && cell.Value is CellValue.Number { Value: > 0 });

    // What the commune says of its station: XP1.tyt_pc.
    private static async Task<IEnumerable<CheckFinding>> StaffOfStation(CheckSubmission request, CancellationToken cancellationToken)
    {
        if (request.Unit is not { Type: UnitTypes.HealthStation, Commune: { } commune }) return [];
        var told = await request.Others.Counting("XP1", commune, cancellationToken);
        if (told?[new CellKey("tyt_pc")] is not CellValue.Flag assigned || EntryCounts.Sum(HealthFacility.SocialWorkers, request.Values) is not { } staff) return [];
        return assigned.Value == staff > 0 ? [] : [new("YT1.c2", [new(HealthFacility.SocialWorkers.Id)])];
    }

    private static async Task<IEnumerable<CheckFinding>> Referrals(CheckSubmission request, CancellationToken cancellationToken)
    {
        if (await request.Entries.Valid("R14", request.Unit.Code, cancellationToken) is not { } referrals) return [];
        var inPeriod = referrals.Where(r => r[EntryField.Date] is CellValue.Date on && request.Period.Contains(on.Value)).ToArray();
        return Differing("YT2.c1", EntryCounts.Differing(HealthStationService.Referrals, request.Values, inPeriod, "nhom_dt"));
    }

    private static async Task<IEnumerable<CheckFinding>> Certificates(CheckSubmission request, CancellationToken cancellationToken)
    {
        var certificates = await request.Entries.Valid("R6", keeper: null, cancellationToken);
        return certificates is { } issued && issued.Any(TooShort) ? [new("YT3.c1", [])] : [];
    }

    // At least 12, 9 or 6 months by degree.
    private static bool TooShort(FormValues certificate)
    {
        if (certificate[EntryField.Degree] is not CellValue.Choice degree || certificate[EntryField.From] is not CellValue.Date from || certificate[EntryField.To] is not CellValue.Date to) return false;
        var months = degree.Code switch { "DAI_HOC" => 12, "CAO_DANG" => 9, _ => 6 };
        return to.Value.AddDays(1) < from.Value.AddMonths(months);
    }

    private static async Task<IEnumerable<CheckFinding>> Sites(CheckSubmission request, CancellationToken cancellationToken) =>
        await request.Entries.Valid("R5", request.Unit.Code, cancellationToken) is { } sites
        && EntryCounts.Sum(PracticeSites.Selected, request.Values) is { } selected && selected != sites.Length
            ? [new("YT3.c2", [.. request.Values.Cells.Keys.Where(cell => cell.Field == PracticeSites.Selected.Id)])]
            : [];

    private static async Task<IEnumerable<CheckFinding>> Practitioners(CheckSubmission request, CancellationToken cancellationToken)
    {
        if (await request.Entries.Valid("R7", request.Unit.Code, cancellationToken) is not { } papers) return [];
        var inForce = papers.Where(paper => Says(paper, EntryField.State, "CON_HIEU_LUC")).ToArray();
        return Differing("YT4.c1",
        [
            .. EntryCounts.Differing(PractitionerUpdates.LicensedPractitioners, request.Values, [.. inForce.Where(paper => Says(paper, EntryField.Kind, "HANH_NGHE"))]),
            .. EntryCounts.Differing(PractitionerUpdates.PractitionersUpdated, request.Values, [.. inForce.Where(paper => Says(paper, EntryField.Kind, "CAP_NHAT"))]),
        ]);
    }

    private static IEnumerable<CheckFinding> CommunesOfTheRegister(CheckSubmission request) =>
        request.Values[JuvenileJusticeList.CommunesCovered] is CellValue.Number covered
        && covered.Value > request.Register.Count(Scope.Of(UnitTypes.Commune)).Value
            ? [new("YT5.c1", [new(JuvenileJusticeList.CommunesCovered.Id)])]
            : [];

    private static async Task<IEnumerable<CheckFinding>> PublishedList(CheckSubmission request, CancellationToken cancellationToken)
    {
        if (await request.Entries.Valid("R4", request.Unit.Code, cancellationToken) is not { } people) return [];
        var communes = people.Select(person => person[EntryField.Commune]).OfType<CellValue.Words>().Select(code => code.Value).Distinct(StringComparer.Ordinal).Count();
        var covered = EntryCounts.Number(request.Values[JuvenileJusticeList.CommunesCovered]);
        return Differing("YT5.c2",
        [
            .. EntryCounts.Differing(JuvenileJusticeList.PeopleListed, request.Values, people, "loai", "gioi"),
            .. covered is null || covered == communes ? Array.Empty<CellKey>() : [new(JuvenileJusticeList.CommunesCovered.Id)],
        ]);
    }

    private static async Task<IEnumerable<CheckFinding>> Commendations(CheckSubmission request, CancellationToken cancellationToken)
    {
        if (await request.Entries.Valid("R13", request.Unit.Code, cancellationToken) is not { } all) return [];
        var inYear = all.Where(entry => entry[EntryField.Date] is CellValue.Date on && request.Period.Contains(on.Value)).ToArray();
        return Differing("YT6.c1",
        [
            .. EntryCounts.Differing(SocialWorkDay.GroupsHonoured, request.Values, [.. inYear.Where(entry => Says(entry, EntryField.Honoured, "TAP_THE"))]),
            .. EntryCounts.Differing(SocialWorkDay.IndividualsHonoured, request.Values, [.. inYear.Where(entry => Says(entry, EntryField.Honoured, "CA_NHAN"))]),
        ]);
    }

    private static bool Says(FormValues entry, CellKey field, string code) => entry[field] is CellValue.Choice choice && choice.Code == code;

    private static IEnumerable<CheckFinding> Differing(string check, ImmutableArray<CellKey> cells) => cells.IsEmpty ? [] : [new(check, cells)];

    /// <summary>Fields of register entries.</summary>
    private static class EntryField
    {
        public static readonly CellKey Date = new("ngay");
        public static readonly CellKey Kind = new("loai");
        public static readonly CellKey State = new("trang_thai");
        public static readonly CellKey Degree = new("trinh_do");
        public static readonly CellKey From = new("tu_ngay");
        public static readonly CellKey To = new("den_ngay");
        public static readonly CellKey Commune = new("ma_xa");
        public static readonly CellKey Honoured = new("doi_tuong");
    }
}
