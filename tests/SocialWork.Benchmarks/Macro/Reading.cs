using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using SocialWork.Benchmarks.Support;
using SocialWork.Core;
using SocialWork.Core.Access;
using SocialWork.Core.Lineage;
using SocialWork.Core.Obstacles;
using SocialWork.Core.Planning;
using SocialWork.Core.Reports;
using SocialWork.Core.Submissions;
using SocialWork.Host.Demo;
using SocialWork.Persistence;

namespace SocialWork.Benchmarks.Macro;

/// <summary>The combined report, in process and over HTTP; the recount; the lineage of a figure.</summary>
internal static class Reading
{
    public const string TotalsRows = "SELECT * FROM totals WHERE \"Plan\"='2026' AND \"Period\"='2026' AND \"Area\"=''";
    private const string SchoolVersions = "SELECT * FROM versions WHERE \"Plan\"='2026' AND \"Form\"='GD1' AND \"Period\"='2026'";
    private const int Rounds = 15;

    public static async Task MeasureAsync(ServedCity city, RatioTable table)
    {
        var model = await city.ModelAsync();
        await using var lease = city.Lease();
        using var raw = city.OpenRaw();
        var builder = city.Get<CombinedReportBuilder>();
        var floor = $"raw SELECT of the {RawSql.ReadAll(raw, TotalsRows)} totals rows";
        table.Add("combined report of the demonstration year, in process", floor,
            await Compare.RatioAsync(Rounds, () => Raw(raw, TotalsRows), () => Compare.TimeAsync(5, () => builder.BuildAsync(model, lease, CancellationToken.None))));

        await OverHttpAsync(city, table, raw, floor);

        await MaskedAsync(city, table);

        var recount = city.Get<TotalsRecount>();
        table.Add("totals recounted from the versions and compared", "the combined report in process",
            await Compare.RatioAsync(Rounds, () => Compare.TimeAsync(2, () => builder.BuildAsync(model, lease, CancellationToken.None)), () => Compare.TimeAsync(1, () => SoundAsync(recount, model))));

        var lineage = city.Get<LineageReader>();
        var reader = new Actor("benchmark", [Role.StandingAgency], null);
        table.Add("lineage of CT1", $"raw SELECT of the {RawSql.ReadAll(raw, SchoolVersions)} versions of GD1",
            await Compare.RatioAsync(Rounds, () => Raw(raw, SchoolVersions), () => Compare.TimeAsync(1, () => lineage.ReadAsync(reader, model, lease, "CT1", CancellationToken.None))));
    }

    // The form that most units fill: what is hidden of one hangs on all of them.
    private static async Task MaskedAsync(ServedCity city, RatioTable table)
    {
        var counting = await city.Get<ISubmissionReader>().CountingAsync(DemoFacts.Plan, "GD2", DemoFacts.Plan, unit: null, CancellationToken.None);
        var address = new Uri($"/api/v1/submissions/{DemoFacts.Plan}/GD2/{counting[0].Version.Key.Unit}", UriKind.Relative);
        using var whole = await city.SignInAsync();
        using var masked = await city.SignInAsync("leader");
        var floor = "the same read whole by the standing agency";
        table.Add($"one of {counting.Length} masked forms read by a leader, over HTTP", floor,
            await Compare.RatioAsync(Rounds, () => Read(whole), () => Read(masked)));
        var obstacles = city.Get<IObstacleStore>();
        var some = (await obstacles.ListAsync(DemoFacts.Plan, CancellationToken.None))[0];
        table.Add("the same after a change of data", floor, await Compare.RatioAsync(Rounds, () => Read(whole), async () =>
        {
            await obstacles.SaveAsync(some, "benchmark", CancellationToken.None);
            return await Compare.TimeAsync(1, async () => await masked.GetByteArrayAsync(address));
        }));

        Task<double> Read(HttpClient client) => Compare.TimeAsync(20, async () => await client.GetByteArrayAsync(address));
    }

    public static Task<double> Raw(SqliteConnection raw, string sql) => Task.FromResult(Compare.Time(5, () => RawSql.ReadAll(raw, sql)));

    private static async Task OverHttpAsync(ServedCity city, RatioTable table, SqliteConnection raw, string floor)
    {
        var address = new Uri($"/api/v1/plans/{DemoFacts.Plan}/combined-report", UriKind.Relative);
        using var client = await city.SignInAsync();
        var obstacles = city.Get<IObstacleStore>();
        var some = (await obstacles.ListAsync(DemoFacts.Plan, CancellationToken.None))[0];
        table.Add("the same over HTTP after a change of data", floor, await Compare.RatioAsync(Rounds, () => Raw(raw, TotalsRows), async () =>
        {
            // Any line in the audit log makes the kept bytes stale.
            await obstacles.SaveAsync(some, "benchmark", CancellationToken.None);
            return await Compare.TimeAsync(1, async () => await client.GetByteArrayAsync(address));
        }));
        table.Add("the same over HTTP, bytes kept", floor,
            await Compare.RatioAsync(Rounds, () => Raw(raw, TotalsRows), () => Compare.TimeAsync(20, async () => await client.GetByteArrayAsync(address))));

        using var first = await client.GetAsync(address);
        var tag = first.Headers.ETag ?? throw new InvalidOperationException("The report carries no tag: a module failed.");
        table.Add("the same over HTTP, unchanged since it was read (304)", floor, await Compare.RatioAsync(Rounds, () => Raw(raw, TotalsRows), () => Compare.TimeAsync(20, async () =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.IfNoneMatch.Add(tag);
            using var answer = await client.SendAsync(request);
            if (answer.StatusCode != System.Net.HttpStatusCode.NotModified) throw new InvalidOperationException($"Expected 304, got {answer.StatusCode}.");
        })));
    }

    private static async Task SoundAsync(TotalsRecount recount, PlanModel model)
    {
        var differences = await recount.CompareAsync(model, CancellationToken.None);
        if (!differences.IsEmpty) throw new InvalidOperationException($"{differences.Length} rows of totals differ from the recount.");
    }
}
