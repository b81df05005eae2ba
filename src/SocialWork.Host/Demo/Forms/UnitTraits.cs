using SocialWork.Abstractions;
using SocialWork.Core.Units;

namespace SocialWork.Host.Demo.Forms;

/// <summary>What is so of a unit, whichever of its forms tells it: forms of one unit, and of a commune and its station, agree.</summary>
/// <param name="HasStaff">Somebody was assigned to social work in writing.</param>
/// <param name="ProvidesService">It provides social work services.</param>
/// <param name="Workers">People who do social work there; 0 without assignment.</param>
/// <param name="Staff">Everybody who works there.</param>
/// <param name="Trained">Of them, trained in skills.</param>
internal sealed record UnitTraits(bool HasStaff, bool ProvidesService, int Workers, int Staff, int Trained)
{
    public static UnitTraits Of(Unit unit, int year) => Of(year, unit.Code, unit.Type, unit.SchoolLevel, unit.IsPublic);

    /// <summary>The traits of a commune's health station.</summary>
    public static UnitTraits OfStation(string commune, int year) => Of(year, "TYT-" + commune, UnitTypes.HealthStation, null, isPublic: true);

    private static UnitTraits Of(int year, string code, string type, string? level, bool isPublic)
    {
        var chance = DemoFacts.In(year, DemoRandom.For("traits", code));
        var hasStaff = chance.Chance(Assigned(type, level, isPublic));
        var serves = chance.Chance(hasStaff ? 96 : type == UnitTypes.School ? 36 : 40);
        var workers = type switch
        {
            UnitTypes.SocialAssistance => chance.Int(6, 18),
            UnitTypes.Hospital => chance.Int(3, 9),
            UnitTypes.Commune => chance.Int(1, 4),
            UnitTypes.SocialWorkProvider => chance.Int(3, 8),
            _ => chance.Int(1, 2),
        };
        var staff = chance.Int(StaffRange(type, level).Least, StaffRange(type, level).Most);
        var (least, most) = type == UnitTypes.School ? (0.42, 0.72) : (0.48, 0.82);
        return new UnitTraits(hasStaff, serves, hasStaff ? Math.Min(workers, staff) : 0, staff, (int)(staff * chance.Between(least, most)));
    }

    private static double Assigned(string type, string? level, bool isPublic) => (type, level) switch
    {
        (UnitTypes.Commune, _) => 94,
        (UnitTypes.HealthStation, _) => 88,
        (UnitTypes.Hospital, _) => 90,
        (UnitTypes.SocialAssistance, _) => 97,
        (UnitTypes.SocialWorkProvider, _) => 92,
        (UnitTypes.HealthOther, _) => 66,
        (_, "THPT") => 93,
        (_, "THCS") => 87,
        (_, "TIEU_HOC") => 83,
        (_, "CHUYEN_BIET") => 96,
        (_, "MAM_NON") => isPublic ? 77 : 62,
        _ => 70,
    };

    private static (int Least, int Most) StaffRange(string type, string? level) => (type, level) switch
    {
        (UnitTypes.HealthStation, _) => (7, 16),
        (UnitTypes.Hospital, _) => (90, 460),
        (UnitTypes.HealthOther, _) => (14, 90),
        (UnitTypes.SocialAssistance, _) => (22, 70),
        (UnitTypes.SocialWorkProvider, _) => (6, 20),
        (_, "MAM_NON") => (14, 34),
        (_, "TIEU_HOC") => (22, 48),
        (_, "THCS") => (24, 52),
        (_, "THPT") => (52, 96),
        (_, "LIEN_CAP") => (48, 110),
        _ => (18, 42),
    };
}
