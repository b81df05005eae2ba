using SocialWork.Abstractions;

namespace SocialWork.Core.Indicators;

/// <summary>Whether a module's part can be believed: a number without confirmed sources never reaches a report.</summary>
internal static class Soundness
{
    /// <summary>What is wrong with a part; null when it is sound.</summary>
    public static string? Fault(IndicatorContribution part, SectorView view)
    {
        try
        {
            return Judge(part, view);
        }
        catch (Exception fault) when (fault is NullReferenceException or OverflowException or InvalidOperationException)
        {
            return "an answer with parts missing or out of range";
        }
    }

    private static string? Judge(IndicatorContribution part, SectorView view)
    {
        if (part.Numerator is null) return "no numerator";
        if (part.Numerator.Value < 0 || part.Denominator?.Value < 0 || part.Unreported < 0) return "a negative number";
        if (part.Denominator is { } d && d.Sources.Any(s => s is TermSource.Registered) && part.Numerator.Value + part.Unreported > d.Value)
            return $"numerator {part.Numerator.Value} and unreported {part.Unreported} exceed the {d.Value} units of the register";
        if (Unreported(part, view) is { } unreported && unreported != part.Unreported)
            return $"{part.Unreported} units are said to be unreported, {unreported} are";
        return Fault(part.Numerator, view) ?? (part.Denominator is null ? null : Fault(part.Denominator, view));
    }

    // Unreported units decide the verdict, so they are counted here too, wherever one form answers for the units of the register.
    private static long? Unreported(IndicatorContribution part, SectorView view)
    {
        var registered = part.Denominator?.Sources.OfType<TermSource.Registered>().ToArray() ?? [];
        var forms = part.Numerator.Sources.OfType<TermSource.Reported>().Select(s => s.Measure.Form).Distinct(StringComparer.Ordinal).ToArray();
        return registered.Length > 0 && forms is [var form] ? registered.Sum(r => view.Unreported(form, r.Units)) : null;
    }

    private static string? Fault(Term term, SectorView view)
    {
        if (term.Sources.IsDefault || term.Sources.Sum(s => s.Value) != term.Value) return $"{term.Value} is not the sum of its sources";
        return term.Sources.FirstOrDefault(s => !view.Confirms(s)) is { } wrong ? $"the source {wrong} is not confirmed by the data" : null;
    }
}
