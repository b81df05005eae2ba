using Microsoft.EntityFrameworkCore;
using SocialWork.Core.Auditing;
using SocialWork.Core.Time;
using SocialWork.Persistence.Reading;
using SocialWork.Persistence.Writing;

namespace SocialWork.Persistence.Auditing;

/// <summary>Adds what happened to the audit log through the one writer. Safe for concurrent use.</summary>
public sealed class AuditTrail(WriteGate gate, DbReaders readers, CityClock clock) : IAuditTrail
{
    /// <inheritdoc/>
    public Task RecordAsync(AuditEvent happened, CancellationToken cancellationToken) => gate.RunAsync(
        session =>
        {
            session.Record(clock.Now, happened);
            return true;
        },
        cancellationToken);

    /// <inheritdoc/>
    public async Task<AuditHead> HeadAsync(CancellationToken cancellationToken)
    {
        await using var db = readers.Open();
        var last = await db.Audit.OrderByDescending(a => a.Id).Select(a => new { a.Id, a.Hash, a.At }).FirstOrDefaultAsync(cancellationToken);
        return last is null
            ? new AuditHead(0, AuditHash.Text(AuditHash.Beginning), DateTimeOffset.UnixEpoch)
            : new AuditHead(last.Id, AuditHash.Text(last.Hash ?? AuditHash.Beginning), Instant.Read(last.At));
    }
}
