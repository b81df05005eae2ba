using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using SocialWork.Abstractions;
using SocialWork.Core;
using SocialWork.Core.Sectors;
using SocialWork.Modules.Catalog;
using SocialWork.Modules.Integrity;
using SocialWork.Modules.Loading;
using SocialWork.Modules.Manifests;
using SocialWork.Modules.Storage;

namespace SocialWork.Modules;

/// <summary>
/// The product's modules: finds, checks and starts them, leases them out, and switches them on and off while requests run.
/// Safe for concurrent use. Disposing retires every module and waits a moment for those still in use.
/// </summary>
public sealed partial class SectorCatalog : ISectorCatalog, IAsyncDisposable
{
    private readonly SemaphoreSlim _switching = new(1, 1);
    private readonly RetiredModules _retired = new();
    private readonly ModuleBoard _board;
    private readonly ModuleOptions _options;
    private readonly ModuleStore _store;
    private readonly ModulePreparation _preparation;
    private readonly ModuleBringUp _bringUp;
    private readonly ModuleStartup _startup;
    private readonly ModuleCaller _caller;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private int _disposed;

    /// <summary>Puts the parts together; nothing is read yet.</summary>
    public SectorCatalog(ModuleOptions options, IPluginLoader loader, ILoggerFactory loggers, TimeProvider time)
    {
        _logger = loggers.CreateLogger("SocialWork.Modules");
        _options = options with { PluginsFolder = Path.GetFullPath(options.PluginsFolder), DataFolder = Path.GetFullPath(options.DataFolder) };
        _time = time;
        _board = new ModuleBoard(_retired);
        _store = new ModuleStore(_options.DataFolder, _logger);
        var markers = new CrashMarkers(_options.DataFolder);
        var installation = new Installation(_options.DataFolder);
        _preparation = new ModulePreparation(_store, installation, _logger);
        _bringUp = new ModuleBringUp(new ModuleStarter(loader, markers, _options, loggers, time, _logger), time);
        _startup = new ModuleStartup(_options, _store, markers, _preparation, installation, _bringUp, time, _logger);
        _caller = new ModuleCaller(_options, time, markers, new ModuleFaults(_board, _store, time, _logger), _logger);
    }

    /// <summary>Every known module by id, for administrators.</summary>
    public ImmutableArray<ModuleStatus> Modules => ImmutableArray.CreateRange(_board.Current.Entries, Status);

