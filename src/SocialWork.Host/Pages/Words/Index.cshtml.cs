using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SocialWork.Core;
using SocialWork.Core.Narratives;
using SocialWork.Core.Planning;
using SocialWork.Core.Reports;
using SocialWork.Host.Api;
using SocialWork.Host.Composition;
using SocialWork.Host.Reports;

namespace SocialWork.Host.Pages.Words;

/// <summary>Soạn báo cáo: the sections in words with where each stands, and what the document still misses.</summary>
public sealed class IndexModel(IReferenceStore reference, RequestModules modules, ReportCache reports, Readings readings, NarrativeService narrative, ReportFactsService facts)
    : WordsPage(reference, modules, reports, readings)
{
    /// <inheritdoc/>
    public override string Title => Say($"Soạn báo cáo {PlanId}", $"Write the report {PlanId}");

    /// <summary>Every section.</summary>
    public ImmutableArray<NarrativeWords> Sections { get; private set; } = [];

    /// <summary>What the document still misses.</summary>
    public ImmutableArray<string> Missing { get; private set; } = [];

    /// <summary>Shows the sections.</summary>
    public async Task<IActionResult> OnGetAsync(string plan, CancellationToken cancellationToken)
    {
        if (!MayWrite) return LocalRedirect("/denied");
        if (await PlanAsync(plan, cancellationToken) is not { } model) return NotFound();
        var report = await ReportAsync(model, cancellationToken);
        if (await narrative.ReadAsync(Actor!, model.Plan, report, cancellationToken) is not Result<NarrativeDesk>.Ok { Value: var desk }) return LocalRedirect("/denied");
        Sections = desk.Sections;
        Missing = [.. (await facts.OfAsync(model.Plan, cancellationToken)).Facts.Missing()];
        return Page();
    }
}
