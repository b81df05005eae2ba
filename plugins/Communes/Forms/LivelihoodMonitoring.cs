using SocialWork.Abstractions;

namespace SocialWork.Plugins.Communes.Forms;

/// <summary>XP7: monitoring living conditions and proposing support (2026/IV.9.d#3).</summary>
public static class LivelihoodMonitoring
{
    public const string Code = "XP7";

    public static readonly IntField Reviews = new(Code, "dot")
    {
        Section = "ra_soat",
        Label = new("Đợt rà soát", "Reviews"),
        Unit = new("đợt", "rounds"),
        By = [Dimensions.ReviewKind],
        Empties = [EmptyKind.NotArising],
        Source = ["2026/IV.9.d#3"],
    };

    public static readonly IntField PeopleProposed = new(Code, "de_xuat")
    {
        Section = "ra_soat",
        Label = new("Người được đề xuất hỗ trợ", "People proposed for support"),
        Unit = new("người", "people"),
        By = [CommonDimensions.ClientGroup],
        Empties = [EmptyKind.NotArising],
        Source = ["2026/IV.9.d#3"],
    };

    public static readonly IntField PeopleSupported = new(Code, "ho_tro")
    {
        Section = "ra_soat",
        Label = new("Trong đó đã được hỗ trợ", "Of whom supported"),
        Unit = new("người", "people"),
        By = [CommonDimensions.ClientGroup],
        Empties = [EmptyKind.NotArising],
        Source = ["2026/IV.9.d#3"],
    };

    public static readonly FormDefinition Form = new(Code, 1)
    {
        Title = new("Nắm bắt đời sống, đề xuất hỗ trợ", "Monitoring living conditions and proposing support"),
        FilledBy = FilledBy.EveryCommune,
        Duty = "2026/V.1#2",
        Sensitivity = Sensitivity.Masked([new OptionFilter(CommonDimensions.ClientGroup.Id, ["DT4", "DT5"])], []),
        Clauses = ["2026/IV.9.d#3"],
        Sections =
        [
            new("ra_soat", new("Rà soát và hỗ trợ", "Review and support")),
        ],
        Fields = [Reviews, PeopleProposed, PeopleSupported],
        Rules =
        [
            FormRule.Error("XP7.r1", "ho_tro[*] <= de_xuat[*]", "Đã hỗ trợ không vượt đề xuất.", "Supported cannot exceed proposed."),
            FormRule.Warning("XP7.r2", "sum(dot) = 0 -> sum(de_xuat) = 0",
                "Không có đợt rà soát nhưng có đề xuất, kiểm tra lại.",
                "Proposals without a review; check it."),
        ],
    };
}
