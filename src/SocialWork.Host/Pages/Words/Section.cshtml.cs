using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SocialWork.Core;
using SocialWork.Core.Narratives;
using SocialWork.Core.Planning;
using SocialWork.Core.Typing;
using SocialWork.Host.Api;
using SocialWork.Host.Composition;
using SocialWork.Host.Reports;

namespace SocialWork.Host.Pages.Words;

/// <summary>One section: its words to be edited, how they read with their figures, what changed since, what can be bound, and its versions.</summary>
public sealed class SectionModel(IReferenceStore reference, RequestModules modules, ReportCache reports, Readings readings, NarrativeService narrative) : WordsPage(reference, modules, reports, readings)
{
    /// <summary>The most figures that are listed at once.</summary>
    public const int MaxFigures = 60;

    private NarrativeFigures _figures = null!;

    /// <inheritdoc/>
    public override string Title => $"{Words.Place.Code}. {Say(Words.Place.Title)}";

    /// <summary>The section.</summary>
    public NarrativeWords Words { get; private set; } = null!;

    /// <summary>What is in the field.</summary>
    public string Typed { get; private set; } = string.Empty;

    /// <summary>How what is in the field reads, a paragraph each.</summary>
    public ImmutableArray<string> Preview { get; private set; } = [];

    /// <summary>Figures that were typed by hand.</summary>
    public ImmutableArray<TextProblem> Warnings { get; private set; } = [];

    /// <summary>Whether somebody else was faster, so that the newest words stand beside the typed ones.</summary>
    public bool IsOvertaken { get; private set; }

    /// <summary>What figures are searched for; empty for none.</summary>
    public string Search { get; private set; } = string.Empty;

    /// <summary>Figures that the search finds, the section's own first, at most <see cref="MaxFigures"/>.</summary>
    public ImmutableArray<NarrativeFigure> Figures { get; private set; } = [];

    /// <summary>How many there are.</summary>
    public int FigureCount { get; private set; }

    /// <summary>Versions, newest first.</summary>
    public ImmutableArray<NarrativeVersion> Versions { get; private set; } = [];

    /// <summary>Whether there are earlier ones.</summary>
    public bool HasEarlier => Versions is [.., { Number: > 1 }];

    /// <summary>Shows the section.</summary>
    public async Task<IActionResult> OnGetAsync(string plan, string section, string? done, string? find, int? before, CancellationToken cancellationToken)
    {
        if (await ShowAsync(plan, section, find, before, cancellationToken) is { } elsewhere) return elsewhere;
        Type(Words.Text);
        Notice = done switch
        {
            "write" => Say("Đã lưu.", "Saved."),
            "see" => Say("Đã ghi nhận: số liệu thay đổi đã được xem.", "Noted: the changed figures were seen."),
            "automate" => Say("Đã về bản soạn tự động.", "Back to the automatic draft."),
            "restore" => Say("Đã lấy lại phiên bản cũ.", "The earlier version is in use again."),
            _ => null,
        };
        return Page();
    }

    /// <summary>Shows how the typed words read; nothing is kept.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(string plan, string section, string? text, CancellationToken cancellationToken)
    {
        if (await ShowAsync(plan, section, find: null, before: null, cancellationToken) is { } elsewhere) return elsewhere;
        Type(text ?? string.Empty);
        var model = (await Modules.ModelAsync(plan, cancellationToken))!;
        foreach (var problem in NarrativeService.Check(model.Plan, _figures, Typed)) Wrong("text", problem.Message);
        return Page();
    }

    /// <summary>Keeps the typed words.</summary>
    public Task<IActionResult> OnPostWriteAsync(string plan, string section, int? seen, string? text, CancellationToken cancellationToken) =>
        ChangeAsync(plan, section, seen, new NarrativeChange.Write(text ?? string.Empty), "write", text, cancellationToken);

    /// <summary>Notes that the changed figures were seen.</summary>
    public Task<IActionResult> OnPostSeeAsync(string plan, string section, int? seen, CancellationToken cancellationToken) =>
        ChangeAsync(plan, section, seen, new NarrativeChange.See(), "see", typed: null, cancellationToken);

    /// <summary>Goes back to the automatic draft.</summary>
    public Task<IActionResult> OnPostAutomateAsync(string plan, string section, int? seen, CancellationToken cancellationToken) =>
        ChangeAsync(plan, section, seen, new NarrativeChange.Automate(), "automate", typed: null, cancellationToken);

    /// <summary>Takes up an earlier version.</summary>
    public Task<IActionResult> OnPostRestoreAsync(string plan, string section, int? seen, int version, CancellationToken cancellationToken) =>
        ChangeAsync(plan, section, seen, new NarrativeChange.Restore(version), "restore", typed: null, cancellationToken);

    private async Task<IActionResult> ChangeAsync(string plan, string section, int? seen, NarrativeChange change, string done, string? typed, CancellationToken cancellationToken)
    {
        if (await ShowAsync(plan, section, find: null, before: null, cancellationToken) is { } elsewhere) return elsewhere;
        var model = (await Modules.ModelAsync(plan, cancellationToken))!;
        var report = await ReportAsync(model, cancellationToken);
        if (await narrative.ChangeAsync(Actor!, model.Plan, report, section, change, seen, cancellationToken) is not Result<NarrativeWords>.No { Refusal: var refusal }) return LocalRedirect($"{AddressOf(section)}?done={done}");
        Wrong(refusal, _ => "text");
        IsOvertaken = refusal.Kind == RefusalKind.Stale;
        Type(typed ?? Words.Text);
        return Page();
    }

    private async Task<IActionResult?> ShowAsync(string plan, string section, string? find, int? before, CancellationToken cancellationToken)
    {
        if (!MayWrite) return LocalRedirect("/denied");
        if (await PlanAsync(plan, cancellationToken) is not { } model) return NotFound();
        var report = await ReportAsync(model, cancellationToken);
        if (await narrative.ReadAsync(Actor!, model.Plan, report, cancellationToken) is not Result<NarrativeDesk>.Ok { Value: var desk }) return LocalRedirect("/denied");
        if (desk.Sections.FirstOrDefault(s => s.Place.Code == section) is not { } words) return NotFound();
        if (await narrative.VersionsAsync(Actor!, model.Plan, section, before, cancellationToken) is not Result<ImmutableArray<NarrativeVersion>>.Ok { Value: var versions }) return NotFound();
        (Words, _figures, Versions) = (words, desk.Figures, versions);
        Found(find);
        return null;
    }

    private void Found(string? find)
    {
        Search = find?.Trim() ?? string.Empty;
        var sought = Folded.WithoutAccents(Search);
        var own = NarrativeText.Names(Words.Text).ToHashSet(StringComparer.Ordinal);
        var found = Search.Length == 0
            ? _figures.All.Where(f => own.Contains(f.Name)).ToArray()
            : [.. _figures.All.Where(f => Folded.WithoutAccents($"{f.Name} {Say(f.Label)}").Contains(sought, StringComparison.Ordinal))];
        FigureCount = found.Length;
        Figures = [.. found.Take(MaxFigures)];
    }

    private void Type(string text)
    {
        Typed = text.ReplaceLineEndings("\n");
        Preview = NarrativeText.Paragraphs(NarrativeText.Fill(Typed, name => _figures.Find(name)?.Text));
        Warnings = Typed == Words.Text && Words.State == NarrativeState.Automatic ? [] : NarrativeText.TypedFigures(Typed);
    }
}
