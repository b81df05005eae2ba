using Microsoft.Extensions.DependencyInjection;

namespace SocialWork.Abstractions;

/// <summary>
/// The entry of a plugin: exactly one public class with a parameterless constructor. The host builds a container for the
/// plugin alone, adds MediatR, a logger and every request and notification handler of the plugin's assembly, and then
/// whatever the plugin adds here.
/// </summary>
public interface ISectorModule
{
    /// <summary>Adds the plugin's own services. Called once per load, before any request; an exception makes the load fail and nothing else.</summary>
    void ConfigureServices(IServiceCollection services);
}

/// <summary>The version of this contract, which <c>plugin.json</c> states a range of.</summary>
public static class Contract
{
    /// <summary>Major changes break plugins; minor ones add; patches mend.</summary>
    public const string Version = "1.0.0";
}
