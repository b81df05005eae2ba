namespace SocialWork.Host.Composition;

/// <summary>A clock that stands still: the demonstration is always read at the same moment, so that its figures repeat.</summary>
internal sealed class StandingTime(DateTimeOffset moment) : TimeProvider
{
    /// <summary>2026-12-01, two days after the reports were due.</summary>
    public static readonly DateOnly DefaultDay = new(2026, 12, 1);

    public static StandingTime MorningOf(DateOnly day) => new(Core.Time.CityClock.StartOf(day).AddHours(9));

    public override DateTimeOffset GetUtcNow() => moment;
}
