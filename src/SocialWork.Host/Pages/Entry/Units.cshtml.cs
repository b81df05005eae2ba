using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SocialWork.Core.Access;
using SocialWork.Core.Planning;
using SocialWork.Core.Submissions;
using SocialWork.Core.Units;
using SocialWork.Documents.Words;
using SocialWork.Host.Composition;
using SocialWork.Host.Pages.Support;

namespace SocialWork.Host.Pages.Entry;

/// <summary>A unit that fills a form, and where its form stands.</summary>
public sealed record FillingUnit(string Code, string Name, SubmissionState State);

/// <summary>The units whose form the reader answers for, or may follow: to be opened, one by one.</summary>
public sealed class UnitsModel(RequestModules modules, ISubmissionReader reader) : SitePage
{
    private const int PageSize = 50;

    /// <inheritdoc/>
    public override string Title => $"{Form.Code} – {Say(Form.Definition.Title)}";

    /// <summary>The form.</summary>
    public PlanForm Form { get; private set; } = null!;

    /// <summary>What is searched for, in names and codes.</summary>
    [FromQuery(Name = "q")]
    public string? Search { get; set; }

    /// <summary>The state that is asked for; null for all.</summary>
    [FromQuery(Name = "state")]
    public SubmissionState? State { get; set; }

    /// <summary>The way to the other pages.</summary>
    public PageLinks Links { get; private set; } = new(1, 1, PageSize, string.Empty);

    /// <summary>The units of this page.</summary>
    public ImmutableArray<FillingUnit> Units { get; private set; } = [];

    /// <summary>How many units there are by state, whatever is searched.</summary>
    public ImmutableSortedDictionary<SubmissionState, int> Counts { get; private set; } = ImmutableSortedDictionary<SubmissionState, int>.Empty;

    /// <summary>How many units the search found.</summary>
    public int Found { get; private set; }

    /// <summary>A state in words.</summary>
    public string Words(SubmissionState state) => Say(StateWords.Of(state));

    /// <summary>Shows the units.</summary>
    public async Task<IActionResult> OnGetAsync(string plan, string form, CancellationToken cancellationToken)
    {
        if (Actor is not { } actor) return Challenge();
        if (await modules.ModelAsync(plan, cancellationToken) is not { } model || model.Form(form) is not { } found) return NotFound();
        (PlanId, Form) = (model.Plan.Id, found);
        var mine = model.Fillers(found.Definition).Where(unit => AccessPolicy.MayRead(actor, model.Plan, unit, found.Definition)).ToArray();
        if (mine.Length == 0) return LocalRedirect("/denied");
        var standings = (await reader.StandingsAsync(model.Plan.Id, Periods.Annual(model.Plan.Year), [found.Code], cancellationToken)).ToDictionary(s => s.Unit, s => s.State, StringComparer.Ordinal);
        var all = mine.Select(unit => new FillingUnit(unit.Code, unit.Name, standings.GetValueOrDefault(unit.Code))).ToArray();
        Counts = all.GroupBy(unit => unit.State).ToImmutableSortedDictionary(g => g.Key, g => g.Count());
        var search = UnitNames.Fold(Search ?? string.Empty);
        var matching = all.Where(unit => (State is null || unit.State == State) && (search.Length == 0 || UnitNames.Fold(unit.Name).Contains(search, StringComparison.Ordinal) || unit.Code.Contains(search, StringComparison.OrdinalIgnoreCase))).ToArray();
        Found = matching.Length;
        Links = PageLinks.Of(Request, Found, PageSize);
        Units = [.. matching.OrderBy(unit => unit.Name, Comparer<string>.Create(UnitNames.Compare)).Skip(Links.Skipped).Take(PageSize)];
        return Page();
    }
}
