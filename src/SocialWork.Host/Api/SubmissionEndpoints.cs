using System.Collections.Immutable;
using System.Globalization;
using System.Security.Claims;
using System.Text.Json;
using System.Text.Json.Nodes;
using SocialWork.Abstractions;
using SocialWork.Core;
using SocialWork.Core.Forms;
using SocialWork.Core.Submissions;
using SocialWork.Host.Api.Tables;
using SocialWork.Host.Composition;

namespace SocialWork.Host.Api;

/// <summary>/api/v1/submissions: reading, entering and every step of the workflow.</summary>
internal static class SubmissionEndpoints
{
    private const string Address = "/submissions/{plan}/{form}/{unit}";

    public static void MapSubmissions(this RouteGroupBuilder api)
    {
        api.MapGet(Address, (HttpContext http, SubmissionService service, Readings readings, CancellationToken ct) => RunAsync(http, (r, c) => ReadAsync(service, readings, r, c), ct)).WithName("GetSubmission").WithSummary("The draft, or the newest version.");
        api.MapPut(Address, (HttpContext http, SubmissionService service, CancellationToken ct) => SaveAsync(http, service.PutAsync, ct)).WithName("PutSubmission").WithSummary("Replaces the draft {values, dataAsOf, explanations}; If-Match.");
        api.MapPatch(Address, (HttpContext http, SubmissionService service, CancellationToken ct) => SaveAsync(http, service.PatchAsync, ct)).WithName("PatchSubmission").WithSummary("Changes single cells {values, dataAsOf, explanations}; null clears one; If-Match.");
        api.MapPost(Address + "/submit", (HttpContext http, SubmissionService service, CancellationToken ct) => SubmitAsync(http, service, ct)).WithName("Submit").WithSummary("Freezes a version, to the head; {explanations} where there are warnings.");
        api.MapPost(Address + "/approve", (HttpContext http, SubmissionService service, CancellationToken ct) => RunAsync(http, service.ApproveAsync, ct)).WithName("Approve").WithSummary("The head approves, which sends.");
        api.MapPost(Address + "/accept", (HttpContext http, SubmissionService service, CancellationToken ct) => RunAsync(http, service.AcceptAsync, ct)).WithName("Accept").WithSummary("The standing agency accepts.");
        api.MapPost(Address + "/return", (HttpContext http, SubmissionService service, CancellationToken ct) => WithReasonAsync(http, service.ReturnAsync, ct)).WithName("Return").WithSummary("Returns with a reason and perhaps cells.");
        api.MapPost(Address + "/reopen", (HttpContext http, SubmissionService service, CancellationToken ct) => WithReasonAsync(http, (r, reason, _, c) => service.ReopenAsync(r, reason, c), ct)).WithName("Reopen").WithSummary("The standing agency opens it for correction.");
        api.MapPost(Address + "/paper", PaperAsync).WithName("EnterPaper").WithSummary("The standing agency enters what a unit sent on paper {values, dataAsOf, receivedOn, scan, reason, explanations}.");
        api.MapListing(Address + "/versions", VersionsAsync, "ListVersions", "The frozen versions and every step; in a file the versions.");
        api.MapListing(Address + "/history", HistoryAsync, "ListHistory", "Every step taken, oldest first.");
        api.MapListing(Address + "/versions/{number:int}", VersionAsync, "GetVersion", "A frozen version with its values.");
    }

    private static async Task<Result<SubmissionView>> ReadAsync(SubmissionService service, Readings readings, SubmissionRequest request, CancellationToken cancellationToken)
    {
        var result = await service.GetAsync(request, cancellationToken);
        if (result is Result<SubmissionView>.Ok { Value.Submission.Key: var key }) await readings.SubmissionAsync(request.Actor, request.Model, key, cancellationToken);
        return result;
    }

    private static async Task<IResult> RunAsync(HttpContext http, Func<SubmissionRequest, CancellationToken, Task<Result<SubmissionView>>> step, CancellationToken cancellationToken)
    {
        var request = await RequestOfAsync(http, cancellationToken);
        return request switch
        {
            Result<SubmissionRequest>.Ok ok => View(http, await step(ok.Value, cancellationToken)),
            Result<SubmissionRequest>.No no => Answers.Refuse(http, no.Refusal),
            _ => throw new InvalidOperationException("Unknown result."),
        };
    }

