using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using SocialWork.Abstractions;

namespace SocialWork.Core.Tests.Forms;

/// <summary>
/// The forms of the catalogue as declarations of plan 2026: fields that only another plan asks are dropped, and with them the
/// rules that name them.
/// </summary>
internal static partial class CatalogForms
{
    private const string Plan = "2026";

    private static readonly Lazy<ImmutableArray<FormDefinition>> Loaded = new(Load);

    public static ImmutableArray<FormDefinition> All => Loaded.Value;

    public static FormDefinition Of(string code) => All.Single(form => form.Code == code);

    /// <summary>Conditions that indicators put on forms: the form's code and the expression.</summary>
    public static ImmutableArray<(string Form, string Where)> Conditions()
    {
        using var document = Open();
        return
        [
            .. from indicator in document.RootElement.GetProperty("indicators").EnumerateArray()
               from term in indicator.GetProperty("terms").EnumerateObject()
               where term.Value.TryGetProperty("filter", out var filter) && filter.TryGetProperty("where", out _)
               select (term.Value.GetProperty("form").GetString()!, term.Value.GetProperty("filter").GetProperty("where").GetString()!),
        ];
    }

    private static JsonDocument Open() => JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", "catalog.json")));

    private static ImmutableArray<FormDefinition> Load()
    {
        using var document = Open();
        var dimensions = document.RootElement.GetProperty("dimensions").EnumerateArray().Select(ReadDimension).ToDictionary(dimension => dimension.Id);
        return [.. document.RootElement.GetProperty("forms").EnumerateArray().Where(form => Strings(form, "plans").Contains(Plan)).Select(form => ReadForm(form, dimensions))];
    }

    private static Dimension ReadDimension(JsonElement json) => new(
        json.GetProperty("id").GetString()!,
        Label(json, "label"),
        [.. json.GetProperty("options").EnumerateArray().Select(option => new DimensionOption(option.GetProperty("code").GetString()!, Label(option, "label")))],
        Maybe(json, "dynamic") == "planTasksOfUnit" ? OptionSource.PlanTasksOfUnit : OptionSource.Listed);

    private static FormDefinition ReadForm(JsonElement json, Dictionary<string, Dimension> dimensions)
    {
        var code = json.GetProperty("code").GetString()!;
        var all = json.GetProperty("fields").EnumerateArray().ToList();
        var asked = all.Where(field => !field.TryGetProperty("plans", out _) || Strings(field, "plans").Contains(Plan)).ToList();
        var dropped = all.Except(asked).Select(field => field.GetProperty("id").GetString()!).ToHashSet();
        var duty = json.GetProperty("duty").GetProperty(Plan).GetString();
        return new FormDefinition(code, json.GetProperty("version").GetInt32())
        {
            Title = Label(json, "title"),
            FilledBy = ReadFilledBy(json.GetProperty("filledBy").GetProperty(Plan).GetString()!),
            Duty = ClauseId.TryParse(duty, out var clause) ? clause : (ClauseId?)null,
            Period = json.GetProperty("period").GetString() switch
            {
                "year" => ReportingPeriod.Year,
                "quarterOptional" => ReportingPeriod.YearWithOptionalQuarters,
                _ => ReportingPeriod.AdHoc,
            },
            Approval = Maybe(json, "confirmedBy") == "commune" ? Approval.Commune : Approval.ManagingAgency,
            Sensitivity = ReadSensitivity(json),
            Clauses = [.. Strings(json, "clauses").Where(id => id.StartsWith(Plan, StringComparison.Ordinal)).Select(ClauseId.Parse)],
            Sections = [.. json.GetProperty("sections").EnumerateArray().Select(section => new FormSection(section.GetProperty("id").GetString()!, Label(section, "title")))],
            Fields = [.. asked.Select(field => ReadField(code, field, dimensions))],
            Rules =
            [
                .. json.GetProperty("rules").EnumerateArray()
                    .Where(rule => !Names().Matches(rule.GetProperty("expr").GetString()!).Any(name => dropped.Contains(name.Value)))
                    .Select(rule => new FormRule(rule.GetProperty("id").GetString()!, ReadSeverity(rule), rule.GetProperty("expr").GetString()!, Label(rule, "message"))),
            ],
            Checks =
            [
                .. json.GetProperty("checks").EnumerateArray().Select(check => new FormCheck(
                    check.GetProperty("id").GetString()!, ReadSeverity(check), Strings(check, "uses"), check.GetProperty("description_en").GetString()!, Label(check, "message"))),
            ],
        };
    }

