using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using SocialWork.Core.Forms;
using SocialWork.Core.Planning;
using SocialWork.Core.Submissions;
using SocialWork.Core.Totals;
using SocialWork.Persistence.Model;

namespace SocialWork.Persistence.Reading;

/// <summary>Reads submissions and totals from the database. Safe for concurrent use.</summary>
public sealed class SubmissionReader(DbReaders readers, FormArchive archive) : ISubmissionReader
{
    private readonly SubmissionMapper _mapper = new(archive);

    /// <inheritdoc/>
    public async Task<Submission> FindAsync(SubmissionKey key, string? draftUnder, CancellationToken cancellationToken)
    {
        await using var db = readers.Open();
        var row = await db.Submissions.FirstOrDefaultAsync(s => s.Plan == key.Plan && s.Form == key.Form && s.Unit == key.Unit && s.Period == key.Period, cancellationToken);
        return row is null ? new Submission(key) : _mapper.Read(row, draftUnder);
    }

    /// <inheritdoc/>
    public async Task<SubmissionVersion?> VersionAsync(SubmissionKey key, int number, CancellationToken cancellationToken)
    {
        await using var db = readers.Open();
        var row = await Versions(db, key).FirstOrDefaultAsync(v => v.Number == number, cancellationToken);
        return row is null ? null : _mapper.Read(row);
    }

