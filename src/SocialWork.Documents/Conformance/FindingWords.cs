using System.Globalization;
using SocialWork.Abstractions;
using SocialWork.Documents.Word;

namespace SocialWork.Documents.Conformance;

/// <summary>What findings say of places and measures. Pure; safe for concurrent use.</summary>
internal static class FindingWords
{
    /// <summary>A part that is not there at all.</summary>
    public static LayoutFinding Missing(string rule, string what) => new(rule + ".missing", new Text("Toàn văn bản", "The whole document"), new Text("không tìm thấy", "not found"), Both(what));

    /// <summary>A line that does not stand in the middle.</summary>
    public static LayoutFinding NotCentred(string rule, DocumentLine line) => new(rule + ".align", line.Place, new Text("không ở giữa", "not centred"), new Text("canh giữa", "centred"));

    /// <summary>The first place of several.</summary>
    public static Text Counted(DocumentLine line, int count) => count == 1 ? line.Place : new Text($"{line.Place.Vi} và {count - 1} chỗ khác", $"{line.Place.En} and {count - 1} other places");

    /// <summary>A range as it is required.</summary>
    public static Text Required(Between between, string unit) => Required(between, Both(unit));

    public static Text Required(Between between, Text unit)
    {
        var words = Math.Abs(between.Least - between.Most) < 0.001 ? Print(between.Least) : $"{Print(between.Least)}–{Print(between.Most)}";
        return new Text($"{words} {unit.Vi}", $"{words} {unit.En}");
    }

    public static Text Both(string words) => new(words, words);

    public static string Print(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);

    public static double Millimetres(uint twips) => twips / 20.0 * 25.4 / 72;

    public static bool Near(double a, double b) => Math.Abs(a - b) < 0.5;

    public static string Squeezed(string words) => string.Join(' ', words.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
