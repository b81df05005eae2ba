using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SocialWork.Core.Time;
using SocialWork.Persistence.Auditing;
using SocialWork.Persistence.Model;
using SocialWork.Persistence.Writing;

namespace SocialWork.Persistence;

/// <summary>Brings the database to this version's model before anything reads it.</summary>
public sealed class StorageStartup(WriteGate gate, StorageOptions options, CityClock clock, ILogger<StorageStartup> log)
{
    /// <summary>
    /// Applies what migrations are pending. A database that has data is first copied beside itself. An audit log that an earlier
    /// release left is sealed, and from then on the file itself refuses to change one.
    /// </summary>
    public Task MigrateAsync(CancellationToken cancellationToken) =>
        gate.RunAloneAsync(
            connection =>
            {
                using var db = new SocialWorkDb(new DbContextOptionsBuilder<SocialWorkDb>().UseSqlite(connection).Options);
                var pending = db.Database.GetPendingMigrations().ToArray();
                if (pending.Length > 0) Migrate(db, connection, pending);
                if (AuditSeal.Close(db, clock.Now) is > 0 and var rows) log.LogInformation("Sealed {Count} rows of the audit log that were written before it was chained", rows);
                return true;
            },
            cancellationToken);

    private void Migrate(SocialWorkDb db, SqliteConnection connection, string[] pending)
    {
        if (db.Database.GetAppliedMigrations().Any()) CopyAside(connection, pending[0]);
        log.LogInformation("Applying {Count} migrations up to {Last}", pending.Length, pending[^1]);
        AuditSeal.Lift(db);
        db.Database.Migrate();
        SqliteSettings.Apply(connection);
    }

    private void CopyAside(SqliteConnection connection, string migration)
    {
        var copy = $"{options.DatabaseFile}.before-{migration}";
        using var target = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = copy, Pooling = false }.ToString());
        target.Open();
        connection.BackupDatabase(target);
        log.LogInformation("Copied the database to {Copy} before migrating", copy);
    }
}
