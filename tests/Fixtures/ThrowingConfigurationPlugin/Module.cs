using Microsoft.Extensions.DependencyInjection;
using SocialWork.Abstractions;

namespace SocialWork.Fixtures;

/// <summary>Cannot be configured.</summary>
public sealed class Module : ISectorModule
{
    /// <inheritdoc/>
    public void ConfigureServices(IServiceCollection services) => throw new InvalidOperationException("no such setting");
}
