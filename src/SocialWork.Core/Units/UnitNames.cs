using System.Globalization;
using System.Text;
using SocialWork.Core.Typing;

namespace SocialWork.Core.Units;

/// <summary>Names of units as people search for and sort them. Pure; safe for concurrent use.</summary>
public static class UnitNames
{
    private static readonly CompareInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN").CompareInfo;

    // Longest first, so that “trung học cơ sở” is not taken for something shorter.
    private static readonly (string Long, string Short)[] Abbreviations =
    [
        ("giao duc nghe nghiep giao duc thuong xuyen", "gdnn gdtx"), ("giao duc thuong xuyen giao duc nghe nghiep", "gdtx gdnn"),
        ("trung hoc pho thong", "thpt"), ("giao duc thuong xuyen", "gdtx"), ("giao duc nghe nghiep", "gdnn"), ("trung hoc co so", "thcs"), ("tro giup phap ly", "tgpl"),
        ("bao tro xa hoi", "btxh"), ("cong tac xa hoi", "ctxh"), ("tro giup xa hoi", "tgxh"), ("trung tam y te", "ttyt"), ("mau giao", "mn"), ("benh vien", "bv"),
        ("phong kham", "pk"), ("tieu hoc", "th"), ("trung tam", "tt"), ("tram y te", "tyt"), ("mam non", "mn"), ("da khoa", "dk"),
    ];

    // Words that one writer puts and another leaves out.
    private static readonly HashSet<string> Fillers = new(["truong", "xa", "phuong", "so"], StringComparer.Ordinal);

    /// <summary>Compares two names in the order of the Vietnamese alphabet.</summary>
    public static int Compare(string a, string b) => Vietnamese.Compare(a, b, CompareOptions.None);

    /// <summary>A text without accents, case, punctuation and doubled spaces: “Trường Tiểu học Đông Ba” is “truong tieu hoc dong ba”.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in Folded.WithoutAccents(text))
        {
            if (char.IsLetterOrDigit(c)) folded.Append(c);
            else if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
        }

        return folded.ToString().TrimEnd();
    }

    /// <summary>A name as it is compared to find one facility entered twice: folded, with the usual abbreviations for long words.</summary>
    public static string Likeness(string name)
    {
        var folded = $" {Fold(name)} ";
        foreach (var (full, abbreviated) in Abbreviations) folded = folded.Replace($" {full} ", $" {abbreviated} ", StringComparison.Ordinal);
        return string.Join(' ', folded.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => !Fillers.Contains(word)));
    }
}
