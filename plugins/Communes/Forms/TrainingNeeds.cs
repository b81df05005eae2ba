using SocialWork.Abstractions;

namespace SocialWork.Plugins.Communes.Forms;

/// <summary>XP6: training needs (2026/II.4.b, 2026/IV.9.b).</summary>
public static class TrainingNeeds
{
    public const string Code = "XP6";

    public static readonly IntField PeopleNeedingTraining = new(Code, "nhu_cau")
    {
        Section = "nhu_cau",
        Label = new("Người cần đào tạo, tập huấn", "People needing training"),
        Unit = new("người", "people"),
        By = [CommonDimensions.StaffCategory, CommonDimensions.TrainingKind],
        Hint = new("Nên gửi cùng kế hoạch", "Best sent together with the plan"),
        Empties = [EmptyKind.NotArising],
        Source = ["2026/IV.9.b", "2026/II.4.b"],
    };

    public static readonly TextField Proposal = new(Code, "de_xuat")
    {
        Section = "nhu_cau",
        Label = new("Nội dung, hình thức đề xuất", "Proposed content and form"),
        Empties = [EmptyKind.NotArising],
        Source = ["2026/IV.9.b"],
    };

    public static readonly IntField ByQualification = new(Code, "phan_loai")
    {
        Section = "trinh_do",
        Label = new("Người phụ trách công tác xã hội và trẻ em ở cấp xã, thôn", "Commune and village workers"),
        Unit = new("người", "people"),
        By = [Dimensions.SocialWorkQualification],
        Empties = [EmptyKind.NotArising],
        Source = ["2026/II.4.b"],
    };

    public static readonly FormDefinition Form = new(Code, 1)
    {
        Title = new("Nhu cầu đào tạo, tập huấn", "Training needs"),
        FilledBy = FilledBy.EveryCommune,
        Duty = "2026/V.1#2",
        Clauses = ["2026/II.4.b", "2026/IV.9.b"],
        Sections =
        [
            new("nhu_cau", new("Nhu cầu", "Needs")),
            new("trinh_do", new("Trình độ hiện có", "Present qualification")),
        ],
        Fields = [PeopleNeedingTraining, Proposal, ByQualification],
        Rules =
        [
            FormRule.Error("XP6.r1", "sum(nhu_cau) > 0 -> filled(de_xuat)",
                "Có nhu cầu phải nêu nội dung, hình thức đề xuất.",
                "A need comes with a proposal."),
        ],
    };
}
