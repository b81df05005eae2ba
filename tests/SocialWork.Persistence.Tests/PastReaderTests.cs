using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Access;
using SocialWork.Core.Obstacles;
using SocialWork.Core.Past;
using SocialWork.Core.Registers;
using SocialWork.Core.Units.Changes;
using SocialWork.Persistence.Reading;

namespace SocialWork.Persistence.Tests;

/// <summary>What stood at a past moment beside the submissions: the register, its entries and the obstacles, told from the log.</summary>
public sealed class PastReaderTests : IAsyncLifetime
{
    private static readonly Actor Education = new("SGDDT.reporter", [Role.Reporter], "SGDDT");
    private readonly TempFolder _folder = new();
    private TestStore _store = null!;
    private PastReader _past = null!;

    public async Task InitializeAsync()
    {
        _store = await TestStore.OpenAsync(_folder.File);
        await _store.RegisterAsync();
        _past = new PastReader(_store.Readers, _store.Archive);
    }

    public async Task DisposeAsync()
    {
        await _store.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task The_register_of_units_is_what_it_was_before_each_change()
    {
        var moments = new List<(LogPoint Point, string Digest)>();
        await RememberAsync();
        (await _store.Register.ChangeAsync(Education, "GD-0", new DateOnly(2026, 9, 1), Renamed("Trường đổi tên"), null, CancellationToken.None)).Value();
        await RememberAsync();
        (await _store.Register.ChangeAsync(Education, "GD-1", new DateOnly(2026, 9, 1), Renamed("Trường khác"), null, CancellationToken.None)).Value();
        await RememberAsync();
        (await _store.Register.ChangeAsync(Education, "GD-0", new DateOnly(2026, 10, 1), Renamed("Trường đổi tên lần hai"), null, CancellationToken.None)).Value();
        await RememberAsync();

        var present = await _store.Reference.RegisterAsync(CancellationToken.None);
        foreach (var (point, digest) in moments)
        {
            (await _past.RegisterAsync(present, point, CancellationToken.None)).Digest.ShouldBe(digest);
            (await _past.RegisterAsync(present, point with { Row = null }, CancellationToken.None)).Digest.ShouldBe(digest, "by the moment as by the row");
        }

        moments.Select(m => m.Digest).Distinct().Count().ShouldBe(moments.Count);

        async Task RememberAsync() => moments.Add((await NowAsync(), (await _store.Reference.RegisterAsync(CancellationToken.None)).Digest));
    }

    [Fact]
    public async Task Entries_that_were_added_changed_or_removed_later_are_as_they_were()
    {
        var (kept, changed, removed) = (Model("MH-1", "Mô hình một"), Model("MH-2", "Mô hình hai"), Model("MH-3", "Mô hình ba"));
        foreach (var entry in new[] { kept, changed, removed }) await _store.Registers.AddAsync(entry, CancellationToken.None);
        var point = await NowAsync();
        var before = await NamesAsync(point);
        before.Length.ShouldBe(3);

        await _store.Registers.AddAsync(Model("MH-4", "Mô hình bốn"), CancellationToken.None);
        (await _store.Registers.ChangeAsync(Model("MH-2", "Tên khác") with { Id = changed.Id, Revision = 2 }, 1, CancellationToken.None)).ShouldBe(EntryWrite.Done);
        (await _store.Registers.RemoveAsync(removed with { Revision = 2, ChangedAt = _store.Clock.Now }, 1, "Nhập nhầm.", CancellationToken.None)).ShouldBe(EntryWrite.Done);

        (await NamesAsync(point)).ShouldBe(before, ignoreOrder: true);
        (await NamesAsync(await NowAsync())).Order(StringComparer.Ordinal).ShouldBe(["MH-1 Mô hình một", "MH-2 Tên khác", "MH-4 Mô hình bốn"]);
    }

    [Fact]
    public async Task Obstacles_that_were_raised_or_answered_later_are_not_there_or_unanswered()
    {
        var first = Obstacle("Chưa có hướng dẫn về định mức nhân sự");
        await _store.Obstacles.SaveAsync(first, "19960.reporter", CancellationToken.None);
        var point = await NowAsync();
        await _store.Obstacles.SaveAsync(first with { State = ObstacleState.Answered, Answer = "Đã có công văn", ChangedAt = _store.Clock.Now }, "standing", CancellationToken.None);
        await _store.Obstacles.SaveAsync(Obstacle("Thiếu kinh phí cho tập huấn cấp xã"), "19960.reporter", CancellationToken.None);

        (await _past.ObstaclesAsync("2026", point, CancellationToken.None)).Select(o => (o.Id, o.State, o.Answer)).ShouldBe([(first.Id, ObstacleState.Received, null)]);
        (await _past.ObstaclesAsync("2026", await NowAsync(), CancellationToken.None)).Length.ShouldBe(2);
    }

    private async Task<LogPoint> NowAsync() => new(_store.Clock.Now, (await _store.Trail.HeadAsync(CancellationToken.None)).Seq);

    private async Task<string[]> NamesAsync(LogPoint point)
    {
        var entries = await _past.EntriesAsync(point, CancellationToken.None);
        (await _past.EntriesAsync(point with { Row = null }, CancellationToken.None)).Select(e => e.Id).ShouldBe(entries.Select(e => e.Id));
        return [.. entries.Select(e => $"{Word(e, "ma")} {Word(e, "ten")}")];
    }

    private static string Word(RegisterEntry entry, string field) => ((CellValue.Words)entry.Values[new CellKey(field)]!).Value;

    private static UnitEdit Renamed(string name) => new() { Given = [UnitFields.Name], Name = name };

    private RegisterEntry Model(string code, string name) => TestEntries.Model(_store.Clock.Now, "SYT", code, name);

    private Obstacle Obstacle(string description) => new(
        Guid.NewGuid(), "2026", "19960", description, null, "BO", "Đề nghị sớm ban hành hướng dẫn", ObstacleState.Received, null, "19960.reporter", _store.Clock.Now, _store.Clock.Now);
}
