using FsCheck;
using FsCheck.Fluent;
using SocialWork.Abstractions;
using SocialWork.Core.Forms;
using SocialWork.Core.Rules;
using SocialWork.Core.Tests.Forms;
using Xunit;
using static SocialWork.Core.Tests.Rules.SampleForm;

namespace SocialWork.Core.Tests.Rules;

public sealed class RulePropertyTests
{
    private static readonly string[] Comparisons = ["<", "<=", "=", "!=", ">=", ">"];

    private static readonly string[] Expressions =
    [
        "a / b + c * money - d1 > 0", "max(de) <= sum(de) and de[A] >= 0", "filled(rows) or empty(picks) or yes", "year(day) = planYear or end < due",
        "pick = 'ONE' -> yes and yes_d[A]", "prev(a) + prev(d1[B]) > prev(money)", "a / (b - c) / money > -1",
    ];

    private static readonly string[] Words =
    [
        "a", "d1", "de", "yes", "day", "pick", "status", "[", "]", "*", "A", "(", ")", "->", "or", "and", "not", "<", "=", "+", "-", "/", "1", "2.5", "2026-01-01", "'ONE'",
        "due", "planYear", "max", "sum", "prev", "empty", "filled", "year", "gateOpen", "'2026/IV.4.a'", "?", "'", "é",
    ];

    [Fact]
    public void A_chain_equals_the_conjunction_of_its_comparisons() => Prop.ForAll(
        RandomValues.Wild(Form, School),
        Gen.Elements(Comparisons).Two().ToArbitrary(),
        (values, operators) =>
        {
            var (first, second) = operators;
            return Condition($"a {first} b {second} c").Evaluate(values, Context) == Condition($"a {first} b and b {second} c").Evaluate(values, Context);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Implication_equals_not_or() => Prop.ForAll(RandomValues.Wild(Form, School), values =>
        Condition("a > b -> yes").Evaluate(values, Context) == Condition("not a > b or yes").Evaluate(values, Context)).QuickCheckThrowOnFailure();

    [Fact]
    public void A_field_is_its_sum() => Prop.ForAll(RandomValues.Wild(Form, School), values =>
        Condition("de = sum(de)").Evaluate(values, Context) is null or true).QuickCheckThrowOnFailure();

    [Fact]
    public void Conditions_never_throw() => Prop.ForAll(RandomValues.Wild(Form, School), RandomValues.Wild(Form, School), (values, previous) =>
    {
        foreach (var expression in Expressions) Condition(expression).Evaluate(values, Context with { Previous = previous });
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Rules_of_the_catalogue_never_throw()
    {
        foreach (var form in CatalogForms.All.Select(CompiledForm.Compile))
        {
            var context = Context with { Unit = School with { Type = UnitTypes.SocialAssistance }, GateOpen = clause => clause.Value.Length % 2 == 0 };
            Prop.ForAll(RandomValues.Wild(form, context.Unit), values =>
            {
                foreach (var rule in form.Rules) rule.Evaluate(values, context);
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(20));
        }
    }

    [Fact]
    public void Any_text_is_compiled_or_refused_with_a_place_in_it() => Prop.ForAll(
        Gen.Elements(Words).ArrayOf().Select(words => string.Join(' ', words)).ToArbitrary(),
        text => Error(text) is not { } error || (error.Position >= 1 && error.Position <= text.Length + 1)).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    private static CompiledCondition Condition(string expression)
    {
        RuleCompiler.TryCompileCondition(Definition, "c", expression, out var condition, out var error);
        return condition ?? throw new FormDefinitionException("T1", [error!]);
    }
}
