using Microsoft.EntityFrameworkCore;
using SocialWork.Persistence.Model;

namespace SocialWork.Persistence;

/// <summary>Has the file itself refuse to change or remove what was frozen. Run alone with the connection.</summary>
internal static class SnapshotSeal
{
    private static readonly string[] Tables = ["snapshots", "snapshot_files", "snapshot_issues"];

    /// <summary>Takes the refusals away, for a migration that must touch the tables; <see cref="Close"/> brings them back.</summary>
    public static void Lift(SocialWorkDb db)
    {
        foreach (var sql in Tables.Select(table => $"DROP TRIGGER IF EXISTS {table}_is_not_changed; DROP TRIGGER IF EXISTS {table}_is_not_removed;")) db.Database.ExecuteSqlRaw(sql);
    }

    /// <summary>Puts the refusals in place.</summary>
    public static void Close(SocialWorkDb db)
    {
        foreach (var table in Tables)
        {
            var sql = $"""
                CREATE TRIGGER IF NOT EXISTS {table}_is_not_changed BEFORE UPDATE ON {table} BEGIN SELECT RAISE(ABORT, 'A snapshot is not changed.'); END;
                CREATE TRIGGER IF NOT EXISTS {table}_is_not_removed BEFORE DELETE ON {table} BEGIN SELECT RAISE(ABORT, 'A snapshot is not removed.'); END;
                """;
            db.Database.ExecuteSqlRaw(sql);
        }
    }
}
