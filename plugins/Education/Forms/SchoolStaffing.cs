using SocialWork.Abstractions;

namespace SocialWork.Plugins.Education.Forms;

/// <summary>GD1: social work staff and service of one school (2026/I.2.a, 2026/I.2.c#1, 2026/I.2.d, 2026/IV.4.a).</summary>
public static class SchoolStaffing
{
    public const string Code = "GD1";

    public static readonly BoolField HasAssignedStaff = new(Code, "co_ns")
    {
        Section = "nhan_su",
        Label = new("Có văn bản phân công người làm công tác xã hội", "Has assigned social work staff in writing"),
        Source = ["2026/I.2.a", "2026/IV.4.a"],
    };

    public static readonly IntField SocialWorkers = new(Code, "ns")
    {
        Section = "nhan_su",
        Label = new("Người làm công tác xã hội", "Social work staff"),
        Unit = new("người", "people"),
        By = [CommonDimensions.DutyForm],
        Empties = [EmptyKind.NotArising],
        Source = ["2026/IV.4.a"],
    };

    public static readonly BoolField ProvidesService = new(Code, "co_dv")
    {
        Section = "dich_vu",
        Label = new("Có cung cấp dịch vụ công tác xã hội", "Provides social work services"),
        Source = ["2026/I.2.c#1", "2026/IV.4.a"],
    };

    public static readonly IntField StaffInScope = new(Code, "tong_cb")
    {
        Section = "tap_huan",
        Label = new("Người đang làm việc tại trường (phạm vi I.2.d)", "People working at the school (scope of I.2.d)"),
        Unit = new("người", "people"),
        Required = false,
        Hint = new(
            "Chỉ trường có cung cấp dịch vụ; trường khác ghi \"không áp dụng\"",
            "Only schools that provide services; others answer “not applicable”"),
        Empties = [EmptyKind.NotArising, EmptyKind.NotApplicable],
        Source = ["2026/I.2.d"],
    };

    public static readonly IntField StaffTrained = new(Code, "da_th")
    {
        Section = "tap_huan",
        Label = new("Trong đó đã được tập huấn kỹ năng (không trùng, lũy kế)", "Of whom trained in skills (distinct, cumulative)"),
        Unit = new("người", "people"),
        Required = false,
        Empties = [EmptyKind.NotArising, EmptyKind.NotApplicable],
        Source = ["2026/I.2.d"],
    };

    /// <summary>Trained staff of schools that provide services.</summary>
    public static readonly Ratio Trained = Ratio.Of("trained", StaffTrained, StaffInScope, where: "co_dv");

    public static readonly FormDefinition Form = new(Code, 1)
    {
        Title = new("Trường học: nhân sự và dịch vụ công tác xã hội", "School: social work staff and service"),
        FilledBy = FilledBy.Facilities(UnitTypes.School),
        Duty = "2026/V.1#2",
        Clauses = ["2026/I.2.a", "2026/I.2.c#1", "2026/I.2.d", "2026/IV.4.a"],
        Sections =
        [
            new("nhan_su", new("Nhân sự", "Staff")),
            new("dich_vu", new("Dịch vụ", "Service")),
            new("tap_huan", new("Tập huấn", "Training")),
        ],
        Fields = [HasAssignedStaff, SocialWorkers, ProvidesService, StaffInScope, StaffTrained],
        Rules =
        [
            FormRule.Error("GD1.r1", "(co_ns -> ns > 0) and (ns > 0 -> co_ns)",
                "Có phân công thì phải có ít nhất 01 người, và ngược lại.",
                "Assigned staff needs at least one person, and the reverse."),
            FormRule.Error("GD1.r3", "co_dv -> filled(tong_cb) and filled(da_th)",
                "Trường có dịch vụ phải kê số người và số đã tập huấn.",
                "A school with service states its staff and trained staff."),
            FormRule.Error("GD1.r4", "da_th <= tong_cb",
                "Người được tập huấn không vượt tổng số.",
                "Trained staff cannot exceed all staff."),
            FormRule.Warning("GD1.r5", "co_dv -> co_ns",
                "Có dịch vụ nhưng chưa phân công người, kiểm tra lại.",
                "Service without assigned staff; check it."),
            FormRule.Warning("GD1.r6", "ns <= tong_cb",
                "Người làm công tác xã hội nhiều hơn số người đang làm việc, kiểm tra lại.",
                "More social work staff than people working there; check it."),
        ],
        Measures = [Trained.Numerator, Trained.Denominator],
        Note = new(
            "Mỗi trường gửi một biểu; cấp học, loại hình công lập hay tư thục và cờ trong quy hoạch lấy từ danh mục R1.",
            "One submission per school; level, public or private and the in-plan flag come from R1, so totals by level need no cell here."),
    };
}
