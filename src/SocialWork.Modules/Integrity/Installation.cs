using SocialWork.Abstractions;

namespace SocialWork.Modules.Integrity;

/// <summary>
/// The host's own copies of verified plugins, <c>modules/&lt;id&gt;/&lt;version&gt;-&lt;hash&gt;/</c> in the data folder. Code is
/// loaded from there only: a mapped dll that is overwritten in place kills the process on Linux, and a build or an
/// administrator may replace the plugin's folder at any moment. Copies are never overwritten.
/// </summary>
internal sealed class Installation(string dataFolder)
{
    private const int HashInName = 16;
    private readonly string _root = Path.Combine(dataFolder, "modules");

    /// <summary>The copy's folder; makes it when it is not there, checks it either way.</summary>
    public async Task<(string? Folder, Text? Problem)> EnsureAsync(string id, string version, string source, FileListing listing, CancellationToken cancellationToken)
    {
        var target = FolderOf(id, version, listing.Digest);
        try
        {
            if (!Directory.Exists(target)) await CopyAsync(source, target, listing, cancellationToken);
            var installed = await FileListing.OfFolderAsync(target, cancellationToken);
            return string.Equals(installed.Digest, listing.Digest, StringComparison.Ordinal) ? (target, null) : (null, IntegrityReasons.CopyDiffers(id, target));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return (null, IntegrityReasons.Unreadable(id, fault.Message));
        }
    }

    /// <summary>Deletes copies that no module is about to use. Only before anything is loaded. What cannot be deleted stays.</summary>
    public void Prune(IEnumerable<(string Id, string Version, string Digest)> kept)
    {
        if (!Directory.Exists(_root)) return;
        var keep = kept.Select(module => FolderOf(module.Id, module.Version, module.Digest)).ToHashSet(StringComparer.Ordinal);
        foreach (var folder in Directory.EnumerateDirectories(_root).SelectMany(Directory.EnumerateDirectories).Where(folder => !keep.Contains(folder)).ToArray())
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                // A copy too many costs disk only; another start tries again.
            }
        }
    }

    private string FolderOf(string id, string version, string digest) => Path.Combine(_root, id, $"{version}-{digest[..HashInName].ToLowerInvariant()}");

    private static async Task CopyAsync(string source, string target, FileListing listing, CancellationToken cancellationToken)
    {
        var beside = $"{target}.{Guid.NewGuid():N}.tmp";
        foreach (var name in listing.Files.Keys)
        {
            var to = Path.Combine(beside, name);
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            await using var input = new FileStream(Path.Combine(source, name), FileMode.Open, FileAccess.Read, FileShare.Read);
            await using var output = new FileStream(to, FileMode.CreateNew, FileAccess.Write);
            await input.CopyToAsync(output, cancellationToken);
        }

        Directory.Move(beside, target);
    }
}
