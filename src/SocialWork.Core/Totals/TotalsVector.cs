using System.Numerics;

namespace SocialWork.Core.Totals;

/// <summary>
/// Stores a vector as zigzag varints: most slots are 0 and take one byte. A vector read with a longer layout than it was
/// written with ends in zeros.
/// </summary>
public static class TotalsVector
{
    /// <summary>Adds, or with −1 subtracts, a contribution.</summary>
    /// <exception cref="OverflowException">A sum exceeds 64 bits; nothing sensible can be stored then, and nothing was added.</exception>
    public static void Add(long[] total, ReadOnlySpan<long> contribution, int sign)
    {
        EnsureFits(total, contribution, sign);
        for (var i = 0; i < contribution.Length; i++) total[i] += sign * contribution[i];
    }

    /// <summary>Does nothing when a contribution can be added.</summary>
    /// <exception cref="OverflowException">A sum would exceed 64 bits.</exception>
    public static void EnsureFits(long[] total, ReadOnlySpan<long> contribution, int sign)
    {
        for (var i = 0; i < contribution.Length; i++) _ = checked(total[i] + (sign * contribution[i]));
    }

    /// <summary>Writes a vector.</summary>
    public static byte[] Write(ReadOnlySpan<long> vector)
    {
        var bytes = new byte[Length(vector)];
        var at = 0;
        foreach (var number in vector)
        {
            var rest = ZigZag(number);
            while (rest >= 0x80)
            {
                bytes[at++] = (byte)(rest | 0x80);
                rest >>= 7;
            }

            bytes[at++] = (byte)rest;
        }

        return bytes;
    }

    /// <summary>Reads a vector into one of the given length.</summary>
    /// <exception cref="InvalidDataException">The bytes are not a vector of at most that length.</exception>
    public static long[] Read(ReadOnlySpan<byte> bytes, int length)
    {
        var vector = new long[length];
        int at = 0, slot = 0;
        while (at < bytes.Length)
        {
            ulong value = 0;
            var shift = 0;
            while (true)
            {
                if (at == bytes.Length || shift > 63 || slot == length) throw new InvalidDataException("Stored totals do not fit their form's layout; recount them from the versions.");
                var next = bytes[at++];
                value |= (ulong)(next & 0x7F) << shift;
                if (next < 0x80) break;
                shift += 7;
            }

            vector[slot++] = (long)(value >> 1) ^ -(long)(value & 1);
        }

        return vector;
    }

    private static int Length(ReadOnlySpan<long> vector)
    {
        var length = 0;
        // Seven bits to a byte, and a byte for 0 as well.
        foreach (var number in vector) length += (BitOperations.Log2(ZigZag(number) | 1) / 7) + 1;
        return length;
    }

    private static ulong ZigZag(long number) => (ulong)((number << 1) ^ (number >> 63));
}
