using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using SocialWork.Abstractions;
using SocialWork.Core.Planning;
using SocialWork.Core.Plans;
using SocialWork.Core.Sectors;

namespace SocialWork.Core.Indicators;

/// <summary>
/// Asks every module once for all its parts, checks that each part is sound and comes from where it says, and puts the
/// indicators together: ratio of sums, exact integers to the end. Safe for concurrent use.
/// </summary>
public sealed class IndicatorCalculator(ILogger<IndicatorCalculator> log)
{
    /// <summary>Calculates every indicator of the plan over a snapshot.</summary>
    /// <param name="snapshot">The totals to read.</param>
    /// <param name="lease">The modules to ask.</param>
    /// <param name="core">The core's own parts: punctuality, which no form tells alone.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public async Task<ImmutableArray<IndicatorResult>> CalculateAsync(
        TotalsSnapshot snapshot, ISectorLease lease, ImmutableArray<(string Code, ContributionResult Part)> core, CancellationToken cancellationToken)
    {
        var plan = snapshot.Model.Plan;
        var asked = snapshot.Model.Sectors.Select(s => (Status: s, View: new SectorView(new SectorBorder(s.Id, log), snapshot))).ToArray();
        var answers = await Task.WhenAll(asked.Select(a => AskAsync(a.Status, a.View, plan, lease, cancellationToken)));
        var parts = answers.SelectMany(a => a).Concat(core).ToLookup(c => c.Code, c => c.Part, StringComparer.Ordinal);
        return [.. Definitions(snapshot.Model).Select(d => new IndicatorResult(d.Definition, d.Basis, [.. parts[d.Definition.Code]]))];
    }

    private static IEnumerable<PlanIndicator> Definitions(PlanModel model) =>
        model.Plan.Indicators
            .Concat(model.Sectors.SelectMany(s => s.Indicators).Where(i => i.Definition is not null).Select(i => new PlanIndicator(i.Definition!, IndicatorBasis.Forms)))
            .DistinctBy(i => i.Definition.Code)
            .OrderByDescending(i => model.Plan.Targets.Any(t => t.Indicator == i.Definition.Code))
            .ThenBy(i => i.Definition.Code.Length)
            .ThenBy(i => i.Definition.Code, StringComparer.Ordinal);

    private async Task<ImmutableArray<(string Code, ContributionResult Part)>> AskAsync(
        SectorStatus status, SectorView view, Plan plan, ISectorLease lease, CancellationToken cancellationToken)
    {
        var sector = lease.Sectors.FirstOrDefault(s => s.Id == status.Id);
        if (status.Outcome != SectorOutcome.Ok || sector is null) return Absent(status, plan, status.Outcome, status.Reason);
        var request = new CalculateIndicators(plan.Ref, plan.CutOff, view, view, plan.SettingsOn);
        return await sector.Ask(request, cancellationToken) switch
        {
            SectorAnswer<SectorIndicators>.Unavailable no => Absent(status, plan, no.Outcome, no.Reason),
            SectorAnswer<SectorIndicators>.Ok { Value: var answer } => [.. status.Indicators.Select(d => (d.Code, Check(status, d, answer, view)))],
            _ => throw new InvalidOperationException("Unknown answer."),
        };
    }

    private static ImmutableArray<(string Code, ContributionResult Part)> Absent(SectorStatus status, Plan plan, SectorOutcome outcome, Text? reason)
    {
        var shared = plan.Indicators.Where(i => i.Contributors.Contains(status.Id)).Select(i => i.Definition.Code);
        return [.. status.Indicators.Select(i => i.Code).Union(shared, StringComparer.Ordinal)
            .Select(code => (code, new ContributionResult(status.Id, outcome, reason, null, default, status.Indicators.FirstOrDefault(i => i.Code == code)?.Formula)))];
    }

    private ContributionResult Check(SectorStatus status, IndicatorDeclaration declared, SectorIndicators answer, SectorView view)
    {
        var part = answer.Contributions.IsDefault ? null : answer.Contributions.FirstOrDefault(c => c is not null && c.Code == declared.Code);
        var fault = part is null ? "no answer" : Soundness.Fault(part, view);
        if (part is not null && fault is null)
            return new ContributionResult(status.Id, SectorOutcome.Ok, null, part, view.Coverage([.. part.Numerator.Sources, .. part.Denominator?.Sources ?? []]), declared.Formula);

        log.LogError("Module {Module} gave no usable part of {Indicator}: {Fault}", status.Id, declared.Code, fault);
        var reason = new Text($"Mô-đun {status.Id} trả lời không dùng được cho {declared.Code}; nhật ký có chi tiết.", $"Module {status.Id} gave an unusable answer for {declared.Code}: {fault}.");
        return new ContributionResult(status.Id, SectorOutcome.Failed, reason, null, default, declared.Formula);
    }
}
