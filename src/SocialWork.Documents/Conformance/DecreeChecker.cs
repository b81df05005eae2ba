using System.Collections.Immutable;
using System.Text.RegularExpressions;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using SocialWork.Core;

namespace SocialWork.Documents.Conformance;

/// <summary>
/// Holds a .docx file, of whatever origin, against Appendix I of Decree 30/2020/NĐ-CP: paper, typeface, parts, sizes, spacing,
/// the rules under lines. Reads what the file says of its looks and does not lay it out: where a page really ends is for the eye.
/// Safe for concurrent use.
/// </summary>
public static class DecreeChecker
{
    /// <summary>The largest file: 20 MB.</summary>
    public const long MaxBytes = 20L << 20;

    /// <summary>The most that its parts may be, unpacked: 150 MB.</summary>
    public const long MaxUnpacked = 150L << 20;

    /// <summary>The most that one of its parts of XML may be, unpacked: 32 MB.</summary>
    public const long MaxXmlBytes = 32L << 20;

    /// <summary>Parts inside the file.</summary>
    public const int MaxParts = 2_000;

    /// <summary>Elements of all its XML; a hundred pages have about 50,000.</summary>
    public const int MaxElements = 500_000;

    /// <summary>How deep elements may nest.</summary>
    public const int MaxDepth = 200;

    /// <summary>Findings of one document; more say nothing new.</summary>
    public const int MaxFindings = 500;

    /// <summary>What is not as it must be; empty for a document that conforms.</summary>
    /// <param name="file">The file; it must be possible to seek in it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static Result<ImmutableArray<LayoutFinding>> Check(Stream file, CancellationToken cancellationToken)
    {
        try
        {
            if (DocumentPackage.Refuse(file, cancellationToken) is { } refusal) return refusal;
            using var document = WordprocessingDocument.Open(file, isEditable: false);
            if (document.GetAllParts().Any(IsHidden) || document.MainDocumentPart?.Document?.Body is null) return DocumentRefusals.NotWord;
            return ImmutableArray.CreateRange(DecreeRules.Findings(document.MainDocumentPart, cancellationToken).Take(MaxFindings));
        }
        catch (Exception fault) when (IsOfTheFile(fault))
        {
            return DocumentRefusals.NotWord;
        }
    }

    // Only what is called .xml was looked at before; XML by another name would be loaded unseen.
    private static bool IsHidden(OpenXmlPart part) =>
        part is not CoreFilePropertiesPart && part.ContentType.EndsWith("xml", StringComparison.OrdinalIgnoreCase) && !part.Uri.OriginalString.EndsWith(".xml", StringComparison.OrdinalIgnoreCase);

    // What reading throws at a file that is damaged, and at values that are none, such as a margin of “wide”.
    private static bool IsOfTheFile(Exception fault) =>
        fault is InvalidDataException or FileFormatException or OpenXmlPackageException or XmlException or IOException
            or FormatException or OverflowException or ArgumentException or InvalidOperationException or KeyNotFoundException or NotSupportedException or RegexMatchTimeoutException;
}
