using SocialWork.Abstractions;
using SocialWork.Core.CoreForms;

namespace SocialWork.Plugins.Tests;

public class TaskTests
{
    public static TheoryData<string> Modules => [.. Catalogue.Modules.Select(module => module.Text("code"))];

    [Fact]
    public void Every_task_clause_of_the_plan_has_a_task()
    {
        var tasks = PluginUnderTest.All.SelectMany(plugin => plugin.Description.Tasks).Select(task => task.Clause.Value);
        tasks.ShouldBe(Catalogue.Tasks.Select(task => task.Text("id")), ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Modules))]
    public void A_task_is_its_agency_s_with_the_plan_s_evidence_and_gate(string module)
    {
        var agency = Catalogue.Modules.Single(candidate => candidate.Text("code") == module).GetProperty("agencies").Text("2026");
        var declared = PluginUnderTest.Of(module).Description.Tasks
            .Select(task => $"{task.Clause} {string.Join(',', task.EvidenceForms)} {task.Gate}");
        var planned = Catalogue.Tasks.Where(task => task.Text("agency") == agency).Select(task =>
            $"{task.Text("id")} {string.Join(',', task.Texts("evidence").Where(code => code[0] != 'R'))} {(task.TryGetProperty("gate", out _) ? task.Text("id") : null)}");
        declared.ShouldBe(planned);
    }

    [Theory]
    [MemberData(nameof(Modules))]
    public void Progress_is_measured_by_what_the_module_may_read(string module)
    {
        var description = PluginUnderTest.Of(module).Description;
        var forms = description.Forms.Concat(CoreFormSet.All).ToDictionary(form => form.Code, StringComparer.Ordinal);
        foreach (var task in description.Tasks)
        {
            switch (task.Progress)
            {
                case TaskProgress.QuantityProgress quantity:
                    task.EvidenceForms.ShouldContain(quantity.Quantity.Form);
                    var form = forms[quantity.Quantity.Form];
                    (form.Measures.Contains(quantity.Quantity) || form.Fields.Any(field => Measure.Total(field) == quantity.Quantity)).ShouldBeTrue(task.Clause.Value);
                    quantity.Unit.Vi.ShouldNotBeNullOrWhiteSpace();
                    quantity.Unit.En.ShouldNotBeNullOrWhiteSpace();
                    break;
                case TaskProgress.IndicatorProgress indicator:
                    description.Indicators.Single(declared => declared.Code == indicator.Indicator).Definition.ShouldNotBeNull();
                    break;
                case TaskProgress.EvidenceProgress:
                    task.EvidenceForms.ShouldNotBeEmpty();
                    break;
            }
        }
    }
}
