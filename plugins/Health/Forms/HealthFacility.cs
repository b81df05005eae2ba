using SocialWork.Abstractions;

namespace SocialWork.Plugins.Health.Forms;

/// <summary>
/// YT1: social work staff and services of one health or social assistance facility
/// (2026/I.2.a, 2026/I.2.b, 2026/I.2.c#1, 2026/I.2.c#2, 2026/I.2.d, 2026/II.2.c, 2026/II.4.a#1).
/// </summary>
public static class HealthFacility
{
    public const string Code = "YT1";

    public static readonly TextField AssignmentDocument = new(Code, "vb_pc")
    {
        Section = "nhan_su",
        Label = new("Văn bản phân công nhân sự công tác xã hội (số, ngày)", "Assignment document (number, date)"),
        Hint = new("Ghi \"không phát sinh\" nếu chưa phân công", "Answer “nothing arose” if nobody is assigned yet"),
        Empties = [EmptyKind.NotArising],
        Source = ["2026/I.2.a", "2026/II.4.a#1"],
    };

    public static readonly IntField SocialWorkers = new(Code, "ns")
    {
        Section = "nhan_su",
        Label = new("Người làm công tác xã hội", "Social work staff"),
        Unit = new("người", "people"),
        By = [CommonDimensions.DutyForm, CommonDimensions.Sex],
        Empties = [EmptyKind.NotArising],
        Source = ["2026/I.2.a", "2026/II.4.a#1"],
    };

    public static readonly BoolField HasSocialWorkUnit = new(Code, "co_phong_to")
    {
        Section = "nhan_su",
        Label = new("Có phòng, tổ công tác xã hội", "Has a social work unit"),
        Source = ["2026/II.2.c"],
    };

    public static readonly IntField StaffInScope = new(Code, "tong_cb")
    {
        Section = "nhan_su",
        Label = new("Người đang làm việc tại cơ sở (phạm vi I.2.d)", "People working at the facility (scope of I.2.d)"),
        Unit = new("người", "people"),
        Hint = new(
            "Cơ sở là nơi sử dụng; trạm y tế kê tại đây, không kê ở XP1",
            "Counted where people work; stations answer here, not in XP1"),
        Empties = [EmptyKind.NotArising],
        Source = ["2026/I.2.d"],
    };

    public static readonly IntField StaffTrained = new(Code, "da_th")
    {
        Section = "nhan_su",
        Label = new("Trong đó đã được tập huấn kỹ năng (không trùng, lũy kế)", "Of whom trained in skills (distinct, cumulative)"),
        Unit = new("người", "people"),
        Empties = [EmptyKind.NotArising],
        Source = ["2026/I.2.d"],
    };

    public static readonly BoolField ProvidesService = new(Code, "co_dv")
    {
        Section = "dich_vu",
        Label = new("Có cung cấp dịch vụ công tác xã hội", "Provides social work services"),
        Source = ["2026/I.2.c#1"],
    };

    public static readonly MultiChoiceField ServiceEvidence = new(Code, "minh_chung_dv")
    {
        Section = "dich_vu",
        Label = new("Minh chứng dịch vụ", "Evidence of service"),
        Options = Dimensions.ServiceEvidence,
        Required = false,
        Source = ["2026/I.2.c#1"],
    };

    public static readonly IntField PeopleInNeed = new(Code, "co_nhu_cau")
    {
        Section = "nguoi_dan",
        Label = new("Người tiếp nhận lần đầu tại cơ sở, có nhu cầu tư vấn, hỗ trợ", "First-intake people in need"),
        Unit = new("người", "people"),
        By = [CommonDimensions.ClientGroup],
        Hint = new("Không kê người do nơi khác chuyển đến", "Without people referred from elsewhere"),
        Empties = [EmptyKind.NotArising, EmptyKind.NotApplicable],
        AppliesTo = [UnitTypes.SocialAssistance, UnitTypes.SocialWorkProvider, UnitTypes.Hospital, UnitTypes.HealthOther],
        Source = ["2026/I.2.c#2"],
    };

    public static readonly IntField PeopleSupported = new(Code, "duoc_ho_tro")
    {
        Section = "nguoi_dan",
        Label = new("Trong đó được tư vấn, hỗ trợ", "Of whom supported"),
        Unit = new("người", "people"),
        By = [CommonDimensions.ClientGroup],
        Empties = [EmptyKind.NotArising, EmptyKind.NotApplicable],
        AppliesTo = [UnitTypes.SocialAssistance, UnitTypes.SocialWorkProvider, UnitTypes.Hospital, UnitTypes.HealthOther],
        Source = ["2026/I.2.c#2"],
    };

    public static readonly IntField DistinctInNeed = new(Code, "kt_co_nhu_cau")
    {
        Section = "nguoi_dan",
        Label = new("Tổng người có nhu cầu (không trùng giữa các nhóm)", "Distinct people in need"),
        Unit = new("người", "people"),
        Empties = [EmptyKind.NotArising, EmptyKind.NotApplicable],
        AppliesTo = [UnitTypes.SocialAssistance, UnitTypes.SocialWorkProvider, UnitTypes.Hospital, UnitTypes.HealthOther],
        Source = ["2026/I.2.c#2"],
    };

