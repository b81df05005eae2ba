using System.Collections.Immutable;
using System.Text.Json;

namespace SocialWork.Core.Time;

/// <summary>
/// Working days of the city's administration. Data, since the government announces them year by year; used for advice only,
/// never for a legal limit. Immutable.
/// </summary>
public sealed record HolidayCalendar(ImmutableHashSet<DateOnly> Holidays, ImmutableHashSet<DateOnly> WorkingWeekends)
{
    /// <summary>Whether offices work on that date.</summary>
    public bool IsWorkingDay(DateOnly date) =>
        !Holidays.Contains(date)
        && (date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) || WorkingWeekends.Contains(date));

    /// <summary>The last working day before a date.</summary>
    public DateOnly LastWorkingDayBefore(DateOnly date)
    {
        var day = date.AddDays(-1);
        while (!IsWorkingDay(day)) day = day.AddDays(-1);
        return day;
    }

    /// <summary>Reads the calendar's data file.</summary>
    /// <exception cref="JsonException">The file is not a calendar.</exception>
    public static HolidayCalendar Read(Stream json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        return new HolidayCalendar(
            [.. root.GetProperty("holidays").EnumerateArray().Select(h => ReadDate(h.GetProperty("on")))],
            [.. root.GetProperty("workingWeekends").EnumerateArray().Select(ReadDate)]);
    }

    private static DateOnly ReadDate(JsonElement element) =>
        DateOnly.ParseExact(element.GetString() ?? string.Empty, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
