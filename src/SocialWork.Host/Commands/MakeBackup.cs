using System.Globalization;
using SocialWork.Core;
using SocialWork.Host.Composition;
using SocialWork.Persistence.Backups;

namespace SocialWork.Host.Commands;

/// <summary><c>backup [--to FOLDER]</c> with the host's own settings: saves the state, also while the host runs.</summary>
internal static class MakeBackup
{
    public const string Name = "backup";

    private const string To = "--to";

    /// <summary>Makes a backup: 0 where it holds everything, <see cref="Command.Failed"/> where none was made, <see cref="Command.Faulty"/> where attached files were missing.</summary>
    /// <exception cref="SettingsException">A setting is wrong.</exception>
    public static async Task<int> RunAsync(string[] args, TextWriter output, CancellationToken cancellationToken)
    {
        var (folder, others) = CommandOptions.Take(args, To, "a folder");
        var settings = SocialWorkHost.Settings(others);
        Restoration.Finish(settings.State);
        var maker = new BackupMaker(settings.State, ProductVersion.Text, new(TimeProvider.System), Disk.FreeSpace);
        // Into a folder that is named here nothing is ever removed from it.
        var made = folder is null
            ? await new BackupKeeper(maker, new BackupTarget(settings.BackupsFolder), settings.BackupRetention).MakeAsync(BackupReason.Asked, cancellationToken)
            : await maker.MakeAsync(new BackupTarget(Path.GetFullPath(folder)), BackupReason.Asked, cancellationToken);
        if (made is not Result<Backup>.Ok { Value: var backup }) return await Command.RefuseAsync(made);
        var manifest = backup.Manifest;
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{backup.Folder}: {manifest.Files.Length} files and {manifest.Attachments.Length} attached files, {manifest.Size / 1048576.0:0.0} MB, the log up to row {manifest.Log?.Seq ?? 0}.").AsMemory(), cancellationToken);
        foreach (var id in manifest.Missing) await output.WriteLineAsync($"Attached file {id} is missing or damaged and is NOT in the backup.".AsMemory(), cancellationToken);
        return manifest.Missing.IsEmpty ? 0 : Command.Faulty;
    }
}
