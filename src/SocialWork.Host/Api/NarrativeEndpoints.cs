using System.Collections.Immutable;
using System.Text.Json;
using SocialWork.Core;
using SocialWork.Core.Narratives;
using SocialWork.Core.Planning;
using SocialWork.Host.Composition;
using SocialWork.Host.Reports;

namespace SocialWork.Host.Api;

/// <summary>/api/v1/plans/{plan}/narrative: the words of the combined report, section by section.</summary>
internal static class NarrativeEndpoints
{
    public static void MapNarrative(this RouteGroupBuilder api)
    {
        api.MapGet("/plans/{plan}/narrative", ListAsync).WithName("Narrative").WithSummary("The sections in words: where each stands, its words and the figures that changed since they were written.");
        api.MapGet("/plans/{plan}/narrative/{section}", GetAsync).WithName("NarrativeSection").WithSummary("One section with its automatic draft and every figure that can be bound; the ETag goes into If-Match.");
        api.MapPut("/plans/{plan}/narrative/{section}", PutAsync).WithName("WriteNarrative").WithSummary("Writes a section {text}, or {restore: 3}, {seen: true}, {automatic: true}; with If-Match. Figures are bound as {{CT1.rate}}.");
        api.MapGet("/plans/{plan}/narrative/{section}/versions", VersionsAsync).WithName("NarrativeVersions").WithSummary("Versions of a section, newest first, 20 at once; ?before= a number for earlier ones.");
    }

    private static Task<IResult> ListAsync(HttpContext http, string plan, RequestModules modules, ReportCache reports, NarrativeService service, Readings readings, CancellationToken cancellationToken) =>
        WithAsync(http, plan, modules, async model =>
        {
            if (await ReadAsync(http, model, modules, reports, service, readings, cancellationToken) is not Result<NarrativeDesk>.Ok { Value: var desk }) return Answers.Forbidden(http);
            return Answers.Json(http, desk.Sections.Select(View));
        }, cancellationToken);

    private static Task<IResult> GetAsync(HttpContext http, string plan, string section, RequestModules modules, ReportCache reports, NarrativeService service, Readings readings, CancellationToken cancellationToken) =>
        WithAsync(http, plan, modules, async model =>
        {
            if (await ReadAsync(http, model, modules, reports, service, readings, cancellationToken) is not Result<NarrativeDesk>.Ok { Value: var desk }) return Answers.Forbidden(http);
            if (desk.Sections.FirstOrDefault(s => s.Place.Code == section) is not { } words) return Answers.Refuse(http, NarrativeService.Unknown(section));
            Answers.SetRevision(http, words.Revision);
            return Answers.Json(http, new { Section = View(words), words.Draft, Warnings = Warnings(words), Figures = desk.Figures.All.Select(f => new { f.Name, Value = f.Text, f.Label }) });
        }, cancellationToken);

    private static Task<IResult> PutAsync(HttpContext http, string plan, string section, RequestModules modules, ReportCache reports, NarrativeService service, CancellationToken cancellationToken) =>
        WithAsync(http, plan, modules, model => RequestBody.WithAsync(http, async json =>
        {
            var actor = http.User.Actor();
            if (!Core.Access.AccessPolicy.MayWriteReport(actor)) return Answers.Forbidden(http);
            var seen = Answers.SeenOf(http) is { } revision and >= 0 and <= int.MaxValue ? (int?)revision : null;
            var report = await reports.ReadAsync(model, modules.Lease, cancellationToken);
            var changed = await NarrativeBody.Read(json).ThenAsync(change => service.ChangeAsync(actor, model.Plan, report, section, change, seen, cancellationToken));
            if (changed is not Result<NarrativeWords>.Ok { Value: var words }) return Answers.Refuse(http, ((Result<NarrativeWords>.No)changed).Refusal);
            Answers.SetRevision(http, words.Revision);
            return Answers.Json(http, new { Section = View(words), words.Draft, Warnings = Warnings(words) });
        }, cancellationToken), cancellationToken);

