using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using SocialWork.Core.Auditing;
using SocialWork.Core.Planning;
using SocialWork.Core.Plans;
using SocialWork.Core.Time;
using SocialWork.Core.Units;
using SocialWork.Persistence.Model;
using SocialWork.Persistence.Reading;
using SocialWork.Persistence.Writing;

namespace SocialWork.Persistence;

/// <summary>Plans and units. Read once and kept until they change. Safe for concurrent use.</summary>
public sealed class ReferenceStore(WriteGate gate, DbReaders readers, CityClock clock) : IReferenceStore
{
    private long _plansVersion;
    private long _unitsVersion;
    private Cached<ImmutableArray<Plan>>? _plans;
    private Cached<UnitRegister>? _register;

    /// <inheritdoc/>
    public long Version => Interlocked.Read(ref _plansVersion) + Interlocked.Read(ref _unitsVersion);

    /// <inheritdoc/>
    public async ValueTask<ImmutableArray<Plan>> PlansAsync(CancellationToken cancellationToken)
    {
        var version = Interlocked.Read(ref _plansVersion);
        if (_plans is { } cached && cached.Version == version) return cached.Value;
        await using var db = readers.Open();
        var rows = await db.Plans.OrderByDescending(p => p.Year).ToListAsync(cancellationToken);
        ImmutableArray<Plan> plans = [.. rows.Select(row => PlanFile.Read(row.Json).Plan ?? throw new InvalidDataException($"The stored plan {row.Id} can no longer be read; import its file again."))];
        _plans = new Cached<ImmutableArray<Plan>>(version, plans);
        return plans;
    }

    /// <inheritdoc/>
    public async Task<string?> PlanFileAsync(string plan, CancellationToken cancellationToken)
    {
        await using var db = readers.Open();
        return await db.Plans.Where(p => p.Id == plan).Select(p => p.Json).FirstOrDefaultAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<UnitRegister> RegisterAsync(CancellationToken cancellationToken)
    {
        var version = Interlocked.Read(ref _unitsVersion);
        if (_register is { } cached && cached.Version == version) return cached.Value;
        await using var db = readers.Open();
        var units = await db.Units.ToListAsync(cancellationToken);
        var successions = await db.Successions.ToListAsync(cancellationToken);
        var register = new UnitRegister(units.Select(UnitMapper.Read), successions.Select(UnitMapper.Read));
        _register = new Cached<UnitRegister>(version, register);
        return register;
    }

    /// <summary>
    /// Adds a plan from its file, or replaces it where the file says something else. A replaced plan's running totals are
    /// emptied in the same transaction, for its tasks may have moved: <see cref="TotalsRecount.EnsureAsync"/> must follow
    /// before anything is served.
    /// </summary>
    /// <returns>The plan, or what is wrong with the file; then nothing has changed.</returns>
    public async Task<(Plan? Plan, ImmutableArray<PlanProblem> Problems)> ImportPlanAsync(string json, string by, CancellationToken cancellationToken)
    {
        var (plan, problems) = PlanFile.Read(json);
        if (plan is null) return (null, problems);
        var changed = await gate.RunAsync(session => session.WithDb(db => Import(session, db, plan, json, by)), cancellationToken);
        if (changed) Interlocked.Increment(ref _plansVersion);
        return (plan, []);
    }

    private bool Import(WriteSession session, SocialWorkDb db, Plan plan, string json, string by)
    {
        var existing = db.Plans.Find(plan.Id);
        if (existing?.Json == json) return false;
        db.Log(clock.Now, by, "plan/" + plan.Id, existing is null ? AuditActions.Add : AuditActions.Replace, existing?.Json, json);
        if (existing is null)
        {
            db.Plans.Add(new PlanRow { Id = plan.Id, Year = plan.Year, Json = json, ImportedAt = Instant.Store(clock.Now) });
            return true;
        }

        (existing.Json, existing.Year, existing.ImportedAt) = (json, plan.Year, Instant.Store(clock.Now));
        session.ClearTotals(plan.Id);
        return true;
    }

    /// <summary>
    /// Adds the units of a register whose codes are not stored yet: what is known of a code is kept by its managing agency, and
    /// a delivery does not undo that. Running totals are emptied in the same transaction:
    /// <see cref="TotalsRecount.EnsureAsync"/> must follow before anything is served.
    /// </summary>
    /// <returns>How many rows were added.</returns>
    public async Task<int> ImportUnitsAsync(UnitRegister register, string by, CancellationToken cancellationToken)
    {
        var (added, changed) = await gate.RunAsync(session => session.WithDb(db => Import(session, db, register, by)), cancellationToken);
        if (changed) UnitsChanged();
        return added;
    }

    private (int Added, bool Changed) Import(WriteSession session, SocialWorkDb db, UnitRegister register, string by)
    {
        var known = db.Units.Select(u => u.Code).ToHashSet(StringComparer.Ordinal);
        var edges = db.Successions.AsEnumerable().Select(s => (s.Predecessor, s.Successor, s.On)).ToHashSet();
        var units = register.Units.Where(u => !known.Contains(u.Code)).ToArray();
        var successions = register.Successions.Where(s => !edges.Contains((s.Predecessor, s.Successor, s.On))).ToArray();
        if (units.Length + successions.Length == 0) return (0, false);
        db.Units.AddRange(units.Select(UnitMapper.Row));
        db.Successions.AddRange(successions.Select(UnitMapper.Row));
        db.Log(clock.Now, by, "units", AuditActions.Import, null, $"{units.Length} rows, {successions.Length} successions");
        // A unit that already reported may now be of another sector, type or commune.
        session.ClearTotals(plan: null);
        return (units.Length, true);
    }

    /// <summary>From now on the register is read anew.</summary>
    internal void UnitsChanged() => Interlocked.Increment(ref _unitsVersion);

    private sealed record Cached<T>(long Version, T Value);
}
