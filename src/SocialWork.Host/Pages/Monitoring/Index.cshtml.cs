using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using SocialWork.Abstractions;
using SocialWork.Core.Access;
using SocialWork.Core.Duties;
using SocialWork.Core.Plans;
using SocialWork.Core.Submissions;
using SocialWork.Core.Time;
using SocialWork.Core.Units;
using SocialWork.Documents.Words;
using SocialWork.Host.Composition;
using SocialWork.Host.Pages.Support;

namespace SocialWork.Host.Pages.Monitoring;

/// <summary>Which unit stands where with which duty: as a table, or the communes as tiles.</summary>
public sealed class IndexModel(RequestModules modules, ISubmissionReader reader, CityClock clock, HolidayCalendar calendar) : SitePage
{
    /// <summary>The view of tiles.</summary>
    public const string Tiles = "tiles";

    /// <summary>The orders that the table knows; the first is the usual one.</summary>
    public static ImmutableArray<string> Sorts { get; } = ["late", "name", "sent"];

    /// <inheritdoc/>
    public override string Title => Say($"Theo dõi báo cáo {PlanId}", $"Monitoring {PlanId}");

    /// <summary>Words that the unit's name or code contains.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    /// <summary>The state that a duty of the unit is in; null for any.</summary>
    [BindProperty(SupportsGet = true, Name = "state")]
    public DutyState? State { get; set; }

    /// <summary>One of <see cref="Sorts"/>; null for the first.</summary>
    [BindProperty(SupportsGet = true, Name = "sort")]
    public string? Sort { get; set; }

    /// <summary><see cref="Tiles"/>, or null for the table.</summary>
    [BindProperty(SupportsGet = true, Name = "view")]
    public string? View { get; set; }

    /// <summary>Today in the city.</summary>
    public string Today => When.Date(clock.Today);

    /// <summary>The duties with a date, by deadline; for tiles the season's report alone.</summary>
    public ImmutableArray<ReportingDuty> Duties { get; private set; } = [];

    /// <summary>The units that the filter leaves, in their order.</summary>
    public ImmutableArray<MonitoringRow> Rows { get; private set; } = [];

    /// <summary>How many units there are without a filter.</summary>
    public int Units { get; private set; }

    /// <summary>How many units are in each state of each duty, by duty.</summary>
    public ImmutableArray<ImmutableSortedDictionary<DutyState, int>> Counts { get; private set; } = [];

    /// <summary>How far each form has come.</summary>
    public ImmutableArray<FormCoverage> Coverage { get; private set; } = [];

    /// <summary>Whether the communes are shown as tiles.</summary>
    public bool ShowsTiles => View == Tiles;

    /// <summary>Shows who stands where.</summary>
    public async Task<IActionResult> OnGetAsync(string plan, CancellationToken cancellationToken)
    {
        if (Actor is not { } actor || !AccessPolicy.MaySeeCity(actor)) return LocalRedirect("/denied");
        if (await modules.ModelAsync(plan, cancellationToken) is not { } model) return NotFound();
        PlanId = model.Plan.Id;
        var board = await DutyBoard.ReadAsync(model, reader, clock.Today, calendar, cancellationToken);
        Coverage = await FormCoverage.ReadAsync(model, reader, cancellationToken);
        var byUnit = board.Statuses.ToLookup(s => s.Unit, StringComparer.Ordinal);
        Duties = [.. model.Plan.Duties.Where(d => d.Before is not null && board.Statuses.Any(s => s.Duty == d.Id)).OrderBy(d => d.Before)];
        if (ShowsTiles) Duties = [.. Duties.OrderBy(d => d.To == model.Plan.StandingAgency ? 0 : 1).Take(1)];
        var rows = byUnit.Select(unit => model.Units.Find(unit.Key) is { } found ? new MonitoringRow(found, [.. Duties.Select(d => unit.FirstOrDefault(s => s.Duty == d.Id))]) : null)
            .OfType<MonitoringRow>().Where(r => r.FormsOwed > 0 && (!ShowsTiles || r.Unit.Type == UnitTypes.Commune)).ToArray();
        Units = rows.Length;
        Counts = [.. Duties.Select((_, at) => rows.Select(r => r.Statuses[at]).OfType<DutyStatus>().GroupBy(s => s.State).ToImmutableSortedDictionary(g => g.Key, g => g.Count()))];
        Rows = [.. Sorted(rows.Where(IsMeant))];
        return Page();
    }

    /// <summary>Where a unit's own page is.</summary>
    public string AddressOf(Unit unit) => UnitModel.Address(PlanId!, unit.Code);

    /// <summary>The address of this page with something else in its query; null leaves the name out.</summary>
    public string With(string name, string? value)
    {
        var query = Request.Query.Where(q => q.Key != name).Select(q => KeyValuePair.Create(q.Key, (string?)q.Value.ToString())).ToList();
        if (value is not null) query.Add(new(name, value));
        return QueryHelpers.AddQueryString(Request.Path.ToUriComponent(), query);
    }

    /// <summary>What an order of the table is called.</summary>
    public string SortName(string sort) => sort switch
    {
        "name" => Say("Tên đơn vị", "Name"),
        "sent" => Say("Còn thiếu nhiều biểu nhất trước", "The most forms missing first"),
        _ => Say("Quá hạn lâu nhất trước", "The latest first"),
    };

    private bool IsMeant(MonitoringRow row) =>
        UnitNames.Fold($"{row.Unit.Name} {row.Unit.Code}").Contains(UnitNames.Fold(Search ?? string.Empty), StringComparison.Ordinal)
        && (State is null || row.Statuses.Any(s => s?.State == State));

    private IOrderedEnumerable<MonitoringRow> Sorted(IEnumerable<MonitoringRow> rows)
    {
        var byName = Comparer<string>.Create(UnitNames.Compare);
        return Sort switch
        {
            "name" => rows.OrderBy(r => r.Unit.Name, byName),
            "sent" => rows.OrderBy(r => r.FormsSent - r.FormsOwed).ThenBy(r => r.Unit.Name, byName),
            _ => rows.OrderByDescending(r => r.DaysOverdue).ThenBy(r => r.FormsSent == r.FormsOwed).ThenByDescending(r => r.DaysLate).ThenBy(r => r.Unit.Name, byName),
        };
    }
}
