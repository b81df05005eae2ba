using SocialWork.Abstractions;

namespace SocialWork.Plugins.Justice.Forms;

/// <summary>TP1: legal dissemination and documents (2026/II.1.c, 2026/IV.5.a#1, 2026/IV.5.a#3).</summary>
public static class LegalDissemination
{
    public const string Code = "TP1";

    public static readonly IntField Sessions = new(Code, "cuoc")
    {
        Section = "pho_bien",
        Label = new("Cuộc phổ biến", "Sessions"),
        Unit = new("cuộc", "sessions"),
        By = [Dimensions.DisseminationTopic],
        Empties = [EmptyKind.NotArising],
        Source = ["2026/IV.5.a#1", "2026/II.1.c"],
    };

    public static readonly IntField Attendances = new(Code, "luot")
    {
        Section = "pho_bien",
        Label = new("Lượt người", "Attendances"),
        Unit = new("lượt", "attendances"),
        Empties = [EmptyKind.NotArising],
        Source = ["2026/IV.5.a#1"],
    };

    public static readonly IntField Materials = new(Code, "tai_lieu")
    {
        Section = "pho_bien",
        Label = new("Tài liệu phát hành", "Materials issued"),
        Unit = new("bản", "copies"),
        Empties = [EmptyKind.NotArising],
        Source = ["2026/IV.5.a#1"],
    };

    public static readonly IntField LegalDocuments = new(Code, "vb")
    {
        Section = "van_ban",
        Label = new("Văn bản", "Documents"),
        Unit = new("văn bản", "documents"),
        By = [Dimensions.LegalDocumentHandling],
        Empties = [EmptyKind.NotArising],
        Source = ["2026/IV.5.a#3"],
    };

    public static readonly FormDefinition Form = new(Code, 1)
    {
        Title = new("Phổ biến pháp luật và văn bản quy phạm", "Legal dissemination and documents"),
        FilledBy = FilledBy.Agency("STP"),
        Duty = "2026/V.1#2",
        Clauses = ["2026/II.1.c", "2026/IV.5.a#1", "2026/IV.5.a#3"],
        Sections =
        [
            new("pho_bien", new("Phổ biến, giáo dục pháp luật về công tác xã hội", "Legal dissemination on social work")),
            new("van_ban", new("Văn bản quy phạm pháp luật", "Legal normative documents")),
        ],
        Fields = [Sessions, Attendances, Materials, LegalDocuments],
        Rules =
        [
            FormRule.Error("TP1.r1", "sum(cuoc) = 0 -> luot = 0", "Không có cuộc thì không có lượt.", "No session, no attendance."),
        ],
    };
}
