using System.Collections.Immutable;
using Shouldly;
using SocialWork.Abstractions;
using SocialWork.Core.Forms;
using SocialWork.Core.Privacy;
using SocialWork.Core.Rules;
using SocialWork.Tests.Masking;
using Xunit;

namespace SocialWork.Core.Tests.Privacy;

/// <summary>Money tells how many people it was for: amounts of a sensitive group are hidden with the group's numbers. Answers of yes or no are shown.</summary>
public sealed class HiddenAmountsTests
{
    private static readonly Dimension Group = new("G", new Text("Nhóm", "Group"), [new("A", new Text("A", "A")), new("S", new Text("S", "S"))]);
    private static readonly CompiledForm Form = CompiledForm.Compile(new FormDefinition("T2", 1)
    {
        Title = new Text("Thử", "Trial"),
        FilledBy = FilledBy.EveryCommune,
        Sensitivity = Sensitivity.Masked([new OptionFilter("G", ["S"])], []),
        Sections = [new FormSection("s", new Text("Phần", "Part"))],
        Fields =
        [
            new IntField("T2", "so") { Section = "s", Label = new Text("Số", "Number"), By = [Group] },
            new MoneyField("T2", "tien") { Section = "s", Label = new Text("Tiền", "Money"), By = [Group] },
            new MoneyField("T2", "chi") { Section = "s", Label = new Text("Chi", "Spent") },
            new MoneyField("T2", "khac") { Section = "s", Label = new Text("Khác", "Other") },
            new BoolField("T2", "co") { Section = "s", Label = new Text("Có", "Any") },
        ],
        Rules = [FormRule.Error("T2.r1", "chi <= sum(tien)", "Sai.", "Wrong."), FormRule.Error("T2.r2", "co -> sum(so) > 0", "Sai.", "Wrong.")],
    });

    [Fact]
    public void Amounts_of_a_group_are_hidden_with_its_small_number_and_so_are_those_that_a_rule_compares_with_them()
    {
        var hidden = CellMask.Hide([Unit("0", 2, 600), Unit("1", 7, 2_100), Unit("2", 40, 12_000)]);
        hidden.Keys.Order(StringComparer.Ordinal).ShouldBe(["0", "1"]);
        hidden.Values.ShouldAllBe(cells => cells.SetEquals(new[] { new CellKey("so", "S"), new CellKey("tien", "S"), new CellKey("chi") }));
    }

    [Fact]
    public void A_small_amount_is_no_small_number() => CellMask.Hide([Unit("0", 6, 3), Unit("1", 0, 0), Unit("2", 40, 4)]).ShouldBeEmpty();

    [Fact]
    public void No_small_number_follows_from_amounts_and_answers_of_yes_or_no()
    {
        var random = new Random(20261122);
        for (var run = 0; run < 100; run++)
        {
            var units = Enumerable.Range(0, 6).Select(i => Unit($"{i}", random.Next(9), random.Next(4) * 300)).ToArray();
            new PublishedTable(units, CellMask.Hide(units)).SmallNumbers().ShouldAllBe(small => small.Exposure == Exposure.None, $"table {run}");
        }
    }

    private static MaskedUnit Unit(string code, long people, long amount) => new(
        code,
        "communes",
        Form,
        new FormValues(ImmutableDictionary<CellKey, CellValue>.Empty
            .Add(new CellKey("so", "A"), new CellValue.Number(3)).Add(new CellKey("so", "S"), new CellValue.Number(people))
            .Add(new CellKey("tien", "A"), new CellValue.Number(900)).Add(new CellKey("tien", "S"), new CellValue.Number(amount))
            .Add(new CellKey("chi"), new CellValue.Number(amount)).Add(new CellKey("khac"), new CellValue.Number(5)).Add(new CellKey("co"), new CellValue.Flag(true))),
        new RuleContext { Unit = new SubmittingUnit(UnitTypes.Commune), PlanYear = 2026 });
}
