using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using SocialWork.Core.Auditing;
using SocialWork.Core.Narratives;
using SocialWork.Persistence.Model;
using SocialWork.Persistence.Reading;
using SocialWork.Persistence.Writing;

namespace SocialWork.Persistence;

/// <summary>Keeps the words that people write, version by version. Safe for concurrent use.</summary>
public sealed class NarrativeStore(WriteGate gate, DbReaders readers) : INarrativeStore
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <inheritdoc/>
    public async Task<ImmutableArray<NarrativeVersion>> AtAsync(string plan, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var until = Instant.Store(at);
        await using var db = readers.Open();
        var then = db.NarrativeVersions.Where(v => v.Plan == plan && v.At <= until);
        var rows = await then.Where(v => !then.Any(later => later.Section == v.Section && later.Number > v.Number)).OrderBy(v => v.Section).ToListAsync(cancellationToken);
        return [.. rows.Select(Read)];
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<NarrativeVersion>> VersionsAsync(string plan, string section, int? before, int limit, CancellationToken cancellationToken)
    {
        await using var db = readers.Open();
        var rows = await db.NarrativeVersions.Where(v => v.Plan == plan && v.Section == section && (before == null || v.Number < before)).OrderByDescending(v => v.Number).Take(limit).ToListAsync(cancellationToken);
        return [.. rows.Select(Read)];
    }

    /// <inheritdoc/>
    public async Task<NarrativeVersion?> FindAsync(string plan, string section, int number, CancellationToken cancellationToken)
    {
        await using var db = readers.Open();
        return await db.NarrativeVersions.FirstOrDefaultAsync(v => v.Plan == plan && v.Section == section && v.Number == number, cancellationToken) is { } row ? Read(row) : null;
    }

    /// <inheritdoc/>
    public Task<bool> AddAsync(NarrativeVersion version, CancellationToken cancellationToken) => gate.RunDbAsync(db => Add(db, version), cancellationToken);

    private static bool Add(SocialWorkDb db, NarrativeVersion version)
    {
        var newest = db.NarrativeVersions.Where(v => v.Plan == version.Plan && v.Section == version.Section).OrderByDescending(v => v.Number).FirstOrDefault();
        if ((newest?.Number ?? 0) != version.Number - 1) return false;
        var row = new NarrativeVersionRow
        {
            Plan = version.Plan,
            Section = version.Section,
            Number = version.Number,
            Step = (int)version.Step,
            Text = version.Text,
            FiguresJson = JsonSerializer.Serialize(version.Figures, Json),
            Of = version.Of,
            By = version.By,
            At = Instant.Store(version.At),
        };
        db.NarrativeVersions.Add(row);
        db.Log(version.At, version.By, $"narrative/{version.Plan}/{version.Section}", newest is null ? AuditActions.Add : AuditActions.Change, newest is null ? null : Logged(newest), Logged(row));
        return true;
    }

    // With the words, so that the log's chain vouches for what was written.
    private static string Logged(NarrativeVersionRow row) => FormattableString.Invariant($"{row.Number} {(NarrativeStep)row.Step} {row.Text}").TrimEnd();

    private static NarrativeVersion Read(NarrativeVersionRow row) => new(
        row.Plan, row.Section, row.Number, (NarrativeStep)row.Step, row.Text,
        JsonSerializer.Deserialize<Dictionary<string, string>>(row.FiguresJson, Json)!.ToImmutableSortedDictionary(StringComparer.Ordinal), row.Of, row.By, Instant.Read(row.At));
}
