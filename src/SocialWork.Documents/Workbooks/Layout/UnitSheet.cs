using System.Collections.Immutable;
using System.Globalization;
using SocialWork.Abstractions;
using SocialWork.Core.Forms;
using SocialWork.Core.Rules;
using SocialWork.Documents.Words;
using SocialWork.Documents.Xlsx;

namespace SocialWork.Documents.Workbooks.Layout;

/// <summary>One unit's form, laid out like the paper form. Not for concurrent use.</summary>
internal sealed class UnitSheet
{
    private const string Advice =
        "Chỉ nhập vào các ô nền vàng. Số: gõ liền các chữ số (ví dụ 1250), kể cả số 0. Ngày: ngày/tháng/năm. "
        + "Ô không có số liệu: để trống rồi chọn ở cột “Lý do để trống” của dòng, hoặc ghi ngay vào ô “không phát sinh”, “không áp dụng” hay “không cung cấp” nếu biểu cho phép. "
        + "Để trống mà không nêu lý do nghĩa là chưa báo cáo. Không xóa các dòng, cột ẩn.";

    private readonly FormWorkbook _book;
    private readonly WorkbookSheet.OfUnit _content;
    private readonly FieldInputs _inputs;
    private readonly ImmutableArray<Block> _blocks;
    private readonly UnitColumns _columns;
    private readonly SheetBuilder _sheet;
    private int _ordinal;

    private UnitSheet(FormWorkbook book, WorkbookSheet.OfUnit content, FieldInputs inputs)
    {
        (_book, _content, _inputs) = (book, content, inputs);
        _blocks = [.. Block.Of(content.Form.Definition, Asked)];
        _columns = UnitColumns.For(_blocks, content.Answers.Previous is not null);
        _sheet = new SheetBuilder(_columns.Widths);
    }

    private SubmittingUnit Asked => _content.Answers.Asked;

    /// <summary>Lays the form out.</summary>
    public static XlsxSheet Make(FormWorkbook book, WorkbookSheet.OfUnit content, int number, string name, FieldInputs inputs) =>
        new UnitSheet(book, content, inputs).Make(number, name);

    private XlsxSheet Make(int number, string name)
    {
        Heading.Write(_sheet, _book, _content, number, Advice, UnitColumns.Value, _content.Answers.DataAsOf);
        FormSection? section = null;
        foreach (var block in _blocks)
        {
            if (block.Section != section)
            {
                _sheet.NextRow(6);
                _sheet.WideRow(block.Section.Title.Vi, Look.Section, 16);
            }

            section = block.Section;
            Write(block);
        }

        return _sheet.Build(name) with
        {
            FrozenRows = Heading.StandingRows,
            FrozenColumns = UnitColumns.Label,
            RepeatedRows = (1, Heading.StandingRows),
            Foot = Heading.Foot(_book, _content),
        };
    }

    private void Write(Block block)
    {
        switch (block)
        {
            case Block.Plain plain:
                WritePlain(plain);
                break;
            case Block.Grid grid:
                WriteGrid(grid);
                break;
            case Block.Cross cross:
                WriteCross(cross);
                break;
            case Block.Table table:
                WriteTable(table.Field);
                break;
        }
    }

    private void WritePlain(Block.Plain block)
    {
        var kinds = UnitColumns.Reasons(block).Any(reasons => !reasons.IsEmpty);
        WriteKeys([(UnitColumns.Value, WorkbookMarks.Value)], kinds);
        _sheet.NextRow();
        Headers("Nội dung", [(UnitColumns.Value, "Số liệu")], kinds, merged: true);
        foreach (var field in block.Fields)
        {
            var cell = new CellKey(field.Id);
            var value = ValueOf(cell);
            var wide = UnitColumns.IsWide(field);
            var inReason = value is CellValue.Empty;
            var shown = inReason ? null : value;
            _sheet.NextRow(wide ? Tall(field, shown) : null);
            Row(cell.ToString(), (++_ordinal).ToString(CultureInfo.InvariantCulture), field.Label.Vi, field.Unit?.Vi, Look.Label);
            _sheet.Input(FieldInputs.Cell(UnitColumns.Value, field, shown), _inputs.RuleOf(field));
            if (wide)
            {
                _sheet.Blank(UnitColumns.Value + 1, _columns.LastValue, Look.TextInput);
                _sheet.Merge(UnitColumns.Value, _columns.LastValue);
            }

            Tail(field.Empties, inReason ? value : null, [cell]);
            if (_columns.Hint > 0) _sheet.Words(_columns.Hint, UnitColumns.HintOf(field), Look.Hint);
        }
    }

