using Microsoft.EntityFrameworkCore;
using SocialWork.Persistence.Model;

namespace SocialWork.Persistence.Reading;

/// <summary>Opens read-only contexts. Each is for one short piece of reading. Safe for concurrent use.</summary>
public sealed class DbReaders
{
    private readonly DbContextOptions<SocialWorkDb> _options;

    /// <summary>Reads the file of the given options.</summary>
    public DbReaders(StorageOptions options, params Microsoft.EntityFrameworkCore.Diagnostics.IInterceptor[] interceptors) => _options =
        new DbContextOptionsBuilder<SocialWorkDb>()
            .UseSqlite(options.ReaderConnection)
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
            .AddInterceptors(interceptors)
            .Options;

    /// <summary>A context that reads; dispose it soon, so that the write-ahead log can be folded back.</summary>
    public SocialWorkDb Open() => new(_options);
}
