using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using SocialWork.Core.Auditing;
using SocialWork.Core.Forms;
using SocialWork.Core.Planning;
using SocialWork.Core.Time;
using SocialWork.Core.Totals;
using SocialWork.Persistence.Model;
using SocialWork.Persistence.Reading;
using SocialWork.Persistence.Writing;

namespace SocialWork.Persistence;

/// <summary>A row of running totals that differs from the recount.</summary>
/// <param name="Key">Which row.</param>
/// <param name="Stored">What is stored; null when the row is missing.</param>
/// <param name="Counted">What the versions add up to; null when there should be no row.</param>
public sealed record TotalsDifference(TotalsKey Key, TotalsRow? Stored, TotalsRow? Counted);

/// <summary>Adds up running totals again from the versions that count, to compare them or to replace them. Safe for concurrent use.</summary>
public sealed class TotalsRecount(WriteGate gate, DbReaders readers, FormArchive archive, CityClock clock)
{
    private const string Product = "product";

    /// <summary>Every row in which stored totals differ from the versions; empty when all agree.</summary>
    public async Task<ImmutableArray<TotalsDifference>> CompareAsync(PlanModel model, CancellationToken cancellationToken)
    {
        await using var db = readers.Open();
        // One read transaction, so that a write between the two readings cannot look like a difference.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var counted = Count(db, model);
        var plan = model.Plan.Id;
        var stored = (await db.Totals.Where(t => t.Plan == plan).ToListAsync(cancellationToken)).ToDictionary(
            t => new TotalsKey(t.Plan, t.FormHash, t.Period, t.Area, t.Sector, t.UnitType, t.InPlan),
            t => (t.Submissions, t.Accepted, Bytes: t.Vector));
        return
        [
            .. from key in stored.Keys.Union(counted.Keys)
               let was = stored.TryGetValue(key, out var s) ? new TotalsRow(key, s.Submissions, s.Accepted, TotalsVector.Read(s.Bytes, model.Layout(key.FormHash)?.Zero().Length ?? s.Bytes.Length)) : null
               let now = counted.GetValueOrDefault(key)
               where was is null || now is null || was.Submissions != now.Submissions || was.Accepted != now.Accepted || !was.Vector.AsSpan().SequenceEqual(now.Vector)
               select new TotalsDifference(key, was, now),
        ];
    }

    /// <summary>Recounts a plan whose totals were emptied, as they are when its file is replaced. Says whether it had to.</summary>
    public async Task<bool> EnsureAsync(PlanModel model, CancellationToken cancellationToken)
    {
        await using var db = readers.Open();
        var plan = model.Plan.Id;
        if (await db.Totals.AnyAsync(t => t.Plan == plan, cancellationToken)) return false;
        if (!await db.Submissions.AnyAsync(s => s.Plan == plan && s.CountingVersion != null, cancellationToken)) return false;
        await RebuildAsync(model, cancellationToken);
        return true;
    }

    /// <summary>Replaces the plan's totals by a recount, in one transaction.</summary>
    public Task RebuildAsync(PlanModel model, CancellationToken cancellationToken) =>
        gate.RunAsync(
            session =>
            {
                session.ClearTotals(model.Plan.Id);
                session.WithDb(db =>
                {
                    foreach (var (contribution, accepted) in Contributions(db, model)) session.AddToTotals(contribution, +1, accepted);
                    db.Log(clock.Now, Product, "totals/" + model.Plan.Id, AuditActions.Recount, null, null);
                    return true;
                });
                return true;
            },
            cancellationToken);

    private IReadOnlyDictionary<TotalsKey, TotalsRow> Count(SocialWorkDb db, PlanModel model)
    {
        var count = new TotalsCount();
        foreach (var (contribution, accepted) in Contributions(db, model)) count.Add(contribution, accepted > 0);
        return count.Rows;
    }

    private IEnumerable<(TotalsContribution Contribution, int Accepted)> Contributions(SocialWorkDb db, PlanModel model)
    {
        var mapper = new SubmissionMapper(archive);
        var plan = model.Plan.Id;
        var counting = from s in db.Submissions
                       where s.Plan == plan && s.CountingVersion != null
                       join v in db.Versions
                           on new { s.Plan, s.Form, s.Unit, s.Period, Number = s.CountingVersion!.Value } equals new { v.Plan, v.Form, v.Unit, v.Period, v.Number }
                       select new { Row = v, IsAccepted = s.AcceptedVersion == s.CountingVersion };
        foreach (var found in counting.AsNoTracking())
        {
            var version = mapper.Read(found.Row);
            yield return (model.Contribution(model.Units.Find(found.Row.Unit), found.Row.Period, found.Row.FormHash, version.Values), found.IsAccepted ? 1 : 0);
        }
    }
}
