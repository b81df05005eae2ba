using SocialWork.Abstractions;
using SocialWork.Core.Forms;

namespace SocialWork.Core.Attachments;

/// <summary>The attachments that values refer to. Safe for concurrent use.</summary>
public static class FileReferences
{
    /// <summary>Whether the form has a field, or a column, that holds files.</summary>
    public static bool Has(CompiledForm form) => form.Definition.Fields.Any(field => field is FileField || (field is TableField table && table.Columns.Any(column => column is FileField)));

    /// <summary>Each reference with the cell that holds it, in no order; empty for a form without files.</summary>
    public static IEnumerable<(CellKey Cell, string Id)> In(CompiledForm form, FormValues values) => Has(form)
        ? values.Cells.SelectMany(cell => form.TryField(cell.Key.Field, out var field) ? In(field, cell.Value).Select(id => (cell.Key, id)) : [])
        : [];

    private static IEnumerable<string> In(FormField field, CellValue? value) => (field, value) switch
    {
        (FileField, CellValue.Words words) => [words.Value],
        (TableField table, CellValue.Rows rows) => rows.Items.SelectMany(row => table.Columns.SelectMany(column => In(column, row.GetValueOrDefault(column.Id)))),
        _ => [],
    };
}
