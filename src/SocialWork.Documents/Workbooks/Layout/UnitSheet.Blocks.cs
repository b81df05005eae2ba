using System.Collections.Immutable;
using System.Globalization;
using SocialWork.Abstractions;
using SocialWork.Core.Forms;
using SocialWork.Core.Rules;
using SocialWork.Core.Typing;
using SocialWork.Documents.Xlsx;

namespace SocialWork.Documents.Workbooks.Layout;

/// <summary>The kinds of block.</summary>
internal sealed partial class UnitSheet
{
    private void Write(FormBlock block)
    {
        switch (block)
        {
            case FormBlock.Plain plain:
                WritePlain(plain);
                break;
            case FormBlock.Grid grid:
                WriteGrid(grid);
                break;
            case FormBlock.Cross cross:
                WriteCross(cross);
                break;
            case FormBlock.Table table:
                WriteTable(table.Field);
                break;
        }
    }

    private void WritePlain(FormBlock.Plain block)
    {
        var reasons = block.Fields.Any(field => !field.Empties.IsEmpty);
        var tail = _columns.LastValue + 1;
        Keys([(UnitColumns.Value, WorkbookMarks.Value)], reasons ? tail : null);
        _sheet.NextRow();
        HeaderLabel("Nội dung", string.Empty);
        _sheet.Wide(UnitColumns.Value, _columns.LastValue, "Số liệu", Look.Header);
        HeaderTail(tail, reasons);
        if (block.Fields.Any(field => UnitColumns.HintOf(field).Length > 0)) _sheet.Words(_columns.Hint, "Cách ghi", Look.Header);
        foreach (var field in block.Fields)
        {
            var cell = new CellKey(field.Id);
            var value = ValueOf(cell);
            var reason = value as CellValue.Empty;
            // Long answers need room before anything is typed: programs fit no row to a merged cell.
            _sheet.NextRow(field is TextField { MaxLength: > 200 } ? 33 : 16);
            RowLabel(cell.ToString(), NextOrdinal(), field.Label.Vi, field.Unit?.Vi ?? string.Empty);
            _sheet.Input(FieldInputs.Cell(UnitColumns.Value, field, reason is null ? value : null), _inputs.RuleOf(field), _columns.LastValue);
            RowTail(tail, field.Empties, reason, [cell]);
            if (_columns.Hint > 0) _sheet.Words(_columns.Hint, UnitColumns.HintOf(field), Look.Hint);
        }
    }

    private void WriteGrid(FormBlock.Grid block)
    {
        var dimension = block.Fields[0].By[0];
        var kinds = UnitColumns.Common(block.Fields);
        var unit = _columns.UnitOf(block);
        var columns = block.Fields.Select((field, index) => (Column: UnitColumns.Value + index, Field: field)).ToArray();
        var tail = UnitColumns.Value + columns.Length;
        var single = columns.Length == 1;
        BlockHeading(single ? Named(block.Fields[0]) : "Theo " + Sentences.Inside(dimension.Label.Vi), block.Fields);
        Keys(columns.Select(column => (column.Column, column.Field.Id)), kinds.IsEmpty ? null : tail);
        _sheet.NextRow();
        HeaderLabel(dimension.Label.Vi, unit);
        foreach (var (column, field) in columns) _sheet.Words(column, single ? "Số liệu" : unit is null ? Named(field) : field.Label.Vi, Look.Header);
        HeaderTail(tail, !kinds.IsEmpty);
        var first = _sheet.Row + 1;
        foreach (var (index, option) in block.Options.Index())
        {
            ImmutableArray<CellKey> cells = [.. block.Fields.Select(field => new CellKey(field.Id, option))];
            var reason = Shared(cells, kinds);
            _sheet.NextRow();
            RowLabel($"[{option}]", Ordinal(index), LabelOf(dimension, option), unit);
            foreach (var ((column, field), cell) in columns.Zip(cells)) _sheet.Input(FieldInputs.Cell(column, field, reason is null ? ValueOf(cell) : null), _inputs.RuleOf(field));
            RowTail(tail, kinds, reason, cells);
        }

        if (!block.Fields.Any(UnitColumns.IsSummed) || block.Options.Length < 2) return;
        TotalLabel(unit);
        foreach (var (column, field) in columns)
        {
            if (UnitColumns.IsSummed(field)) _sheet.Put(XlsxSum.Of(column, first, column, first + block.Options.Length - 1, column, block.Options.Select(option => ValueOf(new CellKey(field.Id, option)))));
            else _sheet.Blank(column, column, Look.TotalLabel);
        }
    }

