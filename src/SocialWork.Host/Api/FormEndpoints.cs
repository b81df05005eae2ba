using SocialWork.Abstractions;
using SocialWork.Core.Planning;
using SocialWork.Core.Rules;
using SocialWork.Core.Submissions;
using SocialWork.Host.Composition;

namespace SocialWork.Host.Api;

/// <summary>GET /api/v1/forms.</summary>
internal static class FormEndpoints
{
    public static void MapForms(this RouteGroupBuilder api)
    {
        api.MapGet("/forms", ListAsync).WithName("ListForms").WithSummary("The forms of a plan.");
        api.MapGet("/forms/{form}", GetAsync).WithName("GetForm").WithSummary("A form: version, fields, options, cells, rules, who fills it, duty, period.");
    }

    private static async Task<IResult> ListAsync(HttpContext http, string plan, RequestModules modules, CancellationToken cancellationToken) =>
        await modules.ModelAsync(plan, cancellationToken) is { } model
            ? Answers.Json(http, model.Forms.Select(f => Head(f)))
            : Answers.PlanUnknown(http, plan);

    private static async Task<IResult> GetAsync(HttpContext http, string form, string plan, RequestModules modules, CancellationToken cancellationToken)
    {
        if (await modules.ModelAsync(plan, cancellationToken) is not { } model) return Answers.PlanUnknown(http, plan);
        if (model.Form(form) is not { } found) return Answers.NotFound(http, $"Kế hoạch {plan} không có biểu “{form}”.", $"Plan {plan} has no form '{form}'.");
        return Answers.Json(http, Whole(model, found));
    }

    private static object Head(PlanForm form) => new
    {
        form.Code,
        form.Definition.Version,
        form.Compiled.Hash,
        form.Module,
        form.Definition.Title,
        FilledBy = Filler(form.Definition.FilledBy),
        Duty = form.Definition.Duty?.Value,
        form.Definition.Period,
    };

    private static object Whole(PlanModel model, PlanForm form)
    {
        var everyTask = new SubmittingUnit(string.Empty, model.PlanTasks);
        var definition = form.Definition;
        return new
        {
            form.Code,
            definition.Version,
            form.Compiled.Hash,
            form.Module,
            definition.Title,
            FilledBy = Filler(definition.FilledBy),
            Duty = definition.Duty?.Value,
            definition.Period,
            Periods = Periods.Of(definition, model.Plan.Year),
            Sensitivity = definition.Sensitivity switch { Sensitivity.RestrictedValues => "restricted", Sensitivity.MaskedValues => "masked", _ => "none" },
            Clauses = definition.Clauses.Select(c => c.Value),
            definition.Sections,
            Fields = definition.Fields.Select(f => FieldOf(form, f, everyTask)),
            definition.Rules,
            definition.Checks,
            definition.Note,
        };
    }

    private static object FieldOf(PlanForm form, FormField field, SubmittingUnit everyTask) => new
    {
        field.Id,
        field.Section,
        Type = FormWords.TypeOf(field),
        field.Label,
        field.Unit,
        field.Required,
        field.Hint,
        field.Empties,
        AppliesTo = field.AppliesTo.IsDefault ? [] : field.AppliesTo,
        Source = field.Source.Select(c => c.Value),
        By = field.By.Select(FormWords.Of),
        Options = FormWords.OptionsOf(field),
        Columns = field is TableField table ? table.Columns.Select(c => FieldOf(form, c, everyTask)) : null,
        Cells = field.Form.Length == 0 ? [] : FormCells.Of(field, everyTask).Select(c => c.ToString()),
    };

    private static string Filler(FilledBy filler) => filler switch
    {
        FilledBy.AllAgencies => "agencyAll",
        FilledBy.OneAgency agency => "agency:" + agency.Code,
        FilledBy.Communes => "commune",
        FilledBy.FacilitiesOf facilities => "facility:" + string.Join(',', facilities.Types),
        _ => throw new InvalidOperationException($"Unknown filler {filler.GetType().Name}."),
    };
}
