using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SocialWork.Core.Time;
using SocialWork.Persistence.Auditing;
using SocialWork.Persistence.Model;
using SocialWork.Persistence.Writing;

namespace SocialWork.Persistence;

/// <summary>Brings the database to this version's model before anything reads it.</summary>
public sealed class StorageStartup(WriteGate gate, CityClock clock, ILogger<StorageStartup> log)
{
    /// <summary>
    /// Applies what migrations are pending. A database that has data is saved first. An audit log that an earlier release left
    /// is sealed, and from then on the file itself refuses to change one, and so it does with snapshots.
    /// </summary>
    /// <param name="save">Saves the data before they are changed; throws where it cannot, and nothing is migrated.</param>
    /// <param name="cancellationToken">Gives up before the migration.</param>
    public async Task MigrateAsync(Func<CancellationToken, Task> save, CancellationToken cancellationToken)
    {
        if (await gate.RunAloneAsync(HoldsOlderData, cancellationToken)) await save(cancellationToken);
        await gate.RunAloneAsync(
            connection =>
            {
                using var db = Open(connection);
                var pending = db.Database.GetPendingMigrations().ToArray();
                if (pending.Length > 0) Migrate(db, connection, pending);
                SnapshotSeal.Close(db);
                if (AuditSeal.Close(db, clock.Now) is > 0 and var rows) log.LogInformation("Sealed {Count} rows of the audit log that were written before it was chained", rows);
                return true;
            },
            cancellationToken);
    }

    private static bool HoldsOlderData(SqliteConnection connection)
    {
        using var db = Open(connection);
        return db.Database.GetAppliedMigrations().Any() && db.Database.GetPendingMigrations().Any();
    }

    private static SocialWorkDb Open(SqliteConnection connection) => new(new DbContextOptionsBuilder<SocialWorkDb>().UseSqlite(connection).Options);

    private void Migrate(SocialWorkDb db, SqliteConnection connection, string[] pending)
    {
        log.LogInformation("Applying {Count} migrations up to {Last}", pending.Length, pending[^1]);
        AuditSeal.Lift(db);
        SnapshotSeal.Lift(db);
        db.Database.Migrate();
        SqliteSettings.Apply(connection);
    }
}
