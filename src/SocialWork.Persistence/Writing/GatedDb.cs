using Microsoft.EntityFrameworkCore;
using SocialWork.Persistence.Model;

namespace SocialWork.Persistence.Writing;

/// <summary>EF Core through the one writer: plans, units, forms and records, which are changed seldom.</summary>
internal static class GatedDb
{
    /// <summary>Runs a piece of EF work in the writer's transaction and saves it.</summary>
    public static Task<T> RunDbAsync<T>(this WriteGate gate, Func<SocialWorkDb, T> work, CancellationToken cancellationToken) =>
        gate.RunAsync(session => session.WithDb(work), cancellationToken);

    /// <summary>The same, inside a write that is already under way.</summary>
    public static T WithDb<T>(this WriteSession session, Func<SocialWorkDb, T> work)
    {
        using var db = new SocialWorkDb(new DbContextOptionsBuilder<SocialWorkDb>().UseSqlite(session.Connection).Options) { Session = session };
        db.Database.UseTransaction(session.Transaction);
        var result = work(db);
        db.SaveChanges();
        return result;
    }

    /// <summary>Adds to the audit log that something was changed, at once and in the same savepoint.</summary>
    public static void Log(this SocialWorkDb db, DateTimeOffset at, string by, string entity, string action, string? before, string? after, string? reason = null, bool isReported = true) =>
        (db.Session ?? throw new InvalidOperationException("Only the writer adds to the audit log.")).Log(at, by, entity, action, before, after, reason, isReported);
}
