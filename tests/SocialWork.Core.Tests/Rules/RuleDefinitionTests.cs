using SocialWork.Core.Rules;
using Shouldly;
using Xunit;
using static SocialWork.Core.Tests.Rules.SampleForm;

namespace SocialWork.Core.Tests.Rules;

public sealed class RuleDefinitionTests
{
    [Theory]
    [InlineData("a <= nope", "rule.unknownField", 6)]
    [InlineData("a <=", "rule.unexpected", 5)]
    [InlineData("a <= b b", "rule.unexpected", 8)]
    [InlineData("(a <= b", "rule.unexpected", 8)]
    [InlineData("a <= b)", "rule.unexpected", 7)]
    [InlineData("a ? b", "rule.unreadable", 3)]
    [InlineData("a <= 1.", "rule.unreadable", 7)]
    [InlineData("pick = 'ONE", "rule.openQuote", 8)]
    [InlineData("day < 2026-02-30", "rule.notADate", 7)]
    [InlineData("a", "rule.wrongType", 1)]
    [InlineData("a + 1", "rule.wrongType", 1)]
    [InlineData("a > 0 and b", "rule.wrongType", 11)]
    [InlineData("not a", "rule.wrongType", 5)]
    [InlineData("yes + 1 > 0", "rule.wrongType", 1)]
    [InlineData("-yes > 0", "rule.wrongType", 2)]
    [InlineData("(a > b) < c", "rule.cannotCompare", 11)]
    [InlineData("a = day", "rule.cannotCompare", 5)]
    [InlineData("yes = yes", "rule.cannotCompare", 7)]
    [InlineData("note = note", "rule.cannotCompare", 8)]
    [InlineData("pick = pick", "rule.cannotCompare", 8)]
    [InlineData("pick < 'ONE'", "rule.optionComparison", 8)]
    [InlineData("a = 'ONE'", "rule.optionComparison", 5)]
    [InlineData("picks = 'ONE'", "rule.optionComparison", 9)]
    [InlineData("'ONE' = 'ONE'", "rule.optionComparison", 9)]
    [InlineData("pick = 'FOUR'", "rule.unknownOption", 8)]
    [InlineData("d1[Z] > 0", "rule.unknownOption", 1)]
    [InlineData("status[2026] > 0", "rule.unexpected", 8)]
    [InlineData("a[A] > 0", "rule.noDimension", 1)]
    [InlineData("a[*] > 0", "rule.noDimension", 1)]
    [InlineData("d1[*] <= e1[*]", "rule.noSharedDimension", 1)]
    [InlineData("yes_d", "rule.noTotal", 1)]
    [InlineData("status = 'ONE'", "rule.noTotal", 1)]
    [InlineData("max(a) > 0", "rule.notDisaggregated", 5)]
    [InlineData("sum(yes_d) > 0", "rule.notDisaggregated", 5)]
    [InlineData("sum(d1[A]) > 0", "rule.unexpected", 7)]
    [InlineData("year(a) = 2026", "rule.wrongType", 6)]
    [InlineData("year(day) = due", "rule.cannotCompare", 13)]
    [InlineData("median(d1) > 0", "rule.unknownFunction", 1)]
    [InlineData("gateOpen(*) -> a > 0", "rule.gateWithoutTask", 1)]
    [InlineData("gateOpen(*) -> d1[*] > 0", "rule.gateWithoutTask", 1)]
    [InlineData("gateOpen(a) -> a > 0", "rule.unexpected", 10)]
    [InlineData("gateOpen('IV') -> a > 0", "rule.notAClause", 1)]
    [InlineData("1 < 2", "rule.noField", 1)]
    [InlineData("planYear > 2000", "rule.noField", 1)]
    [InlineData("a > --b", "rule.unexpected", 6)]
    [InlineData("a = not b", "rule.unexpected", 5)]
    [InlineData("", "rule.unexpected", 1)]
    public void A_wrong_rule_is_refused_with_its_place(string expression, string code, int position)
    {
        var error = Error(expression).ShouldNotBeNull();
        error.Code.ShouldBe(code);
        error.Position.ShouldBe(position);
        error.Place.ShouldBe("T1.r1");
        error.Message.En.ShouldStartWith($"T1.r1, character {position}: ");
        error.Message.Vi.ShouldStartWith($"T1.r1, ký tự {position}: ");
    }

    [Fact]
    public void The_error_names_the_field_the_form_and_the_remedy()
    {
        var error = Error("a <= nope").ShouldNotBeNull();
        error.Message.En.ShouldBe("T1.r1, character 6: form T1 has no field nope; correct the name (in “a <= nope”).");
        error.Message.Vi.ShouldBe("T1.r1, ký tự 6: biểu mẫu T1 không có trường nope; hãy sửa tên trường (trong “a <= nope”).");
    }

    [Fact]
    public void Due_needs_a_duty() => Error("day < due", Definition with { Duty = null })!.Code.ShouldBe("rule.noDuty");

    [Fact]
    public void An_option_of_both_dimensions_is_ambiguous()
    {
        var twin = E with { Id = "TWIN", Options = D.Options };
        var form = Definition with { Fields = [.. Definition.Fields.Select(field => field.Id == "de" ? field with { By = [D, twin] } : field)] };
        Error("de[A] > 0", form)!.Code.ShouldBe("rule.ambiguousOption");
    }

    [Fact]
    public void A_condition_cannot_be_starred()
    {
        RuleCompiler.TryCompileCondition(Definition, "m1", "d1[*] > 0", out _, out var error).ShouldBeFalse();
        error!.Code.ShouldBe("rule.starInCondition");
        error.Place.ShouldBe("m1");
    }

    [Fact]
    public void Deep_nesting_is_refused_instead_of_exhausting_the_stack() =>
        Error(new string('(', 900) + "a > 0" + new string(')', 900))!.Code.ShouldBe("rule.tooDeep");

    [Fact]
    public void Endless_negation_is_refused() => Error(string.Concat(Enumerable.Repeat("not ", 400)) + "yes")!.Code.ShouldBe("rule.tooDeep");

    [Fact]
    public void A_rule_nobody_can_read_is_refused() => Error("a > 0" + string.Concat(Enumerable.Repeat(" or a > 0", 400)))!.Code.ShouldBe("rule.tooLong");

    [Fact]
    public void A_long_flat_rule_is_evaluated() => Eval("a > 0" + string.Concat(Enumerable.Repeat("+1", 900)), ("a", 1)).ShouldBe(false);

    [Fact]
    public void A_rule_tells_which_gates_it_asks() =>
        Compiled("gateOpen('2026/IV.4.c') -> a > 0").Gates.Select(gate => gate.Value).ShouldBe(["2026/IV.4.c"]);

    private static CompiledRule Compiled(string expression)
    {
        RuleCompiler.TryCompile(Definition, Abstractions.FormRule.Error("T1.r1", expression, "Sai.", "Wrong."), out var rule, out _).ShouldBeTrue();
        return rule!;
    }
}
