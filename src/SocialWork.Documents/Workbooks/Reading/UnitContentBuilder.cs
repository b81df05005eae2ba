using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SocialWork.Abstractions;
using SocialWork.Core;
using SocialWork.Core.Forms;
using SocialWork.Core.Rules;
using SocialWork.Core.Typing;
using SocialWork.Core.Submissions;

namespace SocialWork.Documents.Workbooks.Reading;

/// <summary>Gathers what a sheet says of one unit's form, cell by cell. Not for concurrent use.</summary>
internal sealed class UnitContentBuilder(UnitRevision unit, SubmittingUnit submitting, CompiledForm form, bool countsFrom1904, SheetFindings findings)
{
    private static readonly TextField Explanation = new(string.Empty, "explanation") { Section = string.Empty, Label = new Text("Giải trình", "Explanation") };

    private readonly JsonObject _changes = [];
    private readonly JsonObject _explanations = [];
    private readonly Dictionary<string, ReadCell> _cells = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TableRows> _tables = new(StringComparer.Ordinal);

    /// <summary>Takes the inputs of a row, with the kind of empty that stands for the blank ones.</summary>
    public void Row(ImmutableArray<(CellKey Cell, CellAddress At, RawCell? Content)> inputs, RawCell? emptyMark)
    {
        var kind = KindOf(emptyMark);
        // Words in a cell that say the same as the row's mark are no second value.
        var blank = inputs.Where(input => input.Content is null || (kind is { } k && CellReader.Empty(input.Content) is Result<EmptyKind>.Ok same && same.Value == k)).ToArray();
        if (emptyMark is not null && kind is { } marked && blank.Length == 0)
            findings.Add(unit.Unit, inputs.Length > 0 ? inputs[0].Cell.ToString() : null, emptyMark.Address, CellRefusals.ValueAndEmpty(EmptyWords.Of(marked).Vi), LabelOf(inputs));
        // The mark holds where its kind is taken; where it is taken nowhere the core says so.
        var taking = kind is { } wanted ? blank.Where(input => form.TryField(input.Cell.Field, out var field) && FormCells.IsAsked(field, submitting.Type) && Takes(field, wanted)).Select(input => input.Cell).ToHashSet() : [];
        if (kind is not null && taking.Count == 0 && blank.Length > 0) taking.Add(blank[0].Cell);
        foreach (var (cell, at, content) in inputs)
        {
            if (taking.Contains(cell)) Put(cell, at, null, kind);
            else Put(cell, at, content, null);
        }
    }

    /// <summary>Takes a row of a table.</summary>
    /// <param name="table">The table's field.</param>
    /// <param name="inputs">The columns' ids with what stands under them.</param>
    /// <param name="emptyMark">The row's kind of empty, or null.</param>
    public void TableRow(TableField table, ImmutableArray<(string Column, CellAddress At, RawCell? Content)> inputs, RawCell? emptyMark)
    {
        if (!_tables.TryGetValue(table.Id, out var rows)) _tables.Add(table.Id, rows = new TableRows(table));
        if (inputs.Length > 0) _cells.TryAdd(table.Id, new ReadCell(inputs[0].At.ToString(), null));
        if (inputs.All(input => input.Content is null))
        {
            if (KindOf(emptyMark) is { } kind) rows.Mark = (kind, emptyMark!.Address);
            return;
        }

        var row = new JsonObject();
        rows.Items.Add(row);
        foreach (var (id, at, content) in inputs)
        {
            if (content is null) continue;
            var name = $"{table.Id}/{rows.Items.Count}/{id}";
            var column = table.Columns.FirstOrDefault(c => c.Id == id);
            if (column is null) findings.Add(unit.Unit, name, at, CellRefusals.NotOfTheForm, table.Label);
            else if (Understand(column, name, at, content, In(table, rows.Items.Count, column)) is { Problem: null } reading) row[id] = reading.Value;
            _cells[name] = new ReadCell(at.ToString(), CellReader.Show(content, countsFrom1904));
        }
    }

    /// <summary>Takes the explanation of a warning.</summary>
    /// <param name="id">The warning's id, or <see cref="Explanations.Every"/>.</param>
    /// <param name="at">Where it stands.</param>
    /// <param name="content">What stands there, or null.</param>
    public void Explain(string id, CellAddress at, RawCell? content)
    {
        // One more than may be kept is enough for the core to refuse them.
        if (_explanations.Count > Explanations.MaxCount) return;
        var label = id == Explanations.Every ? Explanation.Label : new Text($"{Explanation.Label.Vi} {id}", $"{Explanation.Label.En} {id}");
        Keep(_explanations, id, Explanations.Place(id), Explanation, label, at, content, null);
    }

