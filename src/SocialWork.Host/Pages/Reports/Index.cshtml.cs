using System.Collections.Immutable;
using System.Text;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using SocialWork.Core.Access;
using SocialWork.Core.Reports;
using SocialWork.Documents;
using SocialWork.Documents.Html;
using SocialWork.Host.Api;
using SocialWork.Host.Composition;
using SocialWork.Host.Pages.Support;
using SocialWork.Host.Reports;

namespace SocialWork.Host.Pages.Reports;

/// <summary>The combined report. Its figures lead to their lineage for those who may follow it.</summary>
public sealed class IndexModel(RequestModules modules, ReportCache reports, Readings readings, ReportFactsService facts) : SitePage
{
    /// <inheritdoc/>
    public override string Title => Say($"Báo cáo tổng hợp {PlanId}", $"Combined report {PlanId}");

    /// <summary>The report.</summary>
    public IHtmlContent Report { get; private set; } = HtmlString.Empty;

    /// <summary>Whether the reader may follow figures to their sources.</summary>
    public bool MayTrace => Actor is { } actor && AccessPolicy.MayTrace(actor);

    /// <summary>Whether the reader writes the report.</summary>
    public bool Writes => Actor is { } actor && AccessPolicy.MayWriteReport(actor);

    /// <summary>What the document still misses.</summary>
    public ImmutableArray<string> Missing { get; private set; } = [];

    /// <summary>Shows the report.</summary>
    public async Task<IActionResult> OnGetAsync(string plan, CancellationToken cancellationToken)
    {
        if (Actor is not { } actor || !AccessPolicy.MaySeeCity(actor)) return LocalRedirect("/denied");
        if (await modules.ModelAsync(plan, cancellationToken) is not { } model) return NotFound();
        await readings.ReportAsync(actor, model.Plan.Id, cancellationToken);
        PlanId = model.Plan.Id;
        Missing = [.. (await facts.OfAsync(model.Plan, cancellationToken)).Facts.Missing()];
        var links = MayTrace;
        var frame = ReportFrame.Of(model.Plan, Language) with { FigureAddress = links ? figure => FigureModel.Address(model.Plan.Id, figure) : null };
        var rendered = await reports.GetAsync(
            model, modules.Lease, $"page-{Language}-{(links ? "linked" : "plain")}", report => Encoding.UTF8.GetBytes(CombinedReportHtml.Article(report, frame).ToString()), cancellationToken);
        Report = new HtmlString(Encoding.UTF8.GetString(rendered.Bytes));
        return Page();
    }
}
