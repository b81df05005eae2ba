using SocialWork.Abstractions;

namespace SocialWork.Plugins.Health.Forms;

/// <summary>YT5: list of social workers for juvenile justice (2026/IV.1.d).</summary>
public static class JuvenileJusticeList
{
    public const string Code = "YT5";

    public static readonly TextField Decision = new(Code, "quyet_dinh")
    {
        Section = "danh_sach",
        Label = new("Quyết định công bố (số, ngày)", "Publishing decision (number, date)"),
        Empties = [EmptyKind.NotArising],
        Source = ["2026/IV.1.d"],
    };

    public static readonly IntField PeopleListed = new(Code, "so_nguoi")
    {
        Section = "danh_sach",
        Label = new("Số người trong danh sách", "People on the list"),
        Unit = new("người", "people"),
        By = [Dimensions.JuvenileJusticeWorker, CommonDimensions.Sex],
        Empties = [EmptyKind.NotArising],
        Source = ["2026/IV.1.d"],
    };

    public static readonly IntField CommunesCovered = new(Code, "so_xa")
    {
        Section = "danh_sach",
        Label = new("Số xã, phường có ít nhất 01 người", "Communes with at least one person"),
        Unit = new("xã, phường", "communes and wards"),
        Empties = [EmptyKind.NotArising],
        Source = ["2026/IV.1.d"],
    };

    public static readonly FormDefinition Form = new(Code, 1)
    {
        Title = new(
            "Danh sách người làm công tác xã hội trong hoạt động tư pháp người chưa thành niên",
            "List of social workers for juvenile justice"),
        FilledBy = FilledBy.Agency("SYT"),
        Duty = "2026/V.1#2",
        Clauses = ["2026/IV.1.d"],
        Sections =
        [
            new("danh_sach", new("Danh sách công bố", "Published list")),
        ],
        Fields = [Decision, PeopleListed, CommunesCovered],
        Rules =
        [
            FormRule.Error("YT5.r1", "so_xa <= so_nguoi", "Số xã, phường không vượt số người.", "Communes cannot exceed people."),
            FormRule.Error("YT5.r2", "so_nguoi > 0 -> filled(quyet_dinh)",
                "Có danh sách phải có quyết định công bố.",
                "A list needs its decision."),
        ],
        Checks =
        [
            new("YT5.c1", Severity.Error, ["R1"],
                "so_xa does not exceed the communes in R1 at the cut-off date.",
                new("Vượt số xã, phường trong danh mục.", "Exceeds the communes in the register.")),
            new("YT5.c2", Severity.Warning, ["R4"],
                "so_nguoi and so_xa equal the valid entries of register R4.",
                new("Lệch với danh sách R4.", "Differs from register R4.")),
        ],
    };
}
