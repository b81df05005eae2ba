using SocialWork.Abstractions;

namespace SocialWork.Plugins.Police.Forms;

/// <summary>
/// CA1: social work in police-managed facilities (2026/I.2.a, 2026/I.2.c#1, 2026/I.2.d, 2026/II.2.c, 2026/IV.7.b).
/// </summary>
public static class DetentionFacilities
{
    public const string Code = "CA1";

    public static readonly IntField Facilities = new(Code, "cs")
    {
        Section = "co_so",
        Label = new("Cơ sở thuộc phạm vi", "Facilities in scope"),
        Unit = new("cơ sở", "facilities"),
        By = [Dimensions.PoliceFacility],
        Empties = [EmptyKind.NotArising, EmptyKind.Withheld, EmptyKind.NotApplicable],
        Source = ["2026/I.2.a", "2026/IV.7.b"],
    };

    public static readonly IntField FacilitiesWithStaff = new(Code, "cs_ns")
    {
        Section = "co_so",
        Label = new("Trong đó có phân công công tác xã hội", "Of which with social work staff"),
        Unit = new("cơ sở", "facilities"),
        By = [Dimensions.PoliceFacility],
        Empties = [EmptyKind.NotArising, EmptyKind.Withheld, EmptyKind.NotApplicable],
        Source = ["2026/I.2.a", "2026/IV.7.b"],
    };

    public static readonly IntField FacilitiesWithService = new(Code, "cs_dv")
    {
        Section = "co_so",
        Label = new("Trong đó có dịch vụ công tác xã hội", "Of which with services"),
        Unit = new("cơ sở", "facilities"),
        By = [Dimensions.PoliceFacility],
        Empties = [EmptyKind.NotArising, EmptyKind.Withheld, EmptyKind.NotApplicable],
        Source = ["2026/IV.7.b", "2026/II.2.c"],
    };

    public static readonly IntField DetoxInPlan = new(Code, "cn_qh")
    {
        Section = "cai_nghien",
        Label = new("Cơ sở cai nghiện trong quy hoạch", "Drug rehabilitation facilities in the plan"),
        Unit = new("cơ sở", "facilities"),
        Empties = [EmptyKind.NotArising, EmptyKind.Withheld, EmptyKind.NotApplicable],
        Source = ["2026/I.2.c#1"],
    };

    public static readonly IntField DetoxInPlanWithService = new(Code, "cn_qh_dv")
    {
        Section = "cai_nghien",
        Label = new("Trong đó có cung cấp dịch vụ công tác xã hội", "Of which with services"),
        Unit = new("cơ sở", "facilities"),
        Empties = [EmptyKind.NotArising, EmptyKind.Withheld, EmptyKind.NotApplicable],
        Source = ["2026/I.2.c#1"],
    };

    public static readonly IntField StaffInScope = new(Code, "tong_ns")
    {
        Section = "tap_huan",
        Label = new("Cán bộ thuộc phạm vi tập huấn", "Staff in scope"),
        Unit = new("người", "people"),
        Required = false,
        Empties = [EmptyKind.NotArising, EmptyKind.Withheld],
        Source = ["2026/I.2.d"],
    };

    public static readonly IntField StaffTrained = new(Code, "da_th")
    {
        Section = "tap_huan",
        Label = new("Trong đó đã được tập huấn kỹ năng (không trùng, lũy kế)", "Of whom trained in skills (distinct, cumulative)"),
        Unit = new("người", "people"),
        Required = false,
        Empties = [EmptyKind.NotArising, EmptyKind.Withheld],
        Source = ["2026/I.2.d"],
    };

    /// <summary>Prisons, detention and drug rehabilitation facilities with social work staff.</summary>
    public static readonly Ratio Staffed = Ratio.Of("staffed", FacilitiesWithStaff, Facilities, null,
        new OptionFilter(Dimensions.PoliceFacility.Id, ["GIAM_GIU", "CAI_NGHIEN"]));

    /// <summary>Compulsory education facilities and reformatories with social work staff.</summary>
    public static readonly Ratio RelatedStaffed = Ratio.Of("relatedStaffed", FacilitiesWithStaff, Facilities, null,
        new OptionFilter(Dimensions.PoliceFacility.Id, ["GD_BAT_BUOC", "TRUONG_GIAO_DUONG"]));

    /// <summary>Drug rehabilitation facilities of the planned network that provide services.</summary>
    public static readonly Ratio DetoxServing = Ratio.Of("detoxServing", DetoxInPlanWithService, DetoxInPlan);

    /// <summary>Trained staff.</summary>
    public static readonly Ratio Trained = Ratio.Of("trained", StaffTrained, StaffInScope);

    public static readonly FormDefinition Form = new(Code, 1)
    {
        Title = new("Nhân sự và dịch vụ công tác xã hội tại cơ sở do Công an quản lý", "Social work in police-managed facilities"),
        FilledBy = FilledBy.Agency("CATP"),
        Duty = "2026/V.1#2",
        Sensitivity = Sensitivity.Restricted,
        Clauses = ["2026/I.2.a", "2026/I.2.c#1", "2026/I.2.d", "2026/II.2.c", "2026/IV.7.b"],
        Sections =
        [
            new("co_so", new("Cơ sở (số tổng hợp toàn thành phố)", "Facilities (city total)")),
            new("cai_nghien", new("Cơ sở cai nghiện trong quy hoạch", "Drug rehabilitation in the planned network")),
            new("tap_huan", new("Tập huấn", "Training")),
        ],
        Fields = [Facilities, FacilitiesWithStaff, FacilitiesWithService, DetoxInPlan, DetoxInPlanWithService, StaffInScope, StaffTrained],
        Rules =
        [
            FormRule.Error("CA1.r1", "cs_ns[*] <= cs[*] and cs_dv[*] <= cs[*]",
                "Không vượt tổng số cơ sở.",
                "Cannot exceed all facilities."),
            FormRule.Error("CA1.r2", "da_th <= tong_ns",
                "Người được tập huấn không vượt tổng số.",
                "Trained staff cannot exceed all staff."),
            FormRule.Error("CA1.r4", "cn_qh_dv <= cn_qh <= cs[CAI_NGHIEN]",
                "Có dịch vụ ≤ trong quy hoạch ≤ tổng cơ sở cai nghiện.",
                "With service ≤ in the plan ≤ all drug rehabilitation facilities."),
            FormRule.Error("CA1.r5", "cn_qh_dv <= cs_dv[CAI_NGHIEN]",
                "Không vượt số cơ sở cai nghiện có dịch vụ.",
                "Cannot exceed drug rehabilitation facilities with service."),
        ],
        Measures =
        [
            Staffed.Numerator, Staffed.Denominator,
            RelatedStaffed.Numerator, RelatedStaffed.Denominator,
            DetoxServing.Numerator, DetoxServing.Denominator,
            Trained.Numerator, Trained.Denominator,
        ],
        Note = new(
            "Chỉ số tổng hợp toàn thành phố; không bao giờ kê số người bị giam giữ. Ô \"không cung cấp\" rời khỏi cả tử số và mẫu số và được nêu tên ở chú thích.",
            "City totals only; never the number of people held. A withheld cell leaves both sides of a ratio and is named in a footnote."),
    };
}
