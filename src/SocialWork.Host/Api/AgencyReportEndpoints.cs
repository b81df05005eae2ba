using System.Security.Claims;
using SocialWork.Core;
using SocialWork.Core.Planning;
using SocialWork.Core.Reports;
using SocialWork.Core.Reports.Agencies;
using SocialWork.Documents.Official;
using SocialWork.Documents.Word;
using SocialWork.Host.Composition;
using SocialWork.Host.Reports;

namespace SocialWork.Host.Api;

/// <summary>GET /api/v1/plans/{plan}/agencies/{unit}/report.docx and .pdf: what one agency reports, as the document that its head signs.</summary>
internal static class AgencyReportEndpoints
{
    public static void MapAgencyReports(this RouteGroupBuilder api)
    {
        api.MapGet("/plans/{plan}/agencies/{unit}/report.docx", WordAsync).WithName("AgencyReportWord")
            .WithSummary("An agency's own report as a Word document laid out by Decree 30/2020/NĐ-CP, made of what it has sent; number, date and signatory are «…».");
        api.MapGet("/plans/{plan}/agencies/{unit}/report.pdf", PdfAsync).WithName("AgencyReportPdf").WithSummary("The same printed to PDF; 501 where the server has no LibreOffice.");
    }

    private static Task<IResult> WordAsync(HttpContext http, string plan, string unit, ClaimsPrincipal user, RequestModules modules, AgencyReportBuilder builder, CancellationToken cancellationToken) =>
        AnswerAsync(http, plan, unit, user, modules, builder, "docx", WordFile.ContentType, file => Task.FromResult<Result<byte[]>>(file), cancellationToken);

    private static Task<IResult> PdfAsync(HttpContext http, string plan, string unit, ClaimsPrincipal user, RequestModules modules, AgencyReportBuilder builder, IPdfPrinter printer, CancellationToken cancellationToken) =>
        AnswerAsync(http, plan, unit, user, modules, builder, "pdf", ReportFormats.Pdf.ContentType, file => printer.PrintAsync(file, cancellationToken), cancellationToken);

    private static async Task<IResult> AnswerAsync(
        HttpContext http, string plan, string unit, ClaimsPrincipal user, RequestModules modules, AgencyReportBuilder builder, string ending, string contentType, Func<byte[], Task<Result<byte[]>>> finish, CancellationToken cancellationToken)
    {
        if (await modules.ModelAsync(plan, cancellationToken) is not { } model) return Answers.PlanUnknown(http, plan);
        var built = await builder.BuildAsync(user.Actor(), model, unit, cancellationToken);
        var written = await built.ThenAsync(report => finish(Write(model, report, cancellationToken)));
        if (written is not Result<byte[]>.Ok { Value: var file }) return Answers.Refuse(http, ((Result<byte[]>.No)written).Refusal);
        var name = $"bao-cao-{unit}-{model.Plan.Id}.{ending}";
        await http.RequestServices.GetRequiredService<Readings>().DownloadAsync(http, name, cancellationToken);
        return Results.Bytes(file, contentType, name);
    }

    private static byte[] Write(PlanModel model, AgencyReport report, CancellationToken cancellationToken) =>
        WordFile.Write(AgencyReportDocument.Of(report, AgencyLetterhead.Of(model.Plan, model.Units.Find(report.Unit)!)), cancellationToken);
}