    private static Task<IResult> SaveAsync(HttpContext http, Func<SubmissionRequest, DraftBody, CancellationToken, Task<Result<SubmissionView>>> save, CancellationToken cancellationToken) =>
        RequestBody.WithAsync(http, body => SubmissionBody.Values(body).Then(values => SubmissionBody.Date(body, "dataAsOf").Then<DateOnly?, DraftBody>(asOf => new DraftBody(values, asOf, SubmissionBody.Explanations(body)))) switch
        {
            Result<DraftBody>.Ok draft => RunAsync(http, (request, ct) => save(request, draft.Value, ct), cancellationToken),
            Result<DraftBody>.No no => Task.FromResult(Answers.Refuse(http, no.Refusal)),
            _ => throw new InvalidOperationException("Unknown result."),
        }, cancellationToken);

    private static Task<IResult> SubmitAsync(HttpContext http, SubmissionService service, CancellationToken cancellationToken) => RequestBody.IsThere(http)
        ? RequestBody.WithAsync(http, body => RunAsync(http, (request, ct) => service.SubmitAsync(request, SubmissionBody.Explanations(body), ct), cancellationToken), cancellationToken)
        : RunAsync(http, (request, ct) => service.SubmitAsync(request, null, ct), cancellationToken);

    private static Task<IResult> PaperAsync(HttpContext http, SubmissionService service, CancellationToken cancellationToken) =>
        RequestBody.WithAsync(http, body => SubmissionBody.Paper(body) switch
        {
            Result<PaperBody>.Ok paper => RunAsync(http, (request, ct) => service.PaperAsync(request, paper.Value, ct), cancellationToken),
            Result<PaperBody>.No no => Task.FromResult(Answers.Refuse(http, no.Refusal)),
            _ => throw new InvalidOperationException("Unknown result."),
        }, cancellationToken);

    private static Task<IResult> WithReasonAsync(HttpContext http, Func<SubmissionRequest, string, ImmutableArray<CellKey>, CancellationToken, Task<Result<SubmissionView>>> step, CancellationToken cancellationToken) =>
        RequestBody.WithAsync(http, body => SubmissionBody.Cells(body) switch
        {
            Result<ImmutableArray<CellKey>>.Ok cells => RunAsync(http, (request, ct) => step(request, RequestBody.TextOf(body, "reason"), cells.Value, ct), cancellationToken),
            Result<ImmutableArray<CellKey>>.No no => Task.FromResult(Answers.Refuse(http, no.Refusal)),
            _ => throw new InvalidOperationException("Unknown result."),
        }, cancellationToken);

    private static Task<IResult> VersionsAsync(HttpContext http, SubmissionService service, CancellationToken cancellationToken) =>
        WithHistoryAsync(http, service, history => TableAnswers.AnswerAsync(http, SubmissionListings.Versions, history.Versions, new
        {
            Versions = history.Versions.Select(v => new { v.Number, v.FormHash, v.DataAsOf, v.By, v.At, Warnings = WarningsOf(v), v.Paper }),
            History = StepsOf(history),
        }, cancellationToken), cancellationToken);

    private static Task<IResult> HistoryAsync(HttpContext http, SubmissionService service, CancellationToken cancellationToken) =>
        WithHistoryAsync(http, service, history => TableAnswers.AnswerAsync(http, SubmissionListings.History, history.History, StepsOf(history), cancellationToken), cancellationToken);

    private static IEnumerable<object> StepsOf(SubmissionHistory history) => history.History.Select(h => new
    {
        h.Action,
        h.Version,
        h.By,
        h.At,
        h.Reason,
        Cells = h.Cells.Select(c => c.ToString()),
        h.CountingAfter,
        Paper = h.Action == SubmissionAction.Paper ? history.Versions.FirstOrDefault(v => v.Number == h.Version)?.Paper : null,
    });

    private static Task<IResult> VersionAsync(HttpContext http, int number, SubmissionService service, FormArchive archive, CancellationToken cancellationToken) =>
        WithHistoryAsync(
            http,
            service,
            async history => history.Versions.FirstOrDefault(v => v.Number == number) is { } version
                ? await TableAnswers.AnswerAsync(
                    http,
                    SubmissionListings.Values,
                    SubmissionListings.ValuesOf(archive[version.FormHash], version.Values, history.Masked.GetValueOrDefault(number, [])),
                    new { version.Number, version.FormHash, version.DataAsOf, version.By, version.At, Warnings = WarningsOf(version), version.Paper, Values = ValuesOf(archive[version.FormHash], version.Values, history.Masked.GetValueOrDefault(number, [])) },
                    cancellationToken)
                : Answers.NotFound(http, $"Không có phiên bản {number}.", $"There is no version {number}."),
            cancellationToken);

