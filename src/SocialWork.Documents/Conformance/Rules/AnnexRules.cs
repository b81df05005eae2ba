using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Wordprocessing;
using SocialWork.Documents.Word;
using static SocialWork.Documents.Conformance.FindingWords;
using Text = SocialWork.Abstractions.Text;

namespace SocialWork.Documents.Conformance.Rules;

/// <summary>The annexes: their heads, their numbers, and pages that are counted for each by itself.</summary>
internal static partial class AnnexRules
{
    /// <summary>What is not as it must be.</summary>
    public static IEnumerable<LayoutFinding> Of(CheckedDocument document)
    {
        var heads = document.Lines.Where(line => !line.InTable && AnnexPattern().IsMatch(line.Words)).ToArray();
        return heads.SelectMany(head => Head(document, head, heads.Length > 1).Concat(Pages(document, head)));
    }

    private static IEnumerable<LayoutFinding> Head(CheckedDocument document, DocumentLine head, bool isOneOfSeveral)
    {
        foreach (var finding in CheckedDocument.Shape("annex", head, Decree30.AnnexSize, bold: true, italic: false)) yield return finding;
        if (head.Look.Align != JustificationValues.Center) yield return NotCentred("annex", head);
        var number = AnnexPattern().Match(head.Words).Groups["number"].Value;
        if (number.Length == 0 ? isOneOfSeveral : !number.All(letter => "IVXLC".Contains(letter, StringComparison.Ordinal)))
            yield return new LayoutFinding("annex.number", head.Place, Both(head.Words), new Text("nhiều phụ lục thì đánh số La Mã: Phụ lục I, Phụ lục II", "several annexes have Roman numbers: Phụ lục I, Phụ lục II"));
        if (document.After(head).FirstOrDefault(next => next.Words.Length > 0) is not { } title) yield break;
        if (!title.IsUpper) yield return new LayoutFinding("annex.caps", title.Place, new Text("chữ thường", "small letters"), new Text("chữ in hoa", "capitals"));
        foreach (var finding in CheckedDocument.Shape("annex.title", title, Decree30.TextSize, bold: true, italic: false)) yield return finding;
        if (title.Look.Align != JustificationValues.Center) yield return NotCentred("annex.title", title);
        if (document.After(title).Take(2).FirstOrDefault(next => next.Words.StartsWith("(Kèm theo", StringComparison.Ordinal)) is { } attached)
        {
            foreach (var finding in CheckedDocument.Shape("annex.attached", attached, Decree30.TextSize, bold: false, italic: true)) yield return finding;
            if (attached.Look.Align != JustificationValues.Center) yield return NotCentred("annex.attached", attached);
        }
        else
        {
            yield return new LayoutFinding("annex.attached", title.Place, new Text("thiếu dòng “(Kèm theo …)”", "“(Kèm theo …)” is missing"), Both("(Kèm theo Báo cáo số … ngày … của …)"));
        }
    }

    // An annex that stands in the section of what comes before it is counted on with that.
    private static IEnumerable<LayoutFinding> Pages(CheckedDocument document, DocumentLine head)
    {
        var section = DrawnRule.Section(head.Paragraph, document);
        var before = document.Lines.Take(head.Number - 1).LastOrDefault(line => line.Words.Length > 0);
        var startsSection = before is null || DrawnRule.Section(before.Paragraph, document) != section;
        if (!startsSection || section?.GetFirstChild<PageNumberType>()?.Start?.Value != 1)
            yield return new LayoutFinding("annex.pages", head.Place, new Text("số trang đánh tiếp từ phần trước", "its pages are counted on from before"), new Text("số trang đánh riêng từ 1", "pages of its own from 1"));
    }

    [GeneratedRegex("^Phụ lục( (?<number>[IVXLC]+|[0-9]+))?[.:]?$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex AnnexPattern();
}
