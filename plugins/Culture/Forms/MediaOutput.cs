using SocialWork.Abstractions;

namespace SocialWork.Plugins.Culture.Forms;

/// <summary>VH1: press, local information, exemplars (2026/II.1.b, 2026/IV.6.p1#1, 2026/IV.6.p1#2).</summary>
public static class MediaOutput
{
    public const string Code = "VH1";

    public static readonly IntField NewsItems = new(Code, "tin_bai")
    {
        Section = "thong_tin",
        Label = new("Tin, bài, phóng sự", "News items and reports"),
        Unit = new("sản phẩm", "items"),
        By = [CommonDimensions.Channel],
        Empties = [EmptyKind.NotArising],
        Source = ["2026/IV.6.p1#1", "2026/II.1.b"],
    };

    public static readonly IntField CommunesBroadcasting = new(Code, "dai_xa")
    {
        Section = "thong_tin",
        Label = new("Xã, phường có phát thanh cơ sở về công tác xã hội", "Communes broadcasting on social work"),
        Unit = new("xã, phường", "communes and wards"),
        Empties = [EmptyKind.NotArising],
        Source = ["2026/IV.6.p1#1"],
    };

    public static readonly IntField ExemplarsPublicised = new(Code, "dien_hinh")
    {
        Section = "thong_tin",
        Label = new("Gương điển hình, mô hình được tuyên truyền", "Exemplars and models publicised"),
        Unit = new("trường hợp", "cases"),
        Empties = [EmptyKind.NotArising],
        Source = ["2026/IV.6.p1#2"],
    };

    public static readonly IntField GuidingDocuments = new(Code, "vb_cd")
    {
        Section = "thong_tin",
        Label = new("Văn bản chỉ đạo, định hướng", "Guiding documents"),
        Unit = new("văn bản", "documents"),
        Empties = [EmptyKind.NotArising],
        Source = ["2026/IV.6.p1#1"],
    };

    public static readonly FormDefinition Form = new(Code, 1)
    {
        Title = new("Báo chí, thông tin cơ sở, điển hình", "Press, local information, exemplars"),
        FilledBy = FilledBy.Agency("SVHTT"),
        Duty = "2026/V.1#2",
        Clauses = ["2026/II.1.b", "2026/IV.6.p1#1", "2026/IV.6.p1#2"],
        Sections =
        [
            new("thong_tin", new("Thông tin, tuyên truyền", "Information")),
        ],
        Fields = [NewsItems, CommunesBroadcasting, ExemplarsPublicised, GuidingDocuments],
        Rules =
        [
            FormRule.Warning("VH1.r1", "dai_xa > 0 -> tin_bai[TRUYEN_THANH] > 0",
                "Có xã, phường phát thanh nhưng chưa kê tin, bài truyền thanh cơ sở.",
                "Communes broadcast, yet no loudspeaker items are listed."),
        ],
        Checks =
        [
            new("VH1.c1", Severity.Error, ["R1"],
                "dai_xa does not exceed the communes in R1 at the cut-off date.",
                new("Vượt số xã, phường trong danh mục.", "Exceeds the communes in the register.")),
        ],
    };
}
