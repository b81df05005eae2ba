using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Logging.Abstractions;
using SocialWork.Core.Registers;
using SocialWork.Core.Time;
using SocialWork.Persistence.Backups;
using SocialWork.Persistence.Model;
using SocialWork.Persistence.Writing;

namespace SocialWork.Persistence.Tests;

public sealed class StartupTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_migrations_say_what_the_model_says()
    {
        await using var store = await TestStore.OpenAsync(_folder.File, sectors: false);
        await using var db = store.Readers.Open();
        db.Database.HasPendingModelChanges().ShouldBeFalse();
        (await db.Database.GetPendingMigrationsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_empty_file_is_brought_up_to_date_without_a_backup_and_a_second_start_changes_nothing()
    {
        string[] tables;
        await using (var store = await TestStore.OpenAsync(_folder.File, sectors: false))
            tables = Schema(store.Options);

        tables.ShouldContain(t => t.Contains("versions", StringComparison.Ordinal));
        await using (var again = await TestStore.OpenAsync(_folder.File, sectors: false))
        {
            await TestStore.MigrateAsync(again.Gate, again.Options);
            Schema(again.Options).ShouldBe(tables);
        }

        TestStore.Target(_folder.Path).All().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_of_an_earlier_version_is_backed_up_before_it_is_migrated()
    {
        // The history of a version before the first: what such a file holds must be in the backup.
        Before("CREATE TABLE old_table(x); INSERT INTO old_table VALUES(42);");
        await using var store = await TestStore.OpenAsync(_folder.File, sectors: false);
        Schema(store.Options).ShouldContain(t => t.Contains("versions", StringComparison.Ordinal));
        var copy = BackedUp();
        TestStore.Rows(copy, "SELECT x FROM old_table").Single()[0].ShouldBe(42L);
        TestStore.Rows(copy, "SELECT COUNT(*) FROM sqlite_master WHERE name='versions'").Single()[0].ShouldBe(0L);
        TestStore.Rows(store.Options, "SELECT x FROM old_table").Single()[0].ShouldBe(42L);
    }

    [Fact]
    public async Task A_file_of_the_first_version_keeps_everything_and_gains_what_is_new()
    {
        const string Version = "INSERT INTO versions(Plan, Form, Unit, Period, Number, FormHash, ValuesJson, DataAsOf, By, At) VALUES('2026','K4','SYT','2026',1,'h','{\"su_kien\":2}','2026-10-31','nhập',1793500000000)";
        const string Submission = "INSERT INTO submissions(Plan, Form, Unit, Period, State, Revision, DraftJson, DraftBy, DraftAt, LatestVersion) VALUES('2026','K4','SYT','2026',1,3,'h:{\"su_kien\":2}','nhập',1793500000000,1)";
        var options = new StorageOptions(_folder.File);
        await using (var gate = new WriteGate(options, NullLogger<WriteGate>.Instance))
        {
            await gate.RunAloneAsync(
                connection =>
                {
                    using var db = new SocialWorkDb(new DbContextOptionsBuilder<SocialWorkDb>().UseSqlite(connection).Options);
                    db.GetService<IMigrator>().Migrate(db.Database.GetMigrations().First());
                    SqliteSettings.Apply(connection);
                    return true;
                },
                CancellationToken.None);
            await gate.RunAsync(session => session.Execute(Version) + session.Execute(Submission), CancellationToken.None);
        }

        TestStore.Rows(options, "SELECT COUNT(*) FROM sqlite_master WHERE name='register_entries'").Single()[0].ShouldBe(0L);
        await using var store = await TestStore.OpenAsync(_folder.File, sectors: false);

        store.Rows("SELECT ValuesJson FROM versions").Single()[0].ShouldBe("{\"su_kien\":2}");
        store.Rows("SELECT Warnings, PaperScan, PaperReceivedOn FROM versions").Single().ShouldAllBe(added => added == null);
        store.Rows("SELECT DraftJson, DraftExplanations FROM submissions").Single().ShouldBe(["h:{\"su_kien\":2}", null]);
        store.Count("attachments").ShouldBe(0);
        store.Count("attachment_uses").ShouldBe(0);
        (await store.Registers.PageAsync(new EntryQuery("R9"), null, 10, CancellationToken.None)).Entries.ShouldBeEmpty();
        var copy = BackedUp();
        TestStore.Rows(copy, "SELECT ValuesJson FROM versions").Single()[0].ShouldBe("{\"su_kien\":2}");
        await using var read = store.Readers.Open();
        (await read.Database.GetPendingMigrationsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_migration_that_fails_leaves_the_data_as_they_were_and_a_backup_of_them()
    {
        Before("CREATE TABLE versions(x); INSERT INTO versions VALUES(42);");
        var options = new StorageOptions(_folder.File);
        await using var gate = new WriteGate(options, NullLogger<WriteGate>.Instance);
        await Should.ThrowAsync<SqliteException>(() => TestStore.MigrateAsync(gate, options));
        TestStore.Rows(options, "SELECT x FROM versions").Single()[0].ShouldBe(42L);
        TestStore.Rows(BackedUp(), "SELECT x FROM versions").Single()[0].ShouldBe(42L);
        await using (var readers = new Reading.DbReaders(options).Open())
            (await readers.Database.GetPendingMigrationsAsync()).ShouldNotBeEmpty();

        // The failed migration must not hold the writer's connection in a transaction.
        (await gate.RunAsync(session => session.Execute("INSERT INTO versions VALUES(43)"), CancellationToken.None)).ShouldBe(1);
    }

    [Fact]
    public async Task Data_that_cannot_be_backed_up_are_not_migrated()
    {
        Before("CREATE TABLE old_table(x);");
        await using var gate = new WriteGate(new StorageOptions(_folder.File), NullLogger<WriteGate>.Instance);
        var startup = new StorageStartup(gate, new CityClock(TimeProvider.System), NullLogger<StorageStartup>.Instance);
        await Should.ThrowAsync<IOException>(() => startup.MigrateAsync(_ => throw new IOException("no room"), CancellationToken.None));
        TestStore.Rows(new StorageOptions(_folder.File), "SELECT COUNT(*) FROM sqlite_master WHERE name='versions'").Single()[0].ShouldBe(0L);
    }

    // The database of the one backup there is.
    private StorageOptions BackedUp() => new(new StateFolder(TestStore.Target(_folder.Path).All().ShouldHaveSingleItem().Folder).Database);

    private void Before(string sql)
    {
        using var connection = new SqliteConnection(new StorageOptions(_folder.File).WriterConnection);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "CREATE TABLE \"__EFMigrationsHistory\"(\"MigrationId\" TEXT NOT NULL PRIMARY KEY, \"ProductVersion\" TEXT NOT NULL);"
            + "INSERT INTO \"__EFMigrationsHistory\" VALUES('20200101000000_Before','10.0.0');" + sql;
        command.ExecuteNonQuery();
    }

    private static string[] Schema(StorageOptions options) => [.. TestStore.Rows(options, "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name").Select(r => (string)r[0]!)];
}