    /// <summary>What was gathered.</summary>
    public UnitContent Build((DateOnly? Date, CellAddress? At) dataAsOf)
    {
        foreach (var rows in _tables.Values)
        {
            var whole = _changes[rows.Table.Id];
            if (rows.Items.Count > 0 && (whole is not null || rows.Mark is not null))
            {
                var (kind, at) = rows.Mark is { } mark ? (EmptyWords.Of(mark.Kind).Vi, mark.At.ToString()) : (string.Empty, _cells[rows.Table.Id].Address);
                findings.Add(unit.Unit, rows.Table.Id, at, CellRefusals.ValueAndEmpty(kind), rows.Table.Label);
            }
            else if (rows.Items.Count > 0) _changes[rows.Table.Id] = new JsonArray([.. rows.Items]);
            else if (whole is null) _changes[rows.Table.Id] = rows.Mark is { } mark ? TypedCell.Json(mark.Kind) : null;
        }

        return new UnitContent(unit.Unit, unit.Revision, _changes, dataAsOf.Date, _cells.ToImmutableDictionary(), dataAsOf.At?.ToString()) { Explanations = _explanations };
    }

    private void Put(CellKey cell, CellAddress at, RawCell? content, EmptyKind? kind)
    {
        var name = cell.ToString();
        if (!form.TryField(cell.Field, out var field) || !form.HasCell(cell, submitting))
        {
            if (content is { IsFormula: false }) findings.Add(unit.Unit, name, at, CellRefusals.NotOfTheForm, new Text(name, name));
            return;
        }

        Keep(_changes, name, name, field, form.LabelOf(cell), at, content, kind);
    }

    private void Keep(JsonObject to, string key, string name, FormField field, Text label, CellAddress at, RawCell? content, EmptyKind? kind)
    {
        if (_cells.TryGetValue(name, out var earlier) && (field is not TableField || to.ContainsKey(key)))
        {
            // A row that was copied: the one that is filled counts, and two that are filled are asked about.
            if (content is null && kind is null) return;
            if (earlier.Written is not null)
            {
                findings.Add(unit.Unit, name, at, CellRefusals.Twice(earlier.Address), label);
                return;
            }
        }

        _cells[name] = new ReadCell(at.ToString(), content is null ? kind is { } k ? EmptyWords.Of(k).Vi : null : CellReader.Show(content, countsFrom1904));
        if (content is null) to[key] = kind is { } empty ? TypedCell.Json(empty) : null;
        else if (Understand(field, name, at, content, label) is { Problem: null } reading) to[key] = reading.Value;
        else to.Remove(key);
    }

    private CellReading Understand(FormField field, string name, CellAddress at, RawCell content, Text label)
    {
        var reading = CellReader.Read(field, content, countsFrom1904);
        if (reading.Problem is { } problem) findings.Add(unit.Unit, name, at, problem, label);
        foreach (var notice in reading.Notices) findings.Add(unit.Unit, name, at, notice, label, FindingLevel.Notice);
        return reading;
    }

    private EmptyKind? KindOf(RawCell? mark)
    {
        if (mark is null) return null;
        var read = CellReader.Empty(mark with { Text = CellReader.Show(mark, countsFrom1904) });
        if (read is Result<EmptyKind>.Ok { Value: var kind }) return kind;
        findings.Add(unit.Unit, null, mark.Address, ((Result<EmptyKind>.No)read).Refusal, null);
        return null;
    }

    private Text? LabelOf(ImmutableArray<(CellKey Cell, CellAddress At, RawCell? Content)> inputs) => inputs.IsEmpty ? null : form.LabelOf(inputs[0].Cell);

    private static bool Takes(FormField field, EmptyKind kind) => !field.Empties.IsDefault && field.Empties.Contains(kind);

    private static Text In(TableField table, int row, FormField column) =>
        new($"{table.Label.Vi}, dòng {row}, {column.Label.Vi}", $"{table.Label.En}, row {row}, {column.Label.En}");

    private sealed class TableRows(TableField table)
    {
        public TableField Table => table;
        public List<JsonObject> Items { get; } = [];
        public (EmptyKind Kind, CellAddress At)? Mark { get; set; }
    }
}
