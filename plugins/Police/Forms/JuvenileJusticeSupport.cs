using SocialWork.Abstractions;

namespace SocialWork.Plugins.Police.Forms;

/// <summary>CA2: juvenile justice support (2026/II.1.c, 2026/IV.7.a#3).</summary>
public static class JuvenileJusticeSupport
{
    public const string Code = "CA2";

    public static readonly IntField Requests = new(Code, "yeu_cau")
    {
        Section = "yeu_cau",
        Label = new("Yêu cầu người làm công tác xã hội tham gia", "Requests for a social worker"),
        Unit = new("yêu cầu", "requests"),
        Empties = [EmptyKind.NotArising, EmptyKind.Withheld],
        Source = ["2026/IV.7.a#3"],
    };

    public static readonly IntField RequestsMet = new(Code, "cu_nguoi")
    {
        Section = "yeu_cau",
        Label = new("Trong đó được cử người trong danh sách", "Of which met from the list"),
        Unit = new("yêu cầu", "requests"),
        Empties = [EmptyKind.NotArising, EmptyKind.Withheld],
        Source = ["2026/IV.7.a#3"],
    };

    public static readonly IntField SocialInquiryReports = new(Code, "bc_dtxh")
    {
        Section = "yeu_cau",
        Label = new("Báo cáo điều tra xã hội đã lập", "Social inquiry reports made"),
        Unit = new("báo cáo", "reports"),
        Empties = [EmptyKind.NotArising, EmptyKind.Withheld],
        Source = ["2026/IV.7.a#3", "2026/II.1.c"],
    };

    public static readonly IntField DiversionPlans = new(Code, "kh_xlch")
    {
        Section = "yeu_cau",
        Label = new("Kế hoạch xử lý chuyển hướng đã lập", "Diversion plans made"),
        Unit = new("kế hoạch", "plans"),
        Empties = [EmptyKind.NotArising, EmptyKind.Withheld],
        Source = ["2026/IV.7.a#3", "2026/II.1.c"],
    };

    /// <summary>Requests met from the published list.</summary>
    public static readonly Ratio Met = Ratio.Of("met", RequestsMet, Requests);

    public static readonly FormDefinition Form = new(Code, 1)
    {
        Title = new("Hỗ trợ tư pháp người chưa thành niên", "Juvenile justice support"),
        FilledBy = FilledBy.Agency("CATP"),
        Duty = "2026/V.1#2",
        Sensitivity = Sensitivity.Restricted,
        Clauses = ["2026/II.1.c", "2026/IV.7.a#3"],
        Sections =
        [
            new("yeu_cau", new("Yêu cầu và kết quả (số tổng hợp toàn thành phố)", "Requests and results (city total)")),
        ],
        Fields = [Requests, RequestsMet, SocialInquiryReports, DiversionPlans],
        Rules =
        [
            FormRule.Error("CA2.r1", "cu_nguoi <= yeu_cau", "Cử người không vượt yêu cầu.", "Met requests cannot exceed requests."),
            FormRule.Warning("CA2.r2", "bc_dtxh <= cu_nguoi",
                "Báo cáo nhiều hơn số lần cử người, kiểm tra lại.",
                "More reports than social workers sent; check it."),
        ],
        Measures = [Met.Numerator, Met.Denominator],
        Note = new("Không có dữ liệu vụ việc hay cá nhân; chỉ số tổng hợp toàn thành phố.", "No case or person data; city totals only."),
    };
}
