using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using SocialWork.Core;
using SocialWork.Core.Forms;
using SocialWork.Core.Totals;
using SocialWork.Persistence.Writing;

namespace SocialWork.Persistence.Tests;

public sealed class WriteGateTests : IDisposable
{
    private static readonly TotalsKey City = new("2026", "hash", "2026", TotalsKey.City, "health", "DEPARTMENT", false);

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_write_that_fails_in_a_group_fails_alone_and_what_it_added_to_totals_is_taken_back()
    {
        await using var store = await TestStore.OpenAsync(_folder.File, sectors: false);
        var (release, held) = await TestStore.HoldAsync(store.Gate);
        var first = Add(store, "first", 1);
        var second = store.Gate.RunAsync(
            session =>
            {
                Insert(session, "second");
                session.AddToTotals(Of(100), +1, accepted: 0);
                session.AddToTotals(Of(1000), +1, accepted: 0);
                return Fail("on purpose");
            },
            CancellationToken.None);
        var third = Add(store, "third", 10);
        release.SetResult();
        await held;
        await first;
        (await Should.ThrowAsync<InvalidOperationException>(second)).Message.ShouldBe("on purpose");
        await third;
        Keys(store).ShouldBe(["first", "third"]);
        Total(store).ShouldBe((2, 11));
    }

    [Fact]
    public async Task A_sum_that_does_not_fit_fails_its_own_write_and_leaves_both_rows_as_they_were()
    {
        await using var store = await TestStore.OpenAsync(_folder.File, sectors: false);
        var commune = City with { Area = "19753" };
        await store.Gate.RunAsync(session => Added(session, new TotalsContribution([commune], [long.MaxValue - 5])), CancellationToken.None);
        var (release, held) = await TestStore.HoldAsync(store.Gate);
        var fits = Add(store, "fits", 7);
        var bursts = store.Gate.RunAsync(session => Added(session, new TotalsContribution([City, commune], [6])), CancellationToken.None);
        release.SetResult();
        await held;
        await fits;
        await Should.ThrowAsync<OverflowException>(bursts);
        Total(store).ShouldBe((1, 7));
    }

    [Fact]
    public async Task A_row_that_nothing_counts_in_any_more_is_gone()
    {
        await using var store = await TestStore.OpenAsync(_folder.File, sectors: false);
        await store.Gate.RunAsync(session => Added(session, Of(5)), CancellationToken.None);
        store.Count("totals").ShouldBe(1);
        await store.Gate.RunAsync(
            session =>
            {
                session.AddToTotals(Of(5), -1, accepted: 0);
                return true;
            },
            CancellationToken.None);
        store.Count("totals").ShouldBe(0);
    }

    [Fact]
    public async Task A_full_queue_refuses_and_what_waited_is_still_written()
    {
        await using var store = await TestStore.OpenAsync(_folder.File, o => o with { QueueLimit = 2 }, sectors: false);
        var (release, held) = await TestStore.HoldAsync(store.Gate);
        var waiting = new[] { Add(store, "a", 1), Add(store, "b", 1) };
        await Should.ThrowAsync<WriterBusyException>(() => Add(store, "c", 1));
        await Should.ThrowAsync<WriterBusyException>(() => store.Gate.RunAloneAsync(_ => true, CancellationToken.None));
        (await store.SaveAsync("K4", "SYT", Answers.Values(("su_kien", 1)))).Refusal().Kind.ShouldBe(RefusalKind.Busy);
        release.SetResult();
        await held;
        await Task.WhenAll(waiting);
        await Add(store, "c", 1);
        Keys(store).ShouldBe(["a", "b", "c"]);
    }

    [Fact]
    public async Task A_write_that_is_cancelled_before_it_starts_does_nothing()
    {
        await using var store = await TestStore.OpenAsync(_folder.File, sectors: false);
        var (release, held) = await TestStore.HoldAsync(store.Gate);
        using var cancel = new CancellationTokenSource();
        var given = store.Gate.RunAsync(session => Insert(session, "given up"), cancel.Token);
        var alone = store.Gate.RunAloneAsync(connection => Execute(connection, "INSERT INTO idempotency VALUES('alone','x',1)"), cancel.Token);
        var kept = Add(store, "kept", 1);
        await cancel.CancelAsync();
        release.SetResult();
        await held;
        await kept;
        await Should.ThrowAsync<OperationCanceledException>(given);
        await Should.ThrowAsync<OperationCanceledException>(alone);
        await Should.ThrowAsync<OperationCanceledException>(() => store.Gate.RunAsync(session => Insert(session, "later"), cancel.Token));
        Keys(store).ShouldBe(["kept"]);
    }

