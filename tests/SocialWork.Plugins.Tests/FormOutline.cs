using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using SocialWork.Abstractions;

namespace SocialWork.Plugins.Tests;

/// <summary>
/// A form written out line by line, one fact a line, from its declaration or from the catalogue: the two must read the same.
/// </summary>
internal static class FormOutline
{
    public static IEnumerable<string> Of(FormDefinition form)
    {
        yield return $"code {form.Code} v{form.Version}";
        yield return $"title {Of(form.Title)}";
        yield return $"filledBy {Of(form.FilledBy)}";
        yield return $"duty {form.Duty}";
        yield return $"period {form.Period switch
        {
            ReportingPeriod.Year => "year",
            ReportingPeriod.YearWithOptionalQuarters => "quarterOptional",
            _ => "adHoc",
        }}";
        yield return $"approval {(form.Approval == Approval.Commune ? "commune" : null)}";
        yield return $"sensitivity {Of(form.Sensitivity)}";
        yield return $"clauses {string.Join(' ', form.Clauses)}";
        yield return $"note {form.Note is not null}";
        foreach (var section in form.Sections) yield return $"section {section.Id} {Of(section.Title)}";
        foreach (var line in form.Fields.SelectMany(field => Of(field, "field"))) yield return line;
        foreach (var rule in form.Rules) yield return $"rule {rule.Id} {Of(rule.Severity)} {rule.Expression} {Of(rule.Message)}";
        foreach (var check in form.Checks)
            yield return $"check {check.Id} {Of(check.Severity)} {string.Join(' ', check.Uses)} {check.Description} {Of(check.Message)}";
    }

    public static IEnumerable<string> Of(JsonElement form)
    {
        yield return $"code {form.Text("code")} v{form.GetProperty("version").GetInt32()}";
        yield return $"title {Words(form, "title")}";
        yield return $"filledBy {form.GetProperty("filledBy").Text("2026")}";
        var duty = form.GetProperty("duty").Text("2026");
        yield return $"duty {(duty.StartsWith("2026/", StringComparison.Ordinal) ? duty : null)}";
        yield return $"period {form.Text("period")}";
        yield return $"approval {form.TextOrNull("confirmedBy")}";
        yield return $"sensitivity {Sensitivity(form)}";
        yield return $"clauses {string.Join(' ', form.Clauses("clauses"))}";
        yield return $"note {form.TryGetProperty("note_en", out _)}";
        foreach (var section in form.GetProperty("sections").EnumerateArray()) yield return $"section {section.Text("id")} {Words(section, "title")}";
        foreach (var line in form.GetProperty("fields").EnumerateArray().Where(Catalogue.In2026).SelectMany(field => Field(field, "field", field.Text("section"))))
            yield return line;
        var dropped = Catalogue.DroppedFields(form);
        foreach (var rule in form.GetProperty("rules").EnumerateArray().Where(rule => !dropped.Any(field => Names(rule.Text("expr"), field))))
            yield return $"rule {rule.Text("id")} {rule.Text("severity")} {rule.Text("expr")} {Words(rule, "message")}";
        foreach (var check in form.GetProperty("checks").EnumerateArray())
            yield return $"check {check.Text("id")} {check.Text("severity")} {string.Join(' ', check.Texts("uses"))} {check.Text("description_en")} {Words(check, "message")}";
    }

    private static IEnumerable<string> Of(FormField field, string kind)
    {
        var type = field switch
        {
            IntField => "int",
            MoneyField => "money",
            BoolField => "bool",
            TextField => "text",
            DateField => "date",
            ChoiceField => "choice",
            MultiChoiceField => "multichoice",
            FileField => "file",
            _ => "table",
        };
        var name = $"{kind} {field.Id}";
        yield return $"{name} {type} in {field.Section}, {(field.Required ? "required" : "optional")}";
        yield return $"{name} label {Of(field.Label)}";
        yield return $"{name} unit {field.Unit?.Vi}";
        yield return $"{name} hint {field.Hint?.Vi}";
        yield return $"{name} empties {string.Join(' ', field.Empties.Select(empty => empty switch
        {
            EmptyKind.NotArising => "notArising",
            EmptyKind.NotApplicable => "notApplicable",
            _ => "withheld",
        }))}";
        yield return $"{name} appliesTo {string.Join(' ', field.AppliesTo)}";
        yield return $"{name} source {string.Join(' ', field.Source)}";
        foreach (var dimension in field.By) yield return $"{name} by {Of(dimension)}";
        if (field is ChoiceField choice) yield return $"{name} options {Of(choice.Options)}";
        if (field is MultiChoiceField multi) yield return $"{name} options {Of(multi.Options)}";
        if (field is TextField text) yield return string.Create(CultureInfo.InvariantCulture, $"{name} length {text.MinLength}–{text.MaxLength}");
        if (field is not TableField table) yield break;
        foreach (var line in table.Columns.SelectMany(column => Of(column, $"{name} column"))) yield return line;
    }

    private static IEnumerable<string> Field(JsonElement field, string kind, string section)
    {
        var type = field.Text("type");
        var name = $"{kind} {field.Text("id")}";
        yield return $"{name} {type} in {section}, {(field.GetProperty("required").GetBoolean() ? "required" : "optional")}";
        yield return $"{name} label {Words(field, "label")}";
        yield return $"{name} unit {field.TextOrNull("unit_vi")}";
        yield return $"{name} hint {field.TextOrNull("hint_vi")}";
        yield return $"{name} empties {string.Join(' ', field.Texts("empties"))}";
        yield return $"{name} appliesTo {string.Join(' ', field.Texts("appliesTo"))}";
        yield return $"{name} source {string.Join(' ', field.Clauses("source"))}";
        foreach (var dimension in field.Texts("by")) yield return $"{name} by {Options(dimension)}";
        if (field.TextOrNull("options") is { } options) yield return $"{name} options {Options(options)}";
        if (type == "text") yield return $"{name} length {Length(field, "minLength", 1)}–{Length(field, "maxLength", 4000)}";
        if (!field.TryGetProperty("columns", out var columns)) yield break;
        foreach (var line in columns.EnumerateArray().SelectMany(column => Field(column, $"{name} column", section))) yield return line;
    }

    private static string Of(Dimension dimension) =>
        $"{dimension.Id} {Of(dimension.Label)} {dimension.Source == OptionSource.PlanTasksOfUnit}: {string.Join("; ", dimension.Options.Select(option => $"{option.Code} {Of(option.Label)}"))}";

    private static string Options(string id)
    {
        var dimension = Catalogue.Dimension(id);
        ImmutableArray<JsonElement> options = dimension.TryGetProperty("options", out var listed) ? [.. listed.EnumerateArray()] : [];
        return $"{id} {Words(dimension, "label")} {dimension.TextOrNull("dynamic") == "planTasksOfUnit"}: {string.Join("; ", options.Select(option => $"{option.Text("code")} {Words(option, "label")}"))}";
    }

    private static string Of(FilledBy filledBy) => filledBy switch
    {
        FilledBy.AllAgencies => "agencyAll",
        FilledBy.Communes => "commune",
        FilledBy.OneAgency agency => $"agency:{agency.Code}",
        FilledBy.FacilitiesOf facilities => $"facility:{string.Join(',', facilities.Types)}",
        _ => throw new ArgumentOutOfRangeException(nameof(filledBy)),
    };

    private static string Of(Sensitivity sensitivity) => sensitivity switch
    {
        SocialWork.Abstractions.Sensitivity.OpenValues => "none",
        SocialWork.Abstractions.Sensitivity.RestrictedValues => "restricted",
        SocialWork.Abstractions.Sensitivity.MaskedValues masked =>
            $"masked {string.Join(' ', masked.Options.Select(option => $"{option.Dimension}:{string.Join(',', option.Codes)}"))} {string.Join(' ', masked.Fields)}",
        _ => throw new ArgumentOutOfRangeException(nameof(sensitivity)),
    };

    private static string Sensitivity(JsonElement form)
    {
        var sensitive = form.Text("sensitive");
        if (sensitive != "masked") return sensitive;
        var mask = form.GetProperty("mask");
        var options = mask.GetProperty("dimensions").EnumerateArray().Select(option => $"{option.Text("id")}:{string.Join(',', option.Texts("options"))}");
        return $"masked {string.Join(' ', options)} {string.Join(' ', mask.Texts("fields"))}";
    }

    private static string Of(Text text) => $"{text.Vi} / {text.En}";

    private static string Words(JsonElement element, string name) => $"{element.Text(name + "_vi")} / {element.Text(name + "_en")}";

    private static string Of(Severity severity) => severity == Severity.Error ? "error" : "warning";

    private static string Length(JsonElement field, string name, int otherwise) =>
        (field.TryGetProperty(name, out var length) ? length.GetInt32() : otherwise).ToString(CultureInfo.InvariantCulture);

    private static bool Names(string expression, string field) =>
        Regex.IsMatch(expression, $@"(?<![\w'])({Regex.Escape(field)})(?![\w'])", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
}
