using System.Reflection;

namespace SocialWork.Benchmarks.Support;

/// <summary>What the host's build left beside the host.</summary>
internal static class HostOutput
{
    public static string Folder { get; } =
        typeof(HostOutput).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(entry => entry.Key == "HostOutput").Value!;

    public static string Plugins => Path.Combine(Folder, "plugins");

    public static string Executable => Path.Combine(Folder, "SocialWork.Host.dll");
}
