using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SocialWork.Core.Snapshots;

/// <summary>
/// The hash of a snapshot: over its number, moment, content and documents, and over the snapshot before it, so that none can be
/// exchanged or taken out without all later ones telling. Pure.
/// </summary>
public static class SnapshotHash
{
    /// <summary>SHA-256 in lower-case hexadecimal.</summary>
    public static string Of(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>The hash of a whole snapshot, over a line for each part.</summary>
    public static string Of(string plan, int number, DateTimeOffset takenAt, string contentHash, string previousHash, ImmutableArray<SnapshotDocument> documents)
    {
        var lines = new StringBuilder();
        lines.Append(CultureInfo.InvariantCulture, $"{plan}\n{number}\n{takenAt.ToUnixTimeMilliseconds()}\n{contentHash}\n{previousHash}\n");
        foreach (var document in documents.OrderBy(d => d.Name, StringComparer.Ordinal)) lines.Append(CultureInfo.InvariantCulture, $"{document.Name} {Of(document.Bytes)}\n");
        return Of(Encoding.UTF8.GetBytes(lines.ToString()));
    }
}
