using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using SocialWork.Abstractions;
using SocialWork.Core.Forms;
using SocialWork.Core.Rules;

namespace SocialWork.Core.Tests;

/// <summary>Random values for forms: allowed ones, which can be stored, and wild ones, which nothing should fall over.</summary>
internal static class RandomValues
{
    /// <summary>Some of the cells that the unit is asked, each with a value or an empty that its field allows.</summary>
    public static Arbitrary<FormValues> Allowed(CompiledForm form, SubmittingUnit unit) =>
        Arb.From(Some(form.AskedCells(unit), cell => Allowed(form.Field(cell.Field))), Shrink);

    /// <summary>Any cells at all, with values of any kind, extremes included.</summary>
    public static Arbitrary<FormValues> Wild(CompiledForm form, SubmittingUnit unit)
    {
        ImmutableArray<CellKey> cells = [.. form.Definition.Fields.SelectMany(field => FormCells.Of(field, unit)), new CellKey("nope"), new CellKey("a", "Z")];
        return Arb.From(Some(cells, _ => Wild()), Shrink);
    }

    private static IEnumerable<FormValues> Shrink(FormValues values) => values.Cells.Keys.Select(cell => new FormValues(values.Cells.Remove(cell)));

    private static Gen<FormValues> Some(ImmutableArray<CellKey> cells, Func<CellKey, Gen<CellValue?>> valueOf)
    {
        var one = cells.Select(cell => Gen.Frequency((4, valueOf(cell)), (1, Gen.Constant<CellValue?>(null))).Select(value => (cell, value)));
        return Gen.CollectToArray(one).Select(filled => new FormValues(filled.Where(pair => pair.value is not null).ToImmutableDictionary(pair => pair.cell, pair => pair.value!)));
    }

    private static Gen<CellValue?> Allowed(FormField field)
    {
        var value = Value(field);
        return field.Empties.IsEmpty ? value : Gen.Frequency((3, value), (1, Gen.Elements<EmptyKind>([.. field.Empties]).Select(kind => (CellValue?)new CellValue.Empty(kind))));
    }

    private static Gen<CellValue?> Value(FormField field) => field switch
    {
        BoolField => Gen.Elements(true, false).Select(flag => (CellValue?)new CellValue.Flag(flag)),
        DateField => Gen.Choose(new DateOnly(1900, 1, 1).DayNumber, new DateOnly(2200, 12, 31).DayNumber).Select(day => (CellValue?)new CellValue.Date(DateOnly.FromDayNumber(day))),
        ChoiceField choice => Gen.Elements<string>([.. choice.Options.Options.Select(option => option.Code)]).Select(code => (CellValue?)new CellValue.Choice(code)),
        MultiChoiceField choice => Gen.SubListOf<string>([.. choice.Options.Options.Select(option => option.Code)])
            .Select(codes => codes.Count > 0 ? (CellValue?)new CellValue.Choices([.. choice.Options.Options.Select(option => option.Code).Where(codes.Contains)]) : null),
        TableField table => Gen.CollectToArray(table.Columns.Select(column => Value(column).Select(value => (column.Id, value)))).Select(columns => (CellValue?)new CellValue.Rows(
            [columns.Where(column => column.value is not null).ToImmutableSortedDictionary(column => column.Id, column => column.value!, StringComparer.Ordinal)])),
        TextField or FileField => Gen.Elements("Huế", "a", "“trích” \\ / <b>", "một\nhai", "😀 dài", "1").Select(text => (CellValue?)new CellValue.Words(text)),
        _ => Gen.Elements(0L, 1, 7, 1000, FormLimits.MaxNumber).Select(number => (CellValue?)new CellValue.Number(number)),
    };

    private static Gen<CellValue?> Wild() => Gen.OneOf(
        Gen.Elements(0L, 1, -1, 5, long.MinValue, long.MaxValue).Select(number => (CellValue?)new CellValue.Number(number)),
        Gen.Elements<CellValue?>(
            CellValue.NotArising, CellValue.NotApplicable, CellValue.Withheld, new CellValue.Empty((EmptyKind)99), new CellValue.Flag(true), new CellValue.Flag(false),
            new CellValue.Date(DateOnly.MinValue), new CellValue.Date(DateOnly.MaxValue), new CellValue.Choice("ONE"), new CellValue.Choice("?"), new CellValue.Choices([]),
            new CellValue.Choices(default), new CellValue.Rows(default), new CellValue.Rows([]), new CellValue.Words("x"), new CellValue.Words(string.Empty)));
}
