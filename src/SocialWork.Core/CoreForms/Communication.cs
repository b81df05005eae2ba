using SocialWork.Abstractions;

namespace SocialWork.Core.CoreForms;

/// <summary>K4: communication (2026/II.1.b, 2026/II.1.c, 2026/II.1.đ, 2026/IV.4.b#1, 2026/IV.9.e, 2026/V.1#2).</summary>
public static class Communication
{
    /// <summary>The form's public code.</summary>
    public const string Code = "K4";

    /// <summary>News items, programmes, material.</summary>
    public static readonly IntField Products = new(Code, "san_pham")
    {
        Section = "san_pham",
        Label = new("Tin, bài, chương trình, tài liệu", "News items, programmes, material"),
        Unit = new("sản phẩm", "items"),
        By = [CommonDimensions.Channel],
        Hint = new("Không kê lại số đã kê ở VH1, TT1, TP1", "Without what VH1, TT1 and TP1 already state"),
        Empties = [EmptyKind.NotArising],
        Source = ["2026/II.1.b", "2026/IV.9.e"],
    };

    /// <summary>Sessions and conferences.</summary>
    public static readonly IntField Events = new(Code, "su_kien")
    {
        Section = "san_pham",
        Label = new("Buổi, hội nghị", "Sessions and conferences"),
        Unit = new("buổi", "sessions"),
        Hint = new("Không kê lại số đã kê ở MT1, TP1, YT6", "Without what MT1, TP1 and YT6 already state"),
        Empties = [EmptyKind.NotArising],
        Source = ["2026/II.1.b", "2026/IV.9.e"],
    };

    /// <summary>Direct attendances.</summary>
    public static readonly IntField Attendances = CoreMeasures.Attendances;

    /// <summary>Main topics.</summary>
    public static readonly MultiChoiceField Topics = new(Code, "noi_dung")
    {
        Section = "san_pham",
        Label = new("Nội dung chính", "Main topics"),
        Options = CoreDimensions.CommunicationTopic,
        Empties = [EmptyKind.NotArising],
        Source = ["2026/II.1.b", "2026/II.1.c"],
    };

    /// <summary>New partners.</summary>
    public static readonly IntField NewPartners = new(Code, "doi_tac")
    {
        Section = "xa_hoi_hoa",
        Label = new("Doanh nghiệp, tổ chức, cá nhân mới tham gia", "New partners"),
        Unit = new("đối tác", "partners"),
        Required = false,
        Empties = [EmptyKind.NotArising],
        Source = ["2026/II.1.đ"],
    };

    /// <summary>The form.</summary>
    public static readonly FormDefinition Form = new(Code, 1)
    {
        Title = new("Truyền thông, phổ biến", "Communication"),
        FilledBy = FilledBy.EveryAgency,
        Duty = "2026/V.1#2",
        Clauses = ["2026/II.1.b", "2026/II.1.c", "2026/II.1.đ", "2026/IV.4.b#1", "2026/IV.9.e", "2026/V.1#2"],
        Sections =
        [
            new("san_pham", new("Sản phẩm và hoạt động", "Products and activities")),
            new("xa_hoi_hoa", new("Xã hội hóa", "Private-sector involvement")),
        ],
        Fields = [Products, Events, Attendances, Topics, NewPartners],
        Rules =
        [
            FormRule.Error("K4.r1", "su_kien = 0 -> luot_nguoi = 0", "Không có buổi thì không có lượt.", "No session, no attendance."),
            FormRule.Warning("K4.r2", "sum(san_pham) + su_kien > 0 -> filled(noi_dung)",
                "Có hoạt động thì chọn nội dung chính.",
                "Choose the topics of the activities."),
        ],
    };
}
