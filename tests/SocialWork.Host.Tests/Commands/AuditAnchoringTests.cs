using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using SocialWork.Core.Auditing;
using SocialWork.Host.Tests.Support;
using SocialWork.Persistence.Auditing;

namespace SocialWork.Host.Tests.Commands;

/// <summary>The chain's end is written down when the host is ready, once a day and when it stops.</summary>
[Collection(ServedYearTests.Name)]
public sealed class AuditAnchoringTests(ServedYear year)
{
    [Fact]
    public async Task The_chains_end_is_written_at_the_start_each_day_and_at_an_orderly_stop()
    {
        using var data = new TemporaryFolder();
        year.CopyTo(data.Path);
        var (time, said) = (new DaysAtWill(), new Told());
        var anchors = new AuditAnchors(Path.Combine(data.Path, "demo", "audit-heads.jsonl"));
        await using (var host = await HostUnderTest.StartAsync(data.Path, builder =>
        {
            builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(time));
            builder.Logging.AddProvider(said);
        }))
        {
            await said.ToldAsync(1);
            var trail = host.Services.GetRequiredService<IAuditTrail>();
            var started = await trail.HeadAsync(CancellationToken.None);
            anchors.Read().All.ShouldHaveSingleItem().ShouldBe(new AuditAnchor(started.Seq, started.Hash, anchors.Last()!.At));
            await trail.RecordAsync(new AuditEvent("auditor", AuditActions.SignIn, "account/auditor"), CancellationToken.None);
            time.Pass();
            await said.ToldAsync(2);
            anchors.Last()!.Seq.ShouldBe(started.Seq + 1);
            await trail.RecordAsync(new AuditEvent("auditor", AuditActions.SignOut, "account/auditor"), CancellationToken.None);
        }

        anchors.Read().All.Select(a => a.Seq).Distinct().Count().ShouldBe(3);
        said.Critical.ShouldBeEmpty();

        // What does not fit the last anchor is told at the next start, and the old anchor stays for the verification.
        await File.WriteAllTextAsync(anchors.File, (await File.ReadAllTextAsync(anchors.File)).Replace(anchors.Last()!.Hash, new string('0', 64), StringComparison.Ordinal));
        var again = new Told();
        await using (await HostUnderTest.StartAsync(data.Path, builder => builder.Logging.AddProvider(again)))
        {
            await again.ToldAsync(1);
        }

        again.Critical.ShouldHaveSingleItem().ShouldContain("verify-audit");
    }

    /// <summary>A time in which a timer goes off when it is told to.</summary>
    private sealed class DaysAtWill : TimeProvider
    {
        private readonly List<Timer> _timers = [];

        public void Pass()
        {
            Timer[] due;
            lock (_timers) due = [.. _timers.Where(t => t.Period == TimeSpan.FromDays(1))];
            due.ShouldNotBeEmpty();
            foreach (var timer in due) timer.GoOff();
        }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = new Timer(() => callback(state)) { Period = period };
            lock (_timers) _timers.Add(timer);
            return timer;
        }

        private sealed class Timer(Action goOff) : ITimer
        {
            public TimeSpan Period { get; set; }

            public void GoOff() => goOff();

            public bool Change(TimeSpan dueTime, TimeSpan period)
            {
                Period = period;
                return true;
            }

            public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

            public ValueTask DisposeAsync()
            {
                Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                return ValueTask.CompletedTask;
            }
        }
    }

    /// <summary>Hears what the anchoring says to the log.</summary>
    private sealed class Told : ILoggerProvider, ILogger
    {
        private readonly Dictionary<int, TaskCompletionSource> _awaited = [];
        private int _anchors;

        public List<string> Critical { get; } = [];

        public Task ToldAsync(int anchors)
        {
            lock (_awaited)
            {
                var source = Source(anchors);
                if (_anchors >= anchors) source.TrySetResult();
                return source.Task;
            }
        }

        public ILogger CreateLogger(string categoryName) => categoryName.EndsWith("AuditAnchoring", StringComparison.Ordinal) ? this : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (_awaited)
            {
                if (logLevel == LogLevel.Critical) Critical.Add(formatter(state, exception));
                if (logLevel == LogLevel.Information) Source(++_anchors).TrySetResult();
            }
        }

        public void Dispose()
        {
        }

        private TaskCompletionSource Source(int anchors)
        {
            if (!_awaited.TryGetValue(anchors, out var source)) _awaited.Add(anchors, source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            return source;
        }
    }
}
