using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using SocialWork.Core;
using SocialWork.Core.Forms;
using SocialWork.Core.Time;
using SocialWork.Core.Units;
using SocialWork.Core.Units.Changes;
using SocialWork.Persistence.Model;
using SocialWork.Persistence.Reading;
using SocialWork.Persistence.Writing;

namespace SocialWork.Persistence;

/// <summary>Changes register R1 together with the totals that rest on it. Safe for concurrent use.</summary>
public sealed class UnitStore(WriteGate gate, DbReaders readers, ReferenceStore reference, FormArchive archive, CityClock clock) : IUnitStore
{
    // What SQLite takes in one statement with room to spare.
    private const int Chunk = 500;

    /// <inheritdoc/>
    public async Task<UnitState> StateAsync(UnitNeeds needs, CancellationToken cancellationToken)
    {
        await using var db = readers.Open();
        return UnitReading.State(db, needs);
    }

    /// <inheritdoc/>
    public async Task<Result<ImmutableArray<UnitEntry>>> ChangeAsync(UnitChange change, CancellationToken cancellationToken)
    {
        var plans = await reference.PlansAsync(cancellationToken);
        try
        {
            var result = await gate.RunAsync(session => Change(session, change, new UnitTotals(plans, archive)), cancellationToken);
            if (result is Result<ImmutableArray<UnitEntry>>.Ok { Value.IsEmpty: false }) reference.UnitsChanged();
            return result;
        }
        catch (WriterBusyException)
        {
            return new Refusal(RefusalKind.Busy, "writer.busy", "Hệ thống đang bận, hãy thử lại sau giây lát.", "The service is busy; try again in a moment.");
        }
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<RecordedChange>> ChangesAsync(string code, int most, CancellationToken cancellationToken)
    {
        await using var db = readers.Open();
        return [.. (await UnitReading.Lines(db, code).Take(most).ToListAsync(cancellationToken)).Select(line => UnitReading.Read(code, line))];
    }

    private Result<ImmutableArray<UnitEntry>> Change(WriteSession session, UnitChange change, UnitTotals totals) => session.WithDb<Result<ImmutableArray<UnitEntry>>>(db =>
    {
        var state = UnitReading.State(db, change.Needs);
        return change.Decide(state).Then<ImmutableArray<UnitEntry>, ImmutableArray<UnitEntry>>(after =>
        {
            var changes = after.Select(entry => (Before: state.Entry(entry.Code), After: entry)).ToArray();
            foreach (var some in changes.Chunk(Chunk))
            {
                totals.Move(session, db, some);
                Replace(db, some);
            }

            foreach (var (before, entry) in changes)
                db.Log(clock.Now, change.By, RecordedChange.EntityOf(entry.Code), change.Kind.ToString(), RecordedChange.Write(before), RecordedChange.Write(entry), change.Kind == UnitChangeKind.Undo ? null : LegalActs(before, entry));
            return after;
        });
    });

    // The acts that a change brings are its reason.
    private static string? LegalActs(UnitEntry before, UnitEntry after)
    {
        var known = Acts(before).ToHashSet(StringComparer.Ordinal);
        var acts = string.Join("; ", Acts(after).Where(known.Add));
        return acts.Length == 0 ? null : acts;
    }

    private static IEnumerable<string> Acts(UnitEntry entry) =>
        entry.Rows.Select(r => r.LegalAct).Concat(entry.Successions.Select(s => s.LegalAct)).Where(act => !string.IsNullOrWhiteSpace(act)).OfType<string>();

    private static void Replace(SocialWorkDb db, IReadOnlyCollection<(UnitEntry Before, UnitEntry After)> changes)
    {
        var codes = changes.Select(c => c.After.Code).ToArray();
        db.Units.Where(u => codes.Contains(u.Code)).ExecuteDelete();
        db.Units.AddRange(changes.SelectMany(c => c.After.Rows).Select(UnitMapper.Row));
        foreach (var gone in changes.SelectMany(c => c.Before.Successions.Except(c.After.Successions)).Distinct())
            db.Successions.Where(s => s.Predecessor == gone.Predecessor && s.Successor == gone.Successor && s.On == gone.On).ExecuteDelete();
        db.Successions.AddRange(changes.SelectMany(c => c.After.Successions.Except(c.Before.Successions)).Distinct().Select(UnitMapper.Row));
    }
}
