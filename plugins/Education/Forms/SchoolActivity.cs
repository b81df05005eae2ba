using SocialWork.Abstractions;

namespace SocialWork.Plugins.Education.Forms;

/// <summary>GD2: social work with pupils (2026/I.2.c#2, 2026/IV.4.b#2).</summary>
public static class SchoolActivity
{
    public const string Code = "GD2";

    public static readonly IntField PupilsCounselled = new(Code, "tu_van")
    {
        Section = "hoc_sinh",
        Label = new("Học sinh được tư vấn tâm lý, xã hội", "Pupils counselled"),
        Unit = new("học sinh", "pupils"),
        Empties = [EmptyKind.NotArising],
        Source = ["2026/IV.4.b#2"],
    };

    public static readonly IntField AbuseDetected = new(Code, "xam_hai")
    {
        Section = "hoc_sinh",
        Label = new("Học sinh bị xâm hại, bạo lực được phát hiện", "Pupils found abused"),
        Unit = new("học sinh", "pupils"),
        Empties = [EmptyKind.NotArising],
        Source = ["2026/IV.4.b#2"],
    };

    public static readonly IntField AbuseSupported = new(Code, "xam_hai_ht")
    {
        Section = "hoc_sinh",
        Label = new("Trong đó được hỗ trợ, chuyển gửi", "Of whom supported or referred"),
        Unit = new("học sinh", "pupils"),
        Empties = [EmptyKind.NotArising],
        Source = ["2026/IV.4.b#2"],
    };

    public static readonly IntField DropoutRiskSupported = new(Code, "bo_hoc")
    {
        Section = "hoc_sinh",
        Label = new("Học sinh có nguy cơ bỏ học được hỗ trợ", "Pupils at risk of dropping out supported"),
        Unit = new("học sinh", "pupils"),
        Empties = [EmptyKind.NotArising],
        Source = ["2026/IV.4.b#2"],
    };

    public static readonly IntField PupilsInNeed = new(Code, "co_nhu_cau")
    {
        Section = "nhu_cau",
        Label = new("Tiếp nhận lần đầu tại trường, có nhu cầu tư vấn, hỗ trợ", "First intakes at the school in need"),
        Unit = new("học sinh", "pupils"),
        Hint = new("Không kê học sinh do nơi khác chuyển đến", "Without pupils referred from elsewhere"),
        Empties = [EmptyKind.NotArising],
        Source = ["2026/I.2.c#2"],
    };

    public static readonly IntField PupilsSupported = new(Code, "duoc_ho_tro")
    {
        Section = "nhu_cau",
        Label = new("Trong đó được tư vấn, hỗ trợ", "Of whom supported"),
        Unit = new("học sinh", "pupils"),
        Empties = [EmptyKind.NotArising],
        Source = ["2026/I.2.c#2"],
    };

    public static readonly BoolField HasProtectionModel = new(Code, "mo_hinh")
    {
        Section = "mo_hinh",
        Label = new("Duy trì mô hình phòng, chống xâm hại, bạo lực", "Runs a model against abuse and violence"),
        Source = ["2026/IV.4.b#2"],
    };

    /// <summary>Pupils in need who are supported.</summary>
    public static readonly Ratio Supported = Ratio.Of("supported", PupilsSupported, PupilsInNeed);

    public static readonly FormDefinition Form = new(Code, 1)
    {
        Title = new("Hoạt động công tác xã hội với học sinh", "Social work with pupils"),
        FilledBy = FilledBy.Facilities(UnitTypes.School),
        Duty = "2026/V.1#2",
        Sensitivity = Sensitivity.Masked([], [AbuseDetected.Id, AbuseSupported.Id]),
        Clauses = ["2026/I.2.c#2", "2026/IV.4.b#2"],
        Sections =
        [
            new("hoc_sinh", new("Học sinh", "Pupils")),
            new("nhu_cau", new("Học sinh có hoàn cảnh khó khăn có nhu cầu", "Pupils in difficulty and in need")),
            new("mo_hinh", new("Mô hình", "Model")),
        ],
        Fields = [PupilsCounselled, AbuseDetected, AbuseSupported, DropoutRiskSupported, PupilsInNeed, PupilsSupported, HasProtectionModel],
        Rules =
        [
            FormRule.Error("GD2.r1", "xam_hai_ht <= xam_hai", "Được hỗ trợ không vượt phát hiện.", "Supported cannot exceed detected."),
            FormRule.Error("GD2.r2", "duoc_ho_tro <= co_nhu_cau", "Được hỗ trợ không vượt có nhu cầu.", "Supported cannot exceed in need."),
            FormRule.Warning("GD2.r3", "xam_hai_ht = xam_hai",
                "Có học sinh bị xâm hại chưa được hỗ trợ, cần giải trình.",
                "Some abused pupils are not yet supported; explain."),
        ],
        Measures = [Supported.Numerator, Supported.Denominator],
    };
}
