using System.Collections.Immutable;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SocialWork.Core.Auditing;
using SocialWork.Core.Obstacles;
using SocialWork.Persistence.Model;
using SocialWork.Persistence.Reading;
using SocialWork.Persistence.Writing;

namespace SocialWork.Persistence;

/// <summary>Keeps obstacles. Safe for concurrent use.</summary>
public sealed class ObstacleStore(WriteGate gate, DbReaders readers) : IObstacleStore
{
    /// <inheritdoc/>
    public async Task<ImmutableArray<Obstacle>> ListAsync(string plan, CancellationToken cancellationToken)
    {
        await using var db = readers.Open();
        return [.. await db.Obstacles.Where(o => o.Plan == plan).OrderByDescending(o => o.RaisedAt).ThenBy(o => o.Id).Select(Read).ToListAsync(cancellationToken)];
    }

    /// <inheritdoc/>
    public async Task<Obstacle?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = readers.Open();
        return await db.Obstacles.Where(o => o.Id == id).Select(Read).FirstOrDefaultAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public Task SaveAsync(Obstacle obstacle, string by, CancellationToken cancellationToken) =>
        gate.RunDbAsync(db => Save(db, obstacle, seen: null, by), cancellationToken);

    /// <inheritdoc/>
    public Task<bool> ChangeAsync(Obstacle obstacle, Obstacle seen, string by, CancellationToken cancellationToken) =>
        gate.RunDbAsync(db => Save(db, obstacle, seen, by), cancellationToken);

    private static bool Save(SocialWorkDb db, Obstacle obstacle, Obstacle? seen, string by)
    {
        var existing = db.Obstacles.Find(obstacle.Id);
        var isAsSeen = existing is not null && seen is not null && (existing.State, existing.Answer, existing.ChangedAt) == ((int)seen.State, seen.Answer, Instant.Store(seen.ChangedAt));
        if (seen is not null && !isAsSeen) return false;
        db.Log(obstacle.ChangedAt, by, $"obstacle/{obstacle.Id}", existing is null ? AuditActions.Add : AuditActions.Change, existing is null ? null : $"{(ObstacleState)existing.State} {existing.Answer}", existing is null ? obstacle.ToString() : $"{obstacle.State} {obstacle.Answer}");
        if (existing is null)
        {
            existing = new ObstacleRow
            {
                Id = obstacle.Id,
                Plan = obstacle.Plan,
                Unit = obstacle.Unit,
                Description = obstacle.Description,
                Level = obstacle.Level,
                Proposal = obstacle.Proposal,
                State = 0,
                RaisedBy = obstacle.RaisedBy,
                RaisedAt = Instant.Store(obstacle.RaisedAt),
                ChangedAt = 0,
            };
            db.Obstacles.Add(existing);
        }

        existing.LegalReference = obstacle.LegalReference;
        existing.State = (int)obstacle.State;
        existing.Answer = obstacle.Answer;
        existing.ChangedAt = Instant.Store(obstacle.ChangedAt);
        return true;
    }

    internal static readonly Expression<Func<ObstacleRow, Obstacle>> Read = o => new Obstacle(
        o.Id, o.Plan, o.Unit, o.Description, o.LegalReference, o.Level, o.Proposal, (ObstacleState)o.State, o.Answer, o.RaisedBy,
        DateTimeOffset.FromUnixTimeMilliseconds(o.RaisedAt), DateTimeOffset.FromUnixTimeMilliseconds(o.ChangedAt));
}
