using System.Diagnostics.CodeAnalysis;
using SocialWork.Abstractions;
using SocialWork.Core.Rules;

namespace SocialWork.Core.Forms;

/// <summary>
/// The cells that a declaration lists itself, in form order: nearly all of them. What the plan gives to units (their tasks)
/// is not among them. Immutable and safe for concurrent use.
/// </summary>
internal sealed class ListedCells
{
    private readonly Dictionary<string, (CellKey Cell, FormField Field)> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<CellKey, int> _ranks = [];

    public ListedCells(FormDefinition definition)
    {
        var withoutTasks = new SubmittingUnit(string.Empty);
        foreach (var field in definition.Fields)
        {
            foreach (var cell in FormCells.Of(field, withoutTasks))
            {
                if (_ranks.TryAdd(cell, _ranks.Count)) _byName.Add(cell.ToString(), (cell, field));
            }
        }
    }

    /// <summary>The cell that is written so; false when the declaration does not list it.</summary>
    public bool TryFind(string written, out CellKey cell, [NotNullWhen(true)] out FormField? field)
    {
        var found = _byName.TryGetValue(written, out var listed);
        (cell, field) = listed;
        return found;
    }

    /// <summary>Puts cells in form order; false, and nothing is moved, when one of them is not listed.</summary>
    public bool TrySort(CellKey[] cells)
    {
        var ranks = new int[cells.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            if (!_ranks.TryGetValue(cells[i], out ranks[i])) return false;
        }

        Array.Sort(ranks, cells);
        return true;
    }
}
