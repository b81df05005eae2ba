using SocialWork.Abstractions;

namespace SocialWork.Plugins.Education.Forms;

/// <summary>GD3: practice readiness of schools (2026/II.3.a, 2026/IV.4.c).</summary>
public static class SchoolPracticeReadiness
{
    public const string Code = "GD3";

    public static readonly BoolField HasPremises = new(Code, "csvc")
    {
        Section = "dieu_kien",
        Label = new("Đạt điều kiện cơ sở vật chất", "Premises are adequate"),
        Source = ["2026/IV.4.c"],
    };

    public static readonly BoolField HasQualifiedMentor = new(Code, "ns")
    {
        Section = "dieu_kien",
        Label = new("Có người hướng dẫn đủ điều kiện", "Has a qualified mentor"),
        Source = ["2026/IV.4.c"],
    };

    public static readonly BoolField HasProgramme = new(Code, "chuong_trinh")
    {
        Section = "dieu_kien",
        Label = new("Có chương trình thực hành", "Has a practice programme"),
        Source = ["2026/IV.4.c"],
    };

    public static readonly ChoiceField Finding = new(Code, "ket_luan")
    {
        Section = "dieu_kien",
        Label = new("Kết luận", "Finding"),
        Options = Dimensions.PracticeFinding,
        Source = ["2026/IV.4.c", "2026/II.3.a"],
    };

    /// <summary>Schools found ready.</summary>
    public static readonly Measure Ready = new(Code, "ready", Finding) { Where = "ket_luan = 'DU_DIEU_KIEN'" };

    /// <summary>Schools reviewed once the circular is in force.</summary>
    public static readonly Measure Reviewed = new(Code, "reviewed", Finding) { Where = "ket_luan != 'CHO_THONG_TU'" };

    public static readonly FormDefinition Form = new(Code, 1)
    {
        Title = new("Rà soát điều kiện thực hành tại cơ sở giáo dục", "Practice readiness of schools"),
        FilledBy = FilledBy.Facilities(UnitTypes.School),
        Duty = "2026/V.1#2",
        Clauses = ["2026/II.3.a", "2026/IV.4.c"],
        Sections =
        [
            new("dieu_kien", new("Điều kiện", "Conditions")),
        ],
        Fields = [HasPremises, HasQualifiedMentor, HasProgramme, Finding],
        Rules =
        [
            FormRule.Error("GD3.r1", "ket_luan = 'DU_DIEU_KIEN' -> csvc and ns and chuong_trinh",
                "Đủ điều kiện phải đạt cả ba tiêu chí.",
                "Ready means all three conditions are met."),
            FormRule.Error("GD3.r2", "not gateOpen('2026/IV.4.c') -> ket_luan = 'CHO_THONG_TU'",
                "Thông tư chưa có hiệu lực: chọn \"Chờ thông tư\".",
                "The circular is not in force: choose “Awaiting the circular”."),
            FormRule.Error("GD3.r3", "gateOpen('2026/IV.4.c') -> ket_luan != 'CHO_THONG_TU'",
                "Thông tư đã có hiệu lực: kết luận đủ hoặc chưa đủ điều kiện.",
                "The circular is in force: conclude ready or not ready."),
        ],
        Checks =
        [
            new("GD3.c1", Severity.Error, ["GD1"],
                "The form is asked only of schools whose GD1 answers co_dv = true.",
                new("Trường không cung cấp dịch vụ thì không thuộc diện rà soát.", "A school without service is not reviewed.")),
        ],
        Measures = [Ready, Reviewed],
    };
}
