using System.Collections.Frozen;
using System.Collections.Immutable;
using SocialWork.Abstractions;

namespace SocialWork.Core.Units;

/// <summary>What register R1 holds: agencies and facilities, their levels and tiers. Safe for concurrent use.</summary>
public static class UnitKinds
{
    private static readonly FrozenSet<string> Facilities = FrozenSet.Create(
        StringComparer.Ordinal,
        UnitTypes.SocialAssistance, UnitTypes.SocialWorkProvider, UnitTypes.Hospital, UnitTypes.HealthStation, UnitTypes.HealthOther,
        UnitTypes.School, UnitTypes.LegalAidCentre, UnitTypes.TrainingInstitution);

    private static readonly FrozenSet<string> Agencies = FrozenSet.Create(
        StringComparer.Ordinal,
        UnitTypes.Department, UnitTypes.PoliceAgency, UnitTypes.FrontOrganisation, UnitTypes.JudicialBody, UnitTypes.Commune, UnitTypes.RelatedUnit);

    // Restricted: their places of detention and their addresses are nobody's to list.
    private static readonly FrozenSet<string> Restricted = FrozenSet.Create(StringComparer.Ordinal, "PRISON", "COMPULSORY_EDUCATION", "REFORMATORY", "SHELTER");

    /// <summary>Level of a school (cấp học). Option codes are public identifiers.</summary>
    public static Dimension SchoolLevels { get; } = new("CAP_HOC", new Text("Cấp học", "School level"),
    [
        new("MAM_NON", new Text("Mầm non", "Pre-school")),
        new("TIEU_HOC", new Text("Tiểu học", "Primary")),
        new("THCS", new Text("Trung học cơ sở", "Lower secondary")),
        new("THPT", new Text("Trung học phổ thông", "Upper secondary")),
        new("LIEN_CAP", new Text("Liên cấp", "Combined levels")),
        new("GDTX_GDNN", new Text("Giáo dục thường xuyên, giáo dục nghề nghiệp", "Continuing and vocational education")),
        new("CHUYEN_BIET", new Text("Chuyên biệt", "Special education")),
    ]);

    /// <summary>Management tier (cấp quản lý), by the words in which the register keeps it.</summary>
    public static Dimension Tiers { get; } = new("CAP_QUAN_LY", new Text("Cấp quản lý", "Management tier"),
    [
        new("central", new Text("Trung ương", "Central")),
        new("city", new Text("Thành phố", "City")),
        new("commune", new Text("Xã, phường", "Commune or ward")),
    ]);

    /// <summary>The types of facility, in the order of their codes.</summary>
    public static ImmutableArray<string> FacilityTypes { get; } = [.. Facilities.Order(StringComparer.Ordinal)];

    /// <summary>Whether units of a type are facilities, which an agency answers for.</summary>
    public static bool IsFacility(string type) => Facilities.Contains(type);

    /// <summary>Whether units of a type are agencies.</summary>
    public static bool IsAgency(string type) => Agencies.Contains(type);

    /// <summary>Why units of a type are never entered one by one; null where they may be.</summary>
    public static Text? WhyNeverEntered(string type) => type switch
    {
        _ when Restricted.Contains(type) => new Text(
            $"Loại hình {type} không nhập vào danh mục: trại giam, cơ sở giáo dục bắt buộc, trường giáo dưỡng và nhà tạm lánh chỉ được thống kê bằng số tổng trong biểu của ngành, không liệt kê từng nơi.",
            $"Units of type {type} are never entered: prisons, compulsory education facilities, reformatories and shelters are counted as totals in the sector's form and not listed one by one."),
        "DETOX_CENTRE" => new Text(
            "Cơ sở cai nghiện ma túy không nhập vào danh mục: ngành Công an thống kê bằng số tổng trong biểu của ngành; nhập thêm ở đây sẽ tính hai lần.",
            "Drug rehabilitation facilities are not entered: the police count them as a total in their form, and a row here would count them twice."),
        _ => null,
    };
}
