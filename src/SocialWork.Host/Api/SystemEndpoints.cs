using System.Security.Claims;
using SocialWork.Core.Access;
using SocialWork.Core.Planning;
using SocialWork.Core.Registers;
using SocialWork.Core.Sectors;
using SocialWork.Core.Submissions;
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
        api.MapGet("/modules", ModulesAsync).WithName("ListModules").WithSummary("Every module: state, version, what it contributes, last faults.");
        api.MapGet("/audit", AuditAsync).WithName("Audit").WithSummary("The audit log, newest first; ?entity= ?actor= ?from= ?to= ?before=");
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
        return Answers.Json(http, ids.Select(id =>
        {
            var module = known.GetValueOrDefault(id);
            var sector = models.SelectMany(m => m.Sectors).FirstOrDefault(s => s.Id == id);
            return new
            {
                id,
                Name = module?.Name ?? sector?.Name,
                Version = module?.Version ?? string.Empty,
                State = module?.State ?? SectorState.Missing,
                Reason = module?.Reason ?? sector?.Reason,
                module?.Since,
                Forms = models.SelectMany(m => m.Forms).Where(f => f.Module == id).Select(f => f.Code),
                Indicators = sector?.Indicators.Select(i => i.Code) ?? [],
                Faults = module?.Faults.Select(f => new { f.At, f.What }) ?? [],
            };
        }));
    }

    private static async Task<IResult> AuditAsync(HttpContext http, ClaimsPrincipal user, AuditLog log, RequestModules modules, string? entity, string? actor, DateTimeOffset? from, DateTimeOffset? to, long? before, CancellationToken cancellationToken)
    {
        var who = user.Actor();
        if (!who.Is(Role.Auditor) && !who.Is(Role.Administrator)) return Answers.Forbidden(http);
        var lines = await log.PageAsync(entity, actor, from, to, before, cancellationToken);
        var shown = new List<AuditLine>(lines.Length);
        foreach (var line in lines) shown.Add(await MayReadAsync(who, line, modules, cancellationToken) ? line : line with { Before = null, After = null });
        return Answers.Json(http, shown);
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
