using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace SocialWork.Documents.Word;

/// <summary>The footnotes of one document, in the order in which they are made. Not safe for concurrent use.</summary>
internal sealed class WordNotes
{
    private readonly List<string> _notes = [];

    /// <summary>Whether there is any.</summary>
    public bool IsEmpty => _notes.Count == 0;

    /// <summary>Adds a footnote and gives its mark.</summary>
    public Run Mark(string text)
    {
        _notes.Add(text);
        return new Run(new RunProperties(new RunStyle { Val = WordStyles.NoteMark }), new FootnoteReference { Id = _notes.Count });
    }

    /// <summary>The part they stand in.</summary>
    public Footnotes Make()
    {
        var part = new Footnotes(
            new Footnote(new Paragraph(new Run(new SeparatorMark()))) { Type = FootnoteEndnoteValues.Separator, Id = -1 },
            new Footnote(new Paragraph(new Run(new ContinuationSeparatorMark()))) { Type = FootnoteEndnoteValues.ContinuationSeparator, Id = 0 });
        foreach (var (index, text) in _notes.Index())
        {
            var paragraph = WordText.Styled(WordStyles.NoteText);
            paragraph.Append(new Run(new RunProperties(new RunStyle { Val = WordStyles.NoteMark }), new FootnoteReferenceMark()), WordText.Run(" " + text));
            part.Append(new Footnote(paragraph) { Id = index + 1 });
        }

        return part;
    }
}
