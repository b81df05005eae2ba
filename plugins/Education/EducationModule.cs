using Microsoft.Extensions.DependencyInjection;
using SocialWork.Abstractions;

namespace SocialWork.Plugins.Education;

/// <summary>The entry of the education sector.</summary>
public sealed class EducationModule : ISectorModule
{
    /// <inheritdoc/>
    public void ConfigureServices(IServiceCollection services) { }
}
