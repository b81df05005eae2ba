using System.IO.Compression;
using System.Xml;
using SocialWork.Core;

namespace SocialWork.Documents.Conformance;

/// <summary>
/// Finds a .docx that a stranger sent harmless before it is loaded: its sizes are counted while it is unpacked, for what it says
/// of itself may be untrue, and its XML is read once for depth and number of elements, because the whole of it will stand in
/// memory. Pure; safe for concurrent use.
/// </summary>
internal static class DocumentPackage
{
    private static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>Why the file must not be loaded; null for one that may be. The stream ends up at its beginning.</summary>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    /// <exception cref="XmlException">A part of it is no XML, or has a document type.</exception>
    public static Refusal? Refuse(Stream file, CancellationToken cancellationToken)
    {
        if (file.Length > DecreeChecker.MaxBytes) return DocumentRefusals.TooLarge;
        if (IsOle(file)) return DocumentRefusals.OldWord;
        if (Records(file) > DecreeChecker.MaxParts) return DocumentRefusals.TooMuchInside;
        var refusal = Unpack(file, cancellationToken);
        file.Position = 0;
        return refusal;
    }

    private static Refusal? Unpack(Stream file, CancellationToken cancellationToken)
    {
        using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        var (bytes, elements) = (0L, 0);
        foreach (var entry in zip.Entries)
        {
            using var content = new CountedStream(entry.Open(), DecreeChecker.MaxUnpacked - bytes, cancellationToken);
            var isXml = entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);
            if (isXml && !IsBounded(content, ref elements)) return DocumentRefusals.TooMuchInside;
            content.CopyTo(Stream.Null);
            bytes += content.Count;
            if (content.IsOver || (isXml && content.Count > DecreeChecker.MaxXmlBytes)) return DocumentRefusals.TooMuchInside;
        }

        return null;
    }

    private static bool IsBounded(CountedStream content, ref int elements)
    {
        using var xml = XmlReader.Create(content, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = DecreeChecker.MaxXmlBytes });
        try
        {
            while (xml.Read())
            {
                if (xml.Depth > DecreeChecker.MaxDepth || (xml.NodeType == XmlNodeType.Element && ++elements > DecreeChecker.MaxElements)) return false;
            }
        }
        catch (XmlException) when (content.IsOver || content.Count >= DecreeChecker.MaxXmlBytes)
        {
            return false;
        }

        return true;
    }

    private static bool IsOle(Stream file)
    {
        var head = new byte[Ole.Length];
        file.Position = 0;
        return file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && head.AsSpan().SequenceEqual(Ole);
    }

    // Every record of the directory begins so. Counted before a library makes an object of each.
    private static int Records(Stream file)
    {
        var whole = new byte[file.Length];
        file.Position = 0;
        file.ReadExactly(whole);
        var count = 0;
        var rest = whole.AsSpan();
        for (int at; (at = rest.IndexOf("PK\x01\x02"u8)) >= 0; rest = rest[(at + 4)..]) count++;
        file.Position = 0;
        return count;
    }

    /// <summary>Counts what is read, and ends where it is too much.</summary>
    private sealed class CountedStream(Stream inner, long most, CancellationToken cancellationToken) : Stream
    {
        public long Count { get; private set; }

        public bool IsOver => Count > most;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => Count;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (IsOver) return 0;
            var read = inner.Read(buffer);
            Count += read;
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
