using System.Collections.Immutable;

namespace SocialWork.Abstractions;

/// <summary>The answers of one submission. A cell that is absent is not reported. Immutable and safe to share between threads.</summary>
/// <param name="Cells">Each answered cell.</param>
public sealed record FormValues(ImmutableDictionary<CellKey, CellValue> Cells)
{
    /// <summary>No cell answered.</summary>
    public static FormValues None { get; } = new(ImmutableDictionary<CellKey, CellValue>.Empty);

    /// <summary>The cell's content, or null when it is not reported.</summary>
    public CellValue? this[CellKey cell] => Cells.GetValueOrDefault(cell);

    /// <summary>The content of a field that has no dimensions, or null when it is not reported.</summary>
    public CellValue? this[FormField field] => Cells.GetValueOrDefault(new CellKey(field.Id));
}
