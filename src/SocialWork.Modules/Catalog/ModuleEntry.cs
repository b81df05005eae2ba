using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Sectors;
using SocialWork.Modules.Loading;

namespace SocialWork.Modules.Catalog;

/// <summary>One module in one snapshot. Immutable.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version; empty when not known.</param>
/// <param name="State">Its state.</param>
/// <param name="Reason">Why; null when nothing needs saying.</param>
/// <param name="Actor">Who brought it there.</param>
/// <param name="Since">Since when, UTC.</param>
/// <param name="Live">The running module; only when <paramref name="State"/> is <see cref="SectorState.Enabled"/>.</param>
internal sealed record ModuleEntry(
    string Id, Text Name, string Version, SectorState State, Text? Reason, string Actor, DateTimeOffset Since, LiveModule? Live);

/// <summary>Every known module at one moment, by id in ordinal order. Immutable.</summary>
/// <param name="Generation">Counts the snapshots.</param>
/// <param name="Entries">The modules.</param>
internal sealed record CatalogSnapshot(long Generation, ImmutableArray<ModuleEntry> Entries);
