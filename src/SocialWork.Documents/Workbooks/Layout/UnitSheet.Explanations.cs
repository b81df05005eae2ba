using SocialWork.Documents.Xlsx;

namespace SocialWork.Documents.Workbooks.Layout;

/// <summary>The place for explanations of warnings, beneath the form.</summary>
internal sealed partial class UnitSheet
{
    private const string ExplanationAdvice = "Số liệu bị cảnh báo mà vẫn đúng: ghi lời giải trình ở phần “Giải trình cảnh báo” cuối trang.";

    // Room for two lines: programs fit no row to cells that are merged.
    private const double ExplanationHeight = 33;

    private void WriteExplanations()
    {
        if (_warnings.IsEmpty) return;
        _sheet.NextRow(Gap);
        _sheet.WideRow("Giải trình cảnh báo", Look.Section);
        _sheet.WideRow($"Chỉ ghi ở dòng của cảnh báo mà hệ thống nêu khi xem trước hoặc khi trình biểu; mỗi lời {FieldInputs.ExplanationLength}. Không có cảnh báo thì để trống.", Look.Hint);
        _sheet.Keys([(UnitColumns.Value, WorkbookMarks.Value)]);
        _sheet.NextRow();
        _sheet.Words(UnitColumns.Ordinal, "Mã", Look.Header);
        _sheet.Wide(UnitColumns.Label, UnitColumns.Unit, "Nội dung cảnh báo", Look.Header);
        _sheet.Wide(UnitColumns.Value, _sheet.HeadColumn, "Giải trình", Look.Header);
        var rule = FieldInputs.ExplanationRule($"Chỉ ghi khi có cảnh báo này; {FieldInputs.ExplanationLength}.");
        foreach (var warning in _warnings)
        {
            _sheet.NextRow(ExplanationHeight);
            _sheet.Words(SheetBuilder.KeyColumn, WorkbookMarks.Explanation + warning.Id, Look.Key);
            _sheet.Words(UnitColumns.Ordinal, warning.Id, Look.Centred);
            _sheet.Wide(UnitColumns.Label, UnitColumns.Unit, warning.Message.Vi, Look.Label);
            _sheet.Input(new XlsxCell(UnitColumns.Value, Look.TextInput) { Words = _content.Answers.Explanations.GetValueOrDefault(warning.Id) }, rule, _sheet.HeadColumn);
        }
    }
}
