using System.Collections.Immutable;
using SocialWork.Core.Accounts;
using SocialWork.Core.Accounts.Import;
using SocialWork.Core.Attachments;
using SocialWork.Core.Auditing;
using SocialWork.Core.CoreForms;
using SocialWork.Core.Forms;
using SocialWork.Core.Indicators;
using SocialWork.Core.Lineage;
using SocialWork.Core.Narratives;
using SocialWork.Core.Obstacles;
using SocialWork.Core.Past;
using SocialWork.Core.Planning;
using SocialWork.Core.Privacy;
using SocialWork.Core.Registers;
using SocialWork.Core.Reports;
using SocialWork.Core.Reports.Agencies;
using SocialWork.Core.Retention;
using SocialWork.Core.Review;
using SocialWork.Core.Snapshots;
using SocialWork.Core.Submissions;
using SocialWork.Core.Time;
using SocialWork.Core.Units.Changes;
using SocialWork.Core.Units.Import;
using SocialWork.Documents.Units;
using SocialWork.Host.Accounts;
using SocialWork.Host.Api;
using SocialWork.Host.Api.Tables;
using SocialWork.Host.Composition.Jobs;
using SocialWork.Host.Demo;
using SocialWork.Host.Pages.Support;
using SocialWork.Host.Printing;
using SocialWork.Host.Reports;
using SocialWork.Host.Workbooks;
using SocialWork.Modules;
using SocialWork.Persistence;
using SocialWork.Persistence.Auditing;
using SocialWork.Persistence.Backups;
using SocialWork.Persistence.Reading;
using SocialWork.Persistence.Writing;

namespace SocialWork.Host.Composition;

/// <summary>Puts the product together.</summary>
internal static class ProductServices
{
    public static IServiceCollection AddProduct(this IServiceCollection services, HostSettings settings)
    {
        var time = settings.Demo ? StandingTime.MorningOf(settings.Today ?? StandingTime.DefaultDay) : TimeProvider.System;
        return services
            .AddSingleton(settings)
            .AddSingleton(new DemoMark(settings.Demo))
            .AddSingleton(new CityClock(time))
            .AddSingleton(Startup.ReadCalendar())
            .AddSingleton(Startup.ReadAnnexes())
            .AddSingleton(Startup.ReadTemplates())
            .AddSingleton<Readiness>()
            .AddStorage(new StorageOptions(settings.State.Database))
            .AddSingleton(new AttachmentFiles(settings.State.Files))
            .AddSingleton<IAttachmentFiles>(p => p.GetRequiredService<AttachmentFiles>())
            .AddDomain()
            .AddAccounts(settings)
            .AddSectorModules(new ModuleOptions
            {
                PluginsFolder = settings.PluginsFolder,
                DataFolder = settings.State.Path,
                SafeMode = settings.SafeMode,
                CallTimeout = settings.ModuleTimeout,
            })
            .AddScoped<RequestModules>()
            .AddSingleton<FormCarrier>()
            .AddScoped<ModuleListing>()
            .AddSingleton<DemoPapers>()
            .AddSingleton<DemoYear>()
            .AddSingleton<IDemonstration, Demonstration>()
            .AddHostedService<Startup>()
            .AddHostedService<RetentionSweeping>()
            .AddAuditing(settings)
            .AddWork(settings)
            .AddPrinting(settings)
            .AddBackups(settings);
    }

    private static IServiceCollection AddStorage(this IServiceCollection services, StorageOptions options) => services
        .AddSingleton(options)
        .AddSingleton<WriteGate>()
        .AddSingleton(_ => new DbReaders(options))
        .AddSingleton<StorageStartup>()
        .AddSingleton<ReferenceStore>()
        .AddSingleton<IReferenceStore>(p => p.GetRequiredService<ReferenceStore>())
        .AddSingleton<IUnitStore, UnitStore>()
        .AddSingleton<IFormStore, FormStore>()
        .AddSingleton<ISubmissionReader, SubmissionReader>()
        .AddSingleton<ICountedSubmissions>(p => p.GetRequiredService<ISubmissionReader>())
        .AddSingleton<ISubmissionWriter, SubmissionWriter>()
        .AddSingleton<ISnapshotStore, SnapshotStore>()
        .AddSingleton<IPastReader, PastReader>()
        .AddSingleton<IObstacleStore, ObstacleStore>()
        .AddSingleton<IObstacleList>(p => p.GetRequiredService<IObstacleStore>())
        .AddSingleton<IRegisterStore, RegisterStore>()
        .AddSingleton<IValidEntries>(p => p.GetRequiredService<IRegisterStore>())
        .AddSingleton<IReportFactsStore, ReportFactsStore>()
        .AddSingleton<INarrativeStore, NarrativeStore>()
        .AddSingleton<INarrativeEdits>(p => p.GetRequiredService<INarrativeStore>())
        .AddSingleton<IAttachmentStore, AttachmentStore>()
        .AddSingleton<IAccountStore, AccountStore>()
        .AddSingleton<IRetentionStore, RetentionStore>()
        .AddSingleton<TotalsRecount>();

