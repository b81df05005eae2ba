using System.Globalization;
using SocialWork.Core;
using SocialWork.Core.Time;
using SocialWork.Host.Composition;
using SocialWork.Persistence.Backups;

namespace SocialWork.Host.Commands;

/// <summary><c>restore --from BACKUP</c> with the host's own settings: puts a backup in the place of the state. Not while the host runs.</summary>
internal static class Restore
{
    public const string Name = "restore";

    internal const string From = "--from";

    internal const string WhatFrom = "the folder of a backup, for example backups/main/20260101T193000Z";

    /// <summary>Restores: 0 where it was done, <see cref="Command.Failed"/> where nothing was changed.</summary>
    /// <exception cref="SettingsException">A setting is wrong.</exception>
    /// <exception cref="Persistence.Writing.DatabaseInUseException">The host runs.</exception>
    public static async Task<int> RunAsync(string[] args, TextWriter output, CancellationToken cancellationToken)
    {
        var (folder, others) = CommandOptions.Need(args, From, WhatFrom);
        var settings = SocialWorkHost.Settings(others);
        var result = await new Restoration(settings.State, new CityClock(TimeProvider.System)).RestoreAsync(folder, cancellationToken);
        if (result is not Result<Restored>.Ok { Value: var restored }) return await Command.RefuseAsync(result);
        await output.WriteLineAsync($"{settings.State.Path} is restored: {MomentOf(restored.Backup)}.".AsMemory(), cancellationToken);
        if (restored.MovedTo is { } aside) await output.WriteLineAsync($"The state before it was moved to {aside}; remove that folder when nothing in it is needed any more.".AsMemory(), cancellationToken);
        return 0;
    }

    /// <summary>Says of when a backup is, in the city's time.</summary>
    internal static string MomentOf(Backup backup) =>
        string.Create(CultureInfo.InvariantCulture, $"the state of {CityClock.InCity(backup.Manifest.At):yyyy-MM-dd HH:mm:ss zzz}, the log up to row {backup.Manifest.Log?.Seq ?? 0}");
}
