namespace SocialWork.Abstractions;

/// <summary>
/// What modules may sum of the core's own forms. The totals give each module the values that units of its own sector
/// filled in, so that every sector contributes its share of CT5, BS10 and BS16. The core's forms are made of these very
/// fields; nothing is declared twice.
/// </summary>
public static class CoreMeasures
{
    /// <summary>K3: staff within target 2026/I.2.d.</summary>
    public static readonly IntField StaffInScope = new("K3", "tong_ns")
    {
        Section = "nhan_su",
        Label = new("Người đang làm việc thuộc phạm vi mục tiêu", "Staff within the target's scope"),
        Unit = new("người", "people"),
        By = [CommonDimensions.StaffCategory, CommonDimensions.Sex],
        Hint = new(
            "Không gồm người của cơ sở có biểu riêng (YT1, GD1, LD1); cơ quan ngoài phạm vi ghi \"không áp dụng\"",
            "Without staff of facilities that have a form of their own (YT1, GD1, LD1); an agency out of scope answers “not applicable”"),
        Empties = [EmptyKind.NotArising, EmptyKind.NotApplicable],
        AppliesTo = [UnitTypes.Department, UnitTypes.JudicialBody],
        Source = ["2026/I.2.d"],
    };

    /// <summary>K3: of whom trained in skills, each person once.</summary>
    public static readonly IntField StaffTrained = new("K3", "da_th")
    {
        Section = "nhan_su",
        Label = new("Trong đó đã được tập huấn kỹ năng (không trùng, lũy kế)", "Of whom trained in skills (distinct, cumulative)"),
        Unit = new("người", "people"),
        By = [CommonDimensions.StaffCategory, CommonDimensions.Sex],
        Empties = [EmptyKind.NotArising, EmptyKind.NotApplicable],
        AppliesTo = [UnitTypes.Department, UnitTypes.JudicialBody],
        Source = ["2026/I.2.d"],
    };

    /// <summary>K3: courses held by the unit.</summary>
    public static readonly IntField CoursesHeld = new("K3", "so_lop")
    {
        Section = "lop",
        Label = new("Số lớp", "Courses"),
        Unit = new("lớp", "courses"),
        By = [CommonDimensions.TrainingKind],
        Empties = [EmptyKind.NotArising],
        Source = ["2026/II.5.a", "2026/IV.1.b"],
    };

    /// <summary>K4: attendances at sessions held by the unit.</summary>
    public static readonly IntField Attendances = new("K4", "luot_nguoi")
    {
        Section = "san_pham",
        Label = new("Lượt người tham dự trực tiếp", "Direct attendances"),
        Unit = new("lượt", "attendances"),
        Hint = new("Chỉ hoạt động do đơn vị chủ trì tổ chức", "Only events that the unit itself organised"),
        Empties = [EmptyKind.NotArising],
        Source = ["2026/II.1.b", "2026/IV.9.e"],
    };

    /// <summary>K5: money allocated, by source.</summary>
    public static readonly MoneyField Allocated = new("K5", "du_toan")
    {
        Section = "nguon",
        Label = new("Kinh phí được giao, bố trí", "Allocated"),
        Unit = new("đồng", "đồng"),
        By = [CommonDimensions.FundingSource],
        Hint = new("Không gồm tiền chuyển cho đơn vị khác tự báo cáo", "Without money passed on to units that report it themselves"),
        Empties = [EmptyKind.NotArising],
        Source = ["2026/III.1", "2026/III.2", "2026/III.3"],
    };

    /// <summary>K5: money spent by the cut-off date, by source.</summary>
    public static readonly MoneyField Spent = new("K5", "giai_ngan")
    {
        Section = "nguon",
        Label = new("Đã thực hiện đến ngày chốt", "Spent to date"),
        Unit = new("đồng", "đồng"),
        By = [CommonDimensions.FundingSource],
        Empties = [EmptyKind.NotArising],
        Source = ["2026/III.1", "2026/III.3"],
    };

    /// <summary>The staff categories in the population of 2026/I.2.d: all but collaborators.</summary>
    public static readonly OptionFilter StaffCategoriesInScope = new(
        CommonDimensions.StaffCategory.Id,
        ["CAN_BO", "CONG_CHUC", "VIEN_CHUC", "NHAN_VIEN", "KHONG_CHUYEN_TRACH"]);

    /// <summary>The sources whose money is the programme's own: all but mainstreamed money, which belongs to other programmes.</summary>
    public static readonly OptionFilter OwnFundingSources = new(
        CommonDimensions.FundingSource.Id,
        ["NSTW", "NSDP", "HDTN", "HDNN", "ODA", "PCPNN"]);

    /// <summary>K3: trained staff of all staff in scope, collaborators left out (CT5).</summary>
    public static readonly Ratio Training = Ratio.Of("trained", StaffTrained, StaffInScope, null, StaffCategoriesInScope);

    /// <summary>K5: money spent of money allocated, mainstreamed money left out (BS10).</summary>
    public static readonly Ratio Disbursement = Ratio.Of("disbursed", Spent, Allocated, null, OwnFundingSources);

    /// <summary>K3: courses held by the unit, of every kind.</summary>
    public static readonly Measure Courses = Measure.Total(CoursesHeld);

    /// <summary>K4: attendances at sessions held by the unit (BS16).</summary>
    public static readonly Measure DirectAttendances = Measure.Total(Attendances);
}
