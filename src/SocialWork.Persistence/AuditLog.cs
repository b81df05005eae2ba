using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SocialWork.Persistence.Auditing;
using SocialWork.Persistence.Reading;

namespace SocialWork.Persistence;

/// <summary>A line of the audit log.</summary>
/// <param name="Id">Its number in the chain.</param>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
/// <param name="Address">From which network address; null for what the product does by itself.</param>
/// <param name="Entity">With what.</param>
/// <param name="Action">What was done.</param>
/// <param name="Before">What was there before; null for nothing.</param>
/// <param name="After">What was there after, or what more there is to say; null for nothing.</param>
/// <param name="Reason">Why; null where none was given.</param>
/// <param name="Hash">The row's hash in lower-case hexadecimal; null for a row that is not sealed.</param>
public sealed record AuditLine(long Id, DateTimeOffset At, string By, string? Address, string Entity, string Action, string? Before, string? After, string? Reason, string? Hash);

/// <summary>Which lines of the audit log are wanted; what is null does not matter. Immutable.</summary>
public sealed record AuditQuery
{
    /// <summary>The longest text to search for, in characters.</summary>
    public const int MaxText = 200;

    /// <summary>The start of the entity's name.</summary>
    public string? Entity { get; init; }

    /// <summary>The account.</summary>
    public string? Actor { get; init; }

    /// <summary>What was done.</summary>
    public string? Action { get; init; }

    /// <summary>What stands in the entity's name or the reason, whatever the case of letters without marks; at most <see cref="MaxText"/>.</summary>
    public string? Text { get; init; }

    /// <summary>Not earlier than this moment.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Earlier than this moment.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Only lines with a smaller id: the last id of the page before.</summary>
    public long? Before { get; init; }
}

/// <summary>Reads the audit log. Safe for concurrent use.</summary>
public sealed partial class AuditLog(DbReaders readers)
{
    /// <summary>The most lines one page holds.</summary>
    public const int MaxPage = 200;

    private const string Escape = "\\";

    /// <summary>A page of lines, newest first.</summary>
    public async Task<ImmutableArray<AuditLine>> PageAsync(AuditQuery query, CancellationToken cancellationToken)
    {
        await using var db = readers.Open();
        var (entity, actor, action, before) = (query.Entity, query.Actor, query.Action, query.Before);
        var (fromAt, toAt) = (Instant.Store(query.From), Instant.Store(query.To));
        var holding = query.Text is { } text ? $"%{Signs().Replace(text, Escape + "$0")}%" : null;
        var rows = await db.Audit
            .Where(a => (entity == null || a.Entity.StartsWith(entity)) && (actor == null || a.By == actor) && (action == null || a.Action == action))
            .Where(a => (fromAt == null || a.At >= fromAt) && (toAt == null || a.At < toAt) && (before == null || a.Id < before))
            .Where(a => holding == null || EF.Functions.Like(a.Entity, holding, Escape) || EF.Functions.Like(a.Reason!, holding, Escape))
            .OrderByDescending(a => a.Id)
            .Take(MaxPage)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(a => new AuditLine(a.Id, Instant.Read(a.At), a.By, a.Address, a.Entity, a.Action, a.Before, a.After, a.Reason, a.Hash is null ? null : AuditHash.Text(a.Hash)))];
    }

    // What LIKE takes for more than itself.
    [GeneratedRegex(@"[\\%_]", RegexOptions.None, 1000)]
    private static partial Regex Signs();
}
