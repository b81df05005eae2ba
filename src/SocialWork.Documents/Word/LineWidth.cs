using System.Globalization;
using System.Text;

namespace SocialWork.Documents.Word;

/// <summary>How wide a line of Times New Roman is, for rules that are as long as the words above them. Pure; safe for concurrent use.</summary>
internal static class LineWidth
{
    // Advance widths in thousandths of the size, of the letters from space to “z”; accents stand above and add nothing.
    private const string Upright =
        "250 333 408 500 500 833 778 180 333 333 500 564 250 333 250 278 500 500 500 500 500 500 500 500 500 500 278 278 564 564 564 444 " +
        "921 722 667 667 722 611 556 722 722 333 389 722 611 889 722 722 556 722 667 556 611 722 722 944 722 722 611 333 278 333 469 500 " +
        "333 444 500 444 500 444 333 500 500 278 278 500 278 778 500 500 500 500 333 389 278 500 500 722 500 500 444";

    private const string Bold =
        "250 333 555 500 500 1000 833 278 333 333 500 570 250 333 250 278 500 500 500 500 500 500 500 500 500 500 333 333 570 570 570 500 " +
        "930 722 667 722 722 667 611 778 778 389 500 778 667 944 722 778 611 778 722 556 667 722 722 1000 722 722 667 333 278 333 581 500 " +
        "333 500 556 444 556 444 333 500 556 278 333 556 278 833 556 500 556 556 444 389 333 556 500 722 500 500 444";

    private static readonly int[] UprightWidths = Parse(Upright);
    private static readonly int[] BoldWidths = Parse(Bold);

    /// <summary>The width in points.</summary>
    /// <param name="line">The words.</param>
    /// <param name="size">The size of the letters in points.</param>
    /// <param name="isBold">Whether they are bold.</param>
    public static double Of(string line, double size, bool isBold)
    {
        var widths = isBold ? BoldWidths : UprightWidths;
        var sum = 0;
        foreach (var letter in line.Replace('đ', 'd').Replace('Đ', 'D').Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark) continue;
            sum += letter is >= ' ' and <= 'z' ? widths[letter - ' '] : widths['o' - ' '];
        }

        return sum * size / 1000;
    }

    private static int[] Parse(string widths) => [.. widths.Split(' ').Select(width => int.Parse(width, CultureInfo.InvariantCulture))];
}
