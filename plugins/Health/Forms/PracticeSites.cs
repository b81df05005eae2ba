using SocialWork.Abstractions;

namespace SocialWork.Plugins.Health.Forms;

/// <summary>YT3: review and selection of practice sites (2026/II.3.a, 2026/II.3.b, 2026/IV.1.c).</summary>
public static class PracticeSites
{
    public const string Code = "YT3";

    public static readonly IntField Reviewed = new(Code, "ra_soat")
    {
        Section = "co_so",
        Label = new("Cơ sở được rà soát", "Facilities reviewed"),
        Unit = new("cơ sở", "facilities"),
        By = [Dimensions.PracticeSiteClass],
        Hint = new("Không gồm cơ sở giáo dục (biểu GD3)", "Without educational facilities (form GD3)"),
        Empties = [EmptyKind.NotArising, EmptyKind.NotApplicable],
        Source = ["2026/II.3.a", "2026/IV.1.c"],
    };

    public static readonly IntField Eligible = new(Code, "du_dk")
    {
        Section = "co_so",
        Label = new("Cơ sở đủ điều kiện", "Facilities ready"),
        Unit = new("cơ sở", "facilities"),
        By = [Dimensions.PracticeSiteClass],
        Empties = [EmptyKind.NotArising, EmptyKind.NotApplicable],
        Source = ["2026/II.3.a", "2026/IV.1.c"],
    };

    public static readonly IntField Selected = new(Code, "duoc_chon")
    {
        Section = "co_so",
        Label = new("Cơ sở được chọn tiếp nhận thực hành", "Facilities selected"),
        Unit = new("cơ sở", "facilities"),
        By = [Dimensions.PracticeSiteClass],
        Empties = [EmptyKind.NotArising, EmptyKind.NotApplicable],
        Source = ["2026/II.3.a", "2026/IV.1.c"],
    };

    public static readonly IntField Mentors = new(Code, "nguoi_hd")
    {
        Section = "thuc_hanh",
        Label = new("Người hướng dẫn thực hành", "Mentors"),
        Unit = new("người", "people"),
        Empties = [EmptyKind.NotArising, EmptyKind.NotApplicable],
        Source = ["2026/II.3.b"],
    };

    public static readonly IntField Trainees = new(Code, "dang_th")
    {
        Section = "thuc_hanh",
        Label = new("Người đang thực hành", "Trainees"),
        Unit = new("người", "people"),
        By = [Dimensions.TraineeDegree],
        Empties = [EmptyKind.NotArising, EmptyKind.NotApplicable],
        Source = ["2026/II.3.b"],
    };

    public static readonly IntField CertificatesIssued = new(Code, "giay_xn")
    {
        Section = "thuc_hanh",
        Label = new("Giấy xác nhận cấp trong kỳ", "Certificates issued"),
        Unit = new("giấy", "certificates"),
        By = [Dimensions.TraineeDegree],
        Empties = [EmptyKind.NotArising, EmptyKind.NotApplicable],
        Source = ["2026/II.3.a"],
    };

    /// <summary>Facilities ready, of those reviewed.</summary>
    public static readonly Ratio Ready = Ratio.Of("ready", Eligible, Reviewed);

    public static readonly FormDefinition Form = new(Code, 1)
    {
        Title = new("Rà soát, lựa chọn cơ sở thực hành công tác xã hội", "Review and selection of practice sites"),
        FilledBy = FilledBy.Agency("SYT"),
        Duty = "2026/V.1#2",
        Clauses = ["2026/II.3.a", "2026/II.3.b", "2026/IV.1.c"],
        Sections =
        [
            new("co_so", new("Cơ sở", "Facilities")),
            new("thuc_hanh", new("Thực hành", "Practice")),
        ],
        Fields = [Reviewed, Eligible, Selected, Mentors, Trainees, CertificatesIssued],
        Rules =
        [
            FormRule.Error("YT3.r1", "duoc_chon[*] <= du_dk[*] <= ra_soat[*]",
                "Được chọn ≤ đủ điều kiện ≤ rà soát.",
                "Selected ≤ ready ≤ reviewed."),
            FormRule.Error("YT3.r2", "not gateOpen('2026/IV.1.c') -> sum(duoc_chon) = 0 and sum(dang_th) = 0 and sum(giay_xn) = 0",
                "Chờ thông tư: chưa chọn cơ sở, chưa tổ chức thực hành, chưa cấp giấy.",
                "Awaiting the circular: no selection, practice or certificate yet."),
            FormRule.Warning("YT3.r3", "sum(dang_th) > 0 -> nguoi_hd > 0",
                "Có người thực hành thì phải có người hướng dẫn.",
                "Trainees need mentors."),
            FormRule.Warning("YT3.r4", "sum(duoc_chon) = 0 -> sum(dang_th) = 0",
                "Chưa chọn cơ sở nhưng đã có người thực hành, kiểm tra lại.",
                "Trainees without a selected facility; check it."),
        ],
        Checks =
        [
            new("YT3.c1", Severity.Warning, ["R6"],
                "Each certificate in R6 covers at least 12, 9 or 6 months for degree DAI_HOC, CAO_DANG, TRUNG_CAP.",
                new("Có giấy xác nhận chưa đủ thời gian thực hành.", "A certificate covers too short a practice period.")),
            new("YT3.c2", Severity.Warning, ["R5"],
                "sum(duoc_chon) equals the valid R5 entries of facilities other than schools.",
                new("Lệch với sổ cơ sở thực hành.", "Differs from the practice-site register.")),
        ],
        Measures = [Ready.Numerator, Ready.Denominator],
    };
}
