using Shouldly;
using SocialWork.Core.Sectors;
using SocialWork.Modules.Tests.Support;
using Xunit;

namespace SocialWork.Modules.Tests;

public sealed class StoreTests : IDisposable
{
    private readonly PluginStage _stage = new();

    public void Dispose() => _stage.Dispose();

    [Fact]
    public async Task A_module_whose_folder_is_gone_is_missing_and_comes_back_as_it_was_switched()
    {
        var good = _stage.Add("GoodPlugin");
        var hanging = _stage.Add("HangingPlugin");
        await using (var first = await TestHost.StartAsync(_stage))
            await first.Catalog.DisableAsync("hanging", "admin", "chờ bản mới", CancellationToken.None);

        Directory.Delete(good, recursive: true);
        Directory.Delete(hanging, recursive: true);
        await using (var second = await TestHost.StartAsync(_stage))
        {
            second.Module("good").State.ShouldBe(SectorState.Missing);
            second.Module("good").Name.Vi.ShouldBe("Mẫu thử good");
            second.Module("hanging").State.ShouldBe(SectorState.Missing);
            await using var lease = second.Catalog.Lease();
            (await lease.Of("good").Ask(Requests.Describe, CancellationToken.None)).ShouldBeUnavailable().Outcome.ShouldBe(SectorOutcome.Missing);
        }

        _stage.Add("GoodPlugin");
        _stage.Add("HangingPlugin");
        await using var third = await TestHost.StartAsync(_stage);
        third.Module("good").State.ShouldBe(SectorState.Enabled);
        third.Module("hanging").State.ShouldBe(SectorState.Disabled);
        third.Module("hanging").Reason!.Vi.ShouldBe("admin đã tắt mô-đun: chờ bản mới");
        third.Module("hanging").Actor.ShouldBe("admin");
    }

    [Fact]
    public async Task An_expected_module_that_was_never_installed_is_missing()
    {
        _stage.Add("GoodPlugin");
        await using var host = await TestHost.StartAsync(_stage, options => options with { ExpectedSectors = ["good", "police"] });
        host.Module("good").State.ShouldBe(SectorState.Enabled);
        host.Module("police").State.ShouldBe(SectorState.Missing);
        host.Module("police").Reason!.En.ShouldContain("never installed");
    }

    [Fact]
    public async Task A_refused_plugin_that_never_ran_is_forgotten_with_its_folder()
    {
        var folder = _stage.Add("FutureContractPlugin");
        await using (await TestHost.StartAsync(_stage)) { }

        Directory.Delete(folder, recursive: true);
        await using var host = await TestHost.StartAsync(_stage);
        host.Catalog.Modules.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_state_keeps_its_beginning_over_a_restart()
    {
        _stage.Add("GoodPlugin");
        var time = new ManualTime();
        var began = time.GetUtcNow();
        await using (await TestHost.StartAsync(_stage, time: time)) { }

        time.Advance(TimeSpan.FromDays(3));
        await using var host = await TestHost.StartAsync(_stage, time: time);
        host.Module("good").Since.ShouldBe(began);
    }

    [Fact]
    public async Task An_unreadable_store_is_kept_aside_and_switches_nothing_on_by_itself()
    {
        _stage.Add("GoodPlugin");
        await using (await TestHost.StartAsync(_stage)) { }

        await File.WriteAllTextAsync(_stage.StoreFile, "{ half");
        await using var host = await TestHost.StartAsync(_stage);
        host.Module("good").State.ShouldBe(SectorState.Disabled);
        host.Module("good").Reason!.Vi.ShouldContain("modules.json");
        Directory.EnumerateFiles(_stage.Data, "modules.json.unreadable-*").ShouldHaveSingleItem();
        (await host.Catalog.EnableAsync("good", "admin", CancellationToken.None)).Value().State.ShouldBe(SectorState.Enabled);
    }

    [Fact]
    public async Task A_half_written_file_beside_it_does_no_harm()
    {
        _stage.Add("GoodPlugin");
        await using (var first = await TestHost.StartAsync(_stage))
            await first.Catalog.DisableAsync("good", "admin", "", CancellationToken.None);

        await File.WriteAllTextAsync(_stage.StoreFile + ".tmp", "{ half");
        await using var host = await TestHost.StartAsync(_stage);
        host.Module("good").State.ShouldBe(SectorState.Disabled);
        host.Module("good").Reason!.En.ShouldBe("Switched off by admin.");
    }

    [Fact]
    public async Task A_decision_that_cannot_be_stored_is_not_taken()
    {
        _stage.Add("GoodPlugin");
        await using var host = await TestHost.StartAsync(_stage);
        RefuseToWrite();
        await Should.ThrowAsync<IOException>(() => host.Catalog.DisableAsync("good", "admin", "", CancellationToken.None));
        host.Module("good").State.ShouldBe(SectorState.Enabled);
        await using var lease = host.Catalog.Lease();
        (await lease.Of("good").Ask(Requests.Describe, CancellationToken.None)).ShouldBeOfType<SectorAnswer<SocialWork.Abstractions.SectorDescription>.Ok>();
    }

    [Fact]
    public async Task Quarantine_does_not_wait_for_the_disk_to_come_back()
    {
        _stage.Add("NonsensePlugin");
        await using var host = await TestHost.StartAsync(_stage);
        RefuseToWrite();
        await using var lease = host.Catalog.Lease();
        for (var i = 0; i < 3; i++) (await lease.Of("nonsense").Ask(Requests.Describe, CancellationToken.None)).ShouldBeUnavailable().Outcome.ShouldBe(SectorOutcome.Failed);
        host.Module("nonsense").State.ShouldBe(SectorState.Quarantined);
    }

    // A folder where the file beside is to be written stands for a disk that refuses.
    private void RefuseToWrite() => Directory.CreateDirectory(_stage.StoreFile + ".tmp");
}
