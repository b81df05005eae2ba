using System.Collections.Immutable;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SocialWork.Core.Typing;
using SocialWork.Persistence.Auditing;
using SocialWork.Persistence.Model;
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

    /// <summary>What stands in the entity's name or the reason, without regard to case and accents, đ as d; at most <see cref="MaxText"/> characters.</summary>
    public string? Text { get; init; }

    /// <summary>Not earlier than this moment.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Earlier than this moment.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Only lines with a smaller id: the last id of the page before.</summary>
    public long? Before { get; init; }

    /// <summary>How many lines, 1 to <see cref="AuditLog.MaxPage"/>.</summary>
    public int Limit { get; init; } = AuditLog.MaxPage;
}

/// <summary>Reads the audit log. Safe for concurrent use.</summary>
public sealed class AuditLog(DbReaders readers)
{
    /// <summary>The most lines one page holds.</summary>
    public const int MaxPage = 200;

    /// <summary>The most lines that are searched for a text at once: below a second on a small server.</summary>
    public const int MaxSearched = 200_000;

    /// <summary>Whether a query searches for a text in more than <see cref="MaxSearched"/> lines, and so should not be asked.</summary>
    public async Task<bool> IsTooWideAsync(AuditQuery query, CancellationToken cancellationToken)
    {
        if (query.Text is null) return false;
        await using var db = readers.Open();
        return await Narrowed(db.Audit, query).Take(MaxSearched + 1).CountAsync(cancellationToken) > MaxSearched;
    }

    /// <summary>A page of lines, newest first.</summary>
    public async Task<ImmutableArray<AuditLine>> PageAsync(AuditQuery query, CancellationToken cancellationToken)
    {
        await using var db = readers.Open();
        var audit = query.Text is { } text ? await HoldingAsync(db, text, cancellationToken) : db.Audit;
        var rows = await Narrowed(audit, query).OrderByDescending(a => a.Id).Take(Math.Clamp(query.Limit, 1, MaxPage)).ToListAsync(cancellationToken);
        return [.. rows.Select(a => new AuditLine(a.Id, Instant.Read(a.At), a.By, a.Address, a.Entity, a.Action, a.Before, a.After, a.Reason, a.Hash is null ? null : AuditHash.Text(a.Hash)))];
    }

    /// <summary>Whether words hold a text that is searched for.</summary>
    public static bool Holds(string words, string text) => HoldsFolded(words, Folded.WithoutAccents(text));

    private static IQueryable<AuditRow> Narrowed(IQueryable<AuditRow> rows, AuditQuery query)
    {
        var (entity, actor, action, before) = (query.Entity, query.Actor, query.Action, query.Before);
        var (fromAt, toAt) = (Instant.Store(query.From), Instant.Store(query.To));
        return rows
            .Where(a => (entity == null || a.Entity.StartsWith(entity)) && (actor == null || a.By == actor) && (action == null || a.Action == action))
            .Where(a => (fromAt == null || a.At >= fromAt) && (toAt == null || a.At < toAt) && (before == null || a.Id < before));
    }

    // SQLite folds no case but that of plain letters: the comparison is the product's own, made known to this connection.
    private static async Task<IQueryable<AuditRow>> HoldingAsync(SocialWorkDb db, string text, CancellationToken cancellationToken)
    {
        var folded = Folded.WithoutAccents(text);
        await db.Database.OpenConnectionAsync(cancellationToken);
        ((SqliteConnection)db.Database.GetDbConnection()).CreateFunction("holds_folded", (string? words) => words is not null && HoldsFolded(words, folded));
        return db.Audit.FromSql($"SELECT * FROM audit WHERE holds_folded(\"Entity\") OR holds_folded(\"Reason\")");
    }

    // Most of what is searched is plain codes, which need no folding but for their case.
    private static bool HoldsFolded(string words, string folded) =>
        (Ascii.IsValid(words) && !words.Contains("  ", StringComparison.Ordinal) ? words : Folded.WithoutAccents(words)).Contains(folded, StringComparison.OrdinalIgnoreCase);
}
