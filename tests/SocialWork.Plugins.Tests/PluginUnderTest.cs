using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using System.Text.Json;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using SocialWork.Abstractions;

namespace SocialWork.Plugins.Tests;

/// <summary>A plugin as it was built, loaded from its own folder and asked through the contract alone.</summary>
public sealed class PluginUnderTest : IDisposable
{
    private static readonly PlanRef Plan2026 = new("2026", 2026);
    private static readonly Lazy<ImmutableArray<PluginUnderTest>> Loaded = new(LoadAll);

    private readonly PluginContext _context;
    private readonly ServiceProvider _services;

    private PluginUnderTest(string folder)
    {
        Folder = folder;
        Manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "plugin.json"))).RootElement;
        var path = Path.GetFullPath(Path.Combine(folder, Manifest.GetProperty("assembly").GetString()!));
        _context = new PluginContext(path);
        var assembly = _context.LoadFromAssemblyPath(path);
        var services = new ServiceCollection();
        foreach (var type in assembly.GetExportedTypes().Where(type => type is { IsClass: true, IsAbstract: false }))
        {
            if (typeof(ISectorModule).IsAssignableFrom(type)) ((ISectorModule)Activator.CreateInstance(type)!).ConfigureServices(services);
            foreach (var handler in type.GetInterfaces().Where(IsHandler)) services.AddTransient(handler, type);
        }

        _services = services.BuildServiceProvider();
        Description = Ask(new DescribeSector(Plan2026));
    }

    /// <summary>Every plugin of the repository, by id.</summary>
    public static ImmutableArray<PluginUnderTest> All => Loaded.Value;

    /// <summary>Where it was built.</summary>
    public string Folder { get; }

    public JsonElement Manifest { get; }

    public string Id => Manifest.GetProperty("id").GetString()!;

    /// <summary>Its answer for plan 2026.</summary>
    public SectorDescription Description { get; }

    /// <summary>Loads the plugin once more, apart from <see cref="All"/>.</summary>
    public static PluginUnderTest LoadAgain(string id) => new(Of(id).Folder);

    public static PluginUnderTest Of(string id) => All.Single(plugin => plugin.Id == id);

    public TResponse Ask<TResponse>(IRequest<TResponse> request) => request switch
    {
        DescribeSector describe => (TResponse)(object)Handle<DescribeSector, SectorDescription>(describe),
        CalculateIndicators calculate => (TResponse)(object)Handle<CalculateIndicators, SectorIndicators>(calculate),
        CheckSubmission check => (TResponse)(object)Handle<CheckSubmission, CheckResult>(check),
        _ => throw new ArgumentOutOfRangeException(nameof(request)),
    };

    /// <summary>Its parts of the indicators of plan 2026, by code.</summary>
    public ImmutableDictionary<string, IndicatorContribution> Indicators(ISectorTotals totals, ISectorRegister register, params string[] settings) =>
        Ask(new CalculateIndicators(Plan2026, new DateOnly(2026, 11, 30), totals, register, [.. settings]))
            .Contributions.ToImmutableDictionary(part => part.Code);

    /// <summary>The checks of a form that fail.</summary>
    public ImmutableArray<CheckFinding> Check(string form, UnitInfo unit, FormValues values, ISectorRegister register, ISectorSubmissions others, ISectorEntries entries) =>
        Ask(new CheckSubmission(Plan2026, form, unit, new ReportedPeriod(new DateOnly(2026, 1, 1), new DateOnly(2026, 11, 30)), values, register, others, entries)).Findings;

    /// <summary>Gives the plugin back; it is unloaded once nothing refers to it.</summary>
    public WeakReference Unload()
    {
        Dispose();
        return new WeakReference(_context);
    }

    public void Dispose()
    {
        _services.Dispose();
        _context.Unload();
    }

    public override string ToString() => Id;

    private TResponse Handle<TRequest, TResponse>(TRequest request) where TRequest : IRequest<TResponse> =>
        _services.GetRequiredService<IRequestHandler<TRequest, TResponse>>().Handle(request, CancellationToken.None).GetAwaiter().GetResult();

    private static bool IsHandler(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IRequestHandler<,>);

    private static ImmutableArray<PluginUnderTest> LoadAll()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "SocialWorkModular.sln"))) root = root.Parent!;
        var output = Path.GetRelativePath(Path.Combine(root.FullName, "tests", "SocialWork.Plugins.Tests"), AppContext.BaseDirectory);
        return
        [
            .. Directory.EnumerateDirectories(Path.Combine(root.FullName, "plugins"))
                .Select(folder => Path.Combine(folder, output))
                .Where(folder => File.Exists(Path.Combine(folder, "plugin.json")))
                .Select(folder => new PluginUnderTest(folder))
                .OrderBy(plugin => plugin.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>What the host shares comes from the default context; anything else from the plugin's folder.</summary>
    private sealed class PluginContext(string path) : AssemblyLoadContext(Path.GetFileNameWithoutExtension(path), isCollectible: true)
    {
        private readonly AssemblyDependencyResolver _resolver = new(path);

        protected override Assembly? Load(AssemblyName assemblyName)
        {
            var name = assemblyName.Name!;
            if (name is "SocialWork.Abstractions" or "MediatR" || name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal)) return null;
            return _resolver.ResolveAssemblyToPath(assemblyName) is { } file ? LoadFromAssemblyPath(file) : null;
        }
    }
}
