using System.Collections.Immutable;
using System.Text;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using SocialWork.Core;
using SocialWork.Core.Access;
using SocialWork.Core.Past;
using SocialWork.Core.Planning;
using SocialWork.Core.Reports;
using SocialWork.Core.Time;
using SocialWork.Documents;
using SocialWork.Documents.Html;
using SocialWork.Host.Api;
using SocialWork.Host.Composition;
using SocialWork.Host.Pages.Support;
using SocialWork.Host.Reports;

namespace SocialWork.Host.Pages.Reports;

/// <summary>The combined report. Its figures lead to their lineage for those who may follow it.</summary>
public sealed class IndexModel(RequestModules modules, ReportCache reports, Readings readings, ReportFactsService facts, PastReports pasts, CombinedReportBuilder builder, CityClock clock) : SitePage
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

    /// <summary>The past day, or moment, of which the report is shown, as it was asked for; null for the report as it stands.</summary>
    [FromQuery(Name = "asOf")]
    public string? AsOf { get; set; }

    /// <summary>The past moment that is shown; null for the report as it stands.</summary>
    public DateTimeOffset? Past { get; private set; }

    /// <summary>Why the moment that was asked for is not shown; null where it is.</summary>
    public string? Refusal { get; private set; }

    /// <summary>Shows the report.</summary>
    public async Task<IActionResult> OnGetAsync(string plan, CancellationToken cancellationToken)
    {
        if (Actor is not { } actor || !AccessPolicy.MaySeeCity(actor)) return LocalRedirect("/denied");
        if (await modules.ModelAsync(plan, cancellationToken) is not { } model) return NotFound();
        await readings.ReportAsync(actor, model.Plan.Id, cancellationToken);
        PlanId = model.Plan.Id;
        Missing = [.. (await facts.OfAsync(model.Plan, cancellationToken)).Facts.Missing()];
        var article = await PastAsync(model, cancellationToken) ?? await PresentAsync(model, cancellationToken);
        Report = new HtmlString(article);
        return Page();
    }

    private async Task<string> PresentAsync(PlanModel model, CancellationToken cancellationToken)
    {
        var frame = ReportFrame.Of(model.Plan, Language) with { FigureAddress = MayTrace ? figure => FigureModel.Address(model.Plan.Id, figure) : null };
        var rendered = await reports.GetAsync(
            model, modules.Lease, $"page-{Language}-{(MayTrace ? "linked" : "plain")}", report => Encoding.UTF8.GetBytes(CombinedReportHtml.Article(report, frame).ToString()), cancellationToken);
        return Encoding.UTF8.GetString(rendered.Bytes);
    }

    // Figures of the past lead nowhere: their lineage is asked of a frozen report.
    private async Task<string?> PastAsync(PlanModel model, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(AsOf)) return null;
        var read = PastMoments.Read(AsOf, clock.Now);
        if (read is not Result<DateTimeOffset>.Ok { Value: var at })
        {
            Refusal = Say(((Result<DateTimeOffset>.No)read).Refusal.Message);
            return null;
        }

        var past = await pasts.AtAsync(model, at, cancellationToken);
        Past = at;
        return CombinedReportHtml.Article(await builder.BuildAsync(past.Model, past.Basis, modules.Lease, cancellationToken), ReportFrame.Of(model.Plan, Language)).ToString();
    }
}
