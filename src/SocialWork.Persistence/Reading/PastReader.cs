using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using SocialWork.Core.Forms;
using SocialWork.Core.Obstacles;
using SocialWork.Core.Past;
using SocialWork.Core.Registers;
using SocialWork.Core.Submissions;
using SocialWork.Core.Time;
using SocialWork.Core.Units;
using SocialWork.Core.Units.Changes;
using SocialWork.Persistence.Model;

namespace SocialWork.Persistence.Reading;

/// <summary>Reads what was stored at a past moment. Safe for concurrent use.</summary>
public sealed class PastReader(DbReaders readers, FormArchive archive) : IPastReader
{
    private readonly SubmissionMapper _mapper = new(archive);

    /// <inheritdoc/>
    public async Task<ImmutableArray<SubmissionStanding>> StandingsAsync(string plan, string period, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await using var db = readers.Open();
        var moment = Instant.Store(at);
        var steps = await db.History
            .Where(h => h.Plan == plan && h.Period == period && h.At <= moment)
            .OrderBy(h => h.Id)
            .Select(h => new Step(h.Form, h.Unit, (SubmissionAction)h.Action, h.Version, h.At, h.CountingAfter))
            .ToListAsync(cancellationToken);
        var papers = await db.Versions
            .Where(v => v.Plan == plan && v.Period == period && v.PaperReceivedOn != null)
            .Select(v => new { v.Form, v.Unit, v.Number, On = v.PaperReceivedOn!.Value })
            .ToDictionaryAsync(v => (v.Form, v.Unit, v.Number), v => v.On, cancellationToken);
        return [.. steps.GroupBy(s => (s.Form, s.Unit)).Select(submission => Standing([.. submission], papers))];
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<CountingSubmission>> CountingAsync(string plan, string period, ImmutableArray<SubmissionStanding> standings, CancellationToken cancellationToken)
    {
        await using var db = readers.Open();
        var counting = standings.Where(s => s.CountingVersion is not null).ToDictionary(s => (s.Form, s.Unit, s.CountingVersion!.Value));
        var steps = (await db.History
            .Where(h => h.Plan == plan && h.Period == period && (h.Action == (int)SubmissionAction.Approve || h.Action == (int)SubmissionAction.Paper || h.Action == (int)SubmissionAction.Accept))
            .OrderBy(h => h.Id)
            .Select(h => new { h.Form, h.Unit, h.Version, h.Action, h.By, h.At })
            .ToListAsync(cancellationToken)).ToLookup(h => (h.Form, h.Unit, h.Version));
        var found = ImmutableArray.CreateBuilder<CountingSubmission>(counting.Count);
        await foreach (var row in db.Versions.Where(v => v.Plan == plan && v.Period == period).OrderBy(v => v.Form).ThenBy(v => v.Unit).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (!counting.TryGetValue((row.Form, row.Unit, row.Number), out var standing)) continue;
            var taken = steps[(row.Form, row.Unit, row.Number)];
            var sent = taken.LastOrDefault(h => h.Action != (int)SubmissionAction.Accept);
            var accepted = standing.CountsAccepted ? taken.LastOrDefault(h => h.Action == (int)SubmissionAction.Accept) : null;
            found.Add(new CountingSubmission(_mapper.Read(row), archive[row.FormHash], sent?.By ?? string.Empty, Instant.Read(sent?.At ?? 0), Instant.Read(accepted?.At)));
        }

        if (found.Count != counting.Count) throw new InvalidDataException($"{counting.Count - found.Count} versions that counted for {plan} {period} are missing.");
        return found.ToImmutable();
    }

    /// <inheritdoc/>
    public async Task<UnitRegister> RegisterAsync(UnitRegister present, LogPoint point, CancellationToken cancellationToken)
    {
        await using var db = readers.Open();
        var changed = await FirstChangesAsync(db, RecordedChange.EntityOf(string.Empty), point, cancellationToken);
        if (changed.Count == 0) return present;
        var before = changed.Select(line => RecordedChange.Read(line.Entity[RecordedChange.EntityOf(string.Empty).Length..], line.Before)).ToArray();
        var codes = before.Select(entry => entry.Code).ToHashSet(StringComparer.Ordinal);
        return new UnitRegister(
            present.Units.Where(u => !codes.Contains(u.Code)).Concat(before.SelectMany(entry => entry.Rows)),
            present.Successions.Where(s => !codes.Contains(s.Predecessor) && !codes.Contains(s.Successor)).Concat(before.SelectMany(entry => entry.Successions)).Distinct());
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<RegisterEntry>> EntriesAsync(LogPoint point, CancellationToken cancellationToken)
    {
        await using var db = readers.Open();
        var changed = (await FirstChangesAsync(db, EntryEntity, point, cancellationToken)).Select(line => (Parts: line.Entity.Split('/'), line.Before)).ToDictionary(line => Guid.Parse(line.Parts[3]));
        var rows = await db.RegisterEntries.Where(e => e.Key != null).ToListAsync(cancellationToken);
        return
        [
            .. rows.Where(e => !changed.ContainsKey(e.Id)).Select(RegisterStore.Read)
                .Concat(changed.Where(line => line.Value.Before is not null).Select(line => Entry(line.Key, line.Value.Parts[1], line.Value.Parts[2], line.Value.Before!)))
                .OrderBy(e => e.Keeper, StringComparer.Ordinal).ThenBy(e => e.Id),
        ];
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<Obstacle>> ObstaclesAsync(string plan, LogPoint point, CancellationToken cancellationToken)
    {
        await using var db = readers.Open();
        var changed = (await FirstChangesAsync(db, ObstacleEntity, point, cancellationToken)).ToDictionary(line => Guid.Parse(line.Entity[ObstacleEntity.Length..]), line => line.Before);
        var present = await db.Obstacles.Where(o => o.Plan == plan).OrderByDescending(o => o.RaisedAt).ThenBy(o => o.Id).Select(ObstacleStore.Read).ToListAsync(cancellationToken);
        return
        [
            .. present.Where(o => !changed.ContainsKey(o.Id)).Concat(from obstacle in present where changed.GetValueOrDefault(obstacle.Id) is not null select Before(obstacle, changed[obstacle.Id]!))
                .OrderByDescending(o => o.RaisedAt).ThenBy(o => o.Id),
        ];
    }

    private const string EntryEntity = "register/";

    private const string ObstacleEntity = "obstacle/";

    // Of everything under a name, the first change after a point: what stood before it is what stood there.
    private static async Task<List<Line>> FirstChangesAsync(SocialWorkDb db, string entity, LogPoint point, CancellationToken cancellationToken)
    {
        var end = entity + char.MaxValue;
        var (row, at) = (point.Row, Instant.Store(point.At));
        var lines = await db.Audit
            .Where(a => (row == null ? a.At > at : a.Id > row) && a.DataVersion == a.Id && a.Entity.CompareTo(entity) >= 0 && a.Entity.CompareTo(end) < 0)
            .OrderBy(a => a.Id)
            .Select(a => new Line(a.Entity, a.Before))
            .ToListAsync(cancellationToken);
        return [.. lines.DistinctBy(line => line.Entity, StringComparer.Ordinal)];
    }

    private static SubmissionStanding Standing(ImmutableArray<Step> steps, Dictionary<(string Form, string Unit, int Number), DateOnly> papers)
    {
        var (form, unit) = (steps[0].Form, steps[0].Unit);
        var state = steps.Aggregate(SubmissionState.NotStarted, (now, step) => step.Action switch
        {
            SubmissionAction.Save => now == SubmissionState.Returned ? now : SubmissionState.Draft,
            SubmissionAction.Submit => SubmissionState.Submitted,
            SubmissionAction.Approve or SubmissionAction.Paper => SubmissionState.Approved,
            SubmissionAction.Accept => SubmissionState.Accepted,
            SubmissionAction.Return => SubmissionState.Returned,
            SubmissionAction.Reopen => SubmissionState.Draft,
            _ => throw new InvalidDataException($"Unknown step {step.Action} of {form} {unit}."),
        });
        var sent = steps.Where(s => s.Action is SubmissionAction.Approve or SubmissionAction.Paper)
            .Select(s => papers.TryGetValue((form, unit, s.Version), out var received) ? CityClock.StartOf(received) : Instant.Read(s.At));
        return new SubmissionStanding(
            form, unit, state, steps[^1].CountingAfter, steps.LastOrDefault(s => s.Action == SubmissionAction.Accept)?.Version, sent.Select(at => (DateTimeOffset?)at).Min());
    }

    private static RegisterEntry Entry(Guid id, string register, string keeper, string json)
    {
        var definition = RegisterSet.Find(register) ?? throw new InvalidDataException($"The log tells of register {register}, which this version does not know.");
        var values = FormValuesJson.ReadStored(definition.Form, json);
        var (from, to) = EntryKey.Period(definition.Definition, values);
        return new RegisterEntry(id, register, keeper, EntryKey.Of(definition.Definition, keeper, values), values, from, to, Revision: 1, string.Empty, default);
    }

    // The log holds “State answer” of an obstacle: all of it that changes.
    private static Obstacle Before(Obstacle present, string logged)
    {
        var space = logged.IndexOf(' ', StringComparison.Ordinal);
        var answer = logged[(space + 1)..];
        return present with { State = Enum.Parse<ObstacleState>(logged[..space]), Answer = answer.Length == 0 ? null : answer };
    }

    private sealed record Line(string Entity, string? Before);

    private sealed record Step(string Form, string Unit, SubmissionAction Action, int Version, long At, int? CountingAfter);
}
