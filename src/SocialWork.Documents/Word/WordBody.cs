using System.Collections.Immutable;
using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace SocialWork.Documents.Word;

/// <summary>The text of one document with its annexes. Not safe for concurrent use.</summary>
internal sealed class WordBody(MainDocumentPart main, OfficialDocument document)
{
    private readonly WordNotes _notes = new();
    private int _tables;
    private int _charts;

    public Body Make(CancellationToken cancellationToken)
    {
        var (header, first) = (AddHeader(isFirst: false), AddHeader(isFirst: true));
        var body = new Body();
        body.Append(WordHead.Opening(document));
        Append(body, document.Body, isWide: false, cancellationToken);
        body.Append(WordHead.Closing(document));
        // A section's properties stand in its last paragraph, but for the last section's.
        var isWide = false;
        foreach (var annex in document.Annexes)
        {
            body.Append(new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = WordStyles.Rule }, WordPage.Section(header, first, isWide))));
            isWide = annex.IsWide;
            body.Append(WordText.Line(WordStyles.AnnexNumber, annex.Number is { } number ? "Phụ lục " + number : "Phụ lục"));
            body.Append(WordText.Line(WordStyles.AnnexTitle, annex.Title));
            body.Append(WordText.Line(WordStyles.AnnexAttached, annex.AttachedTo));
            Append(body, annex.Blocks, isWide, cancellationToken);
        }

        body.Append(WordPage.Section(header, first, isWide));
        if (!_notes.IsEmpty) main.AddNewPart<FootnotesPart>().Footnotes = _notes.Make();
        return body;
    }

    private void Append(Body body, ImmutableArray<Block> blocks, bool isWide, CancellationToken cancellationToken)
    {
        foreach (var block in blocks)
        {
            cancellationToken.ThrowIfCancellationRequested();
            switch (block)
            {
                case Block.Heading heading:
                    body.Append(WordText.Line(WordStyles.Heading(heading.Level), heading.Text));
                    break;
                case Block.Paragraph paragraph:
                    body.Append(Filled(WordStyles.Body, paragraph.Inlines));
                    break;
                case Block.Item item:
                    body.Append(Filled(WordStyles.Item, item.Inlines));
                    break;
                case Block.Table table:
                    if (table.Caption.Length > 0) body.Append(Caption("Bảng", ++_tables, table.Caption));
                    body.Append(WordTable.Make(table, WordPage.TextWidth(isWide), _notes));
                    break;
                case Block.Remark remark:
                    body.Append(WordText.Line(WordStyles.Remark, remark.Text));
                    break;
                case Block.Chart chart:
                    body.Append(WordChart.Make(main, chart, ++_charts, WordPage.TextWidth(isWide)));
                    body.Append(Caption("Biểu đồ", _charts, chart.Caption));
                    break;
                default:
                    throw new InvalidOperationException("Unknown block.");
            }
        }
    }

    private Paragraph Filled(string style, ImmutableArray<Inline> inlines)
    {
        var paragraph = WordText.Styled(style);
        paragraph.Append(inlines.Select(inline => inline switch
        {
            Inline.Words words => WordText.Run(words.Text, words.IsBold, words.IsItalic),
            Inline.Note note => _notes.Mark(note.Text),
            _ => throw new InvalidOperationException("Unknown inline."),
        }));
        return paragraph;
    }

    private static Paragraph Caption(string what, int number, string words)
    {
        var paragraph = WordText.Styled(WordStyles.Caption);
        paragraph.Append(WordText.Run(what + " "));
        paragraph.Append(WordText.Field($"SEQ {what.Replace(' ', '_')} \\* ARABIC", number.ToString(CultureInfo.InvariantCulture)));
        paragraph.Append(WordText.Run(". " + words));
        return paragraph;
    }

    // The first page shows no number; a mark, such as that all is an example, stands on every page.
    private string AddHeader(bool isFirst)
    {
        var part = main.AddNewPart<HeaderPart>();
        var paragraph = WordText.Styled(WordStyles.PageNumber);
        if (!isFirst) paragraph.Append(WordText.Field("PAGE", "2"));
        part.Header = new Header(paragraph);
        if (document.Mark is { } mark)
        {
            var line = WordText.Styled(WordStyles.PageNumber);
            line.Append(WordText.Run(mark, isBold: true, size: 11));
            part.Header.Append(line);
        }

        return main.GetIdOfPart(part);
    }
}
