using System.Collections.Immutable;
using System.Globalization;
using SocialWork.Abstractions;
using SocialWork.Core.Forms;
using SocialWork.Core.Rules;
using SocialWork.Core.Submissions;
using SocialWork.Documents.Xlsx;

namespace SocialWork.Documents.Workbooks.Layout;

/// <summary>A form of many facilities: a row each, a column per cell. Not for concurrent use.</summary>
internal sealed class FacilitySheet
{
    private const int Ordinal = 2;
    private const int Code = 3;
    private const int Name = 4;
    private const int Value = 5;

    // Wide enough for a field's label in few lines.
    private const double LeastWidth = 16;

    private const string Advice =
        "Mỗi dòng một cơ sở; chỉ nhập ô nền vàng, ô xám không phải trả lời. Số gõ liền các chữ số, kể cả số 0. Không có số liệu: ghi “không phát sinh”, “không áp dụng” "
        + "hay “không cung cấp” nếu biểu cho phép; để trống là chưa báo cáo. Không xóa dòng, cột ẩn.";

    private const string ExplanationAdvice = " Số liệu bị cảnh báo mà vẫn đúng: ghi lời giải trình ở cột cuối “Giải trình”, chung cho mọi cảnh báo của cơ sở ở dòng ấy.";

    private const double ExplanationWidth = 45;

    private const double PreviousWidth = LeastWidth;

    private static readonly InputRule ExplanationRule = FieldInputs.ExplanationRule($"Chung cho mọi cảnh báo của cơ sở ở dòng này; {FieldInputs.ExplanationLength}.");

    private readonly FormWorkbook _book;
    private readonly WorkbookSheet.OfFacilities _content;
    private readonly ImmutableArray<(FormField Field, InputRule Rule, ImmutableArray<CellKey> Cells)> _fields;
    private readonly ImmutableArray<EmptyKind> _reasons;
    private readonly FieldInputs _inputs;
    private readonly SheetBuilder _sheet;
    private readonly int _reason;
    private readonly int? _explanation;
    private readonly ImmutableArray<(FormField Field, ImmutableArray<CellKey> Cells)> _previous;
    private readonly int _firstPrevious;

    private FacilitySheet(FormWorkbook book, WorkbookSheet.OfFacilities content, FieldInputs inputs)
    {
        (_book, _content, _inputs) = (book, content, inputs);
        _fields = [.. FieldsOf(content).Select(field => (field, inputs.RuleOf(field), CellsOf(content, field)))];
        _reasons = UnitColumns.Common([.. _fields.Select(field => field.Field)]);
        _reason = Value + _fields.Sum(field => field.Cells.Length);
        double[] reason = _reasons.IsEmpty ? [] : [16];
        double[] explanation = content.Warnings(book.Plan).IsEmpty ? [] : [ExplanationWidth];
        _explanation = explanation.Length == 0 ? null : _reason + reason.Length;
        // Behind everything that is filled in: to be looked at, not in the way.
        _previous = content.Facilities.Any(facility => facility.Previous is not null)
            ? [.. _fields.Where(field => field.Field is IntField or MoneyField).Select(field => (field.Field, field.Cells))]
            : [];
        _firstPrevious = _reason + reason.Length + explanation.Length;
        var previous = Enumerable.Repeat(PreviousWidth, _previous.Sum(field => field.Cells.Length));
        _sheet = new SheetBuilder([0, 5, 14, 34, .. _fields.SelectMany(field => field.Cells.Select(_ => Math.Max(LeastWidth, UnitColumns.WidthOf(field.Field)))), .. reason, .. explanation, .. previous]);
    }

    /// <summary>Lays the form out.</summary>
    public static XlsxSheet Make(FormWorkbook book, WorkbookSheet.OfFacilities content, int number, string name, FieldInputs inputs) =>
        new FacilitySheet(book, content, inputs).Make(number, name);

    /// <summary>How many cells such a sheet has.</summary>
    public static long SizeOf(WorkbookSheet.OfFacilities content) =>
        content.Facilities.Length * (long)FieldsOf(content).Sum(field => CellsOf(content, field).Length);