    private void WriteCross(FormBlock.Cross block)
    {
        var field = block.Field;
        var unit = _columns.UnitOf(block);
        var summed = UnitColumns.IsSummed(field);
        var columns = block.Columns.Select((option, index) => (Column: UnitColumns.Value + index, Option: option)).ToArray();
        var total = UnitColumns.Value + columns.Length;
        var tail = summed ? total + 1 : total;
        BlockHeading(Named(field), [field]);
        Keys(columns, field.Empties.IsEmpty ? null : tail);
        _sheet.NextRow();
        HeaderLabel(field.By[0].Label.Vi, unit);
        foreach (var (column, option) in columns) _sheet.Words(column, LabelOf(field.By[1], option), Look.Header);
        if (summed) _sheet.Words(total, "Cộng", Look.Header);
        HeaderTail(tail, !field.Empties.IsEmpty);
        var first = _sheet.Row + 1;
        foreach (var (index, option) in block.Rows.Index())
        {
            ImmutableArray<CellKey> cells = [.. block.Columns.Select(other => new CellKey(field.Id, option, other))];
            var reason = Shared(cells, field.Empties);
            _sheet.NextRow();
            RowLabel($"{field.Id}[{option}]", Ordinal(index), LabelOf(field.By[0], option), unit);
            foreach (var ((column, _), cell) in columns.Zip(cells)) _sheet.Input(FieldInputs.Cell(column, field, reason is null ? ValueOf(cell) : null), _inputs.RuleOf(field));
            if (summed) _sheet.Put(XlsxSum.Of(total, _sheet.Row, UnitColumns.Value, _sheet.Row, total - 1, cells.Select(ValueOf)));
            RowTail(tail, field.Empties, reason, cells);
        }

        if (!summed) return;
        TotalLabel(unit);
        var last = first + block.Rows.Length - 1;
        foreach (var (column, option) in columns) _sheet.Put(XlsxSum.Of(column, first, column, last, column, block.Rows.Select(row => ValueOf(new CellKey(field.Id, row, option)))));
        _sheet.Put(XlsxSum.Of(total, first, UnitColumns.Value, last, total - 1, FormCells.Of(field, Asked).Select(ValueOf)));
    }

    private void WriteTable(TableField table)
    {
        var stored = ValueOf(new CellKey(table.Id));
        BlockHeading(Named(table), [table, .. table.Columns]);
        if (!table.Empties.IsEmpty)
        {
            _sheet.Keys([(UnitColumns.Value, WorkbookMarks.Value)]);
            _sheet.NextRow();
            RowLabel(table.Id, string.Empty, "Nếu bảng không có dòng nào, chọn lý do", null);
            _sheet.Input(new XlsxCell(UnitColumns.Value, Look.ChoiceInput) { Words = stored is CellValue.Empty empty ? EmptyWords.Of(empty.Kind).Vi : null }, _inputs.RuleOf(table.Empties));
        }

        // The first column takes the place of the labels.
        var columns = table.Columns.Select((field, index) => (Column: index == 0 ? UnitColumns.Label : UnitColumns.Value + index - 1, To: index == 0 ? UnitColumns.Unit : UnitColumns.Value + index - 1, Field: field)).ToArray();
        _sheet.Keys(columns.Select(column => (column.Column, column.Field.Id)));
        _sheet.NextRow();
        _sheet.Words(UnitColumns.Ordinal, "STT", Look.Header);
        foreach (var (column, to, field) in columns) _sheet.Wide(column, to, Named(field), Look.Header);
        var rows = stored is CellValue.Rows filled ? filled.Items : [];
        var offered = Math.Min(Math.Min(table.MaxRows, FormLimits.MaxTableRows), rows.Length + WorkbookLimits.SpareTableRows);
        for (var row = 0; row < offered; row++)
        {
            _sheet.NextRow();
            _sheet.Words(SheetBuilder.KeyColumn, string.Create(CultureInfo.InvariantCulture, $"{table.Id}{WorkbookMarks.TableRow}{row + 1}"), Look.Key);
            _sheet.Words(UnitColumns.Ordinal, Ordinal(row), Look.Centred);
            foreach (var (column, to, field) in columns) _sheet.Input(FieldInputs.Cell(column, field, row < rows.Length ? rows[row].GetValueOrDefault(field.Id) : null), _inputs.RuleOf(field), to);
        }
    }

    private void Keys(IEnumerable<(int Column, string Key)> columns, int? reasons) =>
        _sheet.Keys(reasons is { } column ? columns.Append((column, WorkbookMarks.Empty)) : columns);

    private static string Named(FormField field) => field.Unit is { } unit ? $"{field.Label.Vi} ({unit.Vi})" : field.Label.Vi;
}
