using System.Collections.Immutable;
using MediatR;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using SocialWork.Abstractions;
using SocialWork.Core.Sectors;
using SocialWork.Modules;
using SocialWork.Modules.Loading;

namespace SocialWork.Testing;

/// <summary>
/// Checks a built plugin against the contract, through the host's own loader. In a test of the plugin:
/// <code>(await PluginContract.CheckAsync("…/bin/Debug/net10.0", new PluginCheck(), CancellationToken.None)).ThrowIfBroken();</code>
/// </summary>
public static class PluginContract
{
    /// <summary>
    /// Loads the plugin, asks it twice to describe itself and to calculate, checks the answers, and unloads it. Safe to run
    /// for several plugins at once.
    /// </summary>
    /// <param name="pluginFolder">The plugin's build output, with <c>plugin.json</c> and <c>plugin.sha256</c>. Only read.</param>
    /// <param name="check">What it is asked with.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="DirectoryNotFoundException">The folder is not there.</exception>
    public static async Task<PluginReport> CheckAsync(string pluginFolder, PluginCheck check, CancellationToken cancellationToken)
    {
        var stage = Directory.CreateTempSubdirectory("plugin-check-").FullName;
        try
        {
            var plugins = Path.Combine(stage, "plugins");
            Copy(pluginFolder, Path.Combine(plugins, "plugin"));
            // Other modules that it depends on are not here; what is checked is this one.
            var options = new ModuleOptions { PluginsFolder = plugins, DataFolder = Path.Combine(stage, "data"), CallTimeout = check.CallTimeout };
            await using var catalog = new SectorCatalog(options, new PluginLoader(), check.Loggers ?? NullLoggerFactory.Instance, TimeProvider.System);
            await catalog.StartAsync(cancellationToken);
            var module = catalog.Modules[0];
            if (module.State != SectorState.Enabled) return new PluginReport(module.Id, [$"It is {module.State}: {module.Reason?.En}"]);
            var problems = new List<string>();
            await AskAsync(catalog, check, problems, cancellationToken);
            await UnloadAsync(catalog, module.Id, problems, cancellationToken);
            return new PluginReport(module.Id, [.. problems]);
        }
        finally
        {
            Directory.Delete(stage, recursive: true);
        }
    }

    private static async Task AskAsync(SectorCatalog catalog, PluginCheck check, List<string> problems, CancellationToken cancellationToken)
    {
        await using var lease = catalog.Lease();
        var sector = lease.Sectors[0];
        var describe = new DescribeSector(check.Plan);
        if (await TwiceAsync(sector, () => describe, problems, cancellationToken) is not { } description) return;
        problems.AddRange(DescriptionRules.Broken(description, check.Plan));
        if (description.Indicators.IsDefaultOrEmpty) return;
        var watch = new Lineage(check.Totals, check.Register, description);
        var calculate = new CalculateIndicators(check.Plan, check.CutOff, watch, watch, check.Settings);
        if (await TwiceAsync(sector, () => calculate, problems, cancellationToken) is not { } indicators) return;
        problems.AddRange(IndicatorRules.Broken(indicators, description, watch));
    }

    private static async Task<T?> TwiceAsync<T>(ISector sector, Func<IRequest<T>> request, List<string> problems, CancellationToken cancellationToken)
        where T : class
    {
        var first = await sector.Ask(request(), cancellationToken);
        if (first is not SectorAnswer<T>.Ok { Value: var answer })
        {
            problems.Add(((SectorAnswer<T>.Unavailable)first).Reason.En);
            return null;
        }

        var second = await sector.Ask(request(), cancellationToken);
        if (second is not SectorAnswer<T>.Ok { Value: var again })
        {
            problems.Add("Asked a second time: " + ((SectorAnswer<T>.Unavailable)second).Reason.En);
            return answer;
        }

        if (!AnswerText.TryWrite(answer, out var text, out var problem) || !AnswerText.TryWrite(again, out var same, out problem))
        {
            problems.Add($"{typeof(T).Name} cannot be read: {problem}");
            return null;
        }

        if (!string.Equals(text, same, StringComparison.Ordinal))
            problems.Add($"{typeof(T).Name} differs between two calls with the same request: {AnswerText.FirstDifference(text, same)}");
        return answer;
    }

    private static async Task UnloadAsync(SectorCatalog catalog, string id, List<string> problems, CancellationToken cancellationToken)
    {
        await catalog.DisableAsync(id, "check", string.Empty, cancellationToken);
        try
        {
            await catalog.WhenDrainedAsync(id, cancellationToken).WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, cancellationToken);
        }
        catch (TimeoutException)
        {
            problems.Add("A call goes on after its time-out, so the plugin cannot be unloaded; observe the cancellation token.");
            return;
        }

        if (!(await catalog.FindLeaksAsync(cancellationToken)).IsEmpty)
            problems.Add("It is not freed after unloading: something outside refers to its code (an event of the process, a timer, a thread, a static cache of a shared library).");
    }

    private static void Copy(string from, string to)
    {
        if (!Directory.Exists(from)) throw new DirectoryNotFoundException($"{from} is not there; build the plugin first.");
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}

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

    /// <summary>Where the plugin's log lines go; nowhere when null.</summary>
    public ILoggerFactory? Loggers { get; init; }
}
