using System.Collections.Immutable;

namespace SocialWork.Abstractions;

/// <summary>Compares what a form states with what a register holds. Pure; safe for concurrent use.</summary>
public static class EntryCounts
{
    /// <summary>The cells of a field whose number is not the number of entries with the cell's options; cells without a number are passed over.</summary>
    /// <param name="field">A number field; its dimensions list their options.</param>
    /// <param name="values">What the form states.</param>
    /// <param name="entries">What the register holds.</param>
    /// <param name="by">The entries' choice fields that stand for the field's dimensions, in their order.</param>
    /// <exception cref="ArgumentException">There are not as many fields as dimensions.</exception>
    public static ImmutableArray<CellKey> Differing(FormField field, FormValues values, IReadOnlyCollection<FormValues> entries, params ImmutableArray<string> by)
    {
        if (field.By.Length != by.Length) throw new ArgumentException($"Field {field.Id} has {field.By.Length} dimensions; {by.Length} fields stand for them.", nameof(by));
        var first = Codes(field, 0);
        var second = Codes(field, 1);
        var differing = ImmutableArray.CreateBuilder<CellKey>();
        foreach (var cell in first.SelectMany(one => second.Select(two => new CellKey(field.Id, one, two))))
        {
            if (Number(values[cell]) is { } stated && stated != entries.Count(entry => Fits(entry, by, 0, cell.Option1) && Fits(entry, by, 1, cell.Option2)))
                differing.Add(cell);
        }

        return differing.ToImmutable();
    }

    /// <summary>The number that a cell states, <i>không phát sinh</i> being 0; null where it states none.</summary>
    public static long? Number(CellValue? value) => value switch
    {
        CellValue.Number number => number.Value,
        CellValue.Empty { Kind: EmptyKind.NotArising } => 0,
        _ => null,
    };

    /// <summary>The sum of a field's cells; null where one states no number, or none is stated.</summary>
    public static long? Sum(FormField field, FormValues values)
    {
        var sum = 0L;
        var any = false;
        foreach (var (_, value) in values.Cells.Where(cell => cell.Key.Field == field.Id))
        {
            if (Number(value) is not { } number) return null;
            sum += number;
            any = true;
        }

        return any ? sum : null;
    }

    private static ImmutableArray<string?> Codes(FormField field, int dimension) =>
        field.By.Length > dimension ? [.. field.By[dimension].Options.Select(option => option.Code)] : [null];

    private static bool Fits(FormValues entry, ImmutableArray<string> by, int dimension, string? option) =>
        by.Length <= dimension || entry[new CellKey(by[dimension])] is CellValue.Choice choice && choice.Code == option;
}
