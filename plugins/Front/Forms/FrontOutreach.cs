using SocialWork.Abstractions;

namespace SocialWork.Plugins.Front.Forms;

/// <summary>MT1: outreach to members; organisations' staff (2026/I.2.a, 2026/I.2.d, 2026/IV.8#1, 2026/IV.8#3).</summary>
public static class FrontOutreach
{
    public const string Code = "MT1";

    public static readonly IntField Sessions = new(Code, "buoi")
    {
        Section = "tuyen_truyen",
        Label = new("Buổi tuyên truyền", "Sessions"),
        Unit = new("buổi", "sessions"),
        By = [Dimensions.Organisation],
        Empties = [EmptyKind.NotArising],
        Source = ["2026/IV.8#1"],
    };

    public static readonly IntField Attendances = new(Code, "luot")
    {
        Section = "tuyen_truyen",
        Label = new("Lượt đoàn viên, hội viên, nhân dân", "Attendances"),
        Unit = new("lượt", "attendances"),
        By = [Dimensions.Organisation],
        Empties = [EmptyKind.NotArising],
        Source = ["2026/IV.8#1", "2026/IV.8#3"],
    };

    public static readonly IntField GuidingDocuments = new(Code, "vb")
    {
        Section = "tuyen_truyen",
        Label = new("Văn bản chỉ đạo, hướng dẫn", "Guiding documents"),
        Unit = new("văn bản", "documents"),
        By = [Dimensions.Organisation],
        Empties = [EmptyKind.NotArising],
        Source = ["2026/IV.8#1"],
    };

    public static readonly IntField Organisations = new(Code, "dv_ns_tong")
    {
        Section = "nhan_su",
        Label = new("Tổ chức, đơn vị cấp thành phố", "City-level organisations"),
        Unit = new("đơn vị", "organisations"),
        By = [Dimensions.Organisation],
        Empties = [EmptyKind.NotArising],
        Source = ["2026/I.2.a"],
    };

    public static readonly IntField OrganisationsWithStaff = new(Code, "dv_ns_co")
    {
        Section = "nhan_su",
        Label = new("Trong đó có phân công công tác xã hội", "Of which with assigned staff"),
        Unit = new("đơn vị", "organisations"),
        By = [Dimensions.Organisation],
        Empties = [EmptyKind.NotArising],
        Source = ["2026/I.2.a"],
    };

    public static readonly IntField StaffInScope = new(Code, "tong_cb")
    {
        Section = "nhan_su",
        Label = new("Cán bộ đoàn thể chuyên trách thuộc phạm vi I.2.d", "Full-time staff in scope of I.2.d"),
        Unit = new("người", "people"),
        By = [Dimensions.Organisation],
        Hint = new("Không gồm người do xã, phường kê ở XP1", "Without people whom communes state in XP1"),
        Empties = [EmptyKind.NotArising],
        Source = ["2026/I.2.d"],
    };

    public static readonly IntField StaffTrained = new(Code, "da_th")
    {
        Section = "nhan_su",
        Label = new("Trong đó đã được tập huấn kỹ năng (không trùng, lũy kế)", "Of whom trained in skills (distinct, cumulative)"),
        Unit = new("người", "people"),
        By = [Dimensions.Organisation],
        Empties = [EmptyKind.NotArising],
        Source = ["2026/I.2.d"],
    };

    /// <summary>Organisations with assigned staff.</summary>
    public static readonly Ratio Staffed = Ratio.Of("staffed", OrganisationsWithStaff, Organisations);

    /// <summary>Trained full-time staff.</summary>
    public static readonly Ratio Trained = Ratio.Of("trained", StaffTrained, StaffInScope);

    public static readonly FormDefinition Form = new(Code, 1)
    {
        Title = new("Tuyên truyền đoàn viên, hội viên; nhân sự đoàn thể", "Outreach to members; organisations' staff"),
        FilledBy = FilledBy.Agency("MTTQ"),
        Duty = "2026/V.1#2",
        Clauses = ["2026/I.2.a", "2026/I.2.d", "2026/IV.8#1", "2026/IV.8#3"],
        Sections =
        [
            new("tuyen_truyen", new("Tuyên truyền", "Outreach")),
            new("nhan_su", new("Nhân sự", "Staff")),
        ],
        Fields = [Sessions, Attendances, GuidingDocuments, Organisations, OrganisationsWithStaff, StaffInScope, StaffTrained],
        Rules =
        [
            FormRule.Error("MT1.r1", "da_th[*] <= tong_cb[*]",
                "Người được tập huấn không vượt tổng số.",
                "Trained staff cannot exceed all staff."),
            FormRule.Error("MT1.r2", "dv_ns_co[*] <= dv_ns_tong[*]", "Không vượt quá tổng số.", "Cannot exceed the total."),
            FormRule.Error("MT1.r4", "buoi[*] = 0 -> luot[*] = 0", "Không có buổi thì không có lượt.", "No session, no attendance."),
        ],
        Measures = [Staffed.Numerator, Staffed.Denominator, Trained.Numerator, Trained.Denominator],
    };
}
