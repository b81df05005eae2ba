using System.Collections.Immutable;
using Shouldly;
using SocialWork.Abstractions;
using SocialWork.Core.Forms;
using SocialWork.Core.Privacy;
using SocialWork.Core.Rules;
using Xunit;

namespace SocialWork.Core.Tests.Privacy;

/// <summary>Small numbers are hidden, and every table that a reader cannot tell from the true one is found by trying them all.</summary>
public sealed class CellMaskTests
{
    private const int Largest = 6;
    private static readonly Dimension Group = new("G", new Text("Nhóm", "Group"), [new("A", new Text("A", "A")), new("S", new Text("S", "S"))]);
    private static readonly CompiledForm Form = CompiledForm.Compile(new FormDefinition("T1", 1)
    {
        Title = new Text("Thử", "Trial"),
        FilledBy = FilledBy.EveryCommune,
        Sensitivity = Sensitivity.Masked([new OptionFilter("G", ["S"])], []),
        Sections = [new FormSection("s", new Text("Phần", "Part"))],
        Fields =
        [
            new IntField("T1", "so") { Section = "s", Label = new Text("Số", "Number"), By = [Group], Empties = [EmptyKind.NotArising, EmptyKind.Withheld] },
            new IntField("T1", "kt") { Section = "s", Label = new Text("Không trùng", "Distinct") },
        ],
        Rules = [FormRule.Error("T1.r1", "max(so) <= kt <= sum(so)", "Sai.", "Wrong.")],
    });

    private static readonly CellKey Open = new("so", "A");
    private static readonly CellKey Sensitive = new("so", "S");
    private static readonly CellKey Distinct = new("kt");
    private static readonly RuleContext Context = new() { Unit = new SubmittingUnit(UnitTypes.Commune), PlanYear = 2026 };

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
            var rows = Enumerable.Range(0, 3).Select(_ => Random(random)).ToArray();
            var hidden = Hide(rows);
            for (var unit = 0; unit < rows.Length; unit++)
            {
                if (rows[unit].S is <= 0 or >= CellMask.SmallBelow) continue;
                hidden.ShouldContainKey($"{unit}");
                Possible(rows, hidden, unit).ShouldContain(s => s == 0 || s >= CellMask.SmallBelow, $"unit {unit} of {string.Join(" ", rows)}");
            }
        }
    }

    // Every value that a unit's sensitive number has in a table which agrees with all that is shown, the three sums and the rule.
    private static HashSet<int> Possible((int A, int S, int Kt)[] rows, ImmutableDictionary<string, ImmutableHashSet<CellKey>> hidden, int unit)
    {
        var candidates = rows.Select((row, i) => All().Where(other => Agrees(row, other, hidden.GetValueOrDefault($"{i}", []))).ToArray()).ToArray();
        var sums = (rows.Sum(r => r.A), rows.Sum(r => r.S), rows.Sum(r => r.Kt));
        return
        [
            .. from first in candidates[0]
               from second in candidates[1]
               from third in candidates[2]
               where (first.A + second.A + third.A, first.S + second.S + third.S, first.Kt + second.Kt + third.Kt) == sums
               select new[] { first, second, third }[unit].S,
        ];
    }

    private static bool Agrees((int A, int S, int Kt) row, (int A, int S, int Kt) other, ImmutableHashSet<CellKey> hidden) =>
        (hidden.Contains(Open) || row.A == other.A) && (hidden.Contains(Sensitive) || row.S == other.S) && (hidden.Contains(Distinct) || row.Kt == other.Kt);

    private static IEnumerable<(int A, int S, int Kt)> All() =>
        from a in Enumerable.Range(0, 3)
        from s in Enumerable.Range(0, Largest + 1)
        from kt in Enumerable.Range(Math.Max(a, s), Math.Min(a, s) + 1)
        select (a, s, kt);

    private static (int A, int S, int Kt) Random(Random random)
    {
        var (a, s) = (random.Next(3), random.Next(Largest + 1));
        return (a, s, random.Next(Math.Max(a, s), a + s + 1));
    }

    private static ImmutableDictionary<string, ImmutableHashSet<CellKey>> Hide((int A, int S, int Kt)[] rows) => CellMask.Hide(rows.Select((row, i) => Unit($"{i}", row)));

    private static MaskedUnit Unit(string code, (int A, int S, int Kt) row) => new(
        code,
        "communes",
        Form,
        new FormValues(ImmutableDictionary<CellKey, CellValue>.Empty
            .Add(Open, new CellValue.Number(row.A)).Add(Sensitive, new CellValue.Number(row.S)).Add(Distinct, new CellValue.Number(row.Kt))),
        Context);
}
