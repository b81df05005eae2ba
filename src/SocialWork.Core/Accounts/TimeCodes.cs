using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SocialWork.Core.Accounts;

/// <summary>The six digits that an authenticator shows (RFC 6238: HMAC-SHA-1, 30 seconds). Pure; safe for concurrent use.</summary>
public static class TimeCodes
{
    /// <summary>Bytes of a key.</summary>
    public const int KeyBytes = 20;

    private const int StepSeconds = 30;
    // A telephone's clock may be one step off either way.
    private const int Drift = 1;
    private const int Digits = 6;
    private const int Modulus = 1_000_000;
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int BitsPerDigit = 5;

    /// <summary>A new key, in base 32.</summary>
    public static string MakeKey(ISecretSource secrets)
    {
        var (key, buffer, bits) = (new StringBuilder(), 0, 0);
        foreach (var b in secrets.Bytes(KeyBytes))
        {
            (buffer, bits) = ((buffer << 8) | b, bits + 8);
            for (; bits >= BitsPerDigit; bits -= BitsPerDigit) key.Append(Base32[(buffer >> (bits - BitsPerDigit)) & 31]);
            buffer &= (1 << bits) - 1;
        }

        return key.ToString();
    }

    /// <summary>The address that an authenticator takes a key from.</summary>
    public static string Uri(string issuer, string handle, string key) =>
        $"otpauth://totp/{System.Uri.EscapeDataString(issuer)}:{System.Uri.EscapeDataString(handle)}?secret={key}&issuer={System.Uri.EscapeDataString(issuer)}";

    /// <summary>The time step whose code this is, now or one step off; null where it is none of theirs.</summary>
    public static long? StepOf(string key, string code, DateTimeOffset now)
    {
        var typed = Encoding.ASCII.GetBytes([.. code.Where(char.IsAsciiDigit)]);
        if (typed.Length != Digits || code.Any(c => !char.IsAsciiDigit(c) && c != ' ')) return null;
        var current = now.ToUnixTimeSeconds() / StepSeconds;
        long? found = null;
        for (var step = current - Drift; step <= current + Drift; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(typed, Encoding.ASCII.GetBytes(CodeAt(key, step)))) found = step;
        }

        return found;
    }

    /// <summary>The code of a moment.</summary>
    public static string CodeAt(string key, DateTimeOffset moment) => CodeAt(key, moment.ToUnixTimeSeconds() / StepSeconds);

    private static string CodeAt(string key, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> mac = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // What every authenticator computes; as a message code SHA-1 is not broken.
        HMACSHA1.HashData(Bytes(key), counter, mac);
#pragma warning restore CA5350
        var offset = mac[^1] & 0xF;
        var number = System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(mac[offset..]) & int.MaxValue;
        return (number % Modulus).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Bytes(string key)
    {
        var (bytes, buffer, bits) = (new List<byte>(key.Length), 0, 0);
        foreach (var c in key)
        {
            (buffer, bits) = ((buffer << BitsPerDigit) | Base32.IndexOf(c, StringComparison.Ordinal), bits + BitsPerDigit);
            if (bits < 8) continue;
            bits -= 8;
            bytes.Add((byte)(buffer >> bits));
            buffer &= (1 << bits) - 1;
        }

        return [.. bytes];
    }
}
