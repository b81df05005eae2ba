using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using SocialWork.Documents.Word;
using static SocialWork.Documents.Conformance.FindingWords;
using Text = SocialWork.Abstractions.Text;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace SocialWork.Documents.Conformance.Rules;

/// <summary>The paper, its margins, and the numbers of its pages.</summary>
internal static class PaperRules
{
    /// <summary>What is not as it must be.</summary>
    public static IEnumerable<LayoutFinding> Of(CheckedDocument document) => Paper(document).Concat(PageNumber(document));

    private static IEnumerable<LayoutFinding> Paper(CheckedDocument document)
    {
        foreach (var (index, section) in document.Main.Document.Body!.Descendants<SectionProperties>().Index())
        {
            document.Cancellation.ThrowIfCancellationRequested();
            var place = new Text($"Phần trang {index + 1}", $"Section {index + 1}");
            if (section.GetFirstChild<PageSize>() is not { } paper || section.GetFirstChild<PageMargin>() is not { } margin)
            {
                yield return new LayoutFinding("paper", place, new Text("không khai khổ giấy hoặc lề", "no paper or margins"), new Text("A4, lề theo Nghị định", "A4 with its margins"));
                continue;
            }

            var (width, height) = (Millimetres(paper.Width?.Value ?? 0), Millimetres(paper.Height?.Value ?? 0));
            var isWide = width > height;
            if (!Near(Math.Min(width, height), Decree30.PaperWidth) || !Near(Math.Max(width, height), Decree30.PaperHeight))
                yield return new LayoutFinding("paper", place, Both($"{Print(width)} × {Print(height)} mm"), Both("210 × 297 mm (A4)"));
            // Wide tables of annexes may lie; the document itself stands.
            if (isWide && index == 0) yield return new LayoutFinding("paper.orientation", place, new Text("giấy ngang", "landscape"), new Text("giấy đứng", "portrait"));
            foreach (var (rule, measured, between) in new[]
                     {
                         ("margin.top", margin.Top?.Value ?? 0, Decree30.Top), ("margin.bottom", margin.Bottom?.Value ?? 0, Decree30.Bottom),
                         ("margin.left", (int)(margin.Left?.Value ?? 0), Decree30.Left), ("margin.right", (int)(margin.Right?.Value ?? 0), Decree30.Right),
                     })
            {
                if (!between.Holds(Millimetres((uint)Math.Abs(measured)))) yield return new LayoutFinding(rule, place, Both(Print(Millimetres((uint)Math.Abs(measured))) + " mm"), Required(between, "mm"));
            }
        }
    }

    private static IEnumerable<LayoutFinding> PageNumber(CheckedDocument document)
    {
        var place = new Text("Đầu trang", "Header");
        foreach (var (index, section) in document.Main.Document.Body!.Descendants<SectionProperties>().Index())
        {
            var headers = section.Elements<HeaderReference>().ToArray();
            var header = headers.FirstOrDefault(reference => (reference.Type?.Value ?? HeaderFooterValues.Default) == HeaderFooterValues.Default);
            // A section without a header of its own shows that of the one before.
            if (header is null && index > 0) continue;
            var paragraph = header?.Id?.Value is { } id && document.Main.GetPartById(id) is HeaderPart part
                ? part.Header.Descendants<Paragraph>().FirstOrDefault(p => p.Descendants<FieldCode>().Any(code => code.Text.Contains("PAGE", StringComparison.Ordinal)) || p.Descendants<SimpleField>().Any(field => field.Instruction?.Value?.Contains("PAGE", StringComparison.Ordinal) == true))
                : null;
            if (paragraph is null)
            {
                yield return new LayoutFinding("page-number", place, new Text("không có số trang ở đầu trang", "no page number in the header"), new Text("số trang ở giữa, trong lề trên", "a page number in the middle of the top margin"));
                continue;
            }

            if (document.Looks.Of(paragraph).Align != JustificationValues.Center)
                yield return new LayoutFinding("page-number.align", place, new Text("không ở giữa", "not in the middle"), new Text("ở giữa", "in the middle"));
            var run = paragraph.Descendants<Run>().LastOrDefault(r => r.GetFirstChild<W.Text>() is not null);
            if (run is not null && document.Looks.Of(run, paragraph).Size is var size && !Decree30.PageNumberSize.Holds(size))
                yield return new LayoutFinding("page-number.size", place, Both(Print(size) + " pt"), Required(Decree30.PageNumberSize, "pt"));
            if (section.GetFirstChild<TitlePage>() is null)
                yield return new LayoutFinding("page-number.first", place, new Text("số trang hiện ở trang đầu", "the first page shows its number"), new Text("không hiện ở trang đầu", "hidden on the first page"));
        }
    }
}
