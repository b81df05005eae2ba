using Microsoft.AspNetCore.Mvc;
using SocialWork.Core;
using SocialWork.Core.Narratives;
using SocialWork.Core.Planning;
using SocialWork.Host.Api;
using SocialWork.Host.Composition;
using SocialWork.Host.Reports;

namespace SocialWork.Host.Pages.Words;

/// <summary>One version of a section as it read then, beside the present words.</summary>
public sealed class VersionModel(IReferenceStore reference, RequestModules modules, ReportCache reports, Readings readings, NarrativeService narrative) : WordsPage(reference, modules, reports, readings)
{
    /// <inheritdoc/>
    public override string Title => Say($"{Words.Place.Code}. {Words.Place.Title.Vi}: phiên bản {Version.Number}", $"{Words.Place.Code}. {Words.Place.Title.En}: version {Version.Number}");

    /// <summary>The section as it is.</summary>
    public NarrativeWords Words { get; private set; } = null!;

    /// <summary>The version.</summary>
    public NarrativeVersion Version { get; private set; } = null!;

    /// <summary>The version against the present words, both as they are bound.</summary>
    public NarrativeComparison Comparison { get; private set; } = null!;

    /// <summary>The version with the figures of its time.</summary>
    public string AsItRead => NarrativeText.Fill(Version.Text, name => Version.Figures.GetValueOrDefault(name));

    /// <summary>Shows the version.</summary>
    public async Task<IActionResult> OnGetAsync(string plan, string section, int number, CancellationToken cancellationToken)
    {
        if (!MayWrite) return LocalRedirect("/denied");
        if (await PlanAsync(plan, cancellationToken) is not { } model) return NotFound();
        if (await narrative.VersionAsync(Actor!, model.Plan, section, number, cancellationToken) is not Result<NarrativeVersion>.Ok { Value: var version }) return NotFound();
        var report = await ReportAsync(model, cancellationToken);
        if (await narrative.ReadAsync(Actor!, model.Plan, report, cancellationToken) is not Result<NarrativeDesk>.Ok { Value: var desk }) return LocalRedirect("/denied");
        Words = desk.Sections.First(s => s.Place.Code == section);
        Version = version;
        Comparison = NarrativeComparison.Of(version.Text, Words.Text);
        return Page();
    }
}
