using SocialWork.Core.Retention;

namespace SocialWork.Host.Composition;

/// <summary>Removes what is kept long enough: when the host is ready, and once a day.</summary>
internal sealed class RetentionSweeping(IRetentionStore store, HostSettings settings, Readiness readiness, TimeProvider time, ILogger<RetentionSweeping> log) : BackgroundService
{
    /// <summary>How long between two sweeps.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromDays(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await readiness.WaitAsync(stoppingToken);
        }
        catch (Exception) when (!stoppingToken.IsCancellationRequested)
        {
            // The host does not start, and says so itself.
            return;
        }

        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            await SweepAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    // What could not be removed today is removed tomorrow.
    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        try
        {
            var removed = await store.SweepAsync(settings.Retention, cancellationToken);
            log.LogInformation("Kept long enough and removed: {Removed}", removed);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.LogError(fault, "What is kept long enough could not be removed");
        }
    }
}
