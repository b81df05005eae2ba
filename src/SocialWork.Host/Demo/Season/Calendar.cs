using System.Collections.Immutable;

namespace SocialWork.Host.Demo.Season;

/// <summary>When things happen in the demonstration year, in the city's time and on working days.</summary>
internal static class Calendar
{
    private static readonly TimeSpan City = TimeSpan.FromHours(7);

    /// <summary>The working days of the reporting month, then 30 November and 1 December.</summary>
    public static ImmutableArray<DateOnly> ReportingDays { get; } =
        [.. Enumerable.Range(0, 30).Select(i => new DateOnly(2026, 11, 2).AddDays(i)).Where(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))];

    /// <summary>The last reporting day before the deadline, by its place in <see cref="ReportingDays"/>: Friday 27 November.</summary>
    public static int LastInTime { get; } = ReportingDays.IndexOf(new DateOnly(2026, 11, 27));

    /// <summary>The date at which the annual figures of whoever reports later stand.</summary>
    public static DateOnly FiguresStandAt { get; } = new(2026, 11, 15);

    /// <summary>The date of an agency's implementation plan.</summary>
    public static DateOnly PlanIssued(string unit)
    {
        var chance = DemoRandom.For("plan", unit);
        var (month, least, most) = DemoFacts.LatePlans.Contains(unit) ? (4, 17, 29) : chance.Chance(60) ? (3, 5, 31) : (4, 1, 9);
        return WorkingDay(new DateOnly(2026, month, chance.Int(least, most)));
    }

    /// <summary>The date, or the Monday after it.</summary>
    public static DateOnly WorkingDay(DateOnly date) => date.DayOfWeek switch
    {
        DayOfWeek.Saturday => date.AddDays(2),
        DayOfWeek.Sunday => date.AddDays(1),
        _ => date,
    };

    /// <summary>A moment of that day in the city.</summary>
    public static DateTimeOffset At(DateOnly date, int hour, int minute, int second = 0) => new(date.ToDateTime(new TimeOnly(hour, minute, second)), City);

    /// <summary>A moment within office hours.</summary>
    public static DateTimeOffset OfficeHours(DateOnly date, DemoRandom chance, int from = 8, int to = 16) =>
        At(date, chance.Int(from, to) is var hour and not (12 or 13) ? hour : 14, chance.Int(0, 59), chance.Int(0, 59));
}
