using System.Collections.Immutable;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using SocialWork.Core;
using SocialWork.Core.Access;
using SocialWork.Core.Plans;
using SocialWork.Core.Reports;
using SocialWork.Core.Time;
using SocialWork.Core.Typing;
using SocialWork.Host.Api;
using SocialWork.Host.Composition;
using SocialWork.Host.Pages.Reports;
using SocialWork.Host.Pages.Support;
using SocialWork.Host.Reports;

namespace SocialWork.Host.Pages.Plans;

/// <summary>The plan to read: every clause in its order, with who, where it stands and what evidences it.</summary>
public sealed class IndexModel(RequestModules modules, ReportCache reports, CityClock clock, HolidayCalendar calendar, Readings readings) : SitePage
{
    private WordSearch? _search;

    /// <inheritdoc/>
    public override string Title => Say($"Kế hoạch {PlanId}", $"Plan {PlanId}");

    /// <summary>The plan.</summary>
    public Plan Plan { get; private set; } = null!;

    /// <summary>Its clauses.</summary>
    public PlanDocument Document { get; private set; } = null!;

    /// <summary>What is searched for, as it was typed; null for nothing.</summary>
    public string? Search { get; private set; }

    /// <summary>Why nothing is searched for; null where nothing is wrong.</summary>
    public string? Error { get; private set; }

    /// <summary>The clauses that were found.</summary>
    public ImmutableArray<PlanClause> Found { get; private set; } = [];

    /// <summary>Shows the plan.</summary>
    public async Task<IActionResult> OnGetAsync(string plan, [FromQuery(Name = "q")] string? search, CancellationToken cancellationToken)
    {
        if (await modules.ModelAsync(plan, cancellationToken) is not { } model) return NotFound();
        (Plan, PlanId, Search) = (model.Plan, model.Plan.Id, search);
        CombinedReport? report = null;
        if (SeesCity)
        {
            await readings.ReportAsync(Actor!, model.Plan.Id, cancellationToken);
            report = await reports.ReadAsync(model, modules.Lease, cancellationToken);
        }

        Document = new PlanDocumentBuilder(model, report, calendar, clock.Today).Build();
        switch (WordSearch.Of(search))
        {
            case Result<WordSearch>.Ok { Value: var words }:
                _search = words;
                Found = [.. Document.Clauses.Where(c => words.IsIn(c.Words(Language)))];
                break;
            case Result<WordSearch>.No no:
                Error = Say(no.Refusal.Message);
                break;
        }

        return Page();
    }

    /// <summary>Whether anything is searched for.</summary>
    public bool IsSearching => _search is { IsEmpty: false };

    /// <summary>A text of a clause; where the clause was found, with what is searched for marked.</summary>
    public IHtmlContent Marked(PlanClause clause, string text)
    {
        if (_search is not { } words || !Found.Contains(clause)) return new HtmlContentBuilder().Append(text);
        var marked = new HtmlContentBuilder();
        foreach (var piece in words.Cut(text))
        {
            if (piece.IsHit) marked.AppendHtml("<mark>").Append(piece.Text).AppendHtml("</mark>");
            else marked.Append(piece.Text);
        }

        return marked;
    }

    /// <summary>The address of a place in the page.</summary>
    public static string AddressOf(string anchor) => "#" + Uri.EscapeDataString(anchor);

    /// <summary>Where a figure leads; null for who may not follow it.</summary>
    public string? AddressOf(ClauseFigure figure) => figure.Figure is { } address && Actor is { } actor && AccessPolicy.MayTrace(actor) ? FigureModel.Address(Plan.Id, address) : null;
}
