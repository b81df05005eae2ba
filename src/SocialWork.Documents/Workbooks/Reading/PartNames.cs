using System.IO.Compression;
using SocialWork.Core;

namespace SocialWork.Documents.Workbooks.Reading;

/// <summary>Judges the names in a package before any of its content.</summary>
internal static class PartNames
{
    /// <summary>The parts by name, as Excel compares names.</summary>
    /// <exception cref="WorkbookRefusedException">A name is one that no program writes by accident, or an entry is encrypted.</exception>
    public static Dictionary<string, ZipArchiveEntry> Check(IReadOnlyCollection<ZipArchiveEntry> entries)
    {
        if (entries.Count > UploadLimits.MaxParts) throw new WorkbookRefusedException(WorkbookRefusals.TooMuchInside);
        var parts = new Dictionary<string, ZipArchiveEntry>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in entries)
        {
            if (entry.IsEncrypted) throw new WorkbookRefusedException(WorkbookRefusals.Encrypted);
            var name = entry.FullName;
            var odd = name.Length is 0 or > 255 || name[0] == '/' || name.Contains('\\', StringComparison.Ordinal) || name.Contains(':', StringComparison.Ordinal)
                || name.Any(char.IsControl) || name.Split('/').Any(step => step is "." or "..");
            if (odd) throw new WorkbookRefusedException(WorkbookRefusals.Unsafe);
            if (name[^1] == '/') continue;
            if (!parts.TryAdd(name, entry)) throw new WorkbookRefusedException(WorkbookRefusals.Unsafe);
        }

        return parts;
    }

    /// <summary>Why a package is no package of Office at all, or of another program; null when it may be a workbook.</summary>
    public static Refusal? OtherKind(Dictionary<string, ZipArchiveEntry> parts)
    {
        if (parts.ContainsKey(ContentTypes.Part)) return null;
        return parts.ContainsKey("mimetype") && parts.ContainsKey("content.xml") ? WorkbookRefusals.OpenDocument : WorkbookRefusals.Archive;
    }
}
