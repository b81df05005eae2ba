using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SocialWork.Core;
using SocialWork.Core.Narratives;
using SocialWork.Core.Planning;
using SocialWork.Core.Reports;
using SocialWork.Core.Sectors;
using SocialWork.Core.Submissions;
using SocialWork.Core.Time;
using SocialWork.Modules;

namespace SocialWork.Host.Reports;

/// <summary>A rendered report.</summary>
/// <param name="Bytes">The bytes as they are sent.</param>
/// <param name="ETag">A strong tag made of all that shapes them; null when a module failed, so that the next request asks it again.</param>
public sealed record RenderedReport(byte[] Bytes, string? ETag);

/// <summary>
/// Keeps the newest rendering of each plan and format. It is valid while nothing that shapes it has changed: the data, the
/// day, the register, the modules with the digests of their files, and the host's own build. Safe for concurrent use.
/// </summary>
public sealed class ReportCache(CombinedReportBuilder builder, ISubmissionReader data, SectorCatalog catalog, PlanModels models, NarrativeTemplates templates, CityClock clock)
{
    private const int Tries = 3;
    private static readonly Guid Build = typeof(ReportCache).Module.ModuleVersionId;
    private readonly ConcurrentDictionary<(string Plan, string Format), RenderedReport> _newest = new();
    private readonly ConcurrentDictionary<string, (string Tag, CombinedReport Report)> _reports = new(StringComparer.Ordinal);

    /// <summary>The report in a format.</summary>
    public async Task<RenderedReport> GetAsync(PlanModel model, ISectorLease lease, string format, Func<CombinedReport, byte[]> render, CancellationToken cancellationToken) =>
        ((Result<RenderedReport>.Ok)await GetAsync(model, lease, format, string.Empty, report => Task.FromResult<Result<byte[]>>(render(report)), cancellationToken)).Value;

    /// <summary>The report in a format that takes longer to write, and may be refused; what was refused is not kept.</summary>
    /// <param name="model">The plan.</param>
    /// <param name="lease">The modules.</param>
    /// <param name="format">The format; of each the newest rendering is kept.</param>
    /// <param name="settings">What else shapes the rendering, so that another makes it anew; empty for nothing.</param>
    /// <param name="render">Renders it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Result<RenderedReport>> GetAsync(PlanModel model, ISectorLease lease, string format, string settings, Func<CombinedReport, Task<Result<byte[]>>> render, CancellationToken cancellationToken)
    {
        var shape = format + settings;
        var tag = await TagAsync(model, lease, shape, cancellationToken);
        if (_newest.TryGetValue((model.Plan.Id, format), out var kept) && kept.ETag == tag) return kept;
        var (report, settled) = await BuildAsync(model, lease, shape, tag, cancellationToken);
        var written = await render(report);
        if (written is not Result<byte[]>.Ok { Value: var bytes }) return ((Result<byte[]>.No)written).Refusal;
        var rendered = new RenderedReport(bytes, settled);
        if (settled is not null) _newest[(model.Plan.Id, format)] = rendered;
        return rendered;
    }

    /// <summary>The report itself, for pages that show parts of it.</summary>
    public async Task<CombinedReport> ReadAsync(PlanModel model, ISectorLease lease, CancellationToken cancellationToken)
    {
        const string Itself = "itself";
        var tag = await TagAsync(model, lease, Itself, cancellationToken);
        if (_reports.TryGetValue(model.Plan.Id, out var kept) && kept.Tag == tag) return kept.Report;
        var (report, settled) = await BuildAsync(model, lease, Itself, tag, cancellationToken);
        if (settled is not null) _reports[model.Plan.Id] = (settled, report);
        return report;
    }

    // The tag is null where the report is not to be kept: something changed until the last try, or a module failed and is to be asked again.
    private async Task<(CombinedReport Report, string? Tag)> BuildAsync(PlanModel model, ISectorLease lease, string format, string tag, CancellationToken cancellationToken)
    {
        for (var left = Tries; ; left--)
        {
            var report = await builder.BuildAsync(model, lease, cancellationToken);
            // Built in several readings: what changed in between would show in one part of the report and not in another. Units
            // that have moved take their totals with them, so that those must be read with the register of the same moment.
            model = await models.GetAsync(model.Plan.Id, lease, cancellationToken) ?? model;
            var after = await TagAsync(model, lease, format, cancellationToken);
            if (after == tag) return (report, report.Modules.Any(m => m.State is SectorOutcome.Failed or SectorOutcome.TimedOut) ? null : tag);
            if (left == 1) return (report, null);
            tag = after;
        }
    }

    private async Task<string> TagAsync(PlanModel model, ISectorLease lease, string format, CancellationToken cancellationToken)
    {
        var version = await data.DataVersionAsync(cancellationToken);
        var modules = string.Join(';', catalog.Modules.Select(m => $"{m.Id} {m.Version} {m.Digest} {m.State}"));
        var shape = string.Create(
            CultureInfo.InvariantCulture,
            $"{model.Plan.Id}|{format}|{version}|{clock.Today:yyyy-MM-dd}|{model.Register.Digest}|{lease.Generation}|{Build}|{templates.Digest}|{modules}");
        return $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(shape)))[..32]}\"";
    }
}
