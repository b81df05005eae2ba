using System.Globalization;
using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using SocialWork.Core.Indicators;
using SocialWork.Core.Plans;
using Xunit;

namespace SocialWork.Core.Tests.Indicators;

public sealed class RateTests
{
    [Fact]
    public void Nine_of_ten_and_thirty_of_ninety_are_39_percent_and_not_the_mean_of_the_rates()
    {
        Rate.Print(9 + 30, 10 + 90, null).ShouldBe("39%");
        Rate.Print(9 + 30, 10 + 90, null).ShouldNotBe("61,7%");
    }

    [Theory]
    [InlineData(500, 1000, Comparator.Greater, 50, false)]
    [InlineData(501, 1000, Comparator.Greater, 50, true)]
    [InlineData(70, 100, Comparator.AtLeast, 70, true)]
    [InlineData(69, 100, Comparator.AtLeast, 70, false)]
    [InlineData(80, 100, Comparator.Greater, 80, false)]
    [InlineData(801, 1000, Comparator.Greater, 80, true)]
    [InlineData(60, 100, Comparator.AtLeast, 60, true)]
    [InlineData(59, 100, Comparator.AtLeast, 60, false)]
    [InlineData(1999, 2000, Comparator.Equal, 100, false)]
    [InlineData(2000, 2000, Comparator.Equal, 100, true)]
    [InlineData(80_001, 100_000, Comparator.Greater, 80, true)]
    [InlineData(long.MaxValue - 1, long.MaxValue, Comparator.Equal, 100, false)]
    [InlineData(long.MaxValue, long.MaxValue, Comparator.Equal, 100, true)]
    public void A_rate_is_held_against_its_threshold_in_whole_numbers(long n, long d, Comparator comparator, int threshold, bool passes) =>
        Rate.Passes(n, d, comparator, threshold).ShouldBe(passes);

    [Theory]
    [InlineData(1999, 2000, 100, "99,95%")]
    [InlineData(80_001, 100_000, 80, "80,001%")]
    [InlineData(5003, 10_000, 50, "50,03%")]
    [InlineData(4998, 10_000, 50, "49,98%")]
    [InlineData(500, 1000, 50, "50%")]
    [InlineData(705, 1000, 70, "70,5%")]
    [InlineData(2, 3, 50, "66,7%")]
    [InlineData(0, 7, 70, "0%")]
    [InlineData(1, 1, 100, "100%")]
    [InlineData(1_000_000_000_000, 1, null, "100.000.000.000.000%")]
    public void A_printed_rate_gains_decimals_until_it_stands_on_the_right_side(long n, long d, int? threshold, string printed) =>
        Rate.Print(n, d, threshold).ShouldBe(printed);

    [Theory]
    [InlineData(0, "0")]
    [InlineData(999, "999")]
    [InlineData(1000, "1.000")]
    [InlineData(1_000_000, "1.000.000")]
    [InlineData(-1234, "-1.234")]
    [InlineData(long.MaxValue, "9.223.372.036.854.775.807")]
    [InlineData(long.MinValue, "-9.223.372.036.854.775.808")]
    public void Whole_numbers_have_Vietnamese_thousands(long number, string printed) => Rate.Print(number).ShouldBe(printed);

    [Theory]
    [InlineData("en-US")]
    [InlineData("vi-VN")]
    [InlineData("ar-SA")]
    public void Numerals_do_not_depend_on_the_culture_of_the_machine(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Rate.Print(-1_234_567).ShouldBe("-1.234.567");
            Rate.Print(705, 1000, 70).ShouldBe("70,5%");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_rate_of_nothing_is_refused_and_never_0_or_100_percent() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Rate.Print(0, 0, 70));

    [Fact]
    public void The_printed_rate_stands_on_the_same_side_of_its_threshold_as_the_exact_one() => Prop.ForAll(Rates(), rate =>
    {
        var (n, d, threshold) = rate;
        var (digits, scale) = Parse(Rate.Print(n, d, threshold));
        var exact = ((BigInteger)100 * n).CompareTo((BigInteger)threshold * d);
        return digits.CompareTo(threshold * scale) == exact;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    [Fact]
    public void The_printed_rate_is_never_further_from_the_exact_one_than_half_its_last_digit() => Prop.ForAll(Rates(), rate =>
    {
        var (n, d, threshold) = rate;
        var (digits, scale) = Parse(Rate.Print(n, d, threshold));
        scale = BigInteger.Max(scale, 10);
        digits = digits * scale / Parse(Rate.Print(n, d, threshold)).Scale;
        return 2 * BigInteger.Abs((100 * scale * n) - (digits * d)) <= d;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void A_combined_rate_is_the_ratio_of_the_sums() => Prop.ForAll(Rates(), Rates(), (a, b) =>
    {
        // Between the two rates, nearer to the one with more behind it: what a mean of rates is not.
        var (n, d) = ((BigInteger)a.N + b.N, (BigInteger)a.D + b.D);
        if (n > long.MaxValue || d > long.MaxValue) return true;
        var low = BigInteger.Min((BigInteger)a.N * b.D, (BigInteger)b.N * a.D);
        var high = BigInteger.Max((BigInteger)a.N * b.D, (BigInteger)b.N * a.D);
        return low * d <= n * a.D * b.D && n * a.D * b.D <= high * d
            && Rate.Passes((long)n, (long)d, Comparator.AtLeast, a.Threshold) == (100 * n >= a.Threshold * d);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    private static Arbitrary<(long N, long D, int Threshold)> Rates()
    {
        var size = Gen.OneOf(
            Gen.Choose(1, 2_000).Select(d => (long)d),
            Gen.Choose(1, int.MaxValue).Select(d => (long)d),
            Gen.Choose(0, 1_000).Select(less => long.MaxValue - less),
            Gen.Choose(1, int.MaxValue).Select(d => d * 1_000_003L));
        var rates =
            from d in size
            from threshold in Gen.OneOf(Gen.Elements(50, 60, 70, 80, 100), Gen.Choose(0, 100))
            from near in Gen.Choose(-3, 3)
            from share in Gen.Choose(0, 1_000_000)
            from close in Gen.Elements(true, false)
            let exact = close ? ((BigInteger)threshold * d / 100) + near : (BigInteger)d * share / 1_000_000
            let n = BigInteger.Min(BigInteger.Max(exact, 0), d)
            select ((long)n, d, threshold);
        return Arb.From(rates);
    }

    private static (BigInteger Digits, BigInteger Scale) Parse(string printed)
    {
        var parts = printed[..^1].Replace(".", string.Empty, StringComparison.Ordinal).Split(',');
        var fraction = parts.Length == 2 ? parts[1] : string.Empty;
        return (BigInteger.Parse(parts[0] + fraction, CultureInfo.InvariantCulture), BigInteger.Pow(10, fraction.Length));
    }
}
