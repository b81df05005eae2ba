using System.Collections.Immutable;
using SocialWork.Abstractions;

namespace SocialWork.Modules.Tests.Support;

/// <summary>Requests of the contract over fakes that a test controls.</summary>
internal static class Requests
{
    public static readonly PlanRef Plan = new("2026", 2026);

    public static DescribeSector Describe { get; } = new(Plan);

    public static CalculateIndicators Calculate(ISectorRegister? register = null, params ImmutableHashSet<string> settings) =>
        new(Plan, new DateOnly(2026, 11, 30), new SevenEverywhere(), register ?? new HundredUnits(), settings);

    private sealed class SevenEverywhere : ISectorTotals
    {
        public Term Sum(Measure measure, Scope units) => new(7, [new TermSource.Reported(measure, units, 7, new CellCounts(1, 0, 0, 0, 0))]);

        public long Unreported(FormDefinition form, Scope units) => 0;
    }

    private sealed class HundredUnits : ISectorRegister
    {
        public Term Count(Scope units) => new(100, [new TermSource.Registered(units, 100)]);

        public Term Records(Measure measure) => new(3, [new TermSource.Recorded(measure, 3)]);
    }
}

/// <summary>A register that tells when it is asked and holds its asker until the test lets go.</summary>
internal sealed class BlockingRegister : ISectorRegister, IDisposable
{
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ManualResetEventSlim _letGo = new();

    public Task Asked => _asked.Task;

    public void LetGo() => _letGo.Set();

    public Term Count(Scope units)
    {
        _asked.TrySetResult();
        _letGo.Wait();
        return Term.Zero;
    }

    public Term Records(Measure measure) => Term.Zero;

    public void Dispose() => _letGo.Dispose();
}
