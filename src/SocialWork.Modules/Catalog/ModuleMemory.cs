using System.Collections.Immutable;
using SocialWork.Modules.Storage;

namespace SocialWork.Modules.Catalog;

/// <summary>How what was seen of a module enters its record.</summary>
internal static class ModuleMemory
{
    /// <summary>The record after the module was seen as the entry says.</summary>
    /// <param name="before">The record until now; null for a module never seen.</param>
    /// <param name="entry">What was seen.</param>
    /// <param name="digest">The digest of its accepted files; empty keeps the one that is recorded.</param>
    /// <param name="decided">What is decided about it.</param>
    public static ModuleRecord Remember(ModuleRecord? before, ModuleEntry entry, string digest, ModuleSwitch decided)
    {
        var stays = IsUnchanged(before, entry);
        return new ModuleRecord
        {
            Id = entry.Id,
            Name = entry.Name,
            Version = digest.Length > 0 ? entry.Version : before?.Version ?? string.Empty,
            Digest = digest.Length > 0 ? digest : before?.Digest ?? string.Empty,
            State = entry.State,
            Reason = entry.Reason,
            Actor = stays ? before!.Actor : entry.Actor,
            Since = stays ? before!.Since : entry.Since,
            Switch = decided,
            Faults = before?.Faults ?? [],
        };
    }

    /// <summary>The entry as people see it: a state that it was in already before the restart began when it began, not now.</summary>
    public static ModuleEntry WithHistory(this ModuleEntry entry, ModuleRecord? before) =>
        IsUnchanged(before, entry) ? entry with { Actor = before!.Actor, Since = before.Since } : entry;

    /// <summary>Entry and record together, for administrators.</summary>
    public static ModuleStatus Status(ModuleEntry entry, ModuleRecord? record) => new(
        entry.Id, entry.Name, entry.Version, record?.Digest ?? string.Empty, entry.State, entry.Reason, entry.Actor, entry.Since,
        record is null ? [] : ImmutableArray.CreateRange(record.Faults, fault => new ModuleStatusFault(fault.At, fault.What)));

    private static bool IsUnchanged(ModuleRecord? before, ModuleEntry entry) =>
        before is not null && before.State == entry.State && Equals(before.Reason, entry.Reason);
}
