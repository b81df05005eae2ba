using SocialWork.Abstractions;

namespace SocialWork.Modules.Integrity;

/// <summary>Compares a plugin's files with what was recorded of them.</summary>
internal static class FolderVerifier
{
    /// <summary>
    /// The listing of the folder when it is whole, else the reason that names the file at fault. Without a
    /// <c>plugin.sha256</c> the folder is whole only if its digest is the one that was recorded earlier.
    /// </summary>
    /// <param name="id">The module, for the reason.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="recordedDigest">The digest that the store holds for this id and version; null when there is none.</param>
    /// <param name="cancellationToken">Stops hashing.</param>
    public static async Task<(FileListing? Whole, Text? Problem)> VerifyAsync(string id, string folder, string? recordedDigest, CancellationToken cancellationToken)
    {
        try
        {
            var actual = await FileListing.OfFolderAsync(folder, cancellationToken);
            var record = Path.Combine(folder, FileListing.FileName);
            if (!File.Exists(record))
                return string.Equals(actual.Digest, recordedDigest, StringComparison.Ordinal) ? (actual, null) : (null, IntegrityReasons.NoRecord(id));
            if (!FileListing.TryParse(await File.ReadAllTextAsync(record, cancellationToken), out var recorded)) return (null, IntegrityReasons.OddRecord(id));
            var problem = Compare(id, recorded, actual);
            return problem is null ? (actual, null) : (null, problem);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return (null, IntegrityReasons.Unreadable(id, fault.Message));
        }
    }

    private static Text? Compare(string id, FileListing recorded, FileListing actual)
    {
        foreach (var (name, hash) in recorded.Files)
        {
            if (!actual.Files.TryGetValue(name, out var found)) return IntegrityReasons.Gone(id, name);
            if (!string.Equals(hash, found, StringComparison.Ordinal)) return IntegrityReasons.Changed(id, name);
        }

        return actual.Files.Keys.FirstOrDefault(name => !recorded.Files.ContainsKey(name)) is { } extra ? IntegrityReasons.Unlisted(id, extra) : null;
    }
}
