using System.Globalization;
using SocialWork.Core;
using SocialWork.Core.Auditing;
using SocialWork.Persistence.Backups;

namespace SocialWork.Host.Composition;

/// <summary>Makes the host's backups and puts them on record. Safe for concurrent use.</summary>
public sealed class BackupService(BackupKeeper backups, IAuditTrail trail, ILogger<BackupService> log)
{
    /// <summary>Who asks for a backup where nobody does.</summary>
    public const string Host = "product";

    /// <summary>Every backup there is, newest first.</summary>
    public IEnumerable<Backup> All() => backups.All();

    /// <summary>When the newest daily backup began; null where there is none.</summary>
    public DateTimeOffset? LastDaily() => backups.All().FirstOrDefault(backup => backup.Manifest.Reason == BackupReason.Daily)?.Manifest.At;

    /// <summary>Makes a backup.</summary>
    public async Task<Result<Backup>> MakeAsync(BackupReason reason, string by, CancellationToken cancellationToken)
    {
        var made = await backups.MakeAsync(reason, cancellationToken);
        if (made is not Result<Backup>.Ok { Value: var backup }) return made;
        log.LogInformation("Backed up to {Folder}: {Bytes} bytes", backup.Folder, backup.Manifest.Size);
        foreach (var id in backup.Manifest.Missing) log.LogCritical("Attached file {Id} is missing or damaged and is not in the backup {Name}", id, backup.Name);
        await trail.RecordAsync(new AuditEvent(by, AuditActions.Backup, "backup/" + backup.Name) { Details = string.Create(CultureInfo.InvariantCulture, $"{backup.Manifest.Size} bytes") }, cancellationToken);
        return backup;
    }

    /// <summary>Saves the data before they are changed for a newer version.</summary>
    /// <exception cref="InvalidOperationException">They cannot be saved.</exception>
    public async Task SaveBeforeMigrationAsync(CancellationToken cancellationToken)
    {
        // Not on record: the log is of the older version yet, too.
        if (await backups.MakeAsync(BackupReason.Migration, cancellationToken) is Result<Backup>.No { Refusal: var refusal })
            throw new InvalidOperationException("The data were not migrated, because they could not be backed up before. " + refusal.Message.En);
    }

    /// <summary>Puts into the log that the state was restored, where it was and is not there yet.</summary>
    public async Task RecordRestorationAsync(StateFolder state, CancellationToken cancellationToken)
    {
        if (await RestoredNote.ReadAsync(state, cancellationToken) is not { } note) return;
        var before = note.LogBefore is { } anchor ? string.Create(CultureInfo.InvariantCulture, $"; the log before it reached row {anchor.Seq}, hash {anchor.Hash}") : string.Empty;
        await trail.RecordAsync(new AuditEvent(Host, AuditActions.Restore, "backup/" + note.Backup) { Details = $"The state before it: {note.MovedTo ?? "none"}{before}" }, cancellationToken);
        RestoredNote.Remove(state);
        log.LogWarning("The state was restored from backup {Name}", note.Backup);
    }
}
