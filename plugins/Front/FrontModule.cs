using Microsoft.Extensions.DependencyInjection;
using SocialWork.Abstractions;

namespace SocialWork.Plugins.Front;

/// <summary>The entry of the Fatherland Front sector.</summary>
public sealed class FrontModule : ISectorModule
{
    /// <inheritdoc/>
    public void ConfigureServices(IServiceCollection services) { }
}
