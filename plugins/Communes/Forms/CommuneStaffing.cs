using SocialWork.Abstractions;

namespace SocialWork.Plugins.Communes.Forms;

/// <summary>
/// XP1: staff, premises, health station (2026/I.2.a, 2026/I.2.d, 2026/II.4.a#1, 2026/II.4.c, 2026/IV.9.c, 2026/IV.9.đ).
/// </summary>
public static class CommuneStaffing
{
    public const string Code = "XP1";

    public static readonly BoolField HasAssignedStaff = new(Code, "ub_pc")
    {
        Section = "uy_ban",
        Label = new("UBND có văn bản phân công người làm công tác xã hội", "The People's Committee assigned staff in writing"),
        Source = ["2026/I.2.a", "2026/II.4.a#1"],
    };

    public static readonly IntField SocialWorkers = new(Code, "ub_ns")
    {
        Section = "uy_ban",
        Label = new("Người làm công tác xã hội của UBND", "Social work staff of the People's Committee"),
        Unit = new("người", "people"),
        By = [CommonDimensions.DutyForm],
        Empties = [EmptyKind.NotArising],
        Source = ["2026/I.2.a", "2026/II.4.a#1"],
    };

    public static readonly IntField ReceptionPoints = new(Code, "diem")
    {
        Section = "uy_ban",
        Label = new("Phòng, điểm tiếp nhận công tác xã hội", "Social work reception points"),
        Unit = new("điểm", "points"),
        Empties = [EmptyKind.NotArising],
        Source = ["2026/IV.9.c"],
    };

    public static readonly BoolField StationHasOfficer = new(Code, "tyt_pc")
    {
        Section = "tram",
        Label = new("Trạm y tế có người phụ trách bảo trợ xã hội", "The station has a social protection officer"),
        Source = ["2026/IV.9.đ", "2026/II.4.c"],
    };

    public static readonly IntField StationOfficers = new(Code, "tyt_ns")
    {
        Section = "tram",
        Label = new("Số người phụ trách tại trạm", "Officers at the station"),
        Unit = new("người", "people"),
        By = [CommonDimensions.DutyForm],
        Empties = [EmptyKind.NotArising],
        Source = ["2026/IV.9.đ", "2026/II.4.c"],
    };

    public static readonly IntField StaffInScope = new(Code, "tong_cb")
    {
        Section = "tap_huan",
        Label = new("Người làm việc tại xã, phường thuộc phạm vi I.2.d", "Commune staff in scope of I.2.d"),
        Unit = new("người", "people"),
        By = [CommonDimensions.StaffCategory],
        Hint = new("Không gồm người của trạm y tế (YT1), trường học (GD1)", "Without staff of health stations (YT1) and schools (GD1)"),
        Empties = [EmptyKind.NotArising],
        Source = ["2026/I.2.d"],
    };

    public static readonly IntField StaffTrained = new(Code, "da_th")
    {
        Section = "tap_huan",
        Label = new("Trong đó đã được tập huấn kỹ năng (không trùng, lũy kế)", "Of whom trained in skills (distinct, cumulative)"),
        Unit = new("người", "people"),
        By = [CommonDimensions.StaffCategory],
        Empties = [EmptyKind.NotArising],
        Source = ["2026/I.2.d"],
    };

    /// <summary>People's Committees that assigned at least one person in writing.</summary>
    public static readonly Measure Staffed = new(Code, "staffed", HasAssignedStaff) { Where = "ub_ns > 0" };

    /// <summary>Trained commune staff, collaborators left out.</summary>
    public static readonly Ratio Trained = Ratio.Of("trained", StaffTrained, StaffInScope, null, CoreMeasures.StaffCategoriesInScope);

    public static readonly FormDefinition Form = new(Code, 1)
    {
        Title = new("Bố trí nhân sự, cơ sở vật chất, trạm y tế", "Staff, premises, health station"),
        FilledBy = FilledBy.EveryCommune,
        Duty = "2026/V.1#2",
        Clauses = ["2026/I.2.a", "2026/I.2.d", "2026/II.4.a#1", "2026/II.4.c", "2026/IV.9.c", "2026/IV.9.đ"],
        Sections =
        [
            new("uy_ban", new("Ủy ban nhân dân", "People's Committee")),
            new("tram", new("Trạm y tế", "Health station")),
            new("tap_huan", new("Tập huấn", "Training")),
        ],
        Fields = [HasAssignedStaff, SocialWorkers, ReceptionPoints, StationHasOfficer, StationOfficers, StaffInScope, StaffTrained],
        SharedFields = [StationHasOfficer, StationOfficers],
        Rules =
        [
            FormRule.Error("XP1.r1", "(ub_pc -> ub_ns > 0) and (ub_ns > 0 -> ub_pc)",
                "Văn bản phân công và nhân sự của UBND phải khớp.",
                "Assignment and staff of the People's Committee must agree."),
            FormRule.Error("XP1.r2", "(tyt_pc -> tyt_ns > 0) and (tyt_ns > 0 -> tyt_pc)",
                "Phân công và nhân sự của trạm phải khớp.",
                "Assignment and staff of the station must agree."),
            FormRule.Error("XP1.r3", "da_th[*] <= tong_cb[*]",
                "Người được tập huấn không vượt tổng số.",
                "Trained staff cannot exceed all staff."),
        ],
        Checks =
        [
            new("XP1.c1", Severity.Warning, ["YT1"],
                "tyt_ns agrees with ns in YT1 of the commune's station.",
                new("Lệch với biểu YT1 của trạm y tế.", "Differs from the station's YT1.")),
        ],
        Measures = [Staffed, Trained.Numerator, Trained.Denominator],
    };
}
