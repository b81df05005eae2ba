using System.Text.Json;
using MediatR;
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
            for (var i = 0; i < check.Dependencies.Length; i++) Copy(check.Dependencies[i], Path.Combine(plugins, $"plugin-dependency{i}"));
            var options = new ModuleOptions { PluginsFolder = plugins, DataFolder = Path.Combine(stage, "data"), CallTimeout = check.CallTimeout };
            await using var catalog = new SectorCatalog(options, new PluginLoader(), check.Loggers ?? NullLoggerFactory.Instance, TimeProvider.System);
            await catalog.StartAsync(cancellationToken);
            var id = await IdAsync(pluginFolder, cancellationToken);
            var module = catalog.Modules.FirstOrDefault(found => found.Id == id) ?? catalog.Modules[0];
            if (module.State != SectorState.Enabled) return new PluginReport(module.Id, [$"It is {module.State}: {module.Reason?.En}"]);
            var problems = new List<string>();
            await AskAsync(catalog, module.Id, check, problems, cancellationToken);
            await UnloadAsync(catalog, module.Id, problems, cancellationToken);
            return new PluginReport(module.Id, [.. problems]);
        }
        finally
        {
            Directory.Delete(stage, recursive: true);
        }
    }

    private static async Task AskAsync(SectorCatalog catalog, string id, PluginCheck check, List<string> problems, CancellationToken cancellationToken)
    {
        await using var lease = catalog.Lease();
        var sector = lease.Sectors.First(found => found.Id == id);
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

    // Null when it cannot be read: the host's reason says so better.
    private static async Task<string?> IdAsync(string folder, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = File.OpenRead(Path.Combine(folder, "plugin.json"));
            using var json = await JsonDocument.ParseAsync(stream, default, cancellationToken);
            return json.RootElement.GetProperty("id").GetString();
        }
        catch (Exception fault) when (fault is IOException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
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
