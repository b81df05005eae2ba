using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using SocialWork.Persistence.Model;

namespace SocialWork.Persistence.Auditing;

/// <summary>
/// What chains the rows of the audit log: SHA-256 over the hash of the row before, then every field of the row, numbers as
/// eight bytes and texts as UTF-8 behind their length, so that no two rows are written alike. Pure; safe for concurrent use.
/// </summary>
internal static class AuditHash
{
    /// <summary>The length of a hash, in bytes.</summary>
    public const int Size = SHA256.HashSizeInBytes;

    // Says how what follows is written; a later way to write a row has another number.
    private const byte Format = 1;
    private const int Missing = -1;

    /// <summary>What stands before the first row.</summary>
    public static byte[] Beginning => new byte[Size];

    /// <summary>The hash of a row behind another; the hashes that the row itself holds do not matter.</summary>
    public static byte[] Of(ReadOnlySpan<byte> previous, AuditRow row)
    {
        ReadOnlySpan<string?> texts = [row.By, row.Address, row.Entity, row.Action, row.Before, row.After, row.Reason];
        var most = 1 + previous.Length + (3 * sizeof(long));
        foreach (var text in texts) most += sizeof(int) + Encoding.UTF8.GetMaxByteCount(text?.Length ?? 0);
        var buffer = ArrayPool<byte>.Shared.Rent(most);
        try
        {
            buffer[0] = Format;
            previous.CopyTo(buffer.AsSpan(1));
            var end = 1 + previous.Length;
            foreach (var number in (ReadOnlySpan<long>)[row.Id, row.At, row.DataVersion ?? Missing])
            {
                BinaryPrimitives.WriteInt64BigEndian(buffer.AsSpan(end), number);
                end += sizeof(long);
            }

            foreach (var text in texts)
            {
                var length = text is null ? Missing : Encoding.UTF8.GetBytes(text, buffer.AsSpan(end + sizeof(int)));
                BinaryPrimitives.WriteInt32BigEndian(buffer.AsSpan(end), length);
                end += sizeof(int) + Math.Max(length, 0);
            }

            return SHA256.HashData(buffer.AsSpan(0, end));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>A hash as people read it.</summary>
    public static string Text(byte[] hash) => Convert.ToHexStringLower(hash);
}
