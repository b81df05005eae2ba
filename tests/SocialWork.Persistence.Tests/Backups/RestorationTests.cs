using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using SocialWork.Persistence.Auditing;
using SocialWork.Persistence.Backups;
using SocialWork.Persistence.Writing;

namespace SocialWork.Persistence.Tests.Backups;

/// <summary>Putting a backup back: all of it, or nothing; and nothing is lost by it.</summary>
public sealed class RestorationTests
{
    [Fact]
    public async Task The_state_is_as_it_was_and_the_one_before_is_moved_aside()
    {
        using var saved = await ChangedAsync();
        var backup = saved.Target.All().Single();
        var restored = (await saved.RestoreAsync(backup.Folder)).Value();

        SavedState.MarkOf(saved.State).ShouldBe("first");
        SavedState.MarkOf(new StateFolder(restored.MovedTo!)).ShouldBe("second");
        foreach (var file in backup.Manifest.Files.Where(file => !file.Path.EndsWith(".db", StringComparison.Ordinal))) File.Exists(Path.Combine(saved.State.Path, file.Path)).ShouldBeTrue(file.Path);
        (await File.ReadAllTextAsync(Directory.EnumerateFiles(saved.State.Files, "*", SearchOption.AllDirectories).Single())).ShouldBe("a scan");
        await using var store = await TestStore.OpenAsync(saved.State.Database, sectors: false);
        store.VerifyAudit([.. new AuditAnchors(saved.State.Anchors).Read().All]).IsIntact.ShouldBeTrue();
        var note = (await RestoredNote.ReadAsync(saved.State, CancellationToken.None)).ShouldNotBeNull();
        (note.Backup, note.MovedTo).ShouldBe((backup.Name, restored.MovedTo));
    }

    [Fact]
    public async Task A_state_that_is_gone_is_put_back()
    {
        using var saved = await ChangedAsync();
        Directory.Delete(saved.State.Path, recursive: true);
        (await saved.RestoreAsync(saved.Target.All().Single().Folder)).Value().MovedTo.ShouldBeNull();
        SavedState.MarkOf(saved.State).ShouldBe("first");
    }

