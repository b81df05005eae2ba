using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace SocialWork.Persistence.Backups;

/// <summary>
/// A folder of backups: one folder each, named by moment, and <c>files/</c> with the attached files of all of them, each once
/// under the hash of its content. What is not whole yet has another name. One writer at a time, readers at any time.
/// </summary>
/// <param name="path">The folder; made by the first backup.</param>
public sealed class BackupTarget(string path)
{
    internal const string ManifestFile = "manifest.json";
    internal const string ManifestHashFile = "manifest.json.sha256";
    private const string Unfinished = ".unfinished-";

    // What holds everybody's data is nobody else's to read.
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>The folder.</summary>
    public string Path => path;

    /// <summary>Where the attached files of its backups lie.</summary>
    internal string Files => System.IO.Path.Combine(path, "files");

    /// <summary>The folder of backups that a backup is one of.</summary>
    internal static BackupTarget Around(string backup) => new(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(backup)) ?? backup);

    /// <summary>Every whole backup, newest first. Nothing of their files is checked; a folder whose manifest cannot be read is left out.</summary>
    public ImmutableArray<Backup> All() => !Directory.Exists(path) ? [] :
    [
        .. Directory.EnumerateDirectories(path)
            .Where(folder => !System.IO.Path.GetFileName(folder).StartsWith('.'))
            .Select(Peek)
            .OfType<Backup>()
            .OrderByDescending(backup => backup.Manifest.At)
            .ThenByDescending(backup => backup.Name, StringComparer.Ordinal),
    ];

    /// <summary>Makes the folder and keeps other writers away until the answer is disposed; null where there is one already.</summary>
    internal FileStream? Open()
    {
        MakeFolder(path);
        try
        {
            return new FileStream(System.IO.Path.Combine(path, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(System.IO.Path.Combine(path, ".lock")))
        {
            return null;
        }
    }

    /// <summary>An empty folder for what is not whole yet. Only while <see cref="Open"/> is held.</summary>
    internal string Begin()
    {
        var folder = System.IO.Path.Combine(path, Unfinished + "backup");
        // A process that died left it.
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        MakeFolder(folder);
        return folder;
    }

    /// <summary>Gives a whole backup its name. One that is there already is never replaced.</summary>
    internal Backup Finish(string unfinished, BackupManifest manifest)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(manifest, BackupManifest.Json);
        Write(System.IO.Path.Combine(unfinished, ManifestFile), bytes);
        Write(System.IO.Path.Combine(unfinished, ManifestHashFile), Encoding.ASCII.GetBytes($"{Convert.ToHexStringLower(SHA256.HashData(bytes))}  {ManifestFile}\n"));
        var name = manifest.At.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var folder = System.IO.Path.Combine(path, name);
        for (var again = 2; Directory.Exists(folder); again++) folder = System.IO.Path.Combine(path, string.Create(CultureInfo.InvariantCulture, $"{name}-{again}"));
        Directory.Move(unfinished, folder);
        return new Backup(folder, manifest);
    }

    /// <summary>Removes backups, what was never finished, and the attached files that no backup needs any more. Only while <see cref="Open"/> is held.</summary>
    internal void Remove(IEnumerable<Backup> backups)
    {
        foreach (var backup in backups)
        {
            // Under another name first: one that is half removed must not look whole.
            var gone = System.IO.Path.Combine(path, Unfinished + backup.Name);
            Directory.Move(backup.Folder, gone);
        }

        foreach (var unfinished in Directory.EnumerateDirectories(path, Unfinished + "*").ToArray()) Directory.Delete(unfinished, recursive: true);
        RemoveFilesExcept([.. All().SelectMany(backup => backup.Manifest.Attachments).Select(attachment => attachment.Id)]);
    }

    private void RemoveFilesExcept(HashSet<string> needed)
    {
        if (!Directory.Exists(Files)) return;
        // A backup whose manifest cannot be read may need any of them.
        if (Directory.EnumerateDirectories(path).Any(folder => folder != Files && Peek(folder) is null)) return;
        foreach (var file in Directory.EnumerateFiles(Files, "*", SearchOption.AllDirectories).Where(file => !needed.Contains(System.IO.Path.GetFileName(file))).ToArray()) File.Delete(file);
    }

    private static Backup? Peek(string folder)
    {
        try
        {
            return JsonSerializer.Deserialize<BackupManifest>(File.ReadAllBytes(System.IO.Path.Combine(folder, ManifestFile)), BackupManifest.Json) is { } manifest ? new Backup(folder, manifest) : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    private static void MakeFolder(string folder)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, OwnerOnly);
    }

    private static void Write(string file, byte[] content)
    {
        using var stream = new FileStream(file, FileMode.CreateNew, FileAccess.Write);
        stream.Write(content);
        stream.Flush(flushToDisk: true);
    }
}
