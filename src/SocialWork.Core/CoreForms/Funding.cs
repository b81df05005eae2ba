using SocialWork.Abstractions;

namespace SocialWork.Core.CoreForms;

/// <summary>
/// K5: the unit's funding (2026/II.1.đ, 2026/II.2.d#1, 2026/III.1, 2026/III.2, 2026/III.3, 2026/IV.9.c, 2026/V.1#2).
/// </summary>
public static class Funding
{
    /// <summary>The form's public code.</summary>
    public const string Code = "K5";

    /// <summary>Allocated.</summary>
    public static readonly MoneyField Allocated = CoreMeasures.Allocated;

    /// <summary>Spent to date.</summary>
    public static readonly MoneyField Spent = CoreMeasures.Spent;

    /// <summary>Year estimate.</summary>
    public static readonly MoneyField YearEstimate = new(Code, "uoc_nam")
    {
        Section = "nguon",
        Label = new("Ước cả năm", "Year estimate"),
        Unit = new("đồng", "đồng"),
        By = [CommonDimensions.FundingSource],
        Empties = [EmptyKind.NotArising],
        Source = ["2026/III.3"],
    };

    /// <summary>In-kind support, valued.</summary>
    public static readonly MoneyField InKindValue = new(Code, "huy_dong_hv")
    {
        Section = "hien_vat",
        Label = new("Hiện vật huy động quy đổi", "In-kind support, valued"),
        Unit = new("đồng", "đồng"),
        Required = false,
        Empties = [EmptyKind.NotArising],
        Source = ["2026/III.2"],
    };

    /// <summary>Facilities upgraded.</summary>
    public static readonly IntField FacilitiesUpgraded = new(Code, "cs_nang_cap")
    {
        Section = "hien_vat",
        Label = new("Cơ sở được đầu tư, nâng cấp", "Facilities upgraded"),
        Unit = new("cơ sở", "facilities"),
        Required = false,
        Empties = [EmptyKind.NotArising],
        Source = ["2026/II.2.d#1"],
    };

    /// <summary>Spent on upgrading.</summary>
    public static readonly MoneyField UpgradeSpending = new(Code, "kp_nang_cap")
    {
        Section = "hien_vat",
        Label = new("Kinh phí đã thực hiện cho đầu tư, nâng cấp", "Spent on upgrading"),
        Unit = new("đồng", "đồng"),
        Required = false,
        Hint = new("Đã nằm trong kinh phí thực hiện ở trên", "Already part of the spending above"),
        Empties = [EmptyKind.NotArising],
        Source = ["2026/II.2.d#1"],
    };

    /// <summary>Money spent, of money allocated; mainstreamed money left out.</summary>
    public static readonly Ratio Disbursed = CoreMeasures.Disbursement;

    /// <summary>The form.</summary>
    public static readonly FormDefinition Form = new(Code, 1)
    {
        Title = new("Kinh phí của đơn vị", "The unit's funding"),
        FilledBy = FilledBy.EveryAgency,
        Duty = "2026/V.1#2",
        Clauses = ["2026/II.1.đ", "2026/II.2.d#1", "2026/III.1", "2026/III.2", "2026/III.3", "2026/IV.9.c", "2026/V.1#2"],
        Sections =
        [
            new("nguon", new("Kinh phí theo nguồn", "Funding by source")),
            new("hien_vat", new("Huy động và đầu tư", "Mobilisation and investment")),
        ],
        Fields = [Allocated, Spent, YearEstimate, InKindValue, FacilitiesUpgraded, UpgradeSpending],
        SharedFields = [CoreMeasures.Allocated],
        Rules =
        [
            FormRule.Error("K5.r1", "giai_ngan[*] <= uoc_nam[*]",
                "Ước cả năm không nhỏ hơn đã thực hiện.",
                "The year estimate cannot be below what is spent."),
            FormRule.Warning("K5.r2", "giai_ngan[*] <= du_toan[*]",
                "Thực hiện vượt dự toán, cần giải trình.",
                "Spending exceeds the allocation; explain."),
            FormRule.Error("K5.r3", "kp_nang_cap <= sum(giai_ngan)",
                "Kinh phí nâng cấp không vượt kinh phí đã thực hiện.",
                "Upgrade spending cannot exceed what is spent."),
            FormRule.Warning("K5.r4", "kp_nang_cap > 0 -> cs_nang_cap > 0",
                "Có kinh phí nâng cấp thì phải có cơ sở được nâng cấp.",
                "Upgrade spending needs upgraded facilities."),
        ],
        Measures = [Disbursed.Numerator, Disbursed.Denominator],
        Note = new(
            "Xã, phường kê cả các cơ sở trực thuộc. Nguồn lồng ghép nêu riêng vì là tiền của chương trình khác.",
            "A commune includes the facilities directly under it. Mainstreamed money is shown apart: it belongs to other programmes."),
    };
}
