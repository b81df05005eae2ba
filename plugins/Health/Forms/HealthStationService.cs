using SocialWork.Abstractions;

namespace SocialWork.Plugins.Health.Forms;

/// <summary>
/// YT2: intake, screening, assessment, support and referral at one health station (2026/I.2.c#2, 2026/II.2.b, 2026/II.4.c, 2026/IV.9.đ).
/// </summary>
public static class HealthStationService
{
    public const string Code = "YT2";

    public static readonly IntField FirstIntakes = new(Code, "tn_dau")
    {
        Section = "tiep_nhan",
        Label = new("Người tiếp nhận lần đầu tại trạm", "First intakes at the station"),
        Unit = new("người", "people"),
        By = [CommonDimensions.ClientGroup],
        Empties = [EmptyKind.NotArising],
        Source = ["2026/II.2.b", "2026/IV.9.đ"],
    };

    public static readonly IntField ReferredIn = new(Code, "tn_chuyen_den")
    {
        Section = "tiep_nhan",
        Label = new("Người do nơi khác chuyển đến", "People referred in"),
        Unit = new("người", "people"),
        By = [CommonDimensions.ClientGroup],
        Empties = [EmptyKind.NotArising],
        Source = ["2026/II.2.b"],
    };

    public static readonly IntField Screened = new(Code, "sang_loc")
    {
        Section = "tiep_nhan",
        Label = new("Người được sàng lọc", "People screened"),
        Unit = new("người", "people"),
        By = [CommonDimensions.ClientGroup],
        Empties = [EmptyKind.NotArising],
        Source = ["2026/II.2.b"],
    };

    public static readonly IntField Assessed = new(Code, "danh_gia")
    {
        Section = "tiep_nhan",
        Label = new("Người được đánh giá nhu cầu", "People assessed"),
        Unit = new("người", "people"),
        By = [CommonDimensions.ClientGroup],
        Empties = [EmptyKind.NotArising],
        Source = ["2026/II.2.b"],
    };

    public static readonly IntField PeopleInNeed = new(Code, "co_nhu_cau")
    {
        Section = "ho_tro",
        Label = new("Người tiếp nhận lần đầu có nhu cầu tư vấn, hỗ trợ", "First intakes in need"),
        Unit = new("người", "people"),
        By = [CommonDimensions.ClientGroup],
        Empties = [EmptyKind.NotArising],
        Source = ["2026/I.2.c#2"],
    };

    public static readonly IntField PeopleSupported = new(Code, "duoc_ho_tro")
    {
        Section = "ho_tro",
        Label = new("Trong đó được tư vấn, hỗ trợ", "Of whom supported"),
        Unit = new("người", "people"),
        By = [CommonDimensions.ClientGroup],
        Empties = [EmptyKind.NotArising],
        Source = ["2026/I.2.c#2"],
    };

    public static readonly IntField Referrals = new(Code, "chuyen_gui")
    {
        Section = "chuyen_gui",
        Label = new("Lượt chuyển gửi", "Referrals made"),
        Unit = new("lượt", "referrals"),
        By = [CommonDimensions.ClientGroup],
        Empties = [EmptyKind.NotArising],
        Source = ["2026/II.2.b", "2026/IV.9.đ"],
    };

    public static readonly IntField ReferralsAnswered = new(Code, "cg_phan_hoi")
    {
        Section = "chuyen_gui",
        Label = new("Trong đó có phản hồi tiếp nhận", "Of which answered"),
        Unit = new("lượt", "referrals"),
        By = [CommonDimensions.ClientGroup],
        Empties = [EmptyKind.NotArising],
        Source = ["2026/II.2.b"],
    };

    public static readonly IntField DistinctFirstIntakes = new(Code, "kt_tn_dau")
    {
        Section = "khong_trung",
        Label = new("Tiếp nhận lần đầu", "First intakes"),
        Unit = new("người", "people"),
        Empties = [EmptyKind.NotArising],
        Source = ["2026/II.2.b"],
    };

    public static readonly IntField DistinctInNeed = new(Code, "kt_co_nhu_cau")
    {
        Section = "khong_trung",
        Label = new("Có nhu cầu tư vấn, hỗ trợ", "In need"),
        Unit = new("người", "people"),
        Empties = [EmptyKind.NotArising],
        Source = ["2026/I.2.c#2"],
    };

    public static readonly IntField DistinctSupported = new(Code, "kt_duoc_ho_tro")
    {
        Section = "khong_trung",
        Label = new("Được tư vấn, hỗ trợ", "Supported"),
        Unit = new("người", "people"),
        Empties = [EmptyKind.NotArising],
        Source = ["2026/I.2.c#2"],
    };

    /// <summary>Distinct first intakes in need who are supported.</summary>
    public static readonly Ratio Supported = Ratio.Of("supported", DistinctSupported, DistinctInNeed);

