using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace SocialWork.Documents.Word;

/// <summary>How Word counts headings and draws dashes.</summary>
internal static class WordNumbering
{
    /// <summary>I., 1., 1.1.</summary>
    public const int Headings = 1;

    /// <summary>Lines with a dash.</summary>
    public const int Dashes = 2;

    public static Numbering Make() => new(
        new AbstractNum(
            Level(0, NumberFormatValues.UpperRoman, "%1.", WordStyles.Heading(1)),
            Level(1, NumberFormatValues.Decimal, "%2.", WordStyles.Heading(2)),
            Level(2, NumberFormatValues.Decimal, "%2.%3.", WordStyles.Heading(3)))
        {
            AbstractNumberId = 0,
            MultiLevelType = new MultiLevelType { Val = MultiLevelValues.Multilevel },
        },
        new AbstractNum(Level(0, NumberFormatValues.Bullet, "-", WordStyles.Item)) { AbstractNumberId = 1, MultiLevelType = new MultiLevelType { Val = MultiLevelValues.SingleLevel } },
        new NumberingInstance(new AbstractNumId { Val = 0 }) { NumberID = Headings },
        new NumberingInstance(new AbstractNumId { Val = 1 }) { NumberID = Dashes });

    // The number stands in the first line's indent, and a space follows it, as in typed documents.
    private static Level Level(int level, NumberFormatValues format, string text, string style) => new(
        new StartNumberingValue { Val = 1 },
        new NumberingFormat { Val = format },
        new ParagraphStyleIdInLevel { Val = style },
        new LevelSuffix { Val = LevelSuffixValues.Space },
        new LevelText { Val = text },
        new LevelJustification { Val = LevelJustificationValues.Left },
        new PreviousParagraphProperties(new Indentation { Left = "0", FirstLine = WordStyles.Twips(WordStyles.Points(12.7)) }))
    {
        LevelIndex = level,
    };
}
