using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SocialWork.Core;
using SocialWork.Persistence.Model;

namespace SocialWork.Persistence.Backups;

/// <summary>Says whether a backup is what was written and can be put back. Only reads; safe for concurrent use.</summary>
public static class BackupReader
{
    /// <summary>Reads every byte of a backup; refuses one that is changed, incomplete, damaged, or of a newer product, and names what is wrong.</summary>
    public static async Task<Result<Backup>> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        try
        {
            var read = await ManifestAsync(folder, cancellationToken);
            if (read is not Result<BackupManifest>.Ok { Value: var manifest }) return ((Result<BackupManifest>.No)read).Refusal;
            if (manifest.Format > BackupManifest.CurrentFormat || !IsKnown(manifest.Schema)) return BackupRefusals.TooNew(manifest);
            var faults = await FaultsAsync(folder, manifest, cancellationToken);
            return faults.IsEmpty ? new Backup(Path.GetFullPath(folder), manifest) : BackupRefusals.Broken(folder, faults);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException)
        {
            return BackupRefusals.NoBackup(folder, fault.Message);
        }
    }

    private static async Task<Result<BackupManifest>> ManifestAsync(string folder, CancellationToken cancellationToken)
    {
        var bytes = await File.ReadAllBytesAsync(Path.Combine(folder, BackupTarget.ManifestFile), cancellationToken);
        var expected = await File.ReadAllTextAsync(Path.Combine(folder, BackupTarget.ManifestHashFile), cancellationToken);
        if (!expected.StartsWith(Convert.ToHexStringLower(SHA256.HashData(bytes)), StringComparison.Ordinal)) return BackupRefusals.ManifestChanged(folder);
        return JsonSerializer.Deserialize<BackupManifest>(bytes, BackupManifest.Json) ?? throw new JsonException("The manifest is empty.");
    }

    private static bool IsKnown(string? schema)
    {
        using var db = new SocialWorkDb(new DbContextOptionsBuilder<SocialWorkDb>().UseSqlite("Data Source=:memory:").Options);
        return schema is null || string.CompareOrdinal(schema, db.Database.GetMigrations().Last()) <= 0;
    }

    private static async Task<ImmutableArray<string>> FaultsAsync(string folder, BackupManifest manifest, CancellationToken cancellationToken)
    {
        var faults = ImmutableArray.CreateBuilder<string>();
        foreach (var file in manifest.Files)
        {
            if (!IsBelow(file.Path)) faults.Add($"{file.Path}: lies outside the backup");
            else if (await FaultAsync(Path.Combine(folder, file.Path), file.Size, file.Sha256, cancellationToken) is { } fault) faults.Add($"{file.Path}: {fault}");
        }

        var attached = BackupTarget.Around(folder).Files;
        foreach (var attachment in manifest.Attachments)
        {
            if (!Core.Attachments.Attachment.IsId(attachment.Id)) faults.Add($"files/{attachment.Id}: is not the name of an attached file");
            else if (await FaultAsync(Path.Combine(attached, attachment.Id[..2], attachment.Id), attachment.Size, attachment.Id, cancellationToken) is { } fault)
                faults.Add($"../files/{attachment.Id[..2]}/{attachment.Id}: {fault}");
        }

        var database = Path.Combine(folder, Path.GetFileName(new StateFolder(folder).Database));
        if (faults.Count == 0) faults.AddRange((await Task.Run(() => DatabaseFaults(database), cancellationToken)).Select(fault => $"{Path.GetFileName(database)}: {fault}"));
        return faults.ToImmutable();
    }

    private static ImmutableArray<string> DatabaseFaults(string file)
    {
        try
        {
            return new SavedDatabase(file).Faults();
        }
        catch (SqliteException fault)
        {
            return [fault.Message];
        }
    }

    private static async Task<string?> FaultAsync(string file, long size, string sha256, CancellationToken cancellationToken)
    {
        if (!File.Exists(file)) return "is missing";
        var (hash, found) = await HashedFile.ReadAsync(file, cancellationToken);
        if (found != size) return FormattableString.Invariant($"has {found} bytes instead of {size}");
        return hash == sha256 ? null : "was changed";
    }

    // What a manifest names is written below the state folder, and nowhere else.
    private static bool IsBelow(string path) => !Path.IsPathRooted(path) && path.Split('/', '\\').All(part => part is not ("" or "." or ".."));
}
