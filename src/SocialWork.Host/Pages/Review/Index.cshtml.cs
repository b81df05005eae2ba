using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using SocialWork.Abstractions;
using SocialWork.Core;
using SocialWork.Core.Access;
using SocialWork.Core.Planning;
using SocialWork.Core.Review;
using SocialWork.Core.Submissions;
using SocialWork.Core.Units;
using SocialWork.Host.Api;
using SocialWork.Host.Composition;
using SocialWork.Host.Pages.Support;

namespace SocialWork.Host.Pages.Review;

/// <summary>What waits for the reader's decision, and deciding on many of it at once.</summary>
public sealed class IndexModel(RequestModules modules, IReferenceStore reference, ReviewQueue queue, BulkReview bulk) : SitePage
{
    /// <summary>The most lines of a page.</summary>
    public const int PageSize = 40;

    private ImmutableHashSet<string> _picked = [];

    /// <inheritdoc/>
    public override string Title => Say("Biểu chờ xử lý", "Waiting for your decision");

    /// <summary>Words that the unit's name or code contains.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    /// <summary>The code of one form; null for every form.</summary>
    [BindProperty(SupportsGet = true, Name = "form")]
    public string? FormCode { get; set; }

    /// <summary>The period; null for every one.</summary>
    [BindProperty(SupportsGet = true, Name = "period")]
    public string? Period { get; set; }

    /// <summary>Whether all lines of the page that may be are marked already.</summary>
    [BindProperty(SupportsGet = true, Name = "all")]
    public bool All { get; set; }

    /// <summary>The newest plan; null before there is one.</summary>
    public PlanModel? Model { get; private set; }

    /// <summary>How many wait, whatever the filter.</summary>
    public int Waiting { get; private set; }

    /// <summary>How many the filter leaves.</summary>
    public int Found { get; private set; }

    /// <summary>The lines of this page.</summary>
    public ImmutableArray<ReviewItem> Items { get; private set; } = [];

    /// <summary>The forms that wait, by code.</summary>
    public ImmutableArray<PlanForm> Forms { get; private set; } = [];

    /// <summary>The periods of what waits, the newest first.</summary>
    public ImmutableArray<string> Periods { get; private set; } = [];

    /// <summary>The way to the other pages.</summary>
    public PageLinks Links { get; private set; } = new(1, 1, PageSize, "/review");

    /// <summary>How many were decided by the request before; null for none.</summary>
    public int? Done { get; private set; }

    /// <summary>Why nothing was decided; null where something was, or was not asked for.</summary>
    public string? Error { get; private set; }

    /// <summary>What was refused of what was chosen.</summary>
    public ImmutableArray<ReviewOutcome> Refused { get; private set; } = [];

    /// <summary>What the button says.</summary>
    public string Decide => DecisionsOf(Items) switch
    {
        [SubmissionAction.Approve] => Say("Duyệt và gửi các biểu đã chọn", "Approve and send what is marked"),
        [SubmissionAction.Accept] => Say("Tiếp nhận các biểu đã chọn", "Accept what is marked"),
        _ => Say("Duyệt, tiếp nhận các biểu đã chọn", "Approve or accept what is marked"),
    };

    /// <summary>Shows the queue.</summary>
    public async Task<IActionResult> OnGetAsync(int? done, CancellationToken cancellationToken)
    {
        if (Actor is not { } actor || !AccessPolicy.MayReview(actor)) return LocalRedirect("/denied");
        Done = done is > 0 ? done : null;
        await ReadAsync(actor, cancellationToken);
        return Page();
    }

