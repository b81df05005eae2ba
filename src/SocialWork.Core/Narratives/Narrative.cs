using System.Collections.Immutable;
using SocialWork.Core.Reports;

namespace SocialWork.Core.Narratives;

/// <summary>Where a section's words stand.</summary>
public enum NarrativeState
{
    /// <summary>Soạn tự động</summary>
    Automatic,
    /// <summary>Đã sửa</summary>
    Edited,
    /// <summary>Cần xem lại: a figure in it has changed since it was written.</summary>
    ToReview,
}

/// <summary>A figure that is another than when the words were written.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Before">What it was; null where it was not there.</param>
/// <param name="Now">What it is; null where it is not there any more.</param>
public sealed record ChangedFigure(string Name, string? Before, string? Now);

/// <summary>A section's words as they are worked on. Immutable.</summary>
/// <param name="Place">Its place in the outline.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Text">The words with their figures bound.</param>
/// <param name="Filled">The words with every figure filled in.</param>
/// <param name="Draft">The automatic draft, with its figures bound.</param>
/// <param name="Version">The newest version; null where nobody ever wrote.</param>
/// <param name="Changed">Figures that have changed since that version.</param>
public sealed record NarrativeWords(OutlinePlace Place, NarrativeState State, string Text, string Filled, string Draft, NarrativeVersion? Version, ImmutableArray<ChangedFigure> Changed)
{
    /// <summary>The number of the newest version, which a change must name; 0 for none.</summary>
    public int Revision => Version?.Number ?? 0;
}

/// <summary>Puts drafts, people's words and figures together. Pure; safe for concurrent use.</summary>
public static class Narrative
{
    /// <summary>Every section, in the outline's order.</summary>
    public static ImmutableArray<NarrativeWords> Words(string plan, NarrativeTemplates templates, ImmutableArray<NarrativeVersion> edits, NarrativeFigures figures) =>
        [.. NarrativeOutline.All.Select(place => Words(place, templates.Draft(plan, place.Code, figures), edits.FirstOrDefault(e => e.Section == place.Code), figures))];

    /// <summary>The sections as the report shows them; those without words are left out.</summary>
    public static ImmutableArray<NarrativeSection> Sections(ImmutableArray<NarrativeWords> words) =>
        [.. words.Select(w => new NarrativeSection(w.Place.Code, NarrativeText.Paragraphs(w.Filled))).Where(s => !s.Paragraphs.IsEmpty)];

    /// <summary>The values of the figures that a text binds, as they are now.</summary>
    public static ImmutableSortedDictionary<string, string> Values(string text, NarrativeFigures figures) => NarrativeText.Names(text)
        .Select(figures.Find).OfType<NarrativeFigure>().ToImmutableSortedDictionary(f => f.Name, f => f.Text, StringComparer.Ordinal);

    private static NarrativeWords Words(OutlinePlace place, string draft, NarrativeVersion? version, NarrativeFigures figures)
    {
        var isEdited = version is { Step: not NarrativeStep.Automatic };
        var text = isEdited ? version!.Text : draft;
        var changed = isEdited ? Changed(version!, figures) : [];
        var state = !isEdited ? NarrativeState.Automatic : changed.IsEmpty ? NarrativeState.Edited : NarrativeState.ToReview;
        return new NarrativeWords(place, state, text, NarrativeText.Fill(text, name => figures.Find(name)?.Text), draft, version, changed);
    }

    private static ImmutableArray<ChangedFigure> Changed(NarrativeVersion version, NarrativeFigures figures) =>
    [
        .. NarrativeText.Names(version.Text)
            .Select(name => new ChangedFigure(name, version.Figures.GetValueOrDefault(name), figures.Find(name)?.Text))
            .Where(figure => figure.Before != figure.Now),
    ];
}
