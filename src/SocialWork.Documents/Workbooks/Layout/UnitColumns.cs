using System.Collections.Immutable;
using SocialWork.Abstractions;

namespace SocialWork.Documents.Workbooks.Layout;

/// <summary>The columns of a unit's form: number, label, unit of measure, values, why a row is blank, last year, hint.</summary>
internal sealed record UnitColumns
{
    /// <summary>The row's number.</summary>
    public const int Ordinal = 2;
    /// <summary>What is asked.</summary>
    public const int Label = 3;
    /// <summary>The unit of measure.</summary>
    public const int Unit = 4;
    /// <summary>The first value.</summary>
    public const int Value = 5;

    private const double LabelWidth = 44;
    private const double UnitWidth = 11;
    private const double ReasonWidth = 16;
    private const double HintWidth = 38;
    // What a plain row's words need at least, over all value columns.
    private const double WordsWidth = 42;
    private const double TotalWidth = 14;

    /// <summary>The last value column.</summary>
    public required int LastValue { get; init; }

    /// <summary>Why a row is blank; 0 where no row may say so.</summary>
    public required int Reason { get; init; }

    /// <summary>Last year's values; 0 for none.</summary>
    public required int Previous { get; init; }

    /// <summary>Hints; 0 for none.</summary>
    public required int Hint { get; init; }

    /// <summary>All widths, from column A.</summary>
    public required ImmutableArray<double> Widths { get; init; }

    /// <summary>The columns that some blocks need.</summary>
    public static UnitColumns For(ImmutableArray<Block> blocks, bool previous)
    {
        var values = ValueWidths(blocks);
        var units = blocks.Any(block => block is Block.Plain { Fields: var fields } ? fields.Any(field => field.Unit is not null) : block is Block.Grid { Fields: [{ Unit: not null }] });
        var reasons = blocks.Any(block => Reasons(block).Any(kinds => !kinds.IsEmpty));
        var hints = blocks.OfType<Block.Plain>().Any(block => block.Fields.Any(field => HintOf(field).Length > 0));
        var last = Value + values.Count - 1;
        var reason = reasons ? last + 1 : 0;
        var before = previous ? Math.Max(last, reason) + 1 : 0;
        var hint = hints ? Math.Max(Math.Max(last, reason), before) + 1 : 0;
        double[] after = [.. reasons ? [ReasonWidth] : Array.Empty<double>(), .. previous ? [ReasonWidth] : Array.Empty<double>(), .. hints ? [HintWidth] : Array.Empty<double>()];
        return new UnitColumns
        {
            LastValue = last,
            Reason = reason,
            Previous = before,
            Hint = hint,
            Widths = [0, 5, LabelWidth, units ? UnitWidth : 0, .. values, .. after],
        };
    }

    /// <summary>What is said beside a plain row.</summary>
    public static string HintOf(FormField field) => field is MultiChoiceField choice
        ? string.Join(' ', new[] { field.Hint?.Vi, FieldInputs.Offer(field, choice.Options) }.Where(words => words is not null))
        : field.Hint?.Vi ?? string.Empty;

    /// <summary>The kinds of empty that each row of a block may give for its blank cells: those that all its fields allow.</summary>
    public static IEnumerable<ImmutableArray<EmptyKind>> Reasons(Block block) => block switch
    {
        Block.Plain plain => plain.Fields.Select(field => field.Empties),
        Block.Grid grid => [Common(grid.Fields)],
        Block.Cross cross => [cross.Field.Empties],
        _ => [],
    };

    /// <summary>The kinds of empty that all fields allow.</summary>
    public static ImmutableArray<EmptyKind> Common(ImmutableArray<FormField> fields) =>
        [.. fields[0].Empties.Where(kind => fields.All(field => field.Empties.Contains(kind)))];

    /// <summary>Whether a cross table's cells can be added up.</summary>
    public static bool IsSummed(FormField field) => field is IntField or MoneyField && field.By.All(dimension => dimension.Source == OptionSource.Listed);

    private static List<double> ValueWidths(ImmutableArray<Block> blocks)
    {
        var widths = new List<double> { 14 };
        foreach (var block in blocks)
        {
            var needed = block switch
            {
                Block.Grid grid => grid.Fields.Select(WidthOf),
                Block.Cross cross => cross.Columns.Select(_ => WidthOf(cross.Field)).Concat(IsSummed(cross.Field) ? [Math.Max(TotalWidth, WidthOf(cross.Field))] : []),
                Block.Table table => table.Field.Columns.Skip(1).Select(WidthOf),
                Block.Plain plain => [plain.Fields.Where(field => !IsWide(field)).Select(WidthOf).DefaultIfEmpty().Max()],
                _ => [],
            };
            foreach (var (index, width) in needed.Index())
            {
                if (index == widths.Count) widths.Add(width);
                else widths[index] = Math.Max(widths[index], width);
            }
        }

        var words = blocks.OfType<Block.Plain>().Any(block => block.Fields.Any(IsWide));
        if (words && widths.Sum() < WordsWidth) widths[0] += WordsWidth - widths.Sum();
        return widths;
    }

    /// <summary>Whether a plain row's input takes all value columns.</summary>
    public static bool IsWide(FormField field) => field is TextField or FileField or ChoiceField or MultiChoiceField;

    /// <summary>The width that a field's column needs.</summary>
    public static double WidthOf(FormField field) => field switch
    {
        MoneyField => 19,
        BoolField => 12,
        DateField => 13,
        ChoiceField => 22,
        MultiChoiceField => 30,
        TextField { MaxLength: > 500 } => 40,
        TextField or FileField => 26,
        _ => 14,
    };
}
