using System.Collections.Immutable;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace SocialWork.Documents.Word;

/// <summary>What stands above the text and below it: both in tables without borders, two columns each.</summary>
internal static class WordHead
{
    private const double LeftShare = 0.4;

    public static IEnumerable<OpenXmlElement> Opening(OfficialDocument document)
    {
        var width = WordPage.TextWidth(isWide: false);
        var (left, right) = (width * LeftShare, width * (1 - LeftShare));
        yield return Beside(left, right, [
            ([.. Agencies(document.Head, left), WordText.Line(WordStyles.Number, "Số: " + document.Head.Number)],
             [.. Nation(right), Dated(document.Head.PlaceAndDate)]),
        ]);
        yield return WordText.Line(WordStyles.Kind, document.Kind);
        foreach (var line in document.Subject.Split('\n')) yield return WordText.Line(WordStyles.Subject, line);
        // As long as the decree allows at most, of a line that the subject surely fills.
        yield return WordText.Rule(Math.Min(Widest(document.Subject.Split('\n'), WordStyles.TextSize), width) * Decree30.ShortRule.Least * 1.2, width);
        if (document.Addressee is { } addressee) yield return WordText.Line(WordStyles.Addressee, addressee);
    }

    public static IEnumerable<OpenXmlElement> Closing(OfficialDocument document)
    {
        var width = WordPage.TextWidth(isWide: false);
        var recipients = new List<Paragraph> { WordText.Line(WordStyles.RecipientsHead, "Nơi nhận:") };
        for (var i = 0; i < document.Recipients.Length; i++)
            recipients.Add(WordText.Line(WordStyles.Recipients, $"- {document.Recipients[i]}{(i == document.Recipients.Length - 1 ? "." : ";")}"));
        var signature = document.Signature.Capacity.Select(line => WordText.Line(WordStyles.Signatory, line)).ToList();
        // Room for the hand and the seal.
        for (var i = 0; i < 4; i++) signature.Add(WordText.Styled(WordStyles.Signatory));
        signature.Add(WordText.Line(WordStyles.Signatory, document.Signature.Name));
        yield return new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = WordStyles.Rule }, new KeepNext()));
        yield return Beside(width / 2, width / 2, [([.. recipients], [.. signature])]);
    }

    private static IEnumerable<Paragraph> Agencies(Letterhead head, double within)
    {
        foreach (var line in head.Superior) yield return WordText.Line(WordStyles.Head, line);
        foreach (var line in head.Issuer) yield return WordText.Line(WordStyles.Head, line, isBold: true);
        yield return WordText.Rule(Math.Min(Widest(head.Issuer, WordStyles.HeadSize), within) * Decree30.ShortRule.Most * 0.9, within);
    }

    private static IEnumerable<Paragraph> Nation(double within)
    {
        yield return WordText.Line(WordStyles.Head, Decree30.Nation, isBold: true);
        yield return WordText.Line(WordStyles.Head, Decree30.Motto, WordStyles.MottoSize, isBold: true);
        yield return WordText.Rule(LineWidth.Of(Decree30.Motto, WordStyles.MottoSize, isBold: true), within);
    }

    private static Paragraph Dated(string placeAndDate)
    {
        var paragraph = WordText.Styled(WordStyles.Number);
        paragraph.Append(WordText.Run(placeAndDate, isItalic: true));
        return paragraph;
    }

    private static double Widest(IEnumerable<string> lines, double size) => lines.Max(line => LineWidth.Of(line, size, isBold: true));

    private static Table Beside(double left, double right, ImmutableArray<(ImmutableArray<Paragraph> Left, ImmutableArray<Paragraph> Right)> rows)
    {
        var table = new Table(
            new TableProperties(
                new TableWidth { Width = WordStyles.Twips(left + right), Type = TableWidthUnitValues.Dxa },
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(new TableCellLeftMargin { Width = 0, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 0, Type = TableWidthValues.Dxa })),
            new TableGrid(new GridColumn { Width = WordStyles.Twips(left) }, new GridColumn { Width = WordStyles.Twips(right) }));
        foreach (var row in rows)
            table.Append(new TableRow(new TableRowProperties(new CantSplit()), Side(left, row.Left), Side(right, row.Right)));
        return table;
    }

    private static TableCell Side(double width, ImmutableArray<Paragraph> paragraphs)
    {
        var cell = new TableCell(new TableCellProperties(new TableCellWidth { Width = WordStyles.Twips(width), Type = TableWidthUnitValues.Dxa }));
        cell.Append(paragraphs);
        return cell;
    }
}
