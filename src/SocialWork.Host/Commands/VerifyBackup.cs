using System.Globalization;
using SocialWork.Core;
using SocialWork.Host.Composition;
using SocialWork.Persistence.Backups;

namespace SocialWork.Host.Commands;

/// <summary><c>verify-backup --from BACKUP</c>: reads every byte of a backup and says whether it could be put back. Changes nothing.</summary>
internal static class VerifyBackup
{
    public const string Name = "verify-backup";

    /// <summary>Verifies a backup: 0 where it is whole, <see cref="Command.Faulty"/> where it is not.</summary>
    /// <exception cref="SettingsException">A setting is wrong.</exception>
    public static async Task<int> RunAsync(string[] args, TextWriter output, CancellationToken cancellationToken)
    {
        var (folder, others) = CommandOptions.Need(args, Restore.From, Restore.WhatFrom);
        _ = SocialWorkHost.Settings(others);
        var read = await BackupReader.ReadAsync(folder, cancellationToken);
        if (read is not Result<Backup>.Ok { Value: var backup })
        {
            await Command.RefuseAsync(read);
            return Command.Faulty;
        }

        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{backup.Folder} is whole: {Restore.MomentOf(backup)}, {backup.Manifest.Attachments.Length} attached files, {backup.Manifest.Missing.Length} were missing when it was made.").AsMemory(), cancellationToken);
        return 0;
    }
}
