using System.Collections.Immutable;
using System.Globalization;
using SocialWork.Abstractions;
using SocialWork.Core.Forms;
using SocialWork.Core.Rules;
using SocialWork.Core.Submissions;
using SocialWork.Documents.Words;
using SocialWork.Documents.Xlsx;

namespace SocialWork.Documents.Workbooks.Layout;

/// <summary>One unit's form, laid out like the paper form. Not for concurrent use.</summary>
internal sealed partial class UnitSheet
{
    private const string Advice =
        "Chỉ nhập vào các ô nền vàng. Số: gõ liền các chữ số (ví dụ 1250), kể cả số 0. Ngày: ngày/tháng/năm. "
        + "Ô không có số liệu: để trống rồi chọn ở cột “Lý do để trống” của dòng, hoặc ghi ngay vào ô “không phát sinh”, “không áp dụng” hay “không cung cấp” nếu biểu cho phép. "
        + "Để trống mà không nêu lý do nghĩa là chưa báo cáo. Không xóa các dòng, cột ẩn.";

    private readonly FormWorkbook _book;
    private readonly WorkbookSheet.OfUnit _content;
    private readonly FieldInputs _inputs;
    private readonly ImmutableArray<FormBlock> _blocks;
    private readonly ImmutableArray<PossibleWarning> _warnings;
    private readonly UnitColumns _columns;
    private readonly SheetBuilder _sheet;
    private int _ordinal;

    private UnitSheet(FormWorkbook book, WorkbookSheet.OfUnit content, FieldInputs inputs)
    {
        (_book, _content, _inputs) = (book, content, inputs);
        _blocks = [.. FormBlock.Of(content.Form.Definition, Asked)];
        _warnings = content.Warnings(book.Plan);
        _columns = UnitColumns.For(_blocks, content.Answers.Previous is not null, !_warnings.IsEmpty);
        _sheet = new SheetBuilder(_columns.Widths);
    }

    private SubmittingUnit Asked => _content.Answers.Asked;

    /// <summary>Lays the form out.</summary>
    public static XlsxSheet Make(FormWorkbook book, WorkbookSheet.OfUnit content, int number, string name, FieldInputs inputs) =>
        new UnitSheet(book, content, inputs).Make(number, name);

    private XlsxSheet Make(int number, string name)
    {
        Heading.Write(_sheet, _book, _content, number);
        _sheet.WideRow(Heading.Advice(_content, _warnings.IsEmpty ? Advice : $"{Advice} {ExplanationAdvice}"), Look.Advice);
        _sheet.Keys([(UnitColumns.Value, WorkbookMarks.Value)]);
        _sheet.NextRow(20);
        Heading.Date(_sheet, UnitColumns.Value, _content.Answers.DataAsOf);
        foreach (var section in _blocks.GroupBy(block => block.Section))
        {
            _sheet.NextRow(Gap);
            _sheet.WideRow(section.Key.Title.Vi, Look.Section);
            foreach (var (index, block) in section.Index())
            {
                if (index > 0) _sheet.NextRow(Gap);
                Write(block);
            }
        }

        WriteExplanations();
        return _sheet.Build(name) with
        {
            FrozenRows = Heading.StandingRows,
            FrozenColumns = UnitColumns.Label,
            RepeatedRows = (1, Heading.StandingRows),
            Foot = Heading.Foot(_book, _content),
        };
    }

    private void BlockHeading(string words, ImmutableArray<FormField> fields)
    {
        _sheet.WideRow($"{NextOrdinal()}. {words}", Look.Block);
        foreach (var field in fields.Where(field => UnitColumns.HintOf(field).Length > 0))
            _sheet.WideRow(fields.Length == 1 ? UnitColumns.HintOf(field) : $"{field.Label.Vi}: {UnitColumns.HintOf(field)}", Look.Hint);
    }

