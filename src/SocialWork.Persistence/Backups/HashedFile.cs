using System.Buffers;
using System.Security.Cryptography;

namespace SocialWork.Persistence.Backups;

/// <summary>Reads files once, for their copy and their hash.</summary>
internal static class HashedFile
{
    private const int ChunkSize = 256 * 1024;

    /// <summary>The hash and size of a file.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static Task<(string Sha256, long Size)> ReadAsync(string file, CancellationToken cancellationToken) => ReadAsync(file, Stream.Null, cancellationToken);

    /// <summary>Copies a file to one that is not there yet, makes its folder, and sees it onto the disk.</summary>
    /// <exception cref="IOException">It cannot be read or written.</exception>
    public static async Task<(string Sha256, long Size)> CopyAsync(string from, string to, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        await using var target = new FileStream(to, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true);
        var copied = await ReadAsync(from, target, cancellationToken);
        target.Flush(flushToDisk: true);
        return copied;
    }

    private static async Task<(string Sha256, long Size)> ReadAsync(string file, Stream target, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var source = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0, useAsync: true);
        var chunk = ArrayPool<byte>.Shared.Rent(ChunkSize);
        try
        {
            long size = 0;
            int read;
            while ((read = await source.ReadAsync(chunk, cancellationToken)) > 0)
            {
                size += read;
                hash.AppendData(chunk, 0, read);
                await target.WriteAsync(chunk.AsMemory(0, read), cancellationToken);
            }

            return (Convert.ToHexStringLower(hash.GetHashAndReset()), size);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }
}
