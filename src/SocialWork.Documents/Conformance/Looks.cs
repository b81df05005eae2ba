using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace SocialWork.Documents.Conformance;

/// <summary>How the letters of a run look in the end. Sizes in points.</summary>
internal sealed record RunLook(string Font, double Size, bool IsBold, bool IsItalic, bool IsCaps, string? Colour);

/// <summary>How a paragraph stands in the end. Lengths in points; lines as a multiple of a single one, null where they are fixed otherwise.</summary>
internal sealed record ParagraphLook(JustificationValues Align, double FirstLine, double Left, double Right, double Before, double After, double? Lines, bool HasRule);

/// <summary>
/// Works out what Word shows: the document's defaults, then the chain of styles, then what stands in the paragraph and the run
/// itself. Safe for concurrent reading.
/// </summary>
internal sealed class Looks
{
    // Word's own limit is lower; a longer chain was made to keep its reader busy.
    private const int LongestChain = 32;
    private readonly Dictionary<string, Style> _styles;
    private readonly string? _normal;
    private readonly RunPropertiesBaseStyle? _runs;
    private readonly ParagraphPropertiesBaseStyle? _paragraphs;
    private readonly string? _themeFont;

    public Looks(MainDocumentPart main)
    {
        var styles = main.StyleDefinitionsPart?.Styles;
        _styles = styles?.Elements<Style>().Where(style => style.StyleId?.Value is not null).GroupBy(style => style.StyleId!.Value!, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal) ?? [];
        _normal = _styles.Values.FirstOrDefault(style => style.Type?.Value == StyleValues.Paragraph && style.Default?.Value == true)?.StyleId?.Value;
        _runs = styles?.DocDefaults?.RunPropertiesDefault?.RunPropertiesBaseStyle;
        _paragraphs = styles?.DocDefaults?.ParagraphPropertiesDefault?.ParagraphPropertiesBaseStyle;
        _themeFont = main.ThemePart?.Theme?.ThemeElements?.FontScheme?.MinorFont?.LatinFont?.Typeface?.Value;
    }

    /// <summary>The looks of a run in its paragraph.</summary>
    public RunLook Of(Run run, Paragraph paragraph)
    {
        var layers = new List<OpenXmlElement?> { _runs };
        layers.AddRange(Chain(StyleOf(paragraph)).Select(style => (OpenXmlElement?)style.StyleRunProperties));
        if (run.RunProperties?.RunStyle?.Val?.Value is { } own) layers.AddRange(Chain(own).Select(style => (OpenXmlElement?)style.StyleRunProperties));
        layers.Add(run.RunProperties);
        var size = Last<FontSize>(layers)?.Val?.Value;
        return new RunLook(
            FontOf(layers), double.TryParse(size, System.Globalization.CultureInfo.InvariantCulture, out var half) ? half / 2 : 10,
            IsOn(Last<Bold>(layers)), IsOn(Last<Italic>(layers)), IsOn(Last<Caps>(layers)), Last<Color>(layers)?.Val?.Value);
    }

    /// <summary>The looks of a paragraph.</summary>
    public ParagraphLook Of(Paragraph paragraph)
    {
        var layers = new List<OpenXmlElement?> { _paragraphs };
        layers.AddRange(Chain(StyleOf(paragraph)).Select(style => (OpenXmlElement?)style.StyleParagraphProperties));
        layers.Add(paragraph.ParagraphProperties);
        var spacing = All<SpacingBetweenLines>(layers);
        var indent = All<Indentation>(layers);
        var rule = spacing.Select(element => element.LineRule?.Value).LastOrDefault(value => value is not null) ?? LineSpacingRuleValues.Auto;
        var line = Twips(spacing, element => element.Line?.Value) ?? 12;
        var hanging = Twips(indent, element => element.Hanging?.Value);
        var borders = Last<ParagraphBorders>(layers);
        return new ParagraphLook(
            Last<Justification>(layers)?.Val?.Value ?? JustificationValues.Left,
            hanging is { } back ? -back : Twips(indent, element => element.FirstLine?.Value) ?? 0,
            Twips(indent, element => element.Left?.Value ?? element.Start?.Value) ?? 0,
            Twips(indent, element => element.Right?.Value ?? element.End?.Value) ?? 0,
            Twips(spacing, element => element.Before?.Value) ?? 0,
            Twips(spacing, element => element.After?.Value) ?? 0,
            rule == LineSpacingRuleValues.Auto ? line / 12 : null,
            borders?.TopBorder?.Val?.Value is { } top && top != BorderValues.None && top != BorderValues.Nil || borders?.BottomBorder?.Val?.Value is { } bottom && bottom != BorderValues.None && bottom != BorderValues.Nil);
    }

    /// <summary>The name of a paragraph's style, in small letters; empty for none.</summary>
    public string StyleName(Paragraph paragraph) => StyleOf(paragraph) is { } id && _styles.TryGetValue(id, out var style) ? style.StyleName?.Val?.Value?.ToLowerInvariant() ?? string.Empty : string.Empty;

    private string? StyleOf(Paragraph paragraph) => paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value is { } id && _styles.ContainsKey(id) ? id : _normal;

    // From the oldest ancestor to the style itself; a circle ends where it closes.
    private Stack<Style> Chain(string? id)
    {
        var chain = new Stack<Style>();
        while (id is not null && _styles.TryGetValue(id, out var style) && chain.Count < LongestChain && !chain.Contains(style))
        {
            chain.Push(style);
            id = style.BasedOn?.Val?.Value;
        }

        return chain;
    }

    private string FontOf(List<OpenXmlElement?> layers)
    {
        foreach (var fonts in All<RunFonts>(layers).AsEnumerable().Reverse())
        {
            if (fonts.AsciiTheme is not null) return _themeFont ?? string.Empty;
            if (fonts.Ascii?.Value is { } font) return font;
        }

        return string.Empty;
    }

    private static List<T> All<T>(List<OpenXmlElement?> layers)
        where T : OpenXmlElement => [.. layers.Select(layer => layer?.GetFirstChild<T>()).OfType<T>()];

    private static T? Last<T>(List<OpenXmlElement?> layers)
        where T : OpenXmlElement => All<T>(layers).LastOrDefault();

    private static bool IsOn(OnOffType? toggle) => toggle is not null && (toggle.Val is null || toggle.Val.Value);

    private static double? Twips<T>(List<T> elements, Func<T, string?> length) =>
        elements.Select(length).LastOrDefault(value => value is not null) is { } twips && double.TryParse(twips, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number / 20 : null;
}
