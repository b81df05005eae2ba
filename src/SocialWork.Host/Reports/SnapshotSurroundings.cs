using System.Collections.Immutable;
using System.Text.Json;
using SocialWork.Core.Plans;
using SocialWork.Core.Snapshots;
using SocialWork.Documents;
using SocialWork.Host.Composition;
using SocialWork.Modules;

namespace SocialWork.Host.Reports;

/// <summary>What this host gives a snapshot beside the data. Safe for concurrent use.</summary>
public sealed class SnapshotSurroundings(SectorCatalog catalog) : ISnapshotSurroundings
{
    private static readonly ImmutableArray<(string Name, ReportFormat Format)> Formats =
    [
        (SnapshotFiles.Json, ReportFormats.Json), (SnapshotFiles.Page, ReportFormats.Html), (SnapshotFiles.Word, ReportFormats.Word), (SnapshotFiles.Workbook, ReportFormats.Workbook),
    ];

    /// <inheritdoc/>
    public string Product => ProductVersion.Text;

    /// <inheritdoc/>
    public ImmutableArray<FrozenModule> Modules() =>
        [.. catalog.Modules.OrderBy(m => m.Id, StringComparer.Ordinal).Select(m => new FrozenModule(m.Id, m.Version, m.Digest ?? string.Empty, JsonNamingPolicy.CamelCase.ConvertName(m.State.ToString())))];

    /// <inheritdoc/>
    public ImmutableArray<SnapshotDocument> Documents(SnapshotContent content)
    {
        var plan = PlanFile.Read(content.PlanFile).Plan ?? throw new InvalidDataException($"The plan of snapshot {content.Plan} {content.Number} cannot be read.");
        var paper = new ReportPaper(content.Report, ReportFrame.Of(plan, "vi"), content.Facts);
        return [.. Formats.Select(f => new SnapshotDocument(f.Name, f.Format.ContentType, f.Format.Render(paper, "vi")))];
    }
}
