using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace SocialWork.Benchmarks.Micro;

/// <summary>The hot paths one by one, each beside the least that the same work could be.</summary>
internal static class MicroRun
{
    public static int Run(string[] filter)
    {
        // In this process: a generated project would build the host and its plugins again for every benchmark.
        var config = DefaultConfig.Instance
            .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
            .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "socialwork-benchmark-artifacts"));
        string[] args = filter.Length == 0 ? ["--filter", "*"] : ["--filter", .. filter.Select(f => f.Contains('*', StringComparison.Ordinal) ? f : $"*{f}*")];
        var summaries = BenchmarkSwitcher.FromAssembly(typeof(MicroRun).Assembly).Run(args, config);
        return summaries.Any(s => s.HasCriticalValidationErrors || s.Reports.Any(r => !r.Success)) ? 1 : 0;
    }
}