    private static IServiceCollection AddAuditing(this IServiceCollection services, HostSettings settings) => services
        .AddHttpContextAccessor()
        .AddSingleton<IRequestOrigin, HttpOrigin>()
        .AddSingleton<AuditLog>()
        .AddSingleton<IAuditTrail, AuditTrail>()
        .AddSingleton(new AuditAnchors(settings.State.Anchors))
        .AddSingleton<AuditVerifier>()
        .AddSingleton<AuditVerification>()
        .AddScoped<AuditReading>()
        .AddSingleton<Readings>()
        .AddSingleton<RefusalRecord>()
        .AddHostedService<AuditAnchoring>()
        // Stopped before the anchoring, so that what it writes is anchored too.
        .AddHostedService<RefusalSums>();

    private static IServiceCollection AddWork(this IServiceCollection services, HostSettings settings) => services
        .AddSingleton<JobOrigin>()
        .AddSingleton(p => new JobNotes(settings.State.Work, p.GetRequiredService<ILogger<JobNotes>>()))
        .AddSingleton<JobService>()
        .AddHostedService(p => p.GetRequiredService<JobService>())
        .AddSingleton(p => new KeptWorkbooks(settings.State.Waiting, p.GetRequiredService<TimeProvider>()))
        .AddHostedService<WaitingSweeping>();

    private static IServiceCollection AddPrinting(this IServiceCollection services, HostSettings settings) => services
        .AddSingleton(p => new PdfPrinter(settings.Office, settings.State.Printing, p.GetRequiredService<ILogger<PdfPrinter>>()))
        .AddSingleton<IPdfPrinter>(p => p.GetRequiredService<PdfPrinter>())
        .AddHostedService<PdfProbing>();

    private static IServiceCollection AddBackups(this IServiceCollection services, HostSettings settings) => services
        .AddSingleton<FreeSpace>(Disk.FreeSpace)
        .AddSingleton(p => new BackupMaker(settings.State, ProductVersion.Text, p.GetRequiredService<CityClock>(), p.GetRequiredService<FreeSpace>()))
        .AddSingleton(p => new BackupKeeper(p.GetRequiredService<BackupMaker>(), new BackupTarget(settings.BackupsFolder), settings.BackupRetention))
        .AddSingleton<BackupService>()
        .AddHostedService<DailyBackup>();

    private static IServiceCollection AddDomain(this IServiceCollection services) => services
        .AddSingleton<FormArchive>()
        .AddSingleton(p => new PlanModels(p.GetRequiredService<IReferenceStore>(), p.GetRequiredService<IFormStore>(), p.GetRequiredService<FormArchive>(), CoreFormSet.All, p.GetRequiredService<TimeProvider>()))
        .AddSingleton<YearBefore>()
        .AddSingleton<FacilityRegisterService>()
        .AddSingleton<UnitImportService>()
        .AddSingleton<IUnitSheetReader, UnitSheetReader>()
        .AddSingleton<SubmissionChecks>()
        .AddSingleton<AttachmentService>()
        .AddSingleton<FormMasks>()
        .AddSingleton<SubmissionService>()
        .AddSingleton<ReviewQueue>()
        .AddSingleton<BulkReview>()
        .AddSingleton<SubmissionReviews>()
        .AddSingleton<RegisterService>()
        .AddSingleton<ObstacleService>()
        .AddSingleton<SubmissionBatches>()
        .AddSingleton<FormContents>()
        .AddSingleton<SnapshotReader>()
        .AddSingleton<IndicatorCalculator>()
        .AddSingleton<CombinedReportBuilder>()
        .AddSingleton<PastReports>()
        .AddSingleton<SnapshotService>()
        .AddSingleton<SnapshotComparisons>()
        .AddSingleton<ISnapshotSurroundings, SnapshotSurroundings>()
        .AddSingleton<SnapshotPrints>()
        .AddSingleton<AgencyReportBuilder>()
        .AddSingleton<NarrativeService>()
        .AddSingleton<ReportFactsService>()
        .AddSingleton<LineageReader>();

    private static IServiceCollection AddAccounts(this IServiceCollection services, HostSettings settings)
    {
        if (settings.Demo) services.AddSingleton<IAccountSource, DemoAccounts>();
        else services.AddSingleton<IAccountSource, NoOtherAccounts>();
        return services
            .AddSingleton<ISecretSource, SystemSecrets>()
            .AddSingleton<IPasswordHashes, IdentityPasswords>()
            .AddSingleton<ISecretSeal, DataProtectionSeal>()
            .AddSingleton<AuthenticatorKeys>()
            .AddSingleton<KnownDevices>()
            .AddSingleton<ISignInLimits, SignInLimits>()
            .AddSingleton(new OperatorConsole(Console.Out))
            .AddSingleton<PasswordGuard>()
            .AddSingleton<NewPasswords>()
            .AddSingleton<LiveAccounts>()
            .AddSingleton<SignInService>()
            .AddSingleton<OwnAccountService>()
            .AddSingleton<AccountService>()
            .AddSingleton<AccountImportService>()
            .AddSingleton<TokenService>()
            .AddSingleton<SignInDoor>()
            .AddSingleton<FirstAdministrator>();
    }
}
