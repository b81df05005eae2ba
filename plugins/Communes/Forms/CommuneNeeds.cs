using SocialWork.Abstractions;

namespace SocialWork.Plugins.Communes.Forms;

/// <summary>XP5: people in difficulty received by the commune (2026/I.2.c#2, 2026/II.2.b).</summary>
public static class CommuneNeeds
{
    public const string Code = "XP5";

    public static readonly IntField PeopleInNeed = new(Code, "co_nhu_cau")
    {
        Section = "nhom",
        Label = new("Người tiếp nhận lần đầu tại UBND, có nhu cầu tư vấn, hỗ trợ", "First intakes at the People's Committee in need"),
        Unit = new("người", "people"),
        By = [CommonDimensions.ClientGroup],
        Hint = new("Không kê người do nơi khác chuyển đến", "Without people referred from elsewhere"),
        Empties = [EmptyKind.NotArising],
        Source = ["2026/I.2.c#2"],
    };

    public static readonly IntField PeopleSupported = new(Code, "duoc_ho_tro")
    {
        Section = "nhom",
        Label = new("Trong đó được tư vấn, hỗ trợ", "Of whom supported"),
        Unit = new("người", "people"),
        By = [CommonDimensions.ClientGroup],
        Empties = [EmptyKind.NotArising],
        Source = ["2026/I.2.c#2"],
    };

    public static readonly IntField ReferredOn = new(Code, "chuyen_tyt")
    {
        Section = "nhom",
        Label = new("Lượt chuyển trạm y tế, cơ sở khác", "Referrals to the station or elsewhere"),
        Unit = new("lượt", "referrals"),
        By = [CommonDimensions.ClientGroup],
        Empties = [EmptyKind.NotArising],
        Source = ["2026/I.2.c#2", "2026/II.2.b"],
    };

    public static readonly IntField DistinctInNeed = new(Code, "kt_co_nhu_cau")
    {
        Section = "khong_trung",
        Label = new("Tổng người có nhu cầu", "Distinct people in need"),
        Unit = new("người", "people"),
        Empties = [EmptyKind.NotArising],
        Source = ["2026/I.2.c#2"],
    };

    public static readonly IntField DistinctSupported = new(Code, "kt_duoc_ho_tro")
    {
        Section = "khong_trung",
        Label = new("Tổng người được tư vấn, hỗ trợ", "Distinct people supported"),
        Unit = new("người", "people"),
        Empties = [EmptyKind.NotArising],
        Source = ["2026/I.2.c#2"],
    };

    /// <summary>Distinct people in need who are supported.</summary>
    public static readonly Ratio Supported = Ratio.Of("supported", DistinctSupported, DistinctInNeed);

    public static readonly FormDefinition Form = new(Code, 1)
    {
        Title = new("Người có hoàn cảnh khó khăn có nhu cầu, tiếp nhận tại UBND", "People in difficulty received by the commune"),
        FilledBy = FilledBy.EveryCommune,
        Duty = "2026/V.1#2",
        Sensitivity = Sensitivity.Masked([new OptionFilter(CommonDimensions.ClientGroup.Id, ["DT4", "DT5"])], []),
        Clauses = ["2026/I.2.c#2", "2026/II.2.b"],
        Sections =
        [
            new("nhom", new("Theo nhóm", "By group")),
            new("khong_trung", new("Không trùng giữa các nhóm", "Distinct people")),
        ],
        Fields = [PeopleInNeed, PeopleSupported, ReferredOn, DistinctInNeed, DistinctSupported],
        Rules =
        [
            FormRule.Error("XP5.r1", "duoc_ho_tro[*] <= co_nhu_cau[*]",
                "Được hỗ trợ không vượt có nhu cầu.",
                "Supported cannot exceed in need."),
            FormRule.Error("XP5.r2", "max(co_nhu_cau) <= kt_co_nhu_cau <= sum(co_nhu_cau)",
                "Tổng người có nhu cầu phải từ giá trị lớn nhất đến tổng các nhóm.",
                "Distinct people in need lie between the largest group and the sum."),
            FormRule.Error("XP5.r3", "max(duoc_ho_tro) <= kt_duoc_ho_tro <= sum(duoc_ho_tro)",
                "Tổng người được hỗ trợ phải từ giá trị lớn nhất đến tổng các nhóm.",
                "Distinct people supported lie between the largest group and the sum."),
            FormRule.Error("XP5.r4", "kt_duoc_ho_tro <= kt_co_nhu_cau",
                "Được hỗ trợ không vượt có nhu cầu.",
                "Supported cannot exceed in need."),
        ],
        Measures = [Supported.Numerator, Supported.Denominator],
    };
}
