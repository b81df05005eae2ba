using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using SocialWork.Core.Sectors;
using SocialWork.Modules.Loading;

namespace SocialWork.Modules;

/// <summary>Adds the modules to a host.</summary>
public static class ModuleServices
{
    /// <summary>
    /// Adds <see cref="SectorCatalog"/>, also as <see cref="ISectorCatalog"/>. The host must await
    /// <see cref="SectorCatalog.StartAsync"/> before it says that it is ready; until then no module is known. Another
    /// <see cref="IPluginLoader"/> or <see cref="TimeProvider"/> that is registered before is used.
    /// </summary>
    public static IServiceCollection AddSectorModules(this IServiceCollection services, ModuleOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IPluginLoader, PluginLoader>();
        services.AddSingleton(provider => new SectorCatalog(
            options, provider.GetRequiredService<IPluginLoader>(), provider.GetRequiredService<ILoggerFactory>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ISectorCatalog>(provider => provider.GetRequiredService<SectorCatalog>());
        return services;
    }
}
