using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Access;
using SocialWork.Core.Forms;
using SocialWork.Core.Time;
using SocialWork.Core.Typing;

namespace SocialWork.Core.Obstacles;

/// <summary>An obstacle as a unit describes it; texts as they were typed.</summary>
/// <param name="Description">What stands in the way.</param>
/// <param name="Level">One of <see cref="ObstacleService.Levels"/>.</param>
/// <param name="Proposal">What is proposed.</param>
/// <param name="LegalReference">The clause or law; blank for none.</param>
public sealed record ObstacleText(string Description, string Level, string Proposal, string LegalReference);

/// <summary>Raising, reading and answering obstacles: the one way in, for pages and API alike. Safe for concurrent use.</summary>
public sealed class ObstacleService(IObstacleStore store, CityClock clock)
{
    /// <summary>The fewest characters of a description.</summary>
    public const int MinDescription = 20;

    /// <summary>The most characters of each text.</summary>
    public const int MaxText = 4000;

    /// <summary>The levels that an obstacle may be addressed to (CAP_KIEN_NGHI).</summary>
    public static ImmutableArray<string> Levels { get; } = ["SO_Y_TE", "SO_NGANH_KHAC", "UBND_THANH_PHO", "BO_NGANH_TW"];

    /// <summary>The obstacles of a plan that the account may see, newest first.</summary>
    public async Task<ImmutableArray<Obstacle>> ListAsync(Actor actor, string plan, CancellationToken cancellationToken) =>
        [.. (await store.ListAsync(plan, cancellationToken)).Where(o => AccessPolicy.MaySeeObstacle(actor, o.Unit))];

    /// <summary>One obstacle; one that the account may not see does not exist for it.</summary>
    public async Task<Result<Obstacle>> GetAsync(Actor actor, string plan, Guid id, CancellationToken cancellationToken) =>
        await store.FindAsync(id, cancellationToken) is { } obstacle && obstacle.Plan == plan && AccessPolicy.MaySeeObstacle(actor, obstacle.Unit) ? obstacle : Unknown;

    /// <summary>Raises an obstacle for the account's own unit.</summary>
    public async Task<Result<Obstacle>> RaiseAsync(Actor actor, string plan, ObstacleText text, CancellationToken cancellationToken)
    {
        if (actor.Unit is not { } unit || !AccessPolicy.MayRaiseObstacle(actor)) return Denied;
        var (description, level, proposal, legal) = (Typed(text.Description), text.Level, Typed(text.Proposal), Typed(text.LegalReference));
        if (description.Length is < MinDescription or > MaxText) return Bad("obstacle.description", $"Nội dung cần từ {MinDescription} đến {MaxText} ký tự.", $"The description needs {MinDescription} to {MaxText} characters.");
        if (!Levels.Contains(level)) return Bad("obstacle.level", $"Cấp kiến nghị phải là một trong {string.Join(", ", Levels)}.", $"The level must be one of {string.Join(", ", Levels)}.");
        if (legal.Length > MaxText) return Bad("obstacle.legalReference", $"Căn cứ dài quá {MaxText} ký tự.", $"The legal reference is longer than {MaxText} characters.");
        if (proposal.Length is 0 or > MaxText) return Bad("obstacle.proposal", "Phải nêu đề xuất giải quyết.", "Propose a solution.");
        foreach (var (called, words) in new[] { (DescriptionName, description), (ProposalName, proposal), (LegalReferenceName, legal) })
        {
            if (PersonalNumbers.Refuse(called, words) is { } personal) return personal;
        }

        var now = clock.Now;
        var obstacle = new Obstacle(Guid.CreateVersion7(now), plan, unit, description, legal.Length == 0 ? null : legal, level, proposal, ObstacleState.Received, null, actor.UserName, now, now);
        await store.SaveAsync(obstacle, actor.UserName, cancellationToken);
        return obstacle;
    }

    /// <summary>Routes, answers or closes an obstacle.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="id">The obstacle.</param>
    /// <param name="next">Where it stands from now on; null where what was sent is no state.</param>
    /// <param name="answer">The answer; blank to leave it as it is.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Result<Obstacle>> AnswerAsync(Actor actor, string plan, Guid id, ObstacleState? next, string answer, CancellationToken cancellationToken)
    {
        if (!AccessPolicy.MayAnswerObstacle(actor)) return Denied;
        if (await store.FindAsync(id, cancellationToken) is not { } obstacle || obstacle.Plan != plan) return Unknown;
        if (next is not { } state) return Bad("obstacle.state", "Tình trạng phải là received, inProcess, submitted, answered hoặc closed.", "The state must be received, inProcess, submitted, answered or closed.");
        if (obstacle.State == ObstacleState.Closed) return new Refusal(RefusalKind.Conflict, "obstacle.closed", "Vướng mắc đã đóng.", "The obstacle is closed.");
        var words = Typed(answer);
        if (words.Length > MaxText) return Bad("obstacle.answer", $"Nội dung trả lời dài quá {MaxText} ký tự.", $"The answer is longer than {MaxText} characters.");
        if (state == ObstacleState.Answered && words.Length == 0) return Bad("obstacle.answer", "Phải ghi nội dung trả lời.", "Write the answer.");
        if (PersonalNumbers.Refuse(AnswerName, words) is { } personal) return personal;
        var changed = obstacle with { State = state, Answer = words.Length == 0 ? obstacle.Answer : words, ChangedAt = clock.Now };
        return await store.ChangeAsync(changed, obstacle, actor.UserName, cancellationToken)
            ? changed
            : new Refusal(RefusalKind.Stale, "obstacle.changed", "Vướng mắc vừa được người khác cập nhật: tải lại rồi thử lại.", "Somebody else has just changed the obstacle: read it again and retry.");
    }

    private static Text DescriptionName { get; } = new("Nội dung vướng mắc", "The description");

    private static Text ProposalName { get; } = new("Đề xuất", "The proposal");

    private static Text LegalReferenceName { get; } = new("Căn cứ", "The legal reference");

    private static Text AnswerName { get; } = new("Nội dung trả lời", "The answer");

    private static string Typed(string text) => CellText.TryNormalise(text, out var words) ? words : string.Empty;

    private static Refusal Bad(string code, string vi, string en) => new(RefusalKind.Unprocessable, code, vi, en);

    private static Refusal Denied => new(RefusalKind.Forbidden, "access.denied", "Tài khoản này không có quyền.", "This account may not do that.");

    private static Refusal Unknown => new(RefusalKind.NotFound, "obstacle.unknown", "Không có vướng mắc này.", "There is no such obstacle.");
}
