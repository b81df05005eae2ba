using System.Globalization;
using System.Text;

namespace SocialWork.Core.Typing;

/// <summary>
/// Reads numbers as people type them, the same for pages, texts of the API and Excel. Vietnamese forms (<c>1.000</c>,
/// <c>1.000.000</c>, <c>70,5</c>, <c>1.100,5</c>) and whatever else can mean one number only (<c>1,100.5</c>, <c>1 000</c>).
/// What can mean two is refused with the reason and what to write. Never rounds. Safe for concurrent use.
/// </summary>
public static class NumberReader
{
    /// <summary>The longest text that is looked at, in characters, white space at the ends not counted.</summary>
    public const int MaxLength = 60;

    /// <summary>The most digits before and behind the decimal mark together.</summary>
    public const int MaxDigits = 28;

    private const int GroupSize = 3;

    /// <summary>
    /// Reads a number, decimals included. Refused as unprocessable: <c>number.ambiguous</c>, <c>number.grouping</c>,
    /// <c>number.unit</c> (currency, percent, a word such as triệu), <c>number.tooLong</c>, <c>number.notANumber</c>.
    /// </summary>
    public static Result<decimal> Read(string text)
    {
        var shown = text.Trim();
        if (shown.Length > MaxLength) return NumberRefusals.TooLong(shown[..MaxLength] + "…");
        var plain = Plain(shown);
        var body = plain.AsSpan().TrimStart("+-");
        if (plain.Length - body.Length > 1 || body.IsEmpty || !body.ContainsAnyInRange('0', '9')) return NumberRefusals.NotANumber(shown);
        foreach (var c in body)
        {
            if (!char.IsAsciiDigit(c) && c is not ('.' or ',' or ' ')) return NumberRefusals.Letters(shown);
        }

        return Split(body.TrimStart(' ').ToString(), shown).Then<(string Whole, string Fraction), decimal>(parts =>
            parts.Whole.TrimStart('0').Length + parts.Fraction.Length > MaxDigits
                ? NumberRefusals.TooLong(shown)
                : decimal.Parse($"{(plain[0] == '-' ? "-" : "")}{parts.Whole}.{parts.Fraction}0", NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture));
    }

    /// <summary>
    /// Reads a whole number; <c>5,0</c> is one, <c>5,5</c> is not (<c>number.notWhole</c>). Otherwise refused as for
    /// <see cref="Read"/>. A number beyond 64 bits is <c>number.tooLong</c>; narrower limits are the field's.
    /// </summary>
    public static Result<long> ReadWhole(string text) => Read(text).Then(number => Whole(number, text.Trim()));

    /// <summary>A number that was not typed as text, as a whole number; refused as for <see cref="ReadWhole"/>.</summary>
    /// <param name="number">The number.</param>
    /// <param name="shown">As people see it.</param>
    public static Result<long> Whole(decimal number, string shown) =>
        !decimal.IsInteger(number) ? NumberRefusals.NotWhole(shown)
        : number is < long.MinValue or > long.MaxValue ? NumberRefusals.TooLong(shown)
        : (long)number;

    // Digits of any script and their full-width forms become ASCII, white space of any width one kind of space, so that only
    // the marks are left to judge.
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber) plain.Append((char)('0' + (int)Rune.GetNumericValue(rune)));
            else if (Rune.IsWhiteSpace(rune)) plain.Append(' ');
            else if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format) plain.Append(Mark(rune));
        }

        return plain.ToString().Trim();
    }

    private static string Mark(Rune rune) => rune.Value switch
    {
        0xFF0C => ",",
        0xFF0E => ".",
        0xFF0B => "+",
        0xFF0D or 0x2212 or 0x2010 or 0x2011 or 0x2013 or 0xFE63 => "-",
        _ => rune.ToString(),
    };

    private static Result<(string Whole, string Fraction)> Split(string body, string shown)
    {
        var (dots, commas, spaces) = (body.Count(c => c == '.'), body.Count(c => c == ','), body.Count(c => c == ' '));
        return (dots, commas, spaces) switch
        {
            (0, 0, _) => Grouped(body, ' ', shown),
            ( > 0, > 0, > 0) => NumberRefusals.Grouping(shown),
            ( > 0, 1, 0) when body.LastIndexOf('.') < body.IndexOf(',', StringComparison.Ordinal) => Decimals(body, '.', ',', shown),
            (1, > 0, 0) when body.LastIndexOf(',') < body.IndexOf('.', StringComparison.Ordinal) => Decimals(body, ',', '.', shown),
            ( > 0, > 0, 0) => NumberRefusals.Grouping(shown),
            (0, 1, > 0) => Decimals(body, ' ', ',', shown),
            (1, 0, > 0) when body.Length - body.IndexOf('.', StringComparison.Ordinal) - 1 != GroupSize => Decimals(body, ' ', '.', shown),
            (_, _, > 0) => NumberRefusals.Grouping(shown),
            (1, 0, 0) => OneDot(body, shown),
            (0, 1, 0) => OneComma(body, shown),
            ( > 1, 0, 0) => Grouped(body, '.', shown),
            _ => Grouped(body, ',', shown),
        };
    }

    // A dot before three digits is the Vietnamese mark of thousands. Before one or two it can only be a decimal mark; before
    // more, a digit may have slipped, and neither reading is safe. A number of thousands does not begin with 0.
    private static Result<(string Whole, string Fraction)> OneDot(string body, string shown)
    {
        var behind = body.Length - body.IndexOf('.', StringComparison.Ordinal) - 1;
        if (behind == GroupSize && body[0] != '0') return Grouped(body, '.', shown);
        return behind > GroupSize ? NumberRefusals.Grouping(shown) : Decimals(body, ' ', '.', shown);
    }

    // A comma is the Vietnamese decimal mark and the English mark of thousands: before exactly three digits it may be either.
    private static Result<(string Whole, string Fraction)> OneComma(string body, string shown)
    {
        var at = body.IndexOf(',', StringComparison.Ordinal);
        var thousands = body.Length - at - 1 == GroupSize && body[0] != '0' && at is > 0 and <= GroupSize;
        return thousands ? NumberRefusals.Ambiguous(shown, body.Remove(at, 1), $"{body[..at]},{body[(at + 1)..].TrimEnd('0').PadRight(1, '0')}") : Decimals(body, ' ', ',', shown);
    }

    private static Result<(string Whole, string Fraction)> Decimals(string body, char group, char mark, string shown)
    {
        var at = body.IndexOf(mark, StringComparison.Ordinal);
        var fraction = body[(at + 1)..];
        if (at == 0 || fraction.Length == 0 || fraction.AsSpan().ContainsAnyExceptInRange('0', '9')) return NumberRefusals.Grouping(shown);
        return Grouped(body[..at], group, shown).Then<(string Whole, string Fraction), (string, string)>(whole => (whole.Whole, fraction));
    }

    private static Result<(string Whole, string Fraction)> Grouped(string body, char mark, string shown)
    {
        var groups = body.Split(mark);
        if (groups.Length == 1) return (body, string.Empty);
        if (groups[0].Length is 0 or > GroupSize || groups[0][0] == '0' || groups.Skip(1).Any(group => group.Length != GroupSize)) return NumberRefusals.Grouping(shown);
        return (string.Concat(groups), string.Empty);
    }
}
