using System.Collections.Immutable;
using Shouldly;
using SocialWork.Abstractions;
using SocialWork.Core.Privacy;
using SocialWork.Tests.Masking;
using Xunit;
using static SocialWork.Core.Tests.Privacy.SmallForm;

namespace SocialWork.Core.Tests.Privacy;

/// <summary>Which cells are hidden with a small number, and that they are enough.</summary>
public sealed class CellMaskTests
{
    [Fact]
    public void A_small_number_is_hidden_with_the_next_larger_one_and_the_rest_is_shown()
    {
        var hidden = Hide([(4, 2, 6), (4, 0, 4), (4, 6, 10), (4, 9, 13)]);
        hidden.Keys.Order(StringComparer.Ordinal).ShouldBe(["0", "2"]);
        hidden["0"].ShouldBe([Sensitive, Distinct], ignoreOrder: true);
        hidden["2"].ShouldBe([Sensitive, Distinct], ignoreOrder: true);
    }

    [Fact]
    public void Where_no_larger_number_is_there_the_zeros_are_hidden_too() =>
        Hide([(4, 2, 6), (4, 0, 4), (4, 0, 4)]).Keys.Order(StringComparer.Ordinal).ShouldBe(["0", "1", "2"]);

    [Fact]
    public void Zeros_and_numbers_from_five_hide_nothing() => Hide([(4, 5, 9), (4, 0, 4), (1, 7, 8)]).ShouldBeEmpty();

    [Fact]
    public void Units_whose_sums_are_published_apart_do_not_hide_each_other()
    {
        var hidden = CellMask.Hide([Unit("0", (4, 2, 6)) with { Class = "x" }, Unit("1", (4, 6, 10))]);
        // Alone in its class a unit shows nothing that is tied to the group.
        hidden.Keys.ShouldBe(["0"]);
        hidden["0"].ShouldBe([Open, Sensitive, Distinct], ignoreOrder: true);
    }

    [Fact]
    public void No_hidden_small_number_is_the_only_one_that_fits_what_is_published()
    {
        var random = new Random(20260101);
        for (var run = 0; run < 300; run++)
        {
            var rows = Enumerable.Range(0, 3).Select(_ => Row(random)).ToArray();
            new PublishedTable(rows.Select((row, i) => Unit($"{i}", row)), Hide(rows)).SmallNumbers().ShouldAllBe(small => small.Exposure == Exposure.None, string.Join(" ", rows));
        }
    }

    private static ImmutableDictionary<string, ImmutableHashSet<CellKey>> Hide((int A, int S, int Kt)[] rows) => CellMask.Hide(rows.Select((row, i) => Unit($"{i}", row)));
}
