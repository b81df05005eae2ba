using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Data.Sqlite;
using SocialWork.Persistence.Auditing;

namespace SocialWork.Persistence.Backups;

/// <summary>A copy of the database in a file of its own, which nobody else has open.</summary>
/// <param name="file">The file.</param>
internal sealed class SavedDatabase(string file)
{
    private const int MaxFaults = 5;

    /// <summary>
    /// Copies a database as it is at one moment. The copy is read in one transaction of a connection of its own: a host that
    /// runs goes on writing meanwhile, and what it had acknowledged before is in the copy.
    /// </summary>
    /// <exception cref="SqliteException">It cannot be read, or the copy cannot be written.</exception>
    public static SavedDatabase Copy(string from, string to)
    {
        using (var source = new SqliteConnection(Connection(from, SqliteOpenMode.ReadOnly)))
        using (var target = new SqliteConnection(Connection(to, SqliteOpenMode.ReadWriteCreate)))
        {
            source.Open();
            target.Open();
            source.BackupDatabase(target);
            // One file, without a log beside it.
            Ask(target, "PRAGMA journal_mode=DELETE");
        }

        return new SavedDatabase(to);
    }

    /// <summary>What SQLite finds wrong with it; empty where it is sound.</summary>
    public ImmutableArray<string> Faults()
    {
        using var connection = Open();
        var faults = Ask(connection, $"PRAGMA integrity_check({MaxFaults})");
        return faults is ["ok"] ? Ask(connection, $"SELECT \"table\" || ' ' || rowid || ' -> ' || parent FROM pragma_foreign_key_check LIMIT {MaxFaults}") : faults;
    }

    /// <summary>The last migration; null where there was none.</summary>
    public string? Schema()
    {
        using var connection = Open();
        return Has(connection, "__EFMigrationsHistory", "MigrationId") ? Ask(connection, "SELECT MAX(\"MigrationId\") FROM \"__EFMigrationsHistory\"").FirstOrDefault() : null;
    }

    /// <summary>The end of its audit log; null where the log is older than the chain.</summary>
    public AuditAnchor? Log(DateTimeOffset at)
    {
        using var connection = Open();
        if (!Has(connection, "audit", "Hash")) return null;
        return Ask(connection, "SELECT \"Id\" || ' ' || lower(hex(\"Hash\")) FROM audit WHERE \"Hash\" IS NOT NULL ORDER BY \"Id\" DESC LIMIT 1") is [var last] && last.Split(' ') is [var seq, var hash]
            ? new AuditAnchor(long.Parse(seq, CultureInfo.InvariantCulture), hash, at)
            : null;
    }

    /// <summary>The attached files that it knows, by id.</summary>
    public ImmutableArray<BackupAttachment> Attachments()
    {
        using var connection = Open();
        if (!Has(connection, "attachments", "Hash")) return [];
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT \"Hash\", MAX(\"Size\") FROM attachments GROUP BY \"Hash\" ORDER BY \"Hash\"";
        using var row = command.ExecuteReader();
        var all = ImmutableArray.CreateBuilder<BackupAttachment>();
        while (row.Read()) all.Add(new BackupAttachment(row.GetString(0), row.GetInt64(1)));
        return all.ToImmutable();
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(Connection(file, SqliteOpenMode.ReadOnly));
        connection.Open();
        return connection;
    }

    private static string Connection(string file, SqliteOpenMode mode) => new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ToString();

    private static bool Has(SqliteConnection connection, string table, string column) =>
        Ask(connection, $"SELECT name FROM pragma_table_info('{table}') WHERE name='{column}'") is [_];

    private static ImmutableArray<string> Ask(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var row = command.ExecuteReader();
        var answers = ImmutableArray.CreateBuilder<string>();
        while (row.Read())
        {
            if (!row.IsDBNull(0)) answers.Add(row.GetString(0));
        }

        return answers.ToImmutable();
    }
}
