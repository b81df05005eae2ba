using System.Collections.Immutable;
using System.Text;
using SocialWork.Abstractions;
using SocialWork.Core.CoreForms;

namespace SocialWork.Plugins.Tests;

public class DeclaredFormTests
{
    private static readonly ImmutableArray<FormDefinition> Declared =
        [.. CoreFormSet.All, .. PluginUnderTest.All.SelectMany(plugin => plugin.Description.Forms)];

    public static TheoryData<string> Codes => [.. Catalogue.Forms.Select(form => form.Text("code"))];

    [Fact]
    public void Every_module_of_the_catalogue_is_a_plugin_under_its_name()
    {
        var plugins = PluginUnderTest.All.Select(plugin =>
            $"{plugin.Id}: {plugin.Manifest.GetProperty("name").Text("vi")} / {plugin.Manifest.GetProperty("name").Text("en")}");
        var modules = Catalogue.Modules.Select(module => $"{module.Text("code")}: {module.Text("label_vi")} / {module.Text("label_en")}");
        plugins.ShouldBe(modules.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_form_of_the_catalogue_is_declared_once_by_its_module()
    {
        var declared = PluginUnderTest.All
            .SelectMany(plugin => plugin.Description.Forms.Select(form => $"{plugin.Id} {form.Code}"))
            .Concat(CoreFormSet.All.Select(form => $"core {form.Code}"));
        declared.ShouldBe(Catalogue.Forms.Select(form => $"{form.Text("module")} {form.Text("code")}"), ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_form_says_what_the_catalogue_says(string code)
    {
        var declared = Declared.Single(form => form.Code == code);
        FormOutline.Of(declared).ShouldBe(FormOutline.Of(Catalogue.Form(code)));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_form_is_whole_in_both_languages(string code)
    {
        var form = Declared.Single(form => form.Code == code);
        foreach (var text in Texts(form))
        {
            text.Vi.ShouldNotBeNullOrWhiteSpace();
            text.En.ShouldNotBeNullOrWhiteSpace();
            text.Vi.IsNormalized(NormalizationForm.FormC).ShouldBeTrue(text.Vi);
        }
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_form_holds_together(string code)
    {
        var form = Declared.Single(form => form.Code == code);
        var sections = form.Sections.Select(section => section.Id).ToHashSet(StringComparer.Ordinal);
        form.Fields.ShouldAllBe(field => field.Form == code && sections.Contains(field.Section));
        form.Fields.Select(field => field.Id).Concat(form.Measures.Select(measure => measure.Id)).ShouldBeUnique();
        foreach (var measure in form.Measures)
        {
            form.Fields.ShouldContain(measure.Of);
            measure.Form.ShouldBe(code);
            foreach (var filter in measure.Options)
            {
                var dimension = measure.Of.By.Single(dimension => dimension.Id == filter.Dimension);
                filter.Codes.ShouldAllBe(option => dimension.Has(option));
            }

            if (measure.PairedWith is not { } pair) continue;
            form.Fields.ShouldContain(pair);
            pair.By.ShouldBe(measure.Of.By);
        }
    }

    [Fact]
    public void The_core_s_forms_can_be_bound_to_another_plan()
    {
        var forms = CoreFormSet.For("2027/V.1#1", "2027/V.1#2");
        forms.Select(form => form.Duty?.Value).ShouldBe(["2027/V.1#1", "2027/V.1#2", "2027/V.1#2", "2027/V.1#2", "2027/V.1#2", null]);
        forms.ShouldAllBe(form => form.Clauses.IsEmpty);
        CoreFormSet.For("2026/V.1#1", "2026/V.1#2").Select(form => form.Clauses.Length).ShouldBe(CoreFormSet.All.Select(form => form.Clauses.Length));
    }

    [Fact]
    public void A_plugin_gives_the_same_answer_every_time_and_none_for_other_plans()
    {
        foreach (var plugin in PluginUnderTest.All)
        {
            var again = plugin.Ask(new DescribeSector(new PlanRef("2026", 2026)));
            again.Forms.ShouldBe(plugin.Description.Forms);
            again.Tasks.ShouldBe(plugin.Description.Tasks);
            again.Indicators.ShouldBe(plugin.Description.Indicators);
            var other = plugin.Ask(new DescribeSector(new PlanRef("2027", 2027)));
            (other.Forms.Length + other.Tasks.Length + other.Indicators.Length).ShouldBe(0);
        }
    }

    private static IEnumerable<Text> Texts(FormDefinition form)
    {
        var fields = form.Fields.Concat(form.Fields.OfType<TableField>().SelectMany(table => table.Columns)).ToList();
        var dimensions = fields.SelectMany(field => field.By);
        return
        [
            form.Title,
            .. form.Note is null ? Array.Empty<Text>() : [form.Note],
            .. form.Sections.Select(section => section.Title),
            .. fields.Select(field => field.Label),
            .. fields.Select(field => field.Unit).OfType<Text>(),
            .. fields.Select(field => field.Hint).OfType<Text>(),
            .. dimensions.Select(dimension => dimension.Label),
            .. dimensions.SelectMany(dimension => dimension.Options).Select(option => option.Label),
            .. form.Rules.Select(rule => rule.Message),
            .. form.Checks.Select(check => check.Message),
        ];
    }
}