    [Fact]
    public async Task While_a_host_has_the_state_nothing_is_done()
    {
        using var saved = await ChangedAsync();
        await using var store = await TestStore.OpenAsync(saved.State.Database, sectors: false);
        await Should.ThrowAsync<DatabaseInUseException>(() => saved.RestoreAsync(saved.Target.All().Single().Folder));
        SavedState.MarkOf(saved.State).ShouldBe("second");
        Directory.EnumerateDirectories(saved.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(["backups", "main"]);
    }

    [Theory]
    [InlineData(RestoreStep.Checked, "second")]
    [InlineData(RestoreStep.Copied, "second")]
    [InlineData(RestoreStep.Complete, "second")]
    [InlineData(RestoreStep.MovedAside, "first")]
    [InlineData(RestoreStep.InPlace, "first")]
    public async Task However_it_is_killed_the_next_start_finds_one_of_the_two_states_whole(RestoreStep step, string mark)
    {
        using var saved = await ChangedAsync();
        var backup = saved.Target.All().Single();
        using (var child = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "CrashingRestorer.dll"), backup.Folder, saved.State.Path, step.ToString()]))!)
        {
            await child.WaitForExitAsync();
            child.ExitCode.ShouldNotBe(0);
        }

        Restoration.Finish(saved.State);
        SavedState.MarkOf(saved.State).ShouldBe(mark);
        await using (var store = await TestStore.OpenAsync(saved.State.Database, sectors: false)) store.Rows("PRAGMA integrity_check").Single()[0].ShouldBe("ok");

        // And it can be done again.
        (await saved.RestoreAsync(backup.Folder)).Value();
        SavedState.MarkOf(saved.State).ShouldBe("first");
        Directory.EnumerateDirectories(saved.Folder).ShouldNotContain(folder => folder.EndsWith(".restoring", StringComparison.Ordinal) || folder.EndsWith(".restored", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("socialwork.db")]
    [InlineData("keys/key-1.xml")]
    [InlineData("plans/plan-2026.json")]
    [InlineData("modules.json")]
    [InlineData("audit-heads.jsonl")]
    [InlineData("manifest.json")]
    [InlineData("the attached file")]
    public async Task A_changed_byte_is_found_and_named_wherever_it_is(string file)
    {
        using var saved = await ChangedAsync();
        var backup = saved.Target.All().Single();
        var path = PathOf(saved, backup, file);
        var bytes = await File.ReadAllBytesAsync(path);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(path, bytes);
        await RefusedAsync(saved, backup, Path.GetFileName(path));
    }

    [Theory]
    [InlineData("socialwork.db")]
    [InlineData("keys/key-1.xml")]
    [InlineData("manifest.json")]
    [InlineData("manifest.json.sha256")]
    [InlineData("the attached file")]
    public async Task A_missing_file_is_found_and_named(string file)
    {
        using var saved = await ChangedAsync();
        var backup = saved.Target.All().Single();
        var path = PathOf(saved, backup, file);
        File.Delete(path);
        await RefusedAsync(saved, backup, Path.GetFileName(path));
    }

    [Fact]
    public async Task A_database_that_was_cut_off_is_found()
    {
        using var saved = await ChangedAsync();
        var backup = saved.Target.All().Single();
        await using (var file = new FileStream(new StateFolder(backup.Folder).Database, FileMode.Open)) file.SetLength(file.Length / 2);
        await RefusedAsync(saved, backup, "bytes instead of");
    }

    [Theory]
    [InlineData("schema", "99990101000000_Later", "newer than this product")]
    [InlineData("format", 2, "newer than this product")]
    public async Task A_backup_of_a_newer_product_is_refused(string name, object value, string said)
    {
        using var saved = await ChangedAsync();
        var backup = saved.Target.All().Single();
        await RewriteAsync(backup, manifest => manifest[name] = JsonSerializer.SerializeToNode(value));
        await RefusedAsync(saved, backup, said);
    }

    [Theory]
    [InlineData("../outside.txt")]
    [InlineData("/etc/outside.txt")]
    [InlineData("keys/../../outside.txt")]
    public async Task A_manifest_that_points_out_of_its_folder_is_refused(string path)
    {
        using var saved = await ChangedAsync();
        var backup = saved.Target.All().Single();
        await RewriteAsync(backup, manifest => manifest["files"]![0]!["path"] = path);
        await RefusedAsync(saved, backup, "lies outside the backup");
    }

    [Fact]
    public async Task A_folder_that_is_no_backup_is_named()
    {
        using var saved = await ChangedAsync();
        (await saved.RestoreAsync(saved.Folder)).Refusal().Message.En.ShouldContain(saved.Folder);
        SavedState.MarkOf(saved.State).ShouldBe("second");
    }

    // A state whose one backup is of before its last change.
    private static async Task<SavedState> ChangedAsync()
    {
        var saved = await SavedState.MakeAsync();
        await saved.BackUpAsync();
        await using var store = await TestStore.OpenAsync(saved.State.Database, sectors: false);
        await SavedState.MarkAsync(store, "second");
        return saved;
    }

    private static async Task RefusedAsync(SavedState saved, Backup backup, string said)
    {
        (await saved.RestoreAsync(backup.Folder)).Refusal().Message.En.ShouldContain(said);
        SavedState.MarkOf(saved.State).ShouldBe("second");
        Directory.EnumerateDirectories(saved.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(["backups", "main"]);
    }

    private static string PathOf(SavedState saved, Backup backup, string file) => file == "the attached file"
        ? Directory.EnumerateFiles(saved.Target.Path, SavedState.Attached, SearchOption.AllDirectories).Single()
        : Path.Combine(backup.Folder, file);

    // As somebody would who also knows how the manifest is sealed.
    private static async Task RewriteAsync(Backup backup, Action<JsonNode> change)
    {
        var file = Path.Combine(backup.Folder, "manifest.json");
        var manifest = JsonNode.Parse(await File.ReadAllTextAsync(file))!;
        change(manifest);
        await File.WriteAllTextAsync(file, manifest.ToJsonString());
        await File.WriteAllTextAsync(file + ".sha256", Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(await File.ReadAllBytesAsync(file))) + "  manifest.json\n");
    }
}