    /// <summary>Says yes to what was chosen, each a step of its own.</summary>
    public async Task<IActionResult> OnPostAsync(string[] pick, CancellationToken cancellationToken)
    {
        if (Actor is not { } actor || !AccessPolicy.MayReview(actor)) return LocalRedirect("/denied");
        if (await NewestPlanAsync(reference, modules, cancellationToken) is not { } model) return NotFound();
        var outcome = await bulk.DecideAsync(actor, model, modules.Lease, [.. pick.Select(ChoiceOf).OfType<ReviewChoice>()], cancellationToken);
        if (outcome is Result<ImmutableArray<ReviewOutcome>>.No { Refusal: var refusal })
        {
            Error = Say(refusal.Message);
            Response.StatusCode = Answers.StatusOf(refusal.Kind);
        }
        else
        {
            var outcomes = ((Result<ImmutableArray<ReviewOutcome>>.Ok)outcome).Value;
            Refused = [.. outcomes.Where(o => o.Refusal is not null)];
            var done = outcomes.Length - Refused.Length;
            if (Refused.IsEmpty) return LocalRedirect(QueryHelpers.AddQueryString("/review", Filter().Append(new("done", done.ToString(CultureInfo.InvariantCulture)))));
            Done = done;
        }

        _picked = [.. pick];
        await ReadAsync(actor, cancellationToken);
        return Page();
    }

    /// <summary>What a line's mark sends.</summary>
    public static string PickOf(ReviewItem item) => string.Create(CultureInfo.InvariantCulture, $"{item.Form.Code}/{item.Unit.Code}/{item.Waiting.Key.Period}/{item.Waiting.Revision}");

    /// <summary>Whether a line is marked.</summary>
    public bool IsPicked(ReviewItem item) => item.IsPlain && (All || _picked.Contains(PickOf(item)));

    /// <summary>Where a line leads.</summary>
    public string AddressOf(ReviewItem item) => SubmissionModel.Address(Model!, item.Waiting.Key);

    /// <summary>The address of this page with every line marked.</summary>
    public string AllAddress => QueryHelpers.AddQueryString(Links.To(Links.Number), "all", "true");

    /// <summary>Where a refused choice leads.</summary>
    public string AddressOf(ReviewChoice choice) => SubmissionModel.Address(Model!, new SubmissionKey(Model!.Plan.Id, choice.Form, choice.Unit, choice.Period));

    private async Task ReadAsync(Actor actor, CancellationToken cancellationToken)
    {
        Model = await NewestPlanAsync(reference, modules, cancellationToken);
        if (Model is null) return;
        var items = await queue.ReadAsync(actor, Model, cancellationToken);
        Waiting = items.Length;
        Forms = [.. items.Select(i => i.Form).DistinctBy(f => f.Code).OrderBy(f => f.Code, StringComparer.Ordinal)];
        Periods = [.. items.Select(i => i.Waiting.Key.Period).Distinct(StringComparer.Ordinal).OrderByDescending(p => p, StringComparer.Ordinal)];
        var search = UnitNames.Fold(Search ?? string.Empty);
        var found = items.Where(i => (string.IsNullOrEmpty(FormCode) || i.Form.Code == FormCode) && (string.IsNullOrEmpty(Period) || i.Waiting.Key.Period == Period) && UnitNames.Fold($"{i.Unit.Name} {i.Unit.Code}").Contains(search, StringComparison.Ordinal)).ToArray();
        Found = found.Length;
        Links = PageLinks.Of(Request, found.Length, PageSize);
        Items = [.. found.Skip(Links.Skipped).Take(PageSize)];
    }

    private IEnumerable<KeyValuePair<string, string?>> Filter()
    {
        if (!string.IsNullOrEmpty(Search)) yield return new("q", Search);
        if (!string.IsNullOrEmpty(FormCode)) yield return new("form", FormCode);
        if (!string.IsNullOrEmpty(Period)) yield return new("period", Period);
    }

    private static SubmissionAction[] DecisionsOf(ImmutableArray<ReviewItem> items) => [.. items.Select(i => i.Decision).Distinct()];

    // What no page of ours sends is passed over.
    private static ReviewChoice? ChoiceOf(string picked) =>
        picked.Split('/') is [var form, var unit, var period, var seen] && long.TryParse(seen, NumberStyles.None, CultureInfo.InvariantCulture, out var revision)
            ? new ReviewChoice(form, unit, period, revision)
            : null;
}
