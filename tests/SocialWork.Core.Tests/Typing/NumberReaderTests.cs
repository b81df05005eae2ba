using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using SocialWork.Core.Indicators;
using SocialWork.Core.Typing;
using Xunit;

namespace SocialWork.Core.Tests.Typing;

public sealed class NumberReaderTests
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    [Theory]
    [InlineData("0", "0")]
    [InlineData("05", "5")]
    [InlineData("1000", "1000")]
    [InlineData("1.000", "1000")]
    [InlineData("12.345", "12345")]
    [InlineData("1.000.000", "1000000")]
    [InlineData("1,000,000", "1000000")]
    [InlineData("70,5", "70.5")]
    [InlineData("70,50", "70.50")]
    [InlineData("70.5", "70.5")]
    [InlineData("1,2345", "1.2345")]
    [InlineData("0,125", "0.125")]
    [InlineData("0.125", "0.125")]
    [InlineData("1234,567", "1234.567")]
    [InlineData("1.100,5", "1100.5")]
    [InlineData("1.100,500", "1100.500")]
    [InlineData("1,100.5", "1100.5")]
    [InlineData("1,000.500", "1000.500")]
    [InlineData("1 000", "1000")]
    [InlineData("1\u00A0000\u00A0000", "1000000")]
    [InlineData("1\u202F000", "1000")]
    [InlineData("1\u2009000,5", "1000.5")]
    [InlineData("1 000.5", "1000.5")]
    [InlineData("\uFF11\uFF12\uFF0E\uFF10\uFF10\uFF10", "12000")]
    [InlineData("\u0661\u0662", "12")]
    [InlineData("  7  ", "7")]
    [InlineData("\u200B7", "7")]
    [InlineData("+7", "7")]
    [InlineData("-7", "-7")]
    [InlineData("- 7", "-7")]
    [InlineData("\u22127,5", "-7.5")]
    [InlineData("1.000,00", "1000.00")]
    public void What_can_mean_one_number_only_is_read(string text, string number) =>
        Read(text).ShouldBe(decimal.Parse(number, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("1,000", "number.ambiguous")]
    [InlineData("12,345", "number.ambiguous")]
    [InlineData("-1,500", "number.ambiguous")]
    [InlineData("1.0000", "number.grouping")]
    [InlineData("1.00.000", "number.grouping")]
    [InlineData("1000.000.000", "number.grouping")]
    [InlineData("0.000.001", "number.grouping")]
    [InlineData("1,00,000", "number.grouping")]
    [InlineData("1.100,5.2", "number.grouping")]
    [InlineData("1,5,5", "number.grouping")]
    [InlineData("1000 000", "number.grouping")]
    [InlineData("1 00", "number.grouping")]
    [InlineData("1  000", "number.grouping")]
    [InlineData("1 000.500", "number.grouping")]
    [InlineData("1 000.000,5", "number.grouping")]
    [InlineData("5,", "number.grouping")]
    [InlineData(",5", "number.grouping")]
    [InlineData(".5", "number.grouping")]
    [InlineData("1.000đ", "number.unit")]
    [InlineData("1.000 đồng", "number.unit")]
    [InlineData("1000 VNĐ", "number.unit")]
    [InlineData("1000000 ₫", "number.unit")]
    [InlineData("$5", "number.unit")]
    [InlineData("1,5 triệu", "number.unit")]
    [InlineData("1,5 trie\u0323\u0302u", "number.unit")]
    [InlineData("2 tỷ", "number.unit")]
    [InlineData("70%", "number.unit")]
    [InlineData("12 người", "number.unit")]
    [InlineData("", "number.notANumber")]
    [InlineData("   ", "number.notANumber")]
    [InlineData("-", "number.notANumber")]
    [InlineData("--5", "number.notANumber")]
    [InlineData("5-", "number.notANumber")]
    [InlineData("(5)", "number.notANumber")]
    [InlineData("mười", "number.notANumber")]
    [InlineData("1e5", "number.notANumber")]
    [InlineData("12/30", "number.notANumber")]
    [InlineData("#REF!", "number.notANumber")]
    [InlineData("1\u2032000", "number.notANumber")]
    [InlineData("100000000000000000000000000000", "number.tooLong")]
    public void What_can_mean_two_or_none_is_refused_with_its_reason(string text, string code)
    {
        var refusal = NumberReader.Read(text).ShouldBeOfType<Result<decimal>.No>().Refusal;
        refusal.Code.ShouldBe(code);
        refusal.Message.Vi.ShouldContain($"“{text.Trim()}”");
        refusal.Message.En.ShouldContain($"“{text.Trim()}”");
    }

    [Fact]
    public void An_ambiguous_number_is_refused_with_both_readings_spelled_out()
    {
        var refusal = NumberReader.Read("1,500").ShouldBeOfType<Result<decimal>.No>().Refusal;
        refusal.Message.Vi.ShouldBe("“1,500” có thể là 1500 hoặc là số lẻ 1,5; hãy viết 1500 nếu là hàng nghìn, 1,5 nếu là số lẻ.");
    }

    [Theory]
    [InlineData("5,0", 5)]
    [InlineData("1.000,00", 1000)]
    [InlineData("9.223.372.036.854.775.807", long.MaxValue)]
    public void A_whole_number_may_have_decimals_of_zero(string text, long number) =>
        NumberReader.ReadWhole(text).ShouldBe(new Result<long>.Ok(number));

    [Theory]
    [InlineData("1,5", "number.notWhole")]
    [InlineData("1.5", "number.notWhole")]
    [InlineData("9.223.372.036.854.775.808", "number.tooLong")]
    [InlineData("1,000", "number.ambiguous")]
    public void What_is_not_whole_is_never_made_whole(string text, string code) =>
        NumberReader.ReadWhole(text).ShouldBeOfType<Result<long>.No>().Refusal.Code.ShouldBe(code);

    [Fact]
    public void A_very_long_text_is_refused_and_shown_shortened()
    {
        var refusal = NumberReader.Read(new string('1', 100_000)).ShouldBeOfType<Result<decimal>.No>().Refusal;
        refusal.Code.ShouldBe("number.tooLong");
        refusal.Message.Vi.Length.ShouldBeLessThan(200);
    }

    [Fact]
    public void Whatever_is_printed_is_read_back_the_same() =>
        Prop.ForAll(ArbMap.Default.ArbFor<long>(), number => NumberReader.ReadWhole(Rate.Print(number)).Equals(new Result<long>.Ok(number))).QuickCheckThrowOnFailure();

    [Fact]
    public void Vietnamese_decimals_are_read_back_the_same()
    {
        var numbers = Gen.Choose(-2_000_000_000, 2_000_000_000).SelectMany(_ => Gen.Choose(0, 9999), (whole, fraction) => whole + (fraction / 10_000m));
        Prop.ForAll(Arb.From(numbers), number => number == 0 || IsAmbiguous(number) || Read(number.ToString("#,0.####", Vietnamese)) == number).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void No_text_at_all_makes_the_reader_fail() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text => NumberReader.ReadWhole(text.Get) is not null).QuickCheckThrowOnFailure();

    // Three decimals behind up to three digits look like English thousands: just that is refused.
    private static bool IsAmbiguous(decimal number)
    {
        var text = Math.Abs(number).ToString("0.####", CultureInfo.InvariantCulture).Split('.');
        return text.Length == 2 && text[1].Length == 3 && text[0].Length <= 3 && text[0] != "0";
    }

    private static decimal Read(string text) => NumberReader.Read(text).ShouldBeOfType<Result<decimal>.Ok>(NumberReader.Read(text).ToString()).Value;
}
