using System.Text;
using SocialWork.Core;

namespace SocialWork.Documents.Workbooks.Reading;

/// <summary>Tells from the first bytes what people sent instead of a workbook. Safe for concurrent use.</summary>
internal static class FileKind
{
    private const int Looked = 8 * 1024;
    private static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    private static readonly byte[] EncryptedStream = Encoding.Unicode.GetBytes("EncryptedPackage");
    private static readonly byte[][] ExcelStreams = [Encoding.Unicode.GetBytes("Workbook\0"), Encoding.Unicode.GetBytes("Book\0")];

    /// <summary>Why the file is not even a package of parts; null when it is one. The stream ends up at its beginning.</summary>
    public static Refusal? Refuse(Stream file)
    {
        if (file.Length == 0) return WorkbookRefusals.Empty;
        if (file.Length > UploadLimits.MaxFileBytes) return WorkbookRefusals.FileTooLarge;
        file.Position = 0;
        var head = new byte[Math.Min(Looked, file.Length)];
        file.ReadExactly(head);
        var refusal = Judge(head, file);
        file.Position = 0;
        return refusal;
    }

    private static Refusal? Judge(ReadOnlySpan<byte> head, Stream file)
    {
        if (head.StartsWith("PK\x03\x04"u8)) return null;
        if (head.StartsWith(Ole)) return OldOffice(file);
        if (head.StartsWith("%PDF"u8)) return WorkbookRefusals.Pdf;
        if (IsPicture(head)) return WorkbookRefusals.Picture;
        if (head.StartsWith("Rar!"u8) || head.StartsWith((byte[])[(byte)'7', (byte)'z', 0xBC, 0xAF]) || head.StartsWith((byte[])[0x1F, 0x8B])) return WorkbookRefusals.Archive;
        if (head.StartsWith("PK"u8)) return WorkbookRefusals.Damaged;
        return TextOf(head) is not { } text ? WorkbookRefusals.Unknown : text.TrimStart().StartsWith('<') ? WorkbookRefusals.WebPage : WorkbookRefusals.PlainText;
    }

    // Both old Excel and today's encrypted workbooks are containers of this kind; the names of their streams tell them apart.
    private static Refusal OldOffice(Stream file)
    {
        file.Position = 0;
        var whole = new byte[file.Length];
        file.ReadExactly(whole);
        if (whole.AsSpan().IndexOf(EncryptedStream) >= 0) return WorkbookRefusals.Encrypted;
        return ExcelStreams.Any(name => whole.AsSpan().IndexOf(name) >= 0) ? WorkbookRefusals.OldExcel : WorkbookRefusals.OtherOffice;
    }

    private static bool IsPicture(ReadOnlySpan<byte> head) =>
        head.StartsWith((byte[])[0x89, (byte)'P', (byte)'N', (byte)'G'])
        || head.StartsWith((byte[])[0xFF, 0xD8, 0xFF])
        || head.StartsWith("GIF8"u8)
        || (head.StartsWith("BM"u8) && head.Length > 26 && head[14] is 12 or 40 or 108 or 124)
        || head.StartsWith("II*\0"u8) || head.StartsWith("MM\0*"u8)
        || (head.Length > 12 && ((head.StartsWith("RIFF"u8) && head[8..].StartsWith("WEBP"u8)) || head[4..].StartsWith("ftyphei"u8) || head[4..].StartsWith("ftypmif"u8)));

    private static string? TextOf(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((byte[])[0xFF, 0xFE])) return Encoding.Unicode.GetString(head[2..]);
        if (head.StartsWith((byte[])[0xFE, 0xFF])) return Encoding.BigEndianUnicode.GetString(head[2..]);
        if (head.StartsWith((byte[])[0xEF, 0xBB, 0xBF])) head = head[3..];
        // Old Vietnamese code pages are text too: what matters is that there are no control characters.
        return head.ContainsAnyInRange((byte)0, (byte)8) ? null : Encoding.Latin1.GetString(head);
    }
}