    private XlsxSheet Make(int number, string name)
    {
        var dates = _content.Facilities.Select(facility => facility.DataAsOf).Where(date => date is not null).Distinct().ToArray();
        Heading.Write(_sheet, _book, _content, number);
        _sheet.Keys([(Value, WorkbookMarks.Value)]);
        // The date and the advice share a row: all of the head stays in view, and rows of facilities need the room.
        _sheet.NextRow();
        Heading.Date(_sheet, Value, dates.Length == 1 ? dates[0] : null);
        if (_sheet.HeadColumn > Value) _sheet.Wide(Value + 1, _sheet.HeadColumn, Heading.Advice(_content, _explanation is null ? Advice : Advice + ExplanationAdvice), Look.Advice);
        WriteKeys();
        var firstHeader = _sheet.Row + 1;
        WriteHeaders();
        var lastHeader = _sheet.Row;
        foreach (var (index, facility) in _content.Facilities.Index()) WriteRow(index + 1, facility);
        WriteTotals(lastHeader + 1);
        return _sheet.Build(name) with
        {
            FrozenRows = lastHeader,
            FrozenColumns = Name,
            RepeatedRows = (firstHeader, lastHeader),
            Foot = Heading.Foot(_book, _content),
        };
    }

    private void WriteKeys()
    {
        var keys = _fields.SelectMany(field => field.Cells).Select((cell, index) => (Value + index, cell.ToString()));
        if (!_reasons.IsEmpty) keys = keys.Append((_reason, WorkbookMarks.Empty));
        _sheet.Keys(_explanation is { } explanation ? keys.Append((explanation, WorkbookMarks.Explanation)) : keys);
    }

    // The field above, its options beneath.
    private void WriteHeaders()
    {
        _sheet.NextRow();
        _sheet.Words(Ordinal, "STT", Look.Header);
        _sheet.Words(Code, "Mã cơ sở", Look.Header);
        _sheet.Words(Name, "Tên cơ sở", Look.Header);
        var column = Value;
        foreach (var (field, _, cells) in _fields)
        {
            _sheet.Wide(column, column + cells.Length - 1, field.Unit is { } unit ? $"{field.Label.Vi} ({unit.Vi})" : field.Label.Vi, Look.Header);
            column += cells.Length;
        }

        if (!_reasons.IsEmpty) _sheet.Words(_reason, "Lý do để trống", Look.Header);
        if (_explanation is { } words) _sheet.Words(words, "Giải trình", Look.Header);
        column = _firstPrevious;
        foreach (var (field, cells) in _previous)
        {
            _sheet.Wide(column, column + cells.Length - 1, "Năm trước: " + field.Label.Vi, Look.Header);
            column += cells.Length;
        }

        if (_fields.All(field => field.Field.By.IsEmpty)) return;
        _sheet.NextRow();
        _sheet.Blank(Ordinal, Name, Look.Header);
        column = Value;
        foreach (var (field, cell) in _fields.SelectMany(field => field.Cells.Select(cell => (field.Field, cell)))) _sheet.Words(column++, OptionsOf(field, cell), Look.Header);
        if (_firstPrevious > _reason) _sheet.Blank(_reason, _firstPrevious - 1, Look.Header);
        column = _firstPrevious;
        foreach (var (field, cell) in _previous.SelectMany(field => field.Cells.Select(cell => (field.Field, cell)))) _sheet.Words(column++, OptionsOf(field, cell), Look.Header);
    }

