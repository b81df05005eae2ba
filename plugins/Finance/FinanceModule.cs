using Microsoft.Extensions.DependencyInjection;
using SocialWork.Abstractions;

namespace SocialWork.Plugins.Finance;

/// <summary>The entry of the finance sector.</summary>
public sealed class FinanceModule : ISectorModule
{
    /// <inheritdoc/>
    public void ConfigureServices(IServiceCollection services) { }
}
