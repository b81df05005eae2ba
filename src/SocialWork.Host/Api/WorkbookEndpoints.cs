using System.Collections.Immutable;
using System.Security.Claims;
using SocialWork.Abstractions;
using SocialWork.Core;
using SocialWork.Core.Planning;
using SocialWork.Core.Submissions;
using SocialWork.Documents.Workbooks;
using SocialWork.Host.Composition;
using SocialWork.Host.Workbooks;

namespace SocialWork.Host.Api;

/// <summary>Forms as Excel workbooks: GET /api/v1/forms/{form}/workbook and GET /api/v1/workbooks.</summary>
internal static class WorkbookEndpoints
{
    public static void MapWorkbooks(this RouteGroupBuilder api)
    {
        api.MapGet("/forms/{form}/workbook", FormAsync).WithName("FormWorkbook").WithSummary("A form as .xlsx, prefilled; for an agency that answers for facilities of the form, one row per facility.");
        api.MapGet("/workbooks", AllAsync).WithName("Workbooks").WithSummary("One .xlsx with every form the unit owes.");
    }

    private static Task<IResult> FormAsync(
        HttpContext http, string form, string plan, string unit, string? period, ClaimsPrincipal user, RequestModules modules, WorkbookMaker maker, CancellationToken cancellationToken) =>
        AnswerAsync(http, plan, $"{form}-{unit}", modules, model => maker.FormAsync(user.Actor(), model, new SubmissionAddress(form, unit, period), cancellationToken), cancellationToken);

    private static Task<IResult> AllAsync(
        HttpContext http, string plan, string unit, ClaimsPrincipal user, RequestModules modules, WorkbookMaker maker, CancellationToken cancellationToken) =>
        AnswerAsync(http, plan, unit, modules, model => maker.AllAsync(user.Actor(), model, unit, cancellationToken), cancellationToken);

    private static async Task<IResult> AnswerAsync(
        HttpContext http, string plan, string name, RequestModules modules, Func<PlanModel, Task<Result<byte[]>>> make, CancellationToken cancellationToken)
    {
        if (await modules.ModelAsync(plan, cancellationToken) is not { } model) return Answers.PlanUnknown(http, plan);
        var made = await make(model);
        if (made is not Result<byte[]>.Ok { Value: var file }) return Answers.Refuse(http, ((Result<byte[]>.No)made).Refusal);
        await http.RequestServices.GetRequiredService<Readings>().DownloadAsync(http, $"{plan}-{name}.xlsx", cancellationToken);
        return Results.File(file, FormWorkbookFile.ContentType, $"{plan}-{name}.xlsx");
    }
}
