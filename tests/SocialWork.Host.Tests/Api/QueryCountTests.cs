using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using SocialWork.Host.Tests.Support;
using SocialWork.Persistence;
using SocialWork.Persistence.Reading;

namespace SocialWork.Host.Tests.Api;

/// <summary>The main addresses ask the database a fixed number of times, however many units there are.</summary>
[Collection(ServedYearTests.Name)]
public sealed class QueryCountTests(ServedYear year, CountedHosts hosts) : IClassFixture<CountedHosts>
{
    // What keeps the report is asked of a host that has none yet.
    private static readonly string[] Kept = ["/combined-report", "/narrative", "/reports/", "/board/", "/plans/2026?"];

    [Theory]
    [InlineData("/api/v1/plans/2026/combined-report", 17)]
    [InlineData("/api/v1/plans/2026/combined-report.html", 17)]
    [InlineData("/api/v1/plans/2026/combined-report.docx", 17)]
    [InlineData("/api/v1/plans/2026/combined-report.xlsx", 17)]
    [InlineData("/api/v1/plans/2026/combined-report/lineage.xlsx", 60)]
    [InlineData("/api/v1/plans/2026/agencies/19960/report.docx", 6)]
    [InlineData("/api/v1/plans/2026/agencies/SGDDT/report.docx", 6)]
    [InlineData("/api/v1/plans/2026/monitoring", 1)]
    [InlineData("/api/v1/plans/2026/monitoring.xlsx", 1)]
    [InlineData("/api/v1/units?on=2026-11-30", 0)]
    [InlineData("/api/v1/units?on=2026-11-30&search=truong&sort=name", 0)]
    [InlineData("/api/v1/units/TH-19960-1", 0)]
    [InlineData("/api/v1/units/TH-19960-1/history", 1)]
    [InlineData("/api/v1/units.csv?on=2026-11-30", 0)]
    [InlineData("/api/v1/forms?plan=2026", 0)]
    [InlineData("/api/v1/plans/2026", 0)]
    [InlineData("/api/v1/submissions/2026/GD1/TH-19960-1", 2)]
    [InlineData("/api/v1/submissions/2026/GD1/TH-19960-1/versions", 2)]
    [InlineData("/api/v1/plans/2026/combined-report/figures/CT1", 21)]
    [InlineData("/api/v1/plans/2026/combined-report/figures/BS13", 4)]
    [InlineData("/api/v1/plans/2026/report-facts", 1)]
    [InlineData("/api/v1/plans/2026/narrative", 17)]
    [InlineData("/api/v1/plans/2026/narrative/V", 17)]
    [InlineData("/api/v1/plans/2026/narrative/V/versions", 1)]
    [InlineData("/api/v1/plans/2026/snapshots", 3)]
    [InlineData("/snapshots/2026", 3)]
    [InlineData("/api/v1/registers/R9/entries?plan=2026", 1)]
    [InlineData("/api/v1/forms/XP3/workbook?plan=2026&unit=19960", 4)]
    [InlineData("/api/v1/forms/GD1/workbook?plan=2026&unit=SGDDT", 4)]
    [InlineData("/api/v1/forms/YT2/workbook?plan=2026&unit=19960", 4)]
    [InlineData("/api/v1/workbooks?plan=2026&unit=SGDDT", 4)]
    [InlineData("/api/v1/workbooks?plan=2026&unit=19960", 4)]
    [InlineData("/api/v1/modules", 0)]
    [InlineData("/health/ready", 1)]
    [InlineData("/", 4)]
    [InlineData("/reports/2026", 17)]
    [InlineData("/reports/2026/words", 18)]
    [InlineData("/reports/2026/words/III.2", 18)]
    [InlineData("/reports/2026/facts", 1)]
    [InlineData("/review", 1)]
    [InlineData("/review/2026/XP3/19960", 5)]
    [InlineData("/review/2026/XP3/19960?after=accept", 6)]
    [InlineData("/monitoring/2026", 2)]
    [InlineData("/monitoring/2026?view=tiles", 2)]
    [InlineData("/monitoring/2026/19960", 2)]
    [InlineData("/submissions/2026/XP3/20044", 7)]
    [InlineData("/submissions/2026/XP3/20044/nhom", 9)]
    [InlineData("/submissions/2026/GD1", 2)]
    [InlineData("/board/2026", 18)]
    [InlineData("/plans/2026?q=tram+y+te", 17)]
    [InlineData("/workbooks", 0)]
    [InlineData("/workbooks?form=GD1&unit=SGDDT", 0)]
    [InlineData("/work", 0)]
    public async Task An_address_asks_the_database_no_more_often_than_it_says(string address, int most)
    {
        var (host, counter) = Kept.Any(part => address.Contains(part, StringComparison.Ordinal)) ? await hosts.StartAsync(year) : await hosts.SharedAsync(year);
        // Only who enters a form opens its sections.
        var client = await host.SignInAsync(address.StartsWith("/submissions/2026/XP3/20044/", StringComparison.Ordinal) ? "20044.reporter" : "standing");

        counter.Reset();
        var response = await client.GetAsync(new Uri(address, UriKind.Relative));

        response.EnsureSuccessStatusCode();
        counter.Count.ShouldBeInRange(Math.Min(1, most), most);
    }
}

/// <summary>Hosts over copies of the year that count what they ask their databases.</summary>
public sealed class CountedHosts : IAsyncLifetime
{
    private readonly List<(HostUnderTest Host, TemporaryFolder Data)> _started = [];
    private (HostUnderTest, QueryCounter)? _shared;

    /// <summary>One for all that keep nothing that another asks for.</summary>
    internal async Task<(HostUnderTest Host, QueryCounter Counter)> SharedAsync(ServedYear year) => _shared ??= await StartAsync(year);

    /// <summary>One that nobody has asked anything.</summary>
    internal async Task<(HostUnderTest Host, QueryCounter Counter)> StartAsync(ServedYear year)
    {
        var (data, counter) = (new TemporaryFolder(), new QueryCounter());
        year.CopyTo(data.Path);
        var host = await HostUnderTest.StartAsync(data.Path, builder => builder.Services.AddSingleton(p => new DbReaders(p.GetRequiredService<StorageOptions>(), counter)));
        _started.Add((host, data));
        return (host, counter);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var (host, data) in _started)
        {
            await host.DisposeAsync();
            data.Dispose();
        }
    }
}

/// <summary>Counts what a database is asked.</summary>
internal sealed class QueryCounter : DbCommandInterceptor
{
    private int _count;

    public int Count => _count;

    public void Reset() => _count = 0;

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _count);
        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Interlocked.Increment(ref _count);
        return base.ReaderExecuting(command, eventData, result);
    }
}
