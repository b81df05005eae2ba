using System.Collections.Immutable;
using System.Text.Json.Serialization;
using SocialWork.Abstractions;
using SocialWork.Core.Indicators;

namespace SocialWork.Core.Reports.Annexes;

/// <summary>An annex of the combined report: tables of figures, whatever document shows them. Plain data. Immutable.</summary>
/// <param name="Number">Its Roman number: <c>IV</c>.</param>
/// <param name="Title">What it holds.</param>
/// <param name="Tables">Its tables.</param>
public sealed record ReportAnnex(string Number, Text Title, ImmutableArray<AnnexTable> Tables);

/// <summary>A table of an annex. Every row has a cell for every column.</summary>
public sealed record AnnexTable
{
    /// <summary>Unique among all annexes: <c>IV.1</c>.</summary>
    public required string Id { get; init; }
    /// <summary>What it shows.</summary>
    public required Text Caption { get; init; }
    /// <summary>What its rows are.</summary>
    public required Text Rowed { get; init; }
    /// <summary>The columns beside the rows' names.</summary>
    public required ImmutableArray<AnnexColumn> Columns { get; init; }
    /// <summary>The rows; none where nothing can be shown, and then a note says why.</summary>
    public required ImmutableArray<AnnexRow> Rows { get; init; }
    /// <summary>What is incomplete or missing in it.</summary>
    public ImmutableArray<Text> Notes { get; init; } = [];
}

/// <summary>What a column holds.</summary>
public enum AnnexColumnKind
{
    /// <summary>Words.</summary>
    Words,
    /// <summary>Whole numbers.</summary>
    Number,
    /// <summary>Rates of two other columns.</summary>
    Percent,
}

/// <summary>A column.</summary>
/// <param name="Label">What it is called.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Unit">What its numbers count; null for none.</param>
public sealed record AnnexColumn(Text Label, AnnexColumnKind Kind, Text? Unit = null)
{
    /// <summary>The columns that it is the sum of, from 0; empty for one that is not a sum.</summary>
    public ImmutableArray<int> SumOf { get; init; } = [];

    /// <summary>The columns of the numerator and the denominator, from 0; null for one that is no rate.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AnnexRatio? RatioOf { get; init; }
}

/// <summary>The two columns that a rate is of, from 0.</summary>
/// <param name="Numerator">The column of the numerator.</param>
/// <param name="Denominator">The column of the denominator.</param>
public sealed record AnnexRatio(int Numerator, int Denominator);

/// <summary>What a row is.</summary>
public enum AnnexRowKind
{
    /// <summary>One of those that the table is about.</summary>
    Line,
    /// <summary>A part of the row above it that is no part.</summary>
    Part,
    /// <summary>What lies in no commune.</summary>
    Elsewhere,
    /// <summary>The hidden cells together.</summary>
    Hidden,
    /// <summary>A sum of other rows, or the whole that they are parts of.</summary>
    Total,
    /// <summary>People counted once who are in several rows; not a sum.</summary>
    Distinct,
    /// <summary>What is shown and not added.</summary>
    Apart,
}

/// <summary>A row.</summary>
/// <param name="Label">What it is called.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Cells">A cell for every column.</param>
public sealed record AnnexRow(Text Label, AnnexRowKind Kind, ImmutableArray<AnnexCell> Cells)
{
    /// <summary>The code of the unit that it is about; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Unit { get; init; }

    /// <summary>The rows that each of its numbers is the sum of, from 0; empty for a row that is not a sum.</summary>
    public ImmutableArray<int> SumOf { get; init; } = [];

    /// <summary>How many of those that are asked have reported; null where that is not said row by row.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Coverage? Coverage { get; init; }
}

/// <summary>What a cell holds, and if nothing, why: missing is never zero.</summary>
public enum AnnexCellState
{
    /// <summary>A number.</summary>
    Number,
    /// <summary>A rate, in <see cref="AnnexCell.Words"/>.</summary>
    Rate,
    /// <summary>Words, or nothing.</summary>
    Words,
    /// <summary>Chưa báo cáo.</summary>
    NotReported,
    /// <summary>Không phát sinh.</summary>
    NotArising,
    /// <summary>Không cung cấp.</summary>
    Withheld,
    /// <summary>Không áp dụng: nobody is asked.</summary>
    NotApplicable,
    /// <summary>Hidden for the sake of people of sensitive groups.</summary>
    Hidden,
    /// <summary>Of a restricted form, whose sums are not shown by themselves.</summary>
    Restricted,
    /// <summary>Of a form or a module that takes no part.</summary>
    Absent,
}

/// <summary>A cell.</summary>
/// <param name="State">What it holds.</param>
public sealed record AnnexCell(AnnexCellState State)
{
    /// <summary>The number, exact; null where there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Value { get; init; }

    /// <summary>The words, or the rate in Vietnamese numerals; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Text? Words { get; init; }

    /// <summary>The address of its lineage; null where it has none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Figure { get; init; }

    /// <summary>How many reported, where only some of those that are asked have; null where all or none have.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Coverage? Coverage { get; init; }

    /// <summary>What a footnote says of it; null for nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Text? Note { get; init; }

    /// <summary>An empty cell.</summary>
    public static AnnexCell Blank { get; } = new(AnnexCellState.Words);

    /// <summary>A number.</summary>
    public static AnnexCell Of(long value) => new(AnnexCellState.Number) { Value = value };

    /// <summary>Words.</summary>
    public static AnnexCell Of(Text? words) => new(AnnexCellState.Words) { Words = words };
}
