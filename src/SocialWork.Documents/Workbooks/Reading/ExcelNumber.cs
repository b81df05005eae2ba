using System.Globalization;

namespace SocialWork.Documents.Workbooks.Reading;

/// <summary>Numbers and dates as Excel stores them. Safe for concurrent use.</summary>
internal static class ExcelNumber
{
    private static readonly DateOnly Before1900 = new(1899, 12, 31);
    private static readonly DateOnly Beginning1904 = new(1904, 1, 1);

    /// <summary>
    /// The number as Excel shows it, which is with 15 digits: what a formula left behind them is no part of it. Null when it is
    /// no number, or larger than any that is asked for.
    /// </summary>
    public static decimal? Read(string stored)
    {
        if (!double.TryParse(stored, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number) || Math.Abs(number) >= 1e27) return null;
        // Whole numbers are exact up to 2^53 and are kept as they are, for amounts of money have more than 15 digits.
        if (double.IsInteger(number) && Math.Abs(number) <= 1L << 53) return (decimal)(long)number;
        return decimal.Parse(number.ToString("E14", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    /// <summary>As Vietnamese write it: 1,5.</summary>
    public static string Show(decimal number) => number.ToString("0.#############################", CultureInfo.InvariantCulture).Replace('.', ',');

    /// <summary>The day of a serial number; null when there is none. 29/2/1900, which Excel believes in, is none.</summary>
    public static DateOnly? Day(decimal serial, bool countsFrom1904)
    {
        var whole = decimal.Floor(serial);
        if (whole is < 0 or > 200_000) return null;
        var days = (int)whole;
        if (countsFrom1904) return Beginning1904.AddDays(days);
        return days is 0 or 60 ? null : Before1900.AddDays(days > 60 ? days - 1 : days);
    }
}
