using System.Globalization;
using SocialWork.Abstractions;
using SocialWork.Core.Indicators;

namespace SocialWork.Core.Typing;

/// <summary>A value as people type it: what <see cref="TypedCell"/> reads back as the same value. Pure.</summary>
public static class TypedText
{
    /// <summary>The text of a value that is typed into one box; empty for not reported. Options read as their codes, which a list shows.</summary>
    public static string Of(CellValue? value) => value switch
    {
        null or CellValue.Rows or CellValue.Choices => string.Empty,
        CellValue.Number number => Rate.Print(number.Value),
        CellValue.Flag flag => flag.Value ? "Có" : "Không",
        CellValue.Date date => date.Value.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        CellValue.Words words => words.Value,
        CellValue.Choice choice => choice.Code,
        CellValue.Empty empty => Of(empty.Kind),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "Unknown kind of value."),
    };

    /// <summary>The initials of a kind of empty: KPS, KAD, KCC.</summary>
    public static string Of(EmptyKind kind) => kind switch
    {
        EmptyKind.NotArising => "KPS",
        EmptyKind.NotApplicable => "KAD",
        EmptyKind.Withheld => "KCC",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind of empty."),
    };
}
