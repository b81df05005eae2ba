using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SocialWork.Core.Auditing;
using SocialWork.Persistence.Model;

namespace SocialWork.Persistence.Auditing;

/// <summary>
/// Closes the audit log: chains what a release without a chain wrote, once, and has the file refuse to change or remove rows.
/// Run before anything is written, alone with the connection.
/// </summary>
internal static class AuditSeal
{
    private const string Product = "product";
    private const int Chunk = 1_000;

    /// <summary>Takes the file's own refusals away, for a migration that must touch the table; <see cref="Close"/> brings them back.</summary>
    public static void Lift(SocialWorkDb db) => db.Database.ExecuteSqlRaw(
        """
        DROP TRIGGER IF EXISTS audit_is_not_changed;
        DROP TRIGGER IF EXISTS audit_is_not_removed;
        """);

    /// <summary>Seals what is not chained yet, where nothing is, and puts the refusals in place; all or nothing.</summary>
    /// <returns>How many rows were sealed.</returns>
    public static int Close(SocialWorkDb db, DateTimeOffset now)
    {
        using var transaction = db.Database.BeginTransaction();
        // Where some rows are chained, one that is not was slipped in: sealing it would make it good.
        var sealedRows = db.Audit.Any(a => a.Hash != null) || !db.Audit.Any() ? 0 : Chain(db, now);
        db.Database.ExecuteSqlRaw(
            """
            CREATE TRIGGER IF NOT EXISTS audit_is_not_changed BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'The audit log is not changed.'); END;
            CREATE TRIGGER IF NOT EXISTS audit_is_not_removed BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'The audit log is not removed.'); END;
            """);
        transaction.Commit();
        return sealedRows;
    }

    private static int Chain(SocialWorkDb db, DateTimeOffset now)
    {
        Lift(db);
        var (count, last, version, hash) = (0, 0L, 0L, AuditHash.Beginning);
        while (db.Audit.Where(a => a.Id > last).OrderBy(a => a.Id).Take(Chunk).ToList() is { Count: > 0 } rows)
        {
            foreach (var row in rows)
            {
                version = row.Action == AuditActions.Read ? version : row.Id;
                hash = Behind(hash, version, row);
            }

            db.SaveChanges();
            db.ChangeTracker.Clear();
            (count, last) = (count + rows.Count, rows[^1].Id);
        }

        var seal = new AuditRow
        {
            Id = last + 1,
            At = Instant.Store(now),
            By = Product,
            Entity = "audit",
            Action = AuditActions.Seal,
            After = string.Create(CultureInfo.InvariantCulture, $"{count} rows up to {last}, written before the log was chained, were sealed as they stood on this day."),
        };
        Behind(hash, version, seal);
        db.Audit.Add(seal);
        db.SaveChanges();
        db.ChangeTracker.Clear();
        return count;
    }

    private static byte[] Behind(byte[] previous, long version, AuditRow row)
    {
        row.DataVersion = version;
        row.PreviousHash = previous;
        row.Hash = AuditHash.Of(previous, row);
        return row.Hash;
    }
}
