using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using SocialWork.Abstractions;
using SocialWork.Core;
using SocialWork.Core.Attachments;
using SocialWork.Core.Forms;
using SocialWork.Core.Submissions;
using SocialWork.Core.Typing;
using SocialWork.Documents.Words;
using SocialWork.Host.Api;
using SocialWork.Host.Composition;

namespace SocialWork.Host.Pages.Entry;

/// <summary>What was entered, what stands between it and being sent, and the button that sends it.</summary>
public sealed class CheckModel(RequestModules modules, SubmissionService service, YearBefore before, Readings readings, AttachmentService attachments) : EntryPage(modules, service, before, readings, attachments)
{
    private readonly SubmissionService _service = service;

    /// <summary>The date at which the figures stand, as typed or stored.</summary>
    public string DataAsOf { get; private set; } = string.Empty;

    /// <summary>What was said to warnings, as typed or stored.</summary>
    public ImmutableDictionary<string, string> Words { get; private set; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Why it was not sent, with the box it is about; empty where nothing was tried.</summary>
    public ImmutableArray<(string? Box, string Message)> Problems { get; private set; } = [];

    /// <summary>What must be corrected before it can be sent.</summary>
    public IEnumerable<Finding> Errors => View.Findings.Where(finding => finding.Severity == Severity.Error);

    /// <summary>What must be corrected or explained.</summary>
    public IEnumerable<Finding> Warnings => View.Findings.Where(finding => finding.Severity == Severity.Warning);

    /// <summary>Whether a warning must be explained.</summary>
    public static bool Asks(Finding finding) => Explanations.AsksForOne(finding);

    /// <summary>The cell that a finding leads to, where its message does not name it.</summary>
    public string? NameUnsaid(Finding finding) => Leading(finding) is { } cell && Say(View.Form.LabelOf(cell)) is var name && !Say(finding.Message).Contains(name, StringComparison.OrdinalIgnoreCase) ? name : null;

    /// <summary>Shows what was entered.</summary>
    public async Task<IActionResult> OnGetAsync(string plan, string form, string unit, CancellationToken cancellationToken)
    {
        if (await LoadAsync(plan, form, unit, cancellationToken) is { } answer) return answer;
        if (!MayEdit) return LocalRedirect(Address());
        DataAsOf = View.DataAsOf is { } day ? When.Date(day) : string.Empty;
        Words = (View.Submission.Draft?.Explanations ?? Explanations.None).ToImmutableDictionary();
        await LoadLastYearAsync(cancellationToken);
        return Page();
    }

    /// <summary>Saves the date and the explanations, and sends where that is asked.</summary>
    public async Task<IActionResult> OnPostAsync(string plan, string form, string unit, string? dataAsOf, long revision, string? then, CancellationToken cancellationToken)
    {
        if (await LoadAsync(plan, form, unit, cancellationToken) is { } answer) return answer;
        if (!MayEdit) return LocalRedirect(Address());
        DataAsOf = dataAsOf?.Trim() ?? string.Empty;
        var posted = await Request.ReadFormAsync(cancellationToken);
        Words = posted.Keys.Where(key => key.StartsWith("e.", StringComparison.Ordinal)).ToImmutableDictionary(key => key[2..], key => posted[key].ToString().Trim());
        if (await SendAsync(revision, then == "send", cancellationToken) is { } refusal)
        {
            Problems = [.. ProblemsOf(refusal)];
            await LoadLastYearAsync(cancellationToken);
            return Page();
        }

        return LocalRedirect(then == "send" ? Address() : Address("check"));
    }

    private async Task<Refusal?> SendAsync(long revision, bool submits, CancellationToken cancellationToken)
    {
        DateOnly? asOf = null;
        if (DataAsOf.Length > 0)
        {
            if (DateReader.Read(DataAsOf) is not Result<DateOnly>.Ok { Value: var day }) return NoDay;
            asOf = day;
        }

        var request = Asked with { IfRevision = revision };
        var explanations = JsonSerializer.SerializeToElement(new JsonObject(Words.Select(e => KeyValuePair.Create(e.Key, e.Value.Length > 0 ? (JsonNode?)JsonValue.Create(e.Value) : null))));
        var saved = await _service.PatchAsync(request, new DraftBody(JsonSerializer.SerializeToElement(new JsonObject()), asOf, explanations), cancellationToken);
        if (saved is not Result<SubmissionView>.Ok { Value: var view }) return ((Result<SubmissionView>.No)saved).Refusal;
        View = view;
        if (!submits) return null;
        if (view.DataAsOf is null) return NoDay;
        return await _service.SubmitAsync(Asked with { IfRevision = view.Submission.Revision }, null, cancellationToken) is Result<SubmissionView>.No no ? no.Refusal : null;
    }

    private static Refusal NoDay => new(RefusalKind.Unprocessable, "submission.noDataAsOf", new Text("Hãy ghi ngày chốt số liệu, ví dụ 31/10/2026.", "State the date at which the figures stand, for example 31/10/2026."), [new CellProblem("dataAsOf", "submission.noDataAsOf", new Text("Số liệu tính đến ngày", "Figures as of"))]);

    private IEnumerable<(string?, string)> ProblemsOf(Refusal refusal)
    {
        yield return (refusal.Cells is [{ Cell: "dataAsOf" }] ? "dataAsOf" : null, Say(refusal.Message));
        foreach (var problem in refusal.Cells.Where(problem => problem.Cell.StartsWith("explanations[", StringComparison.Ordinal)).DistinctBy(problem => problem.Cell))
            yield return (InputNames.IdOf("e." + problem.Cell["explanations[".Length..^1]), Say(problem.Message));
        // A warning without words is refused by its cells; its words have a box here.
        foreach (var finding in Warnings.Where(finding => Asks(finding) && refusal.Cells.Any(problem => problem.Code == finding.Id)))
            yield return (InputNames.IdOf("e." + finding.Id), Say(finding.Message));
    }
}
