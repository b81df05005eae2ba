using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using SocialWork.Abstractions;

namespace SocialWork.Core.Forms;

/// <summary>Turns the JSON of one cell into a value of the field's kind. Whether the value is allowed is <see cref="CellChecker"/>'s question.</summary>
internal static class CellJsonReader
{
    /// <summary>The value; null when it cannot be read, and then at least one problem was added.</summary>
    public static CellValue? Read(FormField field, CellPlace place, JsonElement json, ICollection<CellProblem> problems)
    {
        if (json.ValueKind == JsonValueKind.Object) return Empty(place, json, problems);
        return field switch
        {
            IntField or MoneyField => Number(place, json, problems),
            BoolField => json.ValueKind is JsonValueKind.True or JsonValueKind.False
                ? new CellValue.Flag(json.GetBoolean())
                : No(problems, CellProblems.NotYesOrNo(place)),
            DateField => TryText(json, out var text) && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                ? new CellValue.Date(date)
                : No(problems, CellProblems.NotADate(place)),
            ChoiceField choice => TryText(json, out var code) ? new CellValue.Choice(code) : No(problems, CellProblems.NotAnOption(place, choice.Options)),
            MultiChoiceField choice => Choices(choice.Options, place, json, problems),
            TableField table => TableJsonReader.Read(table, place, json, problems),
            _ => Words(place, json, problems),
        };
    }

    /// <summary>Reads a text; false when the value is none, or holds half a character.</summary>
    public static bool TryText(JsonElement json, out string text)
    {
        text = string.Empty;
        if (json.ValueKind != JsonValueKind.String) return false;
        try
        {
            text = json.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            // An escaped lone surrogate is legal JSON and no text.
            return false;
        }
    }

    private static CellValue? Empty(CellPlace place, JsonElement json, ICollection<CellProblem> problems)
    {
        EmptyKind? kind = null;
        foreach (var member in json.EnumerateObject())
        {
            if (kind is not null || !member.NameEquals("empty") || !TryText(member.Value, out var code) || EmptyWords.KindOf(code) is not { } found)
                return No(problems, CellProblems.UnknownEmpty(place));
            kind = found;
        }

        return kind is { } known ? new CellValue.Empty(known) : No(problems, CellProblems.UnknownEmpty(place));
    }

    private static CellValue? Number(CellPlace place, JsonElement json, ICollection<CellProblem> problems)
    {
        if (json.ValueKind != JsonValueKind.Number) return No(problems, CellProblems.NotANumber(place));
        if (json.TryGetInt64(out var number)) return new CellValue.Number(number);
        var raw = json.GetRawText().AsSpan();
        var negative = raw[0] == '-';
        if ((negative ? raw[1..] : raw).ContainsAnyExceptInRange('0', '9')) return No(problems, CellProblems.NotANumber(place));
        return No(problems, negative ? CellProblems.Negative(place) : CellProblems.TooLarge(place));
    }

    private static CellValue? Words(CellPlace place, JsonElement json, ICollection<CellProblem> problems)
    {
        if (json.ValueKind != JsonValueKind.String) return No(problems, CellProblems.NotAText(place));
        return TryText(json, out var raw) && CellText.TryNormalise(raw, out var text)
            ? new CellValue.Words(text)
            : No(problems, CellProblems.BadCharacters(place));
    }

    private static CellValue? Choices(Dimension list, CellPlace place, JsonElement json, ICollection<CellProblem> problems)
    {
        if (json.ValueKind != JsonValueKind.Array) return No(problems, CellProblems.NotAnOption(place, list));
        var codes = new List<string>();
        foreach (var item in json.EnumerateArray())
        {
            if (!TryText(item, out var code)) return No(problems, CellProblems.NotAnOption(place, list));
            codes.Add(code);
        }

        var order = list.Options.Select(option => option.Code).ToList();
        return new CellValue.Choices([.. codes.OrderBy(code => order.IndexOf(code)).ThenBy(code => code, StringComparer.Ordinal)]);
    }

    internal static CellValue? No(ICollection<CellProblem> problems, CellProblem problem)
    {
        problems.Add(problem);
        return null;
    }
}
