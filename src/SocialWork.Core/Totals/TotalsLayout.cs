using System.Collections.Frozen;
using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Forms;
using SocialWork.Core.Rules;

namespace SocialWork.Core.Totals;

/// <summary>
/// Where each cell and each measure of a form version stands in its vector of totals. Built once per declaration and plan.
/// Immutable; safe for concurrent use.
/// </summary>
public sealed class TotalsLayout
{
    private readonly FrozenDictionary<CellKey, int> _cells;
    private readonly FrozenDictionary<string, int> _measures;
    private readonly FrozenDictionary<string, ImmutableArray<int>> _fields;

    /// <summary>Lays out a form.</summary>
    /// <param name="form">The form.</param>
    /// <param name="planTasks">The clause ids of all the plan's tasks: the options of dimensions that list a unit's tasks.</param>
    public TotalsLayout(CompiledForm form, ImmutableArray<string> planTasks)
    {
        Form = form;
        var everyTask = new SubmittingUnit(string.Empty, planTasks);
        var cells = new Dictionary<CellKey, int>();
        var fields = new Dictionary<string, ImmutableArray<int>>(StringComparer.Ordinal);
        foreach (var field in form.Definition.Fields)
        {
            var slots = ImmutableArray.CreateBuilder<int>();
            foreach (var cell in FormCells.Of(field, everyTask))
            {
                slots.Add(cells.Count);
                cells.Add(cell, cells.Count);
            }

            fields.Add(field.Id, slots.ToImmutable());
        }

        _cells = cells.ToFrozenDictionary();
        _fields = fields.ToFrozenDictionary(StringComparer.Ordinal);
        _measures = form.Measures.Select((m, i) => (m.Measure.Id, Slot: cells.Count + i)).ToFrozenDictionary(m => m.Id, m => m.Slot, StringComparer.Ordinal);
        Slots = cells.Count + form.Measures.Length;
    }

    /// <summary>The form.</summary>
    public CompiledForm Form { get; }

    /// <summary>How many slots a vector has.</summary>
    public int Slots { get; }

    /// <summary>A vector of nothing.</summary>
    public long[] Zero() => new long[Slots * CellTally.Width];

    /// <summary>What one submission adds to each slot.</summary>
    public long[] Contribution(FormValues values, RuleContext context)
    {
        var vector = Zero();
        foreach (var field in Form.Definition.Fields)
        {
            foreach (var measured in MeasureReader.Cells(field, values, context.Unit))
            {
                if (_cells.TryGetValue(measured.Cell, out var slot)) Add(vector, slot, measured.Content);
            }
        }

        foreach (var compiled in Form.Measures)
        {
            var slot = _measures[compiled.Measure.Id];
            foreach (var measured in MeasureReader.Cells(compiled, values, context)) Add(vector, slot, measured.Content);
        }

        return vector;
    }

    /// <summary>The tally of one cell; null when the form version has no such cell.</summary>
    public CellTally? Cell(ReadOnlySpan<long> vector, CellKey cell) => _cells.TryGetValue(cell, out var slot) ? At(vector, slot) : null;

    /// <summary>The tally of a declared measure, or of a field's plain total under the field's id; null when the form version has neither.</summary>
    public CellTally? Of(ReadOnlySpan<long> vector, string measure)
    {
        if (_measures.TryGetValue(measure, out var slot)) return At(vector, slot);
        if (!_fields.TryGetValue(measure, out var slots)) return null;
        var total = default(CellTally);
        foreach (var cell in slots) total += At(vector, cell);
        return total;
    }

    private static CellTally At(ReadOnlySpan<long> vector, int slot) => CellTally.Read(vector.Slice(slot * CellTally.Width, CellTally.Width));

    private static void Add(Span<long> vector, int slot, CellTally tally) => tally.AddTo(vector.Slice(slot * CellTally.Width, CellTally.Width));
}
