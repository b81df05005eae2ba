using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SocialWork.Abstractions;
using SocialWork.Core;
using SocialWork.Core.Attachments;
using SocialWork.Core.Submissions;
using SocialWork.Core.Time;
using SocialWork.Documents.Words;
using SocialWork.Host.Api;
using SocialWork.Host.Composition;
using SocialWork.Host.Pages.Support;

namespace SocialWork.Host.Pages.Entry;

/// <summary>One form of one unit: where it stands, its sections, and what it holds.</summary>
public sealed class FormModel(RequestModules modules, SubmissionService service, YearBefore before, Readings readings, AttachmentService attachments, HolidayCalendar calendar) : EntryPage(modules, service, before, readings, attachments)
{
    private readonly SubmissionService _service = service;

    /// <summary>Before when it is due; null where the plan does not say.</summary>
    public DateOnly? DueBefore => Model.Plan.Duties.FirstOrDefault(duty => duty.Id == Target.Form.Definition.Duty)?.Before;

    /// <summary>The last working day before it.</summary>
    public DateOnly? LastWorkingDay => DueBefore is { } before ? calendar.LastWorkingDayBefore(before) : null;

    /// <summary>Where the form comes back as a workbook.</summary>
    public string UploadAddress => Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString("/workbooks", new Dictionary<string, string?>(StringComparer.Ordinal) { ["form"] = Target.Form.Code, ["unit"] = Target.Unit.Code, ["period"] = Period is { Length: > 0 } ? Period : null });

    /// <summary>The steps so far, newest first.</summary>
    public ImmutableArray<StepRun> Steps { get; private set; } = [];

    /// <summary>Whether the values are shown here, for those who may not change them.</summary>
    public bool ShowsValues => !MayEdit && (View.Submission.LatestVersion > 0 || View.Submission.Draft is not null);

    /// <summary>A step in words.</summary>
    public string Step(HistoryEntry step) => Say(StateWords.Of(step.Action));

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(string plan, string form, string unit, CancellationToken cancellationToken)
    {
        if (await LoadAsync(plan, form, unit, cancellationToken) is { } answer) return answer;
        if (await _service.HistoryAsync(Asked, cancellationToken) is Result<SubmissionHistory>.Ok { Value: var history }) Steps = StepRun.NewestFirst(history.History);
        return Page();
    }
}
