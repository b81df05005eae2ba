using System.Collections.Immutable;
using SocialWork.Core.Time;

namespace SocialWork.Persistence.Backups;

/// <summary>How many backups are kept. Immutable.</summary>
/// <param name="Days">Days of which the newest daily backup is kept, today's counted.</param>
/// <param name="Months">Months of which the newest daily backup is kept, this one counted.</param>
public sealed record BackupRetention(int Days, int Months)
{
    /// <summary>Backups before migrations that are kept, the newest.</summary>
    public const int Migrations = 5;

    /// <summary>Backups that somebody asked for and that are kept, the newest.</summary>
    public const int Asked = 20;

    /// <summary>What is kept unless settings say otherwise: two weeks and a year.</summary>
    public static BackupRetention Default { get; } = new(14, 12);

    /// <summary>The backups to be removed. The newest of each reason always stays; days and months are the city's.</summary>
    public ImmutableArray<Backup> Expired(IEnumerable<Backup> all)
    {
        var newestFirst = all.OrderByDescending(backup => backup.Manifest.At).ThenByDescending(backup => backup.Name, StringComparer.Ordinal).ToLookup(backup => backup.Manifest.Reason);
        var daily = newestFirst[BackupReason.Daily].ToArray();
        var kept = NewestOf(daily, DayOf, Days)
            .Concat(NewestOf(daily, backup => (DayOf(backup).Year, DayOf(backup).Month), Months))
            .Concat(newestFirst[BackupReason.Migration].Take(Migrations))
            .Concat(newestFirst[BackupReason.Asked].Take(Asked))
            .ToHashSet();
        return [.. newestFirst.SelectMany(backups => backups).Where(backup => !kept.Contains(backup))];
    }

    private static IEnumerable<Backup> NewestOf<TSpan>(IEnumerable<Backup> newestFirst, Func<Backup, TSpan> span, int spans) =>
        newestFirst.GroupBy(span).Take(Math.Max(spans, 1)).Select(backups => backups.First());

    private static DateOnly DayOf(Backup backup) => CityClock.DateIn(backup.Manifest.At);
}
