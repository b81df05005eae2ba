using SocialWork.Abstractions;

namespace SocialWork.Plugins.Culture.Forms;

/// <summary>VH2: culture and sport support for clients (2026/IV.6.p2).</summary>
public static class CultureSportSupport
{
    public const string Code = "VH2";

    public static readonly IntField Activities = new(Code, "hoat_dong")
    {
        Section = "ho_tro",
        Label = new("Hoạt động tổ chức, hỗ trợ", "Activities held or supported"),
        Unit = new("hoạt động", "activities"),
        By = [Dimensions.ActivityField],
        Empties = [EmptyKind.NotArising],
        Source = ["2026/IV.6.p2"],
    };

    public static readonly IntField Attendances = new(Code, "luot")
    {
        Section = "ho_tro",
        Label = new("Lượt đối tượng thụ hưởng, miễn, giảm", "Attendances that benefited"),
        Unit = new("lượt", "attendances"),
        By = [CommonDimensions.ClientGroup],
        Empties = [EmptyKind.NotArising],
        Source = ["2026/IV.6.p2"],
    };

    public static readonly FormDefinition Form = new(Code, 1)
    {
        Title = new("Hỗ trợ hoạt động văn hóa, thể thao cho đối tượng", "Culture and sport support for clients"),
        FilledBy = FilledBy.Agency("SVHTT"),
        Duty = "2026/V.1#2",
        Sensitivity = Sensitivity.Masked([new OptionFilter(CommonDimensions.ClientGroup.Id, ["DT4", "DT5"])], []),
        Clauses = ["2026/IV.6.p2"],
        Sections =
        [
            new("ho_tro", new("Hỗ trợ", "Support")),
        ],
        Fields = [Activities, Attendances],
        Rules =
        [
            FormRule.Error("VH2.r1", "sum(hoat_dong) = 0 -> sum(luot) = 0",
                "Không có hoạt động thì không có lượt.",
                "No activity, no attendance."),
        ],
    };
}
