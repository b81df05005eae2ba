using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SocialWork.Core.CoreForms;
using SocialWork.Core.Duties;
using SocialWork.Core.Indicators;
using SocialWork.Core.Submissions;
using SocialWork.Core.Tests;

namespace SocialWork.Persistence.Tests;

public sealed class QueryCountTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private readonly Counter _counter = new();
    private TestStore _store = null!;

    public async Task InitializeAsync()
    {
        _store = await TestStore.OpenAsync(_folder.File, null, true, _counter);
        foreach (var unit in _store.Model.Fillers(Communication.Form).Take(12)) await _store.SendAsync(Communication.Code, unit.Code, Answers.Values(("su_kien", 2)));
    }

    public async Task DisposeAsync()
    {
        await _store.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task The_city_is_two_queries_its_totals_and_its_registers()
    {
        var snapshot = await CountedAsync(2, () => new SnapshotReader(_store.Reader, _store.Registers).CityAsync(_store.Model, CancellationToken.None));
        snapshot.Cell(Communication.Code, new Abstractions.CellKey("su_kien")).Sum.ShouldBe(24);
    }

    [Fact]
    public async Task The_duty_board_is_one_query()
    {
        var board = await CountedAsync(1, () => DutyBoard.ReadAsync(_store.Model, _store.Reader, new DateOnly(2026, 12, 1), TestPlan.Calendar, CancellationToken.None));
        board.Statuses.Count(s => s.FormsSent > 0).ShouldBe(12);
        board.Statuses.Where(s => s.Duty == "2026/V.1#2").Select(s => s.Unit).Distinct().Count().ShouldBe(48);
        board.Statuses.Where(s => s.Duty == "2026/V.1#2").ShouldAllBe(s => s.State == DutyState.Overdue);
    }

    [Fact]
    public async Task The_counting_versions_of_a_form_are_two_queries_however_many_there_are()
    {
        var all = await CountedAsync(2, () => _store.Reader.CountingAsync("2026", Communication.Code, "2026", null, CancellationToken.None));
        all.Length.ShouldBe(12);
        all.ShouldAllBe(c => c.SentBy == "duyệt" && c.AcceptedAt == null);
        var one = await CountedAsync(2, () => _store.Reader.CountingAsync("2026", Communication.Code, "2026", all[3].Version.Key.Unit, CancellationToken.None));
        one.ShouldHaveSingleItem().Version.Key.ShouldBe(all[3].Version.Key);
    }

    [Fact]
    public async Task A_submission_is_one_query_and_its_history_two()
    {
        await CountedAsync(1, () => _store.FindAsync(Communication.Code, "SYT"));
        await CountedAsync(2, async () => (await _store.Reader.HistoryAsync(new SubmissionKey("2026", Communication.Code, "SYT", "2026"), CancellationToken.None)).History);
        await CountedAsync(1, () => _store.Reader.DataVersionAsync(CancellationToken.None));
    }

    [Fact]
    public async Task An_accepted_version_says_when_and_a_returned_one_no_longer_counts()
    {
        (await _store.AcceptAsync(Communication.Code, "SYT")).Value();
        (await _store.ReturnAsync(Communication.Code, "STC")).Value();
        var counting = await _store.Reader.CountingAsync("2026", Communication.Code, "2026", null, CancellationToken.None);
        counting.Single(c => c.Version.Key.Unit == "SYT").AcceptedAt.ShouldNotBeNull();
        counting.ShouldNotContain(c => c.Version.Key.Unit == "STC");
        var standings = await _store.Reader.StandingsAsync("2026", "2026", [Communication.Code], CancellationToken.None);
        standings.Single(s => s.Unit == "SYT").CountsAccepted.ShouldBeTrue();
        standings.Single(s => s.Unit == "STC").CountsAccepted.ShouldBeFalse();
    }

    [Fact]
    public async Task A_communes_area_holds_what_its_own_units_sent()
    {
        var commune = _store.Model.Fillers(Communication.Form).First(u => u.Commune == u.Code).Code;
        var place = await CountedAsync(2, () => new SnapshotReader(_store.Reader, _store.Registers).PlaceAsync(_store.Model, commune, CancellationToken.None));
        place!.Cell(Communication.Code, new Abstractions.CellKey("su_kien")).Sum.ShouldBe(2);
        (await new SnapshotReader(_store.Reader, _store.Registers).PlaceAsync(_store.Model, "nowhere", CancellationToken.None)).ShouldBeNull();
    }

    private async Task<T> CountedAsync<T>(int queries, Func<Task<T>> read)
    {
        var before = _counter.Commands;
        var result = await read();
        (_counter.Commands - before).ShouldBe(queries);
        return result;
    }

    private sealed class Counter : DbCommandInterceptor
    {
        private int _commands;

        public int Commands => _commands;

        public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
        {
            Interlocked.Increment(ref _commands);
            return result;
        }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref _commands);
            return new(result);
        }
    }
}
