using Shouldly;
using SocialWork.Abstractions;
using SocialWork.Core.Duties;
using SocialWork.Core.Time;
using Xunit;

namespace SocialWork.Core.Tests.Duties;

/// <summary>How reports came in over the days.</summary>
public sealed class TimelinessTests
{
    private static readonly DateOnly Before = new(2026, 11, 30);

    [Fact]
    public void Units_count_on_the_citys_day_on_which_the_last_of_their_forms_was_first_sent()
    {
        var lastInTime = CityClock.StartOf(Before).AddTicks(-1);
        var season = Timeliness.Of([Unit(lastInTime.AddDays(-3)), Unit(lastInTime), Unit(lastInTime.AddDays(-3), lastInTime), Unit(lastInTime.AddTicks(1)), Unit(lastInTime, null)], Before);

        season.Days.ShouldBe([new SentDay(new DateOnly(2026, 11, 26), 1, 1), new SentDay(new DateOnly(2026, 11, 29), 2, 3), new SentDay(Before, 1, 4)]);
        (season.Expected, season.Sent, season.Late).ShouldBe((5, 4, 1));
    }

    [Fact]
    public void Before_anybody_sent_there_are_no_days()
    {
        var season = Timeliness.Of([Unit(null, null)], Before);
        season.Days.ShouldBeEmpty();
        (season.Expected, season.Sent, season.Late).ShouldBe((1, 0, 0));
    }

    private static DutyStatus Unit(params DateTimeOffset?[] firstSent) =>
        DutyStatus.Judge(ClauseId.Parse("2026/V.1#2"), "19960", Before, firstSent, Before.AddDays(1), TestPlan.Calendar);
}
