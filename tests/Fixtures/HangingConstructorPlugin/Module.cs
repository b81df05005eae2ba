using Microsoft.Extensions.DependencyInjection;
using SocialWork.Abstractions;

namespace SocialWork.Fixtures;

/// <summary>Is never done constructing.</summary>
public sealed class Module : ISectorModule
{
    /// <summary>Blocks for good.</summary>
    public Module() => new ManualResetEventSlim().Wait();

    /// <inheritdoc/>
    public void ConfigureServices(IServiceCollection services) { }
}
