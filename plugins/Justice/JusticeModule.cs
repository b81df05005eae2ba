using Microsoft.Extensions.DependencyInjection;
using SocialWork.Abstractions;

namespace SocialWork.Plugins.Justice;

/// <summary>The entry of the justice sector.</summary>
public sealed class JusticeModule : ISectorModule
{
    /// <inheritdoc/>
    public void ConfigureServices(IServiceCollection services) { }
}
