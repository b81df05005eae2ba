namespace SocialWork.Documents.Workbooks.Reading;

/// <summary>The check sum by which a ZIP file knows whether its content is what was packed; the library that unpacks does not ask it. Safe for concurrent use.</summary>
internal static class Crc32
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(value => Enumerable.Range(0, 8).Aggregate((uint)value, (sum, _) => (sum & 1) == 0 ? sum >> 1 : (sum >> 1) ^ 0xEDB88320))];

    /// <summary>The sum before any byte.</summary>
    public const uint Begin = uint.MaxValue;

    /// <summary>The sum after further bytes.</summary>
    public static uint Add(uint sum, ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes) sum = Table[(byte)(sum ^ value)] ^ (sum >> 8);
        return sum;
    }

    /// <summary>What is written for a sum.</summary>
    public static uint End(uint sum) => ~sum;
}
