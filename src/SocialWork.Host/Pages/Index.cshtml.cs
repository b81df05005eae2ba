using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SocialWork.Abstractions;
using SocialWork.Core.Duties;
using SocialWork.Core.Planning;
using SocialWork.Core.Review;
using SocialWork.Core.Submissions;
using SocialWork.Core.Time;
using SocialWork.Documents.Words;
using SocialWork.Host.Composition;
using SocialWork.Host.Pages.Home;
using SocialWork.Host.Pages.Support;

namespace SocialWork.Host.Pages;

/// <summary>Việc cần làm: what the account has to do, or has to follow.</summary>
public sealed class IndexModel(RequestModules modules, IReferenceStore reference, ISubmissionReader reader, ReviewQueue queue, CityClock clock, HolidayCalendar calendar) : SitePage
{
    /// <inheritdoc/>
    public override string Title => Say("Việc cần làm", "To do");

    /// <inheritdoc/>
    public override string WindowTitle => Items.IsEmpty ? Title : $"({When.Number(Items.Length)}) {Title}";

    /// <summary>What the account owes or must decide, the most pressing first.</summary>
    public ImmutableArray<ToDo> Items { get; private set; } = [];

    /// <summary>What comes next, where nothing is to be done.</summary>
    public Text? Next { get; private set; }

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
        var list = new ToDoList(model, clock.Today, calendar);
        Items = list.Of(Actor!, Unit, City, await queue.ReadAsync(Actor!, model, cancellationToken));
        if (Items.IsEmpty) Next = list.Next(Actor!, Unit);
        return Page();
    }

    /// <summary>How long there is left, or how late it is.</summary>
    public string Remaining(DutyStatus status) => Say(StateWords.Remaining(status));
}
