using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Plugins.Culture.Forms;

namespace SocialWork.Plugins.Culture;

/// <summary>How the sector organises the work of its clauses in plan 2026. Titles are the plan's own.</summary>
internal static class Tasks
{
    /// <summary>One task per clause.</summary>
    public static ImmutableArray<SectorTask> All { get; } =
    [
        new()
        {
            Clause = "2026/IV.6.p1#1",
            EvidenceForms = ["VH1"],
            Progress = TaskProgress.ByQuantity(Measure.Total(MediaOutput.NewsItems), new("tin, bài", "news items")),
        },
        new()
        {
            Clause = "2026/IV.6.p1#2",
            EvidenceForms = ["VH1"],
            Progress = TaskProgress.ByQuantity(Measure.Total(MediaOutput.ExemplarsPublicised), new("điển hình, mô hình", "exemplars and models")),
        },
        new()
        {
            Clause = "2026/IV.6.p2",
            EvidenceForms = ["VH2"],
            Progress = TaskProgress.ByQuantity(Measure.Total(CultureSportSupport.Attendances), new("lượt", "attendances")),
        },
    ];
}
