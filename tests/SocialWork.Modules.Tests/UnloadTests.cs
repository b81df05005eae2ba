using System.Runtime.CompilerServices;
using Shouldly;
using SocialWork.Abstractions;
using SocialWork.Core.Sectors;
using SocialWork.Modules.Loading;
using SocialWork.Modules.Tests.Support;
using Xunit;

namespace SocialWork.Modules.Tests;

public sealed class UnloadTests : IDisposable
{
    private const int Cycles = 20;
    private readonly PluginStage _stage = new();

    public void Dispose() => _stage.Dispose();

    [Fact]
    public async Task Every_context_dies_after_load_ask_and_unload()
    {
        _stage.Add("GoodPlugin");
        var loader = new RememberingLoader();
        await using var host = await TestHost.StartAsync(_stage, loader: loader);
        for (var i = 0; i < Cycles; i++)
        {
            await UseAsync(host.Catalog);
            await host.Catalog.DisableAsync("good", "admin", "", CancellationToken.None);
            await host.Catalog.WhenDrainedAsync("good", CancellationToken.None);
            await host.Catalog.EnableAsync("good", "admin", CancellationToken.None);
        }

        await host.Catalog.DisableAsync("good", "admin", "", CancellationToken.None);
        await host.Catalog.WhenDrainedAsync("good", CancellationToken.None);
        (await host.Catalog.FindLeaksAsync(CancellationToken.None)).ShouldBeEmpty();
        loader.Contexts.Count.ShouldBe(Cycles + 1);
        loader.Contexts.Count(context => context.IsAlive).ShouldBe(0);
    }

    [Theory]
    [InlineData("ThrowingHandlerPlugin", "throwingHandler")]
    [InlineData("NonsensePlugin", "nonsense")]
    public async Task A_quarantined_module_dies_too(string fixture, string id)
    {
        _stage.Add(fixture);
        var loader = new RememberingLoader();
        await using var host = await TestHost.StartAsync(_stage, loader: loader);
        await FailThriceAsync(host.Catalog, id);
        host.Module(id).State.ShouldBe(SectorState.Quarantined);
        await host.Catalog.WhenDrainedAsync(id, CancellationToken.None);
        (await host.Catalog.FindLeaksAsync(CancellationToken.None)).ShouldBeEmpty();
        loader.Contexts.ShouldHaveSingleItem().IsAlive.ShouldBeFalse();
    }

    [Theory]
    [InlineData("ThrowingConstructorPlugin")]
    [InlineData("ThrowingConfigurationPlugin")]
    [InlineData("TwoEntriesPlugin")]
    public async Task A_plugin_that_did_not_start_dies_too(string fixture)
    {
        _stage.Add(fixture);
        var loader = new RememberingLoader();
        await using var host = await TestHost.StartAsync(_stage, loader: loader);
        for (var i = 0; i < 10 && loader.Contexts.Any(context => context.IsAlive); i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            await Task.Yield();
        }

        loader.Contexts.ShouldHaveSingleItem().IsAlive.ShouldBeFalse();
    }

    [Fact]
    public async Task A_plugin_that_leaves_itself_behind_is_found_and_shown()
    {
        _stage.Add("LeakingPlugin");
        await using var host = await TestHost.StartAsync(_stage);
        await host.Catalog.DisableAsync("leaking", "admin", "", CancellationToken.None);
        await host.Catalog.WhenDrainedAsync("leaking", CancellationToken.None);
        while (host.Module("leaking").State == SectorState.Draining) await Task.Yield();
        (await host.Catalog.FindLeaksAsync(CancellationToken.None)).ShouldBe(["leaking"]);
        host.Module("leaking").State.ShouldBe(SectorState.Leaked);
        host.Module("leaking").Reason!.Vi.ShouldContain("vẫn bị giữ trong bộ nhớ");
        (await host.Catalog.EnableAsync("leaking", "admin", CancellationToken.None)).Value().State.ShouldBe(SectorState.Enabled);
    }

    // Not inlined, so that no local of the test keeps what the cycle used.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task UseAsync(SectorCatalog catalog)
    {
        await using var lease = catalog.Lease();
        (await lease.Of("good").Ask(Requests.Describe, CancellationToken.None)).ShouldBeOfType<SectorAnswer<SectorDescription>.Ok>();
        (await lease.Of("good").Ask(Requests.Calculate(), CancellationToken.None)).ShouldBeOfType<SectorAnswer<SectorIndicators>.Ok>();
        (await lease.Of("good").Tell(new PlanActivated(Requests.Plan), CancellationToken.None)).ShouldBeOfType<SectorAnswer<MediatR.Unit>.Ok>();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task FailThriceAsync(SectorCatalog catalog, string id)
    {
        await using var lease = catalog.Lease();
        for (var i = 0; i < 3; i++) (await lease.Of(id).Ask(Requests.Describe, CancellationToken.None)).ShouldBeUnavailable();
    }

    private sealed class RememberingLoader : IPluginLoader
    {
        private readonly PluginLoader _loader = new();

        public List<WeakReference> Contexts { get; } = [];

        [MethodImpl(MethodImplOptions.NoInlining)]
        public PluginAssembly Load(string assemblyPath)
        {
            var plugin = _loader.Load(assemblyPath);
            Contexts.Add(new WeakReference(System.Runtime.Loader.AssemblyLoadContext.GetLoadContext(plugin.Assembly), trackResurrection: true));
            return plugin;
        }
    }
}
