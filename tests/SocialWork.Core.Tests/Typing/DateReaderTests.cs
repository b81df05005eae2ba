using System.Globalization;
using Shouldly;
using SocialWork.Core.Typing;
using Xunit;

namespace SocialWork.Core.Tests.Typing;

public sealed class DateReaderTests
{
    [Theory]
    [InlineData("30/11/2026", "2026-11-30")]
    [InlineData("3/4/2026", "2026-04-03")]
    [InlineData("03-04-2026", "2026-04-03")]
    [InlineData("3.4.2026", "2026-04-03")]
    [InlineData(" 30 / 11 / 2026 ", "2026-11-30")]
    [InlineData("ngày 5 tháng 3 năm 2026", "2026-03-05")]
    [InlineData("Ngay 05 thang 03 nam 2026", "2026-03-05")]
    [InlineData("2026-11-30", "2026-11-30")]
    [InlineData("2026-11-30T00:00:00", "2026-11-30")]
    [InlineData("29/2/2028", "2028-02-29")]
    public void A_day_is_read_before_its_month(string text, string date) =>
        DateReader.Read(text).ShouldBe(new Result<DateOnly>.Ok(DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("11/30/2026", "date.noSuchDay")]
    [InlineData("29/2/2026", "date.noSuchDay")]
    [InlineData("0/1/2026", "date.noSuchDay")]
    [InlineData("1/1/1899", "date.noSuchDay")]
    [InlineData("30/11/26", "date.shortYear")]
    [InlineData("11/2026", "date.notADate")]
    [InlineData("30/11", "date.notADate")]
    [InlineData("hôm qua", "date.notADate")]
    [InlineData("2026-11-30T10:30:00", "date.notADate")]
    [InlineData("", "date.notADate")]
    public void What_is_no_day_is_refused_and_never_turned_round(string text, string code) =>
        DateReader.Read(text).ShouldBeOfType<Result<DateOnly>.No>().Refusal.Code.ShouldBe(code);
}
