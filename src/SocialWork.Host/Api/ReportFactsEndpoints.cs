using System.Collections.Immutable;
using System.Text.Json;
using SocialWork.Core;
using SocialWork.Core.Plans;
using SocialWork.Core.Reports;
using SocialWork.Host.Composition;

namespace SocialWork.Host.Api;

/// <summary>/api/v1/plans/{plan}/report-facts: what only the office knows of the document.</summary>
internal static class ReportFactsEndpoints
{
    public static void MapReportFacts(this RouteGroupBuilder api)
    {
        api.MapGet("/plans/{plan}/report-facts", GetAsync).WithName("GetReportFacts").WithSummary("Number, dates, names and recipients of the combined report's document, and which are missing; the ETag goes into If-Match.");
        api.MapPut("/plans/{plan}/report-facts", PutAsync).WithName("PutReportFacts").WithSummary("Sets all of them; with If-Match. What is left out is empty.");
    }

    private static Task<IResult> GetAsync(HttpContext http, string plan, RequestModules modules, ReportFactsService service, CancellationToken cancellationToken) =>
        WithAsync(http, plan, modules, async found => Shown(http, await service.ReadAsync(http.User.Actor(), found, cancellationToken)), cancellationToken);

    private static Task<IResult> PutAsync(HttpContext http, string plan, RequestModules modules, ReportFactsService service, CancellationToken cancellationToken) =>
        WithAsync(http, plan, modules, found => RequestBody.WithAsync(
            http, async json => Shown(http, await FactsBody.Read(json).ThenAsync(facts => service.ChangeAsync(http.User.Actor(), found, facts, Answers.SeenOf(http), cancellationToken))), cancellationToken), cancellationToken);

    private static async Task<IResult> WithAsync(HttpContext http, string plan, RequestModules modules, Func<Plan, Task<IResult>> answer, CancellationToken cancellationToken) =>
        await modules.ModelAsync(plan, cancellationToken) is { } model ? await answer(model.Plan) : Answers.PlanUnknown(http, plan);

    private static IResult Shown(HttpContext http, Result<ReportFacts> result)
    {
        if (result is not Result<ReportFacts>.Ok { Value: var stored }) return Answers.Refuse(http, ((Result<ReportFacts>.No)result).Refusal);
        Answers.SetRevision(http, stored.Revision);
        var facts = stored.Facts;
        return Answers.Json(http, new
        {
            facts.Superior, facts.Issuer, facts.Number, facts.Sign, facts.Place, facts.Date, facts.PlanNumber, facts.PlanDate, facts.Capacity, facts.Signer, facts.Recipients,
            Missing = facts.Missing().Select(JsonNamingPolicy.CamelCase.ConvertName), stored.Revision, stored.By, stored.At,
        });
    }
}

/// <summary>Facts as they are stated in JSON. Not for concurrent use.</summary>
internal sealed class FactsBody(JsonElement json) : StatedBody(json, "facts")
{
    // What an answer says beside them may come back with them, and means nothing.
    private static readonly ImmutableArray<string> Fields =
        ["superior", "issuer", "number", "sign", "place", "date", "planNumber", "planDate", "capacity", "signer", "recipients", "missing", "revision", "by", "at"];

    /// <summary>The facts, or everything that cannot be read.</summary>
    public static Result<DocumentFacts> Read(JsonElement json)
    {
        var body = new FactsBody(json);
        body.Expect(Fields);
        return body.Judged(new DocumentFacts
        {
            Superior = body.Lines("superior"),
            Issuer = body.Lines("issuer"),
            Number = body.Whole("number"),
            Sign = body.Text("sign"),
            Place = body.Text("place"),
            Date = body.Date("date"),
            PlanNumber = body.Text("planNumber"),
            PlanDate = body.Date("planDate"),
            Capacity = body.Lines("capacity"),
            Signer = body.Text("signer"),
            Recipients = body.Lines("recipients"),
        });
    }

    private int? Whole(string field)
    {
        if (!Has(field, JsonValueKind.Number, "notANumber", "một số nguyên", "a whole number", out var value)) return null;
        if (value.TryGetInt32(out var number)) return number;
        Report(field, "notANumber", $"“{field}” phải là một số nguyên.", $"'{field}' must be a whole number.");
        return null;
    }

    private ImmutableArray<string> Lines(string field)
    {
        if (!Has(field, JsonValueKind.Array, "notAList", "một danh sách các dòng chữ", "a list of lines of text", out var value)) return [];
        if (value.EnumerateArray().All(line => line.ValueKind == JsonValueKind.String)) return [.. value.EnumerateArray().Select(line => line.GetString()!)];
        Report(field, "notAList", $"“{field}” phải là một danh sách các dòng chữ.", $"'{field}' must be a list of lines of text.");
        return [];
    }
}
