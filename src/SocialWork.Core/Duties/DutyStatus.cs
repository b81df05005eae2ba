using SocialWork.Abstractions;
using SocialWork.Core.Time;

namespace SocialWork.Core.Duties;

/// <summary>Where a unit stands with a duty.</summary>
public enum DutyState
{
    /// <summary>Nothing is due on a date: when something arises.</summary>
    WhenArising,
    /// <summary>Not all is sent, and the deadline has not passed.</summary>
    Open,
    /// <summary>Not all is sent, and the deadline has passed.</summary>
    Overdue,
    /// <summary>All was sent before the deadline.</summary>
    Sent,
    /// <summary>All was sent, the last of it on or after the deadline.</summary>
    SentLate,
}

/// <summary>A unit's standing with one duty on one day.</summary>
/// <param name="Duty">The duty's clause.</param>
/// <param name="Unit">The unit's code.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Before">The exclusive deadline; null for a duty without a date.</param>
/// <param name="LastWorkingDay">Advice, never the legal limit.</param>
/// <param name="DaysLeft">Whole days until the last day in time, that day excluded: 0 on the last day. Null when the date has passed or there is none.</param>
/// <param name="DaysLate">Counted from the deadline's date, that day being 1; 0 when not late.</param>
/// <param name="FormsSent">Forms of the duty that were sent and not returned without a successor.</param>
/// <param name="FormsOwed">Forms that are part of the duty.</param>
/// <param name="SentAt">When the last of them was sent; null while one is missing.</param>
public sealed record DutyStatus(
    ClauseId Duty, string Unit, DutyState State, DateOnly? Before, DateOnly? LastWorkingDay, int? DaysLeft, int DaysLate,
    int FormsSent, int FormsOwed, DateTimeOffset? SentAt)
{
    /// <summary>
    /// Judges a duty. “Trước ngày 30/11” is exclusive: late from 30/11 00:00 in the city (2026/V.1). What is overdue stays
    /// overdue until it is sent.
    /// </summary>
    /// <param name="duty">The duty's clause.</param>
    /// <param name="unit">The unit's code.</param>
    /// <param name="before">The exclusive deadline, or null.</param>
    /// <param name="firstSent">When each owed form was first sent; null for one that was not, or that does not count any more.</param>
    /// <param name="today">Today in the city.</param>
    /// <param name="calendar">Working days, for the advice.</param>
    public static DutyStatus Judge(ClauseId duty, string unit, DateOnly? before, IReadOnlyCollection<DateTimeOffset?> firstSent, DateOnly today, HolidayCalendar calendar)
    {
        var sent = firstSent.Count(s => s is not null);
        var complete = firstSent.Count > 0 && sent == firstSent.Count;
        DateTimeOffset? sentAt = complete ? firstSent.Max() : null;
        if (before is not { } deadline)
            return new DutyStatus(duty, unit, DutyState.WhenArising, null, null, null, 0, sent, firstSent.Count, sentAt);

        var lateFrom = CityClock.StartOf(deadline);
        var (state, daysLate) = sentAt switch
        {
            { } at when at < lateFrom => (DutyState.Sent, 0),
            { } at => (DutyState.SentLate, DaysLateOn(deadline, CityClock.DateIn(at))),
            null when today >= deadline => (DutyState.Overdue, DaysLateOn(deadline, today)),
            null => (DutyState.Open, 0),
        };
        int? daysLeft = today < deadline ? deadline.DayNumber - today.DayNumber - 1 : null;
        return new DutyStatus(duty, unit, state, deadline, calendar.LastWorkingDayBefore(deadline), daysLeft, daysLate, sent, firstSent.Count, sentAt);
    }

    private static int DaysLateOn(DateOnly deadline, DateOnly day) => day.DayNumber - deadline.DayNumber + 1;
}
