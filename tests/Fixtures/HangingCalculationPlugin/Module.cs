using Microsoft.Extensions.DependencyInjection;
using SocialWork.Abstractions;

namespace SocialWork.Fixtures;

/// <summary>Stands in the place of a sector, describes itself well and never ends a calculation, whatever its token says.</summary>
public sealed class Module : ISectorModule
{
    /// <inheritdoc/>
    public void ConfigureServices(IServiceCollection services) { }
}
