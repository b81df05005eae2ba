using System.Security.Claims;
using SocialWork.Abstractions;
using SocialWork.Core.Access;
using SocialWork.Core.Planning;
using SocialWork.Core.Sectors;
using SocialWork.Core.Submissions;
using SocialWork.Host.Api.Tables;
using SocialWork.Host.Composition;
using SocialWork.Host.Printing;
using SocialWork.Modules;
using SocialWork.Persistence;
using SocialWork.Persistence.Writing;

namespace SocialWork.Host.Api;

/// <summary>Health, modules and the audit log.</summary>
internal static class SystemEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => Results.Ok(new { status = "live" })).AllowAnonymous().ExcludeFromDescription();
        routes.MapGet("/health/ready", ReadyAsync).AllowAnonymous().ExcludeFromDescription();
    }

    public static void MapSystem(this RouteGroupBuilder api)
    {
        api.MapListing("/modules", ModulesAsync, "ListModules", "Every module: state, version, what it contributes, last faults.");
        api.MapListing("/audit", AuditAsync, "Audit", "The audit log, newest first; ?entity= (its start) ?actor= ?action= ?text= (in entity or reason, without regard to case and accents) ?from= ?to= ?before=");
        api.MapGet("/system", SettingsOf).WithName("System").WithSummary("How this installation is set up: what is asked at sign-in, and how many days what is kept.");
        api.MapGet("/audit/verification", VerificationAsync).WithName("VerifyAudit").WithSummary("Reads the whole log and says whether it is what was written; names the rows that are not.");
    }

    // The product is ready when it can serve; a module that is not enabled is named, and does not make it unready.
    private static async Task<IResult> ReadyAsync(HttpContext http, Readiness readiness, SectorCatalog catalog, RequestModules modules, IReferenceStore reference, ISubmissionReader data, WriteGate gate, PdfPrinter printer, ILogger<Readiness> log, CancellationToken cancellationToken)
    {
        if (!readiness.IsReady) return Answers.Json(http, new { status = "starting", phase = readiness.Phase }, StatusCodes.Status503ServiceUnavailable);
        string database;
        try
        {
            await data.DataVersionAsync(cancellationToken);
            database = gate.IsRunning ? "ok" : "the writer has stopped";
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.LogError(fault, "The database does not answer");
            database = "does not answer";
        }

        var states = new SortedDictionary<string, object>(StringComparer.Ordinal);
        foreach (var plan in await reference.PlansAsync(cancellationToken))
        {
            foreach (var sector in (await modules.ModelAsync(plan.Id, cancellationToken))?.Sectors ?? [])
            {
                var known = catalog.Modules.FirstOrDefault(m => m.Id == sector.Id);
                states[sector.Id] = new { State = known?.State ?? SectorState.Missing, Plan = sector.Outcome, Reason = known?.Reason ?? sector.Reason };
            }
        }

        return Answers.Json(http, new { status = database == "ok" ? "ready" : "failing", database, pdf = printer.IsOn ? "on" : "off", modules = states }, database == "ok" ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<IResult> ModulesAsync(HttpContext http, ClaimsPrincipal user, ModuleListing modules, CancellationToken cancellationToken) => AccessPolicy.MaySeeCity(user.Actor())
        ? await TableAnswers.AnswerAsync(http, SystemListings.Modules, await modules.ReadAsync(cancellationToken), cancellationToken)
        : Answers.Forbidden(http);

    private static async Task<IResult> AuditAsync(
        HttpContext http, ClaimsPrincipal user, AuditReading log, string? entity, string? actor, string? action, string? text,
        DateTimeOffset? from, DateTimeOffset? to, long? before, CancellationToken cancellationToken)
    {
        if (!AccessPolicy.MaySeeLog(user.Actor())) return Answers.Forbidden(http);
        var query = new AuditQuery { Entity = entity, Actor = actor, Action = action, Text = text, From = from, To = to, Before = before };
        if (await log.RefusalOfAsync(query, cancellationToken) is { } refusal) return Answers.Refuse(http, refusal);
        var pages = log.PagesAsync(query, user.Actor(), cancellationToken);
        if (TableFormats.Asked(http) is { } format) return await TableAnswers.FileAsync(http, format, SystemListings.Audit, pages.SelectMany(page => page), cancellationToken);
        return Answers.Json(http, await pages.FirstOrDefaultAsync(page => page.Count > 0, cancellationToken) ?? []);
    }

    private static async Task<IResult> VerificationAsync(HttpContext http, ClaimsPrincipal user, AuditVerification verification, CancellationToken cancellationToken) => AccessPolicy.MaySeeLog(user.Actor())
        ? Answers.Json(http, await verification.RunAsync(cancellationToken))
        : Answers.Forbidden(http);

    private static IResult SettingsOf(HttpContext http, ClaimsPrincipal user, HostSettings settings, PdfPrinter printer) => AccessPolicy.MaySeeLog(user.Actor())
        ? Answers.Json(http, new
        {
            Demonstration = settings.Demo,
            SecondFactorRequired = settings.RequireSecondFactor,
            settings.SignInsPerAddress,
            settings.SignInsPerName,
            ModuleTimeoutSeconds = settings.ModuleTimeout.TotalSeconds,
            Pdf = printer.State,
            KeptDays = settings.Retention,
            NeverRemoved = new Text(
                "Phiên bản đã gửi, nhật ký, tên đăng nhập và vai trò, tệp đính kèm.",
                "Versions that were sent, the audit log, user names and roles, attached files."),
        })
        : Answers.Forbidden(http);
}
