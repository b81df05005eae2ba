using System.Diagnostics;

namespace SocialWork.Benchmarks.Support;

/// <summary>Time since a moment.</summary>
internal readonly struct Clock
{
    private readonly long _start;

    private Clock(long start) => _start = start;

    public static Clock Start() => new(Stopwatch.GetTimestamp());

    public double Milliseconds => Stopwatch.GetElapsedTime(_start).TotalMilliseconds;
}
