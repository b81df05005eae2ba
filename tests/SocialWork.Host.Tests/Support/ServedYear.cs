using Microsoft.Data.Sqlite;

namespace SocialWork.Host.Tests.Support;

/// <summary>The demonstration year, made once; each test that changes it works on a copy.</summary>
public sealed class ServedYear : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>A host over the year, for tests that only read.</summary>
    public HostUnderTest Host { get; private set; } = null!;

    /// <summary>The folder the host keeps its data in.</summary>
    public string DataFolder => _folder.Path;

    /// <summary>The database file, for reading raw.</summary>
    public string DatabaseFile => Path.Combine(_folder.Path, "demo", "socialwork.db");

    public async Task InitializeAsync() => Host = await HostUnderTest.StartAsync(_folder.Path);

    public async Task DisposeAsync() => await Host.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    /// <summary>Copies the year into a folder of a test's own.</summary>
    internal void CopyTo(string dataFolder)
    {
        var target = Path.Combine(dataFolder, "demo");
        Directory.CreateDirectory(target);
        using var from = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = DatabaseFile, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        using var to = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(target, "socialwork.db"), Pooling = false }.ToString());
        from.Open();
        to.Open();
        from.BackupDatabase(to);
    }
}

/// <summary>Tests over one shared demonstration year.</summary>
[CollectionDefinition(Name)]
public sealed class ServedYearTests : ICollectionFixture<ServedYear>
{
    public const string Name = "demonstration year";
}
