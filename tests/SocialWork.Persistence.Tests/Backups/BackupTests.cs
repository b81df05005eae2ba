using Microsoft.Data.Sqlite;
using SocialWork.Core.Submissions;
using SocialWork.Persistence.Backups;
using SocialWork.Persistence.Writing;
using static SocialWork.Persistence.Tests.Answers;

namespace SocialWork.Persistence.Tests.Backups;

/// <summary>What a backup holds, and that one which fails leaves nothing.</summary>
public sealed class BackupTests
{
    [Fact]
    public async Task It_holds_the_database_the_attached_files_keys_plans_and_module_states_and_no_logs()
    {
        using var saved = await SavedState.MakeAsync();
        var backup = await saved.BackUpAsync();

        backup.Manifest.Files.Select(file => file.Path).ShouldBe(["audit-heads.jsonl", "keys/key-1.xml", "modules.json", "plans/plan-2026.json", "socialwork.db"]);
        backup.Manifest.Attachments.ShouldHaveSingleItem().Id.ShouldBe(SavedState.Attached);
        backup.Manifest.Missing.ShouldBeEmpty();
        backup.Manifest.Product.ShouldBe("9.9.9");
        backup.Manifest.Schema.ShouldEndWith(TestStore.Rows(new StorageOptions(saved.State.Database), "SELECT MAX(MigrationId) FROM __EFMigrationsHistory").Single()[0]!.ToString()!);
        SavedState.MarkOf(new StateFolder(backup.Folder)).ShouldBe("first");
        (await BackupReader.ReadAsync(backup.Folder, CancellationToken.None)).Value().Manifest.Log.ShouldBe(backup.Manifest.Log);
        if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(backup.Folder).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Fact]
    public async Task An_attached_file_is_kept_once_for_all_backups()
    {
        using var saved = await SavedState.MakeAsync();
        await saved.BackUpAsync();
        await saved.BackUpAsync();
        Directory.EnumerateFiles(saved.Target.Path, SavedState.Attached, SearchOption.AllDirectories).ShouldHaveSingleItem();
        saved.Target.All().Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_missing_attached_file_is_named_and_keeps_nothing_else_from_being_saved()
    {
        using var saved = await SavedState.MakeAsync();
        await File.WriteAllTextAsync(Directory.EnumerateFiles(saved.State.Files, "*", SearchOption.AllDirectories).Single(), "edited");
        var backup = await saved.BackUpAsync();
        backup.Manifest.Missing.ShouldBe([SavedState.Attached]);
        backup.Manifest.Attachments.ShouldBeEmpty();
        (await BackupReader.ReadAsync(backup.Folder, CancellationToken.None)).Value().Manifest.Files.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task What_was_acknowledged_before_it_began_is_in_it_while_others_go_on_writing()
    {
        using var folder = new TempFolder();
        await using var store = await TestStore.OpenAsync(folder.File);
        var isEnough = false;
        var acknowledged = 0;
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var writing = Task.Run(async () =>
        {
            for (var number = 1; !Volatile.Read(ref isEnough); number++)
            {
                (await store.SaveAsync("XP5", "19753", Values((store.Model.Form("XP5")!.Definition.Fields.OfType<Abstractions.IntField>().First(f => f.By.IsEmpty).Id, number)))).Value();
                if (Interlocked.Increment(ref acknowledged) == 20) enough.SetResult();
            }
        });
        await enough.Task;
        for (var round = 0; round < 5; round++)
        {
            var before = Volatile.Read(ref acknowledged);
            var backup = (await TestStore.Maker(folder.Path).MakeAsync(TestStore.Target(folder.Path), BackupReason.Asked, CancellationToken.None)).Value();
            var options = new StorageOptions(new StateFolder(backup.Folder).Database);
            var revision = (long)TestStore.Rows(options, "SELECT Revision FROM submissions WHERE Form='XP5'").Single()[0]!;
            revision.ShouldBeGreaterThanOrEqualTo(before);
            TestStore.Rows(options, "SELECT COUNT(*) FROM history WHERE Form='XP5'").Single()[0].ShouldBe(revision);
            new Persistence.Auditing.AuditVerifier(options).Verify(new([backup.Manifest.Log!], []), CancellationToken.None).IsIntact.ShouldBeTrue();
        }

        Volatile.Write(ref isEnough, true);
        await writing;
        (await store.FindAsync("XP5", "19753")).State.ShouldBe(SubmissionState.Draft);
    }

    [Fact]
    public async Task Anchors_that_are_newer_than_the_copy_are_left_out()
    {
        using var saved = await SavedState.MakeAsync();
        var anchors = new Persistence.Auditing.AuditAnchors(saved.State.Anchors);
        anchors.Add(new(1, new string('a', 64), DateTimeOffset.UnixEpoch));
        anchors.Add(new(1_000_000, new string('b', 64), DateTimeOffset.UnixEpoch));
        var backup = await saved.BackUpAsync();
        new Persistence.Auditing.AuditAnchors(new StateFolder(backup.Folder).Anchors).Read().All.Select(anchor => anchor.Seq).ShouldBe([1, backup.Manifest.Log!.Seq]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(BackupMaker.Spare)]
    public async Task A_disk_without_room_is_named_with_what_is_needed_and_nothing_is_left(long free)
    {
        using var saved = await SavedState.MakeAsync();
        var refusal = (await saved.TryAsync(free: _ => free)).Refusal();
        refusal.Code.ShouldBe("backup.noSpace");
        refusal.Message.En.ShouldContain($"{free >> 20} MB left");
        Left(saved).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_target_that_is_no_folder_is_named()
    {
        using var saved = await SavedState.MakeAsync();
        await File.WriteAllTextAsync(saved.Target.Path, "a file");
        (await saved.TryAsync()).Refusal().Message.En.ShouldContain(saved.Target.Path);
    }

    [Fact]
    public async Task A_damaged_database_is_named_and_leaves_the_good_backup_before_it()
    {
        using var saved = await SavedState.MakeAsync();
        await saved.BackUpAsync();
        using (var connection = new SqliteConnection($"Data Source={saved.State.Database};Pooling=False"))
        {
            connection.Open();
            SqliteSettings.Execute(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        }

        await using (var file = new FileStream(saved.State.Database, FileMode.Open, FileAccess.Write))
        {
            file.Seek(8192, SeekOrigin.Begin);
            file.Write(new byte[file.Length - 8192]);
        }

        (await saved.TryAsync()).Refusal().Code.ShouldBeOneOf("backup.databaseDamaged", "backup.failed");
        Left(saved).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Two_at_a_time_are_not_made_in_one_folder()
    {
        using var saved = await SavedState.MakeAsync();
        await using (saved.Target.Open())
            (await saved.TryAsync()).Refusal().Code.ShouldBe("backup.busy");
        await saved.BackUpAsync();
    }

    [Fact]
    public async Task One_that_is_given_up_leaves_nothing()
    {
        using var saved = await SavedState.MakeAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => saved.TryAsync(cancellationToken: new CancellationToken(canceled: true)));
        Left(saved).ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_database_there_is_nothing_to_save()
    {
        using var saved = await SavedState.MakeAsync();
        File.Delete(saved.State.Database);
        (await saved.TryAsync()).Refusal().Code.ShouldBe("backup.noDatabase");
    }

    private static string[] Left(SavedState saved) => Directory.Exists(saved.Target.Path) ? [.. Directory.EnumerateDirectories(saved.Target.Path).Where(folder => Path.GetFileName(folder) != "files")] : [];
}
