using System.Globalization;
using System.Text.Json.Nodes;
using SocialWork.Abstractions;
using SocialWork.Core.Forms;

namespace SocialWork.Core.Typing;

/// <summary>
/// Understands what people type into a cell as the kind of value that its field takes, the same for pages and Excel. Never
/// guesses: what may mean two things is refused and says so. Whether the value is allowed is the form's question. Safe for
/// concurrent use.
/// </summary>
public static class TypedCell
{
    /// <summary>The longest answer that is no text, in UTF-16 characters.</summary>
    public const int MaxAnswerLength = 4_000;

    /// <summary>The value in the JSON of the API. Refused as unprocessable with the fault and the remedy, not the place.</summary>
    /// <param name="field">What was asked.</param>
    /// <param name="text">What was typed, not blank, without white space at the ends.</param>
    public static Result<JsonNode> Read(FormField field, string text)
    {
        var most = field is TextField ? FormLimits.MaxTextLength : MaxAnswerLength;
        if (text.Length > most) return TypedRefusals.TooLong(text.Length, most);
        if (TypedWords.Empty(text) is { } kind && (Takes(field, kind) || !MayBeWords(field))) return Json(kind);
        return field switch
        {
            IntField or MoneyField => Number(text),
            BoolField => TypedWords.YesOrNo(text) is { } answer ? JsonValue.Create(answer) : TypedRefusals.NotYesOrNo(text),
            DateField => DateReader.Read(text).Then<DateOnly, JsonNode>(date => Json(date)),
            ChoiceField choice => Option(choice.Options, text, code => JsonValue.Create(code)!),
            MultiChoiceField choices => Options(choices.Options, text),
            TableField => TypedRefusals.NotAKindOfEmpty(text),
            _ => JsonValue.Create(text),
        };
    }

    /// <summary>The kind of empty that the words name; refused where they name none.</summary>
    public static Result<EmptyKind> ReadEmpty(string text) => TypedWords.Empty(text) is { } kind ? kind : TypedRefusals.NotAKindOfEmpty(text);

    /// <summary>A kind of empty in the JSON of the API.</summary>
    public static JsonObject Json(EmptyKind kind) => new() { ["empty"] = EmptyWords.CodeOf(kind) };

    /// <summary>A day in the JSON of the API.</summary>
    public static JsonValue Json(DateOnly date) => JsonValue.Create(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    // Where the kind of empty is not taken, a text may hold such words, and an option may be called so.
    private static bool MayBeWords(FormField field) => field is TextField or FileField or ChoiceField or MultiChoiceField;

    private static bool Takes(FormField field, EmptyKind kind) => !field.Empties.IsDefault && field.Empties.Contains(kind);

    private static Result<JsonNode> Number(string text)
    {
        // One key for what is typed most often.
        if (text is "k" or "K") return Json(EmptyKind.NotArising);
        if (Folded.WithoutAccents(text) is "khong" or "khong co" or "ko" or "-" or "–" or "—" or "") return TypedRefusals.ZeroOrNone(text);
        return NumberReader.ReadWhole(text).Then<long, JsonNode>(number => JsonValue.Create(number));
    }

    private static Result<JsonNode> Option(Dimension list, string text, Func<string, JsonNode> write)
    {
        if (TypedWords.Option(list.Options, text) is { } code) return write(code);
        if (TypedWords.Empty(text) is { } kind) return Json(kind);
        // A list that the plan gives (tasks) is known to the form alone; it judges the code.
        return list.Source == OptionSource.Listed ? TypedRefusals.NotAnOption(text, list) : write(text);
    }

    private static Result<JsonNode> Options(Dimension list, string text)
    {
        var codes = new JsonArray();
        var parts = text.Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length == 1) return Option(list, parts[0], code => new JsonArray(code));
        foreach (var part in parts)
        {
            if (TypedWords.Option(list.Options, part) is not { } code) return TypedRefusals.NotAnOption(part, list);
            codes.Add(code);
        }

        return codes.Count == 0 ? TypedRefusals.NotAnOption(text, list) : codes;
    }
}
