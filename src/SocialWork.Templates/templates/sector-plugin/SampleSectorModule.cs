using Microsoft.Extensions.DependencyInjection;
using SocialWork.Abstractions;

namespace SampleSector;

/// <summary>The entry. The host finds the handlers by itself; add your own services here.</summary>
public sealed class SampleSectorModule : ISectorModule
{
    /// <inheritdoc/>
    public void ConfigureServices(IServiceCollection services) { }
}
