using System.IO.Compression;
using System.Xml;
using SocialWork.Core;

namespace SocialWork.Documents.Workbooks.Reading;

/// <summary>
/// The parts of a workbook's file, unpacked once and found harmless before anything looks at their content: sizes are counted
/// while unpacking, for what a header says may be untrue. Not for concurrent use.
/// </summary>
internal sealed class WorkbookPackage : IDisposable
{
    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _parts;
    private readonly CancellationToken _cancellation;

    private WorkbookPackage(ZipArchive zip, Dictionary<string, ZipArchiveEntry> parts, ContentTypes types, CancellationToken cancellation) =>
        (_zip, _parts, Types, _cancellation) = (zip, parts, types, cancellation);

    /// <summary>What kind of content each part says it has.</summary>
    public ContentTypes Types { get; }

    /// <summary>Opens and judges a file.</summary>
    /// <exception cref="WorkbookRefusedException">It is no workbook, or not one that may be read.</exception>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    /// <exception cref="XmlException">It is damaged.</exception>
    public static WorkbookPackage Open(Stream file, CancellationToken cancellation)
    {
        if (FileKind.Refuse(file) is { } refusal) throw new WorkbookRefusedException(refusal);
        if (EntryRecords(file) > UploadLimits.MaxParts) throw new WorkbookRefusedException(WorkbookRefusals.TooMuchInside);
        file.Position = 0;
        var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        try
        {
            var parts = PartNames.Check(zip.Entries);
            if (PartNames.OtherKind(parts) is { } other) throw new WorkbookRefusedException(other);
            Unpack(parts.Values, cancellation);
            var package = new WorkbookPackage(zip, parts, ReadTypes(parts, cancellation), cancellation);
            ForbiddenParts.Check(package, parts.Keys);
            return package;
        }
        catch
        {
            zip.Dispose();
            throw;
        }
    }

    /// <summary>The names of all parts, without a slash in front.</summary>
    public IEnumerable<string> Names => _parts.Keys;

    /// <summary>Whether there is such a part.</summary>
    public bool Has(string part) => _parts.ContainsKey(part);

    /// <summary>The unpacked bytes of a part.</summary>
    public long SizeOf(string part) => _parts[part].Length;

    /// <summary>Opens a part for reading as XML.</summary>
    /// <exception cref="WorkbookRefusedException">There is no such part.</exception>
    public XmlReader OpenXml(string part) =>
        _parts.TryGetValue(part, out var entry) ? Xml(entry, _cancellation) : throw new WorkbookRefusedException(WorkbookRefusals.Damaged);

    /// <summary>What a part refers to; empty when it refers to nothing.</summary>
    public List<Relationship> RelationshipsOf(string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        var name = $"{part[..slash]}_rels/{part[slash..]}.rels";
        return Has(name) ? Relationship.Read(this, name, part[..slash]) : [];
    }

    /// <inheritdoc/>
    public void Dispose() => _zip.Dispose();

    private static ContentTypes ReadTypes(Dictionary<string, ZipArchiveEntry> parts, CancellationToken cancellation)
    {
        using var xml = Xml(parts[ContentTypes.Part], cancellation);
        return ContentTypes.Read(xml);
    }

    private static XmlReader Xml(ZipArchiveEntry entry, CancellationToken cancellation) => HardenedXml.Open(entry.Open(), cancellation);

    // Every record of the directory begins so. Counting them costs nothing and holds before a library makes an object of each.
    private static int EntryRecords(Stream file)
    {
        file.Position = 0;
        var whole = new byte[file.Length];
        file.ReadExactly(whole);
        var count = 0;
        var rest = whole.AsSpan();
        for (int at; (at = rest.IndexOf("PK\x01\x02"u8)) >= 0; rest = rest[(at + 4)..]) count++;
        return count;
    }

    private static void Unpack(IEnumerable<ZipArchiveEntry> entries, CancellationToken cancellation)
    {
        var buffer = new byte[128 * 1024];
        long total = 0;
        foreach (var entry in entries)
        {
            using var content = entry.Open();
            long size = 0;
            var sum = Crc32.Begin;
            for (int read; (read = content.Read(buffer)) > 0;)
            {
                cancellation.ThrowIfCancellationRequested();
                size += read;
                sum = Crc32.Add(sum, buffer.AsSpan(0, read));
                total += read;
                var tooMuch = size > UploadLimits.MaxPartBytes || total > UploadLimits.MaxUnpackedBytes
                    || (size > UploadLimits.RatioFromBytes && size / UploadLimits.MaxRatio > entry.CompressedLength);
                if (tooMuch) throw new WorkbookRefusedException(WorkbookRefusals.TooMuchInside);
            }

            // A digit that changed on the way would otherwise be a figure like any other.
            if (size != entry.Length || Crc32.End(sum) != entry.Crc32) throw new WorkbookRefusedException(WorkbookRefusals.Damaged);
        }
    }
}
