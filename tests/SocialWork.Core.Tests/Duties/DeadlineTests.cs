using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using SocialWork.Abstractions;
using SocialWork.Core.Duties;
using SocialWork.Core.Time;
using Xunit;

namespace SocialWork.Core.Tests.Duties;

public sealed class DeadlineTests
{
    private static readonly ClauseId Report = "2026/V.1#2";
    private static readonly DateOnly Before = new(2026, 11, 30);

    [Fact]
    public void A_report_in_the_last_millisecond_of_29_November_is_in_time()
    {
        var status = Judge(Local(2026, 11, 29, 23, 59, 59, 999), new DateOnly(2026, 12, 24));
        status.State.ShouldBe(DutyState.Sent);
        status.DaysLate.ShouldBe(0);
    }

    [Fact]
    public void A_report_at_midnight_of_30_November_is_one_day_late()
    {
        var status = Judge(Local(2026, 11, 30), new DateOnly(2026, 11, 30));
        status.State.ShouldBe(DutyState.SentLate);
        status.DaysLate.ShouldBe(1);
    }

    [Fact]
    public void A_report_on_1_December_is_two_days_late() => Judge(Local(2026, 12, 1, 8), new DateOnly(2026, 12, 5)).DaysLate.ShouldBe(2);

    [Theory]
    [InlineData(2026, 11, 29, DutyState.Open, 0, 0)]
    [InlineData(2026, 11, 28, DutyState.Open, 1, 0)]
    [InlineData(2026, 11, 1, DutyState.Open, 28, 0)]
    [InlineData(2026, 11, 30, DutyState.Overdue, null, 1)]
    [InlineData(2026, 12, 1, DutyState.Overdue, null, 2)]
    public void What_is_not_sent_counts_down_and_then_up(int year, int month, int day, DutyState state, int? left, int late)
    {
        var status = Judge(null, new DateOnly(year, month, day));
        status.State.ShouldBe(state);
        status.DaysLeft.ShouldBe(left);
        status.DaysLate.ShouldBe(late);
    }

    [Fact]
    public void What_is_overdue_is_still_overdue_years_later()
    {
        var status = Judge(null, new DateOnly(2036, 11, 30));
        status.State.ShouldBe(DutyState.Overdue);
        status.DaysLate.ShouldBe(new DateOnly(2036, 11, 30).DayNumber - Before.DayNumber + 1);
    }

    [Fact]
    public void One_form_of_several_that_is_missing_keeps_the_duty_open_and_the_last_one_decides()
    {
        DateTimeOffset? early = Local(2026, 11, 2), late = Local(2026, 12, 2);
        DutyStatus.Judge(Report, "SYT", Before, [early, null], new DateOnly(2026, 11, 20), TestPlan.Calendar).ShouldSatisfyAllConditions(
            s => s.State.ShouldBe(DutyState.Open), s => s.FormsSent.ShouldBe(1), s => s.FormsOwed.ShouldBe(2), s => s.SentAt.ShouldBeNull());
        DutyStatus.Judge(Report, "SYT", Before, [early, late], new DateOnly(2026, 12, 20), TestPlan.Calendar).ShouldSatisfyAllConditions(
            s => s.State.ShouldBe(DutyState.SentLate), s => s.DaysLate.ShouldBe(3), s => s.SentAt.ShouldBe(late));
    }

    [Fact]
    public void A_duty_without_a_date_is_never_late() =>
        DutyStatus.Judge("2026/V.3", "SYT", null, [null], new DateOnly(2040, 1, 1), TestPlan.Calendar).ShouldSatisfyAllConditions(
            s => s.State.ShouldBe(DutyState.WhenArising), s => s.DaysLate.ShouldBe(0), s => s.LastWorkingDay.ShouldBeNull());

