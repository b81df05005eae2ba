using System.Collections.Immutable;
using SocialWork.Core.Past;
using SocialWork.Core.Planning;
using SocialWork.Core.Reports;
using SocialWork.Core.Sectors;
using SocialWork.Core.Submissions;
using SocialWork.Core.Time;

namespace SocialWork.Core.Snapshots;

/// <summary>
/// Says why a figure is not what it was: calculates a snapshot anew from the versions it names, and compares two snapshots, or
/// one with now. Safe for concurrent use.
/// </summary>
public sealed class SnapshotComparisons(SnapshotService snapshots, CombinedReportBuilder builder, PastReports pasts, IPastReader past)
{
    /// <summary>Calculates a snapshot's figures anew with the plan and modules of today and compares them; null where there is no such snapshot.</summary>
    public async Task<SnapshotReplay?> ReplayAsync(PlanModel present, ISectorLease lease, int number, CancellationToken cancellationToken)
    {
        if (await snapshots.ContentAsync(present.Plan.Id, number, cancellationToken) is not { } content) return null;
        var data = await PastAsync(present, content, cancellationToken);
        var report = await builder.BuildAsync(data.Model, data.Basis, lease, cancellationToken);
        var around = await snapshots.AroundAsync(data.Model, data.Basis, report, cancellationToken);
        var figures = SnapshotComparison.Figures(content.Report, report, _ => []);
        return new SnapshotReplay(number, figures.IsEmpty, figures, SnapshotComparison.Surroundings(content, around));
    }

    /// <summary>The data of a snapshot, for reports and lineage of that moment; null where there is no such snapshot.</summary>
    public async Task<PastData?> DataAsync(PlanModel present, int number, CancellationToken cancellationToken) =>
        await snapshots.ContentAsync(present.Plan.Id, number, cancellationToken) is { } content ? await PastAsync(present, content, cancellationToken) : null;

    /// <summary>What is different between two snapshots, or between one and now; null where there is none of a number.</summary>
    /// <param name="present">The plan.</param>
    /// <param name="lease">The modules to ask.</param>
    /// <param name="from">The earlier snapshot.</param>
    /// <param name="to">The later one; null for now.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<SnapshotDiff?> DiffAsync(PlanModel present, ISectorLease lease, int from, int? to, CancellationToken cancellationToken)
    {
        if (await snapshots.ContentAsync(present.Plan.Id, from, cancellationToken) is not { } before) return null;
        var (after, basis, model) = to is { } number ? await FrozenAsync(present, number, cancellationToken) : await NowAsync(present, lease, cancellationToken);
        if (after is null) return null;
        var changed = SnapshotComparison.Submissions(model, before.Submissions, after.Submissions);
        var results = changed.IsEmpty ? [] : (await builder.FiguresAsync(model, basis, lease, cancellationToken)).Indicators;
        var causes = new FigureCauses(model, results, await VersionsAsync(model, changed, before, after, cancellationToken));
        return new SnapshotDiff(from, to, SnapshotComparison.Figures(before.Report, after.Report, causes.Of), changed, SnapshotComparison.Surroundings(before, after));
    }

    private async Task<(SnapshotContent? Content, ReportBasis Basis, PlanModel Model)> FrozenAsync(PlanModel present, int number, CancellationToken cancellationToken)
    {
        if (await snapshots.ContentAsync(present.Plan.Id, number, cancellationToken) is not { } content) return (null, builder.Present(), present);
        var data = await PastAsync(present, content, cancellationToken);
        return (content, data.Basis, data.Model);
    }

    private async Task<(SnapshotContent? Content, ReportBasis Basis, PlanModel Model)> NowAsync(PlanModel present, ISectorLease lease, CancellationToken cancellationToken)
    {
        var basis = builder.Present();
        var report = await builder.BuildAsync(present, basis, lease, cancellationToken);
        return (await snapshots.AroundAsync(present, basis, report, cancellationToken), basis, present);
    }

    private Task<PastData> PastAsync(PlanModel present, SnapshotContent content, CancellationToken cancellationToken) =>
        pasts.AtAsync(present, new PastMoment(new LogPoint(content.Report.AsOf, content.Log.Seq), content.Submissions), cancellationToken);

    private async Task<ImmutableArray<ChangedVersions>> VersionsAsync(PlanModel model, ImmutableArray<ChangedSubmission> changed, SnapshotContent before, SnapshotContent after, CancellationToken cancellationToken)
    {
        var (was, now) = (await OfAsync(before), await OfAsync(after));
        return [.. changed.Select(c => new ChangedVersions(c, was.GetValueOrDefault((c.Form, c.Unit)), now.GetValueOrDefault((c.Form, c.Unit))))];

        async Task<Dictionary<(string Form, string Unit), CountingSubmission>> OfAsync(SnapshotContent content)
        {
            var wanted = changed.Select(c => (c.Form, c.Unit)).ToHashSet();
            ImmutableArray<SubmissionStanding> standings = [.. content.Submissions.Where(s => wanted.Contains((s.Form, s.Unit)))];
            var found = await past.CountingAsync(model.Plan.Id, Periods.Annual(model.Plan.Year), standings, cancellationToken);
            return found.ToDictionary(c => (c.Version.Key.Form, c.Version.Key.Unit));
        }
    }
}