    private void WriteRow(int ordinal, UnitAnswers facility)
    {
        var answers = _fields.SelectMany(field => field.Cells.Select(cell => (field.Field, field.Rule, Cell: cell, IsAsked: IsAsked(field.Field, cell, facility), Value: ValueOf(cell, facility)))).ToArray();
        var values = answers.Where(answer => answer.IsAsked).Select(answer => answer.Value).Distinct().ToArray();
        var reason = values is [CellValue.Empty only] && _reasons.Contains(only.Kind) ? only : null;
        _sheet.NextRow();
        _sheet.Words(SheetBuilder.KeyColumn, WorkbookMarks.Facility + facility.Unit.Code, Look.Key);
        _sheet.Words(Ordinal, ordinal.ToString(CultureInfo.InvariantCulture), Look.Centred);
        _sheet.Words(Code, facility.Unit.Code, Look.Label);
        _sheet.Words(Name, facility.Unit.Name, Look.Label);
        foreach (var (index, answer) in answers.Index())
        {
            if (answer.IsAsked) _sheet.Input(FieldInputs.Cell(Value + index, answer.Field, reason is null ? answer.Value : null), answer.Rule);
            else _sheet.Blank(Value + index, Value + index, Look.NotAsked);
        }

        if (!_reasons.IsEmpty)
            _sheet.Input(new XlsxCell(_reason, Look.ChoiceInput) { Words = reason is null ? null : EmptyWords.Of(reason.Kind).Vi }, _inputs.RuleOf(_reasons));
        if (_explanation is { } column)
            _sheet.Input(new XlsxCell(column, Look.TextInput) { Words = Explanations.Together(facility.Explanations) is { Length: > 0 } words ? words : null }, ExplanationRule);
        foreach (var (index, cell) in _previous.SelectMany(field => field.Cells).Index()) _sheet.Put(PreviousOf(_firstPrevious + index, facility.Previous?[cell]));
    }

    private static XlsxCell PreviousOf(int column, CellValue? value) => value switch
    {
        CellValue.Number number => new XlsxCell(column, Look.Previous) { Number = number.Value },
        CellValue.Empty empty => new XlsxCell(column, Look.Previous) { Words = EmptyWords.Of(empty.Kind).Vi },
        _ => new XlsxCell(column, Look.Previous),
    };

    private void WriteTotals(int first)
    {
        var last = _sheet.Row;
        _sheet.NextRow();
        _sheet.Wide(Ordinal, Name, "Cộng", Look.TotalLabel);
        foreach (var (index, (field, cell)) in _fields.SelectMany(field => field.Cells.Select(cell => (field.Field, cell))).Index())
        {
            var column = Value + index;
            if (UnitColumns.IsSummed(field)) _sheet.Put(XlsxSum.Of(column, first, column, last, column, _content.Facilities.Select(facility => ValueOf(cell, facility))));
            else _sheet.Blank(column, column, Look.TotalLabel);
        }
    }

    private CellValue? ValueOf(CellKey cell, UnitAnswers facility) => facility.Shown(_content.Form.Compiled, cell);

    private static bool IsAsked(FormField field, CellKey cell, UnitAnswers facility) =>
        FormCells.IsAsked(field, facility.Asked.Type) && (field.By.All(dimension => dimension.Source == OptionSource.Listed) || FormCells.Of(field, facility.Asked).Contains(cell));

    private static IEnumerable<FormField> FieldsOf(WorkbookSheet.OfFacilities content)
    {
        var types = content.Facilities.Select(facility => facility.Asked.Type).Distinct(StringComparer.Ordinal).ToArray();
        return content.Form.Definition.Fields.Where(field => field is not TableField && Array.Exists(types, type => FormCells.IsAsked(field, type)));
    }

    private static ImmutableArray<CellKey> CellsOf(WorkbookSheet.OfFacilities content, FormField field) =>
        field.By.All(dimension => dimension.Source == OptionSource.Listed)
            ? FormCells.Of(field, content.Facilities[0].Asked)
            : [.. content.Facilities.SelectMany(facility => FormCells.Of(field, facility.Asked)).Distinct()];

    private static string OptionsOf(FormField field, CellKey cell) => string.Join(" – ", new[] { cell.Option1, cell.Option2 }.Zip(field.By)
        .Where(pair => pair.First is not null)
        .Select(pair => pair.Second.Options.FirstOrDefault(option => option.Code == pair.First)?.Label.Vi ?? pair.First));
}
