using SocialWork.Host.Composition.Jobs;
using SocialWork.Host.Workbooks;

namespace SocialWork.Host.Composition;

/// <summary>Removes workbooks that waited and work that ended long enough ago.</summary>
internal sealed class WaitingSweeping(KeptWorkbooks kept, JobService jobs, TimeProvider time, ILogger<WaitingSweeping> log) : BackgroundService
{
    /// <summary>How long between two sweeps: so much longer than it says may something lie there.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                kept.RemoveExpired();
                jobs.RemoveOld();
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                log.LogError(fault, "What waited long enough could not be removed");
            }
        }
    }
}
