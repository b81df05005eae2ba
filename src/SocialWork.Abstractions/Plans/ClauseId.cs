using System.Diagnostics.CodeAnalysis;

namespace SocialWork.Abstractions;

/// <summary>
/// The public identifier of a clause: <c>plan/printed-clause</c>, with <c>#n</c> for the n-th piece that was split
/// out of one printed clause (<c>2026/IV.4.b#2</c>). Never renumbered. Immutable; compared ordinally.
/// </summary>
public readonly record struct ClauseId
{
    private readonly string? _value;

    private ClauseId(string value) => _value = value;

    /// <summary>The whole identifier, for example <c>2026/IV.4.b#2</c>.</summary>
    /// <exception cref="InvalidOperationException">The identifier was never set.</exception>
    public string Value => _value ?? throw new InvalidOperationException("A clause id was never set.");

    /// <summary>The plan's id, for example <c>2026</c>.</summary>
    public string Plan => Value[..Value.IndexOf('/', StringComparison.Ordinal)];

    /// <summary>The clause as printed, without the piece: <c>IV.4.b</c>.</summary>
    public string Printed
    {
        get
        {
            var local = Value[(Value.IndexOf('/', StringComparison.Ordinal) + 1)..];
            var piece = local.IndexOf('#', StringComparison.Ordinal);
            return piece < 0 ? local : local[..piece];
        }
    }

    /// <summary>Reads an identifier.</summary>
    /// <exception cref="FormatException">The text is not <c>plan/clause</c>, optionally with <c>#n</c>.</exception>
    public static ClauseId Parse(string text) =>
        TryParse(text, out var id)
            ? id
            : throw new FormatException($"'{text}' is not a clause id; write plan/clause, for example 2026/IV.4.a or 2026/IV.4.b#2.");

    /// <summary>Reads an identifier; false when the text is not one.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out ClauseId id)
    {
        id = default;
        if (text is null) return false;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash <= 0 || slash == text.Length - 1 || text.AsSpan().ContainsAny(" \t\r\n")) return false;
        var piece = text.IndexOf('#', StringComparison.Ordinal);
        if (piece >= 0 && (piece < slash + 2 || !int.TryParse(text.AsSpan(piece + 1), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out _)))
            return false;
        id = new ClauseId(text);
        return true;
    }

    /// <summary>Reads an identifier, so that declarations can be written as text.</summary>
    /// <exception cref="FormatException">As for <see cref="Parse"/>.</exception>
    public static implicit operator ClauseId(string text) => Parse(text);

    /// <summary>The whole identifier, or an empty text when it was never set.</summary>
    public override string ToString() => _value ?? string.Empty;
}
