using Microsoft.Data.Sqlite;

namespace SocialWork.Persistence;

/// <summary>Where data is kept, and how much may wait for the writer.</summary>
/// <param name="DatabaseFile">The SQLite file; its folder must exist and be writable.</param>
public sealed record StorageOptions(string DatabaseFile)
{
    /// <summary>Writes that may wait; one more is refused with “slow down” instead of being queued.</summary>
    public int QueueLimit { get; init; } = 10_000;

    /// <summary>The most writes that share one commit.</summary>
    public int GroupLimit { get; init; } = 200;

    internal string WriterConnection => new SqliteConnectionStringBuilder { DataSource = DatabaseFile, Mode = SqliteOpenMode.ReadWriteCreate, Pooling = false, ForeignKeys = true }.ToString();

    internal string ReaderConnection => new SqliteConnectionStringBuilder { DataSource = DatabaseFile, Mode = SqliteOpenMode.ReadOnly, Pooling = true }.ToString();
}
