namespace SocialWork.Benchmarks.Support;

/// <summary>Medians and percentiles.</summary>
internal static class Numbers
{
    public static double Median(this IEnumerable<double> values) => Percentile(values, 0.5);

    public static double Percentile(this IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToArray();
        return sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))];
    }
}
