using System.Collections.Immutable;
using SocialWork.Abstractions;

namespace SocialWork.Core.Review;

/// <summary>A cell of a version beside what it held before.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Label">What its options are called; null for a cell without options, which is its field's only one.</param>
/// <param name="Now">What the version holds; null for not reported.</param>
/// <param name="Previous">What the version before it held.</param>
/// <param name="LastYear">What counted in the year before.</param>
public sealed record ReviewCell(CellKey Cell, Text? Label, CellValue? Now, CellValue? Previous, CellValue? LastYear)
{
    /// <summary>Whether it changed since the version before; false where that one, or its value, is not to be seen.</summary>
    public bool IsChanged { get; init; }

    /// <summary>Whether it differs from last year by more than half of what was then.</summary>
    public bool IsFarOff { get; init; }

    /// <summary>Whether it holds something which the reader does not see.</summary>
    public bool IsMasked { get; init; }

    /// <summary>Whether the version before held something there which the reader does not see.</summary>
    public bool WasMasked { get; init; }

    /// <summary>Whether a number is more than half as much again, or less than half, of what it was; <i>không phát sinh</i> is 0.</summary>
    internal static bool FarOff(CellValue? now, CellValue? before) =>
        EntryCounts.Number(now) is { } present && EntryCounts.Number(before) is { } then && 2 * Math.Abs(present - then) > then;
}

/// <summary>A question with its cells.</summary>
/// <param name="Field">The question.</param>
/// <param name="Cells">Its cells, in form order.</param>
public sealed record ReviewField(FormField Field, ImmutableArray<ReviewCell> Cells);

/// <summary>A part of the form with the questions that the unit is asked, or has answered.</summary>
public sealed record ReviewSection(FormSection Section, ImmutableArray<ReviewField> Fields);
