using System.Security.Claims;
using System.Text.Json;
using SocialWork.Abstractions;
using SocialWork.Core;
using SocialWork.Core.Access;
using SocialWork.Core.Forms;
using SocialWork.Core.Obstacles;
using SocialWork.Core.Planning;
using SocialWork.Core.Reports;
using SocialWork.Core.Time;
using SocialWork.Host.Api.Tables;
using SocialWork.Host.Composition;

namespace SocialWork.Host.Api;

/// <summary>/api/v1/plans/{plan}/obstacles: raise, list, answer and close (2026/V.3).</summary>
internal static class ObstacleEndpoints
{
    private const int MinDescription = 20;
    private const int MaxText = 4000;
    private static readonly string[] Levels = ["SO_Y_TE", "SO_NGANH_KHAC", "UBND_THANH_PHO", "BO_NGANH_TW"];

    public static void MapObstacles(this RouteGroupBuilder api)
    {
        api.MapListing("/plans/{plan}/obstacles", ListAsync, "ListObstacles", "Obstacles: the city's, or the unit's own.");
        api.MapPost("/plans/{plan}/obstacles", RaiseAsync).WithName("RaiseObstacle").WithSummary("Raises an obstacle {description, level, proposal, legalReference}.");
        api.MapGet("/plans/{plan}/obstacles/{id:guid}", GetAsync).WithName("GetObstacle").WithSummary("One obstacle.");
        api.MapPost("/plans/{plan}/obstacles/{id:guid}", AnswerAsync).WithName("AnswerObstacle").WithSummary("Routes, answers or closes {state, answer}.");
    }

    private static async Task<IResult> GetAsync(HttpContext http, string plan, Guid id, ClaimsPrincipal user, IObstacleStore store, CancellationToken cancellationToken)
    {
        var obstacle = await store.FindAsync(id, cancellationToken);
        return obstacle is not null && obstacle.Plan == plan && (AccessPolicy.MaySeeCity(user.Actor()) || obstacle.Unit == user.Actor().Unit)
            ? Answers.Json(http, Line(obstacle))
            : Answers.NotFound(http, "Không có vướng mắc này.", "There is no such obstacle.");
    }

    private static async Task<IResult> ListAsync(HttpContext http, string plan, ClaimsPrincipal user, RequestModules modules, IObstacleStore store, CancellationToken cancellationToken)
    {
        if (await modules.ModelAsync(plan, cancellationToken) is null) return Answers.PlanUnknown(http, plan);
        var actor = user.Actor();
        var seen = (await store.ListAsync(plan, cancellationToken)).Where(o => AccessPolicy.MaySeeCity(actor) || o.Unit == actor.Unit);
        return await TableAnswers.AnswerAsync(http, ReportListings.Obstacles, seen, seen.Select(Line), cancellationToken);
    }

    private static async Task<IResult> RaiseAsync(HttpContext http, string plan, ClaimsPrincipal user, RequestModules modules, IObstacleStore store, CityClock clock, CancellationToken cancellationToken)
    {
        var actor = user.Actor();
        if (await modules.ModelAsync(plan, cancellationToken) is not { } model) return Answers.PlanUnknown(http, plan);
        if (actor.Unit is not { } unit || !actor.Is(Role.Reporter)) return Answers.Forbidden(http);
        return await RequestBody.WithAsync(http, async json =>
        {
            var (description, level, proposal) = (Word(json, "description"), Word(json, "level"), Word(json, "proposal"));
            if (description.Length is < MinDescription or > MaxText) return Bad(http, "obstacle.description", $"Nội dung cần từ {MinDescription} đến {MaxText} ký tự.", $"The description needs {MinDescription} to {MaxText} characters.");
            if (!Levels.Contains(level, StringComparer.Ordinal)) return Bad(http, "obstacle.level", $"Cấp kiến nghị phải là một trong {string.Join(", ", Levels)}.", $"The level must be one of {string.Join(", ", Levels)}.");
            if (Word(json, "legalReference").Length > MaxText) return Bad(http, "obstacle.legalReference", $"Căn cứ dài quá {MaxText} ký tự.", $"The legal reference is longer than {MaxText} characters.");
            if (proposal.Length is 0 or > MaxText) return Bad(http, "obstacle.proposal", "Phải nêu đề xuất giải quyết.", "Propose a solution.");
            var now = clock.Now;
            var legal = Word(json, "legalReference");
            var obstacle = new Obstacle(Guid.CreateVersion7(now), model.Plan.Id, unit, description, legal.Length == 0 ? null : legal, level, proposal, ObstacleState.Received, null, actor.UserName, now, now);
            await store.SaveAsync(obstacle, actor.UserName, cancellationToken);
            return Answers.Json(http, Line(obstacle), StatusCodes.Status201Created);
        }, cancellationToken);
    }

    private static async Task<IResult> AnswerAsync(HttpContext http, string plan, Guid id, ClaimsPrincipal user, IObstacleStore store, CityClock clock, CancellationToken cancellationToken)
    {
        var actor = user.Actor();
        if (!actor.Is(Role.StandingAgency)) return Answers.Forbidden(http);
        if (await store.FindAsync(id, cancellationToken) is not { } obstacle || obstacle.Plan != plan) return Answers.NotFound(http, "Không có vướng mắc này.", "There is no such obstacle.");
        return await RequestBody.WithAsync(http, async json =>
        {
            var (state, answer) = (Word(json, "state"), Word(json, "answer"));
            if (StateOf(state) is not { } next) return Bad(http, "obstacle.state", "Tình trạng phải là received, inProcess, submitted, answered hoặc closed.", "The state must be received, inProcess, submitted, answered or closed.");
            if (obstacle.State == ObstacleState.Closed) return Answers.Problem(http, StatusCodes.Status409Conflict, "obstacle.closed", new Text("Vướng mắc đã đóng.", "The obstacle is closed."));
            if (answer.Length > MaxText) return Bad(http, "obstacle.answer", $"Nội dung trả lời dài quá {MaxText} ký tự.", $"The answer is longer than {MaxText} characters.");
            if (next == ObstacleState.Answered && answer.Length == 0) return Bad(http, "obstacle.answer", "Phải ghi nội dung trả lời.", "Write the answer.");
            var changed = obstacle with { State = next, Answer = answer.Length == 0 ? obstacle.Answer : answer, ChangedAt = clock.Now };
            return await store.ChangeAsync(changed, obstacle, actor.UserName, cancellationToken)
                ? Answers.Json(http, Line(changed))
                : Answers.Problem(http, StatusCodes.Status412PreconditionFailed, "obstacle.changed", new Text("Vướng mắc vừa được người khác cập nhật: tải lại rồi thử lại.", "Somebody else has just changed the obstacle: read it again and retry."));
        }, cancellationToken);
    }

    private static string Word(JsonElement json, string name) =>
        CellText.TryNormalise(RequestBody.TextOf(json, name), out var text) ? text : string.Empty;

    private static ObstacleState? StateOf(string word) => Enum.GetValues<ObstacleState>().Cast<ObstacleState?>().FirstOrDefault(s => Names.Of(s!.Value) == word);

    private static IResult Bad(HttpContext http, string code, string vi, string en) => Answers.Problem(http, StatusCodes.Status422UnprocessableEntity, code, new Text(vi, en));

    private static object Line(Obstacle o) => new { o.Id, o.Unit, o.Description, o.LegalReference, o.Level, o.Proposal, State = Names.Of(o.State), o.Answer, o.RaisedBy, o.RaisedAt, o.ChangedAt };
}
