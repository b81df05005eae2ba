using System.Globalization;
using System.Numerics;
using SocialWork.Core.Plans;

namespace SocialWork.Core.Indicators;

/// <summary>Exact arithmetic on a rate and its threshold, and how it is printed. Nothing is ever rounded before it is compared.</summary>
public static class Rate
{
    // Two different fractions of 64-bit numbers differ by at least 1/d in percent, so that 20 decimals tell any rate from its threshold.
    private const int MaxDecimals = 20;

    /// <summary>Whether n/d meets the threshold, tested as 100·n against t·d in exact integers. d must be positive.</summary>
    public static bool Passes(long numerator, long denominator, Comparator comparator, int threshold)
    {
        var left = (BigInteger)100 * numerator;
        var right = (BigInteger)threshold * denominator;
        return comparator switch
        {
            Comparator.Greater => left > right,
            Comparator.AtLeast => left >= right,
            Comparator.Equal => left == right,
            _ => throw new ArgumentOutOfRangeException(nameof(comparator), comparator, "Unknown comparator."),
        };
    }

    /// <summary>
    /// The rate as Vietnamese print it (70,5%), with as few decimals as it can have and never across its threshold: it gains
    /// decimals until the printed number stands on the same side as the exact one (99,95%; 50,03%).
    /// </summary>
    /// <param name="numerator">n, 0 or more.</param>
    /// <param name="denominator">d, more than 0.</param>
    /// <param name="threshold">The threshold in percent, or null for none.</param>
    public static string Print(long numerator, long denominator, int? threshold)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(denominator);
        for (var decimals = 1; ; decimals++)
        {
            var scale = BigInteger.Pow(10, decimals);
            var printed = RoundHalfUp(100 * scale * numerator, denominator);
            if (decimals == MaxDecimals || threshold is null || SameSide(numerator, denominator, threshold.Value, printed, scale))
                return Write(printed, decimals) + "%";
        }
    }

    /// <summary>A whole number with Vietnamese thousands: 1.000.000.</summary>
    public static string Print(long number) => Group(number.ToString(CultureInfo.InvariantCulture));

    private static bool SameSide(long numerator, long denominator, int threshold, BigInteger printed, BigInteger scale) =>
        ((BigInteger)100 * numerator).CompareTo((BigInteger)threshold * denominator) == printed.CompareTo(threshold * scale);

    private static BigInteger RoundHalfUp(BigInteger dividend, BigInteger divisor) => ((2 * dividend) + divisor) / (2 * divisor);

    private static string Write(BigInteger scaled, int decimals)
    {
        var digits = scaled.ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        var fraction = digits[^decimals..].TrimEnd('0');
        var whole = Group(digits[..^decimals]);
        return fraction.Length == 0 ? whole : $"{whole},{fraction}";
    }

    private static string Group(string digits)
    {
        var sign = digits.StartsWith('-') ? "-" : string.Empty;
        var body = digits[sign.Length..];
        for (var at = body.Length - 3; at > 0; at -= 3) body = body.Insert(at, ".");
        return sign + body;
    }
}
