using System.Security.Claims;
using SocialWork.Abstractions;
using SocialWork.Core;
using SocialWork.Core.Access;
using SocialWork.Core.Lineage;
using SocialWork.Core.Reports;
using SocialWork.Documents;
using SocialWork.Host.Api.Tables;
using SocialWork.Host.Composition;
using SocialWork.Host.Reports;

namespace SocialWork.Host.Api;

/// <summary>GET /api/v1/plans/{plan}/combined-report and the lineage of its figures.</summary>
internal static class ReportEndpoints
{
    public static void MapReports(this RouteGroupBuilder api)
    {
        api.MapGet("/plans/{plan}/combined-report", (HttpContext http, string plan, ReportCache reports, RequestModules modules, CancellationToken ct) => ReportAsync(http, plan, ReportFormats.Accepted(http.Request), reports, modules, ct))
            .WithName("CombinedReport").WithSummary("The combined report: JSON, or HTML or a Word document where Accept prefers it.");
        api.MapGet("/plans/{plan}/combined-report.html", (HttpContext http, string plan, ReportCache reports, RequestModules modules, CancellationToken ct) => ReportAsync(http, plan, ReportFormats.Html, reports, modules, ct))
            .WithName("CombinedReportHtml").WithSummary("The combined report as an HTML document that needs no other file.");
        api.MapGet("/plans/{plan}/combined-report.docx", (HttpContext http, string plan, ReportCache reports, RequestModules modules, CancellationToken ct) => ReportAsync(http, plan, ReportFormats.Word, reports, modules, ct))
            .WithName("CombinedReportWord").WithSummary("The combined report as the document that is signed, laid out by Decree 30/2020/NĐ-CP; what the office has not set yet is «…».");
        api.MapListing("/plans/{plan}/combined-report/figures/{figure}", FigureAsync, "FigureLineage", "Where a figure comes from: CT1, CT1@19960, XP3.tong[TE1].");
    }

    private static async Task<IResult> ReportAsync(HttpContext http, string plan, ReportFormat format, ReportCache reports, RequestModules modules, CancellationToken cancellationToken)
    {
        http.Response.Headers.Vary = "Accept, Accept-Language";
        if (await modules.ModelAsync(plan, cancellationToken) is not { } model) return Answers.PlanUnknown(http, plan);
        if (!AccessPolicy.MaySeeCity(http.User.Actor())) return Answers.Forbidden(http);
        if (http.Request.Query.ContainsKey("asOf"))
            return Answers.Problem(http, StatusCodes.Status422UnprocessableEntity, "report.asOfUnavailable", new Text("Chưa xem được báo cáo tại một thời điểm đã qua; bỏ tham số asOf để xem báo cáo hiện tại.", "The report of a past moment is not available yet; leave asOf out for the present one."));
        var language = ApiJson.LanguageOf(http.Request);
        var facts = await http.RequestServices.GetRequiredService<ReportFactsService>().OfAsync(model.Plan, cancellationToken);
        var rendered = await reports.GetAsync(
            model, modules.Lease, $"{format.Key}-{language}", FormattableString.Invariant($" facts {facts.Revision}"),
            report => format.Render(new ReportPaper(report, ReportFrame.Of(model.Plan, language), facts.Facts), language), cancellationToken);
        if (rendered.ETag is { } tag)
        {
            http.Response.Headers.ETag = tag;
            if (http.Request.Headers.IfNoneMatch.Contains(tag)) return Results.StatusCode(StatusCodes.Status304NotModified);
        }

        var readings = http.RequestServices.GetRequiredService<Readings>();
        if (format.Document is { } file) await readings.DownloadAsync(http, file, cancellationToken);
        else await readings.ReportAsync(http.User.Actor(), model.Plan.Id, cancellationToken);
        if (format.Policy is { } policy) http.Response.Headers.ContentSecurityPolicy = policy;
        return Results.Bytes(rendered.Bytes, format.ContentType, format.Name?.Invoke(model.Plan.Id));
    }

    private static async Task<IResult> FigureAsync(HttpContext http, string plan, string figure, ClaimsPrincipal user, RequestModules modules, LineageReader lineage, Readings readings, CancellationToken cancellationToken)
    {
        if (await modules.ModelAsync(plan, cancellationToken) is not { } model) return Answers.PlanUnknown(http, plan);
        if (!AccessPolicy.MayTrace(user.Actor())) return Answers.Forbidden(http);
        var found = await lineage.ReadAsync(user.Actor(), model, modules.Lease, figure, cancellationToken);
        if (found is not Result<FigureLineage>.Ok { Value: var sources }) return Answers.Refuse(http, ((Result<FigureLineage>.No)found).Refusal);
        if (TableFormats.Asked(http) is null) await readings.FigureAsync(user.Actor(), model, sources, cancellationToken);
        return await TableAnswers.AnswerAsync(http, ReportListings.Sources, sources.Sources, sources, cancellationToken);
    }
}
