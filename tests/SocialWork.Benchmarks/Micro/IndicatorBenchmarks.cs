using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.Logging.Abstractions;
using SocialWork.Abstractions;
using SocialWork.Core.Indicators;

namespace SocialWork.Benchmarks.Micro;

/// <summary>All indicators of the plan over a snapshot, with modules that answer at once.</summary>
[MemoryDiagnoser]
public class IndicatorBenchmarks
{
    private readonly FilledForm _form = FilledForm.Instance;
    private readonly IndicatorCalculator _calculator = new(NullLogger<IndicatorCalculator>.Instance);
    private TermSource.Reported[] _sources = [];

    /// <summary>Prepares.</summary>
    [GlobalSetup]
    public void Prepare() => _sources =
    [
        .. _form.Answers.SelectMany(a => a.Answer.Contributions)
            .SelectMany(c => c.Numerator.Sources.Concat(c.Denominator?.Sources ?? []))
            .OfType<TermSource.Reported>(),
    ];

    /// <summary>The floor: every sum that the modules name, read once from the snapshot.</summary>
    [Benchmark(Baseline = true)]
    public long EachSumOnce()
    {
        var total = 0L;
        foreach (var source in _sources) total += _form.Snapshot.Sum(source.Measure, source.Units, sector: null).Sum;
        return total;
    }

    /// <summary>Asked, checked, and put together.</summary>
    [Benchmark]
    public Task<ImmutableArray<IndicatorResult>> Calculate() => _calculator.CalculateAsync(_form.Snapshot, _form.Modules, [], CancellationToken.None);
}
