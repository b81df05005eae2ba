using System.Reflection;
using System.Runtime.Loader;

namespace SocialWork.Modules.Loading;

/// <summary>
/// A collectible context for one plugin. From the host it takes the framework and what both sides must see as one type:
/// the contract, MediatR and Microsoft.Extensions.*. All else comes from the plugin's folder or not at all, so that a
/// plugin never works by the accident of a library that the host happens to use.
/// </summary>
internal sealed class PluginLoadContext : AssemblyLoadContext
{
    private readonly AssemblyDependencyResolver _resolver;
    private readonly SharedAssemblies _shared;

    public PluginLoadContext(string assemblyPath, SharedAssemblies shared)
        : base(Path.GetFileNameWithoutExtension(assemblyPath), isCollectible: true)
    {
        _resolver = new AssemblyDependencyResolver(assemblyPath);
        _shared = shared;
    }

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var name = assemblyName.Name ?? string.Empty;
        if (_shared.Contains(name)) return null;
        var path = _resolver.ResolveAssemblyToPath(assemblyName);
        if (path is not null) return LoadFromAssemblyPath(path);
        if (!string.IsNullOrEmpty(assemblyName.CultureName) || SharedAssemblies.IsFramework(name)) return null;
        // Not FileNotFoundException: the runtime takes that for "ask the default context", which is what must not happen.
        throw new FileLoadException($"{name} is neither in the plugin's folder nor shared by the host.", name + ".dll");
    }

    /// <inheritdoc/>
    protected override nint LoadUnmanagedDll(string unmanagedDllName)
    {
        var path = _resolver.ResolveUnmanagedDllToPath(unmanagedDllName);
        return path is null ? nint.Zero : LoadUnmanagedDllFromPath(path);
    }
}
