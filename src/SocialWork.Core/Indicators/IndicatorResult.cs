using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Plans;
using SocialWork.Core.Sectors;

namespace SocialWork.Core.Indicators;

/// <summary>How complete a figure is, for the forms it is made of.</summary>
/// <param name="Expected">Units that are asked.</param>
/// <param name="Reported">Units whose reports count.</param>
/// <param name="Accepted">Units whose counting reports the standing agency has accepted.</param>
public readonly record struct Coverage(long Expected, long Reported, long Accepted)
{
    /// <summary>Both together.</summary>
    public static Coverage operator +(Coverage a, Coverage b) => new(a.Expected + b.Expected, a.Reported + b.Reported, a.Accepted + b.Accepted);

    /// <summary>Whether nobody is missing.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsComplete => Reported >= Expected;
}

/// <summary>A module's part of an indicator, or why there is none.</summary>
/// <param name="Module">The module's id, or <c>core</c>.</param>
/// <param name="Outcome">Whether it took part.</param>
/// <param name="Reason">Why not; null when it did.</param>
/// <param name="Value">Its part; null when it took no part.</param>
/// <param name="Coverage">How complete its part is.</param>
/// <param name="Formula">The formula it declared.</param>
public sealed record ContributionResult(
    string Module, SectorOutcome Outcome, Text? Reason, IndicatorContribution? Value, Coverage Coverage, Text? Formula);

/// <summary>An indicator over all modules.</summary>
/// <param name="Definition">What it is.</param>
/// <param name="Basis">Where its population is known from.</param>
/// <param name="Contributions">Every module's part, those that are missing included.</param>
public sealed record IndicatorResult(IndicatorDefinition Definition, IndicatorBasis Basis, ImmutableArray<ContributionResult> Contributions)
{
    private IEnumerable<IndicatorContribution> Parts => Contributions.Where(c => c.Value is not null).Select(c => c.Value!);

    /// <summary>Σ numerators, or Σ values.</summary>
    public long Numerator => Parts.Aggregate(0L, (sum, p) => checked(sum + p.Numerator.Value));

    /// <summary>Σ denominators; null for a count.</summary>
    public long? Denominator => Definition.Kind == IndicatorKind.Count ? null : Parts.Aggregate(0L, (sum, p) => checked(sum + (p.Denominator?.Value ?? 0)));

    /// <summary>Σ unreported units.</summary>
    public long Unreported => Parts.Sum(p => p.Unreported);

    /// <summary>How complete it is.</summary>
    public Coverage Coverage => Contributions.Aggregate(default(Coverage), (sum, c) => sum + c.Coverage);

    /// <summary>Whether anything at all was reported; what a register holds needs no report.</summary>
    public bool AnyReport => Coverage.Reported > 0 || Parts.Any(p => p.Numerator.Sources.Any(s => s is TermSource.Recorded));

    /// <summary>Tạm tính: somebody has not reported, or a module took no part.</summary>
    public bool Provisional => !Coverage.IsComplete || Contributions.Any(c => c.Outcome != SectorOutcome.Ok);

    /// <summary>Cells that were withheld by right. One that left both sides is counted at each of them, and is one cell all the same.</summary>
    public long Withheld => Parts.Sum(p => Math.Max(WithheldIn(p.Numerator), WithheldIn(p.Denominator)));

    /// <summary>The rate as people read it, held against a threshold; <i>không phát sinh</i> or <i>chưa báo cáo</i> where there is none.</summary>
    public string RateText(int? threshold) => Denominator switch
    {
        null => AnyReport ? Rate.Print(Numerator) : "chưa báo cáo",
        0 => AnyReport ? "không phát sinh" : "chưa báo cáo",
        { } d => AnyReport ? Rate.Print(Numerator, d, threshold) : "chưa báo cáo",
    };

    /// <summary>What can be said of a target that the indicator measures.</summary>
    public Verdict Judge(Target target) => Judgement.Of(Numerator, Denominator ?? 0, Unreported, AnyReport, target.Comparator, target.Threshold);

    private static long WithheldIn(Term? side) => side?.Sources.OfType<TermSource.Reported>().Sum(s => s.Counts.Withheld) ?? 0;
}
