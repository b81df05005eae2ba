using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using SocialWork.Abstractions;
using SocialWork.Core;
using SocialWork.Core.Forms;
using SocialWork.Core.Submissions;

namespace SocialWork.Host.Pages.Entry;

/// <summary>What became of typed cells.</summary>
/// <param name="View">The form as it is now stored; null where it could not be read.</param>
/// <param name="Saved">Cells that are stored as typed.</param>
/// <param name="Refused">Cells that are not, and why.</param>
/// <param name="Conflicts">Cells that somebody else changed meanwhile, and that were left alone.</param>
/// <param name="Refusal">Why nothing was saved at all; null otherwise.</param>
internal sealed record SavedCells(
    SubmissionView? View, ImmutableHashSet<CellKey> Saved, ImmutableDictionary<CellKey, Text> Refused, ImmutableHashSet<CellKey> Conflicts, Refusal? Refusal)
{
    /// <summary>Whether everything that was typed is stored.</summary>
    public bool IsComplete => Refusal is null && Refused.IsEmpty && Conflicts.IsEmpty;
}

/// <summary>
/// Saves what was typed cell by cell: what can be stored is stored, the rest is told beside its cell. A cell that somebody else
/// changed since the page was made is left alone; other cells of the form are nobody's conflict. Safe for concurrent use.
/// </summary>
internal sealed class DraftSaving(SubmissionService service)
{
    // Somebody who saves at the same moment may come between reading and writing; a third time is told.
    private const int Tries = 3;

    /// <summary>Saves cells.</summary>
    /// <param name="request">Who saves which form; its revision is not looked at.</param>
    /// <param name="typed">What was typed, by cell.</param>
    /// <param name="marks">The marks of the cells as the page was made; a cell without one is not compared.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<SavedCells> SaveAsync(
        SubmissionRequest request, IReadOnlyDictionary<CellKey, TypedAnswer> typed, IReadOnlyDictionary<CellKey, string> marks, CancellationToken cancellationToken)
    {
        var refused = typed.Where(t => t.Value.Problem is not null).ToImmutableDictionary(t => t.Key, t => t.Value.Problem!);
        for (var turn = 1; ; turn++)
        {
            var read = await service.GetAsync(request, cancellationToken);
            if (read is not Result<SubmissionView>.Ok { Value: var stored }) return Nothing(null, ((Result<SubmissionView>.No)read).Refusal);
            var changed = typed.Where(t => !refused.ContainsKey(t.Key) && !IsStored(stored, t.Key, t.Value.Json)).ToArray();
            var conflicts = changed.Where(t => marks.TryGetValue(t.Key, out var mark) && mark != CellMark.Of(stored.Form, stored.Values, t.Key)).Select(t => t.Key).ToImmutableHashSet();
            var changes = changed.Where(t => !conflicts.Contains(t.Key)).ToDictionary(t => t.Key, t => t.Value.Json);
            var saved = await PatchAsync(request with { IfRevision = stored.Submission.Revision }, stored, changes, refused, cancellationToken);
            if (saved.Refusal is { Kind: RefusalKind.Stale } && turn < Tries) continue;
            if (saved.Refusal is { } why) return Nothing(stored, why);
            return new SavedCells(saved.View, [.. typed.Keys.Where(cell => !saved.Refused.ContainsKey(cell) && !conflicts.Contains(cell))], saved.Refused, conflicts, null);
        }
    }

    // One cell that is refused keeps no other from being saved.
    private async Task<(SubmissionView View, ImmutableDictionary<CellKey, Text> Refused, Refusal? Refusal)> PatchAsync(
        SubmissionRequest request, SubmissionView stored, Dictionary<CellKey, JsonNode?> changes, ImmutableDictionary<CellKey, Text> refused, CancellationToken cancellationToken)
    {
        while (changes.Count > 0)
        {
            var body = JsonSerializer.SerializeToElement(new JsonObject(changes.Select(change => KeyValuePair.Create(change.Key.ToString(), change.Value?.DeepClone()))));
            var patched = await service.PatchAsync(request, new DraftBody(body, null), cancellationToken);
            if (patched is Result<SubmissionView>.Ok ok) return (ok.Value, refused, null);
            var refusal = ((Result<SubmissionView>.No)patched).Refusal;
            var wrong = refusal.Kind == RefusalKind.Unprocessable ? refusal.Cells.Select(problem => (Cell: CellOf(problem.Cell), problem.Message)).Where(p => p.Cell is { } cell && changes.ContainsKey(cell)).ToArray() : [];
            if (wrong.Length == 0) return (stored, refused, refusal);
            foreach (var (cell, message) in wrong)
            {
                changes.Remove(cell!.Value);
                refused = refused.SetItem(cell.Value, message);
            }
        }

        return (stored, refused, null);
    }

    private static SavedCells Nothing(SubmissionView? view, Refusal refusal) => new(view, [], ImmutableDictionary<CellKey, Text>.Empty, [], refusal);

    // Problems of a table name a row and a column; the cell is the table.
    private static CellKey? CellOf(string written) => CellKey.TryParse(written.Split('/')[0], out var cell) ? cell : null;

    private static bool IsStored(SubmissionView stored, CellKey cell, JsonNode? typed)
    {
        if (stored.Values[cell] is not { } value) return typed is null;
        return JsonNode.DeepEquals(JsonNode.Parse(FormValuesJson.Write(stored.Form, new FormValues(FormValues.None.Cells.Add(cell, value))))![cell.ToString()], typed);
    }
}
