using System.Globalization;
using Shouldly;
using SocialWork.Core.Past;
using Xunit;

namespace SocialWork.Core.Tests.Past;

public sealed class PastMomentsTests
{
    private static readonly DateTimeOffset Now = new(2026, 12, 1, 2, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("2026-11-28", "2026-11-28T16:59:59.999Z")]
    [InlineData("28/11/2026", "2026-11-28T16:59:59.999Z")]
    [InlineData("2026-12-01", "2026-12-01T02:00:00Z")]
    [InlineData("2026-11-28T09:00:00+07:00", "2026-11-28T02:00:00Z")]
    [InlineData("2026-12-01T02:00:00Z", "2026-12-01T02:00:00Z")]
    public void A_date_is_the_end_of_its_day_in_the_city_and_a_moment_is_itself(string asked, string expected) =>
        PastMoments.Read(asked, Now).ShouldBeOfType<Result<DateTimeOffset>.Ok>().Value.ShouldBe(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("2026-12-02")]
    [InlineData("2026-12-01T02:00:01Z")]
    [InlineData("2026-11-28T09:00:00")]
    [InlineData("31/11/2026")]
    [InlineData("hôm qua")]
    [InlineData("")]
    public void What_lies_ahead_or_has_no_offset_or_is_no_moment_is_refused(string asked) =>
        PastMoments.Read(asked, Now).ShouldBeOfType<Result<DateTimeOffset>.No>().Refusal.Code.ShouldBe("report.asOf");
}
