using SocialWork.Core;
using SocialWork.Core.Sectors;
using SocialWork.Modules.Loading;

namespace SocialWork.Modules.Tests.Support;

/// <summary>A started catalog over a test's stage.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    private TestHost(SectorCatalog catalog, ManualTime time, RecordingLoggers loggers)
    {
        Catalog = catalog;
        Time = time;
        Loggers = loggers;
    }

    public SectorCatalog Catalog { get; }

    public ManualTime Time { get; }

    public RecordingLoggers Loggers { get; }

    public static async Task<TestHost> StartAsync(
        PluginStage stage, Func<ModuleOptions, ModuleOptions>? with = null, ManualTime? time = null, IPluginLoader? loader = null)
    {
        var options = new ModuleOptions { PluginsFolder = stage.Plugins, DataFolder = stage.Data, ShutdownTimeout = TimeSpan.Zero };
        var clock = time ?? new ManualTime();
        var loggers = new RecordingLoggers();
        var catalog = new SectorCatalog(with?.Invoke(options) ?? options, loader ?? new PluginLoader(), loggers, clock);
        await catalog.StartAsync(CancellationToken.None);
        return new TestHost(catalog, clock, loggers);
    }

    public ModuleStatus Module(string id) => Catalog.Modules.Single(module => module.Id == id);

    public ValueTask DisposeAsync() => Catalog.DisposeAsync();
}

internal static class LeaseExtensions
{
    public static ISector Of(this ISectorLease lease, string id) => lease.Sectors.Single(sector => sector.Id == id);

    public static T Value<T>(this Result<T> result) => ((Result<T>.Ok)result).Value;

    public static SectorAnswer<T>.Unavailable ShouldBeUnavailable<T>(this SectorAnswer<T> answer) => Shouldly.ShouldBeTestExtensions.ShouldBeOfType<SectorAnswer<T>.Unavailable>(answer);
}
