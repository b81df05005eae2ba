using System.Collections.Immutable;
using SocialWork.Abstractions;

namespace SocialWork.Modules.Manifests;

/// <summary>What a well-formed <c>plugin.json</c> says. Whether the host can use the plugin is judged apart.</summary>
/// <param name="Id">The module's id.</param>
/// <param name="Version">Its version.</param>
/// <param name="Contract">The contract versions it was made for.</param>
/// <param name="Assembly">The file name of its main assembly.</param>
/// <param name="Name">Its name.</param>
/// <param name="Dependencies">Ids of modules that must be present.</param>
internal sealed record PluginManifest(string Id, string Version, ContractRange Contract, string Assembly, Text Name, ImmutableArray<string> Dependencies);

/// <summary>A folder that claims to be a plugin, before any of its code was touched.</summary>
/// <param name="Folder">Its full path.</param>
/// <param name="Id">The manifest's id, or the folder's name when there is no readable one.</param>
/// <param name="Name">Its name as far as it is known.</param>
/// <param name="Version">Its version as far as it is known; else empty.</param>
/// <param name="Manifest">The manifest, when it is usable.</param>
/// <param name="Problem">Why the host cannot use the plugin; null when it can.</param>
internal sealed record DiscoveredPlugin(string Folder, string Id, Text Name, string Version, PluginManifest? Manifest, Text? Problem);
