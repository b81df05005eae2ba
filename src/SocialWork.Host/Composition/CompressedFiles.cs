using System.Collections.Concurrent;
using System.IO.Compression;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace SocialWork.Host.Composition;

/// <summary>
/// The style sheets and scripts of another provider under the same names, compressed with Brotli as small as it can: each
/// once, when it is first asked for, then from memory. Nothing else is there. Safe for concurrent use.
/// </summary>
internal sealed class CompressedFiles(IFileProvider files) : IFileProvider
{
    private readonly ConcurrentDictionary<string, Lazy<CompressedFile>> _kept = new(StringComparer.Ordinal);

    /// <summary>Whether a name is that of a style sheet or a script.</summary>
    public static bool IsText(string path) => Path.GetExtension(path) is ".css" or ".js";

    public IFileInfo GetFileInfo(string subpath)
    {
        if (!IsText(subpath) || files.GetFileInfo(subpath) is not { Exists: true, IsDirectory: false } file) return new NotFoundFileInfo(subpath);
        var kept = _kept.GetOrAdd(subpath, _ => Compressed(file));
        return kept.Value.LastModified == file.LastModified ? kept.Value : (_kept[subpath] = Compressed(file)).Value;
    }

    public IDirectoryContents GetDirectoryContents(string subpath) => NotFoundDirectoryContents.Singleton;

    public IChangeToken Watch(string filter) => NullChangeToken.Singleton;

    private static Lazy<CompressedFile> Compressed(IFileInfo file) => new(() =>
    {
        using var bytes = new MemoryStream();
        using (var smaller = new BrotliStream(bytes, CompressionLevel.SmallestSize, leaveOpen: true))
        using (var whole = file.CreateReadStream())
            whole.CopyTo(smaller);
        return new CompressedFile(file.Name, file.LastModified, bytes.ToArray());
    });

    private sealed class CompressedFile(string name, DateTimeOffset modified, byte[] bytes) : IFileInfo
    {
        public bool Exists => true;

        public bool IsDirectory => false;

        public DateTimeOffset LastModified => modified;

        public long Length => bytes.Length;

        public string Name => name;

        public string? PhysicalPath => null;

        public Stream CreateReadStream() => new MemoryStream(bytes, writable: false);
    }
}
