using System.Collections.Immutable;
using System.Globalization;
using SocialWork.Abstractions;
using SocialWork.Core.Forms;
using SocialWork.Core.Plans;

namespace SocialWork.Core.Units.Changes;

/// <summary>What must be true of register R1 after a change. Finds every fault at once. Pure; safe for concurrent use.</summary>
/// <param name="plans">The plans, newest first: the newest says which sectors there are.</param>
/// <param name="today">Today in the city.</param>
public sealed class UnitRules(ImmutableArray<Plan> plans, DateOnly today)
{
    /// <summary>The longest name, in characters.</summary>
    public const int MaxName = 300;

    /// <summary>The longest legal act, in characters.</summary>
    public const int MaxLegalAct = 500;

    /// <summary>How far ahead a date may lie, in days.</summary>
    public const int MaxDaysAhead = 366;

    /// <summary>The faults of an entry, each with the field it is about.</summary>
    /// <param name="before">The entry as it was.</param>
    /// <param name="after">The entry as it shall be.</param>
    /// <param name="state">The register as it shall be.</param>
    public ImmutableArray<CellProblem> Check(UnitEntry before, UnitEntry after, UnitState state)
    {
        var found = ImmutableArray.CreateBuilder<CellProblem>();
        void Report(string field, string code, string vi, string en) => found.Add(new CellProblem(field, code, new Text(vi, en)));

        // What was wrong already is not this change's fault: a school without a level can be renamed and closed.
        foreach (var row in before.Rows) Row(row, state, Report);
        var known = found.ToHashSet();
        found.Clear();
        foreach (var row in after.Rows.Where(r => !before.Rows.Contains(r))) Row(row, state, Report);
        found.RemoveAll(known.Contains);
        foreach (var (earlier, later) in after.Rows.Zip(after.Rows.Skip(1)))
        {
            if (earlier.ValidTo is null || earlier.ValidTo > later.ValidFrom)
            {
                Report(
                    UnitFields.ValidFrom,
                    "unit.overlap",
                    $"Đơn vị {after.Code} có hai dòng cùng hiệu lực ngày {UnitSteps.Day(later.ValidFrom)}: dòng trước phải kết thúc trước khi dòng sau bắt đầu.",
                    $"Unit {after.Code} has two rows that hold on {UnitSteps.Day(later.ValidFrom)}: the first must end before the second begins.");
            }

            if (UnitKinds.IsFacility(earlier.Type) != UnitKinds.IsFacility(later.Type) && !before.Rows.Contains(later))
            {
                Report(
                    UnitFields.Type,
                    "unit.kindChanges",
                    $"Đơn vị {after.Code} không thể chuyển giữa cơ quan và cơ sở: kết thúc đơn vị này và nhập đơn vị mới.",
                    $"Unit {after.Code} cannot turn from an agency into a facility or back: close it and enter a new one.");
            }
        }

        foreach (var edge in after.Successions.Except(before.Successions)) Edge(after.Code, edge, state, Report);
        if (before.Rows.Any(r => UnitKinds.IsAgency(r.Type))) Agency(before, after, state, Report);
        return found.ToImmutable();
    }

    private void Row(Unit row, UnitState state, Action<string, string, string, string> report)
    {
        if (!UnitCodes.IsWellFormed(row.Code))
            report(UnitFields.Code, "unit.code", $"Mã “{row.Code}” không hợp lệ: dùng chữ in hoa không dấu, chữ số, dấu gạch nối hoặc dấu chấm, tối đa {UnitCodes.MaxLength} ký tự.", $"Code '{row.Code}' cannot be used: capital letters, digits, hyphens and dots, at most {UnitCodes.MaxLength} characters.");
        if (string.IsNullOrWhiteSpace(row.Name))
            report(UnitFields.Name, "unit.nameMissing", "Chưa ghi tên đơn vị.", "The name is missing.");
        else if (row.Name.Length > MaxName || !CellText.IsPrintable(row.Name) || row.Name.Contains('\n', StringComparison.Ordinal))
            report(UnitFields.Name, "unit.name", $"Tên đơn vị phải viết trên một dòng, tối đa {MaxName} ký tự.", $"The name must be one line of at most {MaxName} characters.");
        if (row.LegalAct is { } act && (act.Length > MaxLegalAct || !CellText.IsPrintable(act)))
            report(UnitFields.LegalAct, "unit.legalAct", $"Văn bản dài quá {MaxLegalAct} ký tự.", $"The legal act is longer than {MaxLegalAct} characters.");

        Kind(row, report);
        Dates(row, report);
        Place(row, state, report);
        if (row.Operator is { } by && (state.On(by, row.ValidFrom) is not { } agency || !UnitKinds.IsAgency(agency.Type) || by == row.Code))
            report(UnitFields.Operator, "unit.operator", $"Cơ quan quản lý trực tiếp “{by}” không có trong danh mục cơ quan ngày {UnitSteps.Day(row.ValidFrom)}: ghi mã một cơ quan, hoặc để trống.", $"The operator '{by}' is no agency of the register on {UnitSteps.Day(row.ValidFrom)}: write an agency's code, or leave it empty.");
    }