    [Fact]
    public async Task What_runs_alone_runs_outside_any_transaction_after_what_came_before_it()
    {
        await using var store = await TestStore.OpenAsync(_folder.File, sectors: false);
        var order = new List<string>();
        var (release, held) = await TestStore.HoldAsync(store.Gate);
        var before = store.Gate.RunAsync(session => Insert(session, "before") && Note(order, "before"), CancellationToken.None);
        var alone = store.Gate.RunAloneAsync(
            connection =>
            {
                // VACUUM is refused inside a transaction.
                Execute(connection, "VACUUM");
                order.Add("alone");
                using var command = connection.CreateCommand();
                command.CommandText = "SELECT COUNT(*) FROM idempotency";
                return (long)command.ExecuteScalar()!;
            },
            CancellationToken.None);
        var after = store.Gate.RunAsync(session => Insert(session, "after") && Note(order, "after"), CancellationToken.None);
        release.SetResult();
        await Task.WhenAll(held, before, after);
        (await alone).ShouldBe(1);
        order.ShouldBe(["before", "alone", "after"]);
        await Should.ThrowAsync<InvalidOperationException>(() => store.Gate.RunAloneAsync<bool>(_ => Fail("alone"), CancellationToken.None));
        await Add(store, "still there", 1);
    }

    [Fact]
    public async Task Closing_writes_what_is_queued_and_refuses_what_comes_later()
    {
        var store = await TestStore.OpenAsync(_folder.File, sectors: false);
        var (release, held) = await TestStore.HoldAsync(store.Gate);
        var queued = Enumerable.Range(0, 500).Select(i => Add(store, $"{i}", 1)).ToArray();
        var closing = store.DisposeAsync().AsTask();
        closing.IsCompleted.ShouldBeFalse();
        release.SetResult();
        await closing;
        await held;
        await Task.WhenAll(queued);
        await Should.ThrowAsync<Exception>(() => Add(store, "late", 1));
        await store.DisposeAsync();
        TestStore.Rows(store.Options, "SELECT COUNT(*) FROM idempotency")[0][0].ShouldBe(500L);
    }

    [Fact]
    public async Task When_totals_cannot_be_written_the_whole_group_fails_and_the_writer_goes_on()
    {
        await using var store = await TestStore.OpenAsync(_folder.File, sectors: false);
        var (release, held) = await TestStore.HoldAsync(store.Gate);
        var good = Add(store, "good", 1);
        var bad = store.Gate.RunAsync(session => Insert(session, "bad") && Added(session, new TotalsContribution([City with { Sector = null! }], [1])), CancellationToken.None);
        release.SetResult();
        await Should.ThrowAsync<SqliteException>(bad);
        await Should.ThrowAsync<SqliteException>(good);
        await held;
        Keys(store).ShouldBeEmpty();
        await Add(store, "next", 5);
        Keys(store).ShouldBe(["next"]);
        Total(store).ShouldBe((1, 5));
    }

    [Theory]
    [InlineData(13)]
    [InlineData(10)]
    [InlineData(11)]
    public async Task A_disk_that_is_full_or_broken_fails_the_group_cleanly_and_the_writer_goes_on(int code)
    {
        await using var store = await TestStore.OpenAsync(_folder.File, sectors: false);
        var (release, held) = await TestStore.HoldAsync(store.Gate);
        var good = Add(store, "good", 1);
        var bad = store.Gate.RunAsync<bool>(_ => throw new SqliteException("disk", code), CancellationToken.None);
        release.SetResult();
        (await Should.ThrowAsync<SqliteException>(bad)).SqliteErrorCode.ShouldBe(code);
        await Should.ThrowAsync<SqliteException>(good);
        await held;
        Keys(store).ShouldBeEmpty();
        await Add(store, "next", 5);
        Total(store).ShouldBe((1, 5));
    }

