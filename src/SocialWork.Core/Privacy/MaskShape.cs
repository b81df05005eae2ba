using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Forms;
using SocialWork.Core.Rules;

namespace SocialWork.Core.Privacy;

/// <summary>Which cells of a form are of sensitive groups, and which others say something about them. Immutable.</summary>
internal sealed class MaskShape
{
    private MaskShape(ImmutableArray<SensitiveBlock> blocks, ImmutableArray<CellKey> whole)
    {
        Blocks = blocks;
        Whole = whole;
    }

    /// <summary>The cells of one group each: they are hidden together or not at all.</summary>
    public ImmutableArray<SensitiveBlock> Blocks { get; }

    /// <summary>Every cell that is of a sensitive group or tied to one by a chain of rules.</summary>
    public ImmutableArray<CellKey> Whole { get; }

    /// <summary>The shape of a form; without blocks where it hides nothing.</summary>
    public static MaskShape Of(CompiledForm form)
    {
        if (form.Definition.Sensitivity is not Sensitivity.MaskedValues mask) return new MaskShape([], []);
        var groups = mask.Options.SelectMany(filter => filter.Codes.Select(code => CellsWith(form, filter.Dimension, code)))
            .Append([.. Numbers(form).Where(field => mask.Fields.Contains(field.Id)).SelectMany(field => CellsOf(field))])
            .Where(cells => !cells.IsEmpty)
            .ToArray();
        var sensitive = groups.SelectMany(cells => cells).Select(cell => cell.Field).ToHashSet(StringComparer.Ordinal);
        return new MaskShape(
            [.. groups.Select(cells => new SensitiveBlock([.. cells, .. Amounts(form, sensitive, cells)], [.. cells.Where(cell => form.Field(cell.Field) is IntField)], Guards(form, sensitive, cells)))],
            [.. Tied(form, sensitive).SelectMany(field => CellsOf(field))]);
    }

    // An amount of money of a group tells how many people it was for as well as their number does.
    private static IEnumerable<FormField> Numbers(CompiledForm form) => form.Definition.Fields.Where(field => field is IntField or MoneyField);

    private static ImmutableArray<CellKey> CellsOf(FormField field) => FormCells.Of(field, new SubmittingUnit(string.Empty));

    private static ImmutableArray<CellKey> CellsWith(CompiledForm form, string dimension, string code) =>
    [
        .. from field in Numbers(form)
           from cell in CellsOf(field)
           where field.By.Select((split, i) => split.Id == dimension && (i == 0 ? cell.Option1 : cell.Option2) == code).Any(meant => meant)
           select cell,
    ];

    // Amounts without dimensions that a rule compares with the group.
    private static IEnumerable<CellKey> Amounts(CompiledForm form, HashSet<string> sensitive, ImmutableArray<CellKey> block) =>
        from field in Numbers(form)
        where field is MoneyField && field.By.IsEmpty && !sensitive.Contains(field.Id)
        where form.Rules.Any(rule => rule.Fields.Any(f => f.Id == field.Id) && rule.Fields.Any(f => block.Any(cell => cell.Field == f.Id)))
        select new CellKey(field.Id);

    // A total without dimensions bounds the groups it counts: people counted once are at most the sum and at least the largest.
    private static ImmutableArray<Guard> Guards(CompiledForm form, HashSet<string> sensitive, ImmutableArray<CellKey> block)
    {
        var fields = block.Select(cell => cell.Field).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. from field in Numbers(form)
               where field is IntField && field.By.IsEmpty && !sensitive.Contains(field.Id)
               let bounded = form.Rules.Where(rule => rule.Fields.Any(f => f.Id == field.Id)).SelectMany(rule => rule.Fields).FirstOrDefault(f => fields.Contains(f.Id))
               where bounded is not null
               select new Guard(new CellKey(field.Id), bounded.Id),
        ];
    }

    private static IEnumerable<FormField> Tied(CompiledForm form, HashSet<string> sensitive)
    {
        var tied = sensitive.ToHashSet(StringComparer.Ordinal);
        for (var before = 0; before < tied.Count;)
        {
            before = tied.Count;
            foreach (var rule in form.Rules)
            {
                var fields = rule.Fields.Where(field => field is IntField or MoneyField).Select(field => field.Id).ToArray();
                if (fields.Any(tied.Contains)) tied.UnionWith(fields);
            }
        }

        return Numbers(form).Where(field => tied.Contains(field.Id));
    }
}

/// <summary>The cells of one sensitive group, with the totals that bound them.</summary>
/// <param name="Cells">Its numbers of people and amounts of money.</param>
/// <param name="Counts">Those of them that can be small: numbers of people, cases or visits, not amounts.</param>
/// <param name="Guards">The totals.</param>
internal sealed record SensitiveBlock(ImmutableArray<CellKey> Cells, ImmutableArray<CellKey> Counts, ImmutableArray<Guard> Guards);

/// <summary>A total of a unit that bounds a sensitive cell of the same unit.</summary>
/// <param name="Cell">The total.</param>
/// <param name="Bounds">The field whose cells it counts.</param>
internal readonly record struct Guard(CellKey Cell, string Bounds);
