using System.Globalization;
using SocialWork.Benchmarks.Support;
using SocialWork.Host.Demo;

namespace SocialWork.Benchmarks.Macro;

/// <summary>What the nine plugins cost at the start, and what the host takes of memory.</summary>
internal static class StartToReady
{
    private const int Rounds = 5;
    private const int Reports = 100;

    public static async Task MeasureAsync(string dataFolder, RatioTable table)
    {
        table.Add("start to ready with nine plugins, filled data folder", "the same in safe mode, without plugins",
            await Compare.RatioAsync(Rounds, () => TimeAsync(dataFolder, "--safe-mode"), () => TimeAsync(dataFolder)));
        await MemoryAsync(dataFolder, table);
    }

    private static async Task<double> TimeAsync(string dataFolder, params string[] more)
    {
        await using var host = await HostProcess.StartAsync(dataFolder, more);
        return host.StartToReady;
    }

    private static async Task MemoryAsync(string dataFolder, RatioTable table)
    {
        double after, busy;
        await using (var host = await HostProcess.StartAsync(dataFolder))
        {
            after = host.WorkingSetMegabytes;
            using var client = await ServedCity.SignInAsync(host.Address);
            for (var i = 0; i < Reports; i++)
            {
                // The report's bytes are kept after the first; the lineage reads and counts every time.
                await client.GetByteArrayAsync(new Uri($"/api/v1/plans/{DemoFacts.Plan}/combined-report/figures/CT1", UriKind.Relative));
                await client.GetByteArrayAsync(new Uri($"/api/v1/plans/{DemoFacts.Plan}/combined-report", UriKind.Relative));
            }

            busy = host.WorkingSetMegabytes;
        }

        table.Add("for scale: working set when ready, on this machine", "—", $"{after.ToString("0", CultureInfo.InvariantCulture)} MB");
        table.Add($"for scale: after {Reports} reports and as many lineages", "—", $"{busy.ToString("0", CultureInfo.InvariantCulture)} MB");
    }
}
