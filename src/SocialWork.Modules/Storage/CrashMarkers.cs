namespace SocialWork.Modules.Storage;

/// <summary>
/// One small file per module whose code is run for the first time after a start. A file that is found at the next start
/// says that the process ended while that code ran. Safe for concurrent use with different ids.
/// </summary>
internal sealed class CrashMarkers(string dataFolder)
{
    private readonly string _folder = Path.Combine(dataFolder, "modules-starting");

    /// <summary>The modules that were running their first code when the process ended, in ordinal order.</summary>
    public string[] Found() =>
        Directory.Exists(_folder) ? [.. Directory.EnumerateFiles(_folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)] : [];

    /// <summary>Before the module's code runs.</summary>
    /// <exception cref="IOException">The data folder is not usable.</exception>
    public void Set(string id)
    {
        Directory.CreateDirectory(_folder);
        using var stream = new FileStream(Path.Combine(_folder, id), FileMode.Create, FileAccess.Write);
        stream.Flush(flushToDisk: true);
    }

    /// <summary>After the module's code ran, however it ended.</summary>
    public void Clear(string id)
    {
        if (Directory.Exists(_folder)) File.Delete(Path.Combine(_folder, id));
    }
}
