namespace SocialWork.Modules.Loading;

/// <summary>Loads plugins with the base library alone: a collectible <see cref="System.Runtime.Loader.AssemblyLoadContext"/> each. Safe for concurrent use.</summary>
public sealed class PluginLoader : IPluginLoader
{
    private readonly SharedAssemblies _shared = SharedAssemblies.OfThisProcess();

    /// <inheritdoc/>
    public PluginAssembly Load(string assemblyPath)
    {
        var context = new PluginLoadContext(assemblyPath, _shared);
        try
        {
            return new PluginAssembly(context.LoadFromAssemblyPath(assemblyPath), context.Unload);
        }
        catch
        {
            context.Unload();
            throw;
        }
    }
}
