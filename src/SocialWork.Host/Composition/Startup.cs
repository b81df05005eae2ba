using System.Diagnostics;
using SocialWork.Abstractions;
using SocialWork.Core.Planning;
using SocialWork.Core.Time;
using SocialWork.Core.Units;
using SocialWork.Modules;
using SocialWork.Persistence;

namespace SocialWork.Host.Composition;

/// <summary>
/// What must be done before the first request: the database, the plan and units that ship with the product, the modules,
/// and for a demonstration its year.
/// </summary>
internal sealed class Startup(
    HostSettings settings, StorageStartup storage, ReferenceStore reference, SectorCatalog catalog, PlanModels models,
    IDemonstration demonstration, Readiness readiness, IHostApplicationLifetime lifetime, ILogger<Startup> log) : BackgroundService
{
    private const string Product = "product";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            readiness.Doing(new Text("đang mở cơ sở dữ liệu", "opening the database"));
            await storage.MigrateAsync(stoppingToken);
            await ImportAsync(stoppingToken);
            readiness.Doing(new Text("đang nạp các mô-đun", "loading modules"));
            await catalog.StartAsync(stoppingToken);
            if (settings.Demo)
            {
                readiness.Doing(new Text("đang tạo năm minh họa", "making the demonstration year"));
                await demonstration.PrepareAsync(stoppingToken);
            }

            await using (var lease = catalog.Lease())
            {
                foreach (var plan in await reference.PlansAsync(stoppingToken)) await models.GetAsync(plan.Id, lease, stoppingToken);
            }

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
        var known = (await reference.PlansAsync(cancellationToken)).Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(data, "plans"), "*.json").Order(StringComparer.Ordinal))
        {
            var id = Path.GetFileNameWithoutExtension(file)["plan-".Length..];
            if (known.Contains(id)) continue;
            var (plan, problems) = await reference.ImportPlanAsync(await File.ReadAllTextAsync(file, cancellationToken), Product, cancellationToken);
            if (plan is null) throw new InvalidDataException($"{Path.GetFileName(file)}: {string.Join(" ", problems.Select(p => $"{p.Clause}: {p.Message}"))}");
            log.LogInformation("Imported plan {Plan}", plan.Id);
        }

        if ((await reference.RegisterAsync(cancellationToken)).Units.IsEmpty)
        {
            await using var units = File.OpenRead(Path.Combine(data, "units.json"));
            log.LogInformation("Imported {Count} units", await reference.ImportUnitsAsync(UnitsFile.Read(units), Product, cancellationToken));
        }
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
