using Microsoft.AspNetCore.Mvc;
using SocialWork.Core;
using SocialWork.Core.Access;
using SocialWork.Core.Planning;
using SocialWork.Core.Submissions;
using SocialWork.Core.Time;
using SocialWork.Host.Composition;
using SocialWork.Host.Pages.Home;
using SocialWork.Host.Pages.Review;
using SocialWork.Host.Pages.Support;

namespace SocialWork.Host.Pages.Monitoring;

/// <summary>What one unit owes, and where each of its forms stands.</summary>
public sealed class UnitModel(RequestModules modules, ISubmissionReader reader, CityClock clock, HolidayCalendar calendar) : SitePage
{
    private PlanModel? _model;

    /// <inheritdoc/>
    public override string Title => Say($"Theo dõi báo cáo của {Desk?.Unit.Name}", $"Monitoring {Desk?.Unit.Name}");

    /// <summary>What the unit owes.</summary>
    public UnitDesk Desk { get; private set; } = null!;

    /// <summary>The address of a unit's page.</summary>
    public static string Address(string plan, string unit) => $"/monitoring/{Uri.EscapeDataString(plan)}/{Uri.EscapeDataString(unit)}";

    /// <summary>Shows the unit.</summary>
    public async Task<IActionResult> OnGetAsync(string plan, string unit, CancellationToken cancellationToken)
    {
        if (Actor is not { } actor || !AccessPolicy.MaySeeStanding(actor, unit)) return LocalRedirect("/denied");
        if (await modules.ModelAsync(plan, cancellationToken) is not { } model || model.Units.Find(unit) is not { } found) return NotFound();
        (PlanId, _model) = (model.Plan.Id, model);
        Desk = await UnitDesk.ReadAsync(model, found, reader, clock, calendar, cancellationToken);
        return Page();
    }

    /// <summary>Where a form of the unit can be read; null for a reader who may not.</summary>
    public string? AddressOf(string form) =>
        SubmissionTarget.FindToSee(_model!, new SubmissionAddress(form, Desk.Unit.Code), Actor!) is Result<SubmissionTarget>.Ok { Value.Key: var key } ? SubmissionModel.Address(_model!, key) : null;
}
