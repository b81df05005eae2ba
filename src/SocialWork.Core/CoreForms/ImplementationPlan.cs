using SocialWork.Abstractions;

namespace SocialWork.Core.CoreForms;

/// <summary>K1: issuing the implementation plan (2026/IV.9.a, 2026/V.1#1).</summary>
public static class ImplementationPlan
{
    /// <summary>The form's public code.</summary>
    public const string Code = "K1";

    /// <summary>Document number.</summary>
    public static readonly TextField DocumentNumber = new(Code, "so_ky_hieu")
    {
        Section = "van_ban",
        Label = new("Số, ký hiệu", "Document number"),
        Hint = new("Ví dụ: 12/KH-UBND", "For example: 12/KH-UBND"),
        Source = ["2026/V.1#1"],
    };

    /// <summary>Date of issue.</summary>
    public static readonly DateField IssuedOn = new(Code, "ngay_bh")
    {
        Section = "van_ban",
        Label = new("Ngày ban hành", "Date of issue"),
        Source = ["2026/V.1#1"],
    };

    /// <summary>Signer's title.</summary>
    public static readonly TextField SignerTitle = new(Code, "nguoi_ky")
    {
        Section = "van_ban",
        Label = new("Chức vụ người ký", "Signer's title"),
        Source = ["2026/V.1#1"],
    };

    /// <summary>Sets the unit's own targets.</summary>
    public static readonly BoolField HasOwnTargets = new(Code, "co_muc_tieu")
    {
        Section = "van_ban",
        Label = new("Có mục tiêu riêng của đơn vị", "Sets the unit's own targets"),
        Source = ["2026/IV.9.a"],
    };

    /// <summary>Document file.</summary>
    public static readonly FileField DocumentFile = new(Code, "tep")
    {
        Section = "van_ban",
        Label = new("Tệp văn bản", "Document file"),
        Required = false,
        Source = ["2026/V.1#1"],
    };

    /// <summary>Plans issued before the due date.</summary>
    public static readonly Measure InTime = new(Code, "inTime", IssuedOn) { Where = "ngay_bh < due" };

    /// <summary>The form.</summary>
    public static readonly FormDefinition Form = new(Code, 1)
    {
        Title = new("Ban hành kế hoạch triển khai", "Issuing the implementation plan"),
        FilledBy = FilledBy.EveryAgency,
        Duty = "2026/V.1#1",
        Clauses = ["2026/IV.9.a", "2026/V.1#1"],
        Sections =
        [
            new("van_ban", new("Văn bản kế hoạch", "Plan document")),
        ],
        Fields = [DocumentNumber, IssuedOn, SignerTitle, HasOwnTargets, DocumentFile],
        Rules =
        [
            FormRule.Error("K1.r1", "year(ngay_bh) = planYear",
                "Ngày ban hành phải trong năm kế hoạch.",
                "The date of issue must be in the plan's year."),
            FormRule.Warning("K1.r2", "ngay_bh < due",
                "Ban hành từ ngày hạn trở đi là quá hạn (\"trước ngày\").",
                "Issued on or after the due date is late (“before”)."),
        ],
        Measures = [InTime],
    };
}
