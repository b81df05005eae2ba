using SocialWork.Abstractions;

namespace SocialWork.Core.Totals;

/// <summary>The sum of one slot, with a count per kind of cell: zero and missing stay apart.</summary>
/// <param name="Sum">Exact, in the field's unit.</param>
/// <param name="Counts">How many cells were of which kind.</param>
public readonly record struct CellTally(long Sum, CellCounts Counts)
{
    /// <summary>How many 64-bit numbers a tally is stored as.</summary>
    internal const int Width = 6;

    /// <summary>Both tallies together.</summary>
    /// <exception cref="OverflowException">The sum exceeds 64 bits.</exception>
    public static CellTally operator +(CellTally a, CellTally b) => new(checked(a.Sum + b.Sum), a.Counts + b.Counts);

    /// <summary>One cell: its amount, and its kind.</summary>
    public static CellTally Of(CellValue? value) => value switch
    {
        null => new CellTally(0, new CellCounts(0, 0, 0, 0, 1)),
        CellValue.Empty { Kind: EmptyKind.NotArising } => new CellTally(0, new CellCounts(0, 1, 0, 0, 0)),
        CellValue.Empty { Kind: EmptyKind.NotApplicable } => new CellTally(0, new CellCounts(0, 0, 1, 0, 0)),
        CellValue.Empty => new CellTally(0, new CellCounts(0, 0, 0, 1, 0)),
        _ => new CellTally(Amount(value), new CellCounts(1, 0, 0, 0, 0)),
    };

    /// <summary>What a cell adds to a sum: its number; 1 for yes, 0 for no; 1 for anything else that is filled; 0 for any kind of empty.</summary>
    public static long Amount(CellValue? value) => value switch
    {
        null or CellValue.Empty => 0,
        CellValue.Number number => number.Value,
        CellValue.Flag flag => flag.Value ? 1 : 0,
        CellValue.Rows rows => rows.Items.IsEmpty ? 0 : 1,
        _ => 1,
    };

    internal static CellTally Read(ReadOnlySpan<long> numbers) =>
        new(numbers[0], new CellCounts(numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]));

    internal void AddTo(Span<long> numbers)
    {
        numbers[0] = checked(numbers[0] + Sum);
        numbers[1] += Counts.Reported;
        numbers[2] += Counts.NotArising;
        numbers[3] += Counts.NotApplicable;
        numbers[4] += Counts.Withheld;
        numbers[5] += Counts.Unreported;
    }
}
