using SocialWork.Abstractions;

namespace SocialWork.Core.CoreForms;

/// <summary>K2: results of assigned tasks (2026/I.2.a, 2026/II.1.a, 2026/IV.1.a#1, 2026/IV.7.a#1, 2026/V.1#2, 2026/V.2#1).</summary>
public static class TaskResults
{
    /// <summary>The form's public code.</summary>
    public const string Code = "K2";

    /// <summary>Status.</summary>
    public static readonly ChoiceField Status = new(Code, "trang_thai")
    {
        Section = "nhiem_vu",
        Label = new("Trạng thái", "Status"),
        Options = CoreDimensions.TaskStatus,
        By = [CoreDimensions.PlanTask],
        Source = ["2026/V.1#2"],
    };

    /// <summary>Main result.</summary>
    public static readonly TextField MainResult = new(Code, "ket_qua")
    {
        Section = "nhiem_vu",
        Label = new("Kết quả chủ yếu", "Main result"),
        By = [CoreDimensions.PlanTask],
        MaxLength = 1200,
        Hint = new("Không quá 150 từ", "At most 150 words"),
        Empties = [EmptyKind.NotArising],
        Source = ["2026/V.1#2"],
    };

    /// <summary>Quantity of the result.</summary>
    public static readonly IntField Quantity = new(Code, "so_luong")
    {
        Section = "nhiem_vu",
        Label = new("Số lượng kết quả", "Quantity of the result"),
        Unit = new("theo nhiệm vụ", "as the task counts"),
        By = [CoreDimensions.PlanTask],
        Required = false,
        Hint = new("Đơn vị tính theo kết quả nêu trong nhiệm vụ", "Counted in the unit of the result that the task names"),
        Empties = [EmptyKind.NotArising],
        Source = ["2026/V.1#2"],
    };

    /// <summary>Evidence document (number and date).</summary>
    public static readonly TextField EvidenceDocument = new(Code, "van_ban")
    {
        Section = "nhiem_vu",
        Label = new("Văn bản minh chứng (số, ký hiệu, ngày)", "Evidence document (number and date)"),
        By = [CoreDimensions.PlanTask],
        Required = false,
        Hint = new("Đã có trong sổ văn bản R17", "Already in the document register R17"),
        Empties = [EmptyKind.NotArising],
        Source = ["2026/V.1#2"],
    };

    /// <summary>Reason not done.</summary>
    public static readonly TextField Reason = new(Code, "ly_do")
    {
        Section = "nhiem_vu",
        Label = new("Lý do chưa hoàn thành", "Reason not done"),
        By = [CoreDimensions.PlanTask],
        Required = false,
        Source = ["2026/V.1#2"],
    };

    /// <summary>The form.</summary>
    public static readonly FormDefinition Form = new(Code, 1)
    {
        Title = new("Kết quả thực hiện nhiệm vụ được giao", "Results of assigned tasks"),
        FilledBy = FilledBy.EveryAgency,
        Duty = "2026/V.1#2",
        Clauses = ["2026/I.2.a", "2026/II.1.a", "2026/IV.1.a#1", "2026/IV.7.a#1", "2026/V.1#2", "2026/V.2#1"],
        Sections =
        [
            new("nhiem_vu", new("Nhiệm vụ của đơn vị", "The unit's tasks")),
        ],
        Fields = [Status, MainResult, Quantity, EvidenceDocument, Reason],
        Rules =
        [
            FormRule.Error("K2.r1", "trang_thai[*] = 'HOAN_THANH' -> filled(so_luong[*]) or filled(van_ban[*])",
                "Hoàn thành phải có số lượng hoặc văn bản minh chứng.",
                "A task that is done needs a quantity or an evidence document."),
            FormRule.Error("K2.r2", "trang_thai[*] = 'CHUA_TRIEN_KHAI' or trang_thai[*] = 'KHONG_PHAT_SINH' -> filled(ly_do[*])",
                "Phải nêu lý do.",
                "Give the reason."),
            FormRule.Error("K2.r3", "gateOpen(*) -> trang_thai[*] != 'CHUA_DU_DIEU_KIEN'",
                "Văn bản đã có hiệu lực hoặc nhiệm vụ không phải chờ văn bản: chọn trạng thái khác.",
                "The document is in force, or the task awaits none: choose another status."),
            FormRule.Warning("K2.r4", "not gateOpen(*) -> trang_thai[*] != 'HOAN_THANH'",
                "Nhiệm vụ còn chờ văn bản nhưng ghi hoàn thành, kiểm tra lại.",
                "The task still awaits a document but is marked done; check it."),
        ],
        Checks =
        [
            new("K2.c1", Severity.Warning, ["R17"],
                "Each document named in van_ban is in register R17 for this unit and task.",
                new("Văn bản minh chứng chưa có trong sổ văn bản.", "The evidence document is not in the document register.")),
        ],
        Note = new(
            "Mỗi cơ quan gửi một biểu, gồm các nhiệm vụ của kế hoạch mà cơ quan chịu trách nhiệm (nhiệm vụ chung, như của UBND xã, phường, có ở từng đơn vị). Cơ quan phối hợp không điền nhiệm vụ đó tại đây mà gắn minh chứng vào sổ văn bản R17.",
            "One submission per agency, over the plan's tasks that it is responsible for (a group's task, such as the communes', appears at each member). Coordinating partners do not fill it in for the task; they attach evidence in R17."),
    };
}
