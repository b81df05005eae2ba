using SocialWork.Abstractions;
using SocialWork.Core.Rules;
using Shouldly;
using Xunit;
using static SocialWork.Core.Tests.Rules.SampleForm;

namespace SocialWork.Core.Tests.Rules;

public sealed class EvaluationTests
{
    private static readonly CellValue NotArising = CellValue.NotArising;
    private static readonly CellValue NotApplicable = CellValue.NotApplicable;
    private static readonly CellValue Withheld = CellValue.Withheld;

    [Fact]
    public void A_rule_that_holds_or_is_skipped_violates_nothing()
    {
        Violations("a <= b", ("a", 1), ("b", 1)).ShouldBeEmpty();
        Violations("a <= b", ("a", 1)).ShouldBeEmpty();
        Violations("a <= b", ("a", 2), ("b", 1)).ShouldBe(["a b"]);
    }

    [Fact]
    public void Not_arising_is_0_in_a_number_cell() => Eval("a = 0 and money = 0", ("a", NotArising), ("money", NotArising)).ShouldBe(true);

    [Theory]
    [InlineData("yes")]
    [InlineData("day < due")]
    [InlineData("pick = 'ONE'")]
    public void Not_arising_skips_in_other_cells(string expression) =>
        Eval(expression, ("yes", NotArising), ("day", NotArising), ("pick", NotArising)).ShouldBeNull();

    [Fact]
    public void An_unreported_operand_skips() => Eval("a <= b", ("a", 5)).ShouldBeNull();

    [Fact]
    public void A_withheld_operand_skips() => Eval("a <= b", ("a", 5), ("b", Withheld)).ShouldBeNull();

    [Fact]
    public void A_not_applicable_operand_skips() => Eval("a <= b", ("a", 5), ("b", NotApplicable)).ShouldBeNull();

    [Theory]
    [InlineData("a > 0 or b > 0")]
    [InlineData("a < 0 and b > 0")]
    [InlineData("a < 0 -> b > 0")]
    [InlineData("not (a > 0 or b > 0)")]
    [InlineData("9 <= a <= b")]
    public void One_silent_operand_silences_the_whole_rule(string expression) => Eval(expression, ("a", 5)).ShouldBeNull();

    [Fact]
    public void A_starred_rule_is_silent_for_that_option_only() =>
        Violations("d1[*] <= d2[*]", ("d1[A]", 2), ("d2[A]", 1), ("d1[B]", 2), ("d1[C]", 3), ("d2[C]", 1)).ShouldBe(["d1[A] d2[A]", "d1[C] d2[C]"]);

    [Theory]
    [InlineData(null)]
    [InlineData(EmptyKind.NotArising)]
    [InlineData(EmptyKind.NotApplicable)]
    [InlineData(EmptyKind.Withheld)]
    public void Every_kind_of_empty_is_empty_and_skips_nothing(EmptyKind? kind)
    {
        object? value = kind is { } known ? new CellValue.Empty(known) : null;
        Eval("empty(a) and empty(note) and not filled(a)", ("a", value), ("note", value)).ShouldBe(true);
    }

    [Fact]
    public void Zero_and_false_are_values() => Eval("filled(a) and filled(yes) and not empty(a)", ("a", 0), ("yes", false)).ShouldBe(true);

    [Fact]
    public void A_table_is_filled_by_a_row()
    {
        Eval("filled(rows)", ("rows", new CellValue.Rows([]))).ShouldBe(false);
        Eval("filled(rows)", ("rows", new CellValue.Rows([System.Collections.Immutable.ImmutableSortedDictionary<string, CellValue>.Empty]))).ShouldBe(true);
    }

    [Fact]
    public void A_disaggregated_field_without_index_is_filled_by_one_cell()
    {
        Eval("filled(note_d)", ("note_d[B]", "có")).ShouldBe(true);
        Eval("filled(d1)", ("d1[B]", NotArising)).ShouldBe(false);
        Eval("empty(d1)").ShouldBe(true);
    }

    [Fact]
    public void Filled_of_one_option_looks_at_that_option() => Eval("filled(note_d[A])", ("note_d[B]", "có")).ShouldBe(false);

    [Fact]
    public void A_disaggregated_field_is_its_total() => Eval("d1 = 6 and sum(d1) = 6 and max(d1) = 3", ("d1[A]", 1), ("d1[B]", 2), ("d1[C]", 3)).ShouldBe(true);

    [Fact]
    public void Not_arising_counts_as_0_in_totals() => Eval("sum(d1) = 3 and max(d1) = 2", ("d1[A]", 1), ("d1[B]", 2), ("d1[C]", NotArising)).ShouldBe(true);

