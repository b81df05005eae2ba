using System.Buffers;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace SocialWork.Modules.Integrity;

/// <summary>The SHA-256 of every file of a folder, by relative path with forward slashes. <c>plugin.sha256</c> itself is not part of it. Immutable.</summary>
internal sealed class FileListing
{
    /// <summary>The file in which the build records the listing.</summary>
    public const string FileName = "plugin.sha256";

    private const int HexLength = 64;
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789ABCDEF");

    private FileListing(ImmutableSortedDictionary<string, string> files)
    {
        Files = files;
        var canonical = string.Concat(files.Select(file => $"{file.Value}  {file.Key}\n"));
        Digest = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)));
    }

    /// <summary>Uppercase hash by path.</summary>
    public ImmutableSortedDictionary<string, string> Files { get; }

    /// <summary>One hash over all of it: independent of the order and line ends of the recorded file.</summary>
    public string Digest { get; }

    /// <summary>Hashes the files that are really there.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static async Task<FileListing> OfFolderAsync(string folder, CancellationToken cancellationToken)
    {
        var files = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(folder, path).Replace('\\', '/');
            if (name == FileName) continue;
            await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
            files[name] = Convert.ToHexString(await SHA256.HashDataAsync(stream, cancellationToken));
        }

        return new FileListing(files.ToImmutable());
    }

    /// <summary>Reads a recorded listing: uppercase hash, two spaces, relative path. False when a line is anything else or a path is repeated.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out FileListing? listing)
    {
        listing = null;
        var files = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var line in text.Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0))
        {
            if (line.Length < HexLength + 3 || line[HexLength] != ' ' || line[HexLength + 1] != ' ') return false;
            if (line.AsSpan(0, HexLength).ContainsAnyExcept(HexDigits)) return false;
            if (!files.TryAdd(line[(HexLength + 2)..].Replace('\\', '/'), line[..HexLength])) return false;
        }

        listing = new FileListing(files.ToImmutable());
        return files.Count > 0;
    }
}
