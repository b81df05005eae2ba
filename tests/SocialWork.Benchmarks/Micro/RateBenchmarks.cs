using System.Globalization;
using BenchmarkDotNet.Attributes;
using SocialWork.Core.Indicators;

namespace SocialWork.Benchmarks.Micro;

/// <summary>Printing a rate exactly, against printing it as a floating-point number.</summary>
[MemoryDiagnoser]
public class RateBenchmarks
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");
    private readonly long _far = 1_234;
    private readonly long _near = 99_999;

    /// <summary>The floor: what must not be done, for it may round across the threshold.</summary>
    [Benchmark(Baseline = true)]
    public string FloatingPoint() => (_far / 1_750d).ToString("P1", Vietnamese);

    /// <summary>A rate far from its threshold.</summary>
    [Benchmark]
    public string FarFromTheThreshold() => Rate.Print(_far, 1_750, 50);

    /// <summary>A rate that needs more decimals than one to stay below its threshold.</summary>
    [Benchmark]
    public string NextToTheThreshold() => Rate.Print(_near, 200_000, 50);
}
