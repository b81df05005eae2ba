using System.Numerics;
using SocialWork.Core.Plans;

namespace SocialWork.Core.Indicators;

/// <summary>What can be said of a target.</summary>
public enum Verdict
{
    /// <summary>đạt</summary>
    Met,
    /// <summary>chưa đạt</summary>
    NotMet,
    /// <summary>chưa xác định: what is not reported could still turn it.</summary>
    Undetermined,
    /// <summary>không phát sinh: there was nothing to count.</summary>
    NotArising,
    /// <summary>chưa báo cáo: nothing is known yet.</summary>
    NotReported,
}

/// <summary>Judges a rate against a target.</summary>
public static class Judgement
{
    /// <summary>
    /// With u unreported units in the denominator: met only if n/d passes (for “=”, only when u is 0), not met only if
    /// (n+u)/d fails, else undetermined. 0/0 is <i>không phát sinh</i>, or <i>chưa báo cáo</i> when nobody has reported.
    /// </summary>
    public static Verdict Of(long numerator, long denominator, long unreported, bool anyReport, Comparator comparator, int threshold)
    {
        if (denominator == 0) return anyReport ? Verdict.NotArising : Verdict.NotReported;
        if (!anyReport) return Verdict.NotReported;
        if (Rate.Passes(numerator, denominator, comparator, threshold) && (comparator != Comparator.Equal || unreported == 0)) return Verdict.Met;
        var needed = (BigInteger)threshold * denominator;
        var couldTurn = comparator == Comparator.Equal
            ? (BigInteger)100 * numerator <= needed && needed <= (BigInteger)100 * (numerator + unreported)
            : Rate.Passes(numerator + unreported, denominator, comparator, threshold);
        return couldTurn && unreported > 0 ? Verdict.Undetermined : Verdict.NotMet;
    }
}
