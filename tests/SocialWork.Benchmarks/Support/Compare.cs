namespace SocialWork.Benchmarks.Support;

/// <summary>Measures work against its floor.</summary>
internal static class Compare
{
    /// <summary>
    /// The median over several rounds of how many times as long the work takes as the floor. Both are measured in every
    /// round, one after the other, so that a busy moment of the machine weighs on both; the first round is not counted.
    /// </summary>
    public static async Task<double> RatioAsync(int rounds, Func<Task<double>> floor, Func<Task<double>> work)
    {
        var ratios = new List<double>();
        for (var round = 0; round <= rounds; round++)
        {
            var least = await floor();
            var taken = await work();
            if (round > 0) ratios.Add(taken / least);
        }

        return ratios.Median();
    }

    /// <summary>The mean time of one of several repetitions, in milliseconds.</summary>
    public static async Task<double> TimeAsync(int times, Func<Task> work)
    {
        var clock = Clock.Start();
        for (var i = 0; i < times; i++) await work();
        return clock.Milliseconds / times;
    }

    /// <summary>The same for work that does not wait.</summary>
    public static double Time(int times, Action work)
    {
        var clock = Clock.Start();
        for (var i = 0; i < times; i++) work();
        return clock.Milliseconds / times;
    }
}