    private void WriteGrid(Block.Grid block)
    {
        var dimension = block.Fields[0].By[0];
        var kinds = UnitColumns.Common(block.Fields);
        var single = block.Fields.Length == 1;
        BlockHeading(single ? Named(block.Fields[0]) : "Theo " + LowerFirst(dimension.Label.Vi), block.Fields);
        WriteKeys(block.Fields.Select((field, index) => (UnitColumns.Value + index, field.Id)), !kinds.IsEmpty);
        _sheet.NextRow();
        Headers(dimension.Label.Vi, block.Fields.Select((field, index) => (UnitColumns.Value + index, single ? "Số liệu" : Named(field))), !kinds.IsEmpty, merged: false);
        var first = _sheet.Row + 1;
        foreach (var (index, option) in block.Options.Index())
        {
            ImmutableArray<CellKey> cells = [.. block.Fields.Select(field => new CellKey(field.Id, option))];
            var reason = Shared(cells, kinds);
            _sheet.NextRow();
            Row($"[{option}]", (index + 1).ToString(CultureInfo.InvariantCulture), LabelOf(dimension, option), single ? block.Fields[0].Unit?.Vi : null, Look.Label);
            foreach (var (field, cell) in block.Fields.Zip(cells))
                _sheet.Input(FieldInputs.Cell(UnitColumns.Value + block.Fields.IndexOf(field), field, reason is null ? ValueOf(cell) : null), _inputs.RuleOf(field));
            Tail(kinds, reason, cells);
        }

        if (!block.Fields.Any(UnitColumns.IsSummed) || block.Options.Length < 2) return;
        TotalRow();
        foreach (var (index, field) in block.Fields.Index())
        {
            var column = UnitColumns.Value + index;
            if (UnitColumns.IsSummed(field)) _sheet.Put(XlsxSum.Of(column, first, column, first + block.Options.Length - 1, column, block.Options.Select(option => ValueOf(new CellKey(field.Id, option)))));
            else _sheet.Blank(column, column, Look.TotalLabel);
        }
    }

    private void WriteCross(Block.Cross block)
    {
        var field = block.Field;
        var summed = UnitColumns.IsSummed(field);
        var total = UnitColumns.Value + block.Columns.Length;
        BlockHeading(Named(field), [field]);
        var columns = block.Columns.Select((option, index) => (Column: UnitColumns.Value + index, Option: option)).ToArray();
        WriteKeys(columns, !field.Empties.IsEmpty);
        _sheet.NextRow();
        var headers = columns.Select(column => (column.Column, LabelOf(field.By[1], column.Option)));
        Headers(field.By[0].Label.Vi, summed ? headers.Append((total, "Cộng")) : headers, !field.Empties.IsEmpty, merged: false);
        var first = _sheet.Row + 1;
        foreach (var (index, option) in block.Rows.Index())
        {
            ImmutableArray<CellKey> cells = [.. block.Columns.Select(other => new CellKey(field.Id, option, other))];
            var reason = Shared(cells, field.Empties);
            _sheet.NextRow();
            Row($"{field.Id}[{option}]", (index + 1).ToString(CultureInfo.InvariantCulture), LabelOf(field.By[0], option), null, Look.Label);
            foreach (var ((column, _), cell) in columns.Zip(cells))
                _sheet.Input(FieldInputs.Cell(column, field, reason is null ? ValueOf(cell) : null), _inputs.RuleOf(field));
            if (summed) _sheet.Put(XlsxSum.Of(total, _sheet.Row, UnitColumns.Value, _sheet.Row, total - 1, cells.Select(ValueOf)));
            Tail(field.Empties, reason, cells);
        }

        if (!summed) return;
        TotalRow();
        var last = first + block.Rows.Length - 1;
        foreach (var (column, option) in columns)
            _sheet.Put(XlsxSum.Of(column, first, column, last, column, block.Rows.Select(row => ValueOf(new CellKey(field.Id, row, option)))));
        _sheet.Put(XlsxSum.Of(total, first, UnitColumns.Value, last, total - 1, FormCells.Of(field, Asked).Select(ValueOf)));
    }

