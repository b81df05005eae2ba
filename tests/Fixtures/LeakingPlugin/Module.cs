using Microsoft.Extensions.DependencyInjection;
using SocialWork.Abstractions;

namespace SocialWork.Fixtures;

/// <summary>Leaves a handler on an event of the process, which keeps its code in memory for good.</summary>
public sealed class Module : ISectorModule
{
    /// <inheritdoc/>
    public void ConfigureServices(IServiceCollection services) => AppDomain.CurrentDomain.ProcessExit += OnExit;

    private static void OnExit(object? sender, EventArgs e) { }
}
