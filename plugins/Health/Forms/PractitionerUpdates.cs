using SocialWork.Abstractions;

namespace SocialWork.Plugins.Health.Forms;

/// <summary>YT4: knowledge update and practice registration (2026/II.5.b).</summary>
public static class PractitionerUpdates
{
    public const string Code = "YT4";

    public static readonly IntField LicensedPractitioners = new(Code, "nguoi_hn")
    {
        Section = "hanh_nghe",
        Label = new("Người có giấy chứng nhận đăng ký hành nghề còn hiệu lực", "Practitioners with a valid certificate"),
        Unit = new("người", "people"),
        Empties = [EmptyKind.NotArising],
        Source = ["2026/II.5.b"],
    };

    public static readonly IntField LicenceChanges = new(Code, "cap_moi")
    {
        Section = "hanh_nghe",
        Label = new("Giấy đăng ký hành nghề biến động trong kỳ", "Licence changes in the period"),
        Unit = new("giấy", "licences"),
        By = [Dimensions.LicenceChange],
        Empties = [EmptyKind.NotArising],
        Source = ["2026/II.5.b"],
    };

    public static readonly IntField PractitionersUpdated = new(Code, "nguoi_cn")
    {
        Section = "cap_nhat",
        Label = new("Người hành nghề được cấp giấy chứng nhận cập nhật kiến thức", "Practitioners with an update certificate"),
        Unit = new("người", "people"),
        Empties = [EmptyKind.NotArising],
        Source = ["2026/II.5.b"],
    };

    public static readonly IntField CreditHours = new(Code, "tiet")
    {
        Section = "cap_nhat",
        Label = new("Tổng tiết học được công nhận", "Credit hours recognised"),
        Unit = new("tiết", "credit hours"),
        Empties = [EmptyKind.NotArising],
        Source = ["2026/II.5.b"],
    };

    /// <summary>Practitioners with updated knowledge.</summary>
    public static readonly Ratio Updated = Ratio.Of("updated", PractitionersUpdated, LicensedPractitioners);

    public static readonly FormDefinition Form = new(Code, 1)
    {
        Title = new("Cập nhật kiến thức và đăng ký hành nghề", "Knowledge update and practice registration"),
        FilledBy = FilledBy.Agency("SYT"),
        Duty = "2026/V.1#2",
        Clauses = ["2026/II.5.b"],
        Sections =
        [
            new("hanh_nghe", new("Hành nghề", "Practice")),
            new("cap_nhat", new("Cập nhật kiến thức", "Knowledge update")),
        ],
        Fields = [LicensedPractitioners, LicenceChanges, PractitionersUpdated, CreditHours],
        Rules =
        [
            FormRule.Error("YT4.r1", "nguoi_cn <= nguoi_hn",
                "Người cập nhật không vượt người hành nghề.",
                "Updated practitioners cannot exceed practitioners."),
            FormRule.Warning("YT4.r2", "nguoi_cn > 0 -> tiet > 0",
                "Có người cập nhật thì phải có số tiết.",
                "An update needs credit hours."),
        ],
        Checks =
        [
            new("YT4.c1", Severity.Warning, ["R7"],
                "nguoi_hn and nguoi_cn equal the valid entries of register R7 at the cut-off date.",
                new("Lệch với sổ đăng ký hành nghề.", "Differs from the practitioner register.")),
        ],
        Measures = [Updated.Numerator, Updated.Denominator],
    };
}
