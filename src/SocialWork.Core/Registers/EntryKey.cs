using System.Globalization;
using SocialWork.Abstractions;

namespace SocialWork.Core.Registers;

/// <summary>What tells one entry of a register from another, and when it holds. Pure; safe for concurrent use.</summary>
public static class EntryKey
{
    /// <summary>The key as it is stored: compared without regard to case and repeated white space; with the keeper where two units may use the same.</summary>
    public static string Of(RegisterDefinition definition, string keeper, FormValues values)
    {
        var parts = definition.Key.Select(field => Plain(values[field]));
        return string.Join('\u001f', definition.KeyIsPerKeeper ? parts.Prepend(keeper) : parts);
    }

    /// <summary>The key as people wrote it.</summary>
    public static string Written(RegisterDefinition definition, FormValues values) => string.Join(", ", definition.Key.Select(field => Word(values[field])));

    /// <summary>The days on which the entry holds; its date fields must be filled.</summary>
    public static (DateOnly From, DateOnly? To) Period(RegisterDefinition definition, FormValues values) => definition.Validity switch
    {
        EntryValidity.Period period => (Day(values[period.From])!.Value, Day(values[period.To])),
        EntryValidity.Event happened => (Day(values[happened.On])!.Value, null),
        EntryValidity.Year { Of: var field } => Year(((CellValue.Number)values[field]!).Value),
        _ => throw new InvalidOperationException("Unknown validity."),
    };

    private static (DateOnly, DateOnly?) Year(long year) => (new DateOnly((int)year, 1, 1), new DateOnly((int)year + 1, 1, 1));

    private static DateOnly? Day(CellValue? value) => value is CellValue.Date date ? date.Value : null;

    private static string Plain(CellValue? value) => string.Join(' ', Word(value).ToUpperInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Word(CellValue? value) => value switch
    {
        CellValue.Words text => text.Value,
        CellValue.Choice choice => choice.Code,
        CellValue.Number number => number.Value.ToString(CultureInfo.InvariantCulture),
        CellValue.Date date => date.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => string.Empty,
    };
}
