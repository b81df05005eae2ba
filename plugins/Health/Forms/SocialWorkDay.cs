using SocialWork.Abstractions;

namespace SocialWork.Plugins.Health.Forms;

/// <summary>YT6: Social Work Day and commendation (2026/II.6.a#1, 2026/II.6.a#2, 2026/II.6.b, 2026/II.6.c, 2026/IV.1.a#2).</summary>
public static class SocialWorkDay
{
    public const string Code = "YT6";

    public static readonly TextField PlanDocument = new(Code, "ke_hoach")
    {
        Section = "ngay_ctxh",
        Label = new("Kế hoạch (số, ngày)", "Plan (number, date)"),
        Empties = [EmptyKind.NotArising],
        Source = ["2026/II.6.a#1", "2026/IV.1.a#2"],
    };

    public static readonly IntField Activities = new(Code, "hoat_dong")
    {
        Section = "ngay_ctxh",
        Label = new("Hoạt động", "Activities"),
        Unit = new("hoạt động", "activities"),
        By = [Dimensions.OrganisingLevel],
        Empties = [EmptyKind.NotArising],
        Source = ["2026/II.6.b", "2026/II.6.c"],
    };

    public static readonly IntField Attendances = new(Code, "luot")
    {
        Section = "ngay_ctxh",
        Label = new("Lượt người tham gia", "Attendances"),
        Unit = new("lượt", "attendances"),
        Empties = [EmptyKind.NotArising],
        Source = ["2026/II.6.c"],
    };

    public static readonly IntField GroupsHonoured = new(Code, "tap_the")
    {
        Section = "khen_thuong",
        Label = new("Tập thể được biểu dương, khen thưởng", "Groups honoured"),
        Unit = new("tập thể", "groups"),
        Empties = [EmptyKind.NotArising],
        Source = ["2026/II.6.a#2", "2026/II.6.c"],
    };

    public static readonly IntField IndividualsHonoured = new(Code, "ca_nhan")
    {
        Section = "khen_thuong",
        Label = new("Cá nhân được biểu dương, khen thưởng", "Individuals honoured"),
        Unit = new("người", "people"),
        Empties = [EmptyKind.NotArising],
        Source = ["2026/II.6.a#2", "2026/II.6.c"],
    };

    public static readonly FormDefinition Form = new(Code, 1)
    {
        Title = new("Ngày Công tác xã hội và biểu dương, khen thưởng", "Social Work Day and commendation"),
        FilledBy = FilledBy.Agency("SYT"),
        Duty = "2026/V.1#2",
        Clauses = ["2026/II.6.a#1", "2026/II.6.a#2", "2026/II.6.b", "2026/II.6.c", "2026/IV.1.a#2"],
        Sections =
        [
            new("ngay_ctxh", new("Ngày Công tác xã hội", "Social Work Day")),
            new("khen_thuong", new("Biểu dương, khen thưởng", "Commendation")),
        ],
        Fields = [PlanDocument, Activities, Attendances, GroupsHonoured, IndividualsHonoured],
        Rules =
        [
            FormRule.Error("YT6.r1", "sum(hoat_dong) = 0 -> luot = 0",
                "Không có hoạt động thì không có lượt.",
                "No activity, no attendance."),
        ],
        Checks =
        [
            new("YT6.c1", Severity.Warning, ["R13"],
                "tap_the and ca_nhan equal the year's entries of register R13 kept by the Health department.",
                new("Lệch với sổ biểu dương, khen thưởng.", "Differs from the commendation register.")),
        ],
    };
}
