using System.Collections.Immutable;
using SocialWork.Abstractions;

namespace SocialWork.Modules.Manifests;

/// <summary>Finds the plugins of a folder and judges their manifests. Loads no code.</summary>
internal static class PluginDiscovery
{
    private const string ContractAssembly = "SocialWork.Abstractions.dll";

    /// <summary>Every plugin by id in ordinal order, the unusable ones with their reason. Folders whose name starts with a dot are not plugins.</summary>
    /// <param name="pluginsFolder">One folder per plugin; absent means none.</param>
    /// <param name="contractVersion">The contract that this host offers.</param>
    public static ImmutableArray<DiscoveredPlugin> Discover(string pluginsFolder, string contractVersion)
    {
        if (!Directory.Exists(pluginsFolder)) return [];
        var read = Directory.EnumerateDirectories(pluginsFolder)
            .Where(folder => !Path.GetFileName(folder).StartsWith('.'))
            .Order(StringComparer.Ordinal)
            .Select(ManifestReader.Read)
            .ToArray();
        var unique = read.GroupBy(plugin => plugin.Id, StringComparer.Ordinal).Select(MergeDuplicates).Select(plugin => Judge(plugin, contractVersion));
        return [.. WithDependencies([.. unique]).OrderBy(plugin => plugin.Id, StringComparer.Ordinal)];
    }

    private static DiscoveredPlugin MergeDuplicates(IGrouping<string, DiscoveredPlugin> same)
    {
        var first = same.First();
        if (!same.Skip(1).Any()) return first;
        var folders = string.Join(", ", same.Select(plugin => Path.GetFileName(plugin.Folder)));
        return first with { Manifest = null, Problem = ManifestReasons.Duplicate(first.Id, folders) };
    }

    private static DiscoveredPlugin Judge(DiscoveredPlugin plugin, string contractVersion)
    {
        if (plugin.Manifest is not { } manifest) return plugin;
        var problem =
            !manifest.Contract.Includes(contractVersion) ? ManifestReasons.OtherContract(plugin.Id, manifest.Contract.ToString(), contractVersion)
            : ShipsContract(plugin.Folder) ? ManifestReasons.ShipsContract(plugin.Id)
            : !File.Exists(Path.Combine(plugin.Folder, manifest.Assembly)) ? ManifestReasons.NoAssembly(plugin.Id, manifest.Assembly)
            : null;
        return problem is null ? plugin : plugin with { Manifest = null, Problem = problem };
    }

    private static bool ShipsContract(string folder) =>
        Directory.EnumerateFiles(folder, "*.dll", SearchOption.AllDirectories)
            .Any(file => string.Equals(Path.GetFileName(file), ContractAssembly, StringComparison.OrdinalIgnoreCase));

    // Refusing one plugin may take away what another needs, so it is repeated until nothing changes.
    private static DiscoveredPlugin[] WithDependencies(DiscoveredPlugin[] plugins)
    {
        while (true)
        {
            var usable = plugins.Where(plugin => plugin.Manifest is not null).Select(plugin => plugin.Id).ToHashSet(StringComparer.Ordinal);
            var changed = false;
            for (var i = 0; i < plugins.Length; i++)
            {
                var missing = plugins[i].Manifest?.Dependencies.FirstOrDefault(dependency => !usable.Contains(dependency));
                if (missing is null) continue;
                plugins[i] = plugins[i] with { Manifest = null, Problem = ManifestReasons.NoDependency(plugins[i].Id, missing) };
                changed = true;
            }

            if (!changed) return plugins;
        }
    }
}
