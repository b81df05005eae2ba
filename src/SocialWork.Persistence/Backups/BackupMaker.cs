using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using SocialWork.Core;
using SocialWork.Core.Time;
using SocialWork.Persistence.Auditing;

namespace SocialWork.Persistence.Backups;

/// <summary>How many bytes a disk has left for a folder; injected so that a full disk can be tried.</summary>
/// <param name="folder">A folder that is there.</param>
public delegate long FreeSpace(string folder);

/// <summary>
/// Saves an installation's state into a folder of backups, also while a host writes it: the database as it is at one moment,
/// every attached file that it knows, the keys, the plan files, the state of the modules and the anchors of the audit log.
/// What fails leaves nothing that looks like a backup. Safe for concurrent use.
/// </summary>
/// <param name="state">What is saved.</param>
/// <param name="product">The product's version, to be noted.</param>
/// <param name="clock">Says when it began.</param>
/// <param name="free">Asked before anything large is written.</param>
public sealed class BackupMaker(StateFolder state, string product, CityClock clock, FreeSpace free)
{
    /// <summary>Left free on the disk beside the backup: 64 MB.</summary>
    public const long Spare = 64L << 20;

    /// <summary>Makes a backup.</summary>
    /// <param name="target">Where to.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Gives up; nothing is left then.</param>
    public async Task<Result<Backup>> MakeAsync(BackupTarget target, BackupReason reason, CancellationToken cancellationToken)
    {
        if (!File.Exists(state.Database)) return BackupRefusals.NoDatabase(state.Database);
        try
        {
            await using var alone = target.Open();
            if (alone is null) return BackupRefusals.Busy(target.Path);
            var folder = target.Begin();
            try
            {
                var made = await FillAsync(target, folder, reason, cancellationToken);
                return made is Result<BackupManifest>.Ok { Value: var manifest } ? target.Finish(folder, manifest) : ((Result<BackupManifest>.No)made).Refusal;
            }
            finally
            {
                if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or SqliteException)
        {
            return BackupRefusals.Failed(target.Path, fault.Message);
        }
    }

    private async Task<Result<BackupManifest>> FillAsync(BackupTarget target, string folder, BackupReason reason, CancellationToken cancellationToken)
    {
        var at = clock.Now;
        if (Lacks(target, new FileInfo(state.Database).Length) is { } tooFull) return tooFull;
        var copy = Path.Combine(folder, Path.GetFileName(state.Database));
        var database = await Task.Run(() => SavedDatabase.Copy(state.Database, copy), cancellationToken);
        var faults = await Task.Run(database.Faults, cancellationToken);
        if (faults is [var fault, ..]) return BackupRefusals.Damaged(state.Database, fault);
        // Files come after the database: one that it knows was in its place before.
        var known = database.Attachments();
        if (Lacks(target, known.Where(attachment => !IsSaved(PlaceOf(target, attachment.Id), attachment.Size)).Sum(attachment => attachment.Size)) is { } stillTooFull) return stillTooFull;
        var attachments = await SaveAsync(target, known, cancellationToken);
        foreach (var other in state.Others()) await HashedFile.CopyAsync(state.In(other), Path.Combine(folder, other), cancellationToken);
        var log = database.Log(at);
        SaveAnchors(Path.Combine(folder, Path.GetFileName(state.Anchors)), log);
        return new BackupManifest
        {
            Format = BackupManifest.CurrentFormat,
            Product = product,
            Schema = database.Schema(),
            At = at,
            Reason = reason,
            Log = log,
            Files = await ListAsync(folder, cancellationToken),
            Attachments = attachments,
            Missing = [.. known.Select(attachment => attachment.Id).Except(attachments.Select(attachment => attachment.Id), StringComparer.Ordinal)],
        };
    }

    // Those that were saved. A file that is gone or damaged must not keep everything else from being saved.
    private async Task<ImmutableArray<BackupAttachment>> SaveAsync(BackupTarget target, ImmutableArray<BackupAttachment> known, CancellationToken cancellationToken)
    {
        var saved = ImmutableArray.CreateBuilder<BackupAttachment>(known.Length);
        foreach (var attachment in known)
        {
            var (from, to) = (Path.Combine(state.Files, attachment.Id[..2], attachment.Id), PlaceOf(target, attachment.Id));
            if (IsSaved(to, attachment.Size) || await PutAsync(from, to, attachment.Id, cancellationToken)) saved.Add(attachment);
        }

        return saved.ToImmutable();
    }

    private static async Task<bool> PutAsync(string from, string to, string id, CancellationToken cancellationToken)
    {
        if (!File.Exists(from)) return false;
        var unfinished = to + ".unfinished";
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        File.Delete(unfinished);
        try
        {
            var (hash, _) = await HashedFile.CopyAsync(from, unfinished, cancellationToken);
            if (hash != id) return false;
            File.Move(unfinished, to, overwrite: true);
            return true;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    // Only those that the saved log reaches: a later one would say that its end was cut off.
    private void SaveAnchors(string file, AuditAnchor? log)
    {
        if (log is null) return;
        var anchors = new AuditAnchors(file);
        foreach (var anchor in new AuditAnchors(state.Anchors).Read().All.Where(anchor => anchor.Seq <= log.Seq)) anchors.Add(anchor);
        anchors.Add(log);
    }

    private static async Task<ImmutableArray<BackupFile>> ListAsync(string folder, CancellationToken cancellationToken)
    {
        var files = ImmutableArray.CreateBuilder<BackupFile>();
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var (hash, size) = await HashedFile.ReadAsync(file, cancellationToken);
            files.Add(new BackupFile(Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/'), size, hash));
        }

        return files.ToImmutable();
    }

    private Refusal? Lacks(BackupTarget target, long bytes)
    {
        var available = free(target.Path);
        return available < bytes + Spare ? BackupRefusals.NoSpace(target.Path, bytes + Spare, available) : null;
    }

    private static bool IsSaved(string file, long size) => new FileInfo(file) is { Exists: true } saved && saved.Length == size;

    private static string PlaceOf(BackupTarget target, string id) => Path.Combine(target.Files, id[..2], id);
}
