using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Rules;

namespace SocialWork.Core.Forms;

/// <summary>Fields of one section that stand together as on the paper form: the one layout of pages and workbooks. A closed family; immutable.</summary>
public abstract record FormBlock(FormSection Section)
{
    /// <summary>The most fields that stand side by side; more are continued beneath.</summary>
    private const int MaxFieldsAbreast = 10;

    /// <summary>Fields without dimensions, a row each.</summary>
    public sealed record Plain(FormSection Section, ImmutableArray<FormField> Fields) : FormBlock(Section);

    /// <summary>Fields split by the same single dimension: a row per option, a column per field.</summary>
    public sealed record Grid(FormSection Section, ImmutableArray<FormField> Fields, ImmutableArray<string> Options) : FormBlock(Section);

    /// <summary>A field split by two dimensions: a row per option of the first, a column per option of the second.</summary>
    public sealed record Cross(FormSection Section, FormField Field, ImmutableArray<string> Rows, ImmutableArray<string> Columns) : FormBlock(Section);

    /// <summary>A table.</summary>
    public sealed record Table(FormSection Section, TableField Field) : FormBlock(Section);

    /// <summary>The blocks of a form for a unit, in the order of the paper form; what the unit is not asked is left out.</summary>
    public static IEnumerable<FormBlock> Of(FormDefinition form, SubmittingUnit unit)
    {
        foreach (var section in form.Sections)
        {
            var fields = form.Fields.Where(field => field.Section == section.Id && FormCells.IsAsked(field, unit.Type)).ToArray();
            for (var at = 0; at < fields.Length;)
            {
                var first = fields[at];
                var alike = fields.Skip(at).TakeWhile(field => Shares(first, field)).Take(first.By.IsEmpty ? int.MaxValue : MaxFieldsAbreast).ToImmutableArray();
                var block = first switch
                {
                    TableField table => new Table(section, table),
                    { By: [] } => new Plain(section, alike),
                    { By: [var dimension] } => new Grid(section, alike, FormCells.OptionsOf(dimension, unit)),
                    _ => (FormBlock)new Cross(section, first, FormCells.OptionsOf(first.By[0], unit), FormCells.OptionsOf(first.By[1], unit)),
                };
                at += block is Plain or Grid ? alike.Length : 1;
                // A unit without tasks has nothing to say of them.
                if (block is not (Grid { Options: [] } or Cross { Rows: [] } or Cross { Columns: [] })) yield return block;
            }
        }
    }

    private static bool Shares(FormField first, FormField field) =>
        field is not TableField && first is not TableField && first.By.Length < 2 && first.By.Select(d => d.Id).SequenceEqual(field.By.Select(d => d.Id), StringComparer.Ordinal);
}
