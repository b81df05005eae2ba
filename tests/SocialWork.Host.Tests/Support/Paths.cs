using System.Reflection;

namespace SocialWork.Host.Tests.Support;

/// <summary>Where the build put things.</summary>
internal static class Paths
{
    /// <summary>A plugin that hangs when it calculates, in the place of the culture sector.</summary>
    public static string HangingCalculationPlugin { get; } =
        typeof(Paths).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == nameof(HangingCalculationPlugin)).Value!;

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
