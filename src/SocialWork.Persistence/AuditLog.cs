using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using SocialWork.Persistence.Reading;

namespace SocialWork.Persistence;

/// <summary>A line of the audit log.</summary>
public sealed record AuditLine(long Id, DateTimeOffset At, string By, string Entity, string Action, string? Before, string? After);

/// <summary>Reads the audit log. Safe for concurrent use.</summary>
public sealed class AuditLog(DbReaders readers)
{
    /// <summary>The most lines one page holds.</summary>
    public const int MaxPage = 200;

    /// <summary>A page of lines, newest first.</summary>
    /// <param name="entity">The start of the entity's name; null for all.</param>
    /// <param name="actor">The account; null for all.</param>
    /// <param name="from">Not earlier than this moment; null for no limit.</param>
    /// <param name="to">Earlier than this moment; null for no limit.</param>
    /// <param name="before">Only lines with a smaller id: the last id of the page before; null for the first page.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<ImmutableArray<AuditLine>> PageAsync(string? entity, string? actor, DateTimeOffset? from, DateTimeOffset? to, long? before, CancellationToken cancellationToken)
    {
        await using var db = readers.Open();
        var (fromAt, toAt) = (Instant.Store(from), Instant.Store(to));
        var rows = await db.Audit
            .Where(a => (entity == null || a.Entity.StartsWith(entity)) && (actor == null || a.By == actor))
            .Where(a => (fromAt == null || a.At >= fromAt) && (toAt == null || a.At < toAt) && (before == null || a.Id < before))
            .OrderByDescending(a => a.Id)
            .Take(MaxPage)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(a => new AuditLine(a.Id, Instant.Read(a.At), a.By, a.Entity, a.Action, a.Before, a.After))];
    }
}
