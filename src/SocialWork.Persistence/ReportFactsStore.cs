using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using SocialWork.Core.Auditing;
using SocialWork.Core.Reports;
using SocialWork.Persistence.Model;
using SocialWork.Persistence.Reading;
using SocialWork.Persistence.Writing;

namespace SocialWork.Persistence;

/// <summary>Keeps the facts of plans' documents. Safe for concurrent use.</summary>
public sealed class ReportFactsStore(WriteGate gate, DbReaders readers) : IReportFactsStore
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <inheritdoc/>
    public async Task<ReportFacts?> FindAsync(string plan, CancellationToken cancellationToken)
    {
        await using var db = readers.Open();
        return await db.ReportFacts.FirstOrDefaultAsync(f => f.Plan == plan, cancellationToken) is { } row
            ? new ReportFacts(JsonSerializer.Deserialize<DocumentFacts>(row.Json, Json)!, row.Revision, row.By, Instant.Read(row.At))
            : null;
    }

    /// <inheritdoc/>
    public Task<bool> SaveAsync(string plan, ReportFacts facts, CancellationToken cancellationToken)
    {
        if (facts is not { By: { } by, At: { } at }) throw new ArgumentException("Facts are kept with who set them and when.", nameof(facts));
        return gate.RunDbAsync(db => Save(db, plan, facts, by, at), cancellationToken);
    }

    private static bool Save(SocialWorkDb db, string plan, ReportFacts facts, string by, DateTimeOffset at)
    {
        var existing = db.ReportFacts.Find(plan);
        if ((existing?.Revision ?? 0) != facts.Revision - 1) return false;
        var json = JsonSerializer.Serialize(facts.Facts, Json);
        db.Log(at, by, "report-facts/" + plan, existing is null ? AuditActions.Add : AuditActions.Change, existing?.Json, json);
        if (existing is null) db.ReportFacts.Add(new ReportFactsRow { Plan = plan, Json = json, Revision = facts.Revision, By = by, At = Instant.Store(at) });
        else (existing.Json, existing.Revision, existing.By, existing.At) = (json, facts.Revision, by, Instant.Store(at));
        return true;
    }
}
