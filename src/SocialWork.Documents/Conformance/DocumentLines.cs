using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Text = SocialWork.Abstractions.Text;

namespace SocialWork.Documents.Conformance;

/// <summary>A paragraph of a document with what it says and how it looks.</summary>
/// <param name="Number">Its place in the document, from 1.</param>
/// <param name="Words">What it says, without what surrounds it.</param>
/// <param name="Runs">How its letters look, run by run; empty runs left out.</param>
/// <param name="Look">How it stands.</param>
/// <param name="Style">The name of its style, in small letters.</param>
/// <param name="InTable">Whether it stands in a table.</param>
/// <param name="Paragraph">The paragraph itself.</param>
internal sealed record DocumentLine(int Number, string Words, IReadOnlyList<(string Words, RunLook Look)> Runs, ParagraphLook Look, string Style, bool InTable, Paragraph Paragraph)
{
    private const int MostShown = 40;

    /// <summary>Words that lead to it.</summary>
    public Text Place => new($"Đoạn {Number}: “{Shown}”", $"Paragraph {Number}: “{Shown}”");

    /// <summary>Whether its style is that of a heading.</summary>
    public bool IsHeading => Style.StartsWith("heading", StringComparison.Ordinal);

    /// <summary>Whether it shows capitals alone.</summary>
    public bool IsUpper => Runs.All(run => run.Look.IsCaps || !run.Words.Any(char.IsLower));

    private string Shown => Words.Length <= MostShown ? Words : Words[..MostShown] + "…";

    /// <summary>The paragraphs of a document's text in their order, those in tables where they stand.</summary>
    public static IReadOnlyList<DocumentLine> Of(MainDocumentPart main, Looks looks, CancellationToken cancellationToken)
    {
        var lines = new List<DocumentLine>();
        foreach (var paragraph in main.Document.Body?.Descendants<Paragraph>() ?? [])
        {
            cancellationToken.ThrowIfCancellationRequested();
            var runs = paragraph.Descendants<Run>().Select(run => (Words: string.Concat(run.Elements<DocumentFormat.OpenXml.Wordprocessing.Text>().Select(text => text.Text)), Run: run)).Where(run => run.Words.Trim().Length > 0)
                .Select(run => (run.Words, looks.Of(run.Run, paragraph))).ToArray();
            lines.Add(new DocumentLine(lines.Count + 1, string.Concat(runs.Select(run => run.Words)).Trim(), runs, looks.Of(paragraph), looks.StyleName(paragraph), paragraph.Ancestors<TableCell>().Any(), paragraph));
        }

        return lines;
    }
}
