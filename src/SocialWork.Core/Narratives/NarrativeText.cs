using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using SocialWork.Abstractions;

namespace SocialWork.Core.Narratives;

/// <summary>Something in a text that is not as it should be.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The character in the line, from 1.</param>
/// <param name="What">What stands there.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record TextProblem(int Line, int Column, string What, Text Message);

/// <summary>
/// Words with figures bound into them as <c>{{CT1.rate}}</c>: a line is a paragraph, and one that begins with “- ” a line of an
/// enumeration. Pure; safe for concurrent use.
/// </summary>
public static partial class NarrativeText
{
    /// <summary>What stands where a figure is not there any more.</summary>
    public const string Gap = "«…»";

    private const int MatchMilliseconds = 1000;

    /// <summary>The names that a text binds, each once, in the order in which they appear.</summary>
    public static ImmutableArray<string> Names(string text) => [.. Bound().Matches(text).Select(m => m.Groups["name"].Value).Distinct(StringComparer.Ordinal)];

    /// <summary>The text with every figure filled in; one that is not there is «…».</summary>
    /// <param name="text">The text.</param>
    /// <param name="valueOf">The value of a name; null where there is none.</param>
    public static string Fill(string text, Func<string, string?> valueOf) => Bound().Replace(text, m => valueOf(m.Groups["name"].Value) ?? Gap);

    /// <summary>The paragraphs of a text: its lines that are not blank.</summary>
    public static ImmutableArray<string> Paragraphs(string text) => [.. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>The words of a paragraph that is a line of an enumeration; null for any other.</summary>
    public static string? ItemOf(string paragraph) => paragraph.StartsWith("- ", StringComparison.Ordinal) ? paragraph[2..].TrimStart() : null;

    /// <summary>Somebody's own words as they may stand in a text: what looks like a bound figure is none.</summary>
    public static string Quote(string words) => string.Join(' ', words.Replace("{{", "{ {", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Names that are not known, and braces that close nothing, each with its place.</summary>
    public static ImmutableArray<TextProblem> Check(string text, Func<string, bool> isKnown)
    {
        var problems = ImmutableArray.CreateBuilder<TextProblem>();
        foreach (var match in Bound().Matches(text).Cast<Match>().Where(m => !isKnown(m.Groups["name"].Value)))
        {
            problems.Add(At(text, match.Index, match.Value, new Text(
                $"Không có số liệu tên “{match.Groups["name"].Value}”. Chọn một tên trong danh sách số liệu.",
                $"There is no figure named '{match.Groups["name"].Value}'. Take one of the list of figures.")));
        }

        foreach (var match in Brace().Matches(Blanked(text)).Cast<Match>())
        {
            problems.Add(At(text, match.Index, match.Value, new Text(
                "Dấu ngoặc nhọn không thành cặp, hoặc trong ngoặc không phải tên số liệu. Viết như {{CT1.rate}}, không xuống dòng.",
                "Braces without their pair, or without a figure's name. Write {{CT1.rate}}, on one line.")));
        }

        return [.. problems.OrderBy(p => p.Line).ThenBy(p => p.Column)];
    }

    /// <summary>
    /// Figures that were typed as digits, each with its place. Years, dates, numbers of documents, clauses and plain ordinals at
    /// the start of a line are none.
    /// </summary>
    public static ImmutableArray<TextProblem> TypedFigures(string text) =>
    [
        .. Digits().Matches(Plain().Replace(Blanked(text), m => new string(' ', m.Length)))
            .Select(m => At(text, m.Index, m.Value, new Text(
                $"Số gõ tay “{m.Value}”: hãy dùng {{{{…}}}} để số trong lời văn luôn khớp với bảng.",
                $"“{m.Value}” was typed by hand: use {{{{…}}}}, so that words and table always agree."))),
    ];

    // A name is replaced by as many blanks, so that places stay the same and digits in names are no figures.
    private static string Blanked(string text) => Bound().Replace(text, m => new string(' ', m.Length));

    private static TextProblem At(string text, int index, string what, Text message)
    {
        var before = text[..index];
        var line = before.Count(c => c == '\n') + 1;
        return new TextProblem(line, index - (before.LastIndexOf('\n') + 1) + 1, what, new Text($"Dòng {line}: {message.Vi}", $"Line {line}: {message.En}"));
    }

    /// <summary>A text with a prefix put in the place of another at the start of its names: <c>it.rate</c> becomes <c>CT1.rate</c>.</summary>
    internal static string Renamed(string text, string from, string to) =>
        Bound().Replace(text, m => m.Groups["name"].Value.StartsWith(from + ".", StringComparison.Ordinal) ? $"{{{{{to}{m.Groups["name"].Value[from.Length..]}}}}}" : m.Value);

    [GeneratedRegex(@"\{\{ ?(?<name>[\p{L}\p{N}_.\[\],#-]{1,80}) ?\}\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, MatchMilliseconds)]
    private static partial Regex Bound();

    [GeneratedRegex(@"\{\{+|\}\}+", RegexOptions.CultureInvariant, MatchMilliseconds)]
    private static partial Regex Brace();

    // Dates, quarters and months with a year, numbers of documents, years, clauses of laws and plans, ordinals such as “2.1.” or “1)”.
    [GeneratedRegex(
        @"\d{1,2}/\d{1,2}(?:/\d{4})?(?![\d/])|\d{1,2}/(?:19|20)\d{2}(?!\d)|\d{1,5}/(?:\d{4}/)?[\p{Lu}Đ][\p{Lu}\d-]*|(?<![\d.,])(?:19|20)\d{2}(?![\d.,]*\d|%)|(?:Điều|khoản|điểm|mục|Phụ lục|Chương|Quý|quý|tháng|ngày|đợt|giai đoạn|Luật số|lần thứ) \d{1,3}(?![\d.,/]*\d|%)|^ *\d{1,2}(?:\.\d{1,2})*[.)](?= )",
        RegexOptions.CultureInvariant | RegexOptions.Multiline, MatchMilliseconds)]
    private static partial Regex Plain();

    [GeneratedRegex(@"\d+(?:[.,]\d+)*%?", RegexOptions.CultureInvariant, MatchMilliseconds)]
    private static partial Regex Digits();
}
