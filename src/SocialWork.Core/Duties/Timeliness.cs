using System.Collections.Immutable;
using SocialWork.Core.Time;

namespace SocialWork.Core.Duties;

/// <summary>A day on which units sent the last of their forms.</summary>
/// <param name="Day">The day in the city.</param>
/// <param name="OnTheDay">How many units that was.</param>
/// <param name="UpToThen">How many had sent everything by the end of the day.</param>
public sealed record SentDay(DateOnly Day, int OnTheDay, int UpToThen);

/// <summary>
/// How the units' reports for a dated duty came in. Counted is the moment at which the last of a unit's forms was first sent:
/// what was sent again after a return counts from its first time. Immutable.
/// </summary>
/// <param name="Before">The exclusive deadline.</param>
/// <param name="Expected">Units that owe the duty.</param>
/// <param name="Late">Units that sent on the deadline's date or later.</param>
/// <param name="Days">The days on which anything came in, oldest first.</param>
public sealed record Timeliness(DateOnly Before, int Expected, int Late, ImmutableArray<SentDay> Days)
{
    /// <summary>Units that sent everything.</summary>
    public int Sent => Days.IsEmpty ? 0 : Days[^1].UpToThen;

    /// <summary>Counts the statuses of a duty.</summary>
    /// <param name="statuses">Every unit's standing with it.</param>
    /// <param name="before">Its deadline.</param>
    public static Timeliness Of(IReadOnlyCollection<DutyStatus> statuses, DateOnly before)
    {
        var days = ImmutableArray.CreateBuilder<SentDay>();
        var sent = 0;
        foreach (var day in statuses.Select(s => s.SentAt).OfType<DateTimeOffset>().GroupBy(CityClock.DateIn).OrderBy(g => g.Key))
        {
            sent += day.Count();
            days.Add(new SentDay(day.Key, day.Count(), sent));
        }

        return new Timeliness(before, statuses.Count, days.Where(d => d.Day >= before).Sum(d => d.OnTheDay), days.ToImmutable());
    }
}
