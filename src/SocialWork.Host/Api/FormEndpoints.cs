using SocialWork.Abstractions;
using SocialWork.Core.Planning;
using SocialWork.Core.Rules;
using SocialWork.Core.Submissions;
using SocialWork.Host.Api.Tables;
using SocialWork.Host.Composition;

namespace SocialWork.Host.Api;

/// <summary>GET /api/v1/forms.</summary>
internal static class FormEndpoints
{
    public static void MapForms(this RouteGroupBuilder api)
    {
        api.MapListing("/forms", ListAsync, "ListForms", "The forms of a plan.");
        api.MapListing("/forms/{form}", GetAsync, "GetForm", "A form: version, fields, options, cells, rules, who fills it, duty, period.");
    }

    private static async Task<IResult> ListAsync(HttpContext http, string plan, RequestModules modules, CancellationToken cancellationToken) =>
        await modules.ModelAsync(plan, cancellationToken) is { } model
            ? await TableAnswers.AnswerAsync(http, FormListings.Forms, model.Forms, model.Forms.Select(f => Head(f)), cancellationToken)
            : Answers.PlanUnknown(http, plan);

    private static async Task<IResult> GetAsync(HttpContext http, string form, string plan, RequestModules modules, CancellationToken cancellationToken)
    {
        if (await modules.ModelAsync(plan, cancellationToken) is not { } model) return Answers.PlanUnknown(http, plan);
        if (model.Form(form) is not { } found) return Answers.NotFound(http, $"Kế hoạch {plan} không có biểu “{form}”.", $"Plan {plan} has no form '{form}'.");
        var everyTask = new SubmittingUnit(string.Empty, model.PlanTasks);
        return await TableAnswers.AnswerAsync(http, FormListings.Cells, FormListings.CellsOf(found, everyTask), Whole(model, found, everyTask), cancellationToken);
    }

    private static object Head(PlanForm form) => new
    {
        form.Code,
        form.Definition.Version,
        form.Compiled.Hash,
        form.Module,
        form.Definition.Title,
        FilledBy = FormWords.FillerOf(form.Definition.FilledBy),
        Duty = form.Definition.Duty?.Value,
        form.Definition.Period,
    };

    private static object Whole(PlanModel model, PlanForm form, SubmittingUnit everyTask)
    {
        var definition = form.Definition;
        return new
        {
            form.Code,
            definition.Version,
            form.Compiled.Hash,
            form.Module,
            definition.Title,
            FilledBy = FormWords.FillerOf(definition.FilledBy),
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
}
