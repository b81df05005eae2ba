using SocialWork.Persistence.Auditing;

namespace SocialWork.Host.Api;

/// <summary>Verifies the audit log for those who ask over the network, one after another, for each reads the whole log. Safe for concurrent use.</summary>
public sealed class AuditVerification(AuditVerifier verifier, AuditAnchors anchors) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Verifies the log when it is its turn.</summary>
    public async Task<AuditVerdict> RunAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(() => verifier.Verify(anchors.Read(), cancellationToken), cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();
}
