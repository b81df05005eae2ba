using System.Collections.Immutable;

namespace SocialWork.Core.Obstacles;

/// <summary>Where an obstacle stands (TT_VUONG_MAC).</summary>
public enum ObstacleState
{
    /// <summary>Đã tiếp nhận</summary>
    Received,
    /// <summary>Đang xử lý</summary>
    InProcess,
    /// <summary>Đã trình UBND</summary>
    Submitted,
    /// <summary>Đã trả lời</summary>
    Answered,
    /// <summary>Đã đóng</summary>
    Closed,
}

/// <summary>Khó khăn, vướng mắc: a record of form K6, raised at any time of the year (2026/V.3).</summary>
/// <param name="Id">Given by the product.</param>
/// <param name="Plan">The plan.</param>
/// <param name="Unit">Who raised it.</param>
/// <param name="Description">What stands in the way; at least 20 characters.</param>
/// <param name="LegalReference">The clause or law it concerns; null for none.</param>
/// <param name="Level">The level addressed, an option of CAP_KIEN_NGHI.</param>
/// <param name="Proposal">What is proposed.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Answer">What was answered; null for nothing yet.</param>
/// <param name="RaisedBy">The account that raised it.</param>
/// <param name="RaisedAt">When, UTC.</param>
/// <param name="ChangedAt">The last change, UTC.</param>
public sealed record Obstacle(
    Guid Id, string Plan, string Unit, string Description, string? LegalReference, string Level, string Proposal,
    ObstacleState State, string? Answer, string RaisedBy, DateTimeOffset RaisedAt, DateTimeOffset ChangedAt);

/// <summary>The obstacles of a plan, as they are at present or were at one past moment. Safe for concurrent use.</summary>
public interface IObstacleList
{
    /// <summary>The obstacles of a plan, newest first.</summary>
    Task<ImmutableArray<Obstacle>> ListAsync(string plan, CancellationToken cancellationToken);
}

/// <summary>Keeps obstacles. Safe for concurrent use.</summary>
public interface IObstacleStore : IObstacleList
{
    /// <summary>One obstacle, or null.</summary>
    Task<Obstacle?> FindAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Replaces an obstacle as it was seen, with its line in the log; false when it has changed since, and nothing is done.</summary>
    Task<bool> ChangeAsync(Obstacle obstacle, Obstacle seen, string by, CancellationToken cancellationToken);

    /// <summary>Adds an obstacle or replaces it, with its line in the log.</summary>
    Task SaveAsync(Obstacle obstacle, string by, CancellationToken cancellationToken);
}
