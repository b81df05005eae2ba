using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Rules;

namespace SocialWork.Core.Forms;

/// <summary>Judges a whole form before it is sent. Safe for concurrent use.</summary>
public static class FormValidator
{
    /// <summary>
    /// Everything that is found: values that may not be in their cells (their problem's code), cells that are required and missing
    /// (<c>value.missing</c>, once per field), texts that are too short (<c>value.tooShort</c>), rules that are false (the rule's
    /// id, once per rule with the cells of all its violations). Empty when the form can be sent as it is.
    /// </summary>
    public static ImmutableArray<Finding> Validate(CompiledForm form, FormValues values, RuleContext context)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        foreach (var cell in form.InFormOrder(values.Cells.Keys))
        {
            foreach (var problem in CellChecker.Check(form, context.Unit, cell, values.Cells[cell]))
                findings.Add(new Finding(problem.Code, Severity.Error, problem.Message, [cell]));
        }

        foreach (var field in form.Definition.Fields)
        {
            if (FormCells.IsAsked(field, context.Unit.Type)) AskedField(field, values, context.Unit, findings);
        }

        foreach (var rule in form.Rules)
        {
            var violations = rule.Evaluate(values, context);
            if (!violations.IsEmpty)
                findings.Add(new Finding(rule.Rule.Id, rule.Rule.Severity, rule.Rule.Message, [.. violations.SelectMany(violation => violation.Cells).Distinct()]));
        }

        return findings.ToImmutable();
    }

    private static void AskedField(FormField field, FormValues values, SubmittingUnit unit, ImmutableArray<Finding>.Builder findings)
    {
        var cells = FormCells.Of(field, unit);
        ImmutableArray<CellKey> missing = field.Required ? [.. cells.Where(cell => values[cell] is null)] : [];
        if (!missing.IsEmpty) findings.Add(Missing(field.Label, missing, cells.Length));
        foreach (var cell in cells)
        {
            var place = CellPlace.Of(field, cell);
            switch (values[cell])
            {
                case CellValue.Words words when field is TextField text:
                    TooShort(text, place, words, cell, findings);
                    break;
                case CellValue.Rows rows when field is TableField table && !rows.Items.IsDefault:
                    Rows(table, place, rows, cell, unit, findings);
                    break;
            }
        }
    }

    private static void Rows(TableField table, CellPlace place, CellValue.Rows rows, CellKey cell, SubmittingUnit unit, ImmutableArray<Finding>.Builder findings)
    {
        for (var i = 0; i < rows.Items.Length; i++)
        {
            foreach (var column in table.Columns)
            {
                if (!FormCells.IsAsked(column, unit.Type)) continue;
                var at = place.Row(i + 1, column);
                var value = rows.Items[i].GetValueOrDefault(column.Id);
                if (value is null && column.Required) findings.Add(Missing(at.Label, [cell], 1));
                if (value is CellValue.Words words && column is TextField text) TooShort(text, at, words, cell, findings);
            }
        }
    }

    private static Finding Missing(Text label, ImmutableArray<CellKey> cells, int of) => new("value.missing", Severity.Error, of == 1
        ? new Text($"{label.Vi}: chưa báo cáo; hãy nhập giá trị, kể cả 0.", $"{label.En}: not reported; enter a value, 0 included.")
        : new Text($"{label.Vi}: còn {cells.Length} trên {of} ô chưa báo cáo; hãy nhập giá trị, kể cả 0.", $"{label.En}: {cells.Length} of {of} cells are not reported; enter values, 0 included."), cells);

    private static void TooShort(TextField field, CellPlace place, CellValue.Words words, CellKey cell, ImmutableArray<Finding>.Builder findings)
    {
        var length = words.Value.AsSpan().Trim().Length;
        // A blank text is a problem of its own already.
        if (length == 0 || length >= field.MinLength) return;
        findings.Add(new Finding("value.tooShort", Severity.Error, new Text(
            $"{place.Label.Vi}: mới có {length} ký tự, cần ít nhất {field.MinLength}; hãy viết rõ hơn.",
            $"{place.Label.En}: has {length} characters, needs at least {field.MinLength}; say more."), [cell]));
    }
}
