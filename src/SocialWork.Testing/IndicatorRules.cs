using SocialWork.Abstractions;

namespace SocialWork.Testing;

/// <summary>What must hold in a plugin's parts of indicators.</summary>
internal static class IndicatorRules
{
    /// <summary>Every broken rule in one sentence.</summary>
    public static IEnumerable<string> Broken(SectorIndicators answer, SectorDescription description, Lineage lineage)
    {
        if (answer.Contributions.IsDefault) return ["Contributions must be set; write [] for none."];
        var declared = description.Indicators.Select(indicator => indicator.Code).ToHashSet(StringComparer.Ordinal);
        var given = answer.Contributions.Select(part => part.Code).ToArray();
        return
        [
            .. declared.Except(given, StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(code => $"Indicator {code} is declared, but has no part in the answer."),
            .. given.Except(declared, StringComparer.Ordinal).Select(code => $"Indicator {code} has a part in the answer, but is not declared."),
            .. given.GroupBy(code => code, StringComparer.Ordinal).Where(same => same.Skip(1).Any()).Select(same => $"Indicator {same.Key} has more than one part."),
            .. answer.Contributions.SelectMany(part => PartProblems(part, lineage)),
        ];
    }

    private static IEnumerable<string> PartProblems(IndicatorContribution part, Lineage lineage)
    {
        if (part.Numerator.Value < 0) yield return $"Indicator {part.Code}: the numerator is {part.Numerator.Value}, below 0.";
        if (part.Unreported < 0) yield return $"Indicator {part.Code}: unreported is {part.Unreported}, below 0.";
        if (part.Denominator is { } whole && part.Numerator.Value + part.Unreported > whole.Value)
            yield return $"Indicator {part.Code}: numerator {part.Numerator.Value} + unreported {part.Unreported} is more than the denominator {whole.Value}.";
        foreach (var problem in TermProblems(part.Numerator, $"Indicator {part.Code}: the numerator", lineage)) yield return problem;
        if (part.Denominator is null) yield break;
        foreach (var problem in TermProblems(part.Denominator, $"Indicator {part.Code}: the denominator", lineage)) yield return problem;
    }

    private static IEnumerable<string> TermProblems(Term term, string what, Lineage lineage)
    {
        if (term.Sources.IsDefault)
        {
            yield return $"{what} has no list of sources.";
            yield break;
        }

        var sum = term.Sources.Sum(source => source.Value);
        if (sum != term.Value) yield return $"{what} is {term.Value}, but its sources add up to {sum}.";
        if (term.Sources.Any(source => !lineage.Gave(source))) yield return $"{what} has a source that no view of the host handed out; add the terms that Totals and Register return.";
    }
}
