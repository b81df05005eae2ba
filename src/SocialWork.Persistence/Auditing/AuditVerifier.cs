using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Data.Sqlite;
using SocialWork.Abstractions;
using SocialWork.Core.Auditing;
using SocialWork.Persistence.Model;

namespace SocialWork.Persistence.Auditing;

/// <summary>
/// Reads the whole audit log, row by row, and says whether it is what was written. Only reads, in short transactions, and so
/// beside a host that writes. Safe for concurrent use.
/// </summary>
public sealed class AuditVerifier(StorageOptions options)
{
    /// <summary>The most faults that a verdict names.</summary>
    public const int MaxFaults = 100;

    private const int Chunk = 5_000;

    /// <summary>Verifies the log. Blocks while it reads.</summary>
    /// <param name="anchors">What was written down of the chain's end before.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="InvalidDataException">The file holds no chained log: no host of this version has opened it.</exception>
    /// <exception cref="SqliteException">The file cannot be read.</exception>
    public AuditVerdict Verify(AnchorFile anchors, CancellationToken cancellationToken)
    {
        using var connection = Open();
        if (Number(connection, "SELECT COUNT(*) FROM pragma_table_info('audit') WHERE name='Hash'") == 0)
            throw new InvalidDataException($"{options.DatabaseFile} holds no chained audit log yet: start the host on it once, which seals the log.");
        // Read before the rows, which only become more meanwhile.
        var everWritten = Number(connection, "SELECT COALESCE(MAX(seq), 0) FROM sqlite_sequence WHERE name='audit'");
        var newestNow = Number(connection, "SELECT COALESCE(MAX(\"Id\"), 0) FROM audit");
        var faults = new AuditFaults(MaxFaults);
        var walk = new AuditWalk(anchors.All, faults);
        // Between two chunks the reader's snapshot is given up, so that the write-ahead log can be folded back.
        long? read = long.MinValue;
        while (read is { } after) read = Take(connection, after, newestNow, walk, cancellationToken);
        walk.End(everWritten);
        var newest = walk.Newest;
        return new AuditVerdict(
            walk.Rows,
            new AuditHead(newest?.Id ?? 0, AuditHash.Text(newest?.Hash ?? AuditHash.Beginning), Instant.Read(newest?.At ?? 0)),
            walk.AnchorsThatAgree,
            faults.Named,
            faults.More,
            [.. Notes(anchors)]);
    }

    /// <summary>What is wrong with the one row that an anchor knows, without reading the rest; null where nothing is.</summary>
    /// <exception cref="SqliteException">The file cannot be read.</exception>
    public AuditFault? Compare(AuditAnchor anchor)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT \"Hash\" FROM audit WHERE \"Id\"=@seq";
        command.Parameters.AddWithValue("@seq", anchor.Seq);
        var faults = new AuditFaults(1);
        var hash = command.ExecuteScalar();
        if (anchor.Seq > 0 && hash is null) faults.CutOff(anchor.Seq, anchor.Seq, anchor);
        if (hash is byte[] known && !anchor.Knows(known)) faults.Rewritten(anchor.Seq, anchor);
        return faults.Named.FirstOrDefault();
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder(options.ReaderConnection) { Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    // The last row of the chunk; null where there was none left.
    private static long? Take(SqliteConnection connection, long after, long until, AuditWalk walk, CancellationToken cancellationToken)
    {
        using var command = connection.CreateCommand();
        command.CommandText =
            "SELECT \"Id\",\"At\",\"By\",\"Address\",\"Entity\",\"Action\",\"Before\",\"After\",\"Reason\",\"DataVersion\",\"PreviousHash\",\"Hash\" FROM audit WHERE \"Id\">@after AND \"Id\"<=@until ORDER BY \"Id\" LIMIT @chunk";
        command.Parameters.AddWithValue("@after", after);
        command.Parameters.AddWithValue("@until", until);
        command.Parameters.AddWithValue("@chunk", Chunk);
        using var row = command.ExecuteReader();
        long? last = null;
        while (row.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            last = row.GetInt64(0);
            walk.Take(Read(row));
        }

        return last;
    }

    private static AuditRow Read(SqliteDataReader row) => new()
    {
        Id = row.GetInt64(0),
        At = row.IsDBNull(1) ? 0 : row.GetInt64(1),
        By = Words(row, 2)!,
        Address = Words(row, 3),
        Entity = Words(row, 4)!,
        Action = Words(row, 5)!,
        Before = Words(row, 6),
        After = Words(row, 7),
        Reason = Words(row, 8),
        DataVersion = row.IsDBNull(9) ? null : row.GetInt64(9),
        PreviousHash = row.IsDBNull(10) ? null : row.GetFieldValue<byte[]>(10),
        Hash = row.IsDBNull(11) ? null : row.GetFieldValue<byte[]>(11),
    };

    private static string? Words(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static IEnumerable<Text> Notes(AnchorFile anchors)
    {
        if (anchors.All.IsEmpty)
        {
            yield return new Text(
                "Không có mốc nào để so: chưa thể biết nhật ký có bị ghi lại toàn bộ hay bị cắt phần cuối hay không.",
                "There is no anchor to compare with: whether the whole log was written anew, or its end was cut off, cannot be told.");
        }

        if (!anchors.Unreadable.IsEmpty)
        {
            var lines = string.Join(", ", anchors.Unreadable.Select(n => n.ToString(CultureInfo.InvariantCulture)));
            yield return new Text($"Dòng {lines} của tệp mốc không đọc được và bị bỏ qua.", $"Line {lines} of the anchors' file cannot be read and was passed over.");
        }
    }

    private static long Number(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
