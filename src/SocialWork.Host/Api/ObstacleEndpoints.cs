using System.Security.Claims;
using System.Text.Json;
using SocialWork.Core;
using SocialWork.Core.Access;
using SocialWork.Core.Obstacles;
using SocialWork.Core.Planning;
using SocialWork.Core.Reports;
using SocialWork.Host.Api.Tables;
using SocialWork.Host.Composition;

namespace SocialWork.Host.Api;

/// <summary>/api/v1/plans/{plan}/obstacles: raise, list, answer and close (2026/V.3).</summary>
internal static class ObstacleEndpoints
{
    public static void MapObstacles(this RouteGroupBuilder api)
    {
        api.MapListing("/plans/{plan}/obstacles", ListAsync, "ListObstacles", "Obstacles: the city's, or the unit's own.");
        api.MapPost("/plans/{plan}/obstacles", RaiseAsync).WithName("RaiseObstacle").WithSummary("Raises an obstacle {description, level, proposal, legalReference}.");
        api.MapGet("/plans/{plan}/obstacles/{id:guid}", GetAsync).WithName("GetObstacle").WithSummary("One obstacle.");
        api.MapPost("/plans/{plan}/obstacles/{id:guid}", AnswerAsync).WithName("AnswerObstacle").WithSummary("Routes, answers or closes {state, answer}.");
    }

    private static async Task<IResult> GetAsync(HttpContext http, string plan, Guid id, ClaimsPrincipal user, ObstacleService service, CancellationToken cancellationToken) =>
        One(http, await service.GetAsync(user.Actor(), plan, id, cancellationToken));

    private static Task<IResult> ListAsync(HttpContext http, string plan, ClaimsPrincipal user, RequestModules modules, ObstacleService service, CancellationToken cancellationToken) =>
        OfPlanAsync(http, plan, modules, async model =>
        {
            var seen = await service.ListAsync(user.Actor(), model.Plan.Id, cancellationToken);
            return await TableAnswers.AnswerAsync(http, ReportListings.Obstacles, seen, seen.Select(Line), cancellationToken);
        }, cancellationToken);

    private static Task<IResult> RaiseAsync(HttpContext http, string plan, ClaimsPrincipal user, RequestModules modules, ObstacleService service, CancellationToken cancellationToken) =>
        OfPlanAsync(http, plan, modules, model => RequestBody.WithAsync(http, async json =>
        {
            var text = new ObstacleText(RequestBody.TextOf(json, "description"), RequestBody.TextOf(json, "level"), RequestBody.TextOf(json, "proposal"), RequestBody.TextOf(json, "legalReference"));
            return One(http, await service.RaiseAsync(user.Actor(), model.Plan.Id, text, cancellationToken), StatusCodes.Status201Created);
        }, cancellationToken), cancellationToken);

    private static Task<IResult> AnswerAsync(HttpContext http, string plan, Guid id, ClaimsPrincipal user, ObstacleService service, CancellationToken cancellationToken) =>
        RequestBody.WithAsync(http, async json =>
            One(http, await service.AnswerAsync(user.Actor(), plan, id, StateOf(RequestBody.TextOf(json, "state")), RequestBody.TextOf(json, "answer"), cancellationToken)), cancellationToken);

    private static async Task<IResult> OfPlanAsync(HttpContext http, string plan, RequestModules modules, Func<PlanModel, Task<IResult>> handle, CancellationToken cancellationToken) =>
        await modules.ModelAsync(plan, cancellationToken) is { } model ? await handle(model) : Answers.PlanUnknown(http, plan);

    private static IResult One(HttpContext http, Result<Obstacle> result, int status = StatusCodes.Status200OK) => result switch
    {
        Result<Obstacle>.Ok { Value: var obstacle } => Answers.Json(http, Line(obstacle), status),
        Result<Obstacle>.No no => Answers.Refuse(http, no.Refusal),
        _ => throw new InvalidOperationException("Unknown result."),
    };

    private static ObstacleState? StateOf(string word) => Enum.GetValues<ObstacleState>().Cast<ObstacleState?>().FirstOrDefault(s => Names.Of(s!.Value) == word);

    private static object Line(Obstacle o) => new { o.Id, o.Unit, o.Description, o.LegalReference, o.Level, o.Proposal, State = Names.Of(o.State), o.Answer, o.RaisedBy, o.RaisedAt, o.ChangedAt };
}
