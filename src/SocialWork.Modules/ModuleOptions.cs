using System.Collections.Immutable;

namespace SocialWork.Modules;

/// <summary>Where plugins are and how far the host trusts them with its time. Immutable.</summary>
public sealed record ModuleOptions
{
    /// <summary>The folder that holds one folder per plugin. Read only; absent means no plugins.</summary>
    public required string PluginsFolder { get; init; }

    /// <summary>The host's data folder: <c>modules.json</c>, the installed copies and the crash markers go there. Created when absent.</summary>
    public required string DataFolder { get; init; }

    /// <summary>How long a module may take to answer one call.</summary>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a module may take to load, or to dispose its services when it is unloaded.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a stopping host waits for modules that are still in use.</summary>
    public TimeSpan ShutdownTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How many calls one module works on at once; more wait their turn within their time-out, so that a module that blocks cannot use up the host's threads.</summary>
    public int ConcurrentCalls { get; init; } = 16;

    /// <summary>Load nothing: every known module is shown as disabled. For starting a host that a plugin keeps from starting.</summary>
    public bool SafeMode { get; init; }

    /// <summary>Ids that the plan counts on; one that was never installed is shown as missing instead of not at all.</summary>
    public ImmutableArray<string> ExpectedSectors { get; init; } = [];
}
