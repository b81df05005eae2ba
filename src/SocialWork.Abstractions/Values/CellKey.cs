using System.Diagnostics.CodeAnalysis;

namespace SocialWork.Abstractions;

/// <summary>
/// One cell of a form: a field, with one option code per dimension that the field is disaggregated by (none, one or two).
/// Written <c>field</c>, <c>field[OPTION]</c> or <c>field[OPTION1,OPTION2]</c>.
/// </summary>
/// <param name="Field">The field's id.</param>
/// <param name="Option1">The option of the field's first dimension, or null.</param>
/// <param name="Option2">The option of the field's second dimension, or null.</param>
public readonly record struct CellKey(string Field, string? Option1 = null, string? Option2 = null)
{
    /// <summary>Reads a cell's written form; false when the text is not of that form. Whether the form has such a cell is another question.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out CellKey cell)
    {
        cell = default;
        if (string.IsNullOrEmpty(text)) return false;
        var open = text.IndexOf('[', StringComparison.Ordinal);
        if (open < 0)
        {
            if (text.AsSpan().ContainsAny("],")) return false;
            cell = new CellKey(text);
            return true;
        }

        if (open == 0 || text[^1] != ']') return false;
        var inner = text[(open + 1)..^1];
        var parts = inner.Split(',');
        if (parts.Length > 2 || parts.Any(string.IsNullOrWhiteSpace) || inner.AsSpan().ContainsAny("[]")) return false;
        cell = new CellKey(text[..open], parts[0], parts.Length == 2 ? parts[1] : null);
        return true;
    }

    /// <summary>Reads a cell's written form.</summary>
    /// <exception cref="FormatException">The text is not of that form.</exception>
    public static CellKey Parse(string text) =>
        TryParse(text, out var cell) ? cell : throw new FormatException($"'{text}' is not a cell; write field, field[OPTION] or field[OPTION1,OPTION2].");

    /// <summary>The written form.</summary>
    public override string ToString() => (Option1, Option2) switch
    {
        (null, _) => Field,
        (_, null) => $"{Field}[{Option1}]",
        _ => $"{Field}[{Option1},{Option2}]",
    };
}
