using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace SocialWork.Documents.Word;

/// <summary>Paragraphs and runs.</summary>
internal static class WordText
{
    /// <summary>A paragraph of one run.</summary>
    public static Paragraph Line(string style, string words, double? size = null, bool isBold = false, JustificationValues? align = null)
    {
        var paragraph = Styled(style);
        if (align is { } side) paragraph.ParagraphProperties!.Append(new Justification { Val = side });
        paragraph.Append(Run(words, isBold, isItalic: false, size));
        return paragraph;
    }

    /// <summary>An empty paragraph of a style.</summary>
    public static Paragraph Styled(string style) => new(new ParagraphProperties(new ParagraphStyleId { Val = style }));

    /// <summary>A run of words.</summary>
    public static Run Run(string words, bool isBold = false, bool isItalic = false, double? size = null)
    {
        var run = new Run();
        var looks = new RunProperties();
        if (isBold) looks.Append(new Bold());
        if (isItalic) looks.Append(new Italic());
        if (size is { } points) looks.Append(new FontSize { Val = WordStyles.HalfPoints(points) }, new FontSizeComplexScript { Val = WordStyles.HalfPoints(points) });
        if (looks.HasChildren) run.Append(looks);
        run.Append(new Text(Xlsx.XlsxText.Of(words)) { Space = SpaceProcessingModeValues.Preserve });
        return run;
    }

    /// <summary>A field that Word works out, with what it shows until then.</summary>
    public static IEnumerable<Run> Field(string instruction, string shown) =>
    [
        new(new FieldChar { FieldCharType = FieldCharValues.Begin }),
        new(new FieldCode($" {instruction} ") { Space = SpaceProcessingModeValues.Preserve }),
        new(new FieldChar { FieldCharType = FieldCharValues.Separate }),
        Run(shown),
        new(new FieldChar { FieldCharType = FieldCharValues.End }),
    ];

    /// <summary>A rule in the middle of a width.</summary>
    /// <param name="length">Its length in points.</param>
    /// <param name="within">The width it stands in, in points.</param>
    public static Paragraph Rule(double length, double within)
    {
        var aside = WordStyles.Twips(Math.Max(0, (within - length) / 2));
        return new Paragraph(new ParagraphProperties(
            new ParagraphStyleId { Val = WordStyles.Rule },
            new ParagraphBorders(new TopBorder { Val = BorderValues.Single, Size = 6, Space = 1, Color = "000000" }),
            new SpacingBetweenLines { Before = WordStyles.Twips(3) },
            new Indentation { Left = aside, Right = aside }));
    }
}
