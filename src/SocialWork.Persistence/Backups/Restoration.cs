using System.Globalization;
using System.Text.Json;
using SocialWork.Core;
using SocialWork.Core.Time;
using SocialWork.Persistence.Auditing;
using SocialWork.Persistence.Writing;

namespace SocialWork.Persistence.Backups;

/// <summary>A step of a restoration, for whoever follows it.</summary>
public enum RestoreStep
{
    /// <summary>The backup was read and is what was written.</summary>
    Checked,

    /// <summary>Its files lie beside the present state, not complete yet.</summary>
    Copied,

    /// <summary>They are complete and wait to take the present state's place.</summary>
    Complete,

    /// <summary>The present state was moved aside.</summary>
    MovedAside,

    /// <summary>The restored state is in its place.</summary>
    InPlace,
}

/// <summary>A state that was put back.</summary>
/// <param name="Backup">What it was put back from.</param>
/// <param name="MovedTo">Where the state before it lies now; null where there was none.</param>
public sealed record Restored(Backup Backup, string? MovedTo);

/// <summary>
/// Puts a backup in the place of an installation's state, which is moved aside and never deleted. However it is interrupted, the
/// next start finds the state as it was or the restored one, whole. Not while a host runs.
/// </summary>
/// <param name="state">The state.</param>
/// <param name="clock">Says when.</param>
/// <param name="progress">Told of each step that is done; null for nobody.</param>
public sealed class Restoration(StateFolder state, CityClock clock, IProgress<RestoreStep>? progress = null)
{
    /// <summary>Finishes what was interrupted after the present state was moved aside; to be called before the state is looked at.</summary>
    public static void Finish(StateFolder state)
    {
        if (Directory.Exists(state.Restored) && !Directory.Exists(state.Path)) Directory.Move(state.Restored, state.Path);
    }

    /// <summary>Puts a backup back.</summary>
    /// <exception cref="DatabaseInUseException">A host has the state.</exception>
    public async Task<Result<Restored>> RestoreAsync(string folder, CancellationToken cancellationToken)
    {
        Finish(state);
        await using var alone = Directory.Exists(state.Path) ? DatabaseLock.Take(state.Database) : null;
        var read = await BackupReader.ReadAsync(folder, cancellationToken);
        if (read is not Result<Backup>.Ok { Value: var backup }) return ((Result<Backup>.No)read).Refusal;
        progress?.Report(RestoreStep.Checked);
        var movedTo = Directory.Exists(state.Path) ? Aside() : null;
        try
        {
            await CopyAsync(backup, movedTo, cancellationToken);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Remove(state.Restoring);
            return BackupRefusals.NotRestored(state.Path, fault.Message);
        }

        // Windows moves no folder in which a file is open.
        if (OperatingSystem.IsWindows() && alone is not null) await alone.DisposeAsync();
        Directory.Move(state.Restoring, state.Restored);
        progress?.Report(RestoreStep.Complete);
        if (movedTo is not null) Directory.Move(state.Path, movedTo);
        progress?.Report(RestoreStep.MovedAside);
        Finish(state);
        if (Directory.Exists(state.Restored)) return BackupRefusals.NotRestored(state.Path, "a host was started meanwhile.");
        progress?.Report(RestoreStep.InPlace);
        return new Restored(backup, movedTo);
    }

    private async Task CopyAsync(Backup backup, string? movedTo, CancellationToken cancellationToken)
    {
        // What an interrupted restoration left is a copy of a backup, and nothing else has it.
        Remove(state.Restored);
        Remove(state.Restoring);
        var staged = new StateFolder(state.Restoring);
        foreach (var file in backup.Manifest.Files) await PutAsync(Path.Combine(backup.Folder, file.Path), staged.In(file.Path), file.Sha256, cancellationToken);
        var attached = BackupTarget.Around(backup.Folder).Files;
        foreach (var (id, _) in backup.Manifest.Attachments)
            await PutAsync(Path.Combine(attached, id[..2], id), Path.Combine(staged.Files, id[..2], id), id, cancellationToken);
        progress?.Report(RestoreStep.Copied);
        await RestoredNote.WriteAsync(staged, new RestoredNote(backup.Name, backup.Manifest.At, clock.Now, movedTo, LogOf(state)), cancellationToken);
    }

    private static async Task PutAsync(string from, string to, string sha256, CancellationToken cancellationToken)
    {
        var (hash, _) = await HashedFile.CopyAsync(from, to, cancellationToken);
        if (hash != sha256) throw new IOException($"{from} changed while it was copied.");
    }

    // Of the log that is moved aside the newest anchor is noted: what it held beyond the backup can be proved by it.
    private static AuditAnchor? LogOf(StateFolder state)
    {
        try
        {
            return new AuditAnchors(state.Anchors).Last();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private string Aside()
    {
        var name = state.Path + ".before-" + CityClock.InCity(clock.Now).ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        var free = name;
        for (var again = 2; Directory.Exists(free); again++) free = string.Create(CultureInfo.InvariantCulture, $"{name}-{again}");
        return free;
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }
}

/// <summary>Says in a restored state what was done, until the next start has put it into the audit log.</summary>
/// <param name="Backup">The backup's name.</param>
/// <param name="Of">When the backup began.</param>
/// <param name="At">When it was put back.</param>
/// <param name="MovedTo">Where the state before it lies; null where there was none.</param>
/// <param name="LogBefore">The newest anchor of the log before it; null where there was none.</param>
public sealed record RestoredNote(string Backup, DateTimeOffset Of, DateTimeOffset At, string? MovedTo, AuditAnchor? LogBefore)
{
    /// <summary>The note of a state; null where there is none.</summary>
    public static async Task<RestoredNote?> ReadAsync(StateFolder state, CancellationToken cancellationToken) =>
        File.Exists(state.RestoredNote) ? JsonSerializer.Deserialize<RestoredNote>(await File.ReadAllBytesAsync(state.RestoredNote, cancellationToken), BackupManifest.Json) : null;

    /// <summary>Removes the note of a state.</summary>
    public static void Remove(StateFolder state) => File.Delete(state.RestoredNote);

    internal static Task WriteAsync(StateFolder state, RestoredNote note, CancellationToken cancellationToken) =>
        File.WriteAllBytesAsync(state.RestoredNote, JsonSerializer.SerializeToUtf8Bytes(note, BackupManifest.Json), cancellationToken);
}
