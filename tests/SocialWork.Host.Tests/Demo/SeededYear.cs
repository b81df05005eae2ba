using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using SocialWork.Core.CoreForms;
using SocialWork.Core.Forms;
using SocialWork.Core.Indicators;
using SocialWork.Core.Narratives;
using SocialWork.Core.Planning;
using SocialWork.Core.Reports;
using SocialWork.Core.Reports.Annexes;
using SocialWork.Core.Sectors;
using SocialWork.Core.Submissions;
using SocialWork.Core.Time;
using SocialWork.Core.Units;
using SocialWork.Host.Demo;
using SocialWork.Modules;
using SocialWork.Modules.Loading;
using SocialWork.Persistence;
using SocialWork.Persistence.Reading;
using SocialWork.Persistence.Writing;

namespace SocialWork.Host.Tests.Demo;

/// <summary>A database file of its own, seeded through the real storage with the real modules; gone when disposed.</summary>
public sealed class SeededYear : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("demo-year-").FullName;
    private readonly SectorCatalog _catalog;
    private readonly PlanModels _models;
    private readonly SubmissionChecks _checks;
    private readonly CombinedReportBuilder _reports;
    private readonly StorageStartup _startup;

    private SeededYear()
    {
        var time = new StandingTime(DemoFacts.Now);
        var options = new StorageOptions(DatabaseFile);
        Clock = new CityClock(time);
        Gate = new WriteGate(options, NullLogger<WriteGate>.Instance);
        Readers = new DbReaders(options);
        Archive = new FormArchive();
        Reference = new ReferenceStore(Gate, Readers, Clock);
        Reader = new SubmissionReader(Readers, Archive);
        Obstacles = new ObstacleStore(Gate, Readers);
        Writer = new SubmissionWriter(Gate, Archive, Clock);
        var registers = new RegisterStore(Gate, Readers);
        Year = new DemoYear(Writer, registers, Obstacles, new DemoPapers(new AttachmentStore(Gate, Readers), new AttachmentFiles(Path.Combine(_folder, "files"))));
        _startup = new StorageStartup(Gate, Clock, NullLogger<StorageStartup>.Instance);
        _catalog = new SectorCatalog(new ModuleOptions { PluginsFolder = HostOutput.Plugins, DataFolder = _folder }, new PluginLoader(), NullLoggerFactory.Instance, time);
        _models = new PlanModels(Reference, new FormStore(Gate, Readers, Archive, Clock), Archive, CoreFormSet.All, TimeProvider.System);
        _checks = new SubmissionChecks(Reader, registers, new YearBefore(Reader, Reference), Clock, NullLogger<SubmissionChecks>.Instance);
        using var holidays = File.OpenRead(HostOutput.Data("holidays.json"));
        _reports = new CombinedReportBuilder(
            Reader, registers, Obstacles, new IndicatorCalculator(NullLogger<IndicatorCalculator>.Instance), new NarrativeStore(Gate, Readers), NarrativeFile.Read(File.ReadAllText(HostOutput.Data("report/narrative.json"))).Templates!, Clock, HolidayCalendar.Read(holidays), AnnexFile.Read(File.ReadAllText(HostOutput.Data(Path.Combine("report", "annexes.json")))), new DemoMark(IsDemo: true));
    }

    public string DatabaseFile => Path.Combine(_folder, "demo.db");

    public CityClock Clock { get; }

    public WriteGate Gate { get; }

    public DbReaders Readers { get; }

    public FormArchive Archive { get; }

    public ReferenceStore Reference { get; }

    public SubmissionReader Reader { get; }

    public ObstacleStore Obstacles { get; }

    public SubmissionWriter Writer { get; }

    public DemoYear Year { get; }

    public PlanModel Model { get; private set; } = null!;

    public DemoSummary Summary { get; private set; } = null!;

    public TimeSpan SeedingTime { get; private set; }

    public static async Task<SeededYear> CreateAsync(DateTimeOffset? until = null)
    {
        var year = new SeededYear();
        await year.StartAsync(until ?? DemoFacts.Now);
        return year;
    }

    public ISectorLease Lease() => _catalog.Lease();

    public async Task<CombinedReport> ReportAsync()
    {
        await using var lease = Lease();
        return await _reports.BuildAsync(Model, lease, CancellationToken.None);
    }

    /// <summary>What the form, and its module, find in a version.</summary>
    public async Task<IReadOnlyCollection<Finding>> FindingsAsync(ISectorLease lease, SubmissionVersion version)
    {
        var target = new SubmissionTarget(Model.Form(version.Key.Form)!, Model.Units.Find(version.Key.Unit)!, version.Key);
        return await _checks.RunAsync(Model, lease, target, version.Values, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await _catalog.DisposeAsync();
        _models.Dispose();
        await Gate.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task StartAsync(DateTimeOffset until)
    {
        var none = CancellationToken.None;
        await _startup.MigrateAsync(_ => Task.CompletedTask, none);
        await _catalog.StartAsync(none);
        var (plan, problems) = await Reference.ImportPlanAsync(await File.ReadAllTextAsync(HostOutput.Data("plans/plan-2026.json"), none), "test", none);
        plan.ShouldNotBeNull(string.Join("; ", problems));
        await using var units = File.OpenRead(HostOutput.Data("units.json"));
        var register = UnitsFile.Read(units);
        await Reference.ImportUnitsAsync(register, "test", none);
        await Reference.ImportUnitsAsync(DemoUnits.For(register), "test", none);
        await using var lease = Lease();
        Model = (await _models.GetAsync(DemoFacts.Plan, lease, none))!;
        var watch = Stopwatch.StartNew();
        Summary = await Year.SeedAsync(Model, until, none);
        SeedingTime = watch.Elapsed;
    }

    private sealed class StandingTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();
    }
}
