using System.Globalization;

namespace SocialWork.Core.Snapshots;

/// <summary>The signed copy of a document: a PDF, whether scanned or signed digitally. Pure.</summary>
public static class SignedCopy
{
    /// <summary>The largest copy, in bytes: 30 MB.</summary>
    public const int MaxBytes = 30 * 1024 * 1024;

    /// <summary>Its media type.</summary>
    public const string ContentType = "application/pdf";

    /// <summary>It is larger than <see cref="MaxBytes"/>.</summary>
    public static Refusal TooLarge => new(
        RefusalKind.TooLarge, "snapshot.signedTooLarge",
        string.Create(CultureInfo.InvariantCulture, $"Bản đã ký lớn quá {MaxBytes / (1024 * 1024)} MB: hãy quét ở độ phân giải thấp hơn."),
        string.Create(CultureInfo.InvariantCulture, $"The signed copy is larger than {MaxBytes / (1024 * 1024)} MB: scan it with fewer dots."));

    /// <summary>Why a file is no signed copy; null where it is one.</summary>
    public static Refusal? Refuse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MaxBytes) return TooLarge;
        // A reader looks for the end within the last kilobyte; a file that broke off while it was copied has none.
        var end = bytes[^Math.Min(bytes.Length, 1024)..];
        return bytes.StartsWith("%PDF-"u8) && end.IndexOf("%%EOF"u8) >= 0
            ? null
            : new Refusal(RefusalKind.Unprocessable, "snapshot.signedNotPdf", "Bản đã ký phải là một tệp PDF nguyên vẹn.", "The signed copy must be a whole PDF file.");
    }
}
