using System.IO.Compression;
using System.Xml;

namespace SocialWork.Core.Attachments;

/// <summary>
/// Says what a file is by its content alone; neither its name nor the type it was declared as is asked. Whether it is harmless
/// is not judged, except that Office files with macros are refused. Safe for concurrent use.
/// </summary>
public static class ContentJudge
{
    /// <summary>The most files in an Office file.</summary>
    public const int MaxParts = 10_000;

    /// <summary>The largest list of content types in an Office file, in characters.</summary>
    public const int MaxContentTypes = 1024 * 1024;

    // The last is the macros of before there was a language for them, which still run.
    private static readonly string[] MacroTypes = ["macroEnabled", "vbaProject", "macrosheet"];

    private static readonly (byte[] Start, AttachmentType Type)[] Starts =
    [
        ("%PDF-"u8.ToArray(), AttachmentType.Pdf),
        ([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A], AttachmentType.Png),
        ([0xFF, 0xD8, 0xFF], AttachmentType.Jpeg),
    ];

    /// <summary>The type; a refusal (<c>attachment.typeUnknown</c>, <c>attachment.macros</c>) where it is none that may be attached.</summary>
    /// <param name="content">The content, seekable; its position is moved.</param>
    public static Result<AttachmentType> Judge(Stream content)
    {
        Span<byte> head = stackalloc byte[8];
        content.Position = 0;
        head = head[..content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        foreach (var (start, type) in Starts)
        {
            if (head.StartsWith(start)) return type;
        }

        if (head.SequenceEqual(OldOfficeStart)) return OldOffice;
        return head.StartsWith("PK\x03\x04"u8) ? Office(content) : Unknown;
    }

    private static Result<AttachmentType> Office(Stream content)
    {
        content.Position = 0;
        try
        {
            using var package = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            if (package.Entries.Count > MaxParts || package.GetEntry("[Content_Types].xml") is not { } list) return Unknown;
            // Of two parts of one name each program believes another: what is judged here would not be what is opened.
            if (package.Entries.DistinctBy(part => part.FullName, StringComparer.OrdinalIgnoreCase).Count() != package.Entries.Count) return Unknown;
            if (package.Entries.Any(part => part.Name.StartsWith("vbaProject", StringComparison.OrdinalIgnoreCase))) return Macros;
            return OfTypes(ContentTypes(list));
        }
        catch (Exception fault) when (fault is InvalidDataException or XmlException or NotSupportedException or EndOfStreamException)
        {
            return Unknown;
        }
    }

    private static Result<AttachmentType> OfTypes(HashSet<string> types)
    {
        if (types.Any(type => MacroTypes.Any(mark => type.Contains(mark, StringComparison.OrdinalIgnoreCase)))) return Macros;
        if (types.Contains(AttachmentType.Docx.MediaType + ".main+xml")) return AttachmentType.Docx;
        return types.Contains(AttachmentType.Xlsx.MediaType + ".main+xml") ? AttachmentType.Xlsx : Unknown;
    }

    // The reader stops at its limit, whatever size the archive claims to unpack to.
    private static HashSet<string> ContentTypes(ZipArchiveEntry list)
    {
        var types = new HashSet<string>(StringComparer.Ordinal);
        using var stream = list.Open();
        using var xml = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MaxContentTypes });
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.GetAttribute("ContentType") is { } type) types.Add(type);
        }

        return types;
    }

    private static Refusal Unknown => new(
        RefusalKind.Unprocessable,
        "attachment.typeUnknown",
        "Nội dung tệp không phải PDF, PNG, JPEG, DOCX hay XLSX; hãy lưu tệp sang một trong các loại này (đổi tên tệp là không đủ).",
        "The file's content is none of PDF, PNG, JPEG, DOCX and XLSX; save it as one of these (renaming is not enough).");

    // Office puts what has a password into the container of its old files.
    private static ReadOnlySpan<byte> OldOfficeStart => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    private static Refusal OldOffice => new(
        RefusalKind.Unprocessable,
        "attachment.oldOffice",
        "Đây là tệp Office cũ (.doc, .xls) hoặc tệp có mật khẩu mở; hãy bỏ mật khẩu, lưu thành DOCX, XLSX hoặc PDF rồi gửi lại.",
        "This is a file of old Office (.doc, .xls) or one with a password; remove the password, save it as DOCX, XLSX or PDF and send it again.");

    private static Refusal Macros => new(
        RefusalKind.Unprocessable, "attachment.macros", "Tệp có macro nên không nhận; hãy lưu thành DOCX hoặc XLSX không có macro.", "The file holds macros and is refused; save it as DOCX or XLSX without them.");
}
