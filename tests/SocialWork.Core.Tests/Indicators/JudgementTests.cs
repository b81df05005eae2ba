using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using SocialWork.Abstractions;
using SocialWork.Core.Indicators;
using SocialWork.Core.Plans;
using SocialWork.Core.Sectors;
using Xunit;

namespace SocialWork.Core.Tests.Indicators;

public sealed class JudgementTests
{
    [Theory]
    [InlineData(65, 3, Verdict.NotMet)]
    [InlineData(65, 10, Verdict.Undetermined)]
    [InlineData(65, 5, Verdict.Undetermined)]
    [InlineData(65, 4, Verdict.NotMet)]
    [InlineData(70, 0, Verdict.Met)]
    [InlineData(70, 30, Verdict.Met)]
    [InlineData(69, 0, Verdict.NotMet)]
    public void Of_a_register_of_100_at_least_70_percent_is_judged_with_the_unreported_units(long n, long u, Verdict verdict) =>
        Judgement.Of(n, 100, u, anyReport: true, Comparator.AtLeast, 70).ShouldBe(verdict);

    [Theory]
    [InlineData(100, 0, Verdict.Met)]
    [InlineData(99, 0, Verdict.NotMet)]
    [InlineData(99, 1, Verdict.Undetermined)]
    [InlineData(98, 1, Verdict.NotMet)]
    public void Exactly_100_percent_is_met_only_when_everyone_has_reported(long n, long u, Verdict verdict) =>
        Judgement.Of(n, 100, u, anyReport: true, Comparator.Equal, 100).ShouldBe(verdict);

    [Theory]
    [InlineData(80, 0, Verdict.NotMet)]
    [InlineData(80, 1, Verdict.Undetermined)]
    [InlineData(81, 0, Verdict.Met)]
    public void More_than_80_percent_is_not_met_at_80(long n, long u, Verdict verdict) =>
        Judgement.Of(n, 100, u, anyReport: true, Comparator.Greater, 80).ShouldBe(verdict);

    [Fact]
    public void Nothing_of_nothing_did_not_arise_and_is_neither_met_nor_missed()
    {
        Judgement.Of(0, 0, 0, anyReport: true, Comparator.Equal, 100).ShouldBe(Verdict.NotArising);
        Result(IndicatorKind.Ratio, (0, 0, 1, 1)).RateText(100).ShouldBe("không phát sinh");
    }

    [Fact]
    public void Where_nobody_has_reported_nothing_is_known()
    {
        Judgement.Of(0, 0, 0, anyReport: false, Comparator.Equal, 100).ShouldBe(Verdict.NotReported);
        Judgement.Of(0, 100, 100, anyReport: false, Comparator.AtLeast, 70).ShouldBe(Verdict.NotReported);
        Result(IndicatorKind.Ratio, (0, 100, 48, 0)).RateText(70).ShouldBe("chưa báo cáo");
    }

    [Fact]
    public void Sectors_are_combined_by_sums_and_the_module_that_is_absent_makes_the_figure_provisional()
    {
        var result = Result(IndicatorKind.Ratio, (9, 10, 10, 10), (30, 90, 90, 90));
        result.Numerator.ShouldBe(39);
        result.Denominator.ShouldBe(100);
        result.RateText(70).ShouldBe("39%");
        result.Provisional.ShouldBeFalse();
        var absent = result with { Contributions = result.Contributions.Add(new ContributionResult("police", SectorOutcome.Disabled, new Text("tắt", "off"), null, default, null)) };
        absent.Provisional.ShouldBeTrue();
        absent.RateText(70).ShouldBe("39%");
    }

    [Fact]
    public void A_count_is_printed_without_a_rate() => Result(IndicatorKind.Count, (1000, 0, 1, 1)).RateText(null).ShouldBe("1.000");

    [Fact]
    public void A_sum_that_does_not_fit_is_refused_and_never_wraps() =>
        Should.Throw<OverflowException>(() => Result(IndicatorKind.Count, (long.MaxValue, 0, 1, 1), (1, 0, 1, 1)).Numerator);

    [Fact]
    public void Met_and_not_met_stay_true_whatever_the_unreported_units_turn_out_to_be() => Prop.ForAll(Arb.From(
        from d in Gen.Choose(1, 60)
        from n in Gen.Choose(0, d)
        from u in Gen.Choose(0, d - n)
        from threshold in Gen.Choose(0, 100)
        from comparator in Gen.Elements(Comparator.Greater, Comparator.AtLeast, Comparator.Equal)
        select (n, d, u, threshold, comparator)), t =>
    {
        var outcomes = Enumerable.Range(0, t.u + 1).Select(more => Rate.Passes(t.n + more, t.d, t.comparator, t.threshold)).Distinct().ToArray();
        return Judgement.Of(t.n, t.d, t.u, anyReport: true, t.comparator, t.threshold) switch
        {
            Verdict.Met => outcomes is [true] || (t.comparator != Comparator.Equal && outcomes[0]),
            Verdict.NotMet => outcomes is [false],
            // Between two whole units an “=” may be out of reach; the interval is what the rule looks at.
            Verdict.Undetermined => outcomes.Length == 2 || t.comparator == Comparator.Equal,
            _ => false,
        };
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    private static IndicatorResult Result(IndicatorKind kind, params (long N, long D, long Expected, long Reported)[] parts) => new(
        new IndicatorDefinition("CT1", new Text("x", "x"), kind, new Text("%", "%"), new Text("x", "x"), []),
        IndicatorBasis.Forms,
        [
            .. parts.Select((p, i) => new ContributionResult(
                $"m{i}", SectorOutcome.Ok, null, new IndicatorContribution("CT1", Term(p.N), kind == IndicatorKind.Count ? null : Term(p.D), 0), new Coverage(p.Expected, p.Reported, p.Reported), null)),
        ]);

    private static Term Term(long value) => new(value, ImmutableArray.Create<TermSource>(new TermSource.Registered(Scope.All, value)));
}
