using System.Globalization;
using SocialWork.Host.Composition;

namespace SocialWork.Host.Tests.Backups;

/// <summary>When the host makes its backup of the day.</summary>
public sealed class DailyBackupTests
{
    private static readonly TimeOnly HalfPastTwo = new(2, 30);

    [Theory]
    [InlineData("2026-11-20T02:30:05+07:00", "2026-11-21T02:30:00+07:00")]
    [InlineData("2026-11-20T01:00:00+07:00", "2026-11-20T02:30:00+07:00")]
    [InlineData("2026-11-20T23:59:00+07:00", "2026-11-21T02:30:00+07:00")]
    [InlineData("2026-11-01T02:30:00+07:00", "2026-11-02T02:30:00+07:00")]
    [InlineData("2026-12-31T02:30:00+07:00", "2027-01-01T02:30:00+07:00")]
    public void The_next_is_due_at_the_citys_time_after_the_last(string last, string due) =>
        DailyBackup.Due(At(last), At("2026-11-20T12:00:00+07:00"), HalfPastTwo).ShouldBe(At(due));

    [Fact]
    public void Without_any_it_is_due_at_once()
    {
        var now = At("2026-11-20T12:00:00+07:00");
        DailyBackup.Due(null, now, HalfPastTwo).ShouldBe(now);
    }

    private static DateTimeOffset At(string moment) => DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture);
}
