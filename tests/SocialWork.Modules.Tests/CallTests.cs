using Shouldly;
using SocialWork.Abstractions;
using SocialWork.Core.Sectors;
using SocialWork.Modules.Tests.Support;
using Xunit;

namespace SocialWork.Modules.Tests;

public sealed class CallTests : IDisposable
{
    private readonly PluginStage _stage = new();

    public void Dispose() => _stage.Dispose();

    [Fact]
    public async Task A_handler_that_never_ends_times_out_while_others_answer()
    {
        _stage.Add("HangingPlugin");
        _stage.Add("GoodPlugin");
        await using var host = await TestHost.StartAsync(_stage);
        await using var lease = host.Catalog.Lease();
        var hanging = lease.Of("hanging").Ask(Requests.Describe, CancellationToken.None);
        (await lease.Of("good").Ask(Requests.Describe, CancellationToken.None)).ShouldBeOfType<SectorAnswer<SectorDescription>.Ok>();
        host.Time.Advance(TimeSpan.FromSeconds(9.9));
        hanging.IsCompleted.ShouldBeFalse();
        host.Time.Advance(TimeSpan.FromSeconds(0.1));
        var answer = (await hanging).ShouldBeUnavailable();
        answer.Outcome.ShouldBe(SectorOutcome.TimedOut);
        answer.Reason.ShouldBe(new Text("Mô-đun hanging không trả lời DescribeSector trong 10 giây.", "Module hanging did not answer DescribeSector within 10 seconds."));
    }

    [Fact]
    public async Task A_notification_that_never_ends_times_out()
    {
        _stage.Add("HangingPlugin");
        await using var host = await TestHost.StartAsync(_stage);
        await using var lease = host.Catalog.Lease();
        var telling = lease.Of("hanging").Tell(new PlanActivated(Requests.Plan), CancellationToken.None);
        host.Time.Advance(TimeSpan.FromSeconds(10));
        (await telling).ShouldBeUnavailable().Outcome.ShouldBe(SectorOutcome.TimedOut);
    }

    [Fact]
    public async Task A_handler_that_blocks_its_thread_times_out_and_keeps_the_module_loaded_until_it_ends()
    {
        _stage.Add("SynchronouslyBlockingPlugin");
        await using var host = await TestHost.StartAsync(_stage);
        using var register = new BlockingRegister();
        await using (var lease = host.Catalog.Lease())
        {
            var asking = lease.Of("synchronouslyBlocking").Ask(Requests.Calculate(register), CancellationToken.None);
            await register.Asked;
            host.Time.Advance(TimeSpan.FromSeconds(10));
            (await asking).ShouldBeUnavailable().Outcome.ShouldBe(SectorOutcome.TimedOut);
        }

        await host.Catalog.DisableAsync("synchronouslyBlocking", "admin", "", CancellationToken.None);
        host.Module("synchronouslyBlocking").State.ShouldBe(SectorState.Draining);
        var drained = host.Catalog.WhenDrainedAsync("synchronouslyBlocking", CancellationToken.None);
        drained.IsCompleted.ShouldBeFalse();
        register.LetGo();
        await drained;
    }

    [Fact]
    public async Task A_module_that_blocks_uses_no_more_turns_than_it_has()
    {
        _stage.Add("SynchronouslyBlockingPlugin");
        await using var host = await TestHost.StartAsync(_stage, options => options with { ConcurrentCalls = 1 });
        await using var lease = host.Catalog.Lease();
        using var first = new BlockingRegister();
        using var second = new BlockingRegister();
        var running = lease.Of("synchronouslyBlocking").Ask(Requests.Calculate(first), CancellationToken.None);
        await first.Asked;
        var waiting = lease.Of("synchronouslyBlocking").Ask(Requests.Calculate(second), CancellationToken.None);
        second.LetGo();
        first.LetGo();
        (await running).ShouldBeOfType<SectorAnswer<SectorIndicators>.Ok>();
        (await waiting).ShouldBeOfType<SectorAnswer<SectorIndicators>.Ok>();
    }

    [Fact]
    public async Task An_exception_is_told_in_one_line_and_never_kept()
    {
        _stage.Add("ThrowingHandlerPlugin");
        await using var host = await TestHost.StartAsync(_stage);
        await using var lease = host.Catalog.Lease();
        var answer = (await lease.Of("throwingHandler").Ask(Requests.Describe, CancellationToken.None)).ShouldBeUnavailable();
        answer.Outcome.ShouldBe(SectorOutcome.Failed);
        answer.Reason.En.ShouldBe("Module throwingHandler failed to answer DescribeSector: SectorFault: the sum does not add up");
        host.Loggers.Lines.ShouldContain(line => line.Contains("its own description throws", StringComparison.Ordinal));
        host.Loggers.Exceptions.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("timeout", "TimeoutException: mine")]
    [InlineData("cancel", "OperationCanceledException: mine")]
    public async Task What_the_module_throws_is_not_taken_for_the_hosts_time_out_or_the_callers_cancellation(string how, string says)
    {
        _stage.Add("ThrowingHandlerPlugin");
        await using var host = await TestHost.StartAsync(_stage);
        await using var lease = host.Catalog.Lease();
        var answer = (await lease.Of("throwingHandler").Ask(Requests.Calculate(null, how), CancellationToken.None)).ShouldBeUnavailable();
        answer.Outcome.ShouldBe(SectorOutcome.Failed);
        answer.Reason.En.ShouldEndWith(says);
    }

    [Fact]
    public async Task A_null_answer_is_a_failure()
    {
        _stage.Add("NonsensePlugin");
        await using var host = await TestHost.StartAsync(_stage);
        await using var lease = host.Catalog.Lease();
        var answer = (await lease.Of("nonsense").Ask(Requests.Describe, CancellationToken.None)).ShouldBeUnavailable();
        answer.Outcome.ShouldBe(SectorOutcome.Failed);
        answer.Reason.Vi.ShouldContain("null");
    }

    [Fact]
    public async Task The_callers_cancellation_is_the_callers()
    {
        _stage.Add("HangingPlugin");
        await using var host = await TestHost.StartAsync(_stage);
        await using var lease = host.Catalog.Lease();
        using var cancelled = new CancellationTokenSource();
        var asking = lease.Of("hanging").Ask(Requests.Describe, cancelled.Token);
        await cancelled.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(asking);
        host.Module("hanging").Faults.ShouldBeEmpty();
        await Should.ThrowAsync<OperationCanceledException>(() => lease.Of("hanging").Ask(Requests.Describe, cancelled.Token));
    }

    [Fact]
    public async Task A_lease_that_was_given_back_cannot_be_used()
    {
        _stage.Add("GoodPlugin");
        await using var host = await TestHost.StartAsync(_stage);
        var lease = host.Catalog.Lease();
        var good = lease.Of("good");
        await lease.DisposeAsync();
        await lease.DisposeAsync();
        await Should.ThrowAsync<ObjectDisposedException>(() => good.Ask(Requests.Describe, CancellationToken.None));
    }
}