    private static async Task<IResult> WithHistoryAsync(HttpContext http, SubmissionService service, Func<SubmissionHistory, Task<IResult>> read, CancellationToken cancellationToken)
    {
        var request = await RequestOfAsync(http, cancellationToken);
        var result = await request.ThenAsync(r => service.HistoryAsync(r, cancellationToken));
        if (result is not Result<SubmissionHistory>.Ok { Value: var history }) return Answers.Refuse(http, ((Result<SubmissionHistory>.No)result).Refusal);
        // A file is recorded as such when it is handed out.
        if (request is Result<SubmissionRequest>.Ok { Value: var asked } && TableFormats.Asked(http) is null)
            await http.RequestServices.GetRequiredService<Readings>().SubmissionAsync(asked.Actor, asked.Model, history.Target.Key, cancellationToken);
        return await read(history);
    }

    private static async Task<Result<SubmissionRequest>> RequestOfAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var modules = http.RequestServices.GetRequiredService<RequestModules>();
        var plan = Route(http, "plan");
        if (await modules.ModelAsync(plan, cancellationToken) is not { } model)
            return new Refusal(RefusalKind.NotFound, "plan.unknown", $"Không có kế hoạch “{plan}”.", $"There is no plan '{plan}'.");
        var match = http.Request.Headers.IfMatch.ToString();
        long? revision = null;
        if (match.Length > 0)
        {
            if (!long.TryParse(match.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var seen))
                return new Refusal(RefusalKind.Stale, "submission.changed", "If-Match không phải phiên bản của biểu này: tải lại rồi thử lại.", "If-Match is no revision of this submission: read it again and retry.");
            revision = seen;
        }

        var key = http.Request.Headers["Idempotency-Key"].ToString();
        if (key.Length > 200) return new Refusal(RefusalKind.Malformed, "idempotency.tooLong", "Idempotency-Key dài quá 200 ký tự.", "Idempotency-Key is longer than 200 characters.");
        var period = http.Request.Query["period"].ToString();
        return new SubmissionRequest(http.User.Actor(), model, modules.Lease, new SubmissionAddress(Route(http, "form"), Route(http, "unit"), period.Length == 0 ? null : period))
        {
            IfRevision = revision,
            IdempotencyKey = key.Length == 0 ? null : key,
        };
    }

    private static string Route(HttpContext http, string name) => Convert.ToString(http.Request.RouteValues[name], CultureInfo.InvariantCulture) ?? string.Empty;

    private static IResult View(HttpContext http, Result<SubmissionView> result)
    {
        if (result is Result<SubmissionView>.No no) return Answers.Refuse(http, no.Refusal);
        var view = ((Result<SubmissionView>.Ok)result).Value;
        var s = view.Submission;
        Answers.SetRevision(http, s.Revision);
        return Answers.Json(http, new
        {
            s.Key.Plan,
            s.Key.Form,
            s.Key.Unit,
            s.Key.Period,
            s.State,
            s.Revision,
            FormHash = view.Form.Hash,
            view.DataAsOf,
            s.LatestVersion,
            s.CountingVersion,
            s.AcceptedVersion,
            s.FirstSentAt,
            Returned = s.Returned is { } r ? new { r.Reason, Cells = r.Cells.Select(c => c.ToString()), r.By, r.At } : null,
            Values = ValuesOf(view.Form, view.Values, view.Masked),
            Findings = view.Findings.Select(f => new { f.Id, f.Severity, f.Message, Cells = f.Cells.Select(c => c.ToString()), AsksForExplanation = Explanations.AsksForOne(f) }),
            Explanations = s.Draft?.Explanations ?? Explanations.None,
            Warnings = view.Version is { } version ? WarningsOf(version) : [],
            view.Version?.Paper,
        });
    }

    private static IEnumerable<object> WarningsOf(SubmissionVersion version) =>
        version.Warnings.Select(w => new { w.Id, w.Message, Cells = w.Cells.Select(c => c.ToString()), w.Explanation });

    private static JsonNode? ValuesOf(CompiledForm form, FormValues values, ImmutableHashSet<CellKey> masked) => JsonNode.Parse(FormValuesJson.Write(form, values, masked));
}
