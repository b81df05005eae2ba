using System.Reflection;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SocialWork.Abstractions;

namespace SocialWork.Modules.Loading;

/// <summary>
/// Builds the container of one module. Host singletons enter as instances, so that disposing the container leaves them
/// alone; <see cref="ILogger{T}"/> is closed here over the host's factory, so that no type of the plugin reaches a host
/// container and is kept there.
/// </summary>
internal static class ModuleContainer
{
    private static readonly Type[] HandlerInterfaces = [typeof(IRequestHandler<,>), typeof(INotificationHandler<>)];

    /// <summary>The container, complete and validated.</summary>
    /// <exception cref="Exception">Whatever the plugin's registration throws, or that a service cannot be constructed.</exception>
    public static ServiceProvider Build(ISectorModule entry, Assembly assembly, ILoggerFactory loggers, TimeProvider time)
    {
        var services = new ServiceCollection();
        services.AddSingleton(loggers);
        services.AddSingleton(time);
        services.AddSingleton(typeof(ILogger<>), typeof(Logger<>));
        services.AddScoped<ServiceFactory>(scope => scope.GetService!);
        services.AddScoped<IMediator, Mediator>();
        services.Scan(scan => scan
            .FromAssemblies(assembly)
            .AddClasses(classes => classes.AssignableToAny(HandlerInterfaces), publicOnly: false)
            .As(handler => handler.GetInterfaces().Where(IsHandlerInterface))
            .WithTransientLifetime());
        entry.ConfigureServices(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    private static bool IsHandlerInterface(Type type) =>
        type.IsGenericType && HandlerInterfaces.Contains(type.GetGenericTypeDefinition());
}
