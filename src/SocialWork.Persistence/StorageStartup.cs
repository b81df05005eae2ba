using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SocialWork.Persistence.Model;
using SocialWork.Persistence.Writing;

namespace SocialWork.Persistence;

/// <summary>Brings the database to this version's model before anything reads it.</summary>
public sealed class StorageStartup(WriteGate gate, StorageOptions options, ILogger<StorageStartup> log)
{
    /// <summary>Applies what migrations are pending. A database that has data is first copied beside itself.</summary>
    public Task MigrateAsync(CancellationToken cancellationToken) =>
        gate.RunAloneAsync(
            connection =>
            {
                using var db = new SocialWorkDb(new DbContextOptionsBuilder<SocialWorkDb>().UseSqlite(connection).Options);
                var pending = db.Database.GetPendingMigrations().ToArray();
                if (pending.Length == 0) return true;
                if (db.Database.GetAppliedMigrations().Any()) CopyAside(connection, pending[0]);
                log.LogInformation("Applying {Count} migrations up to {Last}", pending.Length, pending[^1]);
                db.Database.Migrate();
                SqliteSettings.Apply(connection);
                return true;
            },
            cancellationToken);

    private void CopyAside(SqliteConnection connection, string migration)
    {
        var copy = $"{options.DatabaseFile}.before-{migration}";
        using var target = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = copy, Pooling = false }.ToString());
        target.Open();
        connection.BackupDatabase(target);
        log.LogInformation("Copied the database to {Copy} before migrating", copy);
    }
}
