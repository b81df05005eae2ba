using SocialWork.Abstractions;

namespace SocialWork.Plugins.Finance.Forms;

/// <summary>TC1: allocation and disbursement by source; ODA and aid (2026/III.1, 2026/III.2, 2026/IV.2.a, 2026/IV.2.b).</summary>
public static class BudgetAndAid
{
    public const string Code = "TC1";

    public static readonly MoneyField Allocated = new(Code, "phan_bo")
    {
        Section = "ngan_sach",
        Label = new("Kinh phí phân bổ", "Allocated"),
        Unit = new("đồng", "đồng"),
        By = [CommonDimensions.FundingSource, CommonDimensions.UnitTier],
        Empties = [EmptyKind.NotArising],
        Source = ["2026/IV.2.a", "2026/III.1"],
    };

    public static readonly MoneyField Disbursed = new(Code, "giai_ngan")
    {
        Section = "ngan_sach",
        Label = new("Giải ngân", "Disbursed"),
        Unit = new("đồng", "đồng"),
        By = [CommonDimensions.FundingSource, CommonDimensions.UnitTier],
        Empties = [EmptyKind.NotArising],
        Source = ["2026/IV.2.a", "2026/III.1"],
    };

    public static readonly TextField AidName = new(Code, "ten")
    {
        Section = "vien_tro",
        Label = new("Tên dự án, khoản viện trợ", "Project or grant"),
    };

    public static readonly ChoiceField AidKind = new(Code, "loai")
    {
        Section = "vien_tro",
        Label = new("Loại", "Kind"),
        Options = Dimensions.AidKind,
    };

    public static readonly TextField AidDonor = new(Code, "nha_tai_tro")
    {
        Section = "vien_tro",
        Label = new("Nhà tài trợ", "Donor"),
    };

    public static readonly MoneyField AidCommitted = new(Code, "cam_ket")
    {
        Section = "vien_tro",
        Label = new("Cam kết", "Committed"),
        Unit = new("đồng", "đồng"),
    };

    public static readonly MoneyField AidDisbursed = new(Code, "giai_ngan")
    {
        Section = "vien_tro",
        Label = new("Giải ngân trong năm", "Disbursed in the year"),
        Unit = new("đồng", "đồng"),
    };

    public static readonly TableField AidItems = new(Code, "khoan_vt")
    {
        Section = "vien_tro",
        Label = new("Khoản ODA, viện trợ", "ODA and aid items"),
        Required = false,
        Empties = [EmptyKind.NotArising],
        Columns = [AidName, AidKind, AidDonor, AidCommitted, AidDisbursed],
        Source = ["2026/IV.2.b"],
    };

    /// <summary>Official development assistance and non-governmental aid disbursed.</summary>
    public static readonly Measure ForeignAid = new(Code, "foreignAid", Disbursed)
    {
        Options = [new(CommonDimensions.FundingSource.Id, ["ODA", "PCPNN"])],
    };

    public static readonly FormDefinition Form = new(Code, 1)
    {
        Title = new("Phân bổ, giải ngân theo nguồn; ODA, viện trợ", "Allocation and disbursement by source; ODA and aid"),
        FilledBy = FilledBy.Agency("STC"),
        Duty = "2026/V.1#2",
        Clauses = ["2026/III.1", "2026/III.2", "2026/IV.2.a", "2026/IV.2.b"],
        Sections =
        [
            new("ngan_sach", new("Kinh phí theo nguồn và cấp", "Funding by source and tier")),
            new("vien_tro", new("ODA, viện trợ phi chính phủ", "ODA and non-governmental aid")),
        ],
        Fields = [Allocated, Disbursed, AidItems],
        Rules =
        [
            FormRule.Error("TC1.r1", "giai_ngan[NSTW] <= phan_bo[NSTW] and giai_ngan[NSDP] <= phan_bo[NSDP]",
                "Giải ngân ngân sách không vượt phân bổ.",
                "Budget disbursement cannot exceed the allocation."),
            FormRule.Warning("TC1.r2", "giai_ngan[*] <= phan_bo[*]",
                "Giải ngân vượt phân bổ, cần giải trình.",
                "Disbursement exceeds the allocation; explain."),
        ],
        Checks =
        [
            new("TC1.c1", Severity.Warning, ["K5"],
                "For each source and tier, phan_bo equals the sum of K5.du_toan over the reporting agencies of that tier.",
                new("Lệch với tổng dự toán các đơn vị báo cáo.", "Differs from the sum of the agencies' allocations.")),
            new("TC1.c2", Severity.Error, ["TC1"],
                "In each row of khoan_vt, giai_ngan does not exceed cam_ket.",
                new("Giải ngân không vượt cam kết.", "Disbursement cannot exceed the commitment.")),
            new("TC1.c3", Severity.Warning, ["TC1"],
                "The rows of khoan_vt of kind ODA and PCPNN sum to giai_ngan of those sources.",
                new("Lệch giữa danh sách khoản viện trợ và số giải ngân theo nguồn.", "The aid list differs from disbursement by source.")),
        ],
        Measures = [ForeignAid],
    };
}
