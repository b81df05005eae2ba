using System.Globalization;
using SocialWork.Core.Time;

namespace SocialWork.Core.Past;

/// <summary>Reads which past moment is asked for. Pure.</summary>
public static class PastMoments
{
    private static readonly string[] Days = ["yyyy-MM-dd", "d/M/yyyy"];

    /// <summary>
    /// A date is the end of that day in the city, or now where it is today; a moment is itself, with its offset from UTC. Refused
    /// (<c>report.asOf</c>) where it is neither, or lies ahead.
    /// </summary>
    public static Result<DateTimeOffset> Read(string asked, DateTimeOffset now)
    {
        if (DateOnly.TryParseExact(asked, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            if (day > CityClock.DateIn(now)) return Refuse(asked);
            var end = CityClock.StartOf(day.AddDays(1)).AddMilliseconds(-1);
            return end < now ? end : now;
        }

        var isMoment = DateTimeOffset.TryParse(asked, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) && HasOffset(asked);
        return isMoment && moment <= now ? moment.ToUniversalTime() : Refuse(asked);
    }

    // Without one, nobody could say which hour is meant.
    private static bool HasOffset(string asked)
    {
        var time = asked.IndexOf('T', StringComparison.OrdinalIgnoreCase);
        return time >= 0 && asked.AsSpan(time).IndexOfAny("Zz+-") >= 0;
    }

    private static Refusal Refuse(string asked) => new(
        RefusalKind.Unprocessable, "report.asOf",
        $"Không đọc được thời điểm “{asked}”: ghi một ngày đã qua (28/11/2026) hoặc thời điểm có múi giờ (2026-11-28T09:00:00+07:00).",
        $"The moment '{asked}' cannot be read: write a past date (28/11/2026), or a past moment with its offset (2026-11-28T09:00:00+07:00).");
}
