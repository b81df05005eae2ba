using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Forms;

namespace SocialWork.Documents.Workbooks.Layout;

/// <summary>
/// The columns of a unit's form: number, label, unit of measure, values; behind a block's values why a row is blank and last
/// year's values; hints.
/// </summary>
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

    private const double OrdinalWidth = 5;
    // What a warning's id needs.
    private const double IdWidth = 8;
    private const double LabelWidth = 44;
    private const double UnitWidth = 13;
    private const double ReasonWidth = 16;
    private const double HintWidth = 38;
    private const double NumberWidth = 15;
    // What a plain row's words need at least, over all value columns.
    private const double WordsWidth = 42;

    /// <summary>The last value column of the widest block.</summary>
    public required int LastValue { get; init; }

    /// <summary>Whether a row may say why it is blank.</summary>
    public required bool HasReasons { get; init; }

    /// <summary>Whether last year's values are shown.</summary>
    public required bool HasPrevious { get; init; }

    /// <summary>Whether units of measure have a column of their own.</summary>
    public required bool HasUnits { get; init; }

    /// <summary>The hints of plain rows; 0 for none.</summary>
    public required int Hint { get; init; }

    /// <summary>All widths, from column A.</summary>
    public required ImmutableArray<double> Widths { get; init; }

    /// <summary>The columns that some blocks need.</summary>
    /// <param name="blocks">The blocks.</param>
    /// <param name="previous">Whether last year's values are shown.</param>
    /// <param name="explanations">Whether there are warnings to explain.</param>
    public static UnitColumns For(ImmutableArray<FormBlock> blocks, bool previous, bool explanations)
    {
        var values = ValueWidths(blocks);
        var units = blocks.OfType<FormBlock.Plain>().Any(block => block.Fields.Any(field => field.Unit is not null));
        var reasons = blocks.Any(HasReason);
        var hints = blocks.OfType<FormBlock.Plain>().Any(block => block.Fields.Any(field => HintOf(field).Length > 0));
        var tail = Enumerable.Repeat(ReasonWidth, (reasons ? 1 : 0) + (previous ? 1 : 0)).ToArray();
        double[] hint = hints ? [HintWidth] : [];
        var words = values.Sum() + tail.Sum() + hint.Sum();
        if (explanations && words < WordsWidth) values[0] += WordsWidth - words;
        return new UnitColumns
        {
            LastValue = Value + values.Count - 1,
            HasReasons = reasons,
            HasPrevious = previous,
            HasUnits = units,
            Hint = hints ? Value + values.Count + tail.Length : 0,
            Widths = [0, explanations ? IdWidth : OrdinalWidth, LabelWidth, units ? UnitWidth : 0, .. values, .. tail, .. hint],
        };
    }

    /// <summary>Where last year's values stand in a block.</summary>
    /// <param name="tail">The first column behind the block's values.</param>
    public int Previous(int tail) => HasReasons ? tail + 1 : tail;

    /// <summary>The unit of measure that a block's rows show; null where the label takes its place.</summary>
    public string? UnitOf(FormBlock block)
    {
        var fields = block switch { FormBlock.Grid grid => grid.Fields, FormBlock.Cross cross => [cross.Field], _ => [] };
        return HasUnits && fields[0].Unit?.Vi is { } unit && fields.All(field => field.Unit?.Vi == unit) ? unit : null;
    }

    /// <summary>What is said beside a plain row.</summary>
    public static string HintOf(FormField field) => field is MultiChoiceField choice
        ? string.Join(' ', new[] { field.Hint?.Vi, FieldInputs.Offer(field, choice.Options) }.Where(words => words is not null))
        : field.Hint?.Vi ?? string.Empty;

    /// <summary>The kinds of empty that all fields allow: what a row of them may give for its blank cells.</summary>
    public static ImmutableArray<EmptyKind> Common(ImmutableArray<FormField> fields) =>
        [.. fields[0].Empties.Where(kind => fields.All(field => field.Empties.Contains(kind)))];

    /// <summary>Whether a field's cells can be added up; what tasks count differs from task to task.</summary>
    public static bool IsSummed(FormField field) => field is IntField or MoneyField && field.By.All(dimension => dimension.Source == OptionSource.Listed);

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
        _ => NumberWidth,
    };

    private static bool HasReason(FormBlock block) => block switch
    {
        FormBlock.Plain plain => plain.Fields.Any(field => !field.Empties.IsEmpty),
        FormBlock.Grid grid => !Common(grid.Fields).IsEmpty,
        FormBlock.Cross cross => !cross.Field.Empties.IsEmpty,
        _ => false,
    };

    private static List<double> ValueWidths(ImmutableArray<FormBlock> blocks)
    {
        var widths = new List<double> { NumberWidth };
        foreach (var block in blocks)
        {
            foreach (var (index, width) in Needed(block).Index())
            {
                if (index == widths.Count) widths.Add(width);
                else widths[index] = Math.Max(widths[index], width);
            }
        }

        var words = blocks.OfType<FormBlock.Plain>().Any(block => block.Fields.Any(field => field is TextField or FileField or ChoiceField or MultiChoiceField));
        if (words && widths.Sum() < WordsWidth) widths[0] += WordsWidth - widths.Sum();
        return widths;
    }

    private static IEnumerable<double> Needed(FormBlock block) => block switch
    {
        FormBlock.Grid grid => grid.Fields.Select(WidthOf),
        FormBlock.Cross cross => Enumerable.Repeat(WidthOf(cross.Field), cross.Columns.Length + (IsSummed(cross.Field) ? 1 : 0)),
        FormBlock.Table table => table.Field.Columns.Skip(1).Select(WidthOf),
        _ => [],
    };
}
