using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SocialWork.Persistence.Model;

namespace SocialWork.Persistence.Reading;

/// <summary>Opens read-only contexts. Each is for one short piece of reading. Safe for concurrent use.</summary>
public sealed class DbReaders : IDisposable
{
    private readonly string _connection;
    private readonly DbContextOptions<SocialWorkDb> _options;

    /// <summary>Reads the file of the given options.</summary>
    public DbReaders(StorageOptions options, params Microsoft.EntityFrameworkCore.Diagnostics.IInterceptor[] interceptors)
    {
        _connection = options.ReaderConnection;
        _options = new DbContextOptionsBuilder<SocialWorkDb>()
            .UseSqlite(_connection)
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
            .AddInterceptors(interceptors)
            .Options;
    }

    /// <summary>A context that reads; dispose it soon, so that the write-ahead log can be folded back.</summary>
    public SocialWorkDb Open() => new(_options);

    /// <summary>Closes the connections that are kept open: a file that takes this one's place must not be read through them.</summary>
    public void Dispose()
    {
        using var pooled = new SqliteConnection(_connection);
        SqliteConnection.ClearPool(pooled);
    }
}