    private void Kind(Unit row, Action<string, string, string, string> report)
    {
        if (UnitKinds.WhyNeverEntered(row.Type) is { } why)
            report(UnitFields.Type, "unit.neverEntered", why.Vi, why.En);
        else if (!UnitKinds.IsFacility(row.Type) && !UnitKinds.IsAgency(row.Type))
            report(UnitFields.Type, "unit.type", $"Không có loại hình đơn vị “{row.Type}”. Các loại hình cơ sở: {string.Join(", ", UnitKinds.FacilityTypes)}.", $"There is no unit type '{row.Type}'. Types of facility: {string.Join(", ", UnitKinds.FacilityTypes)}.");

        var sectors = plans.IsEmpty ? [] : plans[0].Sectors;
        if (sectors.All(s => s.Module != row.ManagingSector))
            report(UnitFields.ManagingSector, "unit.managingSector", $"Ngành chủ quản “{row.ManagingSector}” không có trong kế hoạch. Chọn đúng một trong: {string.Join(", ", sectors.Select(s => s.Module))}.", $"The plan has no sector '{row.ManagingSector}'. Choose exactly one of: {string.Join(", ", sectors.Select(s => s.Module))}.");
        if (UnitKinds.Tiers.Options.All(o => o.Code != row.Tier))
            report(UnitFields.Tier, "unit.tier", $"Cấp quản lý “{row.Tier}” không hợp lệ: chọn central (trung ương), city (thành phố) hoặc commune (xã, phường).", $"The tier '{row.Tier}' must be central, city or commune.");

        if (row.Type != UnitTypes.School)
        {
            if (row.SchoolLevel is not null) report(UnitFields.SchoolLevel, "unit.schoolLevelNotAsked", "Cấp học chỉ ghi cho trường học.", "Only a school has a level.");
        }
        else if (row.SchoolLevel is null)
            report(UnitFields.SchoolLevel, "unit.schoolLevelMissing", $"Trường học phải ghi cấp học: {Levels}.", $"A school needs its level: {Levels}.");
        else if (UnitKinds.SchoolLevels.Options.All(o => o.Code != row.SchoolLevel))
            report(UnitFields.SchoolLevel, "unit.schoolLevel", $"Không có cấp học “{row.SchoolLevel}”. Chọn một trong: {Levels}.", $"There is no school level '{row.SchoolLevel}'. Choose one of: {Levels}.");
    }

    private static string Levels => string.Join(", ", UnitKinds.SchoolLevels.Options.Select(o => o.Code));

    private void Dates(Unit row, Action<string, string, string, string> report)
    {
        var latest = today.AddDays(MaxDaysAhead);
        if (row.ValidFrom > latest || row.ValidTo > latest)
            report(row.ValidFrom > latest ? UnitFields.ValidFrom : UnitFields.ValidTo, "unit.tooFarAhead", $"Ngày hiệu lực chỉ ghi trước tối đa {MaxDaysAhead} ngày (đến {UnitSteps.Day(latest)}).", $"A date may lie at most {MaxDaysAhead} days ahead (until {UnitSteps.Day(latest)}).");
        if (row.ValidTo <= row.ValidFrom)
            report(UnitFields.ValidTo, "unit.endsBeforeItBegins", $"Ngày kết thúc {UnitSteps.Day(row.ValidTo.Value)} phải sau ngày bắt đầu {UnitSteps.Day(row.ValidFrom)}.", $"The end {UnitSteps.Day(row.ValidTo.Value)} must be after the beginning {UnitSteps.Day(row.ValidFrom)}.");
    }

