using System.Security.Claims;
using SocialWork.Abstractions;
using SocialWork.Core;
using SocialWork.Core.Access;
using SocialWork.Core.Lineage;
using SocialWork.Core.Past;
using SocialWork.Core.Planning;
using SocialWork.Core.Plans;
using SocialWork.Core.Reports;
using SocialWork.Core.Time;
using SocialWork.Documents;
using SocialWork.Documents.Annexes;
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
            .WithName("CombinedReport").WithSummary("The combined report: JSON, or HTML, a Word document, a PDF or a workbook of the annexes where Accept prefers it.");
        api.MapGet("/plans/{plan}/combined-report.html", (HttpContext http, string plan, ReportCache reports, RequestModules modules, CancellationToken ct) => ReportAsync(http, plan, ReportFormats.Html, reports, modules, ct))
            .WithName("CombinedReportHtml").WithSummary("The combined report as an HTML document that needs no other file.");
        api.MapGet("/plans/{plan}/combined-report.docx", (HttpContext http, string plan, ReportCache reports, RequestModules modules, CancellationToken ct) => ReportAsync(http, plan, ReportFormats.Word, reports, modules, ct))
            .WithName("CombinedReportWord").WithSummary("The combined report as the document that is signed, laid out by Decree 30/2020/NĐ-CP; what the office has not set yet is «…».");
        api.MapGet("/plans/{plan}/combined-report.xlsx", (HttpContext http, string plan, ReportCache reports, RequestModules modules, CancellationToken ct) => ReportAsync(http, plan, ReportFormats.Workbook, reports, modules, ct))
            .WithName("CombinedReportWorkbook").WithSummary("The tables of all annexes as a workbook, sums and rates as formulas.");
        api.MapGet("/plans/{plan}/combined-report/lineage.xlsx", LineageAsync)
            .WithName("CombinedReportLineage").WithSummary("Where every indicator comes from, a sheet for each: every source that the reader may see, sums as formulas.");
        api.MapGet("/plans/{plan}/combined-report.pdf", (HttpContext http, string plan, ReportCache reports, RequestModules modules, CancellationToken ct) => ReportAsync(http, plan, ReportFormats.Pdf, reports, modules, ct))
            .WithName("CombinedReportPdf").WithSummary("The Word document printed to PDF, with its fonts; 501 where the server has no LibreOffice.");
        api.MapListing("/plans/{plan}/combined-report/figures/{figure}", FigureAsync, "FigureLineage", "Where a figure comes from: CT1, CT1@19960, XP3.tong[TE1].");
    }

    private static async Task<IResult> ReportAsync(HttpContext http, string plan, ReportFormat format, ReportCache reports, RequestModules modules, CancellationToken cancellationToken)
    {
        http.Response.Headers.Vary = "Accept, Accept-Language";
        if (await modules.ModelAsync(plan, cancellationToken) is not { } model) return Answers.PlanUnknown(http, plan);
        if (!AccessPolicy.MaySeeCity(http.User.Actor())) return Answers.Forbidden(http);
        var language = ApiJson.LanguageOf(http.Request);
        if (http.Request.Query["asOf"].ToString() is { Length: > 0 } moment) return await PastAsync(http, model, format, language, moment, modules, cancellationToken);
        var facts = await http.RequestServices.GetRequiredService<ReportFactsService>().OfAsync(model.Plan, cancellationToken);
        var written = await reports.GetAsync(
            model, modules.Lease, $"{format.Key}-{language}", FormattableString.Invariant($" facts {facts.Revision}"),
            report => WriteAsync(http, new ReportPaper(report, ReportFrame.Of(model.Plan, language), facts.Facts), format, cancellationToken), cancellationToken);
        if (written is not Result<RenderedReport>.Ok { Value: var rendered }) return Answers.Refuse(http, ((Result<RenderedReport>.No)written).Refusal);
        if (rendered.ETag is { } tag)
        {
            http.Response.Headers.ETag = tag;
            if (http.Request.Headers.IfNoneMatch.Contains(tag)) return Results.StatusCode(StatusCodes.Status304NotModified);
        }

        return await SendAsync(http, model, format, rendered.Bytes, cancellationToken);
    }

    // Recounted from the versions each time: nobody asks for the same past moment often enough to keep it.
    private static async Task<IResult> PastAsync(HttpContext http, PlanModel model, ReportFormat format, string language, string moment, RequestModules modules, CancellationToken cancellationToken)
    {
        var read = PastMoments.Read(moment, http.RequestServices.GetRequiredService<CityClock>().Now);
        if (read is not Result<DateTimeOffset>.Ok { Value: var at }) return Answers.Refuse(http, ((Result<DateTimeOffset>.No)read).Refusal);
        var past = await http.RequestServices.GetRequiredService<PastReports>().AtAsync(model, at, cancellationToken);
        var report = await http.RequestServices.GetRequiredService<CombinedReportBuilder>().BuildAsync(past.Model, past.Basis, modules.Lease, cancellationToken);
        var facts = await http.RequestServices.GetRequiredService<ReportFactsService>().OfAsync(model.Plan, cancellationToken);
        return await WriteAsync(http, new ReportPaper(report, ReportFrame.Of(model.Plan, language), facts.Facts), format, cancellationToken) switch
        {
            Result<byte[]>.Ok written => await SendAsync(http, model, format, written.Value, cancellationToken),
            Result<byte[]>.No no => Answers.Refuse(http, no.Refusal),
            _ => throw new InvalidOperationException("Unknown result."),
        };
    }

    private static async Task<IResult> SendAsync(HttpContext http, PlanModel model, ReportFormat format, byte[] bytes, CancellationToken cancellationToken)
    {
        var readings = http.RequestServices.GetRequiredService<Readings>();
        if (format.Document is { } file) await readings.DownloadAsync(http, file, cancellationToken);
        else await readings.ReportAsync(http.User.Actor(), model.Plan.Id, cancellationToken);
        if (format.Policy is { } policy) http.Response.Headers.ContentSecurityPolicy = policy;
        return Results.Bytes(bytes, format.ContentType, format.Name?.Invoke(model.Plan.Id));
    }

    private static async Task<IResult> LineageAsync(HttpContext http, string plan, RequestModules modules, LineageReader lineage, Readings readings, DemoMark demo, CityClock clock, CancellationToken cancellationToken)
    {
        if (await modules.ModelAsync(plan, cancellationToken) is not { } model) return Answers.PlanUnknown(http, plan);
        var actor = http.User.Actor();
        if (!AccessPolicy.MayTrace(actor)) return Answers.Forbidden(http);
        var asOf = clock.Now;
        var indicators = await lineage.ReadAllAsync(actor, model, modules.Lease, cancellationToken);
        var written = LineageWorkbook.Write(indicators, model.ModuleName, asOf, demo.IsDemo, ApiJson.LanguageOf(http.Request), cancellationToken);
        if (written is not Result<byte[]>.Ok { Value: var file }) return Answers.Refuse(http, ((Result<byte[]>.No)written).Refusal);
        await readings.DownloadAsync(http, "combined-report/lineage.xlsx", cancellationToken);
        return Results.Bytes(file, AnnexWorkbook.ContentType, $"nguon-goc-so-lieu-{model.Plan.Id}.xlsx");
    }

    private static Task<Result<byte[]>> WriteAsync(HttpContext http, ReportPaper paper, ReportFormat format, CancellationToken cancellationToken)
    {
        var written = format.Render(paper, paper.Frame.Language);
        return format.IsPrinted ? http.RequestServices.GetRequiredService<IPdfPrinter>().PrintAsync(written, cancellationToken) : Task.FromResult<Result<byte[]>>(written);
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
