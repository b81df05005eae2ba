using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using SocialWork.Abstractions;
using SocialWork.Core.Access;
using SocialWork.Core.Planning;
using SocialWork.Core.Registers;
using SocialWork.Core.Sectors;
using SocialWork.Core.Submissions;
using SocialWork.Host.Api.Tables;
using SocialWork.Host.Composition;
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
    private static async Task<IResult> ReadyAsync(HttpContext http, Readiness readiness, SectorCatalog catalog, RequestModules modules, IReferenceStore reference, ISubmissionReader data, WriteGate gate, ILogger<Readiness> log, CancellationToken cancellationToken)
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

        return Answers.Json(http, new { status = database == "ok" ? "ready" : "failing", database, modules = states }, database == "ok" ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<IResult> ModulesAsync(HttpContext http, ClaimsPrincipal user, SectorCatalog catalog, RequestModules modules, IReferenceStore reference, CancellationToken cancellationToken)
    {
        if (!AccessPolicy.MaySeeCity(user.Actor())) return Answers.Forbidden(http);
        var models = new List<PlanModel>();
        foreach (var plan in await reference.PlansAsync(cancellationToken))
        {
            if (await modules.ModelAsync(plan.Id, cancellationToken) is { } model) models.Add(model);
        }

        var known = catalog.Modules.ToDictionary(m => m.Id, StringComparer.Ordinal);
        var ids = known.Keys.Union(models.SelectMany(m => m.Sectors).Select(s => s.Id)).Order(StringComparer.Ordinal);
        return await TableAnswers.AnswerAsync(http, SystemListings.Modules, ids.Select(id =>
        {
            var module = known.GetValueOrDefault(id);
            var sector = models.SelectMany(m => m.Sectors).FirstOrDefault(s => s.Id == id);
            return new ListedModule(
                id,
                module?.Name ?? sector?.Name,
                module?.Version ?? string.Empty,
                module?.State ?? SectorState.Missing,
                module?.Reason ?? sector?.Reason,
                module?.Since,
                models.SelectMany(m => m.Forms).Where(f => f.Module == id).Select(f => f.Code),
                sector?.Indicators.Select(i => i.Code) ?? [],
                module?.Faults.Select(f => new ListedFault(f.At, f.What)) ?? []);
        }), cancellationToken);
    }

    private static async Task<IResult> AuditAsync(
        HttpContext http, ClaimsPrincipal user, AuditLog log, RequestModules modules, string? entity, string? actor, string? action, string? text,
        DateTimeOffset? from, DateTimeOffset? to, long? before, CancellationToken cancellationToken)
    {
        if (!MaySeeLog(user.Actor())) return Answers.Forbidden(http);
        if (text?.Length > AuditQuery.MaxText)
            return Answers.Problem(http, StatusCodes.Status400BadRequest, "audit.textTooLong", new Text($"“text” dài quá {AuditQuery.MaxText} ký tự: tìm bằng ít chữ hơn.", $"'text' is longer than {AuditQuery.MaxText} characters: search for fewer words."));
        var query = new AuditQuery { Entity = entity, Actor = actor, Action = action, Text = text, From = from, To = to, Before = before };
        if (await log.IsTooWideAsync(query, cancellationToken))
            return Answers.Problem(http, StatusCodes.Status422UnprocessableEntity, "audit.searchTooWide", new Text(
                $"Phải tìm chữ trong hơn {AuditLog.MaxSearched} dòng nhật ký: thu hẹp bằng from, to, entity, actor hoặc action.",
                $"The text would be searched for in more than {AuditLog.MaxSearched} lines: narrow it with from, to, entity, actor or action."));
        var pages = PagesAsync(log, query, user.Actor(), modules, cancellationToken);
        if (TableFormats.Asked(http) is { } format) return await TableAnswers.FileAsync(http, format, SystemListings.Audit, pages.SelectMany(page => page), cancellationToken);
        return Answers.Json(http, await pages.FirstOrDefaultAsync(page => page.Count > 0, cancellationToken) ?? []);
    }

    private static async Task<IResult> VerificationAsync(HttpContext http, ClaimsPrincipal user, AuditVerification verification, CancellationToken cancellationToken) => MaySeeLog(user.Actor())
        ? Answers.Json(http, await verification.RunAsync(cancellationToken))
        : Answers.Forbidden(http);

    private static IResult SettingsOf(HttpContext http, ClaimsPrincipal user, HostSettings settings) => MaySeeLog(user.Actor())
        ? Answers.Json(http, new
        {
            Demonstration = settings.Demo,
            SecondFactorRequired = settings.RequireSecondFactor,
            settings.SignInsPerAddress,
            settings.SignInsPerName,
            ModuleTimeoutSeconds = settings.ModuleTimeout.TotalSeconds,
            KeptDays = settings.Retention,
            NeverRemoved = new Text(
                "Phiên bản đã gửi, nhật ký, tên đăng nhập và vai trò, tệp đính kèm.",
                "Versions that were sent, the audit log, user names and roles, attached files."),
        })
        : Answers.Forbidden(http);

    private static bool MaySeeLog(Actor who) => who.Is(Role.Auditor) || who.Is(Role.Administrator);

    private static async IAsyncEnumerable<List<AuditLine>> PagesAsync(AuditLog log, AuditQuery query, Actor who, RequestModules modules, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var page = await log.PageAsync(query, cancellationToken); !page.IsEmpty; page = await log.PageAsync(query with { Before = page[^1].Id }, cancellationToken))
            yield return await ShownAsync(page, query.Text, who, modules, cancellationToken);
    }

    private static async Task<List<AuditLine>> ShownAsync(ImmutableArray<AuditLine> lines, string? text, Actor who, RequestModules modules, CancellationToken cancellationToken)
    {
        var shown = new List<AuditLine>(lines.Length);
        foreach (var line in lines)
        {
            if (await MayReadAsync(who, line, modules, cancellationToken)) shown.Add(line);
            // A line that was found for words which its reader may not see would tell that they are there.
            else if (text is null || AuditLog.Holds(line.Entity, text)) shown.Add(line with { Before = null, After = null, Reason = null, Hash = null });
        }

        return shown;
    }

    // The log holds the values of drafts and entries: who may not read them reads of their steps, not of their values.
    private static async Task<bool> MayReadAsync(Actor who, AuditLine line, RequestModules modules, CancellationToken cancellationToken)
    {
        var entity = line.Entity.Split('/');
        if (entity is ["register", var register, ..]) return RegisterSet.Find(register) is { } found && RegisterAccess.MaySeeWhole(who, found.Definition);
        if (entity is not ["submission", var plan, var form, var unit, _]) return true;
        return await modules.ModelAsync(plan, cancellationToken) is { } model
            && model.Form(form) is { } known
            && model.Units.Find(unit) is { } owner
            && AccessPolicy.MayRead(who, model.Plan, owner, known.Definition);
    }
}
