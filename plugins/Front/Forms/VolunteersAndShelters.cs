using SocialWork.Abstractions;

namespace SocialWork.Plugins.Front.Forms;

/// <summary>
/// MT2: volunteers, honours, resources, shelters (2026/I.2.c#1, 2026/II.2.c, 2026/III.2, 2026/IV.8#2, 2026/IV.8#4).
/// </summary>
public static class VolunteersAndShelters
{
    public const string Code = "MT2";

    public static readonly IntField Volunteers = new(Code, "tnv")
    {
        Section = "tinh_nguyen",
        Label = new("Tình nguyện viên tham gia công tác xã hội (không trùng)", "Distinct volunteers"),
        Unit = new("người", "people"),
        By = [Dimensions.Organisation],
        Empties = [EmptyKind.NotArising],
        Source = ["2026/IV.8#4"],
    };

    public static readonly IntField PeopleHelped = new(Code, "luot_ht")
    {
        Section = "tinh_nguyen",
        Label = new("Lượt người yếu thế được giúp đỡ", "Times vulnerable people were helped"),
        Unit = new("lượt", "times"),
        Empties = [EmptyKind.NotArising],
        Source = ["2026/IV.8#4"],
    };

    public static readonly MoneyField Resources = new(Code, "nguon_luc")
    {
        Section = "tinh_nguyen",
        Label = new("Nguồn lực vận động", "Resources mobilised"),
        Unit = new("đồng", "đồng"),
        By = [Dimensions.ResourceKind],
        Hint = new("Để theo dõi; kinh phí chính thức kê ở K5", "For follow-up only; funding proper stands in K5"),
        Empties = [EmptyKind.NotArising],
        Source = ["2026/III.2", "2026/IV.8#4"],
    };

    public static readonly IntField Honoured = new(Code, "ton_vinh")
    {
        Section = "tinh_nguyen",
        Label = new("Trường hợp được tôn vinh", "Honoured"),
        Unit = new("trường hợp", "cases"),
        By = [Dimensions.HonouredParty],
        Empties = [EmptyKind.NotArising],
        Source = ["2026/IV.8#2"],
    };

    public static readonly IntField Shelters = new(Code, "tam_lanh")
    {
        Section = "tam_lanh",
        Label = new("Điểm đang hoạt động", "Operating shelters"),
        Unit = new("điểm", "shelters"),
        Hint = new("Không kê điểm nằm trong cơ sở đã có ở R1", "Without shelters inside a facility that is already in R1"),
        Empties = [EmptyKind.NotArising],
        Source = ["2026/II.2.c", "2026/I.2.c#1"],
    };

    public static readonly IntField SheltersInPlan = new(Code, "tam_lanh_qh")
    {
        Section = "tam_lanh",
        Label = new("Trong đó thuộc quy hoạch", "Of which in the planned network"),
        Unit = new("điểm", "shelters"),
        Empties = [EmptyKind.NotArising],
        Source = ["2026/I.2.c#1"],
    };

    public static readonly IntField SheltersInPlanWithService = new(Code, "tam_lanh_qh_dv")
    {
        Section = "tam_lanh",
        Label = new("Trong đó thuộc quy hoạch và có cung cấp dịch vụ công tác xã hội", "Of which in the plan and with services"),
        Unit = new("điểm", "shelters"),
        Empties = [EmptyKind.NotArising],
        Source = ["2026/I.2.c#1"],
    };

    public static readonly IntField ShelterStays = new(Code, "luot_tam_lanh")
    {
        Section = "tam_lanh",
        Label = new("Lượt người tạm lánh", "Shelter stays"),
        Unit = new("lượt", "stays"),
        Required = false,
        Empties = [EmptyKind.NotArising],
        Source = ["2026/II.2.c"],
    };

    /// <summary>Shelters of the planned network that provide services.</summary>
    public static readonly Ratio SheltersServing = Ratio.Of("sheltersServing", SheltersInPlanWithService, SheltersInPlan);

    public static readonly FormDefinition Form = new(Code, 1)
    {
        Title = new("Tình nguyện, tôn vinh, vận động nguồn lực, nhà tạm lánh", "Volunteers, honours, resources, shelters"),
        FilledBy = FilledBy.Agency("MTTQ"),
        Duty = "2026/V.1#2",
        Sensitivity = Sensitivity.Masked([], [ShelterStays.Id]),
        Clauses = ["2026/I.2.c#1", "2026/II.2.c", "2026/III.2", "2026/IV.8#2", "2026/IV.8#4"],
        Sections =
        [
            new("tinh_nguyen", new("Tình nguyện và nguồn lực", "Volunteers and resources")),
            new("tam_lanh", new("Nhà tạm lánh, địa chỉ tin cậy do Mặt trận, đoàn thể vận hành", "Shelters run by the Front and its organisations")),
        ],
        Fields = [Volunteers, PeopleHelped, Resources, Honoured, Shelters, SheltersInPlan, SheltersInPlanWithService, ShelterStays],
        Rules =
        [
            FormRule.Error("MT2.r1", "tam_lanh = 0 -> luot_tam_lanh = 0", "Không có điểm thì không có lượt.", "No shelter, no stay."),
            FormRule.Error("MT2.r2", "tam_lanh_qh_dv <= tam_lanh_qh <= tam_lanh",
                "Có dịch vụ ≤ thuộc quy hoạch ≤ đang hoạt động.",
                "With service ≤ in the plan ≤ operating."),
        ],
        Checks =
        [
            new("MT2.c1", Severity.Warning, ["R10"],
                "tam_lanh equals the operating entries of register R10 kept by the Front.",
                new("Lệch với sổ nhà tạm lánh.", "Differs from the shelter register.")),
        ],
        Measures = [SheltersServing.Numerator, SheltersServing.Denominator],
        Note = new("Không bao giờ ghi hoặc công bố địa chỉ nhà tạm lánh.", "Shelter addresses are never recorded or published."),
    };
}
