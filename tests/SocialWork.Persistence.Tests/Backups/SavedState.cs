using System.Security.Cryptography;
using System.Text;
using SocialWork.Persistence.Backups;

namespace SocialWork.Persistence.Tests.Backups;

/// <summary>A state with some data, an attached file, a key, a plan file and the modules' states.</summary>
internal sealed class SavedState : IDisposable
{
    private readonly TempFolder _folder = new();

    /// <summary>What the attached file holds, and thereby its id.</summary>
    public static readonly string Attached = Convert.ToHexStringLower(SHA256.HashData("a scan"u8));

    public StateFolder State => new(Path.Combine(_folder.Path, "main"));

    public BackupTarget Target => TestStore.Target(_folder.Path);

    public string Folder => _folder.Path;

    /// <summary>Fills the state: one row by which it can be told from others.</summary>
    public static async Task<SavedState> MakeAsync(string mark = "first")
    {
        var made = new SavedState();
        Directory.CreateDirectory(made.State.Path);
        await using (var store = await TestStore.OpenAsync(made.State.Database, sectors: false)) await MarkAsync(store, mark);
        Put(Path.Combine(made.State.Files, Attached[..2], Attached), "a scan");
        Put(Path.Combine(made.State.Keys, "key-1.xml"), "<key/>");
        Put(Path.Combine(made.State.Keys, "key-2.tmp"), "<ke");
        Put(Path.Combine(made.State.Plans, "plan-2026.json"), "{}");
        Put(Path.Combine(made.State.Path, "modules.json"), "{\"modules\":[]}");
        Put(Path.Combine(made.State.Logs, "log-1.json"), "{}");
        return made;
    }

    /// <summary>Writes another row, as a host does.</summary>
    public static async Task MarkAsync(TestStore store, string mark)
    {
        await store.Gate.RunAsync(session => session.Execute($"INSERT OR REPLACE INTO attachments(Hash, Name, MediaType, Size, By, At) VALUES('{Attached}', '{mark}', 'application/pdf', 6, 'a', 0)"), CancellationToken.None);
        await store.Trail.RecordAsync(new Core.Auditing.AuditEvent("a", "Marked", mark), CancellationToken.None);
    }

    /// <summary>The newest row of a state.</summary>
    public static string MarkOf(StateFolder state) => (string)TestStore.Rows(new StorageOptions(state.Database), "SELECT Name FROM attachments ORDER BY Id DESC LIMIT 1").Single()[0]!;

    public async Task<Backup> BackUpAsync(BackupReason reason = BackupReason.Asked, FreeSpace? free = null) => (await TryAsync(reason, free)).Value();

    public Task<Core.Result<Backup>> TryAsync(BackupReason reason = BackupReason.Asked, FreeSpace? free = null, CancellationToken cancellationToken = default) =>
        new BackupMaker(State, "9.9.9", new Core.Time.CityClock(new TickingTime()), free ?? (_ => long.MaxValue)).MakeAsync(Target, reason, cancellationToken);

    public Task<Core.Result<Restored>> RestoreAsync(string backup) =>
        new Restoration(State, new Core.Time.CityClock(new TickingTime())).RestoreAsync(backup, CancellationToken.None);

    public void Dispose() => _folder.Dispose();

    private static void Put(string file, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }
}
