using System.Diagnostics;
using System.Text.Json;
using SocialWork.Abstractions;
using SocialWork.Core.Narratives;
using SocialWork.Core.Planning;
using SocialWork.Core.Reports.Annexes;
using SocialWork.Core.Time;
using SocialWork.Core.Units;
using SocialWork.Host.Accounts;
using SocialWork.Host.Workbooks;
using SocialWork.Modules;
using SocialWork.Persistence;

namespace SocialWork.Host.Composition;

/// <summary>
/// What must be done before the first request: the database, the plan and units that ship with the product, the modules,
/// and for a demonstration its year.
/// </summary>
internal sealed class Startup(
    HostSettings settings, StorageStartup storage, BackupService backups, AttachmentFiles files, KeptWorkbooks kept, ReferenceStore reference, NarrativeTemplates templates, SectorCatalog catalog, PlanModels models, TotalsRecount recount,
    FirstAdministrator firstAdministrator, IDemonstration demonstration, Readiness readiness, IHostApplicationLifetime lifetime, ILogger<Startup> log) : BackgroundService
{
    private const string Product = "product";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            readiness.Doing(new Text("đang mở cơ sở dữ liệu", "opening the database"));
            await storage.MigrateAsync(backups.SaveBeforeMigrationAsync, stoppingToken);
            await backups.RecordRestorationAsync(settings.State, stoppingToken);
            files.RemoveIncoming();
            kept.RemoveAll();
            await ImportAsync(stoppingToken);
            readiness.Doing(new Text("đang nạp các mô-đun", "loading modules"));
            await catalog.StartAsync(stoppingToken);
            await RecountAsync(stoppingToken);
            if (settings.Demo)
            {
                readiness.Doing(new Text("đang tạo năm minh họa", "making the demonstration year"));
                await demonstration.PrepareAsync(stoppingToken);
            }

            await firstAdministrator.PrepareAsync(stoppingToken);
            readiness.Ready();
            log.LogInformation("Ready after {Milliseconds} ms with {Modules} modules", watch.ElapsedMilliseconds, catalog.Modules.Length);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host is stopping before it was ready.
        }
        catch (Exception fault)
        {
            readiness.Failed(fault);
            log.LogCritical(fault, "The host cannot start: {Message}", fault.Message);
            Environment.ExitCode = 1;
            lifetime.StopApplication();
        }
    }

    private async Task ImportAsync(CancellationToken cancellationToken)
    {
        var data = Path.Combine(AppContext.BaseDirectory, "Data");
        foreach (var file in PlanFiles(Path.Combine(data, "plans"), settings.State.Plans))
        {
            var (plan, problems) = await reference.ImportPlanAsync(await File.ReadAllTextAsync(file, cancellationToken), Product, cancellationToken);
            if (plan is null) throw new InvalidDataException($"The plan file {file} cannot be used. {string.Join(" ", problems.Select(p => $"{p.Clause}: {p.Message}"))}");
            if (templates.Problems(plan) is { IsEmpty: false } unknown) throw new InvalidDataException($"The drafts in {TemplatesFile} cannot be used with plan {plan.Id}. {string.Join(" ", unknown)}");
        }

        if ((await reference.RegisterAsync(cancellationToken)).Units.IsEmpty)
        {
            await using var units = File.OpenRead(Path.Combine(data, "units.json"));
            log.LogInformation("Imported {Count} units", await reference.ImportUnitsAsync(UnitsFile.Read(units), Product, cancellationToken));
        }
    }

    // A file in the data folder with the id of a plan takes the place of the one that ships with the product.
    private static IEnumerable<string> PlanFiles(string shipped, string own) =>
        new[] { shipped, own }
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.json"))
            .GroupBy(PlanIdOf, StringComparer.Ordinal)
            .OrderBy(id => id.Key, StringComparer.Ordinal)
            .Select(files => files.Last());

    // A file whose id cannot be read stands for itself, and is refused by name when it is imported.
    private static string PlanIdOf(string file)
    {
        try
        {
            using var plan = JsonDocument.Parse(File.ReadAllText(file));
            return plan.RootElement.GetProperty("id").GetString() ?? file;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return file;
        }
    }

    private async Task RecountAsync(CancellationToken cancellationToken)
    {
        await using var lease = catalog.Lease();
        foreach (var plan in await reference.PlansAsync(cancellationToken))
        {
            if (await models.GetAsync(plan.Id, lease, cancellationToken) is { } model && await recount.EnsureAsync(model, cancellationToken))
                log.LogInformation("Recounted the totals of plan {Plan}", plan.Id);
        }
    }

    internal static AnnexOutline ReadAnnexes() => AnnexFile.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "report", "annexes.json")));

    private static string TemplatesFile => Path.Combine(AppContext.BaseDirectory, "Data", "report", "narrative.json");

    internal static NarrativeTemplates ReadTemplates()
    {
        var (templates, problems) = NarrativeFile.Read(File.ReadAllText(TemplatesFile));
        return templates ?? throw new InvalidDataException($"The drafts in {TemplatesFile} cannot be used. {string.Join(" ", problems)}");
    }

    internal static HolidayCalendar ReadCalendar()
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Data", "holidays.json"));
        return HolidayCalendar.Read(file);
    }
}

/// <summary>Makes the demonstration's year, once.</summary>
internal interface IDemonstration
{
    /// <summary>Fills an empty demonstration database; leaves a filled one alone.</summary>
    Task PrepareAsync(CancellationToken cancellationToken);
}
