using System.Collections.Concurrent;
using Shouldly;
using SocialWork.Core.Auditing;
using Xunit;

namespace SocialWork.Core.Tests.Auditing;

/// <summary>Refusals are on record, and fill no log.</summary>
public sealed class RefusalRecordTests
{
    private readonly Trail _trail = new();
    private readonly Clock _clock = new();

    [Fact]
    public async Task The_first_are_lines_of_their_own_and_the_rest_is_one_line_with_their_number()
    {
        var record = new RefusalRecord(_trail, _clock);
        await Task.WhenAll(Enumerable.Range(0, 1000).Select(i => record.RecordAsync(Refused("19960.reporter", id: i), CancellationToken.None)));
        _trail.Lines.Count.ShouldBe(RefusalRecord.MaxIdentical);
        _trail.Lines.ShouldAllBe(l => l.By == "19960.reporter" && l.Action == AuditActions.Refused && l.Reason == "access.denied" && l.Details == "GET /forms/{form}");

        await record.SumUpAsync(all: false, CancellationToken.None);
        _trail.Lines.Count.ShouldBe(RefusalRecord.MaxIdentical, "the hour is not over");
        _clock.Now += RefusalRecord.Window;
        await record.SumUpAsync(all: false, CancellationToken.None);
        await record.SumUpAsync(all: true, CancellationToken.None);
        _trail.Lines.Count.ShouldBe(RefusalRecord.MaxIdentical + 1);
        _trail.Lines.Last().ShouldBe(new AuditEvent("19960.reporter", AuditActions.Refused, "GET /forms/{form}") { Details = "+995 from 2026-11-23T02:00:00Z", Reason = "access.denied" });
    }

    [Fact]
    public async Task After_an_hour_the_number_is_written_before_what_comes_next()
    {
        var record = new RefusalRecord(_trail, _clock);
        for (var i = 0; i < 7; i++) await record.RecordAsync(Refused("a", id: i), CancellationToken.None);
        _clock.Now += RefusalRecord.Window;
        await record.RecordAsync(Refused("a", id: 7), CancellationToken.None);
        _trail.Lines.Select(l => l.Details).TakeLast(2).ShouldBe(["+2 from 2026-11-23T02:00:00Z", "GET /forms/{form}"]);
    }

    [Fact]
    public async Task Accounts_routes_and_reasons_are_counted_apart_and_a_few_refusals_have_no_number()
    {
        var record = new RefusalRecord(_trail, _clock);
        foreach (var by in new[] { "a", "b" })
        {
            for (var i = 0; i < RefusalRecord.MaxIdentical; i++)
            {
                await record.RecordAsync(Refused(by), CancellationToken.None);
                await record.RecordAsync(Refused(by) with { Reason = "token.scope" }, CancellationToken.None);
                await record.RecordAsync(Refused(by) with { Route = "POST /forms" }, CancellationToken.None);
            }
        }

        _trail.Lines.Count.ShouldBe(2 * 3 * RefusalRecord.MaxIdentical);
        await record.SumUpAsync(all: true, CancellationToken.None);
        _trail.Lines.Count.ShouldBe(2 * 3 * RefusalRecord.MaxIdentical);
    }

    [Fact]
    public async Task Beyond_the_most_that_are_told_apart_the_rest_is_counted_together()
    {
        var record = new RefusalRecord(_trail, _clock);
        for (var i = 0; i < RefusalRecord.MaxTold + 100; i++) await record.RecordAsync(Refused("account" + i), CancellationToken.None);
        _trail.Lines.Count.ShouldBe(RefusalRecord.MaxTold + RefusalRecord.MaxIdentical);
        await record.SumUpAsync(all: true, CancellationToken.None);
        _trail.Lines.Last().Details.ShouldNotBeNull().ShouldStartWith("+95 ");
    }

    private static RefusedRequest Refused(string by, int id = 0) => new(by, "GET /forms/{form}", $"GET /forms/XP{id}", "access.denied");

    private sealed class Trail : IAuditTrail
    {
        public ConcurrentQueue<AuditEvent> Lines { get; } = new();

        public Task RecordAsync(AuditEvent happened, CancellationToken cancellationToken)
        {
            Lines.Enqueue(happened);
            return Task.CompletedTask;
        }

        public Task<AuditHead> HeadAsync(CancellationToken cancellationToken) => throw new NotSupportedException();
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
