using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SocialWork.Abstractions;
using SocialWork.Modules.Manifests;
using SocialWork.Modules.Storage;

namespace SocialWork.Modules.Loading;

/// <summary>Starts the code of a verified, installed plugin and contains whatever it does meanwhile. Safe for concurrent use with different modules.</summary>
internal sealed partial class ModuleStarter(
    IPluginLoader loader, CrashMarkers markers, ModuleOptions options, ILoggerFactory loggers, TimeProvider time, ILogger logger)
{
    /// <summary>The running module, or why there is none.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled; a start that still goes on is undone when it ends.</exception>
    public async Task<(LiveModule? Live, Text? Problem)> StartAsync(PluginManifest manifest, string folder, CancellationToken cancellationToken)
    {
        var starting = Task.Run(() => StartContained(manifest, folder), CancellationToken.None);
        try
        {
            return await starting.WaitAsync(options.StartTimeout, time, cancellationToken);
        }
        catch (Exception fault) when (fault is TimeoutException or OperationCanceledException)
        {
            _ = UndoAsync(starting);
            if (fault is OperationCanceledException) throw;
            LogTooSlow(manifest.Id);
            return (null, LoadReasons.TooSlow(manifest.Id, options.StartTimeout));
        }
        finally
        {
            markers.Clear(manifest.Id);
        }
    }

    private static async Task UndoAsync(Task<(LiveModule? Live, Text? Problem)> starting) => (await starting).Live?.Retire();

    private (LiveModule? Live, Text? Problem) StartContained(PluginManifest manifest, string folder)
    {
        try
        {
            markers.Set(manifest.Id);
            return (Start(manifest, folder), null);
        }
        catch (ModuleStartException fault)
        {
            LogNotStarted(manifest.Id, fault.Message);
            return (null, fault.Reason);
        }
        catch (Exception fault)
        {
            LogNotStarted(manifest.Id, ExceptionWords.Full(fault));
            return (null, LoadReasons.Threw(manifest.Id, ExceptionWords.Brief(fault)));
        }
    }

    private LiveModule Start(PluginManifest manifest, string folder)
    {
        var plugin = loader.Load(Path.Combine(folder, manifest.Assembly));
        try
        {
            var entry = ModuleEntryPoint.Create(manifest.Id, plugin.Assembly);
            var services = ModuleContainer.Build(entry, plugin.Assembly, loggers, time);
            return new LiveModule(manifest.Id, plugin, services, options, time, logger);
        }
        catch
        {
            plugin.Dispose();
            throw;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Module {Module} did not start: {Fault}")]
    private partial void LogNotStarted(string module, string fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "Module {Module} did not start in time")]
    private partial void LogTooSlow(string module);
}
