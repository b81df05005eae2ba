using System.Buffers;
using System.Security.Cryptography;
using SocialWork.Core;
using SocialWork.Core.Attachments;

namespace SocialWork.Persistence;

/// <summary>
/// Keeps files under the hash of their content, <c>ab/abcdef…</c>, in a folder that nothing serves. What is being received
/// lies in <c>incoming/</c> of the same folder, so that it is put in place by a rename. Safe for concurrent use.
/// </summary>
/// <param name="folder">The folder; made where it is missing.</param>
public sealed class AttachmentFiles(string folder) : IAttachmentFiles
{
    private const int ChunkSize = 64 * 1024;
    private readonly string _incoming = Path.Combine(folder, "incoming");

    /// <summary>Removes what was being received when the process ended; to be called before anything is received.</summary>
    public void RemoveIncoming()
    {
        if (Directory.Exists(_incoming)) Directory.Delete(_incoming, recursive: true);
    }

    /// <inheritdoc/>
    public async Task<Result<IStagedFile>> StageAsync(Stream content, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(_incoming);
        var path = Path.Combine(_incoming, Guid.NewGuid().ToString("N"));
        var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        try
        {
            if (await CopyAsync(content, file, cancellationToken) is { } id) return file.Length > 0 ? new Staged(this, id, path, file) : Discard(path, file, Empty);
            return Discard(path, file, AttachmentLimits.TooLarge);
        }
        catch
        {
            Discard(path, file);
            throw;
        }
    }

    /// <inheritdoc/>
    public Stream? Open(string id)
    {
        var path = PathOf(id);
        return File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, ChunkSize, useAsync: true) : null;
    }

    // The hash; null where there is more than the limit.
    private static async Task<string?> CopyAsync(Stream content, FileStream file, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var chunk = ArrayPool<byte>.Shared.Rent(ChunkSize);
        try
        {
            long size = 0;
            int read;
            while ((read = await ReadAsync(content, chunk, cancellationToken)) > 0)
            {
                size += read;
                if (size > AttachmentLimits.MaxBytes) return null;
                hash.AppendData(chunk, 0, read);
                await file.WriteAsync(chunk.AsMemory(0, read), cancellationToken);
            }

            return Convert.ToHexStringLower(hash.GetHashAndReset());
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }

    // Told apart from a disk that cannot be written, which is a fault of ours.
    private static async Task<int> ReadAsync(Stream content, byte[] chunk, CancellationToken cancellationToken)
    {
        try
        {
            return await content.ReadAsync(chunk, cancellationToken);
        }
        catch (IOException cut)
        {
            throw new InvalidDataException("The content broke off.", cut);
        }
    }

    private string PathOf(string id) =>
        Attachment.IsId(id) ? Path.Combine(folder, id[..2], id) : throw new ArgumentException($"'{id}' is not the id of an attachment.", nameof(id));

    private static Refusal Discard(string path, FileStream file, Refusal refusal)
    {
        Discard(path, file);
        return refusal;
    }

    private static void Discard(string path, FileStream file)
    {
        file.Dispose();
        File.Delete(path);
    }

    private static Refusal Empty => new(RefusalKind.Unprocessable, "attachment.empty", "Tệp rỗng; hãy kiểm tra lại tệp.", "The file is empty; check it.");

    private sealed class Staged(AttachmentFiles files, string id, string path, FileStream content) : IStagedFile
    {
        public string Id => id;

        public long Size => content.Length;

        public Stream Content => content;

        public void Keep()
        {
            var place = files.PathOf(id);
            if (File.Exists(place)) return;
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            content.Flush(flushToDisk: true);
            File.Move(path, place, overwrite: true);
            // On the file systems of Linux a file's new name is on disk once the file is flushed again.
            content.Flush(flushToDisk: true);
        }

        public void Dispose()
        {
            content.Dispose();
            File.Delete(path);
        }
    }
}
