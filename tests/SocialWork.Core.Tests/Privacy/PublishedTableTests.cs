using System.Collections.Immutable;
using Shouldly;
using SocialWork.Abstractions;
using SocialWork.Core.Privacy;
using SocialWork.Tests.Masking;
using Xunit;
using static SocialWork.Core.Tests.Privacy.SmallForm;

namespace SocialWork.Core.Tests.Privacy;

/// <summary>The judge of masked tables is itself judged: by cases that anyone can follow, and by trying every table.</summary>
public sealed class PublishedTableTests
{
    [Fact]
    public void A_small_number_hidden_by_itself_is_what_the_sum_leaves() =>
        Judge([(4, 2, 6), (4, 6, 10)], [[Sensitive], []]).ShouldBe([Exposure.Determined]);

    [Fact]
    public void A_small_number_hidden_beside_one_of_another_class_is_what_the_sum_leaves() =>
        new PublishedTable([Unit("0", (4, 2, 6)) with { Class = "x" }, Unit("1", (4, 6, 10))], Hidden([[Sensitive], [Sensitive]])).SmallNumbers().Single().Exposure.ShouldBe(Exposure.Determined);

    [Fact]
    public void A_total_of_the_unit_that_is_shown_bounds_what_is_hidden() =>
        // 6 <= 4 + S and 10 <= 4 + the other leave 2 and 6.
        Judge([(4, 2, 6), (4, 6, 10)], [[Sensitive], [Sensitive]]).ShouldBe([Exposure.Confined]);

    [Fact]
    public void Two_small_numbers_of_a_small_sum_confine_each_other_unless_one_may_be_none() =>
        Judge([(4, 1, 4), (4, 3, 4)], [[Sensitive], [Sensitive]]).ShouldBe([Exposure.None, Exposure.None]);

    [Fact]
    public void A_small_number_that_is_shown_is_told() => Judge([(4, 2, 6), (4, 6, 10)], [[], []]).ShouldBe([Exposure.Shown]);

    [Fact]
    public void Counts_of_what_did_not_arise_are_published_too()
    {
        // Two of three hidden numbers are no numbers: the third is the sum, whichever unit's it is.
        var units = new[] { Unit("0", (0, 2, 2)), Nothing("1"), Nothing("2") };
        new PublishedTable(units, Hidden([[Sensitive, Distinct], [Sensitive, Distinct], []])).SmallNumbers().Single().Exposure.ShouldBe(Exposure.None);
        new PublishedTable(units[..2], Hidden([[Sensitive], []])).SmallNumbers().Single().Exposure.ShouldBe(Exposure.Determined);

        static MaskedUnit Nothing(string code) => Unit(code, (0, 0, 0)) with { Values = new FormValues(Unit(code, (0, 0, 0)).Values.Cells.SetItem(Sensitive, CellValue.NotArising)) };
    }

    [Fact]
    public void It_judges_as_trying_every_table_does()
    {
        var random = new Random(20261122);
        var judged = new Dictionary<bool, int> { [true] = 0, [false] = 0 };
        for (var run = 0; run < 2_000; run++)
        {
            var rows = new[] { Row(random), Row(random) };
            var hidden = rows.Select(_ => new[] { Open, Sensitive, Distinct }.Where(_ => random.Next(4) > 0).ToArray()).ToArray();
            var verdicts = new PublishedTable(rows.Select((row, i) => Unit($"{i}", row)), Hidden(hidden)).SmallNumbers();
            foreach (var small in verdicts)
            {
                var told = !Possible(rows, hidden, small.Unit == "0").Any(s => s is 0 or >= CellMask.SmallBelow);
                small.Exposure.ShouldBeOneOf(told ? [Exposure.Shown, Exposure.Determined, Exposure.Confined] : [Exposure.None]);
                judged[told]++;
            }
        }

        judged.Values.ShouldAllBe(times => times > 100);
    }

    // Every value of a unit's sensitive number in a table of two units that agrees with what is shown, the sums and the rule.
    private static IEnumerable<int> Possible((int A, int S, int Kt)[] rows, CellKey[][] hidden, bool first)
    {
        var (a, s, kt) = (rows.Sum(r => r.A), rows.Sum(r => r.S), rows.Sum(r => r.Kt));
        return from one in
                   from x in Enumerable.Range(0, a + 1)
                   from y in Enumerable.Range(0, s + 1)
                   from z in Enumerable.Range(0, kt + 1)
                   select (A: x, S: y, Kt: z)
               let other = (A: a - one.A, S: s - one.S, Kt: kt - one.Kt)
               where Keeps(one) && Keeps(other) && Agrees(rows[0], one, hidden[0]) && Agrees(rows[1], other, hidden[1])
               select first ? one.S : other.S;
    }

    private static bool Agrees((int A, int S, int Kt) row, (int A, int S, int Kt) other, CellKey[] hidden) =>
        (hidden.Contains(Open) || row.A == other.A) && (hidden.Contains(Sensitive) || row.S == other.S) && (hidden.Contains(Distinct) || row.Kt == other.Kt);

    private static bool Keeps((int A, int S, int Kt) row) => Math.Max(row.A, row.S) <= row.Kt && row.Kt <= row.A + row.S;

    private static Exposure[] Judge((int A, int S, int Kt)[] rows, CellKey[][] hidden) =>
        [.. new PublishedTable(rows.Select((row, i) => Unit($"{i}", row)), Hidden(hidden)).SmallNumbers().Select(small => small.Exposure)];

    private static Dictionary<string, ImmutableHashSet<CellKey>> Hidden(CellKey[][] cells) => cells.Select((hidden, i) => (i, hidden)).ToDictionary(one => $"{one.i}", one => one.hidden.ToImmutableHashSet());
}
