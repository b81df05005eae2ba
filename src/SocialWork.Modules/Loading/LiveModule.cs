using System.Runtime.Loader;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SocialWork.Abstractions;

namespace SocialWork.Modules.Loading;

/// <summary>
/// A loaded plugin, counted by its users: the catalog is the first, then every lease and every call that is still running.
/// The last one out disposes the container and unloads the context. Safe for concurrent use.
/// </summary>
internal sealed partial class LiveModule
{
    private readonly TaskCompletionSource _unloaded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TimeSpan _disposeTimeout;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private PluginAssembly? _plugin;
    private ServiceProvider? _services;
    private int _users = 1;
    private int _retired;
    private Text? _stopped;
    private int _called;
    private bool _onProbation;

    public LiveModule(string id, PluginAssembly plugin, ServiceProvider services, ModuleOptions options, TimeProvider time, ILogger logger)
    {
        Id = id;
        _plugin = plugin;
        _services = services;
        _disposeTimeout = options.StartTimeout;
        _time = time;
        _logger = logger;
        Context = new WeakReference(AssemblyLoadContext.GetLoadContext(plugin.Assembly), trackResurrection: true);
        Turns = new SemaphoreSlim(options.ConcurrentCalls, options.ConcurrentCalls);
    }

    /// <summary>The module's id.</summary>
    public string Id { get; }

    /// <summary>The load context; dead once nothing of the plugin is left.</summary>
    public WeakReference Context { get; }

    /// <summary>Whoever calls the module waits for a turn. Never disposed: it holds no handle, and late calls may still ask for it.</summary>
    public SemaphoreSlim Turns { get; }

    /// <summary>Ends when the last user left, the container is disposed and the unload was asked for. Never fails.</summary>
    public Task Unloaded => _unloaded.Task;

    /// <summary>Why the host stopped calling it after faults, or null; leases that still hold it see that at once.</summary>
    public Text? Stopped => Volatile.Read(ref _stopped);

    /// <summary>Stops further calls. True for the one caller that did it.</summary>
    public bool Stop(Text reason) => Interlocked.CompareExchange(ref _stopped, reason, null) is null;

    /// <summary>Whether it may be what ended the process last time: until one call came back, it is called alone and under a crash marker.</summary>
    public bool IsOnProbation => Volatile.Read(ref _onProbation);

    /// <summary>Puts it on probation, or ends that.</summary>
    public void SetProbation(bool on) => Volatile.Write(ref _onProbation, on);

    /// <summary>True for the one caller that is the first to call the module.</summary>
    public bool IsFirstCall() => Interlocked.Exchange(ref _called, 1) == 0;

    /// <summary>Becomes a user; false when the last one already left.</summary>
    public bool TryEnter()
    {
        var users = Volatile.Read(ref _users);
        while (users > 0)
        {
            var seen = Interlocked.CompareExchange(ref _users, users + 1, users);
            if (seen == users) return true;
            users = seen;
        }

        return false;
    }

    /// <summary>Stops being a user.</summary>
    public void Leave()
    {
        // Not on the leaver's thread: disposing runs the plugin's code, which may block.
        if (Interlocked.Decrement(ref _users) == 0) _ = Task.Run(TearDownAsync);
    }

    /// <summary>The catalog stops being a user, once.</summary>
    public void Retire()
    {
        if (Interlocked.Exchange(ref _retired, 1) == 0) Leave();
    }

    /// <summary>A scope for one call. Only while being a user.</summary>
    public AsyncServiceScope CreateScope() => _services!.CreateAsyncScope();

    private async Task TearDownAsync()
    {
        try
        {
            await Task.Run(() => _services!.DisposeAsync().AsTask()).WaitAsync(_disposeTimeout, _time);
        }
        catch (Exception fault)
        {
            LogDisposeFailed(Id, ExceptionWords.Full(fault));
        }

        var plugin = _plugin!;
        // Whoever still holds this object, or a lease made of it, must not hold the plugin through it.
        _services = null;
        _plugin = null;
        plugin.Dispose();
        _unloaded.TrySetResult();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Module {Module} did not dispose its services: {Fault}")]
    private partial void LogDisposeFailed(string module, string fault);
}
