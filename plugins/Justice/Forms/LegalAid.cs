using SocialWork.Abstractions;

namespace SocialWork.Plugins.Justice.Forms;

/// <summary>TP2: legal aid (2026/I.2.c#2, 2026/IV.5.b#2, 2026/IV.5.c).</summary>
public static class LegalAid
{
    public const string Code = "TP2";

    public static readonly IntField CasesAccepted = new(Code, "thu_ly")
    {
        Section = "vu_viec",
        Label = new("Vụ việc thụ lý (kỳ trước chuyển sang và mới)", "Cases accepted (carried over and new)"),
        Unit = new("vụ việc", "cases"),
        By = [Dimensions.LegalAidGroup, Dimensions.LegalAidForm],
        Hint = new("Mỗi vụ việc kê vào một nhóm, một hình thức", "Each case stands under one group and one form of aid"),
        Empties = [EmptyKind.NotArising],
        Source = ["2026/IV.5.b#2", "2026/IV.5.c"],
    };

    public static readonly IntField CasesCompleted = new(Code, "hoan_thanh")
    {
        Section = "vu_viec",
        Label = new("Trong đó hoàn thành", "Of which completed"),
        Unit = new("vụ việc", "cases"),
        By = [Dimensions.LegalAidGroup, Dimensions.LegalAidForm],
        Empties = [EmptyKind.NotArising],
        Source = ["2026/IV.5.b#2", "2026/IV.5.c"],
    };

    public static readonly IntField CasesWithSocialWorker = new(Code, "co_ctxh")
    {
        Section = "vu_viec",
        Label = new("Trong đó có phối hợp người làm công tác xã hội", "Of which with a social worker"),
        Unit = new("vụ việc", "cases"),
        Empties = [EmptyKind.NotArising],
        Source = ["2026/IV.5.b#2"],
    };

    public static readonly IntField PeopleAided = new(Code, "nguoi")
    {
        Section = "nguoi",
        Label = new("Người được trợ giúp (không trùng)", "Distinct people aided"),
        Unit = new("người", "people"),
        Empties = [EmptyKind.NotArising],
        Source = ["2026/IV.5.b#2"],
    };

    public static readonly IntField FirstIntakesInNeed = new(Code, "tn_dau")
    {
        Section = "nguoi",
        Label = new("Người tiếp nhận lần đầu tại Trung tâm trong kỳ, có nhu cầu", "First intakes at the Centre in need"),
        Unit = new("người", "people"),
        Hint = new("Không kê người do xã, trạm, cơ sở, trường chuyển đến", "Without people sent by a commune, station, facility or school"),
        Empties = [EmptyKind.NotArising],
        Source = ["2026/I.2.c#2"],
    };

    public static readonly IntField FirstIntakesSupported = new(Code, "tn_dau_ht")
    {
        Section = "nguoi",
        Label = new("Trong đó được tư vấn, trợ giúp", "Of whom supported"),
        Unit = new("người", "people"),
        Empties = [EmptyKind.NotArising],
        Source = ["2026/I.2.c#2"],
    };

    /// <summary>Cases completed, of those accepted.</summary>
    public static readonly Ratio Completed = Ratio.Of("completed", CasesCompleted, CasesAccepted);

    /// <summary>First intakes at the Centre who are supported.</summary>
    public static readonly Ratio Supported = Ratio.Of("supported", FirstIntakesSupported, FirstIntakesInNeed);

    public static readonly FormDefinition Form = new(Code, 1)
    {
        Title = new("Trợ giúp pháp lý", "Legal aid"),
        FilledBy = FilledBy.Facilities(UnitTypes.LegalAidCentre),
        Duty = "2026/V.1#2",
        Sensitivity = Sensitivity.Masked([new OptionFilter(Dimensions.LegalAidGroup.Id, ["NAN_NHAN_MUA_BAN", "NAN_NHAN_BAO_LUC"])], []),
        Clauses = ["2026/I.2.c#2", "2026/IV.5.b#2", "2026/IV.5.c"],
        Sections =
        [
            new("vu_viec", new("Vụ việc", "Cases")),
            new("nguoi", new("Người được trợ giúp", "People")),
        ],
        Fields = [CasesAccepted, CasesCompleted, CasesWithSocialWorker, PeopleAided, FirstIntakesInNeed, FirstIntakesSupported],
        Rules =
        [
            FormRule.Error("TP2.r1", "hoan_thanh[*] <= thu_ly[*]", "Hoàn thành không vượt thụ lý.", "Completed cannot exceed accepted."),
            FormRule.Error("TP2.r2", "co_ctxh <= sum(thu_ly)", "Không vượt số vụ việc thụ lý.", "Cannot exceed accepted cases."),
            FormRule.Warning("TP2.r3", "nguoi <= sum(thu_ly)",
                "Số người nhiều hơn số vụ việc, cần xác nhận.",
                "More people than cases; confirm."),
            FormRule.Error("TP2.r4", "tn_dau_ht <= tn_dau", "Được trợ giúp không vượt có nhu cầu.", "Supported cannot exceed in need."),
            FormRule.Warning("TP2.r5", "tn_dau_ht <= nguoi",
                "Người được trợ giúp lần đầu nhiều hơn tổng người, kiểm tra lại.",
                "More first-time people than all people aided; check it."),
        ],
        Measures = [Completed.Numerator, Completed.Denominator, Supported.Numerator, Supported.Denominator],
    };
}