    [Fact]
    public async Task A_recount_that_fails_takes_nothing_away_from_the_group_it_runs_in()
    {
        await using var store = await TestStore.OpenAsync(_folder.File, sectors: false);
        await store.SendAsync("K4", "SYT", Answers.Values(("su_kien", 4)));
        (await store.SaveAsync("K4", "STC", Answers.Values(("su_kien", 5)))).Value();
        (await store.SubmitAsync("K4", "STC")).Value();
        var (release, held) = await TestStore.HoldAsync(store.Gate);
        var approve = store.ApproveAsync("K4", "STC");
        var broken = new TotalsRecount(store.Gate, store.Readers, new FormArchive(), store.Clock).RebuildAsync(store.Model, CancellationToken.None);
        var more = store.SaveAsync("K4", "SNV", Answers.Values(("su_kien", 6)));
        release.SetResult();
        await held;
        await Should.ThrowAsync<KeyNotFoundException>(broken);
        (await approve).Value();
        (await more).Value();
        PlainRecount.Stored(store).ShouldBe(PlainRecount.Counted(store));
        (await store.Recount.CompareAsync(store.Model, CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_group_never_holds_more_writes_than_its_limit()
    {
        await using var store = await TestStore.OpenAsync(_folder.File, o => o with { GroupLimit = 3 }, sectors: false);
        var groups = new List<SqliteTransaction>();
        var (release, held) = await TestStore.HoldAsync(store.Gate);
        var writes = Enumerable.Range(0, 8).Select(_ => store.Gate.RunAsync(
            session =>
            {
                groups.Add(session.Transaction);
                return true;
            },
            CancellationToken.None)).ToArray();
        release.SetResult();
        await held;
        await Task.WhenAll(writes);
        groups.GroupBy(g => g).Select(g => g.Count()).ShouldBe([3, 3, 2]);
    }

    [Fact]
    public async Task The_file_is_written_ahead_and_synced_in_full()
    {
        await using var store = await TestStore.OpenAsync(_folder.File, sectors: false);
        var settings = await store.Gate.RunAloneAsync(
            connection => new[] { "journal_mode", "synchronous", "foreign_keys" }.Select(name =>
            {
                using var command = connection.CreateCommand();
                command.CommandText = "PRAGMA " + name;
                return command.ExecuteScalar()!.ToString();
            }).ToArray(),
            CancellationToken.None);
        settings.ShouldBe(["wal", "2", "1"]);
        Should.Throw<SqliteException>(() => store.Rows("DELETE FROM versions")).Message.ShouldContain("readonly");
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused_at_the_start()
    {
        File.WriteAllText(_folder.File, new string('x', 5000));
        Should.Throw<SqliteException>(() => new WriteGate(new StorageOptions(_folder.File), NullLogger<WriteGate>.Instance));
    }

    private static TotalsContribution Of(long number) => new([City], [number]);

    private static Task<bool> Add(TestStore store, string key, long number) =>
        store.Gate.RunAsync(session => Insert(session, key) && Added(session, Of(number)), CancellationToken.None);

    private static bool Insert(WriteSession session, string key) => session.Execute("INSERT INTO idempotency(\"Key\",\"Submission\",\"At\") VALUES(@0,@1,@2)", key, "x", 1L) == 1;

    private static bool Added(WriteSession session, TotalsContribution contribution)
    {
        session.AddToTotals(contribution, +1, accepted: 0);
        return true;
    }

    private static bool Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
        return true;
    }

    private static bool Note(List<string> order, string name)
    {
        order.Add(name);
        return true;
    }

    private static bool Fail(string message) => throw new InvalidOperationException(message);

    private static IEnumerable<string> Keys(TestStore store) => store.Rows("SELECT \"Key\" FROM idempotency ORDER BY \"Key\"").Select(r => (string)r[0]!);

    private static (long Submissions, long Sum) Total(TestStore store)
    {
        var row = store.Rows("SELECT Submissions, Vector FROM totals WHERE Area=''").Single();
        return ((long)row[0]!, TotalsVector.Read((byte[])row[1]!, 1)[0]);
    }
}
