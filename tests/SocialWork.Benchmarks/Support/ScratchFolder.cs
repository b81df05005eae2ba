using Microsoft.Data.Sqlite;

namespace SocialWork.Benchmarks.Support;

/// <summary>A folder for one run, gone when it ends.</summary>
internal sealed class ScratchFolder : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("socialwork-benchmark-").FullName;

    public string Below(string name) => Directory.CreateDirectory(Path.Combine(_root, name)).FullName;

    /// <summary>A copy of a data folder that no host uses at the moment.</summary>
    public string Copy(string from, string name)
    {
        var to = Below(name);
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return to;
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        try
        {
            Directory.Delete(_root, recursive: true);
        }
        catch (IOException)
        {
            // A child that was just stopped may hold a file for a moment; the folder is the system's to clean then.
        }
    }
}
