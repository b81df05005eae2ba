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
    public static Result<EmptyKind> Empty(RawCell cell) => TypedCell.ReadEmpty(cell.Text);

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
        var read = TypedCell.Read(field, text);
        if (read is not Result<JsonNode>.Ok { Value: var value }) return CellReading.Not(((Result<JsonNode>.No)read).Refusal);
        return field is DateField && value is JsonValue && DateReader.Read(text) is Result<DateOnly>.Ok { Value: var date } && MayBeTheOtherOrder(text, date)
            ? CellReading.Of(value, CellRefusals.DayFirst(text, date))
            : CellReading.Of(value);
    }

    private static CellReading Whole(Result<long> result) => result switch
    {
        Result<long>.Ok number => CellReading.Of(number.Value),
        Result<long>.No no => CellReading.Not(no.Refusal),
        _ => throw new InvalidOperationException("Unknown result."),
    };

    // Only where the other order would be a day too can somebody have meant it.
    private static bool MayBeTheOtherOrder(string text, DateOnly date) => date.Day <= 12 && date.Day != date.Month && !text.Any(char.IsLetter) && !text.Take(4).All(char.IsDigit);

    private static CellReading Typed(FormField field, RawCell cell, bool countsFrom1904) => field switch
    {
        IntField or MoneyField => NumberCell(cell, countsFrom1904),
        BoolField when cell.Kind == RawKind.Flag => CellReading.Of(cell.Text == "1"),
        DateField => DateCell(field, cell, countsFrom1904),
        BoolField or TableField => Words(field, Show(cell, countsFrom1904)),
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

    private static CellReading DateCell(FormField field, RawCell cell, bool countsFrom1904)
    {
        if (cell.Kind == RawKind.Date) return Words(field, cell.Text);
        var shownAsDate = cell is { Kind: RawKind.Number, Shown: Shown.AsDate };
        if (!shownAsDate || ExcelNumber.Read(cell.Text) is not { } serial || ExcelNumber.Day(serial, countsFrom1904) is not { } day) return CellReading.Not(CellRefusals.NotADate(Show(cell, countsFrom1904)));
        return decimal.IsInteger(serial) ? CellReading.Of(TypedCell.Json(day)) : CellReading.Of(TypedCell.Json(day), CellRefusals.TimeDropped(day));
    }
}
