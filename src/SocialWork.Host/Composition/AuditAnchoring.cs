using SocialWork.Core.Auditing;
using SocialWork.Core.Time;
using SocialWork.Persistence.Auditing;

namespace SocialWork.Host.Composition;

/// <summary>Writes the end of the audit log's chain down outside the database: when the host is ready, once a day, and when it stops in order.</summary>
internal sealed class AuditAnchoring(
    IAuditTrail trail, AuditAnchors anchors, AuditVerifier verifier, Readiness readiness, CityClock clock, TimeProvider time, ILogger<AuditAnchoring> log) : BackgroundService
{
    /// <summary>How long between two anchors while the host runs.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromDays(1);

    private volatile bool _isReady;

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (_isReady) await AnchorAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await readiness.WaitAsync(stoppingToken);
        }
        catch (Exception) when (!stoppingToken.IsCancellationRequested)
        {
            // The host does not start, and says so itself: there is nothing to write down.
            return;
        }

        _isReady = true;
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            await AnchorAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    // A full disk must not end the host: without the anchor the log is as good as with the one before.
    private async Task AnchorAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (anchors.Last() is { } last && verifier.Compare(last) is { } broken) log.LogCritical("{What} Run verify-audit.", broken.What.En);
            var head = await trail.HeadAsync(cancellationToken);
            anchors.Add(new AuditAnchor(head.Seq, head.Hash, clock.Now));
            log.LogInformation("The audit log ends with row {Seq}, hash {Hash}", head.Seq, head.Hash);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.LogError(fault, "The end of the audit log could not be written to {File}", anchors.File);
        }
    }
}
