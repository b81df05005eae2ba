using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using SocialWork.Abstractions;

namespace SocialWork.Testing;

/// <summary>What a plugin is asked with; every member has a sensible default.</summary>
public sealed record PluginCheck
{
    /// <summary>The plan that the plugin contributes to.</summary>
    public PlanRef Plan { get; init; } = new("2026", 2026);

    /// <summary>The date at which the register is read.</summary>
    public DateOnly CutOff { get; init; } = new(2026, 11, 30);

    /// <summary>The totals its handlers read; nothing reported by default.</summary>
    public ISectorTotals Totals { get; init; } = new InMemoryTotals();

    /// <summary>The register its handlers read; empty by default.</summary>
    public ISectorRegister Register { get; init; } = new InMemoryRegister();

    /// <summary>Settings of the plan that are switched on.</summary>
    public ImmutableHashSet<string> Settings { get; init; } = [];

    /// <summary>How long one call may take.</summary>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Build outputs of the modules that its <c>plugin.json</c> depends on.</summary>
    public ImmutableArray<string> Dependencies { get; init; } = [];

    /// <summary>Where the plugin's log lines go; nowhere when null.</summary>
    public ILoggerFactory? Loggers { get; init; }
}
