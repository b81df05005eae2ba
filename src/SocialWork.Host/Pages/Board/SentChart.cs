using System.Globalization;
using SocialWork.Core.Duties;

namespace SocialWork.Host.Pages.Board;

/// <summary>
/// The line of units that have sent everything, day by day, until today or the deadline, whichever is later. Lengths are in the
/// units of the drawing. Immutable.
/// </summary>
/// <param name="First">The first day that is drawn: the day before the first report.</param>
/// <param name="Last">The last day.</param>
/// <param name="Line">The line as the points of a polyline; it stands still between two days on which something came in.</param>
/// <param name="DeadlineX">Where late begins.</param>
public sealed record SentChart(DateOnly First, DateOnly Last, string Line, string DeadlineX)
{
    /// <summary>The drawing's width.</summary>
    public const int Width = 400;

    /// <summary>Its height.</summary>
    public const int Height = 170;

    /// <summary>Where the axis of days begins; numbers stand left of it.</summary>
    public const int Left = 30;

    /// <summary>Where it ends.</summary>
    public const int Right = Width - 8;

    /// <summary>The height of everybody.</summary>
    public const int Top = 22;

    /// <summary>The height of nobody; dates stand below.</summary>
    public const int Bottom = Height - 22;

    // What came in before is one step up at the left edge, so that a year's first days do not push the season together.
    private const int MostDays = 60;

    /// <summary>Draws how reports came in.</summary>
    /// <param name="season">How they did.</param>
    /// <param name="today">Today in the city: the line ends there.</param>
    public static SentChart Of(Timeliness season, DateOnly today)
    {
        var last = today > season.Before ? today : season.Before;
        var first = season.Days.IsEmpty ? season.Before.AddDays(-MostDays / 2) : season.Days[0].Day.AddDays(-1);
        if (last.DayNumber - first.DayNumber > MostDays) first = last.AddDays(-MostDays);
        string X(DateOnly day) => Number(Left + ((Right - Left) * (double)Math.Max(0, day.DayNumber - first.DayNumber) / (last.DayNumber - first.DayNumber)));
        string Y(int sent) => Number(Bottom - ((Bottom - Top) * (double)sent / Math.Max(1, season.Expected)));

        var points = new List<string> { $"{X(first)},{Y(0)}" };
        foreach (var day in season.Days)
        {
            points.Add($"{X(day.Day)},{Y(day.UpToThen - day.OnTheDay)}");
            points.Add($"{X(day.Day)},{Y(day.UpToThen)}");
        }

        if (today > first) points.Add($"{X(today)},{Y(season.Sent)}");
        return new SentChart(first, last, string.Join(' ', points), X(season.Before));
    }

    private static string Number(double length) => length.ToString("0.#", CultureInfo.InvariantCulture);
}