    private void WriteTable(TableField table)
    {
        var cell = new CellKey(table.Id);
        var stored = ValueOf(cell);
        BlockHeading(Named(table), [table, .. table.Columns]);
        if (!table.Empties.IsEmpty)
        {
            _sheet.Keys([(UnitColumns.Value, WorkbookMarks.Value)]);
            _sheet.NextRow();
            Row(table.Id, string.Empty, "Nếu bảng không có dòng nào, chọn lý do", null, Look.Label);
            _sheet.Input(new XlsxCell(UnitColumns.Value, Look.ChoiceInput) { Words = stored is CellValue.Empty empty ? EmptyWords.Of(empty.Kind).Vi : null }, _inputs.RuleOf(table.Empties));
        }

        var columns = table.Columns.Select((column, index) => (Column: index == 0 ? UnitColumns.Label : UnitColumns.Value + index - 1, Field: column)).ToArray();
        _sheet.Keys(columns.Select(column => (column.Column, column.Field.Id)));
        _sheet.NextRow();
        _sheet.Words(UnitColumns.Ordinal, "STT", Look.Header);
        foreach (var (column, field) in columns) TableCell(column, new XlsxCell(column, Look.Header) { Words = Named(field) });
        var rows = stored is CellValue.Rows filled ? filled.Items : [];
        var offered = Math.Min(Math.Min(table.MaxRows, FormLimits.MaxTableRows), rows.Length + WorkbookLimits.SpareTableRows);
        for (var row = 0; row < offered; row++)
        {
            _sheet.NextRow();
            _sheet.Words(SheetBuilder.KeyColumn, string.Create(CultureInfo.InvariantCulture, $"{table.Id}{WorkbookMarks.TableRow}{row + 1}"), Look.Key);
            _sheet.Words(UnitColumns.Ordinal, (row + 1).ToString(CultureInfo.InvariantCulture), Look.Centred);
            foreach (var (column, field) in columns)
                TableCell(column, FieldInputs.Cell(column, field, row < rows.Length ? rows[row].GetValueOrDefault(field.Id) : null), _inputs.RuleOf(field));
        }
    }

    // A table's first column takes the place of the labels and of their units.
    private void TableCell(int column, XlsxCell cell, InputRule? rule = null)
    {
        if (rule is null) _sheet.Put(cell);
        else _sheet.Input(cell, rule);
        if (column != UnitColumns.Label) return;
        _sheet.Blank(UnitColumns.Unit, UnitColumns.Unit, cell.Look);
        _sheet.Merge(UnitColumns.Label, UnitColumns.Unit);
    }

    private void BlockHeading(string words, ImmutableArray<FormField> fields)
    {
        _sheet.NextRow(6);
        _sheet.WideRow($"{(++_ordinal).ToString(CultureInfo.InvariantCulture)}. {words}", Look.Block);
        foreach (var field in fields.Where(field => UnitColumns.HintOf(field).Length > 0))
            _sheet.WideRow(fields.Length == 1 ? UnitColumns.HintOf(field) : $"{field.Label.Vi}: {UnitColumns.HintOf(field)}", Look.Hint, 13);
    }

    private void WriteKeys(IEnumerable<(int Column, string Key)> columns, bool reasons) =>
        _sheet.Keys(reasons ? columns.Append((_columns.Reason, WorkbookMarks.Empty)) : columns);

    private void Headers(string rows, IEnumerable<(int Column, string Words)> columns, bool reasons, bool merged)
    {
        _sheet.Words(UnitColumns.Ordinal, "STT", Look.Header);
        _sheet.Words(UnitColumns.Label, rows, Look.Header);
        _sheet.Words(UnitColumns.Unit, "Đơn vị tính", Look.Header);
        foreach (var (column, words) in columns)
        {
            if (merged) _sheet.Wide(column, _columns.LastValue, words, Look.Header);
            else _sheet.Words(column, words, Look.Header);
        }

        if (reasons) _sheet.Words(_columns.Reason, "Lý do để trống", Look.Header);
        if (_columns.Previous > 0) _sheet.Words(_columns.Previous, "Năm trước", Look.Header);
        if (merged && _columns.Hint > 0) _sheet.Words(_columns.Hint, "Cách ghi", Look.Header);
    }

