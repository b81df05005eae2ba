using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shouldly;
using SocialWork.Abstractions;
using SocialWork.Core.Sectors;
using SocialWork.Modules.Loading;
using SocialWork.Modules.Tests.Support;
using Xunit;

namespace SocialWork.Modules.Tests;

public sealed class LoadTests : IDisposable
{
    private readonly PluginStage _stage = new();

    public void Dispose() => _stage.Dispose();

    [Fact]
    public async Task A_good_plugin_describes_calculates_and_listens()
    {
        _stage.Add("GoodPlugin");
        await using var host = await TestHost.StartAsync(_stage);
        await using var lease = host.Catalog.Lease();
        var good = lease.Of("good");
        good.Name.ShouldBe(new Text("Mẫu thử good", "Fixture good"));
        good.Version.ShouldBe("1.0.0");
        good.Since.ShouldBe(host.Time.GetUtcNow());

        var description = (await good.Ask(Requests.Describe, CancellationToken.None)).ShouldBeOfType<SectorAnswer<SectorDescription>.Ok>().Value;
        description.Forms.ShouldHaveSingleItem().Code.ShouldBe("GX1");
        var indicators = (await good.Ask(Requests.Calculate(), CancellationToken.None)).ShouldBeOfType<SectorAnswer<SectorIndicators>.Ok>().Value;
        var part = indicators.Contributions.ShouldHaveSingleItem();
        (part.Numerator.Value, part.Denominator!.Value).ShouldBe((7, 100));
        (await good.Tell(new PlanActivated(Requests.Plan), CancellationToken.None)).ShouldBeOfType<SectorAnswer<MediatR.Unit>.Ok>();
        (await good.Tell(new PlanActivated(Requests.Plan), CancellationToken.None)).ShouldBeOfType<SectorAnswer<MediatR.Unit>.Ok>();
        host.Loggers.Lines.ShouldContain(line => line.StartsWith("SocialWork.Fixtures.Activated: Told 2 times, now 11/21/2026 08:00:00", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ThrowingConstructorPlugin", "throwingConstructor", "InvalidOperationException: no licence found")]
    [InlineData("ThrowingConfigurationPlugin", "throwingConfiguration", "InvalidOperationException: no such setting")]
    [InlineData("TwoEntriesPlugin", "twoEntries", "FirstModule, SocialWork.Fixtures.SecondModule")]
    [InlineData("NoEntryPlugin", "noEntry", "ISectorModule")]
    public async Task A_plugin_that_cannot_start_fails_alone(string fixture, string id, string says)
    {
        _stage.Add(fixture);
        _stage.Add("GoodPlugin");
        await using var host = await TestHost.StartAsync(_stage);
        host.Module(id).State.ShouldBe(SectorState.Failed);
        host.Module(id).Reason!.En.ShouldContain(says);
        host.Module(id).Reason!.Vi.ShouldContain(says);
        host.Module("good").State.ShouldBe(SectorState.Enabled);
        await using var lease = host.Catalog.Lease();
        (await lease.Of(id).Ask(Requests.Describe, CancellationToken.None)).ShouldBeUnavailable().Outcome.ShouldBe(SectorOutcome.Failed);
    }

    [Fact]
    public async Task A_constructor_that_never_ends_fails_at_the_start_time_out()
    {
        _stage.Add("HangingConstructorPlugin");
        await using var host = await TestHost.StartAsync(_stage, options => options with { StartTimeout = TimeSpan.FromMilliseconds(1) }, new RealTimers());
        host.Module("hangingConstructor").State.ShouldBe(SectorState.Failed);
        host.Module("hangingConstructor").Reason!.Vi.ShouldContain("0,001 giây");
    }

    [Fact]
    public async Task A_missing_private_library_fails_with_its_name()
    {
        var folder = _stage.Add("GoodPlugin");
        File.Delete(Path.Combine(folder, "PrivateLibrary.dll"));
        PluginStage.Seal(folder);
        await using var host = await TestHost.StartAsync(_stage);
        await using var lease = host.Catalog.Lease();
        var answer = (await lease.Of("good").Ask(Requests.Calculate(), CancellationToken.None)).ShouldBeUnavailable();
        answer.Outcome.ShouldBe(SectorOutcome.Failed);
        answer.Reason.En.ShouldContain("PrivateLibrary");
    }

    [Fact]
    public async Task A_copy_of_a_shared_library_in_the_plugins_folder_is_not_used()
    {
        var folder = _stage.Add("GoodPlugin");
        File.Copy(typeof(MediatR.IMediator).Assembly.Location, Path.Combine(folder, "MediatR.dll"));
        PluginStage.Seal(folder);
        await using var host = await TestHost.StartAsync(_stage);
        await using var lease = host.Catalog.Lease();
        (await lease.Of("good").Ask(Requests.Describe, CancellationToken.None)).ShouldBeOfType<SectorAnswer<SectorDescription>.Ok>();
    }

    [Fact]
    public void A_library_of_the_host_that_is_not_shared_is_not_to_be_had()
    {
        var context = new PluginLoadContext(Path.Combine(PluginStage.Built("GoodPlugin"), "GoodPlugin.dll"), SharedAssemblies.OfThisProcess());
        Should.Throw<FileLoadException>(() => context.LoadFromAssemblyName(typeof(Should).Assembly.GetName())).Message.ShouldContain("Shouldly");
        context.LoadFromAssemblyName(typeof(DescribeSector).Assembly.GetName()).ShouldBeSameAs(typeof(DescribeSector).Assembly);
        context.LoadFromAssemblyName(typeof(ILogger).Assembly.GetName()).ShouldBeSameAs(typeof(ILogger).Assembly);
        context.LoadFromAssemblyName(new System.Reflection.AssemblyName("PrivateLibrary")).ShouldNotBeNull();
        context.Unload();
    }

    [Fact]
    public async Task An_assembly_that_is_none_fails()
    {
        var folder = _stage.Add("GoodPlugin");
        await File.WriteAllTextAsync(Path.Combine(folder, "GoodPlugin.dll"), "not an assembly");
        PluginStage.Seal(folder);
        await using var host = await TestHost.StartAsync(_stage);
        host.Module("good").State.ShouldBe(SectorState.Failed);
        host.Module("good").Reason!.En.ShouldContain("BadImageFormatException");
    }

    [Fact]
    public async Task The_host_wires_it_with_one_call()
    {
        _stage.Add("GoodPlugin");
        var services = new ServiceCollection();
        services.AddSingleton<ILoggerFactory>(new RecordingLoggers());
        services.AddSectorModules(new ModuleOptions { PluginsFolder = _stage.Plugins, DataFolder = _stage.Data });
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<SectorCatalog>().StartAsync(CancellationToken.None);
        await using var lease = provider.GetRequiredService<ISectorCatalog>().Lease();
        lease.Sectors.ShouldHaveSingleItem().State.ShouldBe(SectorState.Enabled);
    }

    [Fact]
    public async Task Safe_mode_loads_nothing_and_says_so()
    {
        _stage.Add("GoodPlugin");
        await using var host = await TestHost.StartAsync(_stage, options => options with { SafeMode = true });
        host.Module("good").State.ShouldBe(SectorState.Disabled);
        host.Module("good").Reason!.Vi.ShouldContain("chế độ an toàn");
        host.Module("good").Reason!.En.ShouldContain("safe mode");
        (await host.Catalog.EnableAsync("good", "admin", CancellationToken.None)).ShouldBeOfType<Core.Result<ModuleStatus>.No>().Refusal.Code.ShouldBe("module.safeMode");
        await using var normal = await TestHost.StartAsync(_stage);
        normal.Module("good").State.ShouldBe(SectorState.Enabled);
    }
}
