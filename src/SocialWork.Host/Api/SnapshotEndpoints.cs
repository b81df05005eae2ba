using System.Globalization;
using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using SocialWork.Core;
using SocialWork.Core.Access;
using SocialWork.Core.Lineage;
using SocialWork.Core.Planning;
using SocialWork.Core.Snapshots;
using SocialWork.Core.Time;
using SocialWork.Host.Composition;
using SocialWork.Host.Reports;

namespace SocialWork.Host.Api;

/// <summary>/api/v1/plans/{plan}/snapshots: the combined report frozen, with the bytes of its documents.</summary>
internal static class SnapshotEndpoints
{
    // Every one of them has a page of its own; more than these in one plan are found by their numbers.
    private const int MaxListed = 200;

    public static void MapSnapshots(this RouteGroupBuilder api)
    {
        const string One = "/plans/{plan}/snapshots/{number:int}";
        api.MapGet("/plans/{plan}/snapshots", ListAsync).WithName("ListSnapshots").WithSummary("The frozen reports that the reader may see, newest first, at most 200; ?before= a number for those before it.");
        api.MapPost("/plans/{plan}/snapshots", TakeAsync).WithName("TakeSnapshot").WithSummary("Freezes the combined report as it stands {reason, replaces}: figures, words, plan, definitions, modules, versions and documents.");
        api.MapGet(One, GetAsync).WithName("GetSnapshot").WithSummary("What is known of a frozen report: hashes, files, the end of the audit chain, when it was issued.");
        Map(".json", SnapshotFiles.Json, "SnapshotJson", "The figures as they were frozen, in the shape of the combined report.");
        Map(".html", SnapshotFiles.Page, "SnapshotHtml", "The report as a page, as it was frozen.");
        Map(".docx", SnapshotFiles.Word, "SnapshotWord", "The document that is signed, as it was frozen.");
        Map(".xlsx", SnapshotFiles.Workbook, "SnapshotWorkbook", "The annexes' tables, as they were frozen.");
        Map(".pdf", SnapshotFiles.Print, "SnapshotPdf", "The document that is signed, printed when it is first asked for and then kept.");
        Map("/signed.pdf", SnapshotFiles.Signed, "SnapshotSigned", "The signed copy.");
        api.MapPut(One + "/signed.pdf", SignAsync).WithName("SignSnapshot").WithSummary("Adds the signed copy (application/pdf, at most 30 MB), once; what was signed is issued.")
            .WithMetadata(new RequestSizeLimitAttribute(SignedCopy.MaxBytes + 1));
        api.MapPost(One + "/issue", IssueAsync).WithName("IssueSnapshot").WithSummary("Notes that a frozen report was issued; from then on every agency may read it.");
        api.MapGet(One + "/content", ContentAsync).WithName("SnapshotContent").WithSummary("Everything that was frozen beside the documents: plan, facts, definitions, modules, and which version of every submission counted.");
        api.MapGet(One + "/figures/{figure}", FigureAsync).WithName("SnapshotFigure").WithSummary("Where a figure of a frozen report comes from, by the versions that counted then.");
        api.MapGet(One + "/replay", ReplayAsync).WithName("ReplaySnapshot").WithSummary("Calculates a frozen report anew from the versions it names and says what came out otherwise, and what is different since.");
        api.MapGet(One + "/diff/{to}", DiffAsync).WithName("DiffSnapshots").WithSummary("What is different between two frozen reports, or between one and now (diff/now): figures with the submissions that made the difference.");

        void Map(string suffix, string file, string name, string summary) =>
            api.MapGet(One + suffix, (HttpContext http, string plan, int number, ISnapshotStore store, SnapshotPrints prints, CancellationToken ct) => FileAsync(http, plan, number, file, store, prints, ct)).WithName(name).WithSummary(summary);
    }

    private static async Task<IResult> ListAsync(HttpContext http, string plan, int? before, RequestModules modules, ISnapshotStore store, CancellationToken cancellationToken)
    {
        if (await modules.ModelAsync(plan, cancellationToken) is not { } model) return Answers.PlanUnknown(http, plan);
        var all = await store.ListAsync(model.Plan.Id, cancellationToken);
        var seen = all.Where(s => AccessPolicy.MaySeeSnapshot(http.User.Actor(), s.Issue is not null) && (before is null || s.Number < before));
        return Answers.Json(http, new { Snapshots = seen.Take(MaxListed).Select(s => SnapshotView.Of(s, all)) });
    }

