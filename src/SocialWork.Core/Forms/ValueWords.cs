using System.Collections.Immutable;
using System.Globalization;
using SocialWork.Abstractions;
using SocialWork.Core.Indicators;

namespace SocialWork.Core.Forms;

/// <summary>What a cell holds, in words for a sentence.</summary>
public static class ValueWords
{
    /// <summary>The most UTF-16 characters of a text that are quoted; the rest is left out.</summary>
    public const int MaxQuoted = 100;

    /// <summary>The value; null for not reported. Options read as their labels.</summary>
    public static Text Of(FormField field, CellValue? value) => value switch
    {
        null => new Text("chưa báo cáo", "not reported"),
        CellValue.Empty empty => EmptyWords.Of(empty.Kind),
        CellValue.Number number => new Text(Rate.Print(number.Value), number.Value.ToString("N0", CultureInfo.InvariantCulture)),
        CellValue.Flag flag => flag.Value ? new Text("có", "yes") : new Text("không", "no"),
        CellValue.Date date => Of(date.Value),
        CellValue.Words words => Of(words.Value),
        CellValue.Choice choice => Options(field, [choice.Code]),
        CellValue.Choices choices => Options(field, choices.Codes),
        CellValue.Rows rows => new Text($"{rows.Items.Length} dòng", rows.Items.Length == 1 ? "1 row" : $"{rows.Items.Length} rows"),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "Unknown kind of value."),
    };

    /// <summary>A day.</summary>
    public static Text Of(DateOnly day) => new(day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture), day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>A text in quotation marks, shortened to <see cref="MaxQuoted"/>.</summary>
    public static Text Of(string words)
    {
        var end = words.Length <= MaxQuoted ? words.Length : MaxQuoted - (char.IsHighSurrogate(words[MaxQuoted - 1]) ? 1 : 0);
        var shown = end < words.Length ? words[..end] + "…" : words;
        return new Text($"“{shown}”", $"“{shown}”");
    }

    private static Text Options(FormField field, ImmutableArray<string> codes)
    {
        var list = (field as ChoiceField)?.Options ?? (field as MultiChoiceField)?.Options;
        var labels = codes.Select(code => list?.Options.FirstOrDefault(option => option.Code == code)?.Label ?? new Text(code, code)).ToArray();
        return new Text(string.Join("; ", labels.Select(label => label.Vi)), string.Join("; ", labels.Select(label => label.En)));
    }
}