    /// <inheritdoc/>
    public async Task<(ImmutableArray<SubmissionVersion> Versions, ImmutableArray<HistoryEntry> History)> HistoryAsync(SubmissionKey key, CancellationToken cancellationToken)
    {
        await using var db = readers.Open();
        var versions = await Versions(db, key).OrderBy(v => v.Number).ToListAsync(cancellationToken);
        var history = await db.History.Where(h => h.Plan == key.Plan && h.Form == key.Form && h.Unit == key.Unit && h.Period == key.Period).OrderBy(h => h.Id).ToListAsync(cancellationToken);
        return ([.. versions.Select(_mapper.Read)], [.. history.Select(SubmissionMapper.Read)]);
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<SubmissionStanding>> StandingsAsync(string plan, string period, ImmutableArray<string> forms, CancellationToken cancellationToken)
    {
        await using var db = readers.Open();
        var wanted = forms.ToArray();
        var rows = await db.Submissions
            .Where(s => s.Plan == plan && s.Period == period && wanted.Contains(s.Form))
            .Select(s => new { s.Form, s.Unit, s.State, s.CountingVersion, s.AcceptedVersion, s.FirstSentAt })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(s => new SubmissionStanding(s.Form, s.Unit, (SubmissionState)s.State, s.CountingVersion, s.AcceptedVersion, Instant.Read(s.FirstSentAt)))];
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<WaitingSubmission>> WaitingAsync(string plan, CancellationToken cancellationToken)
    {
        await using var db = readers.Open();
        var rows = await (
            from s in db.Submissions
            where s.Plan == plan && (s.State == (int)SubmissionState.Submitted || s.State == (int)SubmissionState.Approved)
            join v in db.Versions
                on new { s.Plan, s.Form, s.Unit, s.Period, Number = s.LatestVersion } equals new { v.Plan, v.Form, v.Unit, v.Period, v.Number }
            select new
            {
                s.Form,
                s.Unit,
                s.Period,
                s.State,
                s.Revision,
                s.LatestVersion,
                s.FirstSentAt,
                v.At,
                v.Warnings,
                SentAt = db.History
                    .Where(h => h.Plan == s.Plan && h.Form == s.Form && h.Unit == s.Unit && h.Period == s.Period && h.Version == s.LatestVersion)
                    .Where(h => h.Action == (int)SubmissionAction.Approve || h.Action == (int)SubmissionAction.Paper)
                    .Max(h => (long?)h.At),
            }).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(r => new WaitingSubmission(
                new SubmissionKey(plan, r.Form, r.Unit, r.Period), (SubmissionState)r.State, r.Revision, r.LatestVersion, Instant.Read(r.SentAt ?? r.At), Instant.Read(r.FirstSentAt),
                WarningsJson.ReadWarnings(r.Warnings).Length)),
        ];
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<StoredContent>> ContentsAsync(string plan, string period, ImmutableArray<CompiledForm> forms, ImmutableArray<string> units, CancellationToken cancellationToken)
    {
        await using var db = readers.Open();
        var hashes = forms.ToDictionary(form => form.Definition.Code, form => form.Hash, StringComparer.Ordinal);
        var codes = hashes.Keys.ToArray();
        var wanted = units.ToArray();
        // One parameter however many there are: a parameter per unit would reach the limit of the database.
        var submissions = db.Submissions.Where(s => s.Plan == plan && s.Period == period && EF.Parameter(codes).Contains(s.Form) && EF.Parameter(wanted).Contains(s.Unit));
        var rows = await submissions.OrderBy(s => s.Form).ThenBy(s => s.Unit).ToListAsync(cancellationToken);
        var versions = (await (
            from s in submissions
            join v in db.Versions on new { s.Plan, s.Form, s.Unit, s.Period } equals new { v.Plan, v.Form, v.Unit, v.Period }
            where v.Number == s.LatestVersion || v.Number == s.CountingVersion
            select v).ToListAsync(cancellationToken)).ToDictionary(v => (v.Form, v.Unit, v.Number), _mapper.Read);
        return
        [
            .. from row in rows
               select new StoredContent(
                   _mapper.Read(row, hashes[row.Form]),
                   versions.GetValueOrDefault((row.Form, row.Unit, row.LatestVersion)),
                   row.CountingVersion is { } counting ? versions.GetValueOrDefault((row.Form, row.Unit, counting)) : null),
        ];
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<CountingSubmission>> CountingAsync(string plan, string form, string period, string? unit, CancellationToken cancellationToken)
    {
        await using var db = readers.Open();
        var rows = await (
            from s in db.Submissions
            where s.Plan == plan && s.Form == form && s.Period == period && s.CountingVersion != null && (unit == null || s.Unit == unit)
            join v in db.Versions
                on new { s.Plan, s.Form, s.Unit, s.Period, Number = s.CountingVersion!.Value } equals new { v.Plan, v.Form, v.Unit, v.Period, v.Number }
            orderby s.Unit
            select v).ToListAsync(cancellationToken);
        var steps = (await db.History
            .Where(h => h.Plan == plan && h.Form == form && h.Period == period && (unit == null || h.Unit == unit) && (h.Action == (int)SubmissionAction.Approve || h.Action == (int)SubmissionAction.Paper || h.Action == (int)SubmissionAction.Accept))
            .Select(h => new { h.Unit, h.Version, h.Action, h.By, h.At })
            .ToListAsync(cancellationToken)).ToLookup(h => (h.Unit, h.Version));
        return
        [
            .. from version in rows
               let taken = steps[(version.Unit, version.Number)]
               let sent = taken.LastOrDefault(h => h.Action != (int)SubmissionAction.Accept)
               let accepted = taken.LastOrDefault(h => h.Action == (int)SubmissionAction.Accept)
               select new CountingSubmission(_mapper.Read(version), archive[version.FormHash], sent?.By ?? string.Empty, Instant.Read(sent?.At ?? 0), Instant.Read(accepted?.At)),
        ];
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<TotalsRow>> TotalsAsync(PlanModel model, string period, string area, CancellationToken cancellationToken) =>
        TotalsAsync(model, period, totals => totals.Where(t => t.Area == area), cancellationToken);

    /// <inheritdoc/>
    public Task<ImmutableArray<TotalsRow>> AreaTotalsAsync(PlanModel model, string period, CancellationToken cancellationToken) =>
        TotalsAsync(model, period, totals => totals.Where(t => t.Area != TotalsKey.City), cancellationToken);

    /// <inheritdoc/>
    public async Task<string?> KeyUsedForAsync(string idempotencyKey, CancellationToken cancellationToken)
    {
        await using var db = readers.Open();
        return await db.Idempotency.Where(used => used.Key == idempotencyKey).Select(used => used.Submission).FirstOrDefaultAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<long> DataVersionAsync(CancellationToken cancellationToken)
    {
        await using var db = readers.Open();
        // Every change leaves a line in the log, and every line says which was the newest of them.
        return await db.Audit.OrderByDescending(a => a.Id).Select(a => a.DataVersion ?? a.Id).FirstOrDefaultAsync(cancellationToken);
    }

    private async Task<ImmutableArray<TotalsRow>> TotalsAsync(PlanModel model, string period, Func<IQueryable<TotalsRowEntity>, IQueryable<TotalsRowEntity>> areas, CancellationToken cancellationToken)
    {
        await using var db = readers.Open();
        var plan = model.Plan.Id;
        var rows = await areas(db.Totals.Where(t => t.Plan == plan && t.Period == period)).ToListAsync(cancellationToken);
        return
        [
            .. from row in rows
               let layout = model.Layout(row.FormHash)
               where layout is not null
               select new TotalsRow(
                   new TotalsKey(row.Plan, row.FormHash, row.Period, row.Area, row.Sector, row.UnitType, row.InPlan),
                   row.Submissions,
                   row.Accepted,
                   TotalsVector.Read(row.Vector, layout.Zero().Length)),
        ];
    }

    private static IQueryable<VersionRow> Versions(SocialWorkDb db, SubmissionKey key) =>
        db.Versions.Where(v => v.Plan == key.Plan && v.Form == key.Form && v.Unit == key.Unit && v.Period == key.Period);
}
