using Microsoft.EntityFrameworkCore;
using SocialWork.Core.Accounts;
using SocialWork.Core.Auditing;
using SocialWork.Core.Retention;
using SocialWork.Core.Time;
using SocialWork.Persistence.Model;
using SocialWork.Persistence.Writing;

namespace SocialWork.Persistence;

/// <summary>
/// Removes what is kept long enough, through the one writer. What follows the machine's clock is judged by it, what follows the
/// city's by that. Safe for concurrent use.
/// </summary>
public sealed class RetentionStore(WriteGate gate, CityClock clock, TimeProvider time) : IRetentionStore
{
    private const string Product = "product";

    /// <inheritdoc/>
    public Task<RetentionResult> SweepAsync(RetentionPolicy policy, CancellationToken cancellationToken) => gate.RunDbAsync(
        db =>
        {
            var removed = Sweep(db, policy);
            if (removed != RetentionResult.Nothing) db.Log(clock.Now, Product, "retention", AuditActions.Sweep, before: null, removed.ToString(), isReported: false);
            return removed;
        },
        cancellationToken);

    private RetentionResult Sweep(SocialWorkDb db, RetentionPolicy policy)
    {
        var (now, today) = (time.GetUtcNow(), clock.Now);
        var sessions = Instant.Store(now.AddDays(-policy.Sessions));
        var tokens = Instant.Store(today.AddDays(-policy.Tokens));
        var codes = Instant.Store(now.AddDays(-policy.Codes));
        var counts = Instant.Store(now - SignInCount.ForgottenAfter - SignInCount.LongestLock);
        var retries = Instant.Store(today.AddDays(-policy.RetryKeys));
        return new RetentionResult(
            db.Sessions.Where(s => s.ExpiresAt < sessions || s.RevokedAt < sessions).ExecuteDelete(),
            db.Tokens.Where(t => t.ExpiresAt < tokens || t.RevokedAt < tokens).ExecuteDelete(),
            db.Accounts.Where(a => a.CodeExpiresAt < codes).ExecuteUpdate(a => a.SetProperty(r => r.CodeHash, (string?)null).SetProperty(r => r.CodeExpiresAt, (long?)null)),
            db.SignInCounts.Where(c => c.LastAt < counts).ExecuteDelete(),
            db.Idempotency.Where(i => i.At < retries).ExecuteDelete());
    }
}
