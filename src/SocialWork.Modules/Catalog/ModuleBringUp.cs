using SocialWork.Abstractions;
using SocialWork.Core.Sectors;
using SocialWork.Modules.Loading;
using SocialWork.Modules.Storage;

namespace SocialWork.Modules.Catalog;

/// <summary>Turns a prepared plugin and what was decided about it into an entry of the catalog. Safe for concurrent use with different modules.</summary>
internal sealed class ModuleBringUp(ModuleStarter starter, TimeProvider time)
{
    /// <summary>Starts the module if it is to run and can; says why otherwise.</summary>
    public async Task<ModuleEntry> BringUpAsync(PreparedModule prepared, ModuleSwitch decided, CancellationToken cancellationToken)
    {
        if (prepared.Refused is { } refused) return Entry(refused, prepared.Reason, ModuleSwitch.Host, time.GetUtcNow(), null);
        if (decided.Position == SwitchPosition.Off) return Entry(SectorState.Disabled, decided.Reason, decided.Actor, decided.At, null);
        if (decided.Position == SwitchPosition.Quarantined) return Entry(SectorState.Quarantined, decided.Reason, decided.Actor, decided.At, null);
        var (live, problem) = await starter.StartAsync(prepared.Plugin.Manifest!, prepared.Folder!, cancellationToken);
        return live is null
            ? Entry(SectorState.Failed, problem, ModuleSwitch.Host, time.GetUtcNow(), null)
            : Entry(SectorState.Enabled, null, decided.Actor, time.GetUtcNow(), live);

        ModuleEntry Entry(SectorState state, Text? reason, string actor, DateTimeOffset since, LiveModule? running) =>
            new(prepared.Plugin.Id, prepared.Plugin.Name, prepared.Plugin.Version, state, reason, actor, since, running);
    }
}
