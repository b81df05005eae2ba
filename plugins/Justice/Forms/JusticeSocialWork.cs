using SocialWork.Abstractions;

namespace SocialWork.Plugins.Justice.Forms;

/// <summary>
/// TP3: social work in justice and adoption; judicial bodies' staff (2026/I.2.a, 2026/I.2.d, 2026/IV.5.a#2, 2026/IV.5.b#1).
/// </summary>
public static class JusticeSocialWork
{
    public const string Code = "TP3";

    public static readonly IntField Bodies = new(Code, "cq")
    {
        Section = "co_quan",
        Label = new("Cơ quan tư pháp thuộc phạm vi", "Judicial bodies in scope"),
        Unit = new("cơ quan", "bodies"),
        By = [Dimensions.JudicialBodyKind],
        Empties = [EmptyKind.NotArising],
        Source = ["2026/I.2.a"],
    };

    public static readonly IntField BodiesWithStaff = new(Code, "cq_ns")
    {
        Section = "co_quan",
        Label = new("Trong đó có bố trí nhân sự công tác xã hội", "Of which with social work staff"),
        Unit = new("cơ quan", "bodies"),
        By = [Dimensions.JudicialBodyKind],
        Hint = new(
            "Cơ quan ngoài hệ thống không cung cấp: chọn \"không cung cấp\"",
            "If an outside body does not supply it, choose “withheld”"),
        Empties = [EmptyKind.NotArising, EmptyKind.Withheld],
        Source = ["2026/I.2.a"],
    };

    public static readonly IntField ExternalStaffInScope = new(Code, "ngoai_tong_cb")
    {
        Section = "co_quan",
        Label = new(
            "Người đang làm việc tại Tòa án, Viện kiểm sát, thi hành án (phạm vi I.2.d)",
            "Staff of courts, procuracies, enforcement bodies"),
        Unit = new("người", "people"),
        Required = false,
        Empties = [EmptyKind.NotArising, EmptyKind.Withheld],
        Source = ["2026/I.2.d"],
    };

    public static readonly IntField ExternalStaffTrained = new(Code, "ngoai_da_th")
    {
        Section = "co_quan",
        Label = new("Trong đó đã được tập huấn kỹ năng (không trùng, lũy kế)", "Of whom trained in skills (distinct, cumulative)"),
        Unit = new("người", "people"),
        Required = false,
        Empties = [EmptyKind.NotArising, EmptyKind.Withheld],
        Source = ["2026/I.2.d"],
    };

    public static readonly ChoiceField ExternalDataOrigin = new(Code, "nguon")
    {
        Section = "co_quan",
        Label = new("Nguồn số liệu cơ quan ngoài hệ thống", "Origin of external bodies' data"),
        Options = Dimensions.DataOrigin,
        Source = ["2026/I.2.a"],
    };

    public static readonly IntField AdoptionFiles = new(Code, "con_nuoi")
    {
        Section = "con_nuoi",
        Label = new("Hồ sơ nuôi con nuôi được giải quyết", "Adoption files settled"),
        Unit = new("hồ sơ", "files"),
        By = [Dimensions.AdoptionKind],
        Empties = [EmptyKind.NotArising],
        Source = ["2026/IV.5.b#1"],
    };

    public static readonly IntField AdoptionFilesAssessed = new(Code, "con_nuoi_ht")
    {
        Section = "con_nuoi",
        Label = new("Trong đó có tư vấn, đánh giá công tác xã hội", "Of which with social work assessment"),
        Unit = new("hồ sơ", "files"),
        Empties = [EmptyKind.NotArising],
        Source = ["2026/IV.5.b#1"],
    };

    public static readonly IntField Models = new(Code, "mo_hinh")
    {
        Section = "mo_hinh",
        Label = new("Mô hình công tác xã hội lĩnh vực tư pháp", "Justice social work models"),
        Unit = new("mô hình", "models"),
        Empties = [EmptyKind.NotArising],
        Source = ["2026/IV.5.a#2"],
    };

    /// <summary>Judicial bodies with social work staff.</summary>
    public static readonly Ratio Staffed = Ratio.Of("staffed", BodiesWithStaff, Bodies);

    /// <summary>Trained staff of courts, procuracies and enforcement bodies.</summary>
    public static readonly Ratio Trained = Ratio.Of("trained", ExternalStaffTrained, ExternalStaffInScope);

    public static readonly FormDefinition Form = new(Code, 1)
    {
        Title = new(
            "Công tác xã hội lĩnh vực tư pháp, nuôi con nuôi; nhân sự cơ quan tư pháp",
            "Social work in justice and adoption; judicial bodies' staff"),
        FilledBy = FilledBy.Agency("STP"),
        Duty = "2026/V.1#2",
        Clauses = ["2026/I.2.a", "2026/I.2.d", "2026/IV.5.a#2", "2026/IV.5.b#1"],
        Sections =
        [
            new("co_quan", new("Cơ quan tư pháp", "Judicial bodies")),
            new("con_nuoi", new("Nuôi con nuôi", "Adoption")),
            new("mo_hinh", new("Mô hình", "Models")),
        ],
        Fields =
        [
            Bodies, BodiesWithStaff, ExternalStaffInScope, ExternalStaffTrained, ExternalDataOrigin, AdoptionFiles, AdoptionFilesAssessed,
            Models,
        ],
        Rules =
        [
            FormRule.Error("TP3.r1", "cq_ns[*] <= cq[*]", "Không vượt quá tổng số.", "Cannot exceed the total."),
            FormRule.Error("TP3.r2", "con_nuoi_ht <= sum(con_nuoi)", "Không vượt tổng hồ sơ.", "Cannot exceed all files."),
            FormRule.Error("TP3.r4", "ngoai_da_th <= ngoai_tong_cb",
                "Người được tập huấn không vượt tổng số.",
                "Trained staff cannot exceed all staff."),
            FormRule.Warning("TP3.r5", "nguon = 'CHUA_CUNG_CAP' -> empty(ngoai_tong_cb)",
                "Chưa được cung cấp nhưng có số liệu, kiểm tra lại.",
                "Not supplied, yet there is a number; check it."),
        ],
        Checks =
        [
            new("TP3.c1", Severity.Warning, ["R1"],
                "cq agrees with the JUDICIAL_BODY and LEGAL_AID_CENTRE units listed in R1, if listed.",
                new("Lệch với danh mục cơ quan tư pháp.", "Differs from the register of judicial bodies.")),
        ],
        Measures = [Staffed.Numerator, Staffed.Denominator, Trained.Numerator, Trained.Denominator],
    };
}
