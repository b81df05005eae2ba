namespace SocialWork.Modules.Storage;

/// <summary>Replaces a file as a whole: a reader, or a start after a power cut, sees the old content or the new.</summary>
internal static class AtomicFile
{
    /// <summary>Writes beside, flushes to the disk, renames over.</summary>
    /// <exception cref="IOException">It could not be written; the old content is untouched.</exception>
    public static async Task WriteAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var beside = path + ".tmp";
        try
        {
            await using (var stream = new FileStream(beside, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                await stream.WriteAsync(content, cancellationToken);
                stream.Flush(flushToDisk: true);
            }

            File.Move(beside, path, overwrite: true);
        }
        catch (UnauthorizedAccessException fault)
        {
            throw new IOException(fault.Message, fault);
        }
    }
}
