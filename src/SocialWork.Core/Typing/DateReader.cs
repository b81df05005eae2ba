using System.Globalization;
using System.Text.RegularExpressions;
using SocialWork.Core.Forms;

namespace SocialWork.Core.Typing;

/// <summary>
/// Reads dates as people type them, the same for pages and Excel: day, month, year (<c>30/11/2026</c>, <c>5-3-2026</c>,
/// <c>ngày 5 tháng 3 năm 2026</c>), or <c>2026-11-30</c>. The month never comes first. Safe for concurrent use.
/// </summary>
public static partial class DateReader
{
    /// <summary>Reads a date. Refused as unprocessable: <c>date.shortYear</c>, <c>date.noSuchDay</c>, <c>date.notADate</c>.</summary>
    public static Result<DateOnly> Read(string text)
    {
        var shown = text.Trim();
        if (shown.Length > NumberReader.MaxLength) return NotADate(shown[..NumberReader.MaxLength] + "…");
        var folded = Folded.WithoutAccents(shown);
        var match = DayFirst().Match(folded);
        if (!match.Success) match = InWords().Match(folded);
        if (!match.Success) match = YearFirst().Match(folded);
        if (!match.Success) return NotADate(shown);
        if (match.Groups["year"].Length != 4) return ShortYear(shown);
        var (year, month, day) = (Part(match, "year"), Part(match, "month"), Part(match, "day"));
        var exists = year is >= FormLimits.FirstYear and <= FormLimits.LastYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
        return exists ? new DateOnly(year, month, day) : NoSuchDay(shown);
    }

    private static int Part(Match match, string name) => int.Parse(match.Groups[name].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static Refusal NoSuchDay(string shown) => new(RefusalKind.Unprocessable, "date.noSuchDay",
        $"“{shown}” không phải một ngày có thật từ năm {FormLimits.FirstYear} đến năm {FormLimits.LastYear}; ngày viết trước, tháng viết sau, ví dụ 30/11/2026.",
        $"“{shown}” is no day of the calendar from {FormLimits.FirstYear} to {FormLimits.LastYear}; the day comes before the month, for example 30/11/2026.");

    private static Refusal ShortYear(string shown) => new(RefusalKind.Unprocessable, "date.shortYear",
        $"“{shown}”: hãy viết năm đủ bốn chữ số, ví dụ 30/11/2026.",
        $"“{shown}”: write the year with four digits, for example 30/11/2026.");

    private static Refusal NotADate(string shown) => new(RefusalKind.Unprocessable, "date.notADate",
        $"“{shown}” không phải là ngày; hãy viết ngày/tháng/năm, ví dụ 30/11/2026.",
        $"“{shown}” is not a date; write day/month/year, for example 30/11/2026.");

    [GeneratedRegex(@"^(?<day>[0-9]{1,2}) ?[/.-] ?(?<month>[0-9]{1,2}) ?[/.-] ?(?<year>[0-9]{1,4})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DayFirst();

    [GeneratedRegex("^(ngay )?(?<day>[0-9]{1,2}) thang (?<month>[0-9]{1,2}) nam (?<year>[0-9]{1,4})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InWords();

    [GeneratedRegex("^(?<year>[0-9]{4})-(?<month>[0-9]{1,2})-(?<day>[0-9]{1,2})(t00:00(:00([.]0+)?)?z?)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex YearFirst();
}
