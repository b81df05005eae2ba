using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Sectors;

namespace SocialWork.Modules.Storage;

/// <summary>What the host remembers of one module between starts. Immutable.</summary>
internal sealed record ModuleRecord
{
    /// <summary>The module's id.</summary>
    public required string Id { get; init; }

    /// <summary>Its name when last seen.</summary>
    public required Text Name { get; init; }

    /// <summary>Its version when last installed; empty when it never was.</summary>
    public string Version { get; init; } = string.Empty;

    /// <summary>The digest of that version's files; empty when it never was installed.</summary>
    public string Digest { get; init; } = string.Empty;

    /// <summary>The state it was last seen in.</summary>
    public SectorState State { get; init; } = SectorState.Discovered;

    /// <summary>Why; null when nothing needs saying.</summary>
    public Text? Reason { get; init; }

    /// <summary>Who brought it there: a user, or <c>host</c>.</summary>
    public string Actor { get; init; } = ModuleSwitch.Host;

    /// <summary>Since when, UTC.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>What was decided about it. Survives a missing folder or a tampered file, after which the state is something else.</summary>
    public required ModuleSwitch Switch { get; init; }

    /// <summary>Its latest faults, oldest first.</summary>
    public ImmutableArray<ModuleFault> Faults { get; init; } = [];
}

/// <summary>Whether a module is to run, as decided last.</summary>
/// <param name="Position">The decision.</param>
/// <param name="Reason">Why; null when nothing needs saying.</param>
/// <param name="Actor">Who decided.</param>
/// <param name="At">When, UTC.</param>
internal sealed record ModuleSwitch(SwitchPosition Position, Text? Reason, string Actor, DateTimeOffset At)
{
    /// <summary>The actor of what the host does by itself.</summary>
    public const string Host = "host";
}

/// <summary>The positions of a module's switch.</summary>
internal enum SwitchPosition
{
    /// <summary>It is to run; so is a module that is seen for the first time.</summary>
    On,

    /// <summary>An administrator switched it off.</summary>
    Off,

    /// <summary>The host switched it off after faults.</summary>
    Quarantined,
}

/// <summary>One fault of a module.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="What">What happened.</param>
internal sealed record ModuleFault(DateTimeOffset At, Text What);
