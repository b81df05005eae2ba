using SocialWork.Abstractions;

namespace SocialWork.Plugins.HomeAffairs.Forms;

/// <summary>NV1: social work officials and their regimes (2026/I.2.a, 2026/IV.3.a, 2026/IV.4.b#1).</summary>
public static class OfficialsAndRegimes
{
    public const string Code = "NV1";

    public static readonly IntField PublicEmployees = new(Code, "vc")
    {
        Section = "doi_ngu",
        Label = new("Viên chức theo chức danh", "Public employees by title"),
        Unit = new("người", "people"),
        By = [Dimensions.ProfessionalTitle],
        Empties = [EmptyKind.NotArising],
        Source = ["2026/IV.3.a", "2026/IV.4.b#1"],
    };

    public static readonly IntField Appointed = new(Code, "bn_kl")
    {
        Section = "doi_ngu",
        Label = new("Được bổ nhiệm, xếp lương trong năm", "Appointed and graded in the year"),
        Unit = new("người", "people"),
        By = [Dimensions.ProfessionalTitle],
        Empties = [EmptyKind.NotArising],
        Source = ["2026/IV.3.a"],
    };

    public static readonly IntField CivilServants = new(Code, "cc")
    {
        Section = "doi_ngu",
        Label = new("Công chức phụ trách công tác xã hội", "Civil servants in charge of social work"),
        Unit = new("người", "people"),
        By = [CommonDimensions.UnitTier],
        Empties = [EmptyKind.NotArising],
        Source = ["2026/IV.3.a"],
    };

    public static readonly IntField AllowanceReceivers = new(Code, "phu_cap")
    {
        Section = "doi_ngu",
        Label = new("Người hưởng phụ cấp, hỗ trợ nghề", "People with an allowance"),
        Unit = new("người", "people"),
        By = [CommonDimensions.StaffCategory],
        Empties = [EmptyKind.NotArising],
        Source = ["2026/IV.3.a"],
    };

    public static readonly IntField Agencies = new(Code, "cq_pc_tong")
    {
        Section = "co_quan",
        Label = new("Cơ quan hành chính cấp thành phố", "City agencies"),
        Unit = new("cơ quan", "agencies"),
        Hint = new(
            "Gồm Công an thành phố; không gồm cơ quan tư pháp (TP3), Mặt trận, đoàn thể (MT1), UBND xã, phường (XP1), đơn vị sự nghiệp",
            "With the city police; without judicial bodies (TP3), the Front and its organisations (MT1), commune People’s Committees (XP1) and public service units"),
        Empties = [EmptyKind.NotArising],
        Source = ["2026/I.2.a"],
    };

    public static readonly IntField AgenciesWithStaff = new(Code, "cq_pc_co")
    {
        Section = "co_quan",
        Label = new("Trong đó có phân công người làm công tác xã hội", "Of which with assigned staff"),
        Unit = new("cơ quan", "agencies"),
        Empties = [EmptyKind.NotArising],
        Source = ["2026/I.2.a"],
    };

    /// <summary>City agencies with assigned staff.</summary>
    public static readonly Ratio Staffed = Ratio.Of("staffed", AgenciesWithStaff, Agencies);

    public static readonly FormDefinition Form = new(Code, 1)
    {
        Title = new("Công chức, viên chức công tác xã hội và chế độ", "Social work officials and their regimes"),
        FilledBy = FilledBy.Agency("SNV"),
        Duty = "2026/V.1#2",
        Clauses = ["2026/I.2.a", "2026/IV.3.a", "2026/IV.4.b#1"],
        Sections =
        [
            new("doi_ngu", new("Đội ngũ và chế độ", "Staff and regimes")),
            new("co_quan", new("Cơ quan hành chính cấp thành phố có phân công", "City agencies with assigned staff")),
        ],
        Fields = [PublicEmployees, Appointed, CivilServants, AllowanceReceivers, Agencies, AgenciesWithStaff],
        Rules =
        [
            FormRule.Error("NV1.r1", "bn_kl[*] <= vc[*]", "Không vượt số viên chức.", "Cannot exceed public employees."),
            FormRule.Error("NV1.r2", "cq_pc_co <= cq_pc_tong", "Không vượt quá tổng số.", "Cannot exceed the total."),
        ],
        Checks =
        [
            new("NV1.c1", Severity.Warning, ["R1"],
                "cq_pc_tong equals the DEPARTMENT and POLICE_AGENCY units in R1 at the cut-off date.",
                new("Lệch với danh mục đơn vị.", "Differs from the register of units.")),
        ],
        Measures = [Staffed.Numerator, Staffed.Denominator],
    };
}