    public static readonly IntField DistinctSupported = new(Code, "kt_duoc_ho_tro")
    {
        Section = "nguoi_dan",
        Label = new("Tổng người được tư vấn, hỗ trợ (không trùng giữa các nhóm)", "Distinct people supported"),
        Unit = new("người", "people"),
        Empties = [EmptyKind.NotArising, EmptyKind.NotApplicable],
        AppliesTo = [UnitTypes.SocialAssistance, UnitTypes.SocialWorkProvider, UnitTypes.Hospital, UnitTypes.HealthOther],
        Source = ["2026/I.2.c#2"],
    };

    public static readonly IntField ResidentChildren = new(Code, "te_noi_tru")
    {
        Section = "tre_em",
        Label = new("Trẻ em đang nuôi dưỡng", "Resident children"),
        Unit = new("trẻ", "children"),
        By = [CommonDimensions.ChildrenCategory],
        Empties = [EmptyKind.NotArising, EmptyKind.NotApplicable],
        AppliesTo = [UnitTypes.SocialAssistance, UnitTypes.SocialWorkProvider],
        Source = ["2026/I.2.b"],
    };

    public static readonly IntField ResidentChildrenServed = new(Code, "te_noi_tru_du")
    {
        Section = "tre_em",
        Label = new("Trong đó vừa được trợ giúp xã hội vừa được cung cấp dịch vụ", "Of whom with both assistance and service"),
        Unit = new("trẻ", "children"),
        By = [CommonDimensions.ChildrenCategory],
        Empties = [EmptyKind.NotArising, EmptyKind.NotApplicable],
        AppliesTo = [UnitTypes.SocialAssistance, UnitTypes.SocialWorkProvider],
        Source = ["2026/I.2.b"],
    };

    public static readonly IntField DistinctChildren = new(Code, "te_kt_tong")
    {
        Section = "tre_em",
        Label = new("Tổng trẻ em (không trùng giữa các nhóm)", "Distinct children"),
        Unit = new("trẻ", "children"),
        Empties = [EmptyKind.NotArising, EmptyKind.NotApplicable],
        AppliesTo = [UnitTypes.SocialAssistance, UnitTypes.SocialWorkProvider],
        Source = ["2026/I.2.b"],
    };

    public static readonly IntField DistinctChildrenServed = new(Code, "te_kt_du")
    {
        Section = "tre_em",
        Label = new("Tổng trẻ em được cả hai (không trùng giữa các nhóm)", "Distinct children with both"),
        Unit = new("trẻ", "children"),
        Empties = [EmptyKind.NotArising, EmptyKind.NotApplicable],
        AppliesTo = [UnitTypes.SocialAssistance, UnitTypes.SocialWorkProvider],
        Source = ["2026/I.2.b"],
    };

    /// <summary>Facilities with an assignment document and at least one person.</summary>
    public static readonly Measure Staffed = new(Code, "staffed", AssignmentDocument) { Where = "ns > 0" };

    /// <summary>Distinct people in need who are supported.</summary>
    public static readonly Ratio Supported = Ratio.Of("supported", DistinctSupported, DistinctInNeed);

    /// <summary>Distinct resident children with both assistance and service.</summary>
    public static readonly Ratio ChildrenServed = Ratio.Of("childrenServed", DistinctChildrenServed, DistinctChildren);

    /// <summary>Trained staff, whatever the facility provides.</summary>
    public static readonly Ratio Trained = Ratio.Of("trained", StaffTrained, StaffInScope);

    /// <summary>Trained staff of facilities that provide services.</summary>
    public static readonly Ratio TrainedWhereServing = Ratio.Of("trainedWhereServing", StaffTrained, StaffInScope, where: "co_dv");

