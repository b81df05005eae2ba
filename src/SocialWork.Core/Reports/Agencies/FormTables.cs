using System.Collections.Immutable;
using System.Globalization;
using SocialWork.Abstractions;
using SocialWork.Core.Forms;
using SocialWork.Core.Indicators;
using SocialWork.Core.Plans;
using SocialWork.Core.Rules;

namespace SocialWork.Core.Reports.Agencies;

/// <summary>Lays a sent form out as tables, the way the paper form stands. Immutable; safe for concurrent use.</summary>
/// <param name="plan">The plan, which knows tasks by their clauses.</param>
/// <param name="values">What the form says.</param>
/// <param name="hidden">What the reader does not see.</param>
internal sealed class FormTables(Plan plan, FormValues values, ImmutableHashSet<CellKey> hidden)
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    /// <summary>The tables of a form.</summary>
    /// <param name="form">The form as it was when it was sent.</param>
    /// <param name="unit">Who filled it.</param>
    public ImmutableArray<FormTable> Of(FormDefinition form, SubmittingUnit unit) => [.. FormBlock.Of(form, unit).Select(Table)];

    /// <summary>What a cell holds, in words.</summary>
    public FormTableCell Cell(FormField field, CellKey key) => hidden.Contains(key) ? new FormTableCell(string.Empty, IsHidden: true) : Cell(field, values[key]);

    private FormTable Table(FormBlock block)
    {
        var title = block.Section.Title.Vi;
        return block switch
        {
            FormBlock.Plain plain => new FormTable(
                title, ["Nội dung", "Số liệu"], [.. plain.Fields.Where(field => field is not FileField).Select(field => Row(Named(field), [Cell(field, new CellKey(field.Id))]))], IsPlain: true),
            FormBlock.Grid grid => new FormTable(
                title, ["Phân tổ", .. grid.Fields.Select(Named)],
                [.. grid.Options.Select(option => Row(Label(grid.Fields[0], new CellKey(grid.Fields[0].Id, option)), grid.Fields.Select(field => Cell(field, new CellKey(field.Id, option)))))], IsPlain: false),
            FormBlock.Cross cross => new FormTable(
                $"{title}: {Lowered(Named(cross.Field))}",
                ["Phân tổ", .. cross.Columns.Select(column => OptionLabel(cross.Field, 1, column))],
                [.. cross.Rows.Select(row => Row(OptionLabel(cross.Field, 0, row), cross.Columns.Select(column => Cell(cross.Field, new CellKey(cross.Field.Id, row, column)))))], IsPlain: false),
            FormBlock.Table table => Listed(title, table.Field),
            _ => throw new InvalidOperationException("Unknown block."),
        };
    }

    private FormTable Listed(string title, TableField field)
    {
        var key = new CellKey(field.Id);
        ImmutableArray<string> heads = [FormTable.Counted, .. field.Columns.Select(Named)];
        if (hidden.Contains(key) || values[key] is not CellValue.Rows rows)
            return new FormTable($"{title}: {Lowered(field.Label.Vi)}", ["Nội dung", "Số liệu"], [Row(field.Label.Vi, [Cell(field, key)])], IsPlain: true);
        return new FormTable(
            $"{title}: {Lowered(field.Label.Vi)}", heads,
            [.. rows.Items.Select((row, index) => Row((index + 1).ToString(CultureInfo.InvariantCulture), field.Columns.Select(column => Cell(column, row.GetValueOrDefault(column.Id)))))], IsPlain: false);
    }

    // Texts stand whole here, where a sentence would quote their beginning.
    private static FormTableCell Cell(FormField field, CellValue? value) => value switch
    {
        CellValue.Number number => new FormTableCell(Rate.Print(number.Value), IsNumber: true),
        CellValue.Words words => new FormTableCell(words.Value),
        _ => new FormTableCell(ValueWords.Of(field, value).Vi),
    };

    private static ImmutableArray<FormTableCell> Row(string label, IEnumerable<FormTableCell> cells) => [new FormTableCell(label), .. cells];

    private static string Named(FormField field) => field is (IntField or MoneyField) && field.Unit is { } unit ? $"{field.Label.Vi} ({unit.Vi})" : field.Label.Vi;

    private string Label(FormField field, CellKey cell) =>
        plan.Tasks.FirstOrDefault(task => task.Id.Value == cell.Option1)?.Title.Vi ?? CellLabels.OptionsOf(field, cell)?.Vi ?? string.Empty;

    private string OptionLabel(FormField field, int dimension, string code) =>
        plan.Tasks.FirstOrDefault(task => task.Id.Value == code)?.Title.Vi ?? field.By[dimension].Options.FirstOrDefault(option => option.Code == code)?.Label.Vi ?? code;

    private static string Lowered(string words) => words.Length == 0 ? words : char.ToLower(words[0], Vietnamese) + words[1..];
}