    private static Task<IResult> TakeAsync(HttpContext http, string plan, ClaimsPrincipal user, RequestModules modules, SnapshotService service, ISnapshotStore store, CancellationToken cancellationToken) =>
        RequestBody.WithAsync(http, async json =>
        {
            if (await modules.ModelAsync(plan, cancellationToken) is not { } model) return Answers.PlanUnknown(http, plan);
            int? replaces = json.TryGetProperty("replaces", out var number) && number.ValueKind == JsonValueKind.Number && number.TryGetInt32(out var given) ? given : null;
            if (replaces is null && number.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null))
                return Answers.Refuse(http, new Refusal(RefusalKind.Unprocessable, "snapshot.replaces", "“replaces” phải là số của một bản chốt.", "'replaces' must be the number of a snapshot."));
            var taken = await service.TakeAsync(user.Actor(), model, modules.Lease, new SnapshotRequest(RequestBody.TextOf(json, "reason"), replaces), cancellationToken);
            if (taken is Result<Snapshot>.Ok { Value: var snapshot }) http.Response.Headers.Location = string.Create(CultureInfo.InvariantCulture, $"/api/v1/plans/{snapshot.Plan}/snapshots/{snapshot.Number}");
            return await AnswerAsync(http, taken, store, StatusCodes.Status201Created, cancellationToken);
        }, cancellationToken);

    private static Task<IResult> GetAsync(HttpContext http, string plan, int number, ISnapshotStore store, CancellationToken cancellationToken) =>
        SeenAsync(http, plan, number, store, snapshot => AnswerAsync(http, snapshot, store, StatusCodes.Status200OK, cancellationToken), cancellationToken);

    private static Task<IResult> FileAsync(HttpContext http, string plan, int number, string name, ISnapshotStore store, SnapshotPrints prints, CancellationToken cancellationToken) =>
        SeenAsync(http, plan, number, store, async snapshot =>
        {
            // What a print is made of is not changed, so that its tag is known before it is read.
            if (snapshot.File(name) is { } known && IsKept(http, known.Hash)) return Results.StatusCode(StatusCodes.Status304NotModified);
            var found = name == SnapshotFiles.Print ? await prints.PrintAsync(snapshot, cancellationToken) : await KeptAsync(snapshot, name, store, cancellationToken);
            if (found is not Result<SnapshotDocument>.Ok { Value: var file }) return Answers.Refuse(http, ((Result<SnapshotDocument>.No)found).Refusal);
            await http.RequestServices.GetRequiredService<Readings>().DownloadAsync(http, name, cancellationToken);
            if (name == SnapshotFiles.Page) http.Response.Headers.ContentSecurityPolicy = ReportFormats.Html.Policy;
            IsKept(http, SnapshotHash.Of(file.Bytes));
            return Results.Bytes(file.Bytes, file.ContentType, name is SnapshotFiles.Json or SnapshotFiles.Page ? null : SnapshotView.FileName(snapshot, name));
        }, cancellationToken);

    private static async Task<IResult> SignAsync(HttpContext http, string plan, int number, ClaimsPrincipal user, SnapshotService service, ISnapshotStore store, CityClock clock, CancellationToken cancellationToken)
    {
        // Nobody's file is read who may not hand one in.
        if (!AccessPolicy.MayTakeSnapshots(user.Actor())) return Answers.Forbidden(http);
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, cancellationToken);
        return await AnswerAsync(http, await service.SignAsync(user.Actor(), plan, number, body.ToArray(), clock.Now, cancellationToken), store, StatusCodes.Status200OK, cancellationToken);
    }

    private static async Task<IResult> IssueAsync(HttpContext http, string plan, int number, ClaimsPrincipal user, SnapshotService service, ISnapshotStore store, CityClock clock, CancellationToken cancellationToken) =>
        await AnswerAsync(http, await service.IssueAsync(user.Actor(), plan, number, clock.Now, cancellationToken), store, StatusCodes.Status200OK, cancellationToken);

    private static async Task<IResult> ContentAsync(HttpContext http, string plan, int number, ClaimsPrincipal user, ISnapshotStore store, Readings readings, CancellationToken cancellationToken)
    {
        if (!AccessPolicy.MayTrace(user.Actor())) return Answers.Forbidden(http);
        if (await store.ContentAsync(plan, number, cancellationToken) is not { } content) return Unknown(http, plan, number);
        await readings.DownloadAsync(http, "content.json", cancellationToken);
        return Results.Bytes(content, "application/json; charset=utf-8");
    }

    private static Task<IResult> FigureAsync(HttpContext http, string plan, int number, string figure, ClaimsPrincipal user, RequestModules modules, SnapshotComparisons comparisons, LineageReader lineage, Readings readings, CancellationToken cancellationToken) =>
        ComparedAsync(http, plan, user, modules, async model =>
        {
            if (await comparisons.DataAsync(model, number, cancellationToken) is not { } data) return Unknown(http, plan, number);
            var found = await lineage.ReadAsync(user.Actor(), data, modules.Lease, figure, cancellationToken);
            if (found is not Result<FigureLineage>.Ok { Value: var sources }) return Answers.Refuse(http, ((Result<FigureLineage>.No)found).Refusal);
            await readings.FigureAsync(user.Actor(), model, sources, cancellationToken);
            return Answers.Json(http, sources);
        }, cancellationToken);

    private static Task<IResult> ReplayAsync(HttpContext http, string plan, int number, ClaimsPrincipal user, RequestModules modules, SnapshotComparisons comparisons, CancellationToken cancellationToken) =>
        ComparedAsync(http, plan, user, modules, async model => await comparisons.ReplayAsync(model, modules.Lease, number, cancellationToken) is { } replay ? Answers.Json(http, replay) : Unknown(http, plan, number), cancellationToken);

    private static Task<IResult> DiffAsync(HttpContext http, string plan, int number, string to, ClaimsPrincipal user, RequestModules modules, SnapshotComparisons comparisons, CancellationToken cancellationToken) =>
        ComparedAsync(http, plan, user, modules, async model =>
        {
            int? later = int.TryParse(to, NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : null;
            if (later is null && to != "now") return Answers.NotFound(http, $"Không có bản chốt “{to}”: ghi số của bản chốt, hoặc now.", $"There is no snapshot '{to}': write its number, or now.");
            return await comparisons.DiffAsync(model, modules.Lease, number, later, cancellationToken) is { } diff ? Answers.Json(http, diff) : Unknown(http, plan, number);
        }, cancellationToken);

    private static async Task<IResult> ComparedAsync(HttpContext http, string plan, ClaimsPrincipal user, RequestModules modules, Func<PlanModel, Task<IResult>> answer, CancellationToken cancellationToken)
    {
        if (await modules.ModelAsync(plan, cancellationToken) is not { } model) return Answers.PlanUnknown(http, plan);
        return AccessPolicy.MayTrace(user.Actor()) ? await answer(model) : Answers.Forbidden(http);
    }

    // One that is not issued does not exist for those who may not see it.
    private static async Task<IResult> SeenAsync(HttpContext http, string plan, int number, ISnapshotStore store, Func<Snapshot, Task<IResult>> answer, CancellationToken cancellationToken) =>
        await store.FindAsync(plan, number, cancellationToken) is { } snapshot && AccessPolicy.MaySeeSnapshot(http.User.Actor(), snapshot.Issue is not null) ? await answer(snapshot) : Unknown(http, plan, number);

    private static async Task<Result<SnapshotDocument>> KeptAsync(Snapshot snapshot, string name, ISnapshotStore store, CancellationToken cancellationToken) =>
        await store.FileAsync(snapshot.Plan, snapshot.Number, name, cancellationToken) is { } file
            ? file
            : new Refusal(RefusalKind.NotFound, "snapshot.noFile", $"Bản chốt số {snapshot.Number} không có tệp {name}.", $"Snapshot {snapshot.Number} has no file {name}.");

    private static async Task<IResult> AnswerAsync(HttpContext http, Result<Snapshot> result, ISnapshotStore store, int status, CancellationToken cancellationToken) => result switch
    {
        Result<Snapshot>.Ok { Value: var snapshot } => Answers.Json(http, SnapshotView.Of(snapshot, await store.ListAsync(snapshot.Plan, cancellationToken)), status),
        Result<Snapshot>.No no => Answers.Refuse(http, no.Refusal),
        _ => throw new InvalidOperationException("Unknown result."),
    };

    private static IResult Unknown(HttpContext http, string plan, int number) => Answers.Refuse(http, SnapshotView.Unknown(plan, number));

    private static bool IsKept(HttpContext http, string hash)
    {
        var tag = $"\"{hash}\"";
        http.Response.Headers.ETag = tag;
        return http.Request.Headers.IfNoneMatch.Contains(tag);
    }
}
