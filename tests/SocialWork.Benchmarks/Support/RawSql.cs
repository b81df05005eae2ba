using Microsoft.Data.Sqlite;

namespace SocialWork.Benchmarks.Support;

/// <summary>Nothing but SQLite: what the floors are made of.</summary>
internal static class RawSql
{
    /// <summary>Runs a query to its end and reads every column; returns the number of rows.</summary>
    public static int ReadAll(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var values = new object[reader.FieldCount];
        var rows = 0;
        while (reader.Read())
        {
            reader.GetValues(values);
            rows++;
        }

        return rows;
    }

    /// <summary>A new file with one table, written as safely as the product writes.</summary>
    public static SqliteConnection NewTable(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE documents(id INTEGER PRIMARY KEY, json TEXT NOT NULL);";
        command.ExecuteNonQuery();
        return connection;
    }

    /// <summary>Inserts documents with one prepared command, so many per commit; returns how long each commit's group took.</summary>
    public static double[] Insert(SqliteConnection connection, string json, int count, int perCommit)
    {
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO documents(json) VALUES(@json)";
        var parameter = insert.Parameters.Add("@json", SqliteType.Text);
        var commits = new List<double>();
        for (var done = 0; done < count; done += perCommit)
        {
            var clock = Clock.Start();
            using var transaction = connection.BeginTransaction(deferred: false);
            insert.Transaction = transaction;
            for (var i = done; i < Math.Min(count, done + perCommit); i++)
            {
                parameter.Value = json;
                insert.ExecuteNonQuery();
            }

            transaction.Commit();
            commits.Add(clock.Milliseconds);
        }

        return [.. commits];
    }
}
