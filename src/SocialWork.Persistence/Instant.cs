using System.Globalization;

namespace SocialWork.Persistence;

/// <summary>Instants as they are stored: UTC milliseconds since 1970.</summary>
internal static class Instant
{
    public static long Store(DateTimeOffset moment) => moment.ToUnixTimeMilliseconds();

    public static long? Store(DateTimeOffset? moment) => moment?.ToUnixTimeMilliseconds();

    /// <summary>A date as SQLite keeps it.</summary>
    public static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateTimeOffset Read(long stored) => DateTimeOffset.FromUnixTimeMilliseconds(stored);

    public static DateTimeOffset? Read(long? stored) => stored is { } value ? Read(value) : null;
}
