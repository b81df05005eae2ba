using System.Collections.Immutable;

namespace SocialWork.Abstractions;

/// <summary>What a cell holds: a reported value, 0 included, or a kind of empty. A closed family of immutable values.</summary>
public abstract record CellValue
{
    private protected CellValue() { }

    /// <summary>True for a reported value; false for every kind of empty.</summary>
    public virtual bool IsReported => true;

    /// <summary>A whole number: people, things, or đồng in a money field.</summary>
    public sealed record Number(long Value) : CellValue;

    /// <summary>Yes or no.</summary>
    public sealed record Flag(bool Value) : CellValue;

    /// <summary>Words, in Unicode NFC; in a file field the reference of the stored file.</summary>
    public sealed record Words(string Value) : CellValue;

    /// <summary>A calendar date.</summary>
    public sealed record Date(DateOnly Value) : CellValue;

    /// <summary>One option code.</summary>
    public sealed record Choice(string Code) : CellValue;

    /// <summary>Option codes, without repeats, in the order of the dimension.</summary>
    public sealed record Choices(ImmutableArray<string> Codes) : CellValue;

    /// <summary>Rows of a table field, each a map from column id to value.</summary>
    public sealed record Rows(ImmutableArray<ImmutableSortedDictionary<string, CellValue>> Items) : CellValue;

    /// <summary>No value, and why.</summary>
    public sealed record Empty(EmptyKind Kind) : CellValue
    {
        /// <inheritdoc/>
        public override bool IsReported => false;
    }

    /// <summary><i>Không phát sinh</i>.</summary>
    public static CellValue NotArising { get; } = new Empty(EmptyKind.NotArising);

    /// <summary><i>Không áp dụng</i>.</summary>
    public static CellValue NotApplicable { get; } = new Empty(EmptyKind.NotApplicable);

    /// <summary><i>Không cung cấp</i>.</summary>
    public static CellValue Withheld { get; } = new Empty(EmptyKind.Withheld);
}
