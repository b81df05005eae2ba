namespace SocialWork.Modules.Loading;

/// <summary>Which assemblies a plugin takes from the host. Immutable.</summary>
internal sealed class SharedAssemblies
{
    private static readonly string[] FrameworkPrefixes = ["System.", "Microsoft.Win32.", "Microsoft.VisualBasic"];
    private static readonly string[] FrameworkNames = ["System", "mscorlib", "netstandard", "Microsoft.CSharp", "WindowsBase"];
    private readonly HashSet<string>? _ofHost;

    private SharedAssemblies(HashSet<string>? ofHost) => _ofHost = ofHost;

    /// <summary>What this process offers.</summary>
    public static SharedAssemblies OfThisProcess()
    {
        var trusted = AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string;
        var names = trusted?.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Select(path => Path.GetFileNameWithoutExtension(path));
        return new SharedAssemblies(names?.ToHashSet(StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Whether both sides must see the assembly as one. A Microsoft.Extensions library that the host does not have stays private to the plugin.</summary>
    public bool Contains(string name) =>
        name is "SocialWork.Abstractions" or "MediatR"
        || (name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal) && (_ofHost is null || _ofHost.Contains(name)));

    /// <summary>Whether the name is one of the base library's.</summary>
    public static bool IsFramework(string name) =>
        FrameworkNames.Contains(name, StringComparer.Ordinal) || FrameworkPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal));
}
