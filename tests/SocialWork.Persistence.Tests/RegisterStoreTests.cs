using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Registers;

namespace SocialWork.Persistence.Tests;

/// <summary>Entries of registers over a real file.</summary>
public sealed class RegisterStoreTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private TestStore _store = null!;

    public async Task InitializeAsync() => _store = await TestStore.OpenAsync(_folder.File, sectors: false);

    public async Task DisposeAsync()
    {
        await _store.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task An_entry_comes_back_as_it_was_written_and_its_log_says_who_and_what()
    {
        var entry = Model("SYT", "MH-1");
        (await _store.Registers.AddAsync(entry, CancellationToken.None)).ShouldBe(EntryWrite.Done);

        var read = await _store.Registers.FindAsync("R9", entry.Id, CancellationToken.None);

        read!.Values.Cells.ShouldBe(entry.Values.Cells, ignoreOrder: true);
        (read with { Values = entry.Values }).ShouldBe(entry);
        (await _store.Registers.FindAsync("R10", entry.Id, CancellationToken.None)).ShouldBeNull();
        var line = (await _store.Audit.PageAsync(new AuditQuery { Entity = "register/R9/SYT" }, CancellationToken.None)).ShouldHaveSingleItem();
        (line.By, line.Action).ShouldBe(("nhập", "Add"));
        line.After!.ShouldContain("\"ma\":\"MH-1\"");
    }

    [Fact]
    public async Task A_code_is_used_once_in_a_register_whoever_writes_it_and_again_once_it_was_removed()
    {
        var first = Model("SYT", "MH-1");
        (await _store.Registers.AddAsync(first, CancellationToken.None)).ShouldBe(EntryWrite.Done);
        (await _store.Registers.AddAsync(Model("STP", " mh-1 "), CancellationToken.None)).ShouldBe(EntryWrite.KeyTaken);
        (await _store.Registers.AddAsync(first, CancellationToken.None)).ShouldBe(EntryWrite.KeyTaken);
        var second = Model("STP", "MH-2");
        (await _store.Registers.AddAsync(second, CancellationToken.None)).ShouldBe(EntryWrite.Done);
        (await _store.Registers.ChangeAsync(second with { Key = first.Key, Revision = 2 }, 1, CancellationToken.None)).ShouldBe(EntryWrite.KeyTaken);

        (await _store.Registers.RemoveAsync(first with { Revision = 2 }, 1, "Nhập nhầm.", CancellationToken.None)).ShouldBe(EntryWrite.Done);

        (await _store.Registers.FindAsync("R9", first.Id, CancellationToken.None)).ShouldBeNull();
        (await _store.Registers.AddAsync(first, CancellationToken.None)).ShouldBe(EntryWrite.KeyTaken);
        (await _store.Registers.AddAsync(Model("STP", "MH-1"), CancellationToken.None)).ShouldBe(EntryWrite.Done);
        var removed = (await _store.Audit.PageAsync(new AuditQuery { Entity = $"register/R9/SYT/{first.Id}" }, CancellationToken.None))[0];
        (removed.Action, removed.After, removed.Reason).ShouldBe(("Remove", null, "Nhập nhầm."));
    }

    [Fact]
    public async Task Of_two_changes_to_what_both_saw_one_is_refused()
    {
        var entry = Model("SYT", "MH-1");
        await _store.Registers.AddAsync(entry, CancellationToken.None);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => _store.Registers.ChangeAsync(entry with { Revision = 2 }, 1, CancellationToken.None)));

        outcomes.ShouldBe([EntryWrite.Done, EntryWrite.Stale], ignoreOrder: true);
        (await _store.Registers.RemoveAsync(entry with { Revision = 2 }, 1, "Nhập nhầm.", CancellationToken.None)).ShouldBe(EntryWrite.Stale);
    }

    [Fact]
    public async Task Pages_hold_every_entry_once_and_dates_choose_those_that_hold()
    {
        for (var i = 0; i < 25; i++) await _store.Registers.AddAsync(Model(i % 2 == 0 ? "SYT" : "STP", $"MH-{i}", ended: i % 5 == 0), CancellationToken.None);

        var seen = new List<Guid>();
        for (string? after = null, first = string.Empty; first is not null; first = after)
        {
            var page = await _store.Registers.PageAsync(new EntryQuery("R9"), after, 10, CancellationToken.None);
            page.Entries.Length.ShouldBeInRange(1, 10);
            seen.AddRange(page.Entries.Select(e => e.Id));
            after = page.Next;
        }

        seen.Distinct().Count().ShouldBe(25);
        (await _store.Registers.PageAsync(new EntryQuery("R9", "STP"), null, 200, CancellationToken.None)).Entries.Length.ShouldBe(12);
        (await _store.Registers.PageAsync(new EntryQuery("R9", On: new DateOnly(2026, 6, 30)), null, 200, CancellationToken.None)).Entries.Length.ShouldBe(25);
        (await _store.Registers.PageAsync(new EntryQuery("R9", On: new DateOnly(2026, 7, 1)), null, 200, CancellationToken.None)).Entries.Length.ShouldBe(20);
        (await _store.Registers.ValidAsync(["R9", "R10"], new DateOnly(2026, 7, 1), CancellationToken.None)).Length.ShouldBe(20);
        (await _store.Registers.ValidAsync(["R9"], new DateOnly(2024, 12, 31), CancellationToken.None)).ShouldBeEmpty();
    }

    private RegisterEntry Model(string keeper, string code, bool ended = false) => TestEntries.Model(_store.Clock.Now, keeper, code, "Mô hình " + code, ended);
}
