using Shouldly;
using Xunit;
using static SocialWork.Core.Tests.Rules.SampleForm;

namespace SocialWork.Core.Tests.Rules;

public sealed class GrammarTests
{
    [Fact]
    public void Implication_is_false_only_when_the_left_holds_and_the_right_does_not()
    {
        Eval("a > 0 -> b > 0", ("a", 1), ("b", 0)).ShouldBe(false);
        Eval("a > 0 -> b > 0", ("a", 1), ("b", 1)).ShouldBe(true);
        Eval("a > 0 -> b > 0", ("a", 0), ("b", 0)).ShouldBe(true);
    }

    [Fact]
    public void Implication_groups_to_the_right()
    {
        // To the left it would read (false -> true) -> false, which is false.
        Eval("a > 0 -> b > 0 -> c > 0", ("a", 0), ("b", 1), ("c", 0)).ShouldBe(true);
        Eval("(a > 0 -> b > 0) -> c > 0", ("a", 0), ("b", 1), ("c", 0)).ShouldBe(false);
    }

    [Fact]
    public void Implication_is_looser_than_or() =>
        Eval("a > 0 or b > 0 -> c > 0", ("a", 1), ("b", 0), ("c", 0)).ShouldBe(false);

    [Fact]
    public void Or_is_looser_than_and()
    {
        Eval("a > 0 or b > 0 and c > 0", ("a", 1), ("b", 0), ("c", 0)).ShouldBe(true);
        Eval("(a > 0 or b > 0) and c > 0", ("a", 1), ("b", 0), ("c", 0)).ShouldBe(false);
    }

    [Fact]
    public void Not_is_tighter_than_and_and_looser_than_comparison()
    {
        Eval("not a > 0 and b > 0", ("a", 0), ("b", 0)).ShouldBe(false);
        Eval("not a > 0", ("a", 0)).ShouldBe(true);
        Eval("not not yes", ("yes", true)).ShouldBe(true);
    }

    [Theory]
    [InlineData("a < b", true)]
    [InlineData("a <= b", true)]
    [InlineData("a = b", false)]
    [InlineData("a != b", true)]
    [InlineData("a >= b", false)]
    [InlineData("a > b", false)]
    public void Each_comparison_compares(string expression, bool expected) => Eval(expression, ("a", 1), ("b", 2)).ShouldBe(expected);

    [Theory]
    [InlineData(1, 2, 3, true)]
    [InlineData(1, 2, 1, false)]
    [InlineData(3, 2, 3, false)]
    public void A_chain_means_both_comparisons(int a, int b, int c, bool expected) =>
        Eval("a <= b <= c", ("a", a), ("b", b), ("c", c)).ShouldBe(expected);

    [Theory]
    [InlineData("a + b * c = 7")]
    [InlineData("(a + b) * c = 9")]
    [InlineData("c - b - a = 0")]
    [InlineData("-a + b = 1")]
    [InlineData("b * -a = -2")]
    [InlineData("c - -a = 4")]
    [InlineData("12 / b / c = 2")]
    public void Arithmetic_has_its_usual_precedence_and_groups_to_the_left(string expression) =>
        Eval(expression, ("a", 1), ("b", 2), ("c", 3)).ShouldBe(true);

    [Fact]
    public void Division_is_exact() => Eval("a / 3 * 3 = a and a / 3 > 0.333 and a / 3 < 0.334", ("a", 1)).ShouldBe(true);

    [Fact]
    public void A_negative_divisor_keeps_the_order() => Eval("a / (b - 3) < 0", ("a", 1), ("b", 1)).ShouldBe(true);

    [Fact]
    public void Decimals_are_exact() => Eval("0.1 + 0.2 = 0.3 and a >= 0", ("a", 0)).ShouldBe(true);

    [Fact]
    public void Products_of_large_amounts_do_not_overflow() =>
        Eval("money * money * money > money * money * money - 1", ("money", long.MaxValue)).ShouldBe(true);

    [Fact]
    public void A_bool_field_is_a_condition_by_itself()
    {
        Eval("yes", ("yes", true)).ShouldBe(true);
        Eval("yes and not yes_d[A]", ("yes", true), ("yes_d[A]", true)).ShouldBe(false);
    }

    [Fact]
    public void A_choice_is_compared_with_an_option_on_either_side()
    {
        Eval("pick = 'ONE'", ("pick", "ONE")).ShouldBe(true);
        Eval("'ONE' != pick", ("pick", "TWO")).ShouldBe(true);
    }

    [Fact]
    public void Dates_compare_with_dates_and_with_due()
    {
        Eval("2026-01-31 <= day < due", ("day", new DateOnly(2026, 11, 29))).ShouldBe(true);
        Eval("day < due", ("day", new DateOnly(2026, 11, 30))).ShouldBe(false);
    }

    [Fact]
    public void Year_and_plan_year() => Eval("year(day) = planYear", ("day", new DateOnly(2026, 4, 1))).ShouldBe(true);

    [Fact]
    public void Due_without_a_date_skips() => Eval("day < due", Context with { Due = null }, ("day", new DateOnly(2026, 1, 1))).ShouldBeNull();

    [Fact]
    public void Prev_reads_the_same_cell_of_the_year_before()
    {
        var context = Context with { Previous = Values(("a", 5), ("d1[A]", 7), ("d1[B]", 1), ("d1[C]", 0)) };
        Eval("a > prev(a)", context, ("a", 6)).ShouldBe(true);
        Eval("a = prev(d1[A])", context, ("a", 7)).ShouldBe(true);
        Eval("a = prev(d1)", context, ("a", 8)).ShouldBe(true);
        Violations("d1[*] >= prev(d1[*])", context, ("d1[A]", 6), ("d1[B]", 1), ("d1[C]", 0)).ShouldBe(["d1[A]"]);
    }

    [Fact]
    public void Prev_without_a_year_before_skips() => Eval("a > prev(a)", ("a", 6)).ShouldBeNull();

    [Fact]
    public void Gate_of_a_clause_asks_the_plan()
    {
        var closed = Context with { GateOpen = clause => clause.Value != "2026/IV.1.c" };
        Eval("not gateOpen('2026/IV.1.c') -> a = 0", closed, ("a", 1)).ShouldBe(false);
        Eval("gateOpen('2026/IV.1.d') and a = 1", closed, ("a", 1)).ShouldBe(true);
    }

    [Fact]
    public void Gate_of_the_task_in_turn()
    {
        var closed = Context with { GateOpen = clause => clause.Value != Task2 };
        Violations("not gateOpen(*) -> status[*] != 'ONE'", closed, ($"status[{Task1}]", "ONE"), ($"status[{Task2}]", "ONE")).ShouldBe([$"status[{Task2}]"]);
    }

    [Fact]
    public void Blanks_mean_nothing() => Eval("  a<=b\n<=\tc ", ("a", 1), ("b", 2), ("c", 3)).ShouldBe(true);

    [Fact]
    public void A_date_is_never_a_subtraction() => Error("a = 2026-04-15")!.Code.ShouldBe("rule.cannotCompare");
}
