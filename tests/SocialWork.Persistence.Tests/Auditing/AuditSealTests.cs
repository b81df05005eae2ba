using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Logging.Abstractions;
using SocialWork.Core.Auditing;
using SocialWork.Persistence.Auditing;
using SocialWork.Persistence.Model;
using SocialWork.Persistence.Writing;

namespace SocialWork.Persistence.Tests.Auditing;

public sealed class AuditSealTests : IDisposable
{
    private const int Earlier = 2_300;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_log_of_the_release_before_is_sealed_once_as_it_stands_with_a_row_that_says_so()
    {
        await BeforeAsync(Earlier);
        AuditHead head;
        await using (var store = await TestStore.OpenAsync(_folder.File, sectors: false))
        {
            var rows = new AuditFile(_folder.File).Rows();
            rows.Take(Earlier).Select(r => (r.Id, r.By, r.Entity, r.After)).ShouldBe(Enumerable.Range(1, Earlier).Select(i => ((long)i, "nhập", $"thing/{i}", (string?)$"{i}")));
            var seal = rows[Earlier];
            (seal.Id, seal.By, seal.Entity, seal.Action).ShouldBe((Earlier + 1, "product", "audit", AuditActions.Seal));
            seal.After!.ShouldStartWith($"{Earlier} rows up to {Earlier}");
            store.VerifyAudit().Faults.ShouldBeEmpty();
            head = await store.Trail.HeadAsync(CancellationToken.None);
        }

        await using var again = await TestStore.OpenAsync(_folder.File, sectors: false);
        again.Count("audit WHERE Action='Seal'").ShouldBe(1);
        again.VerifyAudit(new AuditAnchor(head.Seq, head.Hash, head.At)).Faults.ShouldBeEmpty();
        new AuditFile(_folder.File).Tamper(rows => rows[41].By = "ai đó", coverTracks: false);
        again.VerifyAudit().Faults.ShouldHaveSingleItem().Seq.ShouldBe(42);
    }

    [Fact]
    public async Task Readings_of_the_release_before_are_no_changes_of_the_data_after_the_seal()
    {
        await BeforeAsync(10, "INSERT INTO audit(At, By, Entity, Action) VALUES(1, 'a', 'attachment/x', 'Read')");
        await using var gate = new WriteGate(new StorageOptions(_folder.File), NullLogger<WriteGate>.Instance);
        await TestStore.MigrateAsync(gate, new StorageOptions(_folder.File));
        new AuditFile(_folder.File).Rows().Select(r => r.DataVersion).ShouldBe([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 10, 10]);
    }

    [Fact]
    public async Task A_new_database_needs_no_seal()
    {
        await using var store = await TestStore.OpenAsync(_folder.File, sectors: false);
        store.Count("audit WHERE Action='Seal'").ShouldBe(0);
        store.VerifyAudit().Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Hashes_that_were_taken_away_are_not_made_good_by_the_next_start()
    {
        var anchors = await AuditFile.MakeAsync(_folder.File, 30, 30);
        new AuditFile(_folder.File).Tamper(
            rows =>
            {
                rows[4].By = "ai đó";
                foreach (var row in rows) (row.Hash, row.PreviousHash, row.DataVersion) = (null, null, null);
            },
            coverTracks: true);
        await using var store = await TestStore.OpenAsync(_folder.File, sectors: false);
        var fault = store.VerifyAudit(anchors).Faults.ShouldHaveSingleItem();
        (fault.Seq, fault.Kind).ShouldBe((30, AuditFaultKind.Rewritten));
    }

    [Fact]
    public async Task A_database_that_no_host_of_this_version_has_opened_says_so()
    {
        await BeforeAsync(3);
        Should.Throw<InvalidDataException>(() => new AuditFile(_folder.File).Verify()).Message.ShouldContain("start the host");
    }

    // A file as the release before left it.
    private async Task BeforeAsync(int rows, params string[] more)
    {
        await using var gate = new WriteGate(new StorageOptions(_folder.File), NullLogger<WriteGate>.Instance);
        await gate.RunAloneAsync(
            connection =>
            {
                using var db = new SocialWorkDb(new DbContextOptionsBuilder<SocialWorkDb>().UseSqlite(connection).Options);
                db.GetService<IMigrator>().Migrate(db.Database.GetMigrations().TakeWhile(m => !m.EndsWith("_AuditChain", StringComparison.Ordinal)).Last());
                SqliteSettings.Apply(connection);
                return true;
            },
            CancellationToken.None);
        await gate.RunAsync(
            session =>
            {
                for (var i = 1; i <= rows; i++) session.Execute("INSERT INTO audit(At, By, Entity, Action, After) VALUES(@0, 'nhập', @1, 'Change', @2)", 1793500000000 + i, $"thing/{i}", $"{i}");
                foreach (var sql in more) session.Execute(sql);
                return true;
            },
            CancellationToken.None);
    }
}