    [Theory]
    [InlineData("2026/V.1#1", "2026-04-15", "2026-04-14")]
    [InlineData("2026/V.1#2", "2026-11-30", "2026-11-27")]
    [InlineData("2026/V.2#2", "2026-12-15", "2026-12-14")]
    public void The_last_working_day_before_a_deadline_is_advice_from_the_calendar_that_ships(string clause, string before, string advice)
    {
        var duty = TestPlan.Plan.Duties.Single(d => d.Id == clause);
        duty.Before.ShouldBe(DateOnly.Parse(before, System.Globalization.CultureInfo.InvariantCulture));
        TestPlan.Calendar.LastWorkingDayBefore(duty.Before!.Value).ShouldBe(DateOnly.Parse(advice, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Sunday_29_November_is_in_time_although_no_working_day() =>
        Judge(Local(2026, 11, 29, 10), new DateOnly(2026, 11, 29)).ShouldSatisfyAllConditions(s => s.State.ShouldBe(DutyState.Sent), s => s.LastWorkingDay.ShouldBe(new DateOnly(2026, 11, 27)));

    [Fact]
    public void A_holiday_moves_the_advice_and_a_worked_Saturday_moves_it_back()
    {
        var plain = new HolidayCalendar([], []);
        plain.LastWorkingDayBefore(Before).ShouldBe(new DateOnly(2026, 11, 27));
        (plain with { Holidays = [new DateOnly(2026, 11, 27)] }).LastWorkingDayBefore(Before).ShouldBe(new DateOnly(2026, 11, 26));
        (plain with { WorkingWeekends = [new DateOnly(2026, 11, 28)] }).LastWorkingDayBefore(Before).ShouldBe(new DateOnly(2026, 11, 28));
    }

    [Fact]
    public void The_day_begins_at_midnight_of_the_city_whatever_zone_the_clock_reads()
    {
        CityClock.StartOf(Before).ShouldBe(new DateTimeOffset(2026, 11, 29, 17, 0, 0, TimeSpan.Zero));
        foreach (var offset in new[] { -11, -5, 0, 7, 13 })
        {
            var machine = new ZonedTime(new DateTimeOffset(2026, 11, 29, 17, 0, 0, TimeSpan.Zero), TimeSpan.FromHours(offset));
            machine.LocalTimeZone.BaseUtcOffset.ShouldBe(TimeSpan.FromHours(offset));
            new CityClock(machine).Today.ShouldBe(Before);
            new CityClock(new ZonedTime(machine.GetUtcNow().AddTicks(-1), TimeSpan.FromHours(offset))).Today.ShouldBe(Before.AddDays(-1));
        }
    }

    [Fact]
    public void Lateness_follows_from_the_moment_alone_however_it_is_written() => Prop.ForAll(Arb.From(
        from minutes in Gen.Choose(-200_000, 200_000)
        from hours in Gen.Choose(-12, 14)
        select (minutes, hours)), t =>
    {
        var moment = CityClock.StartOf(Before).AddMinutes(t.minutes);
        var written = moment.ToOffset(TimeSpan.FromHours(t.hours));
        var status = Judge(written, new DateOnly(2027, 6, 1));
        return (status.State == DutyState.Sent) == (t.minutes < 0) && status.DaysLate == (t.minutes < 0 ? 0 : (t.minutes / 1440) + 1);
    }).QuickCheckThrowOnFailure();

    private static DutyStatus Judge(DateTimeOffset? sent, DateOnly today) => DutyStatus.Judge(Report, "SYT", Before, [sent], today, TestPlan.Calendar);

    private static DateTimeOffset Local(int year, int month, int day, int hour = 0, int minute = 0, int second = 0, int millisecond = 0) =>
        new(year, month, day, hour, minute, second, millisecond, TimeSpan.FromHours(7));

    private sealed class ZonedTime(DateTimeOffset now, TimeSpan offset) : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone { get; } = TimeZoneInfo.CreateCustomTimeZone("machine", offset, "machine", "machine");

        public override DateTimeOffset GetUtcNow() => now;
    }
}
