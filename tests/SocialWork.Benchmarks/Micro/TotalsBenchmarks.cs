using BenchmarkDotNet.Attributes;
using SocialWork.Core.Totals;

namespace SocialWork.Benchmarks.Micro;

/// <summary>What one sent form does to running totals, against copying its vector.</summary>
[MemoryDiagnoser]
public class TotalsBenchmarks
{
    private readonly FilledForm _form = FilledForm.Instance;
    private byte[] _stored = [];

    /// <summary>Prepares.</summary>
    [GlobalSetup]
    public void Prepare() => _stored = TotalsVector.Write(_form.Totals.Vector);

    /// <summary>The floor: a copy of the numbers.</summary>
    [Benchmark(Baseline = true)]
    public long[] CopyOfTheVector() => [.. _form.Totals.Vector];

    /// <summary>What a version adds.</summary>
    [Benchmark]
    public long[] Contribution() => _form.Form.Layout.Contribution(_form.Values, _form.Context);

    /// <summary>Into the bytes that are stored.</summary>
    [Benchmark]
    public byte[] Write() => TotalsVector.Write(_form.Totals.Vector);

    /// <summary>Out of the bytes that are stored.</summary>
    [Benchmark]
    public long[] Read() => TotalsVector.Read(_stored, _form.Totals.Vector.Length);
}
