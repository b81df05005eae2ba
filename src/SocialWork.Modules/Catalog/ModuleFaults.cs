using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using SocialWork.Abstractions;
using SocialWork.Core.Sectors;
using SocialWork.Modules.Loading;
using SocialWork.Modules.Storage;

namespace SocialWork.Modules.Catalog;

/// <summary>Where faults of running modules are reported.</summary>
internal interface IModuleFaults
{
    /// <summary>Records a fault; the one too many quarantines the module before this ends. Never throws for the disk.</summary>
    Task ReportAsync(LiveModule live, Text what);
}

/// <summary>
/// Counts faults and quarantines. Counted are those since the module was last switched on, so that a release by an
/// administrator starts afresh and a restart does not. Safe for concurrent use.
/// </summary>
internal sealed partial class ModuleFaults(ModuleBoard board, ModuleStore store, TimeProvider time, ILogger logger) : IModuleFaults
{
    /// <summary>How many faults within <see cref="Window"/> quarantine a module.</summary>
    public const int Limit = 3;

    /// <summary>The time in which faults add up.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private const int Kept = 10;

    /// <inheritdoc/>
    public async Task ReportAsync(LiveModule live, Text what)
    {
        if (live.Stopped is not null) return;
        var now = time.GetUtcNow();
        var counted = 0;
        await store.NoteAsync(live.Id, record =>
        {
            if (record is null) return null;
            var faults = record.Faults.Add(new ModuleFault(now, what));
            var from = now - Window > record.Switch.At ? now - Window : record.Switch.At;
            counted = faults.Count(fault => fault.At >= from);
            return record with { Faults = faults.Length > Kept ? faults.RemoveRange(0, faults.Length - Kept) : faults };
        }, CancellationToken.None);
        if (counted < Limit) return;
        var reason = CallReasons.Quarantined(live.Id, counted, Window, what);
        if (live.Stop(reason)) await QuarantineAsync(live, reason, now);
    }

    private async Task QuarantineAsync(LiveModule live, Text reason, DateTimeOffset now)
    {
        var (changed, _) = board.Change(live.Id, entry => ReferenceEquals(entry.Live, live)
            ? entry with { State = SectorState.Quarantined, Reason = reason, Actor = ModuleSwitch.Host, Since = now, Live = null }
            : null);
        if (!changed) return;
        LogQuarantined(live.Id, reason.En);
        // An administrator's decision that came meanwhile stands.
        await store.NoteAsync(live.Id, record => record is { Switch.Position: SwitchPosition.On }
            ? record with
            {
                State = SectorState.Quarantined, Reason = reason, Actor = ModuleSwitch.Host, Since = now,
                Switch = new ModuleSwitch(SwitchPosition.Quarantined, reason, ModuleSwitch.Host, now),
            }
            : record, CancellationToken.None);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Module {Module} is quarantined: {Reason}")]
    private partial void LogQuarantined(string module, string reason);
}
