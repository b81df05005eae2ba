using DocumentFormat.OpenXml.Packaging;
using SocialWork.Documents.Conformance.Rules;

namespace SocialWork.Documents.Conformance;

/// <summary>The rules of Appendix I, from the paper to the annexes. Pure; safe for concurrent use.</summary>
internal static class DecreeRules
{
    private static readonly Func<CheckedDocument, IEnumerable<LayoutFinding>>[] All =
        [PaperRules.Of, LetterRules.Of, HeadRules.Of, TextRules.Of, ClosingRules.Of, AnnexRules.Of];

    /// <summary>What is not as it must be; worked out as it is read.</summary>
    public static IEnumerable<LayoutFinding> Findings(MainDocumentPart main, CancellationToken cancellationToken)
    {
        var document = new CheckedDocument(main, cancellationToken);
        foreach (var finding in All.SelectMany(rules => rules(document)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return finding;
        }
    }
}
