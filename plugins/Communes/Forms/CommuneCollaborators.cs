using SocialWork.Abstractions;

namespace SocialWork.Plugins.Communes.Forms;

/// <summary>XP2: social work and child collaborators (2026/II.4.a#2, 2026/IV.1.đ#2, 2026/IV.9.d#2).</summary>
public static class CommuneCollaborators
{
    public const string Code = "XP2";

    public static readonly IntField Villages = new(Code, "thon")
    {
        Section = "thon",
        Label = new("Số thôn, tổ dân phố", "Villages and residential groups"),
        Unit = new("thôn, tổ", "villages and groups"),
        Empties = [EmptyKind.NotArising],
        Source = ["2026/II.4.a#2", "2026/IV.9.d#2"],
    };

    public static readonly IntField VillagesCovered = new(Code, "thon_ctv")
    {
        Section = "thon",
        Label = new("Thôn, tổ dân phố có ít nhất 01 cộng tác viên", "Villages with at least one collaborator"),
        Unit = new("thôn, tổ", "villages and groups"),
        Empties = [EmptyKind.NotArising],
        Source = ["2026/II.4.a#2", "2026/IV.9.d#2"],
    };

    public static readonly IntField Collaborators = new(Code, "ctv")
    {
        Section = "ctv",
        Label = new("Cộng tác viên", "Collaborators"),
        Unit = new("người", "people"),
        By = [CommonDimensions.Sex, Dimensions.CollaboratorKind],
        Empties = [EmptyKind.NotArising],
        Source = ["2026/IV.9.d#2", "2026/IV.1.đ#2"],
    };

    public static readonly IntField CollaboratorsTrained = new(Code, "ctv_th")
    {
        Section = "ctv",
        Label = new("Trong đó đã được tập huấn", "Of whom trained"),
        Unit = new("người", "people"),
        Empties = [EmptyKind.NotArising],
        Source = ["2026/IV.1.đ#2"],
    };

    public static readonly IntField CollaboratorsPaid = new(Code, "ctv_pc")
    {
        Section = "ctv",
        Label = new("Trong đó có hỗ trợ, phụ cấp hằng tháng", "Of whom with monthly support"),
        Unit = new("người", "people"),
        Empties = [EmptyKind.NotArising],
        Source = ["2026/IV.1.đ#2"],
    };

    /// <summary>Villages with at least one collaborator.</summary>
    public static readonly Ratio Covered = Ratio.Of("covered", VillagesCovered, Villages);

    public static readonly FormDefinition Form = new(Code, 1)
    {
        Title = new("Cộng tác viên công tác xã hội và trẻ em", "Social work and child collaborators"),
        FilledBy = FilledBy.EveryCommune,
        Duty = "2026/V.1#2",
        Clauses = ["2026/II.4.a#2", "2026/IV.1.đ#2", "2026/IV.9.d#2"],
        Sections =
        [
            new("thon", new("Thôn, tổ dân phố", "Villages and residential groups")),
            new("ctv", new("Cộng tác viên", "Collaborators")),
        ],
        Fields = [Villages, VillagesCovered, Collaborators, CollaboratorsTrained, CollaboratorsPaid],
        Rules =
        [
            FormRule.Error("XP2.r1", "thon_ctv <= thon", "Không vượt số thôn, tổ dân phố.", "Cannot exceed all villages."),
            FormRule.Warning("XP2.r2", "thon_ctv <= sum(ctv)",
                "Một cộng tác viên phụ trách nhiều thôn: cần giải trình.",
                "One collaborator covers several villages: explain."),
            FormRule.Error("XP2.r3", "ctv_th <= sum(ctv) and ctv_pc <= sum(ctv)",
                "Không vượt tổng số cộng tác viên.",
                "Cannot exceed all collaborators."),
        ],
        Checks =
        [
            new("XP2.c1", Severity.Warning, ["R3"],
                "ctv equals the valid entries of register R3 of the commune.",
                new("Lệch với sổ cộng tác viên.", "Differs from the collaborator register.")),
        ],
        Measures = [Covered.Numerator, Covered.Denominator],
    };
}
