using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace SocialWork.Documents.Word;

/// <summary>The paper of a document and of its annexes.</summary>
internal static class WordPage
{
    private const double Top = 20;
    private const double Bottom = 20;
    private const double Left = 30;
    private const double Right = 15;
    // Half of the top margin, so that the number stands in the middle of it.
    private const double HeaderDistance = 10;

    /// <summary>How wide the text is, in points.</summary>
    public static double TextWidth(bool isWide) => WordStyles.Points((isWide ? Decree30.PaperHeight : Decree30.PaperWidth) - Left - Right);

    /// <summary>A section: its pages are counted from one, and the first does not show its number.</summary>
    /// <param name="header">The part with the number.</param>
    /// <param name="firstHeader">The part without.</param>
    /// <param name="isWide">Whether the paper lies; its margins are those of the paper when it stands, turned with it.</param>
    public static SectionProperties Section(string header, string firstHeader, bool isWide) => new(
        new HeaderReference { Type = HeaderFooterValues.Default, Id = header },
        new HeaderReference { Type = HeaderFooterValues.First, Id = firstHeader },
        new SectionType { Val = SectionMarkValues.NextPage },
        new PageSize
        {
            Width = UInt32Value.FromUInt32(Twips(isWide ? Decree30.PaperHeight : Decree30.PaperWidth)),
            Height = UInt32Value.FromUInt32(Twips(isWide ? Decree30.PaperWidth : Decree30.PaperHeight)),
            Orient = isWide ? PageOrientationValues.Landscape : null,
        },
        new PageMargin { Top = (int)Twips(Top), Bottom = (int)Twips(Bottom), Left = Twips(Left), Right = Twips(Right), Header = Twips(HeaderDistance), Footer = Twips(HeaderDistance), Gutter = 0 },
        new PageNumberType { Start = 1 },
        new TitlePage());

    private static uint Twips(double millimetres) => (uint)Math.Round(WordStyles.Points(millimetres) * 20);
}
