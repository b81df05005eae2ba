using System.Reflection;

namespace SocialWork.Modules.Loading;

/// <summary>The one place where a plugin's code enters the process; another loading library fits in here. Safe for concurrent use.</summary>
public interface IPluginLoader
{
    /// <summary>Loads a plugin's main assembly into a context of its own, whose private libraries come from the same folder.</summary>
    /// <param name="assemblyPath">The assembly's full path.</param>
    /// <exception cref="Exception">Whatever the runtime throws for a file that is not a loadable assembly.</exception>
    PluginAssembly Load(string assemblyPath);
}

/// <summary>A loaded plugin. Whoever asked for it disposes it, which asks the runtime to unload; that happens when nothing refers to it any more.</summary>
/// <param name="assembly">The main assembly.</param>
/// <param name="unload">Asks for the unload.</param>
public sealed class PluginAssembly(Assembly assembly, Action unload) : IDisposable
{
    /// <summary>The main assembly.</summary>
    public Assembly Assembly { get; } = assembly;

    /// <inheritdoc/>
    public void Dispose() => unload();
}
