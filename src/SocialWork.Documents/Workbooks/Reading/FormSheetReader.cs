using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core;
using SocialWork.Core.Forms;
using SocialWork.Core.Planning;
using SocialWork.Core.Submissions;

namespace SocialWork.Documents.Workbooks.Reading;

/// <summary>
/// Understands one sheet of a form by its marks, wherever its rows and columns were moved. For one sheet, not for concurrent use.
/// </summary>
internal sealed class FormSheetReader
{
    private static readonly DateField DataAsOf = new(string.Empty, "dataAsOf") { Section = string.Empty, Label = new Text("Số liệu tính đến ngày", "Data as of") };

    private readonly RawSheet _sheet;
    private readonly CompiledForm _form;
    private readonly SheetIdentity _identity;
    private readonly bool _countsFrom1904;
    private readonly SheetFindings _findings;
    private readonly Dictionary<string, UnitContentBuilder> _units = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];
    private readonly List<RawRow> _unmarked = [];
    private ImmutableArray<(int Column, string Key)> _columns = [];
    private string? _lastRow;
    private (DateOnly?, CellAddress?) _dataAsOf;

    public FormSheetReader(RawSheet sheet, CompiledForm form, SheetIdentity identity, PlanModel model, bool countsFrom1904, SheetFindings findings)
    {
        (_sheet, _form, _identity, _countsFrom1904, _findings) = (sheet, form, identity, countsFrom1904, findings);
        foreach (var unit in identity.Units)
        {
            if (model.Units.Find(unit.Unit) is { } known) _units[unit.Unit] = new UnitContentBuilder(unit, model.Submitting(known), form, countsFrom1904, findings);
            // A facility that is gone is named where its row stands.
            else if (!identity.IsFacilitySheet) findings.Add(unit.Unit, null, (string?)null, UnitGone(unit.Unit), null);
        }
    }

    /// <summary>Reads the sheet from top to bottom.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    public SheetContent Read(CancellationToken cancellationToken)
    {
        if (!_identity.IsFacilitySheet) _order.AddRange(_units.Keys);
        foreach (var row in _sheet.Rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            // What is longer than a mark is none.
            var mark = row[1]?.Text.Trim() ?? string.Empty;
            Row(row, mark.Length <= UploadLimits.MaxMarkLength ? mark : string.Empty);
        }

        LeaveBlock();
        return new SheetContent(_identity, _sheet.Name, [.. _order.Select(unit => _units[unit].Build(_dataAsOf))]);
    }

    private void Row(RawRow row, string mark)
    {
        if (mark.Length == 0)
        {
            if (_lastRow is not null) _unmarked.Add(row);
        }
        else if (mark == WorkbookMarks.Columns)
        {
            LeaveBlock();
            _columns = [.. row.Cells.Where(cell => cell.Address.Column > 1 && cell.Text.Length <= UploadLimits.MaxMarkLength).Select(cell => (cell.Address.Column, cell.Text.Trim()))];
        }
        else if (mark == WorkbookMarks.DataAsOf) ReadDataAsOf(row);
        else if (!mark.StartsWith(WorkbookMarks.Sheet, StringComparison.Ordinal)) InputRow(row, mark);
    }

    private void InputRow(RawRow row, string mark)
    {
        var table = TableOf(mark);
        // Rows that somebody put between the rows of a table are rows of it; between others they are remarks, or a mistake.
        foreach (var unmarked in _unmarked)
        {
            if (table is not null && _lastRow == table.Id && TakeTableRow(table, unmarked)) _findings.Add(Single, table.Id, First(unmarked), CellRefusals.RowTaken, table.Label, FindingLevel.Notice);
            else WarnUnread(unmarked, numbersOnly: false);
        }

        _unmarked.Clear();
        _lastRow = table?.Id ?? string.Empty;
        if (table is not null) TakeTableRow(table, row);
        else if (mark.StartsWith(WorkbookMarks.Facility, StringComparison.Ordinal)) FacilityRow(row, mark[WorkbookMarks.Facility.Length..]);
        else FieldRow(row, mark);
    }

    private TableField? TableOf(string mark)
    {
        var hash = mark.IndexOf(WorkbookMarks.TableRow, StringComparison.Ordinal);
        return hash > 0 && _form.TryField(mark[..hash], out var field) ? field as TableField : null;
    }

    private void FieldRow(RawRow row, string mark)
    {
        if (Single is not { } unit || !_units.TryGetValue(unit, out var builder)) return;
        if (ExplainedBy(mark) is { } id)
        {
            if (ColumnOf(WorkbookMarks.Value) is { } column) builder.Explain(id, new CellAddress(row.Number, column), row[column]);
            return;
        }

        builder.Row(Inputs(row, key => WorkbookMarks.CellAt(mark, key)), EmptyMark(row));
    }

    private void FacilityRow(RawRow row, string code)
    {
        if (!_units.TryGetValue(code, out var builder))
        {
            _findings.Add(code, null, new CellAddress(row.Number, 1), UnknownUnit(code), null);
            return;
        }

        var inputs = Inputs(row, key => CellKey.TryParse(key, out var cell) ? cell : null);
        if (!_order.Contains(code, StringComparer.Ordinal)) _order.Add(code);
        builder.Row(inputs, EmptyMark(row));
        if (ColumnOf(WorkbookMarks.Explanation) is { } column) builder.Explain(Explanations.Every, new CellAddress(row.Number, column), row[column]);
    }

    private bool TakeTableRow(TableField table, RawRow row)
    {
        if (Single is not { } unit || !_units.TryGetValue(unit, out var builder)) return false;
        var isMarked = row[1] is not null;
        ImmutableArray<(string, CellAddress, RawCell?)> inputs =
            [.. _columns.Where(c => c.Key != WorkbookMarks.Empty).Select(c => (c.Key, new CellAddress(row.Number, c.Column), row[c.Column]))];
        if (!isMarked && inputs.All(input => input.Item3 is null or { IsFormula: true })) return false;
        builder.TableRow(table, inputs, EmptyMark(row));
        return true;
    }

    private ImmutableArray<(CellKey, CellAddress, RawCell?)> Inputs(RawRow row, Func<string, CellKey?> cellOf)
    {
        var inputs = ImmutableArray.CreateBuilder<(CellKey, CellAddress, RawCell?)>();
        foreach (var (column, key) in _columns)
        {
            if (key is WorkbookMarks.Empty or WorkbookMarks.Explanation) continue;
            var content = row[column];
            if (cellOf(key) is { } cell) inputs.Add((cell, new CellAddress(row.Number, column), content));
            else if (content is { IsFormula: false }) _findings.Add(Single, null, content.Address, CellRefusals.NotOfTheForm, null);
        }

        return inputs.ToImmutable();
    }

    // The warning that a row is for; null for a row of the form's own.
    private static string? ExplainedBy(string mark) =>
        mark.StartsWith(WorkbookMarks.Explanation, StringComparison.Ordinal) && mark[WorkbookMarks.Explanation.Length..] is { Length: > 0 } id && id != Explanations.Every ? id : null;

    private int? ColumnOf(string key) => _columns.Where(c => c.Key == key).Select(c => (int?)c.Column).FirstOrDefault();

    private RawCell? EmptyMark(RawRow row) => _columns.Where(c => c.Key == WorkbookMarks.Empty).Select(c => row[c.Column]).FirstOrDefault(cell => cell is not null);

    private void ReadDataAsOf(RawRow row)
    {
        if (ColumnOf(WorkbookMarks.Value) is not { } column) return;
        var at = new CellAddress(row.Number, column);
        _dataAsOf = (null, at);
        if (row[column] is not { } content) return;
        var reading = CellReader.Read(DataAsOf, content, _countsFrom1904);
        if (reading.Problem is { } problem) _findings.Add(Single, null, at, problem, DataAsOf.Label);
        foreach (var notice in reading.Notices) _findings.Add(Single, null, at, notice, DataAsOf.Label, FindingLevel.Notice);
        if (reading.Value?.GetValueKind() == System.Text.Json.JsonValueKind.String) _dataAsOf = (DateOnly.Parse(reading.Value.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture), at);
        else if (reading.Problem is null) _findings.Add(Single, null, at, CellRefusals.NotADate(content.Text), DataAsOf.Label);
    }

    // What stands below the last row of a block is a total or the next heading; only numbers there were meant for the form.
    private void LeaveBlock()
    {
        foreach (var unmarked in _unmarked) WarnUnread(unmarked, numbersOnly: true);
        _unmarked.Clear();
        _lastRow = null;
    }

    private void WarnUnread(RawRow row, bool numbersOnly)
    {
        var stray = row.Cells.FirstOrDefault(cell => !cell.IsFormula && (!numbersOnly || cell.Kind == RawKind.Number) && _columns.Any(c => c.Column == cell.Address.Column));
        if (stray is not null) _findings.Add(Single, null, stray.Address, CellRefusals.Unread, null, FindingLevel.Warning);
    }

    private CellAddress First(RawRow row) => row.Cells.First(cell => _columns.Any(c => c.Column == cell.Address.Column)).Address;

    /// <summary>The unit of a sheet that is one unit's form; null for a sheet of facilities.</summary>
    private string? Single => _identity.IsFacilitySheet || _identity.Units.Length == 0 ? null : _identity.Units[0].Unit;

    private static Refusal UnitGone(string code) => new(RefusalKind.Unprocessable, "workbook.unknownUnit",
        $"trang này là biểu của đơn vị “{code}”, danh mục không có hoặc không còn đơn vị đó; hãy xóa trang này hoặc tải biểu mới.",
        $"this sheet is the form of unit “{code}”, which the register does not have, or no longer; delete the sheet or download the form again.");

    private static Refusal UnknownUnit(string code) => new(RefusalKind.Unprocessable, "workbook.unknownUnit",
        $"dòng của đơn vị “{code}” không thuộc biểu này; hãy tải biểu mới rồi chép số liệu sang.",
        $"the row of unit “{code}” is not of this form; download the form again and copy the figures over.");
}