    public static readonly FormDefinition Form = new(Code, 1)
    {
        Title = new(
            "Cơ sở y tế, cơ sở trợ giúp xã hội: nhân sự và dịch vụ công tác xã hội",
            "Health and social assistance facility: staff and services"),
        FilledBy = FilledBy.Facilities(
            UnitTypes.SocialAssistance,
            UnitTypes.SocialWorkProvider,
            UnitTypes.Hospital,
            UnitTypes.HealthStation,
            UnitTypes.HealthOther),
        Duty = "2026/V.1#2",
        Sensitivity = Sensitivity.Masked(
            [
                new OptionFilter(CommonDimensions.ChildrenCategory.Id, ["TE3"]),
                new OptionFilter(CommonDimensions.ClientGroup.Id, ["DT4", "DT5"]),
            ],
            []),
        Clauses = ["2026/I.2.a", "2026/I.2.b", "2026/I.2.c#1", "2026/I.2.c#2", "2026/I.2.d", "2026/II.2.c", "2026/II.4.a#1"],
        Sections =
        [
            new("nhan_su", new("Nhân sự", "Staff")),
            new("dich_vu", new("Dịch vụ", "Services")),
            new("nguoi_dan", new("Người có nhu cầu tư vấn, hỗ trợ", "People in need of support")),
            new("tre_em", new("Trẻ em sáu nhóm đang nuôi dưỡng tại cơ sở", "Resident children of the six categories")),
        ],
        Fields =
        [
            AssignmentDocument, SocialWorkers, HasSocialWorkUnit, StaffInScope, StaffTrained, ProvidesService, ServiceEvidence,
            PeopleInNeed, PeopleSupported, DistinctInNeed, DistinctSupported, ResidentChildren, ResidentChildrenServed, DistinctChildren,
            DistinctChildrenServed,
        ],
        SharedFields = [SocialWorkers],
        Rules =
        [
            FormRule.Error("YT1.r1", "co_dv -> filled(minh_chung_dv)", "Có dịch vụ phải chọn minh chứng.", "A service needs evidence."),
            FormRule.Error("YT1.r2", "(ns > 0 -> filled(vb_pc)) and (filled(vb_pc) -> ns > 0)",
                "Nhân sự và văn bản phân công phải đi cùng nhau.",
                "Staff and the assignment document go together."),
            FormRule.Error("YT1.r3", "duoc_ho_tro[*] <= co_nhu_cau[*]",
                "Được hỗ trợ không vượt có nhu cầu.",
                "Supported cannot exceed in need."),
            FormRule.Error("YT1.r4", "te_noi_tru_du[*] <= te_noi_tru[*]",
                "Trẻ em được cả hai không vượt tổng số trẻ em.",
                "Children with both cannot exceed all children."),
            FormRule.Error("YT1.r5", "max(te_noi_tru) <= te_kt_tong <= sum(te_noi_tru)",
                "Tổng không trùng phải từ giá trị lớn nhất đến tổng các nhóm.",
                "The distinct total lies between the largest group and the sum."),
            FormRule.Error("YT1.r6", "max(te_noi_tru_du) <= te_kt_du <= sum(te_noi_tru_du)",
                "Tổng không trùng được cả hai phải từ giá trị lớn nhất đến tổng các nhóm.",
                "The distinct total with both lies between the largest group and the sum."),
            FormRule.Error("YT1.r7", "te_kt_du <= te_kt_tong",
                "Trẻ em được cả hai không vượt tổng không trùng.",
                "Distinct children with both cannot exceed distinct children."),
            FormRule.Error("YT1.r8", "max(co_nhu_cau) <= kt_co_nhu_cau <= sum(co_nhu_cau)",
                "Tổng người có nhu cầu phải từ giá trị lớn nhất đến tổng các nhóm.",
                "Distinct people in need lie between the largest group and the sum."),
            FormRule.Error("YT1.r9", "max(duoc_ho_tro) <= kt_duoc_ho_tro <= sum(duoc_ho_tro)",
                "Tổng người được hỗ trợ phải từ giá trị lớn nhất đến tổng các nhóm.",
                "Distinct people supported lie between the largest group and the sum."),
            FormRule.Error("YT1.r10", "kt_duoc_ho_tro <= kt_co_nhu_cau",
                "Được hỗ trợ không vượt có nhu cầu.",
                "Supported cannot exceed in need."),
            FormRule.Error("YT1.r11", "da_th <= tong_cb",
                "Người được tập huấn không vượt tổng số.",
                "Trained staff cannot exceed all staff."),
            FormRule.Warning("YT1.r12", "ns <= tong_cb",
                "Người làm công tác xã hội nhiều hơn số người đang làm việc, kiểm tra lại.",
                "More social work staff than people working there; check it."),
        ],
        Checks =
        [
            new("YT1.c1", Severity.Warning, ["YT2"],
                "A station with any first intake in YT2 answers co_dv = true.",
                new(
                    "Trạm có tiếp nhận ở biểu YT2 nhưng ghi không cung cấp dịch vụ.",
                    "The station reports intakes in YT2 but no service here.")),
            new("YT1.c2", Severity.Warning, ["XP1"],
                "A station named in XP1 as having assigned staff (tyt_pc) has ns > 0 here, and the reverse.",
                new("Lệch với biểu XP1 của xã, phường về người phụ trách tại trạm.", "Differs from the commune's XP1 on station staff.")),
        ],
        Measures =
        [
            Staffed,
            Supported.Numerator, Supported.Denominator,
            ChildrenServed.Numerator, ChildrenServed.Denominator,
            Trained.Numerator, Trained.Denominator,
            TrainedWhereServing.Numerator, TrainedWhereServing.Denominator,
        ],
        Note = new(
            "Mỗi cơ sở gửi một biểu. Trạm y tế chỉ điền phần nhân sự và dịch vụ; người được tiếp nhận kê ở YT2. Số liệu tính theo biểu này dù cơ sở do ai quản lý.",
            "The facility is the submission's unit. Stations answer staff and service cells only: their clients stand in YT2. Values count under this form whoever manages the unit."),
    };
}
