using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.WebEncoders;
using Serilog;
using SocialWork.Host.Accounts;
using SocialWork.Host.Api;
using SocialWork.Host.Conformance;
using SocialWork.Host.Pages.Support;
using SocialWork.Host.Reports;
using SocialWork.Host.Workbooks;
using SocialWork.Persistence.Backups;

namespace SocialWork.Host.Composition;

/// <summary>Builds the web application: services, sign-in, middleware, endpoints.</summary>
public static class SocialWorkHost
{
    private const string DefaultAddress = "http://127.0.0.1:5080";

    /// <summary>Builds the host from its command line and environment.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="configure">Further changes to the builder, before it is built; null for none.</param>
    /// <exception cref="SettingsException">A setting is wrong.</exception>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var (builder, settings) = Configure(args);
        Restoration.Finish(settings.State);
        settings.PrepareFolder();
        builder.Configuration["urls"] ??= DefaultAddress;

        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = RequestBody.MaxBytes + (64 * 1024);
        });
        AddLogging(builder, settings);
        AddSignIn(builder.Services, settings);
        builder.Services.AddHsts(hsts => hsts.MaxAge = TimeSpan.FromDays(365));
        builder.Services.AddAntiforgery(token =>
        {
            token.Cookie.Name = "socialwork-form";
            token.Cookie.SameSite = SameSiteMode.Strict;
            token.Cookie.SecurePolicy = settings.AllowsHttp ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        });
        builder.Services.AddProduct(settings).AddSingleton<ReportCache>().AddSingleton<WorkbookMaker>().AddSingleton<WorkbookImport>().AddSingleton<WorkbookReception>().AddSingleton<WorkbookSaving>().AddSingleton<UploadQueue>().AddSingleton<DocumentReception>();
        builder.Services.AddSmallAnswers().AddRazorPages();
        builder.Services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        builder.Services.AddOpenApi();
        // A parameter that cannot be read is answered like every other refusal, not with an empty body.
        builder.Services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        builder.Services.ConfigureHttpJsonOptions(o => o.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All));
        configure?.Invoke(builder);

        var app = builder.Build();
        // A proxy on this machine may end TLS; what others write into these headers is not believed.
        app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto });
        if (!settings.Demo) app.UseHsts();
        app.UseMiddleware<FaultAnswers>();
        app.UseMiddleware<ResponseHeaders>();
        app.UseMiddleware<RefusalRecording>();
        app.UseSmallFiles();
        app.UseSmallPages();
        app.UseStatusCodePages(context => PageGate.StatusAsync(context.HttpContext));
        app.UseMiddleware<PageGate>();
        app.UseMiddleware<CarriedForms>();
        app.UseRouting();
        app.UseMiddleware<OriginGuard>();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseMiddleware<AccessLimits>();
        app.MapHealth();
        app.MapOpenApi().AllowAnonymous();
        app.MapRazorPages();
        app.MapReportSheet();
        var api = app.MapGroup("/api/v1").AddEndpointFilter<ReadyFilter>();
        api.MapSession();
        api.MapTokens();
        api.MapOwnAccount();
        api.MapAccounts();
        api.MapAccountImport();
        api.MapPlans();
        api.MapUnits();
        api.MapUnitWorkbook();
        api.MapForms();
        api.MapSubmissions();
        api.MapWorkbooks();
        api.MapWorkbookUploads();
        api.MapAttachments();
        api.MapReports();
        api.MapSnapshots();
        api.MapDocuments();
        api.MapAgencyReports();
        api.MapReportFacts();
        api.MapNarrative();
        api.MapObstacles();
        api.MapRegisters();
        api.MapSystem();
        api.MapBackups();
        api.MapWork();
        return app;
    }

    /// <summary>The settings of a command line and its environment, as a host would have them.</summary>
    /// <exception cref="SettingsException">A setting is wrong.</exception>
    public static HostSettings Settings(string[] args) => Configure(args).Settings;

    private static (WebApplicationBuilder Builder, HostSettings Settings) Configure(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, ApplicationName = typeof(SocialWorkHost).Assembly.GetName().Name });
        HostSettings.AddCommandLine(builder.Configuration, args);
        return (builder, HostSettings.Read(builder.Configuration));
    }

    private static void AddLogging(WebApplicationBuilder builder, HostSettings settings)
    {
        var logger = new LoggerConfiguration()
            .MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft", Serilog.Events.LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.Hosting.Lifetime", Serilog.Events.LogEventLevel.Information)
            .WriteTo.Console(formatProvider: System.Globalization.CultureInfo.InvariantCulture)
            .WriteTo.File(new Serilog.Formatting.Json.JsonFormatter(), Path.Combine(settings.State.Logs, "log-.json"), rollingInterval: RollingInterval.Day, retainedFileCountLimit: null, retainedFileTimeLimit: TimeSpan.FromDays(settings.Retention.Logs))
            .CreateLogger();
        builder.Logging.ClearProviders();
        builder.Logging.AddSerilog(logger, dispose: true);
    }

    private static void AddSignIn(IServiceCollection services, HostSettings settings)
    {
        services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(settings.State.Keys)).SetApplicationName("SocialWorkModular");
        services.AddSchemes(settings);
        // Nothing is open unless it says so.
        services.AddAuthorizationBuilder().SetFallbackPolicy(new Microsoft.AspNetCore.Authorization.AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
    }
}