    [Fact]
    public void Not_applicable_is_left_out_of_totals() => Eval("d1 = 3 and max(d1) = 2", ("d1[A]", 1), ("d1[B]", 2), ("d1[C]", NotApplicable)).ShouldBe(true);

    [Theory]
    [InlineData("sum(d1) >= 0")]
    [InlineData("max(d1) >= 0")]
    [InlineData("d1 >= 0")]
    public void A_total_is_unreported_when_a_cell_is(string expression)
    {
        Eval(expression, ("d1[A]", 1), ("d1[B]", 2)).ShouldBeNull();
        Eval(expression, ("d1[A]", 1), ("d1[B]", 2), ("d1[C]", Withheld)).ShouldBeNull();
    }

    [Theory]
    [InlineData("sum(d1) = 0")]
    [InlineData("max(d1) = 0")]
    [InlineData("d1 = 0")]
    public void With_no_cell_left_a_total_skips(string expression) =>
        Eval(expression, ("d1[A]", NotApplicable), ("d1[B]", NotApplicable), ("d1[C]", NotApplicable)).ShouldBeNull();

    [Fact]
    public void A_field_that_is_not_of_the_unit_type_is_not_applicable()
    {
        var hospital = Context with { Unit = new SubmittingUnit(UnitTypes.Hospital) };
        Eval("clinic <= a", ("clinic", 5), ("a", 1)).ShouldBeNull();
        Eval("clinic <= a", hospital, ("clinic", 5), ("a", 1)).ShouldBe(false);
        Eval("sum(clinic_d) >= 0").ShouldBeNull();
        Eval("empty(clinic)", ("clinic", 5)).ShouldBe(true);
    }

    [Fact]
    public void An_option_of_a_field_with_further_dimensions_is_its_total()
    {
        Eval("de[A] = 3 and de[A] <= 3", ("de[A,X]", 1), ("de[A,Y]", 2)).ShouldBe(true);
        Eval("de[X] = 6", ("de[A,X]", 1), ("de[B,X]", 2), ("de[C,X]", 3)).ShouldBe(true);
        Eval("de[A] = 1", ("de[A,X]", 1), ("de[A,Y]", NotApplicable)).ShouldBe(true);
        Eval("de[A] = 1", ("de[A,X]", 1)).ShouldBeNull();
    }

    [Fact]
    public void Division_by_0_skips()
    {
        Eval("a / b > 1", ("a", 1), ("b", 0)).ShouldBeNull();
        Eval("a / (b - b) > 1 or a = 1", ("a", 1), ("b", 2)).ShouldBeNull();
    }

    [Fact]
    public void A_value_of_another_kind_than_the_field_skips() => Eval("a >= 0", ("a", "chữ")).ShouldBeNull();

    [Fact]
    public void Stars_run_over_every_combination_of_shared_dimensions() =>
        Violations("de[*] <= de2[*]", ("de[A,X]", 2), ("de2[A,X]", 1), ("de[C,Y]", 2), ("de2[C,Y]", 1), ("de[B,X]", 0), ("de2[B,X]", 0))
            .ShouldBe(["de[A,X] de2[A,X]", "de[C,Y] de2[C,Y]"]);

    [Fact]
    public void A_starred_field_with_further_dimensions_stands_for_its_total() =>
        Violations("d1[*] <= de[*]", ("d1[A]", 4), ("de[A,X]", 1), ("de[A,Y]", 2), ("d1[B]", 3), ("de[B,X]", 1), ("de[B,Y]", 2))
            .ShouldBe(["d1[A] de[A,X] de[A,Y]"]);

    [Fact]
    public void Fields_without_star_stay_the_same_in_a_starred_rule() =>
        Violations("d1[*] <= a", ("a", 2), ("d1[A]", 3), ("d1[B]", 2), ("d1[C]", 9)).ShouldBe(["d1[A] a", "d1[C] a"]);

    [Fact]
    public void Stars_over_tasks_run_over_the_tasks_of_the_unit()
    {
        Violations("status[*] = 'ONE' -> filled(why[*])", ($"status[{Task1}]", "ONE"), ($"status[{Task2}]", "TWO")).ShouldBe([$"status[{Task1}] why[{Task1}]"]);
        Violations("status[*] = 'ONE' -> filled(why[*])", Context with { Unit = new SubmittingUnit(UnitTypes.School) }, ($"status[{Task1}]", "ONE")).ShouldBeEmpty();
    }

    [Fact]
    public void A_violation_names_each_cell_once_in_the_rule_s_order() =>
        Violations("max(d1) <= a <= sum(d1)", ("a", 9), ("d1[A]", 1), ("d1[B]", 2), ("d1[C]", 3)).ShouldBe(["d1[A] d1[B] d1[C] a"]);
}
