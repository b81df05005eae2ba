using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Sectors;

namespace SocialWork.Core.Planning;

/// <summary>What a module brought to a plan, or why it brought nothing.</summary>
/// <param name="Id">The module's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version; empty when it is not known.</param>
/// <param name="Outcome">Whether it described itself.</param>
/// <param name="Reason">Why not; null when it did.</param>
/// <param name="Indicators">The indicators it has a part in, or, where it did not describe itself this time, had when it last did since the host started.</param>
public sealed record SectorStatus(
    string Id, Text Name, string Version, SectorOutcome Outcome, Text? Reason, ImmutableArray<IndicatorDeclaration> Indicators);
