using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Reports;

namespace SocialWork.Host.Pages.Plans;

/// <summary>The plan as a document: its clauses in their order. Immutable.</summary>
/// <param name="Sections">The plan's parts.</param>
public sealed record PlanDocument(ImmutableArray<PlanSection> Sections)
{
    /// <summary>Every clause, in the plan's order.</summary>
    public IEnumerable<PlanClause> Clauses => Sections.SelectMany(s => s.Groups).SelectMany(g => g.Clauses);
}

/// <summary>A part of the plan.</summary>
/// <param name="Anchor">Its place in the page.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Groups">Its clauses by group.</param>
public sealed record PlanSection(string Anchor, Text Title, ImmutableArray<PlanGroup> Groups);

/// <summary>Clauses that belong together.</summary>
/// <param name="Anchor">Its place in the page; null for the one group of a part.</param>
/// <param name="Title">What they have in common; null for the one group of a part.</param>
/// <param name="Clauses">The clauses.</param>
public sealed record PlanGroup(string? Anchor, Text? Title, ImmutableArray<PlanClause> Clauses);

/// <summary>A clause with what is known of it.</summary>
/// <param name="Id">Its id, which is its place in the page too.</param>
/// <param name="Title">What it says.</param>
/// <param name="Facts">Who, whom, by when, seen by what.</param>
public sealed record PlanClause(string Id, Text Title, ImmutableArray<ClauseFact> Facts)
{
    /// <summary>Where it stands; null where that is not for the reader to know, or nothing stands.</summary>
    public ClauseState? State { get; init; }

    /// <summary>What the forms say of it; empty where that is not for the reader to know.</summary>
    public ImmutableArray<ClauseFigure> Figures { get; init; } = [];

    /// <summary>Everything that a search looks into, in one language.</summary>
    public IEnumerable<string> Words(string language) => [Id, Title.In(language), .. Facts.Select(f => f.Value.In(language))];
}

/// <summary>Something that a clause says.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">What it says.</param>
public sealed record ClauseFact(Text Label, Text Value);

/// <summary>Where a clause stands.</summary>
/// <param name="Words">The state in words.</param>
/// <param name="Style">Its name in the style sheet.</param>
/// <param name="IsProvisional">Tạm tính.</param>
public sealed record ClauseState(Text Words, string Style, bool IsProvisional)
{
    /// <summary>More that belongs to it, as how many are done; null for nothing.</summary>
    public Text? More { get; init; }

    /// <summary>Where it is followed; null for nowhere.</summary>
    public string? Address { get; init; }
}

/// <summary>A figure that evidences a clause.</summary>
/// <param name="Label">What it is of.</param>
/// <param name="Value">The figure with its unit.</param>
/// <param name="Figure">The address of its lineage; null for a sum that has none.</param>
/// <param name="IsProvisional">Tạm tính.</param>
public sealed record ClauseFigure(Text Label, Text Value, string? Figure, bool IsProvisional)
{
    /// <summary>A line of the report.</summary>
    public static ClauseFigure Of(FigureLine line)
    {
        var value = Documents.Words.StateWords.Value(line.ValueText);
        var counted = line is { Unit: not null, Cells.Reported: > 0 };
        return new ClauseFigure(line.Label, counted ? new Text($"{value.Vi} {line.Unit!.Vi}", $"{value.En} {line.Unit.En}") : value, line.Figure, !line.Coverage.IsComplete);
    }
}
