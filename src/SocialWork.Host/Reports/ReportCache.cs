using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SocialWork.Core.Planning;
using SocialWork.Core.Reports;
using SocialWork.Core.Sectors;
using SocialWork.Core.Submissions;
using SocialWork.Core.Time;

namespace SocialWork.Host.Reports;

/// <summary>A rendered report.</summary>
/// <param name="Bytes">The bytes as they are sent.</param>
/// <param name="ETag">A strong tag made of all that shapes them; null when a module failed, so that the next request asks it again.</param>
public sealed record RenderedReport(byte[] Bytes, string? ETag);

/// <summary>
/// Keeps the newest rendering of each plan and format. It is valid while nothing that shapes it has changed: the data, the
/// day, the modules and the plan. Safe for concurrent use.
/// </summary>
public sealed class ReportCache(CombinedReportBuilder builder, ISubmissionReader data, IReferenceStore reference, CityClock clock)
{
    private readonly ConcurrentDictionary<(string Plan, string Format), RenderedReport> _newest = new();

    /// <summary>The report in a format.</summary>
    public async Task<RenderedReport> GetAsync(PlanModel model, ISectorLease lease, string format, Func<CombinedReport, byte[]> render, CancellationToken cancellationToken)
    {
        var tag = await TagAsync(model, lease, format, cancellationToken);
        if (_newest.TryGetValue((model.Plan.Id, format), out var kept) && kept.ETag == tag) return kept;
        var report = await builder.BuildAsync(model, lease, cancellationToken);
        var bytes = render(report);
        if (report.Modules.Any(m => m.State is SectorOutcome.Failed or SectorOutcome.TimedOut)) return new RenderedReport(bytes, null);
        var rendered = new RenderedReport(bytes, tag);
        _newest[(model.Plan.Id, format)] = rendered;
        return rendered;
    }

    private async Task<string> TagAsync(PlanModel model, ISectorLease lease, string format, CancellationToken cancellationToken)
    {
        var version = await data.DataVersionAsync(cancellationToken);
        var shape = string.Create(
            CultureInfo.InvariantCulture,
            $"{model.Plan.Id}|{format}|{version}|{clock.Today:yyyy-MM-dd}|{lease.Generation}|{reference.Version}");
        return $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(shape)))[..32]}\"";
    }
}