    /// <summary>Finds, checks and starts the modules. Call once, before the host says that it is ready. A module's fault never fails it.</summary>
    /// <exception cref="IOException">The data folder is not usable.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _board.PublishAll(await _startup.StartAllAsync(cancellationToken));
        foreach (var module in Modules)
        {
            var usual = module.State is SectorState.Enabled or SectorState.Disabled;
            LogState(usual ? LogLevel.Information : LogLevel.Warning, module.Id, module.Version, module.State, module.Reason?.En ?? string.Empty);
        }
    }

    /// <inheritdoc/>
    public ISectorLease Lease()
    {
        while (true)
        {
            // A refused snapshot was replaced before its module was retired, so the next read sees a newer one.
            if (SectorLease.TryTake(_board.Current, _caller, out var lease)) return lease;
        }
    }

    /// <summary>
    /// Switches a module on, releasing it from quarantine where it is in one: its folder is read, checked and started anew.
    /// Where it cannot start, the answer says in which state it is instead, and it stays switched on for the next start.
    /// </summary>
    /// <param name="id">The module; one whose folder came after the start is found too.</param>
    /// <param name="actor">Who does it, for the record.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="IOException">The decision could not be stored; nothing has changed.</exception>
    public async Task<Result<ModuleStatus>> EnableAsync(string id, string actor, CancellationToken cancellationToken)
    {
        if (_options.SafeMode) return new Refusal(RefusalKind.Conflict, "module.safeMode", CallReasons.SafeMode.Vi, CallReasons.SafeMode.En);
        await _switching.WaitAsync(cancellationToken);
        try
        {
            var present = _board.Find(id);
            if (present is { State: SectorState.Enabled }) return Status(present);
            var plugin = PluginDiscovery.Discover(_options.PluginsFolder, Contract.Version).FirstOrDefault(found => found.Id == id);
            if (plugin is null) return present is null ? NotFound(id) : Status(present);
            var decided = new ModuleSwitch(SwitchPosition.On, null, actor, _time.GetUtcNow());
            await _store.ChangeAsync(id, record => record is null ? null : record with { Switch = decided }, cancellationToken);
            var prepared = await _preparation.PrepareAsync(plugin, cancellationToken);
            var entry = await _bringUp.BringUpAsync(prepared, decided, cancellationToken);
            await _store.NoteAsync(id, record => ModuleMemory.Remember(record, entry, prepared.Digest, decided), CancellationToken.None);
            _board.Put(entry);
            LogSwitched(id, entry.State, actor, entry.Reason?.En);
            return Status(entry);
        }
        finally
        {
            _switching.Release();
        }
    }

    /// <summary>
    /// Switches a module off. Requests that lease from now on do not get it; those that have it keep it, and the state is
    /// <see cref="SectorState.Draining"/> until they are done. A module that cannot run anyway keeps its state and stays off
    /// once it could.
    /// </summary>
    /// <param name="id">The module.</param>
    /// <param name="actor">Who does it, for the record and for readers of reports.</param>
    /// <param name="reason">Why, in the actor's words; may be empty.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="IOException">The decision could not be stored; nothing has changed.</exception>
    public async Task<Result<ModuleStatus>> DisableAsync(string id, string actor, string reason, CancellationToken cancellationToken)
    {
        await _switching.WaitAsync(cancellationToken);
        try
        {
            if (_board.Find(id) is not { } present) return NotFound(id);
            if (present.State is SectorState.Disabled or SectorState.Draining or SectorState.Leaked) return Status(present);
            var now = _time.GetUtcNow();
            var why = CallReasons.SwitchedOff(actor, reason);
            var off = present.State is SectorState.Incompatible or SectorState.Tampered or SectorState.Missing
                ? present
                : present with { State = SectorState.Disabled, Reason = why, Actor = actor, Since = now, Live = null };
            await _store.ChangeAsync(id, record => ModuleMemory.Remember(record, off, string.Empty, new ModuleSwitch(SwitchPosition.Off, why, actor, now)), cancellationToken);
            var (_, live) = _board.Change(id, entry => entry.Live is null ? off : off with { State = SectorState.Draining });
            if (live is not null) _ = SettleAsync(id, live);
            LogSwitched(id, off.State, actor, why.En);
            return Status(_board.Find(id) ?? off);
        }
        finally
        {
            _switching.Release();
        }
    }

    /// <summary>Ends when no request uses a switched-off instance of the module any more and its unload was asked for.</summary>
    public Task WhenDrainedAsync(string id, CancellationToken cancellationToken) => _retired.WhenDrained(id).WaitAsync(cancellationToken);

    /// <summary>
    /// Collects garbage and names the modules whose unloaded code is still held by something; one that is switched off is
    /// shown as <see cref="SectorState.Leaked"/> from then on. Takes full collections: for administrators and tests.
    /// </summary>
    public async Task<ImmutableArray<string>> FindLeaksAsync(CancellationToken cancellationToken)
    {
        var leaked = await _retired.FindLeaksAsync(cancellationToken);
        foreach (var id in leaked)
        {
            _board.Change(id, entry => entry.State == SectorState.Disabled
                ? entry with { State = SectorState.Leaked, Reason = CallReasons.Leaked(id), Since = _time.GetUtcNow() }
                : null);
        }

        return leaked;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0) return;
        _board.PublishAll([]);
        try
        {
            await _retired.WhenAllDrained().WaitAsync(_options.ShutdownTimeout, TimeProvider.System);
        }
        catch (TimeoutException)
        {
            LogStillUsed();
        }
    }

    private async Task SettleAsync(string id, LiveModule live)
    {
        await live.Unloaded;
        _board.Change(id, entry => entry.State == SectorState.Draining && !_retired.IsDraining(id)
            ? entry with { State = SectorState.Disabled, Since = _time.GetUtcNow() }
            : null);
    }

    private ModuleStatus Status(ModuleEntry entry) => ModuleMemory.Status(entry, _store.Records.GetValueOrDefault(entry.Id));

    private static Refusal NotFound(string id) => new(RefusalKind.NotFound, "module.unknown", CallReasons.Unknown(id).Vi, CallReasons.Unknown(id).En);

    [LoggerMessage(Message = "Module {Module} {Version}: {State} {Reason}")]
    private partial void LogState(LogLevel level, string module, string version, SectorState state, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "Module {Module} is now {State}, by {Actor} {Reason}")]
    private partial void LogSwitched(string module, SectorState state, string actor, string? reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The host stops while modules are still in use")]
    private partial void LogStillUsed();
}