    private static FilledBy ReadFilledBy(string text) => text.Split(':') switch
    {
        ["agencyAll"] => FilledBy.EveryAgency,
        ["commune"] => FilledBy.EveryCommune,
        ["agency", var code] => FilledBy.Agency(code),
        [_, var types] => FilledBy.Facilities([.. types.Split(',')]),
        _ => throw new InvalidDataException(text),
    };

    private static Sensitivity ReadSensitivity(JsonElement json) => json.GetProperty("sensitive").GetString() switch
    {
        "none" => Sensitivity.Open,
        "restricted" => Sensitivity.Restricted,
        _ => Sensitivity.Masked(
            [.. json.GetProperty("mask").GetProperty("dimensions").EnumerateArray().Select(mask => new OptionFilter(mask.GetProperty("id").GetString()!, Strings(mask, "options")))],
            Strings(json.GetProperty("mask"), "fields")),
    };

    private static FormField ReadField(string form, JsonElement json, Dictionary<string, Dimension> dimensions)
    {
        var id = json.GetProperty("id").GetString()!;
        var section = Maybe(json, "section") ?? string.Empty;
        var label = Label(json, "label");
        FormField field = json.GetProperty("type").GetString() switch
        {
            "int" => new IntField(form, id) { Section = section, Label = label },
            "money" => new MoneyField(form, id) { Section = section, Label = label },
            "bool" => new BoolField(form, id) { Section = section, Label = label },
            "date" => new DateField(form, id) { Section = section, Label = label },
            "file" => new FileField(form, id) { Section = section, Label = label },
            "choice" => new ChoiceField(form, id) { Section = section, Label = label, Options = dimensions[Maybe(json, "options")!] },
            "multichoice" => new MultiChoiceField(form, id) { Section = section, Label = label, Options = dimensions[Maybe(json, "options")!] },
            "table" => new TableField(form, id) { Section = section, Label = label, Columns = [.. json.GetProperty("columns").EnumerateArray().Select(column => ReadField(form, column, dimensions))] },
            _ => new TextField(form, id) { Section = section, Label = label, MinLength = Number(json, "minLength") ?? 1, MaxLength = Number(json, "maxLength") ?? 4000 },
        };
        return field with
        {
            Unit = Maybe(json, "unit_vi") is { } unit ? new Text(unit, unit) : null,
            Hint = Maybe(json, "hint_vi") is { } hint ? new Text(hint, hint) : null,
            Required = json.GetProperty("required").GetBoolean(),
            By = [.. Strings(json, "by").Select(dimension => dimensions[dimension])],
            Empties = [.. Strings(json, "empties").Select(empty => Enum.Parse<EmptyKind>(empty, ignoreCase: true))],
            Source = [.. Strings(json, "source").Select(ClauseId.Parse)],
            AppliesTo = Strings(json, "appliesTo"),
        };
    }

    private static Severity ReadSeverity(JsonElement json) => json.GetProperty("severity").GetString() == "error" ? Severity.Error : Severity.Warning;

    private static Text Label(JsonElement json, string name) => new(json.GetProperty(name + "_vi").GetString()!, json.GetProperty(name + "_en").GetString()!);

    private static string? Maybe(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static int? Number(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetInt32() : null;

    private static ImmutableArray<string> Strings(JsonElement json, string name) =>
        json.TryGetProperty(name, out var values) ? [.. values.EnumerateArray().Select(value => value.GetString()!)] : [];

    [GeneratedRegex(@"\b[a-z]\w*\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Names();
}
