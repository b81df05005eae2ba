using System.Globalization;

namespace SocialWork.Core.Snapshots;

/// <summary>The signed copy of a document: a PDF, whether scanned or signed digitally. Pure.</summary>
public static class SignedCopy
{
    /// <summary>The largest copy, in bytes: 30 MB.</summary>
    public const int MaxBytes = 30 * 1024 * 1024;

    /// <summary>Its media type.</summary>
    public const string ContentType = "application/pdf";

    /// <summary>Why a file is no signed copy; null where it is one.</summary>
    public static Refusal? Refuse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MaxBytes)
        {
            var most = (MaxBytes / (1024 * 1024)).ToString(CultureInfo.InvariantCulture);
            return new Refusal(RefusalKind.TooLarge, "snapshot.signedTooLarge", $"Bản đã ký lớn quá {most} MB: hãy quét ở độ phân giải thấp hơn.", $"The signed copy is larger than {most} MB: scan it with fewer dots.");
        }

        // A reader looks for the end within the last kilobyte; a file that broke off while it was copied has none.
        var end = bytes[^Math.Min(bytes.Length, 1024)..];
        return bytes.StartsWith("%PDF-"u8) && end.IndexOf("%%EOF"u8) >= 0
            ? null
            : new Refusal(RefusalKind.Unprocessable, "snapshot.signedNotPdf", "Bản đã ký phải là một tệp PDF nguyên vẹn.", "The signed copy must be a whole PDF file.");
    }
}
