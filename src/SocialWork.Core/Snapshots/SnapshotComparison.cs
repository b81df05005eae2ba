using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Planning;
using SocialWork.Core.Reports;
using SocialWork.Core.Submissions;

namespace SocialWork.Core.Snapshots;

/// <summary>Compares what two moments say. Pure; safe for concurrent use.</summary>
internal static class SnapshotComparison
{
    /// <summary>The figures that say something else, in the order of the later report, then those that are gone.</summary>
    public static ImmutableArray<FigureChange> Figures(CombinedReport before, CombinedReport after, Func<string, ImmutableArray<ChangedSubmission>> because)
    {
        var earlier = ReportFigures.Of(before);
        var known = earlier.ToDictionary(f => f.Address, StringComparer.Ordinal);
        var later = ReportFigures.Of(after);
        var left = later.Select(f => f.Address).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. from figure in later
               let was = known.GetValueOrDefault(figure.Address)
               where was is null || was.Reading != figure.Reading
               select new FigureChange(figure.Address, figure.Label, was?.Reading, figure.Reading, because(figure.Address)),
            .. earlier.Where(f => !left.Contains(f.Address)).Select(f => new FigureChange(f.Address, f.Label, f.Reading, null, because(f.Address))),
        ];
    }

    /// <summary>The submissions that stand otherwise, by form and unit.</summary>
    public static ImmutableArray<ChangedSubmission> Submissions(PlanModel model, ImmutableArray<SubmissionStanding> before, ImmutableArray<SubmissionStanding> after)
    {
        var (earlier, later) = (Standings(before), Standings(after));
        return
        [
            .. from key in earlier.Keys.Union(later.Keys)
               let was = earlier.GetValueOrDefault(key)
               let now = later.GetValueOrDefault(key)
               where was?.CountingVersion != now?.CountingVersion || was?.CountsAccepted != now?.CountsAccepted
               where was?.CountingVersion is not null || now?.CountingVersion is not null
               orderby key.Form, key.Unit
               select new ChangedSubmission(
                   key.Form, key.Unit, model.Units.Find(key.Unit)?.Name ?? key.Unit, was?.CountingVersion, now?.CountingVersion, was?.CountsAccepted ?? false, now?.CountsAccepted ?? false),
        ];
    }

    /// <summary>What around the data is different.</summary>
    public static ImmutableArray<Text> Surroundings(SnapshotContent before, SnapshotContent after) =>
    [
        .. before.Product == after.Product ? [] : new[] { new Text($"Phiên bản phần mềm: {before.Product} → {after.Product}.", $"Version of the product: {before.Product} → {after.Product}.") },
        .. before.PlanFile == after.PlanFile ? [] : new[] { new Text("Dữ liệu kế hoạch đã thay đổi.", "The plan's data were changed.") },
        .. before.Register == after.Register ? [] : new[] { new Text("Danh mục đơn vị đã thay đổi.", "The register of units was changed.") },
        .. Modules(before, after),
        .. Definitions(before, after),
    ];

    private static IEnumerable<Text> Modules(SnapshotContent before, SnapshotContent after) =>
        from id in before.Modules.Select(m => m.Id).Union(after.Modules.Select(m => m.Id), StringComparer.Ordinal).Order(StringComparer.Ordinal)
        let was = before.Modules.FirstOrDefault(m => m.Id == id)
        let now = after.Modules.FirstOrDefault(m => m.Id == id)
        where was != now
        select new Text($"Mô-đun {id}: {Said(was)} → {Said(now)}.", $"Module {id}: {Said(was)} → {Said(now)}.");

    private static IEnumerable<Text> Definitions(SnapshotContent before, SnapshotContent after) =>
        from form in before.Definitions.Select(d => d.Form).Union(after.Definitions.Select(d => d.Form), StringComparer.Ordinal).Order(StringComparer.Ordinal)
        let was = before.Definitions.FirstOrDefault(d => d.Form == form)?.Hash
        let now = after.Definitions.FirstOrDefault(d => d.Form == form)?.Hash
        where was != now
        select new Text($"Biểu {form}: khai báo {Short(was)} → {Short(now)}.", $"Form {form}: definition {Short(was)} → {Short(now)}.");

    private static string Said(FrozenModule? module) => module is null ? "–" : $"{module.Version} {module.State} {Short(module.Digest)}".TrimEnd();

    private static string Short(string? hash) => hash is null ? "–" : hash.Length > 12 ? hash[..12] : hash;

    private static Dictionary<(string Form, string Unit), SubmissionStanding> Standings(ImmutableArray<SubmissionStanding> standings) => standings.ToDictionary(s => (s.Form, s.Unit));
}
