using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using SocialWork.Core.Auditing;
using SocialWork.Core.Snapshots;

namespace SocialWork.Persistence.Tests;

/// <summary>Snapshots over a real file: kept once, never changed, told where their bytes are not what was kept.</summary>
public sealed class SnapshotStoreTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private TestStore _store = null!;
    private SnapshotStore _snapshots = null!;

    public async Task InitializeAsync()
    {
        _store = await TestStore.OpenAsync(_folder.File, sectors: false);
        _snapshots = new SnapshotStore(_store.Gate, _store.Readers);
    }

    public async Task DisposeAsync()
    {
        await _store.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_snapshot_comes_back_with_its_files_and_its_line_in_the_log_holds_its_hash()
    {
        var made = Made(1, string.Empty);
        var data = await _store.Reader.DataVersionAsync(CancellationToken.None);
        (await _snapshots.AddAsync(made, CancellationToken.None)).ShouldBeTrue();

        var found = (await _snapshots.FindAsync("2026", 1, CancellationToken.None))!;
        (found with { Files = made.Snapshot.Files, Missing = made.Snapshot.Missing }).ShouldBe(made.Snapshot);
        found.Files.ShouldBe(made.Snapshot.Files);
        found.Missing.ShouldBe(made.Snapshot.Missing);
        (await _snapshots.ContentAsync("2026", 1, CancellationToken.None)).ShouldBe(made.Content);
        (await _snapshots.FileAsync("2026", 1, SnapshotFiles.Word, CancellationToken.None))!.Bytes.ShouldBe(made.Documents[0].Bytes);
        var line = (await _store.Audit.PageAsync(new AuditQuery { Entity = "snapshot/" }, CancellationToken.None)).ShouldHaveSingleItem();
        (line.Action, line.Reason).ShouldBe((AuditActions.Freeze, "Chốt"));
        line.After!.ShouldStartWith(made.Snapshot.Hash);
        (await _store.Reader.DataVersionAsync(CancellationToken.None)).ShouldBe(data, "what is reported is the same after it");
    }

    [Fact]
    public async Task Of_two_with_one_number_one_is_kept_and_none_is_put_behind_another_than_the_last()
    {
        var kept = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => _snapshots.AddAsync(Made(1, string.Empty), CancellationToken.None)));
        kept.ShouldBe([true, false], ignoreOrder: true);
        (await _snapshots.AddAsync(Made(3, Hash(1)), CancellationToken.None)).ShouldBeFalse();
        (await _snapshots.AddAsync(Made(2, Hash(9)), CancellationToken.None)).ShouldBeFalse();
        (await _snapshots.AddAsync(Made(2, Hash(1)), CancellationToken.None)).ShouldBeTrue();
        (await _snapshots.ListAsync("2026", CancellationToken.None)).Select(s => s.Number).ShouldBe([2, 1]);
    }

    [Fact]
    public async Task A_file_is_added_once_and_an_issue_noted_once()
    {
        await _snapshots.AddAsync(Made(1, string.Empty), CancellationToken.None);
        (await _snapshots.AddFileAsync("2026", 1, new SnapshotDocument(SnapshotFiles.Signed, "application/pdf", [1, 2]), _store.Clock.Now, "standing", CancellationToken.None)).ShouldBeTrue();
        (await _snapshots.AddFileAsync("2026", 1, new SnapshotDocument(SnapshotFiles.Signed, "application/pdf", [3]), _store.Clock.Now, "standing", CancellationToken.None)).ShouldBeFalse();
        (await _snapshots.FileAsync("2026", 1, SnapshotFiles.Signed, CancellationToken.None))!.Bytes.ShouldBe([1, 2]);
        (await _snapshots.IssueAsync("2026", 1, new SnapshotIssue(_store.Clock.Now, "standing"), CancellationToken.None)).ShouldBeTrue();
        (await _snapshots.IssueAsync("2026", 1, new SnapshotIssue(_store.Clock.Now, "another"), CancellationToken.None)).ShouldBeFalse();
        (await _snapshots.FindAsync("2026", 1, CancellationToken.None))!.Issue!.By.ShouldBe("standing");
    }

    [Theory]
    [InlineData("UPDATE snapshots SET Reason = 'x'")]
    [InlineData("DELETE FROM snapshots")]
    [InlineData("UPDATE snapshot_files SET Bytes = x'00'")]
    [InlineData("DELETE FROM snapshot_files")]
    [InlineData("UPDATE snapshot_issues SET By = 'x'")]
    [InlineData("DELETE FROM snapshot_issues")]
    public async Task The_file_itself_refuses_to_change_what_was_frozen(string change)
    {
        await _snapshots.AddAsync(Made(1, string.Empty), CancellationToken.None);
        await _snapshots.IssueAsync("2026", 1, new SnapshotIssue(_store.Clock.Now, "standing"), CancellationToken.None);
        (await Should.ThrowAsync<SqliteException>(() => _store.Gate.RunAsync(session => session.Execute(change), CancellationToken.None))).Message.ShouldContain("A snapshot is not");
    }

    [Fact]
    public async Task Bytes_that_were_changed_around_the_refusals_are_not_handed_out()
    {
        await _snapshots.AddAsync(Made(1, string.Empty), CancellationToken.None);
        await _store.Gate.RunAsync(session => session.Execute("DROP TRIGGER snapshot_files_is_not_changed"), CancellationToken.None);
        await _store.Gate.RunAsync(session => session.Execute("UPDATE snapshot_files SET Bytes = x'0102'"), CancellationToken.None);
        (await Should.ThrowAsync<InvalidDataException>(() => _snapshots.FileAsync("2026", 1, SnapshotFiles.Word, CancellationToken.None))).Message.ShouldContain("not those that were kept");
    }

    private static string Hash(int number) => new((char)('a' + number), 64);

    private NewSnapshot Made(int number, string previous)
    {
        var at = DateTimeOffset.FromUnixTimeMilliseconds(_store.Clock.Now.ToUnixTimeMilliseconds());
        byte[] content = [1, 2, 3];
        ImmutableArray<SnapshotDocument> documents = [new(SnapshotFiles.Word, "application/test", [4, 5, 6])];
        var file = new SnapshotFile(SnapshotFiles.Word, "application/test", 3, SnapshotHash.Of(documents[0].Bytes), at, "standing");
        return new NewSnapshot(
            new Snapshot("2026", number, at, "standing", "Chốt", null, new AuditHead(5, Hash(2), at), SnapshotHash.Of(content), previous, Hash(number), true, ["Number", "Signer"], [file], Issue: null),
            content,
            documents);
    }
}