    private static void Place(Unit row, UnitState state, Action<string, string, string, string> report)
    {
        if (row.Commune is not { } commune)
        {
            if (UnitKinds.IsFacility(row.Type)) report(UnitFields.Commune, "unit.communeMissing", "Cơ sở phải ghi mã xã, phường nơi đặt trụ sở.", "A facility needs the code of the commune of its seat.");
            return;
        }

        var rows = state.Entry(commune).Rows.Where(r => r.Type == UnitTypes.Commune).ToArray();
        if (rows.Length == 0)
            report(UnitFields.Commune, "unit.communeUnknown", $"Không có xã, phường mã “{commune}”.", $"There is no commune with code '{commune}'.");
        else if (!Covers(rows, row.ValidFrom, row.ValidTo))
            report(UnitFields.Commune, "unit.communeNotValid", $"{rows[^1].Name} ({commune}) không có hiệu lực suốt thời gian của dòng, từ ngày {UnitSteps.Day(row.ValidFrom)}: {Periods(rows)}.", $"{rows[^1].Name} ({commune}) does not hold over the whole row, which begins on {UnitSteps.Day(row.ValidFrom)}: {Periods(rows)}.");

        if (row.Type == UnitTypes.Commune && commune != row.Code)
            report(UnitFields.Commune, "unit.communeOfCommune", "Xã, phường ghi chính mã của mình ở ô xã, phường.", "A commune's own code stands as its commune.");
        if (row.Type == UnitTypes.HealthStation && state.StationsIn(commune).FirstOrDefault(s => s.Code != row.Code && Overlap(s, row)) is { } other)
            report(UnitFields.Commune, "unit.stationExists", $"Mỗi xã, phường chỉ có một trạm y tế: {commune} đã có {other.Name} ({other.Code}). Điểm trạm vệ tinh không phải là đơn vị.", $"A commune has one health station: {commune} has {other.Name} ({other.Code}). Satellite points are not units.");
    }

    private static void Edge(string code, Succession edge, UnitState state, Action<string, string, string, string> report)
    {
        var (field, other) = edge.Predecessor == code ? (UnitFields.Successors, edge.Successor) : (UnitFields.Predecessors, edge.Predecessor);
        var there = edge.Predecessor == code ? state.On(other, edge.On) is not null : state.On(other, edge.On.AddDays(-1)) is not null;
        if (!there || other == code)
            report(field, field == UnitFields.Successors ? "unit.successor" : "unit.predecessor", $"Không có đơn vị mã “{other}” tại thời điểm {UnitSteps.Day(edge.On)}.", $"There is no unit with code '{other}' at {UnitSteps.Day(edge.On)}.");
        if (edge.LegalAct.Length == 0)
            report(UnitFields.LegalAct, "unit.legalActMissing", "Sáp nhập, chia tách phải ghi văn bản.", "A merger or split needs its legal act.");
    }

    // An agency that others rest on does not go while they do.
    private void Agency(UnitEntry before, UnitEntry after, UnitState state, Action<string, string, string, string> report)
    {
        foreach (var plan in plans.Where(p => p.Party(before.Code) is { Kind: PartyKind.Agency or PartyKind.Issuer } && before.On(p.CutOff) is not null && after.On(p.CutOff) is null))
            report(UnitFields.ValidTo, "unit.namedByPlan", $"Kế hoạch {plan.Id} giao việc cho {before.Code}: không kết thúc cơ quan này trước ngày chốt {UnitSteps.Day(plan.CutOff)}.", $"Plan {plan.Id} names {before.Code}: it cannot end before the cut-off date {UnitSteps.Day(plan.CutOff)}.");

        var communes = after.Rows.Where(r => r.Type == UnitTypes.Commune).ToArray();
        var stranded = state.Referring(before.Code)
            .Where(r => !Covers(r.Commune == before.Code ? communes : [.. after.Rows], r.ValidFrom, r.ValidTo))
            .Where(r => Covers([.. before.Rows], r.ValidFrom, r.ValidTo))
            .Select(r => r.Code)
            .Distinct(StringComparer.Ordinal)
            .ToArray();
        if (stranded.Length > 0)
            report(UnitFields.ValidTo, "unit.othersRestOnIt", $"Còn {stranded.Length} đơn vị thuộc {before.Code} (ví dụ {string.Join(", ", stranded.Take(3))}): chuyển hoặc kết thúc các đơn vị đó trước.", $"{stranded.Length} units still belong to {before.Code} (for example {string.Join(", ", stranded.Take(3))}): move or close them first.");
    }

    private static bool Covers(IReadOnlyList<Unit> rows, DateOnly from, DateOnly? to)
    {
        var reached = from;
        foreach (var row in rows)
        {
            if (row.ValidFrom > reached || row.ValidTo <= reached) continue;
            if (row.ValidTo is not { } end || end >= to) return true;
            reached = end;
        }

        return false;
    }

    private static bool Overlap(Unit a, Unit b) => (a.ValidTo is null || b.ValidFrom < a.ValidTo) && (b.ValidTo is null || a.ValidFrom < b.ValidTo);

    private static string Periods(IEnumerable<Unit> rows) => string.Join(", ", rows.Select(r =>
        string.Create(CultureInfo.InvariantCulture, $"{UnitSteps.Day(r.ValidFrom)}–{(r.ValidTo is { } end ? UnitSteps.Day(end) : string.Empty)}")));
}
