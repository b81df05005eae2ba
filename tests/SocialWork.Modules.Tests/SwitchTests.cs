using Shouldly;
using SocialWork.Abstractions;
using SocialWork.Core;
using SocialWork.Core.Sectors;
using SocialWork.Modules.Tests.Support;
using Xunit;

namespace SocialWork.Modules.Tests;

public sealed class SwitchTests : IDisposable
{
    private readonly PluginStage _stage = new();

    public void Dispose() => _stage.Dispose();

    [Fact]
    public async Task Who_has_a_lease_keeps_the_module_and_who_comes_later_does_not_get_it()
    {
        _stage.Add("GoodPlugin");
        await using var host = await TestHost.StartAsync(_stage);
        var early = host.Catalog.Lease();
        (await host.Catalog.DisableAsync("good", "admin", "bảo trì", CancellationToken.None)).Value().State.ShouldBe(SectorState.Draining);
        await using (var late = host.Catalog.Lease())
        {
            late.Generation.ShouldBeGreaterThan(early.Generation);
            late.Of("good").State.ShouldBe(SectorState.Draining);
            (await late.Of("good").Ask(Requests.Describe, CancellationToken.None)).ShouldBeUnavailable().Outcome.ShouldBe(SectorOutcome.Disabled);
        }

        (await early.Of("good").Ask(Requests.Describe, CancellationToken.None)).ShouldBeOfType<SectorAnswer<SectorDescription>.Ok>();
        await early.DisposeAsync();
        await host.Catalog.WhenDrainedAsync("good", CancellationToken.None);
        (await SettledAsync(host, "good")).ShouldBe(SectorState.Disabled);
    }

    [Fact]
    public async Task It_can_be_switched_on_again_while_the_old_instance_still_drains()
    {
        _stage.Add("GoodPlugin");
        await using var host = await TestHost.StartAsync(_stage);
        await using var early = host.Catalog.Lease();
        await host.Catalog.DisableAsync("good", "admin", "", CancellationToken.None);
        (await host.Catalog.EnableAsync("good", "admin", CancellationToken.None)).Value().State.ShouldBe(SectorState.Enabled);
        await using var late = host.Catalog.Lease();
        (await early.Of("good").Ask(Requests.Describe, CancellationToken.None)).ShouldBeOfType<SectorAnswer<SectorDescription>.Ok>();
        (await late.Of("good").Ask(Requests.Describe, CancellationToken.None)).ShouldBeOfType<SectorAnswer<SectorDescription>.Ok>();
    }

    [Fact]
    public async Task A_plugin_that_came_after_the_start_can_be_enabled()
    {
        await using var host = await TestHost.StartAsync(_stage);
        (await host.Catalog.EnableAsync("good", "admin", CancellationToken.None)).ShouldBeOfType<Result<ModuleStatus>.No>().Refusal.Kind.ShouldBe(RefusalKind.NotFound);
        _stage.Add("GoodPlugin");
        (await host.Catalog.EnableAsync("good", "admin", CancellationToken.None)).Value().State.ShouldBe(SectorState.Enabled);
        await using var again = await TestHost.StartAsync(_stage);
        again.Module("good").Actor.ShouldBe("admin");
    }

    [Fact]
    public async Task A_repaired_plugin_can_be_enabled_without_a_restart()
    {
        var folder = _stage.Add("GoodPlugin");
        PluginStage.Corrupt(Path.Combine(folder, "GoodPlugin.dll"));
        await using var host = await TestHost.StartAsync(_stage);
        (await host.Catalog.EnableAsync("good", "admin", CancellationToken.None)).Value().State.ShouldBe(SectorState.Tampered);
        Directory.Delete(folder, recursive: true);
        _stage.Add("GoodPlugin");
        (await host.Catalog.EnableAsync("good", "admin", CancellationToken.None)).Value().State.ShouldBe(SectorState.Enabled);
    }

    [Fact]
    public async Task Switching_what_is_not_there_or_is_so_already_changes_nothing()
    {
        _stage.Add("GoodPlugin");
        await using var host = await TestHost.StartAsync(_stage);
        (await host.Catalog.DisableAsync("police", "admin", "", CancellationToken.None)).ShouldBeOfType<Result<ModuleStatus>.No>().Refusal.Kind.ShouldBe(RefusalKind.NotFound);
        (await host.Catalog.EnableAsync("good", "other", CancellationToken.None)).Value().Actor.ShouldBe("host");
        await host.Catalog.DisableAsync("good", "admin", "", CancellationToken.None);
        (await host.Catalog.DisableAsync("good", "other", "", CancellationToken.None)).Value().Actor.ShouldBe("admin");
    }

    [Fact]
    public async Task Toggling_under_load_loses_no_request()
    {
        _stage.Add("GoodPlugin");
        _stage.Add("HangingPlugin");
        await using var host = await TestHost.StartAsync(_stage);
        using var enough = new CancellationTokenSource();
        var clients = Enumerable.Range(0, 4).Select(_ => Task.Run(() => AskUntilAsync(host.Catalog, enough.Token))).ToArray();
        for (var i = 0; i < 30; i++)
        {
            await host.Catalog.DisableAsync("good", "admin", "", CancellationToken.None);
            (await host.Catalog.EnableAsync("good", "admin", CancellationToken.None)).Value().State.ShouldBe(SectorState.Enabled);
        }

        await enough.CancelAsync();
        var counts = await Task.WhenAll(clients);
        counts.Sum(count => count.Answered).ShouldBeGreaterThan(0);
        counts.Sum(count => count.Wrong).ShouldBe(0);
        host.Module("good").Faults.ShouldBeEmpty();
        await host.Catalog.WhenDrainedAsync("good", CancellationToken.None);
        (await host.Catalog.FindLeaksAsync(CancellationToken.None)).ShouldBeEmpty();
    }

    // A lease either has the module and every answer is right, or sees it switched off; never anything between.
    private static async Task<(int Answered, int Wrong)> AskUntilAsync(SectorCatalog catalog, CancellationToken enough)
    {
        var answered = 0;
        var wrong = 0;
        while (!enough.IsCancellationRequested)
        {
            await using var lease = catalog.Lease();
            var good = lease.Of("good");
            for (var i = 0; i < 3; i++)
            {
                var answer = await good.Ask(Requests.Calculate(), CancellationToken.None);
                if (answer is SectorAnswer<SectorIndicators>.Ok { Value.Contributions: [{ Numerator.Value: 7 }] } && good.State == SectorState.Enabled) answered++;
                else if (answer is not SectorAnswer<SectorIndicators>.Unavailable { Outcome: SectorOutcome.Disabled } || good.State == SectorState.Enabled) wrong++;
            }
        }

        return (answered, wrong);
    }

    private static async Task<SectorState> SettledAsync(TestHost host, string id)
    {
        // The state follows the unload by a continuation on the pool.
        while (host.Module(id).State == SectorState.Draining) await Task.Yield();
        return host.Module(id).State;
    }
}
