using SocialWork.Core;
using SocialWork.Core.Time;
using SocialWork.Persistence.Backups;

namespace SocialWork.Host.Composition;

/// <summary>Makes a backup a day, at the set time of the city; one that was due while the host was off is made when it is ready.</summary>
internal sealed class DailyBackup(HostSettings settings, BackupService backups, Readiness readiness, CityClock clock, TimeProvider time, ILogger<DailyBackup> log) : BackgroundService
{
    /// <summary>After a failure it is tried again so much later.</summary>
    public static readonly TimeSpan Retry = TimeSpan.FromHours(1);

    /// <summary>When the next backup is due; in the past where one was missed.</summary>
    /// <param name="last">When the newest daily backup began; null where there is none.</param>
    /// <param name="now">This moment.</param>
    /// <param name="at">The city's time of day.</param>
    public static DateTimeOffset Due(DateTimeOffset? last, DateTimeOffset now, TimeOnly at)
    {
        if (last is null) return now;
        var sameDay = CityClock.StartOf(CityClock.DateIn(last.Value)) + at.ToTimeSpan();
        return sameDay > last ? sameDay : CityClock.StartOf(CityClock.DateIn(last.Value).AddDays(1)) + at.ToTimeSpan();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.BackupAt is not { } at) return;
        try
        {
            await readiness.WaitAsync(stoppingToken);
        }
        catch (Exception) when (!stoppingToken.IsCancellationRequested)
        {
            // The host does not start, and says so itself.
            return;
        }

        while (true)
        {
            var wait = Due(backups.LastDaily(), clock.Now, at) - clock.Now;
            if (wait > TimeSpan.Zero) await Task.Delay(wait, time, stoppingToken);
            if (await backups.MakeAsync(BackupReason.Daily, BackupService.Host, stoppingToken) is not Result<Backup>.No { Refusal: var refusal }) continue;
            log.LogCritical("There is no backup of today: {Why}", refusal.Message.En);
            await Task.Delay(Retry, time, stoppingToken);
        }
    }
}
