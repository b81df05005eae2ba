using Microsoft.Extensions.DependencyInjection;
using SocialWork.Abstractions;

namespace SocialWork.Fixtures;

/// <summary>An entry that the host cannot construct.</summary>
public sealed class Module(string setting) : ISectorModule
{
    /// <summary>What it was given.</summary>
    public string Setting { get; } = setting;

    /// <inheritdoc/>
    public void ConfigureServices(IServiceCollection services) { }
}
