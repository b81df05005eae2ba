using SocialWork.Abstractions;

namespace SocialWork.Plugins.HomeAffairs.Forms;

/// <summary>NV2: guidance on the network (2026/IV.3.b).</summary>
public static class NetworkGuidance
{
    public const string Code = "NV2";

    public static readonly IntField GuidingDocuments = new(Code, "vb")
    {
        Section = "huong_dan",
        Label = new("Văn bản hướng dẫn", "Guiding documents"),
        Unit = new("văn bản", "documents"),
        Empties = [EmptyKind.NotArising],
        Source = ["2026/IV.3.b"],
    };

    public static readonly IntField LocalitiesGuided = new(Code, "dp")
    {
        Section = "huong_dan",
        Label = new("Địa phương được hướng dẫn", "Localities guided"),
        Unit = new("xã, phường", "communes and wards"),
        Hint = new("Năm 2023: cấp huyện", "In 2023: districts"),
        Empties = [EmptyKind.NotArising],
        Source = ["2026/IV.3.b"],
    };

    public static readonly FormDefinition Form = new(Code, 1)
    {
        Title = new("Hướng dẫn phát triển mạng lưới", "Guidance on the network"),
        FilledBy = FilledBy.Agency("SNV"),
        Duty = "2026/V.1#2",
        Clauses = ["2026/IV.3.b"],
        Sections =
        [
            new("huong_dan", new("Hướng dẫn", "Guidance")),
        ],
        Fields = [GuidingDocuments, LocalitiesGuided],
        Rules =
        [
            FormRule.Warning("NV2.r1", "dp > 0 -> vb > 0",
                "Có địa phương được hướng dẫn nhưng chưa kê văn bản, kiểm tra lại.",
                "Localities are guided, yet no document is listed; check it."),
        ],
        Checks =
        [
            new("NV2.c1", Severity.Error, ["R1"],
                "dp does not exceed the communes (2023: districts) in R1 at the cut-off date.",
                new("Vượt số địa phương trong danh mục.", "Exceeds the localities in the register.")),
        ],
    };
}
