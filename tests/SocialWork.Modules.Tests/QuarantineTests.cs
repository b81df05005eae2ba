using Shouldly;
using SocialWork.Core.Sectors;
using SocialWork.Modules.Storage;
using SocialWork.Modules.Tests.Support;
using Xunit;

namespace SocialWork.Modules.Tests;

public sealed class QuarantineTests : IDisposable
{
    private const string Id = "throwingHandler";
    private readonly PluginStage _stage = new();

    public void Dispose() => _stage.Dispose();

    [Fact]
    public async Task Three_faults_in_five_minutes_quarantine_and_survive_a_restart_until_released()
    {
        _stage.Add("ThrowingHandlerPlugin");
        var time = new ManualTime();
        await using (var host = await TestHost.StartAsync(_stage, time: time))
        {
            await using var lease = host.Catalog.Lease();
            await FailAsync(lease, 2);
            host.Module(Id).State.ShouldBe(SectorState.Enabled);
            time.Advance(TimeSpan.FromMinutes(5));
            await FailAsync(lease, 1);
            host.Module(Id).State.ShouldBe(SectorState.Quarantined);
            host.Module(Id).Reason!.En.ShouldContain("3 faults in 5 minutes");
            host.Module(Id).Faults.Length.ShouldBe(3);
            (await lease.Of(Id).Ask(Requests.Describe, CancellationToken.None)).ShouldBeUnavailable().Outcome.ShouldBe(SectorOutcome.Quarantined);
        }

        time.Advance(TimeSpan.FromDays(1));
        await using var restarted = await TestHost.StartAsync(_stage, time: time);
        restarted.Module(Id).State.ShouldBe(SectorState.Quarantined);
        restarted.Module(Id).Since.ShouldBe(time.GetUtcNow().AddDays(-1));
        await using (var lease = restarted.Catalog.Lease())
            (await lease.Of(Id).Ask(Requests.Describe, CancellationToken.None)).ShouldBeUnavailable().Outcome.ShouldBe(SectorOutcome.Quarantined);

        (await restarted.Catalog.EnableAsync(Id, "admin", CancellationToken.None)).Value().State.ShouldBe(SectorState.Enabled);
        restarted.Module(Id).Actor.ShouldBe("admin");
        await using var released = restarted.Catalog.Lease();
        await FailAsync(released, 2);
        restarted.Module(Id).State.ShouldBe(SectorState.Enabled);
    }

    [Fact]
    public async Task Faults_further_apart_do_not_add_up()
    {
        _stage.Add("ThrowingHandlerPlugin");
        await using var host = await TestHost.StartAsync(_stage);
        await using var lease = host.Catalog.Lease();
        for (var i = 0; i < 4; i++)
        {
            await FailAsync(lease, 1);
            host.Time.Advance(TimeSpan.FromMinutes(2.6));
        }

        host.Module(Id).State.ShouldBe(SectorState.Enabled);
    }

    [Fact]
    public async Task Faults_before_a_restart_count()
    {
        _stage.Add("ThrowingHandlerPlugin");
        var time = new ManualTime();
        await using (var host = await TestHost.StartAsync(_stage, time: time))
        {
            await using var lease = host.Catalog.Lease();
            await FailAsync(lease, 2);
        }

        await using var restarted = await TestHost.StartAsync(_stage, time: time);
        await using var again = restarted.Catalog.Lease();
        await FailAsync(again, 1);
        restarted.Module(Id).State.ShouldBe(SectorState.Quarantined);
    }

    [Fact]
    public async Task A_crash_while_one_module_started_quarantines_it()
    {
        _stage.Add("GoodPlugin");
        _stage.Add("HangingPlugin");
        new CrashMarkers(_stage.Data).Set("good");
        await using (var host = await TestHost.StartAsync(_stage))
        {
            host.Module("good").State.ShouldBe(SectorState.Quarantined);
            host.Module("good").Reason!.En.ShouldContain("ended abruptly");
            host.Module("hanging").State.ShouldBe(SectorState.Enabled);
        }

        await using var again = await TestHost.StartAsync(_stage);
        again.Module("good").State.ShouldBe(SectorState.Quarantined);
    }

    [Fact]
    public async Task A_crash_while_several_modules_started_condemns_none_of_them_yet()
    {
        _stage.Add("GoodPlugin");
        _stage.Add("HangingPlugin");
        new CrashMarkers(_stage.Data).Set("good");
        new CrashMarkers(_stage.Data).Set("hanging");
        await using var host = await TestHost.StartAsync(_stage);
        host.Catalog.Modules.ShouldAllBe(module => module.State == SectorState.Enabled);
        host.Loggers.Lines.ShouldContain(line => line.Contains("one after another now: good, hanging", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Suspects_answer_their_first_call_one_at_a_time_so_that_the_next_crash_names_one()
    {
        _stage.Add("GoodPlugin");
        _stage.Add("SynchronouslyBlockingPlugin");
        var markers = new CrashMarkers(_stage.Data);
        markers.Set("good");
        markers.Set("synchronouslyBlocking");
        await using var host = await TestHost.StartAsync(_stage);
        await using var lease = host.Catalog.Lease();
        using var register = new BlockingRegister();
        var blocking = lease.Of("synchronouslyBlocking").Ask(Requests.Calculate(register), CancellationToken.None);
        var good = lease.Of("good").Ask(Requests.Describe, CancellationToken.None);
        await register.Asked;
        good.IsCompleted.ShouldBeFalse();
        markers.Found().ShouldBe(["synchronouslyBlocking"]);
        register.LetGo();
        (await blocking).ShouldBeOfType<SectorAnswer<SocialWork.Abstractions.SectorIndicators>.Ok>();
        (await good).ShouldBeOfType<SectorAnswer<SocialWork.Abstractions.SectorDescription>.Ok>();
        markers.Found().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_marker_stands_while_the_first_call_runs_and_not_after()
    {
        _stage.Add("SynchronouslyBlockingPlugin");
        await using var host = await TestHost.StartAsync(_stage);
        var markers = new CrashMarkers(_stage.Data);
        markers.Found().ShouldBeEmpty();
        await using var lease = host.Catalog.Lease();
        using var register = new BlockingRegister();
        var asking = lease.Of("synchronouslyBlocking").Ask(Requests.Calculate(register), CancellationToken.None);
        await register.Asked;
        markers.Found().ShouldBe(["synchronouslyBlocking"]);
        register.LetGo();
        await asking;
        markers.Found().ShouldBeEmpty();
    }

    private static async Task FailAsync(ISectorLease lease, int times)
    {
        for (var i = 0; i < times; i++)
            (await lease.Of(Id).Ask(Requests.Describe, CancellationToken.None)).ShouldBeUnavailable().Outcome.ShouldBe(SectorOutcome.Failed);
    }
}
