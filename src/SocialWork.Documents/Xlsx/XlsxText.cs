using System.Text;
using System.Text.RegularExpressions;

namespace SocialWork.Documents.Xlsx;

/// <summary>Words as a workbook can hold them.</summary>
internal static partial class XlsxText
{
    /// <summary>The most characters of a cell.</summary>
    public const int MaxLength = 32_767;

    /// <summary>
    /// Unicode NFC, without what XML 1.0 cannot hold, and with the format's own escapes escaped: without that a text that
    /// reads <c>_x0041_</c> would come back as “A”.
    /// </summary>
    public static string Of(string words)
    {
        var text = new StringBuilder(words.Length);
        for (var i = 0; i < words.Length; i++)
        {
            var c = words[i];
            if (char.IsHighSurrogate(c) && i + 1 < words.Length && char.IsLowSurrogate(words[i + 1])) text.Append(c).Append(words[++i]);
            else if (!char.IsSurrogate(c) && c is '\t' or '\n' or (>= ' ' and <= '\uFFFD')) text.Append(c);
        }

        var clean = Escape().Replace(text.ToString().Normalize(NormalizationForm.FormC), "_x005F_");
        return clean.Length <= MaxLength ? clean : clean[..MaxLength];
    }

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Escape();
}