    /// <summary>Referrals that were answered.</summary>
    public static readonly Ratio Answered = Ratio.Of("answered", ReferralsAnswered, Referrals);

    public static readonly FormDefinition Form = new(Code, 1)
    {
        Title = new(
            "Công tác xã hội tại trạm y tế: tiếp nhận, sàng lọc, đánh giá, hỗ trợ, chuyển gửi",
            "Social work at the health station"),
        FilledBy = FilledBy.Facilities(UnitTypes.HealthStation),
        Duty = "2026/V.1#2",
        Period = ReportingPeriod.YearWithOptionalQuarters,
        Approval = Approval.Commune,
        Sensitivity = Sensitivity.Masked([new OptionFilter(CommonDimensions.ClientGroup.Id, ["DT4", "DT5"])], []),
        Clauses = ["2026/I.2.c#2", "2026/II.2.b", "2026/II.4.c", "2026/IV.9.đ"],
        Sections =
        [
            new("tiep_nhan", new("Tiếp nhận và đánh giá", "Intake and assessment")),
            new("ho_tro", new("Nhu cầu và hỗ trợ", "Need and support")),
            new("chuyen_gui", new("Chuyển gửi", "Referral")),
            new("khong_trung", new("Tổng người không trùng giữa các nhóm", "Distinct people")),
        ],
        Fields =
        [
            FirstIntakes, ReferredIn, Screened, Assessed, PeopleInNeed, PeopleSupported, Referrals, ReferralsAnswered,
            DistinctFirstIntakes, DistinctInNeed, DistinctSupported,
        ],
        Rules =
        [
            FormRule.Error("YT2.r1", "sang_loc[*] <= tn_dau[*] + tn_chuyen_den[*]",
                "Sàng lọc không vượt tiếp nhận.",
                "Screened cannot exceed received."),
            FormRule.Error("YT2.r2", "danh_gia[*] <= sang_loc[*]", "Đánh giá không vượt sàng lọc.", "Assessed cannot exceed screened."),
            FormRule.Error("YT2.r3", "co_nhu_cau[*] <= tn_dau[*]",
                "Có nhu cầu không vượt tiếp nhận lần đầu.",
                "In need cannot exceed first intakes."),
            FormRule.Error("YT2.r4", "duoc_ho_tro[*] <= co_nhu_cau[*]",
                "Được hỗ trợ không vượt có nhu cầu.",
                "Supported cannot exceed in need."),
            FormRule.Error("YT2.r5", "cg_phan_hoi[*] <= chuyen_gui[*]",
                "Phản hồi không vượt chuyển gửi.",
                "Answers cannot exceed referrals."),
            FormRule.Error("YT2.r6", "max(tn_dau) <= kt_tn_dau <= sum(tn_dau)",
                "Tổng tiếp nhận không trùng phải từ giá trị lớn nhất đến tổng các nhóm.",
                "Distinct intakes lie between the largest group and the sum."),
            FormRule.Warning("YT2.r7", "sum(tn_dau) > 0",
                "Không tiếp nhận ai trong kỳ: xác nhận.",
                "Nobody was received in the period: confirm."),
            FormRule.Error("YT2.r8", "max(co_nhu_cau) <= kt_co_nhu_cau <= sum(co_nhu_cau)",
                "Tổng có nhu cầu không trùng phải từ giá trị lớn nhất đến tổng các nhóm.",
                "Distinct people in need lie between the largest group and the sum."),
            FormRule.Error("YT2.r9", "max(duoc_ho_tro) <= kt_duoc_ho_tro <= sum(duoc_ho_tro)",
                "Tổng được hỗ trợ không trùng phải từ giá trị lớn nhất đến tổng các nhóm.",
                "Distinct people supported lie between the largest group and the sum."),
            FormRule.Error("YT2.r10", "kt_duoc_ho_tro <= kt_co_nhu_cau <= kt_tn_dau",
                "Được hỗ trợ ≤ có nhu cầu ≤ tiếp nhận lần đầu.",
                "Supported ≤ in need ≤ first intakes."),
        ],
        Checks =
        [
            new("YT2.c1", Severity.Warning, ["R14"],
                "chuyen_gui equals the station's entries in register R14 in the period.",
                new("Lệch với sổ chuyển gửi của trạm.", "Differs from the station's referral register.")),
        ],
        Measures = [Supported.Numerator, Supported.Denominator, Answered.Numerator, Answered.Denominator],
        Note = new(
            "Trạm y tế điền, xã, phường xác nhận. Chỉ số tổng hợp; hồ sơ từng người giữ tại trạm. Số năm là số chính thức; số quý để điền sẵn, không cộng vào.",
            "Filled by the station, confirmed by the commune. Aggregates only; cases stay at the station. Yearly values are authoritative; quarters prefill and are never added."),
    };
}
