using System.Collections.Immutable;

namespace SocialWork.Documents.Word;

/// <summary>A part of a document's text. Immutable.</summary>
public abstract record Block
{
    private Block()
    {
    }

    /// <summary>A heading; Word counts it: “I.”, “1.”, “1.1.”.</summary>
    /// <param name="Level">1 to 3.</param>
    /// <param name="Text">The heading without its number.</param>
    public sealed record Heading(int Level, string Text) : Block;

    /// <summary>A paragraph of the text.</summary>
    public sealed record Paragraph(ImmutableArray<Inline> Inlines) : Block
    {
        /// <summary>A paragraph of plain words.</summary>
        public Paragraph(string words) : this([new Inline.Words(words)])
        {
        }
    }

    /// <summary>A line of an enumeration, with a dash.</summary>
    public sealed record Item(ImmutableArray<Inline> Inlines) : Block
    {
        /// <summary>A line of plain words.</summary>
        public Item(string words) : this([new Inline.Words(words)])
        {
        }
    }

    /// <summary>A table.</summary>
    /// <param name="Caption">What it shows; Word counts it. Empty for none.</param>
    /// <param name="Columns">The columns, from the left.</param>
    /// <param name="Rows">The rows; each has a cell for every column.</param>
    public sealed record Table(string Caption, ImmutableArray<Column> Columns, ImmutableArray<Row> Rows) : Block;

    /// <summary>A remark beneath a table.</summary>
    public sealed record Remark(string Text) : Block;

    /// <summary>Bars beside each other, with a mark that each has to reach.</summary>
    /// <param name="Caption">What it shows.</param>
    /// <param name="Value">What a bar is called.</param>
    /// <param name="Mark">What the mark is called.</param>
    /// <param name="Bars">The bars.</param>
    public sealed record Chart(string Caption, string Value, string Mark, ImmutableArray<Bar> Bars) : Block;
}

/// <summary>A bar of a chart.</summary>
/// <param name="Label">What it stands for.</param>
/// <param name="Value">Its height in percent; null where nothing was measured.</param>
/// <param name="Words">What stands above it: the figure as the text prints it, so that a chart never rounds it otherwise.</param>
/// <param name="Mark">What it has to reach, in percent.</param>
public sealed record Bar(string Label, double? Value, string Words, double Mark);

/// <summary>A column of a table.</summary>
/// <param name="Head">What it is called.</param>
/// <param name="Weight">Its width, as a share of all.</param>
/// <param name="IsNumber">Whether it holds numbers, which stand on the right.</param>
public sealed record Column(string Head, double Weight, bool IsNumber = false);

/// <summary>A row of a table.</summary>
/// <param name="Cells">A cell for each column.</param>
/// <param name="IsTotal">Whether it sums up the others.</param>
public sealed record Row(ImmutableArray<Cell> Cells, bool IsTotal = false);

/// <summary>A cell of a table.</summary>
/// <param name="Words">What it says.</param>
/// <param name="Note">What a footnote says of it; null for nothing.</param>
public sealed record Cell(string Words, string? Note = null)
{
    /// <summary>A cell of plain words.</summary>
    public static implicit operator Cell(string words) => new(words);
}

/// <summary>A part of a paragraph. Immutable.</summary>
public abstract record Inline
{
    private Inline()
    {
    }

    /// <summary>Words.</summary>
    public sealed record Words(string Text, bool IsBold = false, bool IsItalic = false) : Inline;

    /// <summary>A footnote at this place.</summary>
    public sealed record Note(string Text) : Inline;
}
