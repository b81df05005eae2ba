using System.Globalization;
using SocialWork.Abstractions;

namespace SocialWork.Core.Units;

/// <summary>Codes of units: how they are written, and the next free one. Pure; safe for concurrent use.</summary>
public static class UnitCodes
{
    /// <summary>The longest code, in characters.</summary>
    public const int MaxLength = 32;

    /// <summary>Whether a code can be given: capital letters, digits, dots and hyphens, beginning with a letter or a digit.</summary>
    public static bool IsWellFormed(string code) =>
        code.Length is > 0 and <= MaxLength && char.IsAsciiLetterOrDigit(code[0]) && code.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c is '-' or '.');

    /// <summary>What the codes of facilities of a kind in a commune begin with: <c>TH-19960-</c>; null for an agency, whose code is given.</summary>
    public static string? PrefixFor(string type, string? schoolLevel, string? commune)
    {
        var kind = type switch
        {
            UnitTypes.HealthStation => "TYT",
            UnitTypes.Hospital => "BV",
            UnitTypes.HealthOther => "YTK",
            UnitTypes.SocialAssistance => "TGXH",
            UnitTypes.SocialWorkProvider => "DVXH",
            UnitTypes.LegalAidCentre => "TGPL",
            UnitTypes.TrainingInstitution => "DT",
            UnitTypes.School => schoolLevel switch { "MAM_NON" => "MN", "TIEU_HOC" => "TH", "THCS" => "THCS", "THPT" => "THPT", "LIEN_CAP" => "LC", "GDTX_GDNN" => "GDTX", "CHUYEN_BIET" => "CB", _ => "GD" },
            _ => null,
        };
        return kind is null || string.IsNullOrEmpty(commune) ? null : $"{kind}-{commune}-";
    }

    /// <summary>The code after the highest that was ever used with the prefix.</summary>
    public static string Next(string prefix, IEnumerable<string> used)
    {
        var highest = 0;
        foreach (var code in used)
        {
            if (code.StartsWith(prefix, StringComparison.Ordinal) && int.TryParse(code.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                highest = Math.Max(highest, number);
        }

        return string.Create(CultureInfo.InvariantCulture, $"{prefix}{highest + 1}");
    }
}
