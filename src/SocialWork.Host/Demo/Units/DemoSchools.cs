using SocialWork.Core.Units;

namespace SocialWork.Host.Demo.Units;

/// <summary>The schools of one commune, in proportion to its size.</summary>
internal static class DemoSchools
{
    private static readonly string[] PrivateNames =
        ["Hoa Mai", "Hoa Sen", "Ánh Dương", "Tuổi Thơ", "Sao Mai", "Măng Non", "Vành Khuyên", "Sơn Ca", "Bình Minh", "Hướng Dương", "Họa Mi", "Cầu Vồng", "Ban Mai", "Hoa Hồng", "Nắng Mới"];

    public static IEnumerable<Unit> Of(Unit commune)
    {
        var size = CommuneSize.Of(commune.Code);
        return Row(commune, "MAM_NON", "MN", "Mầm non", Count(size, 0.285, 2))
            .Concat(Row(commune, "TIEU_HOC", "TH", "Tiểu học", Count(size, 0.215, 2)))
            .Concat(Row(commune, "THCS", "THCS", "Trung học cơ sở", Count(size, 0.138, 1)))
            .Concat(Row(commune, "THPT", "THPT", "Trung học phổ thông", size switch { >= 90 => 4, >= 40 => 2, >= 10 => 1, _ => 0 }))
            .Concat(Row(commune, "LIEN_CAP", "LC", "Liên cấp", size switch { >= 90 => 3, >= 43 => 1, _ => 0 }))
            .Concat(Row(commune, "GDTX_GDNN", "GDTX", "Giáo dục thường xuyên - Giáo dục nghề nghiệp", size switch { >= 90 => 2, >= 28 => 1, _ => 0 }))
            .Concat(Row(commune, "CHUYEN_BIET", "CB", "Chuyên biệt", size switch { >= 90 => 2, >= 50 => 1, _ => 0 }));
    }

    private static int Count(int thousands, double perThousand, int least) => Math.Max(least, (int)Math.Round(thousands * perThousand, MidpointRounding.AwayFromZero));

    private static IEnumerable<Unit> Row(Unit commune, string level, string prefix, string kind, int count)
    {
        for (var number = 1; number <= count; number++)
        {
            var school = FacilityDraft.School(level, prefix, commune, number, string.Empty);
            var chance = DemoRandom.For("school", school.Code);
            var isPrivate = level == "LIEN_CAP" || (number > 1 && chance.Chance(level == "MAM_NON" ? 42 : level == "GDTX_GDNN" ? 30 : 1.5));
            yield return school with
            {
                IsPublic = !isPrivate,
                InPlan = !chance.Chance(isPrivate ? 12 : 0.8),
                Name = Name(commune, level, kind, number, count, isPrivate, chance),
            };
        }
    }

    private static string Name(Unit commune, string level, string kind, int number, int count, bool isPrivate, DemoRandom chance)
    {
        var place = FacilityDraft.Short(commune);
        var ordinal = count > 1 ? $" số {number}" : string.Empty;
        if (level == "GDTX_GDNN") return $"Trung tâm {kind} {place}{ordinal}";
        return isPrivate ? $"Trường {kind} tư thục {chance.Pick(PrivateNames)} {place}{ordinal}" : $"Trường {kind} {place}{ordinal}";
    }
}
