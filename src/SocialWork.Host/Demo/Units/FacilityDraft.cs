using SocialWork.Abstractions;
using SocialWork.Core.Units;

namespace SocialWork.Host.Demo.Units;

/// <summary>Makes register rows of facilities.</summary>
internal static class FacilityDraft
{
    /// <summary>From when the invented facilities hold: the day the present communes came into being.</summary>
    public static DateOnly Since { get; } = new(2025, 7, 1);

    public static Unit Health(string type, string prefix, Unit commune, int number, string name) => new()
    {
        Code = $"{prefix}-{commune.Code}-{number}",
        Name = name,
        Type = type,
        ManagingSector = "health",
        Commune = commune.Code,
        InPlan = true,
        ValidFrom = Since,
    };

    public static Unit School(string level, string prefix, Unit commune, int number, string name) => new()
    {
        Code = $"{prefix}-{commune.Code}-{number}",
        Name = name,
        Type = UnitTypes.School,
        ManagingSector = "education",
        Commune = commune.Code,
        InPlan = true,
        SchoolLevel = level,
        ValidFrom = Since,
    };

    /// <summary>A commune's name without “Phường”, “Xã”.</summary>
    public static string Short(Unit commune) => commune.Name.Split(' ', 2) is [_, var rest] ? rest : commune.Name;

    /// <summary>A commune's name inside a longer one: “phường Phú Bài”.</summary>
    public static string Inside(Unit commune) => char.ToLowerInvariant(commune.Name[0]) + commune.Name[1..];
}
