namespace SocialWork.Core.Time;

/// <summary>
/// The time of the city, whose law sets the deadlines: Asia/Ho_Chi_Minh, whatever zone the machine is in. Safe for concurrent use.
/// </summary>
public sealed class CityClock(TimeProvider time)
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh");

    /// <summary>This moment, UTC.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Today in the city.</summary>
    public DateOnly Today => DateIn(Now);

    /// <summary>The city's date at a moment.</summary>
    public static DateOnly DateIn(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Zone).DateTime);

    /// <summary>The moment at which a date begins in the city, UTC.</summary>
    public static DateTimeOffset StartOf(DateOnly date)
    {
        var local = date.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>The same moment on the city's clock, for people to read.</summary>
    public static DateTimeOffset InCity(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Zone);
}
