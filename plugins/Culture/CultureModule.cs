using Microsoft.Extensions.DependencyInjection;
using SocialWork.Abstractions;

namespace SocialWork.Plugins.Culture;

/// <summary>The entry of the culture and sports sector.</summary>
public sealed class CultureModule : ISectorModule
{
    /// <inheritdoc/>
    public void ConfigureServices(IServiceCollection services) { }
}
