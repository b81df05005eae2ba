using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using SocialWork.Abstractions;

namespace SocialWork.Testing;

/// <summary>What must hold in a plugin's description of itself.</summary>
internal static partial class DescriptionRules
{
    private static readonly string[] CoreForms = ["K1", "K2", "K3", "K4", "K5", "K6"];

    /// <summary>Every broken rule in one sentence.</summary>
    public static IEnumerable<string> Broken(SectorDescription description, PlanRef plan)
    {
        if (description.Forms.IsDefault || description.Tasks.IsDefault || description.Indicators.IsDefault) return ["Forms, Tasks and Indicators must be set; write [] for none."];
        return
        [
            .. Repeated(description.Forms.Select(form => form.Code), "Form"),
            .. description.Forms.SelectMany(FormProblems),
            .. description.Tasks.SelectMany(task => TaskProblems(task, description, plan)),
            .. Repeated(description.Tasks.Select(task => $"{task.Clause} {task.Part}".TrimEnd()), "Task"),
            .. Repeated(description.Indicators.Select(indicator => indicator.Code), "Indicator"),
            .. description.Indicators.SelectMany(IndicatorProblems),
        ];
    }

    private static IEnumerable<string> FormProblems(FormDefinition form)
    {
        if (!PublicCode().IsMatch(form.Code)) yield return $"Form code '{form.Code}' must be capitals and then digits: GD1.";
        if (form.Version < 1) yield return $"Form {form.Code} has version {form.Version}; the first is 1.";
        if (form.Code is ['K', >= '0' and <= '9']) yield return $"Form {form.Code}: codes K1 to K9 are the core's.";
        foreach (var problem in Words(form.Title, $"Title of form {form.Code}")) yield return problem;
        foreach (var problem in Repeated(form.Fields.Select(field => field.Id), $"Field of {form.Code}")) yield return problem;
        foreach (var problem in Repeated(form.Rules.Select(rule => rule.Id).Concat(form.Checks.Select(check => check.Id)), $"Rule or check of {form.Code}")) yield return problem;
        foreach (var problem in Repeated(form.Measures.Select(measure => measure.Id), $"Measure of {form.Code}")) yield return problem;
        foreach (var field in form.Fields)
        {
            foreach (var problem in FieldProblems(form, field)) yield return problem;
        }

        foreach (var measure in form.Measures.Where(measure => measure.Form != form.Code || form.Fields.All(field => field.Id != measure.Of.Id)))
            yield return $"Measure {measure.Id} of {form.Code} is of {measure.Form}.{measure.Of.Id}, which the form does not have.";
        foreach (var message in form.Rules.Select(rule => (rule.Id, rule.Message)).Concat(form.Checks.Select(check => (check.Id, check.Message))))
        {
            foreach (var problem in Words(message.Message, $"Message of {message.Id}")) yield return problem;
        }
    }

    private static IEnumerable<string> FieldProblems(FormDefinition form, FormField field)
    {
        var name = $"{form.Code}.{field.Id}";
        if (!FieldId().IsMatch(field.Id)) yield return $"Field id '{name}' must be lower-case letters, digits and underscores.";
        if (field.Form != form.Code) yield return $"Field {name} says it belongs to form {field.Form}.";
        if (form.Sections.All(section => section.Id != field.Section)) yield return $"Field {name} is in section '{field.Section}', which the form does not have.";
        if (field.By.Length > 2) yield return $"Field {name} is split by {field.By.Length} dimensions; two are the most.";
        foreach (var problem in Words(field.Label, $"Label of {name}")) yield return problem;
        foreach (var dimension in field.By.Where(dimension => !DimensionId().IsMatch(dimension.Id) || dimension.Options.Any(option => !DimensionId().IsMatch(option.Code))))
            yield return $"Dimension {dimension.Id} of {name}: ids and option codes must be capitals, digits and underscores.";
    }

    private static IEnumerable<string> TaskProblems(SectorTask task, SectorDescription description, PlanRef plan)
    {
        if (task.Clause.ToString().Length == 0)
        {
            yield return "A task has no clause.";
            yield break;
        }

        if (task.Clause.Plan != plan.Id) yield return $"Task {task.Clause} is of plan {task.Clause.Plan}, but plan {plan.Id} was asked for.";
        foreach (var form in task.EvidenceForms.Where(code => !CoreForms.Contains(code, StringComparer.Ordinal) && description.Forms.All(form => form.Code != code)))
            yield return $"Task {task.Clause} names form {form} as evidence, which is neither the plugin's nor the core's.";
        if (task.Progress is TaskProgress.IndicatorProgress { Indicator: var code } && description.Indicators.All(indicator => indicator.Code != code))
            yield return $"Task {task.Clause} follows indicator {code}, which the plugin does not declare.";
    }

    private static IEnumerable<string> IndicatorProblems(IndicatorDeclaration indicator)
    {
        if (!PublicCode().IsMatch(indicator.Code)) yield return $"Indicator code '{indicator.Code}' must be capitals and then digits: BS9.";
        if (indicator.Definition is { } definition && definition.Code != indicator.Code) yield return $"Indicator {indicator.Code} defines {definition.Code}.";
        foreach (var problem in Words(indicator.Formula, $"Formula of {indicator.Code}")) yield return problem;
    }

    private static IEnumerable<string> Words(Text text, string what)
    {
        if (string.IsNullOrWhiteSpace(text.Vi) || string.IsNullOrWhiteSpace(text.En)) yield return $"{what} must be given in Vietnamese and English.";
        else if (!text.Vi.IsNormalized(NormalizationForm.FormC)) yield return $"{what} must be in Unicode NFC.";
    }

    private static IEnumerable<string> Repeated(IEnumerable<string> ids, string what) =>
        ids.GroupBy(id => id, StringComparer.Ordinal).Where(same => same.Skip(1).Any()).Select(same => $"{what} {same.Key} is declared more than once.");

    [GeneratedRegex(@"^[A-Z]+[0-9]+\z", RegexOptions.None, 1000)]
    private static partial Regex PublicCode();

    [GeneratedRegex(@"^[a-z][a-z0-9_]*\z", RegexOptions.None, 1000)]
    private static partial Regex FieldId();

    [GeneratedRegex(@"^[A-Z][A-Z0-9_]*\z", RegexOptions.None, 1000)]
    private static partial Regex DimensionId();
}
