using System.Globalization;
using System.Text;

namespace SocialWork.Core.Typing;

/// <summary>Texts made alike for comparison, however they were typed. Safe for concurrent use.</summary>
public static class Folded
{
    /// <summary>Lower case, one space between words, none at the ends, no full stop at the end; accents kept (Unicode NFC).</summary>
    public static string KeepAccents(string text) =>
        string.Join(' ', text.Normalize(NormalizationForm.FormC).ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.', ' ');

    /// <summary>The same without accents; đ is d: <c>Không phát sinh</c> is <c>khong phat sinh</c>.</summary>
    public static string WithoutAccents(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in KeepAccents(text).Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark) plain.Append(c == 'đ' ? 'd' : c);
        }

        return plain.ToString();
    }
}
