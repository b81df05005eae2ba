using DocumentFormat.OpenXml.Packaging;
using SocialWork.Documents.Word;
using static SocialWork.Documents.Conformance.FindingWords;
using Text = SocialWork.Abstractions.Text;

namespace SocialWork.Documents.Conformance;

/// <summary>A document as its rules look at it: its lines with their looks, and the parts that are found by their words. Not safe for concurrent use.</summary>
internal sealed class CheckedDocument
{
    private static readonly string[] Kinds = ["BÁO CÁO", "KẾ HOẠCH", "TỜ TRÌNH", "QUYẾT ĐỊNH", "THÔNG BÁO", "CHƯƠNG TRÌNH", "HƯỚNG DẪN", "PHƯƠNG ÁN", "ĐỀ ÁN", "BIÊN BẢN"];

    public CheckedDocument(MainDocumentPart main, CancellationToken cancellation)
    {
        (Main, Cancellation, Looks) = (main, cancellation, new Looks(main));
        Lines = DocumentLine.Of(main, Looks, cancellation);
        Number = Lines.FirstOrDefault(line => line.Words.StartsWith("Số:", StringComparison.Ordinal) || (line.Words.StartsWith("Số ", StringComparison.Ordinal) && line.Words.Contains('/')));
        Kind = Lines.FirstOrDefault(line => !line.InTable && Kinds.Contains(line.Words, StringComparer.OrdinalIgnoreCase));
        RecipientsHead = Lines.LastOrDefault(line => line.Words.StartsWith("Nơi nhận", StringComparison.Ordinal));
    }

    /// <summary>The file's main part.</summary>
    public MainDocumentPart Main { get; }

    /// <summary>Works out what Word shows.</summary>
    public Looks Looks { get; }

    /// <summary>The paragraphs in their order; the one with number n stands at n - 1.</summary>
    public IReadOnlyList<DocumentLine> Lines { get; }

    /// <summary>Gives up.</summary>
    public CancellationToken Cancellation { get; }

    /// <summary>The line “Số: …”.</summary>
    public DocumentLine? Number { get; }

    /// <summary>The line that names the kind of document.</summary>
    public DocumentLine? Kind { get; }

    /// <summary>The line “Nơi nhận:”.</summary>
    public DocumentLine? RecipientsHead { get; }

    /// <summary>The lines behind one, in their order.</summary>
    public IEnumerable<DocumentLine> After(DocumentLine line) => Lines.Skip(line.Number);

    /// <summary>What is wrong with the letters of a line.</summary>
    public static IEnumerable<LayoutFinding> Shape(string rule, DocumentLine line, Between sizes, bool bold, bool italic)
    {
        if (line.Runs.Select(run => run.Look.Size).Where(size => !sizes.Holds(size)).Select(size => (double?)size).FirstOrDefault() is { } wrong)
            yield return new LayoutFinding(rule + ".size", line.Place, Both(Print(wrong) + " pt"), Required(sizes, "pt"));
        if (line.Runs.Any(run => run.Look.IsBold != bold))
            yield return new LayoutFinding(rule + ".bold", line.Place, bold ? new Text("không đậm", "not bold") : new Text("đậm", "bold"), bold ? new Text("chữ đậm", "bold") : new Text("không đậm", "not bold"));
        if (line.Runs.Any(run => run.Look.IsItalic != italic))
            yield return new LayoutFinding(rule + ".italic", line.Place, italic ? new Text("chữ đứng", "upright") : new Text("chữ nghiêng", "italic"), italic ? new Text("chữ nghiêng", "italic") : new Text("chữ đứng", "upright"));
    }
}
