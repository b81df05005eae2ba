using System.Collections.Immutable;
using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using SocialWork.Core;

namespace SocialWork.Documents.Conformance;

/// <summary>
/// Holds a .docx file, of whatever origin, against Appendix I of Decree 30/2020/NĐ-CP: paper, typeface, parts, sizes, spacing.
/// Reads what the file says of its looks and does not lay it out: where a line really ends is for the eye. Safe for concurrent use.
/// </summary>
public static class DecreeChecker
{
    /// <summary>The largest file: 20 MB.</summary>
    public const long MaxBytes = 20L << 20;

    /// <summary>The most that its parts may be, unpacked: 200 MB.</summary>
    public const long MaxUnpacked = 200L << 20;

    /// <summary>Findings of one document; more say nothing new.</summary>
    public const int MaxFindings = 500;

    /// <summary>What is not as it must be; empty for a document that conforms.</summary>
    /// <param name="file">The file; it must be possible to seek in it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static Result<ImmutableArray<LayoutFinding>> Check(Stream file, CancellationToken cancellationToken)
    {
        if (file.Length > MaxBytes) return TooLarge;
        try
        {
            using (var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true))
            {
                if (zip.Entries.Sum(entry => entry.Length) > MaxUnpacked) return TooLarge;
            }

            file.Position = 0;
            using var document = WordprocessingDocument.Open(file, isEditable: false);
            if (document.MainDocumentPart?.Document?.Body is null) return NotWord;
            return ImmutableArray.CreateRange(new DecreeRules(document.MainDocumentPart, cancellationToken).Findings().Take(MaxFindings));
        }
        catch (Exception fault) when (fault is InvalidDataException or FileFormatException or OpenXmlPackageException or System.Xml.XmlException or IOException)
        {
            return NotWord;
        }
    }

    private static Refusal TooLarge => new(RefusalKind.TooLarge, "document.tooLarge", "Tệp quá lớn: tối đa 20 MB, 200 MB khi giải nén.", "The file is too large: at most 20 MB, 200 MB unpacked.");

    private static Refusal NotWord => new(RefusalKind.Unprocessable, "document.notWord", "Tệp không phải là văn bản Word (.docx) đọc được; hãy lưu lại thành .docx rồi gửi.", "The file is not a Word document (.docx) that can be read; save it as .docx and send it again.");
}