    // The label takes the place of the unit of measure where its rows have none in common.
    private void Label(string ordinal, string label, string? unit, Look look, Look ordinalLook)
    {
        _sheet.Words(UnitColumns.Ordinal, ordinal, ordinalLook);
        if (unit is null)
        {
            _sheet.Wide(UnitColumns.Label, UnitColumns.Unit, label, look);
            return;
        }

        _sheet.Words(UnitColumns.Label, label, look);
        _sheet.Words(UnitColumns.Unit, unit, look == Look.Label ? Look.Centred : look);
    }

    private void HeaderLabel(string label, string? unit) => Label("STT", label, unit is null ? null : "Đơn vị tính", Look.Header, Look.Header);

    private void RowLabel(string key, string ordinal, string label, string? unit)
    {
        _sheet.Words(SheetBuilder.KeyColumn, key, Look.Key);
        Label(ordinal, label, unit, Look.Label, Look.Centred);
    }

    private void TotalLabel(string? unit)
    {
        _sheet.NextRow();
        Label(string.Empty, "Cộng các dòng", unit is null ? null : string.Empty, Look.TotalLabel, Look.TotalLabel);
    }

    private void HeaderTail(int column, bool reasons)
    {
        if (reasons) _sheet.Words(column, "Lý do để trống", Look.Header);
        if (_columns.HasPrevious) _sheet.Words(_columns.Previous(column), "Năm trước", Look.Header);
    }

    // Why the row's blank cells are blank, and what stood there last year.
    private void RowTail(int column, ImmutableArray<EmptyKind> kinds, CellValue? reason, ImmutableArray<CellKey> cells)
    {
        if (!kinds.IsEmpty)
            _sheet.Input(new XlsxCell(column, Look.ChoiceInput) { Words = reason is CellValue.Empty empty ? EmptyWords.Of(empty.Kind).Vi : null }, _inputs.RuleOf(kinds));
        if (_columns.HasPrevious) _sheet.Put(PreviousOf(_columns.Previous(column), cells));
    }

    private XlsxCell PreviousOf(int column, ImmutableArray<CellKey> cells)
    {
        var cell = new XlsxCell(column, Look.Previous);
        if (cells is [var only] && _content.Answers.Previous![only] is CellValue.Number number) return cell with { Number = number.Value };
        var shown = cells.Select(key => Shown(key.Field, _content.Answers.Previous![key])).ToArray();
        return Array.TrueForAll(shown, words => words == NotReported) ? cell : cell with { Words = string.Join(" · ", shown) };
    }

    private string Shown(string field, CellValue? value) => value switch
    {
        null or CellValue.Rows => NotReported,
        CellValue.Number number => When.Number(number.Value),
        CellValue.Date date => When.Date(date.Value),
        _ when _content.Form.Compiled.TryField(field, out var known) => FieldInputs.Cell(1, known, value).Words ?? NotReported,
        _ => NotReported,
    };

    private CellValue? ValueOf(CellKey cell) => _content.Answers.Shown(_content.Form.Compiled, cell);

    // One kind of empty in all cells of a row stands once, beside the row.
    private CellValue.Empty? Shared(ImmutableArray<CellKey> cells, ImmutableArray<EmptyKind> kinds)
    {
        var values = cells.Select(ValueOf).Distinct().ToArray();
        return values is [CellValue.Empty empty] && kinds.Contains(empty.Kind) ? empty : null;
    }

    private string LabelOf(Dimension dimension, string option) => dimension.Source == OptionSource.PlanTasksOfUnit
        ? _book.Plan.Tasks.FirstOrDefault(task => task.Id.Value == option) is { } task ? $"{option} – {task.Title.Vi}" : option
        : dimension.Options.FirstOrDefault(known => known.Code == option)?.Label.Vi ?? option;

    private string NextOrdinal() => Ordinal(_ordinal++);

    private static string Ordinal(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);

    private const double Gap = 6;
    private const string NotReported = "–";
}