    private static Task<IResult> VersionsAsync(HttpContext http, string plan, string section, int? before, RequestModules modules, NarrativeService service, Readings readings, CancellationToken cancellationToken) =>
        WithAsync(http, plan, modules, async model =>
        {
            var found = await service.VersionsAsync(http.User.Actor(), model.Plan, section, before, cancellationToken);
            if (found is not Result<ImmutableArray<NarrativeVersion>>.Ok { Value: var versions }) return Answers.Refuse(http, ((Result<ImmutableArray<NarrativeVersion>>.No)found).Refusal);
            await readings.ReportAsync(http.User.Actor(), model.Plan.Id, cancellationToken);
            return Answers.Json(http, versions.Select(v => new { v.Number, v.Step, v.Of, v.By, v.At, v.Text, v.Figures }));
        }, cancellationToken);

    private static async Task<Result<NarrativeDesk>> ReadAsync(HttpContext http, PlanModel model, RequestModules modules, ReportCache reports, NarrativeService service, Readings readings, CancellationToken cancellationToken)
    {
        var actor = http.User.Actor();
        if (!Core.Access.AccessPolicy.MaySeeCity(actor)) return new Refusal(RefusalKind.Forbidden, "access.denied", string.Empty, string.Empty);
        await readings.ReportAsync(actor, model.Plan.Id, cancellationToken);
        return await service.ReadAsync(actor, model.Plan, await reports.ReadAsync(model, modules.Lease, cancellationToken), cancellationToken);
    }

    private static async Task<IResult> WithAsync(HttpContext http, string plan, RequestModules modules, Func<PlanModel, Task<IResult>> answer, CancellationToken cancellationToken) =>
        await modules.ModelAsync(plan, cancellationToken) is { } model ? await answer(model) : Answers.PlanUnknown(http, plan);

    private static object View(NarrativeWords words) => new
    {
        words.Place.Code,
        words.Place.Title,
        words.State,
        words.Revision,
        words.Text,
        Paragraphs = NarrativeText.Paragraphs(words.Filled),
        words.Changed,
        words.Version?.By,
        words.Version?.At,
    };

    private static IEnumerable<object> Warnings(NarrativeWords words) => words.State == NarrativeState.Automatic
        ? []
        : NarrativeText.TypedFigures(words.Text).Select(problem => new { problem.Line, problem.Column, problem.What, problem.Message });
}

/// <summary>What is done to a section, as it is stated in JSON. Not for concurrent use.</summary>
internal sealed class NarrativeBody(JsonElement json) : StatedBody(json, "narrative")
{
    private static readonly ImmutableArray<string> Fields = ["text", "restore", "seen", "automatic"];

    /// <summary>The one thing that is done, or what cannot be read.</summary>
    public static Result<NarrativeChange> Read(JsonElement json)
    {
        var body = new NarrativeBody(json);
        body.Expect(Fields);
        var text = body.Has("text", JsonValueKind.String, "notAText", "một đoạn chữ", "a text", out var written) ? written.GetString() : null;
        var restore = body.Has("restore", JsonValueKind.Number, "notANumber", "số của một phiên bản", "the number of a version", out var number) && number.TryGetInt32(out var version) ? version : (int?)null;
        NarrativeChange?[] asked =
        [
            text is null ? null : new NarrativeChange.Write(text), restore is { } of ? new NarrativeChange.Restore(of) : null,
            body.Flag("seen") == true ? new NarrativeChange.See() : null, body.Flag("automatic") == true ? new NarrativeChange.Automate() : null,
        ];
        var changes = asked.OfType<NarrativeChange>().ToArray();
        if (changes.Length != 1 && body.Problems.IsEmpty) body.Report("text", "oneChange", "Gửi đúng một trong: text, restore, seen, automatic.", "Send exactly one of text, restore, seen, automatic.");
        return body.Judged(changes.FirstOrDefault()!);
    }
}
