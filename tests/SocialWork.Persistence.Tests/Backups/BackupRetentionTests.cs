using System.Collections.Immutable;
using SocialWork.Persistence.Backups;

namespace SocialWork.Persistence.Tests.Backups;

/// <summary>Which backups are removed, and when.</summary>
public sealed class BackupRetentionTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 19, 30, 0, TimeSpan.Zero);

    [Fact]
    public void Of_two_years_of_daily_backups_fourteen_days_and_twelve_months_stay()
    {
        var kept = ImmutableArray<Backup>.Empty;
        for (var day = 0; day < 729; day++) kept = Keep(BackupRetention.Default, kept.Add(Of(BackupReason.Daily, Start.AddDays(day))));
        var days = kept.Select(backup => DateOnly.FromDateTime(backup.Manifest.At.AddHours(7).DateTime)).Order().ToArray();

        var last = DateOnly.FromDateTime(Start.AddDays(728).AddHours(7).DateTime);
        days.TakeLast(14).ShouldBe(Enumerable.Range(0, 14).Select(i => last.AddDays(i - 13)));
        days.Select(day => (day.Year, day.Month)).Distinct().Count().ShouldBe(12);
        days.Length.ShouldBe(14 + 11);
    }

    [Fact]
    public void Of_two_backups_of_one_day_of_the_city_the_later_stays()
    {
        // 16:00 and 18:00 UTC are of two days in the city, 18:00 and 20:00 of one.
        Backup[] all = [Of(BackupReason.Daily, At(16)), Of(BackupReason.Daily, At(18)), Of(BackupReason.Daily, At(20))];
        new BackupRetention(14, 1).Expired(all).ShouldHaveSingleItem().ShouldBe(all[1]);
    }

    [Fact]
    public void What_people_asked_for_and_what_was_made_before_migrations_is_not_pushed_out_by_daily_backups()
    {
        Backup[] others = [Of(BackupReason.Asked, Start), Of(BackupReason.Migration, Start)];
        new BackupRetention(1, 1).Expired([.. others, .. Enumerable.Range(1, 40).Select(day => Of(BackupReason.Daily, Start.AddDays(day)))]).ShouldNotContain(backup => others.Contains(backup));
    }

    [Theory]
    [InlineData(BackupReason.Asked, BackupRetention.Asked)]
    [InlineData(BackupReason.Migration, BackupRetention.Migrations)]
    public void The_newest_of_the_others_stay(BackupReason reason, int most)
    {
        var all = Enumerable.Range(0, most + 3).Select(day => Of(reason, Start.AddDays(day))).ToArray();
        BackupRetention.Default.Expired(all).ShouldBe(all.Take(3), ignoreOrder: true);
    }

    [Fact]
    public async Task A_removed_backup_takes_along_the_attached_files_that_no_other_needs()
    {
        using var saved = await SavedState.MakeAsync();
        await saved.BackUpAsync(BackupReason.Daily);
        var scan = Directory.EnumerateFiles(saved.Target.Path, SavedState.Attached, SearchOption.AllDirectories).Single();
        var keeper = new BackupKeeper(new BackupMaker(saved.State, "9.9.9", new Core.Time.CityClock(TimeProvider.System), _ => long.MaxValue), saved.Target, new BackupRetention(1, 1));
        Directory.CreateDirectory(Path.Combine(saved.Target.Path, ".unfinished-of-a-crash"));
        await using (var store = await TestStore.OpenAsync(saved.State.Database, sectors: false))
            await store.Gate.RunAsync(session => session.Execute("DELETE FROM attachments"), CancellationToken.None);

        (await keeper.MakeAsync(BackupReason.Asked, CancellationToken.None)).Value();
        File.Exists(scan).ShouldBeTrue("the daily backup needs it");
        (await keeper.MakeAsync(BackupReason.Daily, CancellationToken.None)).Value();
        File.Exists(scan).ShouldBeFalse();
        keeper.All().Length.ShouldBe(2);
        Directory.EnumerateDirectories(saved.Target.Path, ".unfinished*").ShouldBeEmpty();
    }

    private static ImmutableArray<Backup> Keep(BackupRetention retention, ImmutableArray<Backup> all) => [.. all.Except(retention.Expired(all))];

    private static DateTimeOffset At(int hour) => new(2026, 5, 4, hour, 0, 0, TimeSpan.Zero);

    private static Backup Of(BackupReason reason, DateTimeOffset at) => new(
        "/backups/" + at.UtcDateTime.ToString("s", System.Globalization.CultureInfo.InvariantCulture),
        new BackupManifest { Format = 1, Product = "1.0.0", Schema = null, At = at, Reason = reason, Log = null, Files = [], Attachments = [], Missing = [] });
}
