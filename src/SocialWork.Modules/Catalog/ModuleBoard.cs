using System.Collections.Immutable;
using SocialWork.Modules.Loading;

namespace SocialWork.Modules.Catalog;

/// <summary>
/// Holds the present snapshot and replaces it by one atomic write. Always in this order: swap first, so that nobody new
/// gets the old module, then retire it. Safe for concurrent use; readers take no lock.
/// </summary>
internal sealed class ModuleBoard(RetiredModules retired)
{
    private readonly Lock _changing = new();
    private CatalogSnapshot _current = new(0, []);

    /// <summary>The present snapshot.</summary>
    public CatalogSnapshot Current => Volatile.Read(ref _current);

    /// <summary>The module's entry in the present snapshot, or null.</summary>
    public ModuleEntry? Find(string id) => Current.Entries.FirstOrDefault(entry => string.Equals(entry.Id, id, StringComparison.Ordinal));

    /// <summary>Publishes all modules at once.</summary>
    public void PublishAll(IEnumerable<ModuleEntry> entries)
    {
        ImmutableArray<ModuleEntry> replaced;
        lock (_changing)
        {
            replaced = _current.Entries;
            Volatile.Write(ref _current, new CatalogSnapshot(_current.Generation + 1, [.. entries.OrderBy(entry => entry.Id, StringComparer.Ordinal)]));
        }

        foreach (var live in replaced.Select(entry => entry.Live).OfType<LiveModule>()) retired.Retire(live);
    }

    /// <summary>Publishes one changed module and retires the running one that it replaces.</summary>
    /// <param name="id">The module.</param>
    /// <param name="change">From the present entry to the new one; null or the same leaves everything as it is. Runs under the lock: quick, without effects.</param>
    /// <returns>Whether something changed, and the module that was retired by it.</returns>
    public (bool Changed, LiveModule? Retired) Change(string id, Func<ModuleEntry, ModuleEntry?> change)
    {
        ModuleEntry before;
        ModuleEntry? after;
        lock (_changing)
        {
            var index = _current.Entries.FindIndexOf(id);
            if (index < 0) return (false, null);
            before = _current.Entries[index];
            after = change(before);
            if (after is null || ReferenceEquals(after, before)) return (false, null);
            Volatile.Write(ref _current, new CatalogSnapshot(_current.Generation + 1, _current.Entries.SetItem(index, after)));
        }

        if (before.Live is null || ReferenceEquals(before.Live, after.Live)) return (true, null);
        retired.Retire(before.Live);
        return (true, before.Live);
    }

    /// <summary>Publishes a module that no snapshot had yet, or replaces its entry.</summary>
    public void Put(ModuleEntry entry)
    {
        if (Find(entry.Id) is not null)
        {
            Change(entry.Id, _ => entry);
            return;
        }

        lock (_changing)
        {
            Volatile.Write(ref _current, new CatalogSnapshot(
                _current.Generation + 1, [.. _current.Entries.Add(entry).OrderBy(other => other.Id, StringComparer.Ordinal)]));
        }
    }
}

/// <summary>Looks up entries.</summary>
internal static class ModuleEntries
{
    /// <summary>The position of a module, or −1.</summary>
    public static int FindIndexOf(this ImmutableArray<ModuleEntry> entries, string id)
    {
        for (var i = 0; i < entries.Length; i++)
        {
            if (string.Equals(entries[i].Id, id, StringComparison.Ordinal)) return i;
        }

        return -1;
    }
}
