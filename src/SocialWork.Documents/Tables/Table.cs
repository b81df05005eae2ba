using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core;

namespace SocialWork.Documents.Tables;

/// <summary>A table to be written as a file. Immutable; its rows are read once, as they are written.</summary>
/// <param name="Title">What it is a table of.</param>
/// <param name="Columns">The columns, at least one.</param>
/// <param name="Rows">The rows, each with one cell per column; null for a cell with nothing in it.</param>
public sealed record Table(Text Title, ImmutableArray<TableColumn> Columns, IAsyncEnumerable<ImmutableArray<TableCell?>> Rows)
{
    /// <summary>The most rows of one file.</summary>
    public const int MaxRows = 100_000;

    /// <summary>The reader's language: vi or en.</summary>
    public string Language { get; init; } = "vi";

    /// <summary>What it was made from and when, in the reader's language; empty for nothing. A workbook shows it.</summary>
    public string Note { get; init; } = string.Empty;

    /// <summary>Whether its data are made up; a workbook says so above the table and on every printed page.</summary>
    public bool Demonstration { get; init; }

    /// <summary>Why a table of more than <see cref="MaxRows"/> rows is not written (<c>table.tooManyRows</c>).</summary>
    internal static Refusal TooManyRows { get; } = new(
        RefusalKind.TooLarge,
        "table.tooManyRows",
        $"Bảng có hơn {Words.When.Number(MaxRows)} dòng, quá giới hạn của một tệp: hãy lọc bớt theo đơn vị, loại hoặc thời gian rồi tải lại.",
        $"The table has more than {MaxRows} rows, the most of one file: narrow it down by unit, type or time and try again.");
}

/// <summary>A column.</summary>
/// <param name="Header">Its heading.</param>
/// <param name="Width">How wide a workbook shows it, in characters.</param>
public sealed record TableColumn(Text Header, double Width);

/// <summary>What a cell holds. Its kind, and not how it reads, decides how it is written: words never become a number or a formula. A closed family of immutable values.</summary>
public abstract record TableCell
{
    private TableCell() { }

    /// <summary>Words.</summary>
    public sealed record Words(string Value) : TableCell;

    /// <summary>A whole number.</summary>
    public sealed record Whole(long Value) : TableCell;

    /// <summary>A whole number of percent: 70 is 70 %.</summary>
    public sealed record Percent(long Value) : TableCell;

    /// <summary>A calendar date.</summary>
    public sealed record Day(DateOnly Value) : TableCell;

    /// <summary>A moment; written to the second on the city's clock, for neither format knows time zones.</summary>
    public sealed record Moment(DateTimeOffset Value) : TableCell;

    /// <summary>Yes or no; written as a word of the reader's language.</summary>
    public sealed record YesNo(bool Value) : TableCell;

    internal static string Say(bool yes, string language) => (yes ? new Text("Có", "Yes") : new Text("Không", "No")).In(language);
}
