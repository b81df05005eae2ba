using System.Globalization;
using System.Text.Json.Nodes;
using SocialWork.Abstractions;
using SocialWork.Core;
using SocialWork.Core.Forms;
using SocialWork.Core.Typing;
using SocialWork.Documents.Words;

namespace SocialWork.Documents.Workbooks.Reading;

/// <summary>
/// Understands the content of a cell as the kind of value that its field takes. Never guesses: what may mean two things is
/// a problem that says so. Whether the value is allowed is the core's question. Safe for concurrent use.
/// </summary>
internal static class CellReader
{
    /// <summary>Understands a cell for a field, or for a column of a table.</summary>
    public static CellReading Read(FormField field, RawCell cell, bool countsFrom1904)
    {
        if (cell.Kind == RawKind.Nothing) return CellReading.Not(CellRefusals.NoResult);
        if (cell.Kind == RawKind.Error) return CellReading.Not(CellRefusals.Error(cell.Text));
        var reading = cell.Kind == RawKind.Text ? Words(field, cell.Text.Trim()) : Typed(field, cell, countsFrom1904);
        if (!cell.IsFormula || reading.Problem is not null) return reading;
        return reading with { Notices = [.. reading.Notices, CellRefusals.Formula(Show(cell, countsFrom1904))] };
    }

    /// <summary>The kind of empty that a cell names.</summary>
    public static Result<EmptyKind> Empty(RawCell cell) => TypedWords.Empty(cell.Text) is { } kind ? kind : CellRefusals.NotAKindOfEmpty(cell.Text);

    /// <summary>A kind of empty in the JSON of the API.</summary>
    public static JsonObject Json(EmptyKind kind) => new() { ["empty"] = EmptyWords.CodeOf(kind) };

    /// <summary>The content as people see it in the file.</summary>
    public static string Show(RawCell cell, bool countsFrom1904) => (cell.Kind, cell.Shown) switch
    {
        (RawKind.Flag, _) => cell.Text == "1" ? "TRUE" : "FALSE",
        (RawKind.Number, Shown.AsDate) when ExcelNumber.Read(cell.Text) is { } serial && ExcelNumber.Day(serial, countsFrom1904) is { } day => When.Date(day),
        (RawKind.Number, Shown.AsPercent) when ExcelNumber.Read(cell.Text) is { } rate => ExcelNumber.Show(rate * 100) + "%",
        (RawKind.Number, _) when ExcelNumber.Read(cell.Text) is { } number => ExcelNumber.Show(number),
        _ => cell.Text,
    };

    private static CellReading Words(FormField field, string text)
    {
        var most = field is TextField ? FormLimits.MaxTextLength : UploadLimits.MaxAnswerLength;
        if (text.Length > most) return CellReading.Not(CellRefusals.TooLong(text.Length, most));
        if (TypedWords.Empty(text) is { } kind && (Takes(field, kind) || !MayBeWords(field))) return CellReading.Of(Json(kind));
        return field switch
        {
            IntField or MoneyField => Number(text),
            BoolField => TypedWords.YesOrNo(text) is { } answer ? CellReading.Of(answer) : CellReading.Not(CellRefusals.NotYesOrNo(text)),
            DateField => Date(text),
            ChoiceField choice => Option(choice.Options, text, code => JsonValue.Create(code)),
            MultiChoiceField choices => Options(choices.Options, text),
            TableField => CellReading.Not(CellRefusals.NotAKindOfEmpty(text)),
            _ => CellReading.Of(text),
        };
    }

    // Where the kind of empty is not taken, a text may hold such words, and an option may be called so.
    private static bool MayBeWords(FormField field) => field is TextField or FileField or ChoiceField or MultiChoiceField;

    private static bool Takes(FormField field, EmptyKind kind) => !field.Empties.IsDefault && field.Empties.Contains(kind);

    private static CellReading Number(string text)
    {
        if (Folded.WithoutAccents(text) is "khong" or "khong co" or "ko" or "-" or "–" or "—" or "") return CellReading.Not(CellRefusals.ZeroOrNone(text));
        return Whole(NumberReader.ReadWhole(text));
    }

    private static CellReading Whole(Result<long> result) => result switch
    {
        Result<long>.Ok number => CellReading.Of(number.Value),
        Result<long>.No no => CellReading.Not(no.Refusal),
        _ => throw new InvalidOperationException("Unknown result."),
    };

