using Microsoft.Extensions.DependencyInjection;
using SocialWork.Abstractions;

namespace SocialWork.Fixtures;

/// <summary>Cannot be constructed.</summary>
public sealed class Module : ISectorModule
{
    /// <summary>Throws.</summary>
    public Module() => throw new InvalidOperationException("no licence found");

    /// <inheritdoc/>
    public void ConfigureServices(IServiceCollection services) { }
}
