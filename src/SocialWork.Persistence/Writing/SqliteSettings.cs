using System.Globalization;
using Microsoft.Data.Sqlite;

namespace SocialWork.Persistence.Writing;

/// <summary>The settings under which acknowledged data survives a crash; asserted at every start.</summary>
internal static class SqliteSettings
{
    /// <summary>The oldest SQLite library this product was tested with.</summary>
    private static readonly Version Oldest = new(3, 50, 4);

    public static void Apply(SqliteConnection connection)
    {
        Execute(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA journal_size_limit=67108864; PRAGMA foreign_keys=ON;");
        // A group must fit into the cache, or pages are written out and read back before its commit; and the log is folded back
        // every 16 MB instead of every 4, so that not every other group of a busy day waits for it.
        Execute(connection, "PRAGMA cache_size=-32768; PRAGMA wal_autocheckpoint=4096;");
        Expect(connection, "PRAGMA journal_mode", "wal");
        Expect(connection, "PRAGMA synchronous", "2");
        var version = Scalar(connection, "SELECT sqlite_version()");
        if (Version.Parse(version) < Oldest)
            throw new InvalidOperationException($"SQLite {version} is older than {Oldest}, the version this product was tested with.");
    }

    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static void Expect(SqliteConnection connection, string question, string answer)
    {
        var found = Scalar(connection, question);
        if (found != answer) throw new InvalidOperationException($"{question} answers '{found}'; '{answer}' is needed so that acknowledged data survives a crash. Is the data folder on a file system that SQLite can lock?");
    }

    private static string Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture) ?? string.Empty;
    }
}
