using SocialWork.Core.Forms;
using SocialWork.Core.Rules;
using Shouldly;
using Xunit;

namespace SocialWork.Core.Tests.Forms;

public sealed class CatalogTests
{
    public static TheoryData<string> Codes => [.. CatalogForms.All.Select(form => form.Code)];

    public static TheoryData<string, string> Conditions
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (form, where) in CatalogForms.Conditions().Distinct()) data.Add(form, where);
            return data;
        }
    }

    [Fact]
    public void The_catalogue_has_forms_of_2026() => CatalogForms.All.Length.ShouldBeGreaterThan(30);

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_form_and_rule_compiles(string code)
    {
        var definition = CatalogForms.Of(code);
        CompiledForm.TryCompile(definition, out var form, out var errors);
        errors.ShouldBeEmpty(string.Join('\n', errors.Select(error => error.Message.En)));
        form!.Rules.Length.ShouldBe(definition.Rules.Length);
    }

    [Theory]
    [MemberData(nameof(Conditions))]
    public void Every_condition_of_an_indicator_compiles(string code, string where)
    {
        RuleCompiler.TryCompileCondition(CatalogForms.Of(code), "m", where, out _, out var error);
        error.ShouldBeNull(error?.Message.En);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_form_survives_storage(string code)
    {
        var definition = CatalogForms.Of(code);
        var json = FormDefinitionJson.Write(definition);
        var again = FormDefinitionJson.Read(json);
        FormDefinitionJson.Write(again).ShouldBe(json);
        Structure.Of(again).ShouldBe(Structure.Of(definition));
        CompiledForm.Compile(again).Hash.ShouldBe(DeclarationHash.Of(definition));
    }

    [Fact]
    public void A_field_of_2023_only_is_dropped_with_its_rules()
    {
        var school = CatalogForms.Of("GD1");
        school.Fields.ShouldNotContain(field => field.Id == "co_ns_pc");
        school.Rules.ShouldNotContain(rule => rule.Expression.Contains("co_ns_pc"));
        school.Rules.Length.ShouldBe(5);
    }
}
