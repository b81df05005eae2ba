using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace SocialWork.Core.Forms;

/// <summary>Texts as cells hold them: Unicode NFC, lines ended by a line feed, no white space at the ends.</summary>
public static class CellText
{
    /// <summary>Brings a text into the form that cells hold; false when it holds characters that cannot be printed or stored.</summary>
    public static bool TryNormalise(string raw, [NotNullWhen(true)] out string? text)
    {
        text = null;
        if (!IsPrintable(raw)) return false;
        text = raw.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Normalize(NormalizationForm.FormC).Trim();
        return true;
    }

    /// <summary>Whether the text can be printed and written to any document: no control characters but tabs and line ends, no halves of characters.</summary>
    internal static bool IsPrintable(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
            else if (char.IsSurrogate(c) || c is '\uFFFE' or '\uFFFF' || (char.IsControl(c) && c is not ('\t' or '\n' or '\r'))) return false;
        }

        return true;
    }
}
