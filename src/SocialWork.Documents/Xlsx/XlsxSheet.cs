using System.Collections.Immutable;
using System.Globalization;

namespace SocialWork.Documents.Xlsx;

/// <summary>A sheet to be written. Rows and columns count from 1.</summary>
internal sealed record XlsxSheet(string Name)
{
    /// <summary>The rows, by number.</summary>
    public required IReadOnlyList<XlsxRow> Rows { get; init; }

    /// <summary>Widths from the first column on, in characters; 0 hides a column.</summary>
    public required ImmutableArray<double> Widths { get; init; }

    /// <summary>Ranges that are one cell.</summary>
    public ImmutableArray<string> Merges { get; init; } = [];

    /// <summary>What cells let in.</summary>
    public ImmutableArray<XlsxValidation> Validations { get; init; } = [];

    /// <summary>Links from a cell to another sheet's name.</summary>
    public ImmutableArray<(string Cell, string Sheet)> Links { get; init; } = [];

    /// <summary>Rows that stay in view; 0 for none.</summary>
    public int FrozenRows { get; init; }

    /// <summary>Columns that stay in view; 0 for none.</summary>
    public int FrozenColumns { get; init; }

    /// <summary>The rows repeated on each printed page; null for none.</summary>
    public (int First, int Last)? RepeatedRows { get; init; }

    /// <summary>What is repeated on each printed page, as a formula: those rows, and the columns that stay in view; null for nothing.</summary>
    public string? Repeated => RepeatedRows is not { } rows ? null : string.Join(',', new[]
    {
        FrozenColumns == 0 ? null : $"{XlsxFile.Quote(Name)}!$A:${XlsxCell.Letters(FrozenColumns)}",
        string.Create(CultureInfo.InvariantCulture, $"{XlsxFile.Quote(Name)}!${rows.First}:${rows.Last}"),
    }.Where(part => part is not null));

    /// <summary>What stands at the foot of each printed page, beside the page's number.</summary>
    public string Foot { get; init; } = string.Empty;

    /// <summary>Whether it is printed lying, however narrow it is.</summary>
    public bool IsLandscape { get; init; }

    /// <summary>Whether only inputs can be changed; false where people add, sort and delete rows.</summary>
    public bool IsProtected { get; init; } = true;

    /// <summary>Whether nobody sees the sheet, not even in the list of hidden ones.</summary>
    public bool VeryHidden { get; init; }

    /// <summary>The total width that people see, in characters.</summary>
    public double VisibleWidth => Widths.Sum();
}

/// <summary>What the cells of a range let in, and what is said there.</summary>
/// <param name="Range">The range: <c>E5:F9</c>.</param>
/// <param name="Rule">The rule.</param>
internal sealed record XlsxValidation(string Range, InputRule Rule);

/// <summary>What an input cell lets in.</summary>
/// <param name="List">Where the drop-down's entries stand; null for none.</param>
/// <param name="Condition">A formula that must hold, with <c>{0}</c> for the cell; null for none. At most 255 characters.</param>
/// <param name="Prompt">Shown when the cell is entered; empty for nothing.</param>
/// <param name="Error">Shown when something else was entered.</param>
internal sealed record InputRule(string? List, string? Condition, string Prompt, string Error)
{
    /// <summary>The most characters of a formula, a prompt or an error in a validation.</summary>
    public const int MaxLength = 255;
}
