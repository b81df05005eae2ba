using Microsoft.Data.Sqlite;
using SocialWork.Core.Auditing;
using SocialWork.Persistence.Auditing;
using SocialWork.Persistence.Model;

namespace SocialWork.Persistence.Tests.Auditing;

/// <summary>A database file with an audit log, in the hands of somebody who can write to the file.</summary>
internal sealed class AuditFile(string file)
{
    private const string Columns = "\"Id\",\"At\",\"By\",\"Address\",\"Entity\",\"Action\",\"Before\",\"After\",\"Reason\",\"DataVersion\",\"PreviousHash\",\"Hash\"";

    /// <summary>Writes a log of so many rows, changes and readings mixed, with anchors after some of them.</summary>
    public static async Task<AuditAnchor[]> MakeAsync(string file, int rows, params int[] anchored)
    {
        var anchors = await WriteAsync(file, rows, anchored);
        // All of it in the one file, which tests copy.
        new AuditFile(file).Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        return anchors;
    }

    private static async Task<AuditAnchor[]> WriteAsync(string file, int rows, int[] anchored)
    {
        await using var store = await TestStore.OpenAsync(file, sectors: false);
        var anchors = new List<AuditAnchor>();
        for (var row = (int)store.Count("audit") + 1; row <= rows; row++)
        {
            var number = row;
            await store.Gate.RunAsync(
                session =>
                {
                    if (number % 3 == 0) session.Record(store.Clock.Now, new AuditEvent("kiểm toán", AuditActions.Read, $"submission/2026/CA1/{number}"));
                    else session.Log(store.Clock.Now, "nhập", $"thing/{number}", "Change", $"{{\"a\":{number - 1}}}", $"{{\"a\":{number}}}", number % 5 == 0 ? "Sai số liệu." : null);
                    return true;
                },
                CancellationToken.None);
            if (!anchored.Contains(row)) continue;
            var head = await store.Trail.HeadAsync(CancellationToken.None);
            anchors.Add(new AuditAnchor(head.Seq, head.Hash, store.Clock.Now));
        }

        return [.. anchors];
    }

    public AuditVerdict Verify(params AuditAnchor[] anchors) => new AuditVerifier(new StorageOptions(file)).Verify(new AnchorFile([.. anchors], []), CancellationToken.None);

    /// <summary>Replaces the whole log by what is made of it.</summary>
    /// <param name="tamper">Changes the rows; they are numbered as they then stand in <see cref="AuditRow.Id"/>.</param>
    /// <param name="coverTracks">Also sets back what the file remembers of the highest number.</param>
    public void Tamper(Action<List<AuditRow>> tamper, bool coverTracks)
    {
        using var connection = Open();
        var rows = Rows(connection);
        tamper(rows);
        Execute(connection, "DROP TRIGGER audit_is_not_changed; DROP TRIGGER audit_is_not_removed; DELETE FROM audit;");
        using var transaction = connection.BeginTransaction();
        foreach (var row in rows)
        {
            using var insert = connection.CreateCommand();
            insert.CommandText = $"INSERT INTO audit({Columns}) VALUES(@0,@1,@2,@3,@4,@5,@6,@7,@8,@9,@10,@11)";
            object?[] values = [row.Id, row.At, row.By, row.Address, row.Entity, row.Action, row.Before, row.After, row.Reason, row.DataVersion, row.PreviousHash, row.Hash];
            for (var i = 0; i < values.Length; i++) insert.Parameters.AddWithValue("@" + i, values[i] ?? DBNull.Value);
            insert.ExecuteNonQuery();
        }

        if (coverTracks) Execute(connection, "UPDATE sqlite_sequence SET seq=(SELECT COALESCE(MAX(\"Id\"), 0) FROM audit) WHERE name='audit'");
        transaction.Commit();
    }

    /// <summary>The rows as they are.</summary>
    public List<AuditRow> Rows()
    {
        using var connection = Open();
        return Rows(connection);
    }

    public void Execute(string sql)
    {
        using var connection = Open();
        Execute(connection, sql);
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static List<AuditRow> Rows(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {Columns} FROM audit ORDER BY \"Id\"";
        using var row = command.ExecuteReader();
        var rows = new List<AuditRow>();
        while (row.Read())
        {
            string? Words(int column) => row.IsDBNull(column) ? null : row.GetString(column);
            byte[]? Bytes(int column) => row.IsDBNull(column) ? null : row.GetFieldValue<byte[]>(column);
            rows.Add(new AuditRow
            {
                Id = row.GetInt64(0),
                At = row.GetInt64(1),
                By = row.GetString(2),
                Address = Words(3),
                Entity = row.GetString(4),
                Action = row.GetString(5),
                Before = Words(6),
                After = Words(7),
                Reason = Words(8),
                DataVersion = row.IsDBNull(9) ? null : row.GetInt64(9),
                PreviousHash = Bytes(10),
                Hash = Bytes(11),
            });
        }

        return rows;
    }
}
