using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace SocialWork.Documents.Html;

/// <summary>
/// HTML that is safe to send. It can only be made from literals of this code, in which every value that is put in is encoded
/// unless it is markup itself. Immutable.
/// </summary>
public readonly record struct Markup
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly string? _html;

    private Markup(string html) => _html = html;

    /// <summary>Nothing.</summary>
    public static Markup Empty => default;

    /// <summary>Whether there is nothing in it.</summary>
    public bool IsEmpty => string.IsNullOrEmpty(_html);

    /// <summary>Markup from an interpolated literal; attribute values must stand in double quotes.</summary>
    public static Markup Of(MarkupLiteral literal) => new(literal.ToString());

    /// <summary>A text, encoded.</summary>
    public static Markup Text(string text) => new(Encoder.Encode(text));

    /// <summary>A style sheet of this assembly, as it is.</summary>
    internal static Markup Trusted(string html) => new(html);

    /// <summary>Several pieces, one after the other.</summary>
    public static Markup Join(IEnumerable<Markup> pieces) => new(string.Concat(pieces));

    /// <summary>The HTML.</summary>
    public override string ToString() => _html ?? string.Empty;

    /// <summary>Collects an interpolated literal, encoding what is put in.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct MarkupLiteral
    {
        private readonly StringBuilder _html;

        /// <summary>Called by the compiler.</summary>
        public MarkupLiteral(int literalLength, int formattedCount) => _html = new StringBuilder(literalLength + (formattedCount * 24));

        /// <summary>Called by the compiler for what the code spells out.</summary>
        public void AppendLiteral(string value) => _html.Append(value);

        /// <summary>A text, encoded.</summary>
        public void AppendFormatted(string? value) => _html.Append(value is null ? string.Empty : Encoder.Encode(value));

        /// <summary>Markup, as it is.</summary>
        public void AppendFormatted(Markup value) => _html.Append(value._html);

        /// <summary>Pieces of markup, one after the other.</summary>
        public void AppendFormatted(IEnumerable<Markup> value)
        {
            foreach (var piece in value) _html.Append(piece._html);
        }

        /// <summary>A number for the markup itself (spans, indexes), never for people to read.</summary>
        public void AppendFormatted(int value) => _html.Append(value.ToString(CultureInfo.InvariantCulture));

        /// <summary>What was collected.</summary>
        public override string ToString() => _html.ToString();
    }
}
