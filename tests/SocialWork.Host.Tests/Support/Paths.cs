using System.Reflection;

namespace SocialWork.Host.Tests.Support;

/// <summary>Where the build put things.</summary>
internal static class Paths
{
    /// <summary>The build of a broken plugin.</summary>
    public static string FixturePlugin(string name) => Path.Combine(Metadata("FixturePlugins"), name, Metadata("FixtureOutput"));

    /// <summary>The folder that holds everything.</summary>
    public static string Repository => Metadata("Repository");

    /// <summary>Copies a folder with everything in it.</summary>
    public static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private static string Metadata(string key) =>
        typeof(Paths).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}

/// <summary>A folder of one test's own, gone when the test ends.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("socialwork-").FullName;

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // A module that is still unloading may hold a file for a moment; the folder is the system's to clean then.
        }
    }
}
