using Microsoft.AspNetCore.Mvc;
using SocialWork.Core.Duties;
using SocialWork.Core.Planning;
using SocialWork.Core.Submissions;
using SocialWork.Core.Time;
using SocialWork.Documents.Words;
using SocialWork.Host.Composition;
using SocialWork.Host.Pages.Home;
using SocialWork.Host.Pages.Support;

namespace SocialWork.Host.Pages;

/// <summary>Việc cần làm: what the account has to do, or has to follow.</summary>
public sealed class IndexModel(RequestModules modules, IReferenceStore reference, ISubmissionReader reader, CityClock clock, HolidayCalendar calendar) : SitePage
{
    /// <inheritdoc/>
    public override string Title => Say("Việc cần làm", "To do");

    /// <summary>The plan's title.</summary>
    public string PlanTitle { get; private set; } = string.Empty;

    /// <summary>Today in the city.</summary>
    public string Today => When.Date(clock.Today);

    /// <summary>The desk of a unit's account; null for others.</summary>
    public UnitDesk? Unit { get; private set; }

    /// <summary>The desk of those who follow the city; null for others.</summary>
    public CityDesk? City { get; private set; }

    /// <summary>Shows the desk.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await NewestPlanAsync(reference, modules, cancellationToken) is not { } model) return Page();
        PlanTitle = Say(model.Plan.Title);
        if (Actor?.Unit is { } code && model.Units.Find(code) is { } unit) Unit = await UnitDesk.ReadAsync(model, unit, reader, clock, calendar, cancellationToken);
        if (SeesCity) City = await CityDesk.ReadAsync(model, reader, clock, calendar, cancellationToken);
        return Page();
    }

    /// <summary>How long there is left, or how late it is.</summary>
    public string Remaining(DutyStatus status) => Say(StateWords.Remaining(status));
}
