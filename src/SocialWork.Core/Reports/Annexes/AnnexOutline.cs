using System.Collections.Immutable;
using SocialWork.Abstractions;

namespace SocialWork.Core.Reports.Annexes;

/// <summary>Which form and field goes to which annex: data, read from a file, so that another year's forms need no code. Immutable.</summary>
/// <param name="Annexes">The annexes, by number.</param>
public sealed record AnnexOutline(ImmutableArray<AnnexPart> Annexes)
{
    /// <summary>No annexes.</summary>
    public static AnnexOutline None { get; } = new([]);
}

/// <summary>An annex.</summary>
/// <param name="Number">Its Roman number.</param>
/// <param name="Title">What it holds.</param>
/// <param name="Tables">Its tables.</param>
public sealed record AnnexPart(string Number, Text Title, ImmutableArray<TableOutline> Tables);

/// <summary>What the rows of a table are.</summary>
public enum TableKind
{
    /// <summary>The communes, and the city.</summary>
    Communes,
    /// <summary>The options of a dimension.</summary>
    Options,
    /// <summary>The sectors that manage who reports.</summary>
    Sectors,
    /// <summary>Rows that the outline spells out.</summary>
    Lines,
    /// <summary>Indicators, each with the part of every module.</summary>
    Indicators,
    /// <summary>The entries of a register that one of its measures takes.</summary>
    Entries,
}

/// <summary>A table.</summary>
public sealed record TableOutline
{
    /// <summary>Unique among all annexes.</summary>
    public required string Id { get; init; }
    /// <summary>What it shows.</summary>
    public required Text Caption { get; init; }
    /// <summary>What its rows are.</summary>
    public required TableKind Kind { get; init; }
    /// <summary>What the rows are called; null where the kind says it.</summary>
    public Text? Rowed { get; init; }
    /// <summary>The columns.</summary>
    public ImmutableArray<ColumnOutline> Columns { get; init; } = [];
    /// <summary>The rows, of a table of lines.</summary>
    public ImmutableArray<LineOutline> Lines { get; init; } = [];
    /// <summary>The dimension, of a table of options.</summary>
    public string? Dimension { get; init; }
    /// <summary>Whether a row adds the others up: not where people are counted in several of them.</summary>
    public bool HasTotal { get; init; }
    /// <summary>By column, the question that counts the people of all rows once.</summary>
    public ImmutableDictionary<string, FigureOutline> Distinct { get; init; } = ImmutableDictionary<string, FigureOutline>.Empty;
    /// <summary>The indicators' codes.</summary>
    public ImmutableArray<string> Indicators { get; init; } = [];
    /// <summary>The register's code, of a table of entries.</summary>
    public string? Register { get; init; }
    /// <summary>The register's fields that are shown.</summary>
    public ImmutableArray<string> Fields { get; init; } = [];
}

/// <summary>A column: a question, a sum or a rate of other columns, or, in a table of lines, what the lines say.</summary>
public sealed record ColumnOutline
{
    /// <summary>Unique in its table.</summary>
    public required string Id { get; init; }
    /// <summary>What it is called; null for the question's own words.</summary>
    public Text? Label { get; init; }
    /// <summary>The question; null for a sum, a rate, or a column of a table of lines.</summary>
    public FigureOutline? Figure { get; init; }
    /// <summary>The dimension that it is split by, a column for each option; null for one column.</summary>
    public string? Each { get; init; }
    /// <summary>The columns that it is the sum of.</summary>
    public ImmutableArray<string> SumOf { get; init; } = [];
    /// <summary>The columns of the numerator and the denominator; null for no rate.</summary>
    public (string Numerator, string Denominator)? RatioOf { get; init; }
}

/// <summary>A row of a table of lines.</summary>
/// <param name="Label">What it is called.</param>
/// <param name="Figures">What stands in it, by column.</param>
public sealed record LineOutline(Text Label, ImmutableDictionary<string, FigureOutline> Figures);

/// <summary>A number to be shown.</summary>
public sealed record FigureOutline
{
    /// <summary>The form's code; null for a count of units of the register.</summary>
    public string? Form { get; init; }
    /// <summary>The field's id; empty for a count of units.</summary>
    public string Field { get; init; } = string.Empty;
    /// <summary>Options of the field's dimensions, by dimension, several with commas between them; a dimension that is not named counts with all of its options.</summary>
    public ImmutableDictionary<string, string> Options { get; init; } = ImmutableDictionary<string, string>.Empty;
    /// <summary>The units that it is over.</summary>
    public Scope Units { get; init; } = Scope.All;
}