    private void Row(string key, string ordinal, string label, string? unit, Look look)
    {
        _sheet.Words(SheetBuilder.KeyColumn, key, Look.Key);
        _sheet.Words(UnitColumns.Ordinal, ordinal, Look.Centred);
        _sheet.Words(UnitColumns.Label, label, look);
        _sheet.Words(UnitColumns.Unit, unit ?? string.Empty, Look.Centred);
    }

    private void TotalRow()
    {
        _sheet.NextRow();
        _sheet.Blank(UnitColumns.Ordinal, UnitColumns.Ordinal, Look.TotalLabel);
        _sheet.Words(UnitColumns.Label, "Cộng các dòng", Look.TotalLabel);
        _sheet.Blank(UnitColumns.Unit, UnitColumns.Unit, Look.TotalLabel);
    }

    private void Tail(ImmutableArray<EmptyKind> kinds, CellValue? reason, ImmutableArray<CellKey> cells)
    {
        if (!kinds.IsEmpty)
        {
            var words = reason is CellValue.Empty empty ? EmptyWords.Of(empty.Kind).Vi : null;
            _sheet.Input(new XlsxCell(_columns.Reason, Look.ChoiceInput) { Words = words }, _inputs.RuleOf(kinds));
        }

        if (_columns.Previous > 0) _sheet.Put(PreviousOf(cells));
    }

    private XlsxCell PreviousOf(ImmutableArray<CellKey> cells)
    {
        var cell = new XlsxCell(_columns.Previous, Look.Previous);
        if (cells is [var only] && _content.Answers.Previous![only] is CellValue.Number number) return cell with { Number = number.Value };
        var shown = cells.Select(key => Shown(key.Field, _content.Answers.Previous![key])).ToArray();
        return Array.TrueForAll(shown, words => words == "–") ? cell : cell with { Words = string.Join(" · ", shown) };
    }

    private string Shown(string field, CellValue? value) => value switch
    {
        null or CellValue.Rows => "–",
        CellValue.Number number => When.Number(number.Value),
        CellValue.Date date => When.Date(date.Value),
        _ when _content.Form.Compiled.TryField(field, out var known) => FieldInputs.Cell(1, known, value).Words ?? "–",
        _ => "–",
    };

    // One kind of empty in all cells of a row stands once, beside the row.
    private CellValue.Empty? Shared(ImmutableArray<CellKey> cells, ImmutableArray<EmptyKind> kinds)
    {
        var values = cells.Select(ValueOf).Distinct().ToArray();
        return values is [CellValue.Empty empty] && kinds.Contains(empty.Kind) ? empty : null;
    }

    private CellValue? ValueOf(CellKey cell) => _content.Answers.Shown(_content.Form.Compiled, cell);

    private double Tall(FormField field, CellValue? value)
    {
        var words = FieldInputs.Cell(UnitColumns.Value, field, value).Words ?? string.Empty;
        var label = _sheet.HeightOf(field.Label.Vi, UnitColumns.Label, UnitColumns.Label);
        var hint = _columns.Hint > 0 ? _sheet.HeightOf(UnitColumns.HintOf(field), _columns.Hint, _columns.Hint, 13) : 0;
        var room = field is TextField { MaxLength: > 200 } ? 48 : 18;
        return Math.Max(Math.Max(room, label), Math.Max(hint, _sheet.HeightOf(words, UnitColumns.Value, _columns.LastValue)));
    }

    private string LabelOf(Dimension dimension, string option) => dimension.Source == OptionSource.PlanTasksOfUnit
        ? _book.Plan.Tasks.FirstOrDefault(task => task.Id.Value == option) is { } task ? $"{option} – {task.Title.Vi}" : option
        : dimension.Options.FirstOrDefault(known => known.Code == option)?.Label.Vi ?? option;

    private static string Named(FormField field) => field.Unit is { } unit ? $"{field.Label.Vi} ({unit.Vi})" : field.Label.Vi;

    private static string LowerFirst(string words) =>
        words.Length > 1 && char.IsLower(words[1]) ? char.ToLower(words[0], CultureInfo.InvariantCulture) + words[1..] : words;
}
