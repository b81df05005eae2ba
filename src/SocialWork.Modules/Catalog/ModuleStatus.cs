using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Sectors;

namespace SocialWork.Modules;

/// <summary>A module as an administrator sees it. Immutable.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version; empty when not known.</param>
/// <param name="Digest">The digest of its installed files; empty when it was never installed.</param>
/// <param name="State">Its state.</param>
/// <param name="Reason">Why; null when nothing needs saying.</param>
/// <param name="Actor">Who brought it there: a user, or <c>host</c>.</param>
/// <param name="Since">Since when, UTC.</param>
/// <param name="Faults">Its latest faults, oldest first.</param>
public sealed record ModuleStatus(
    string Id, Text Name, string Version, string Digest, SectorState State, Text? Reason, string Actor, DateTimeOffset Since, ImmutableArray<ModuleStatusFault> Faults);

/// <summary>One fault of a module.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="What">What happened.</param>
public sealed record ModuleStatusFault(DateTimeOffset At, Text What);
