using System.Collections.Immutable;
using SocialWork.Core;

namespace SocialWork.Persistence.Backups;

/// <summary>The backups that an installation makes of itself, and which of them it keeps. Safe for concurrent use.</summary>
public sealed class BackupKeeper(BackupMaker maker, BackupTarget target, BackupRetention retention)
{
    /// <summary>Where they lie.</summary>
    public string Folder => target.Path;

    /// <summary>Every backup there is, newest first.</summary>
    public ImmutableArray<Backup> All() => target.All();

    /// <summary>Makes a backup, and then removes those that need not be kept any more; which a refusal never does.</summary>
    public async Task<Result<Backup>> MakeAsync(BackupReason reason, CancellationToken cancellationToken)
    {
        var made = await maker.MakeAsync(target, reason, cancellationToken);
        if (made is Result<Backup>.Ok)
        {
            await using var alone = target.Open();
            if (alone is not null) target.Remove(retention.Expired(target.All()));
        }

        return made;
    }
}
