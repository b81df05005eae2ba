using System.Reflection;
using System.Security.Cryptography;

namespace SocialWork.Modules.Tests.Support;

/// <summary>A plugins folder and a data folder of one test's own, deleted when it ends.</summary>
internal sealed class PluginStage : IDisposable
{
    private static readonly string FixturesFolder = Metadata("FixturesFolder");
    private static readonly string FixturesOutput = Metadata("FixturesOutput");
    private readonly string _root = Directory.CreateTempSubdirectory("modules-test-").FullName;

    public string Plugins => Path.Combine(_root, "plugins");

    public string Data => Path.Combine(_root, "data");

    public string StoreFile => Path.Combine(Data, "modules.json");

    public static string Built(string fixture) => Path.Combine(FixturesFolder, fixture, FixturesOutput);

    /// <summary>Copies a built fixture into the plugins folder and returns where.</summary>
    public string Add(string fixture, string? folder = null)
    {
        var target = Path.Combine(Plugins, folder ?? fixture);
        foreach (var file in Directory.EnumerateFiles(Built(fixture), "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(target, Path.GetRelativePath(Built(fixture), file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }

        return target;
    }

    /// <summary>A folder with nothing but this plugin.json.</summary>
    public string AddManifest(string folder, string json)
    {
        var target = Path.Combine(Plugins, folder);
        Directory.CreateDirectory(target);
        File.WriteAllText(Path.Combine(target, "plugin.json"), json);
        return target;
    }

    /// <summary>Changes plugin.json and records the files anew, as another build would.</summary>
    public static void Rebuild(string folder, string from, string to)
    {
        var path = Path.Combine(folder, "plugin.json");
        File.WriteAllText(path, File.ReadAllText(path).Replace(from, to, StringComparison.Ordinal));
        Seal(folder);
    }

    /// <summary>Writes plugin.sha256 as the build does.</summary>
    public static void Seal(string folder)
    {
        var record = Path.Combine(folder, "plugin.sha256");
        File.Delete(record);
        File.WriteAllLines(record, Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => $"{Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))}  {Path.GetRelativePath(folder, file)}").ToArray());
    }

    /// <summary>Flips one byte, written beside and renamed as an attacker with sense would.</summary>
    public static void Corrupt(string file)
    {
        var bytes = File.ReadAllBytes(file);
        bytes[bytes.Length / 2] ^= 0xFF;
        File.WriteAllBytes(file + ".new", bytes);
        File.Move(file + ".new", file, overwrite: true);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static string Metadata(string key) =>
        typeof(PluginStage).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(entry => entry.Key == key).Value!;
}