    private static CellReading Date(string text) => DateReader.Read(text) switch
    {
        // Only where the other order would be a day too can somebody have meant it.
        Result<DateOnly>.Ok { Value: var date } when date.Day <= 12 && date.Day != date.Month && DayComesFirst(text) =>
            CellReading.Of(Iso(date), CellRefusals.DayFirst(text, date)),
        Result<DateOnly>.Ok { Value: var date } => CellReading.Of(Iso(date)),
        Result<DateOnly>.No no => CellReading.Not(no.Refusal),
        _ => throw new InvalidOperationException("Unknown result."),
    };

    private static bool DayComesFirst(string text) => !text.Any(char.IsLetter) && !text.Take(4).All(char.IsDigit);

    private static CellReading Option(Dimension list, string text, Func<string, JsonNode> write)
    {
        if (TypedWords.Option(list.Options, text) is { } code) return CellReading.Of(write(code));
        if (TypedWords.Empty(text) is { } kind) return CellReading.Of(Json(kind));
        // A list that the plan gives (tasks) is known to the core alone; it judges the code.
        return list.Source == OptionSource.Listed ? CellReading.Not(CellRefusals.NotAnOption(text, list)) : CellReading.Of(write(text));
    }

    private static CellReading Options(Dimension list, string text)
    {
        var codes = new JsonArray();
        var parts = text.Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length == 1) return Option(list, parts[0], code => new JsonArray(code));
        foreach (var part in parts)
        {
            if (TypedWords.Option(list.Options, part) is not { } code) return CellReading.Not(CellRefusals.NotAnOption(part, list));
            codes.Add(code);
        }

        return codes.Count == 0 ? CellReading.Not(CellRefusals.NotAnOption(text, list)) : CellReading.Of(codes);
    }

    private static CellReading Typed(FormField field, RawCell cell, bool countsFrom1904) => field switch
    {
        IntField or MoneyField => NumberCell(cell, countsFrom1904),
        BoolField when cell.Kind == RawKind.Flag => CellReading.Of(cell.Text == "1"),
        BoolField => CellReading.Not(CellRefusals.NotYesOrNo(Show(cell, countsFrom1904))),
        DateField => DateCell(cell, countsFrom1904),
        TableField => CellReading.Not(CellRefusals.NotAKindOfEmpty(Show(cell, countsFrom1904))),
        _ when cell is { Kind: RawKind.Number, Shown: Shown.Plainly } && ExcelNumber.Read(cell.Text) is { } number => Words(field, ExcelNumber.Show(number)),
        _ => CellReading.Not(CellRefusals.NotText),
    };

    private static CellReading NumberCell(RawCell cell, bool countsFrom1904)
    {
        if (cell.Kind == RawKind.Date) return CellReading.Not(CellRefusals.NumberShownAsDate(" " + cell.Text));
        if (cell.Kind != RawKind.Number || ExcelNumber.Read(cell.Text) is not { } number) return CellReading.Not(CellRefusals.NotANumber);
        if (cell.Shown == Shown.AsDate) return CellReading.Not(CellRefusals.NumberShownAsDate(ExcelNumber.Day(number, countsFrom1904) is { } day ? " " + When.Date(day) : string.Empty));
        if (cell.Shown == Shown.AsPercent) return CellReading.Not(CellRefusals.NumberShownAsPercent(Show(cell, countsFrom1904)));
        return Whole(NumberReader.Whole(number, ExcelNumber.Show(number)));
    }

    private static CellReading DateCell(RawCell cell, bool countsFrom1904)
    {
        if (cell.Kind == RawKind.Date) return Date(cell.Text);
        var shownAsDate = cell is { Kind: RawKind.Number, Shown: Shown.AsDate };
        if (!shownAsDate || ExcelNumber.Read(cell.Text) is not { } serial || ExcelNumber.Day(serial, countsFrom1904) is not { } day) return CellReading.Not(CellRefusals.NotADate(Show(cell, countsFrom1904)));
        return decimal.IsInteger(serial) ? CellReading.Of(Iso(day)) : CellReading.Of(Iso(day), CellRefusals.TimeDropped(day));
    }

    private static JsonValue Iso(DateOnly date) => JsonValue.Create(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
