using Microsoft.Extensions.DependencyInjection;
using SocialWork.Abstractions;

namespace SocialWork.Plugins.HomeAffairs;

/// <summary>The entry of the home affairs sector.</summary>
public sealed class HomeAffairsModule : ISectorModule
{
    /// <inheritdoc/>
    public void ConfigureServices(IServiceCollection services) { }
}
