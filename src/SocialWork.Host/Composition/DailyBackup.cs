using SocialWork.Core;
using SocialWork.Core.Time;
using SocialWork.Persistence.Backups;

namespace SocialWork.Host.Composition;

/// <summary>Makes a backup a day, at the set time of the city; one that was due while the host was off is made when it is ready.</summary>
internal sealed class DailyBackup(HostSettings settings, BackupService backups, Readiness readiness, CityClock clock, TimeProvider time, ILogger<DailyBackup> log) : BackgroundService
{
    /// <summary>So long after a backup, or a failure, it is looked whether one is due.</summary>
    public static readonly TimeSpan Retry = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

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

        while (true) await Task.Delay(await StepAsync(at, stoppingToken), time, stoppingToken);
    }

    // Makes the backup where it is due, and says how long to wait. A disk that cannot be read must not end the host.
    private async Task<TimeSpan> StepAsync(TimeOnly at, CancellationToken stoppingToken)
    {
        try
        {
            var wait = Due(backups.LastDaily(), clock.Now, at) - clock.Now;
            // Looked at again within a day: a clock that was wrong when the last was made must not put the next off for years.
            if (wait > TimeSpan.Zero) return wait < Longest ? wait : Longest;
            if (await backups.MakeAsync(BackupReason.Daily, BackupService.Host, stoppingToken) is Result<Backup>.No { Refusal: var refusal }) log.LogCritical("There is no backup of today: {Why}", refusal.Message.En);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.LogCritical(fault, "There is no backup of today");
        }

        return Retry;
    }
}
