using Microsoft.Extensions.DependencyInjection;
using SocialWork.Abstractions;

namespace SocialWork.Fixtures;

/// <summary>Its handler blocks its thread for as long as the register does.</summary>
public sealed class Module : ISectorModule
{
    /// <inheritdoc/>
    public void ConfigureServices(IServiceCollection services) { }
}
