using SocialWork.Abstractions;

namespace SocialWork.Plugins.Communes.Forms;

/// <summary>XP4: families and persons giving care (2026/IV.9.d#1).</summary>
public static class FosterCare
{
    public const string Code = "XP4";

    public static readonly IntField CareFamilies = new(Code, "gd")
    {
        Section = "nhan_nuoi",
        Label = new("Gia đình, cá nhân nhận chăm sóc, nuôi dưỡng", "Families and persons giving care"),
        Unit = new("hộ, người", "households or persons"),
        By = [Dimensions.PersonCaredFor],
        Empties = [EmptyKind.NotArising],
        Source = ["2026/IV.9.d#1"],
    };

    public static readonly IntField PeopleCaredFor = new(Code, "nguoi")
    {
        Section = "nhan_nuoi",
        Label = new("Người được nhận nuôi", "People cared for"),
        Unit = new("người", "people"),
        By = [Dimensions.PersonCaredFor],
        Empties = [EmptyKind.NotArising],
        Source = ["2026/IV.9.d#1"],
    };

    public static readonly IntField CareFamiliesPaid = new(Code, "kp_thang")
    {
        Section = "nhan_nuoi",
        Label = new("Trong đó gia đình, cá nhân hưởng kinh phí hằng tháng", "Of which families with monthly support"),
        Unit = new("hộ, người", "households or persons"),
        By = [Dimensions.PersonCaredFor],
        Empties = [EmptyKind.NotArising],
        Source = ["2026/IV.9.d#1"],
    };

    public static readonly FormDefinition Form = new(Code, 1)
    {
        Title = new("Gia đình, cá nhân nhận nuôi", "Families and persons giving care"),
        FilledBy = FilledBy.EveryCommune,
        Duty = "2026/V.1#2",
        Clauses = ["2026/IV.9.d#1"],
        Sections =
        [
            new("nhan_nuoi", new("Nhận chăm sóc, nuôi dưỡng tại cộng đồng", "Care in the community")),
        ],
        Fields = [CareFamilies, PeopleCaredFor, CareFamiliesPaid],
        Rules =
        [
            FormRule.Error("XP4.r1", "gd[*] <= nguoi[*]",
                "Mỗi gia đình, cá nhân nuôi ít nhất 01 người.",
                "Each family cares for at least one person."),
            FormRule.Error("XP4.r2", "kp_thang[*] <= gd[*]", "Không vượt số gia đình, cá nhân.", "Cannot exceed all families."),
        ],
        Checks =
        [
            new("XP4.c1", Severity.Warning, ["R11"],
                "gd equals the valid entries of register R11 of the commune.",
                new("Lệch với sổ nhận nuôi.", "Differs from the care register.")),
        ],
    };
}
