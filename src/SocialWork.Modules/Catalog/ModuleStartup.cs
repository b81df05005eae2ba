using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using SocialWork.Abstractions;
using SocialWork.Core.Sectors;
using SocialWork.Modules.Integrity;
using SocialWork.Modules.Manifests;
using SocialWork.Modules.Storage;

namespace SocialWork.Modules.Catalog;

/// <summary>Brings up every module once, when the host starts.</summary>
internal sealed partial class ModuleStartup(
    ModuleOptions options, ModuleStore store, CrashMarkers markers, ModulePreparation preparation, Installation installation,
    ModuleBringUp bringUp, TimeProvider time, ILogger logger)
{
    /// <summary>The first snapshot's entries. Modules are checked and started in parallel.</summary>
    /// <exception cref="IOException">The data folder is not usable.</exception>
    public async Task<ImmutableArray<ModuleEntry>> StartAllAsync(CancellationToken cancellationToken)
    {
        var storeReadable = await store.LoadAsync(cancellationToken);
        var discovered = PluginDiscovery.Discover(options.PluginsFolder, Contract.Version);
        if (discovered.IsEmpty) LogNoPlugins(options.PluginsFolder);
        if (options.SafeMode) return InSafeMode(discovered);

        var decided = discovered.ToDictionary(plugin => plugin.Id, plugin => Decision(plugin.Id, storeReadable), StringComparer.Ordinal);
        var suspects = await JudgeCrashAsync(discovered, decided, cancellationToken);
        var prepared = await Task.WhenAll(discovered.Select(plugin => preparation.PrepareAsync(plugin, cancellationToken)));
        installation.Prune(prepared.Where(module => module.Folder is not null).Select(module => (module.Plugin.Id, module.Plugin.Version, module.Digest)));

        var entries = new List<ModuleEntry>();
        foreach (var module in prepared.Where(module => suspects.Contains(module.Plugin.Id)))
        {
            var entry = await bringUp.BringUpAsync(module, decided[module.Plugin.Id], cancellationToken);
            entry.Live?.SetProbation(true);
            entries.Add(entry);
        }

        entries.AddRange(await Task.WhenAll(prepared
            .Where(module => !suspects.Contains(module.Plugin.Id))
            .Select(module => bringUp.BringUpAsync(module, decided[module.Plugin.Id], cancellationToken))));
        entries.AddRange(Absent(discovered));

        var before = store.Records;
        var digests = prepared.ToDictionary(module => module.Plugin.Id, module => module.Digest, StringComparer.Ordinal);
        await store.NoteAllAsync(
            records => entries
                .Where(entry => decided.ContainsKey(entry.Id) || records.ContainsKey(entry.Id))
                .Select(entry => ModuleMemory.Remember(
                    records.GetValueOrDefault(entry.Id), entry, digests.GetValueOrDefault(entry.Id, string.Empty),
                    decided.GetValueOrDefault(entry.Id) ?? records[entry.Id].Switch))
                .Aggregate(records, (all, record) => all.SetItem(record.Id, record)),
            cancellationToken);
        return [.. entries.Select(entry => entry.WithHistory(before.GetValueOrDefault(entry.Id)))];
    }

    private ModuleSwitch Decision(string id, bool storeReadable) =>
        store.Records.GetValueOrDefault(id)?.Switch
        ?? (storeReadable
            ? new ModuleSwitch(SwitchPosition.On, null, ModuleSwitch.Host, time.GetUtcNow())
            : new ModuleSwitch(SwitchPosition.Off, CallReasons.StoreLost, ModuleSwitch.Host, time.GetUtcNow()));

    // Modules start in parallel, so a crash may leave several markers and only one of them tells of the culprit. One marker
    // quarantines; several make the suspects start, and answer their first call, one after another, so that another crash
    // leaves exactly one.
    private async Task<ImmutableHashSet<string>> JudgeCrashAsync(
        ImmutableArray<DiscoveredPlugin> discovered, Dictionary<string, ModuleSwitch> decided, CancellationToken cancellationToken)
    {
        var found = markers.Found();
        if (found is [var culprit] && discovered.FirstOrDefault(plugin => plugin.Id == culprit) is { } plugin)
        {
            LogCrashed(culprit);
            var now = time.GetUtcNow();
            decided[culprit] = new ModuleSwitch(SwitchPosition.Quarantined, CallReasons.Crashed(culprit), ModuleSwitch.Host, now);
            var entry = new ModuleEntry(culprit, plugin.Name, plugin.Version, SectorState.Quarantined, CallReasons.Crashed(culprit), ModuleSwitch.Host, now, null);
            await store.NoteAsync(culprit, record => ModuleMemory.Remember(record, entry, string.Empty, decided[culprit]), cancellationToken);
        }

        foreach (var id in found) markers.Clear(id);
        if (found.Length > 1) LogSuspects(string.Join(", ", found));
        return found.Length > 1 ? [.. found] : [];
    }

    private IEnumerable<ModuleEntry> Absent(ImmutableArray<DiscoveredPlugin> discovered)
    {
        var present = discovered.Select(plugin => plugin.Id).ToHashSet(StringComparer.Ordinal);
        var now = time.GetUtcNow();
        foreach (var record in store.Records.Values.Where(record => record.Digest.Length > 0 && present.Add(record.Id)))
            yield return new ModuleEntry(record.Id, record.Name, record.Version, SectorState.Missing, CallReasons.Gone(record.Id), ModuleSwitch.Host, now, null);
        foreach (var id in options.ExpectedSectors.Where(present.Add))
            yield return new ModuleEntry(id, new Text(id, id), string.Empty, SectorState.Missing, CallReasons.NeverInstalled(id), ModuleSwitch.Host, now, null);
    }

    private ImmutableArray<ModuleEntry> InSafeMode(ImmutableArray<DiscoveredPlugin> discovered)
    {
        LogSafeMode();
        var now = time.GetUtcNow();
        var installed = discovered.Select(plugin => new ModuleEntry(
            plugin.Id, plugin.Name, plugin.Version, SectorState.Disabled, CallReasons.SafeMode, ModuleSwitch.Host, now, null));
        return [.. installed, .. Absent(discovered)];
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "No plugins in {Folder}")]
    private partial void LogNoPlugins(string folder);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Safe mode: no module is loaded")]
    private partial void LogSafeMode();

    [LoggerMessage(Level = LogLevel.Error, Message = "The process ended last time while module {Module} was starting; it is quarantined")]
    private partial void LogCrashed(string module);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The process ended last time while several modules were starting; they start one after another now: {Modules}")]
    private partial void LogSuspects(string modules);
}
